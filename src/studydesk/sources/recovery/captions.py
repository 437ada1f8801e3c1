"""What pictures show, in rows above the line that says who took them."""

from collections.abc import Sequence

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.credits import names_picture_maker
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role

MOST_ROWS, UNEVEN = 4, 2


def place_captions(raw: str, lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what a picture shows (图为…) taken for a credit together with the line below that
    names who took it: between these two stands nothing of an article.
    """
    placed = list(roles)
    for at, line in enumerate(lines):
        if roles[at] is Role.CREDIT and names_picture_maker(raw[line.start : line.end]):
            begin = begin_of_caption(lines, at)
            placed[begin:at] = [Role.CREDIT] * (at - begin)
    return placed


def begin_of_caption(lines: Sequence[Line], at: int) -> int:
    """Where the rows begin that say what the picture shows whose maker a line names; that line
    where none do.
    """
    for begin in range(at - 1, max(-1, at - 1 - MOST_ROWS), -1):
        widest = len(lines[begin].text) + UNEVEN
        if lines[begin].closed and begin < at - 1:
            break
        if any(len(line.text) > widest for line in lines[begin:at]):
            continue  # rows of text, set wider than a caption's
        if signs.CAPTION.match("".join(line.text for line in lines[begin:at])):
            return begin
    return at
