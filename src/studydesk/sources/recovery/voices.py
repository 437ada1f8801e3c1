"""Letters and opinions that an editors' note introduces: a heading, who says it, what they say."""

import re
from collections.abc import Iterator, Sequence

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.names import is_name
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.words import is_word

# Where somebody works or what they are, and the name: 刨床工　勾爱国.
VOICE = re.compile(f"(?P<who>[{signs.HAN}]{{2,16}})[ \\t\\u3000]+(?P<name>[{signs.HAN}]{{2,4}})")
POST = re.compile(f"(?:{signs.SHORT_POST.pattern}|{signs.POST_END.pattern})$")
FEWEST, SHORTEST_NAME = 2, 2
RUNNING = (Role.TEXT, Role.DISPLAY)


def place_voices(raw: str, lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, those who speak taken for speakers where two or more do below a note of the
    editors, each between a heading and what they say.
    """
    placed = list(roles)
    for at, line in enumerate(lines):
        if roles[at] is Role.TEXT and signs.is_note(line.text, raw[line.start : line.end]):
            voices = list(voices_below(raw, lines, roles, at))
            if len(voices) >= FEWEST:
                placed = [Role.SPEAKER if at in voices else role for at, role in enumerate(placed)]
    return placed


def voices_below(
    raw: str, lines: Sequence[Line], roles: Sequence[Role], note: int
) -> Iterator[int]:
    """The lines below a note that name who says what stands under them."""
    for at in range(note + 2, len(lines) - 1):
        if signs.DATELINE.match(lines[at].text):
            return
        if roles[at] in RUNNING or roles[at] is Role.NAMES:
            over_text = roles[at - 1] is Role.DISPLAY and roles[at + 1] is Role.TEXT
            if over_text and names_voice(raw[lines[at].start : lines[at].end]):
                yield at
            elif roles[at] is Role.NAMES:
                return
        else:
            return


def names_voice(printed: str) -> bool:
    """Whether a line says in one word what somebody is, and then the name; two characters that are
    a word as well are one behind a post only.
    """
    found = VOICE.fullmatch(printed.strip())
    if not found or not is_name(found["name"]) or is_name(found["who"]):
        return False
    lone_word = len(found["name"]) == SHORTEST_NAME and is_word(found["name"])
    return not lone_word or bool(POST.search(found["who"]))
