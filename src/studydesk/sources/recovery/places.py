"""Roles that lines have by where they stand: names, labels of columns, headings."""

import re
from collections.abc import Sequence
from statistics import median

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import is_compound, read_byline, stands_for_names
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.names import HAN_WORD, find_names
from studydesk.sources.recovery.ordinary import place_ordinary
from studydesk.sources.recovery.roles import ENDS, Role, is_numbered, is_word_alone
from studydesk.sources.recovery.sections import place_sections
from studydesk.sources.recovery.words import has_word, is_word, word_over

LONGEST_NAMES = 9
SHORT_NAME = 3
# So many names under titles say that what else stands there is one.
FELLOWS = 2
SQUARE = "【[［〔"
MOST_TITLE_LINES = 4
SHORTEST_TITLE = 6
# What stands between the speakers of a round-up.
RUNNING = (Role.TEXT, Role.DISPLAY)
LONGEST_PHRASE = 4
# A title on one line is so much wider than the union under it that wrote what follows.
UNEVEN = 1.2
CLAUSE_END = re.compile("[，；]")
# A name of two or three characters with gaps between.
SPACED_NAME = re.compile(f"[{signs.HAN}](?:[ \t\u3000]+[{signs.HAN}]){{1,2}}")
FRAMED_LABEL = re.compile(f"[{signs.FRAME}]*(?P<label>[{signs.HAN}]{{2,8}})[{signs.FRAME}]+")


def roles_in_place(raw: str, lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, lines that stand where bylines stand taken for names whatever their surnames:
    between a title and the text, behind an icon or where an article has just begun.
    """
    roles = place_brackets(lines, place_ordinary(lines, roles))
    placed = place_boxes(lines, place_headings(lines, place_columns(lines, roles)))
    placed = place_sections(lines, place_sentences(lines, placed))
    for at in range(1, len(lines) - 1):
        if (
            (placed[at] in (Role.DISPLAY, Role.LABEL) and are_names_below(raw, lines, roles, at))
            or are_names_over_workplace(raw, lines, placed, at)
            or is_dashed_name(raw, lines, roles, at)
            or is_union_author(raw, lines, roles, at)
        ):
            placed[at] = Role.NAMES
    last = len(lines) - 1
    if last > 0 and is_dashed_name(raw, lines, roles, last):
        placed[last] = Role.NAMES
    for at, role in enumerate(placed[:-2]):
        if role is Role.NAMES and is_plain(lines[at]) and heads_byline(placed, at):
            told = wants_names(placed, lines, at) or (at > 0 and placed[at - 1] is Role.DISPLAY)
            signs_text = told and is_surely_name(lines[at].text)
            placed[at] = Role.NAMES if signs_text else Role.LABEL
    return place_alike(lines, placed)


def place_alike(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what is as short as a name and no word taken for one right under a title, where
    two or more names of the page stand so; over a title it is one only behind another head.
    """
    placed = list(roles)
    under = [at for at in range(1, len(lines)) if roles[at - 1] is Role.DISPLAY]
    if sum(roles[at] is Role.NAMES for at in under) < FELLOWS:
        return placed
    usual = median(line.width for line in lines)
    for at in under:
        title, text = lines[at - 1], lines[at].text
        if (
            roles[at] is Role.DISPLAY
            and is_plain(lines[at])
            and 1 < len(text) <= SHORT_NAME
            and SHORTEST_TITLE <= title.width < usual - 1  # as a full row, it may go on below
            and HAN_WORD.fullmatch(text)
            and not (title.closed or is_word(text) or has_word(text))
            and (not heads_byline(placed, at) or placed[max(0, at - 2)] is Role.NAMES)
        ):
            placed[at] = Role.NAMES
    return placed


def are_names_below(raw: str, lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line between a title and text could be names, and its icon, its gaps or its place
    tell them.
    """
    line = lines[at]
    told = (
        line.icon
        or begins_article(roles, at - 1)
        or is_bare_name(line.text)
        or SPACED_NAME.fullmatch(raw, line.start, line.end)
    )
    return (
        bool(told)
        and len(line.text) <= LONGEST_NAMES
        and roles[at - 1] is Role.DISPLAY
        and roles[at + 1] in (Role.TEXT, Role.DISPLAY)
        and lines[at + 1].width > LONGEST_NAMES
        and stands_for_names(raw[line.start : line.end])
        and bool(line.icon or not word_over(lines[at - 1].text, line.text))
    )


def are_names_over_workplace(
    raw: str, lines: Sequence[Line], roles: Sequence[Role], at: int
) -> bool:
    """Whether a line that could be names and is no word stands right over what says where the
    authors work, and no sentence is open above.
    """
    line, above = lines[at], lines[at - 1]
    return (
        roles[at] in (Role.DISPLAY, Role.LABEL)
        and roles[at + 1] is Role.AFFILIATION
        and (above.closed or roles[at - 1] is not Role.TEXT)
        and len(line.text) <= LONGEST_NAMES
        and not (is_word(line.text) or (is_word_alone(line) and has_word(line.text)))
        and stands_for_names(raw[line.start : line.end])
        and not word_over(above.text, line.text)
    )


def is_surely_name(text: str) -> bool:
    """Whether no word in a name tells of a column: 王敏, 作者：王敏, but not 史海拾贝."""
    text = signs.DASHES.sub("", text, count=1)
    byline = read_byline(text)
    told = byline.staff or text[0] in SQUARE or "·" in text
    if told or is_compound(text):
        return bool(byline)
    return len(text) <= SHORT_NAME and not has_word(text)


def wants_names(roles: Sequence[Role], lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands behind the last sentence of an article that nobody has signed."""
    if not at or roles[at - 1] is not Role.TEXT or not lines[at - 1].closed:
        return False
    above = (roles[place] for place in range(at - 1, -1, -1))
    last = next((role for role in above if role in ENDS or role is Role.NAMES), None)
    return last is not Role.NAMES and Role.DISPLAY in roles[:at]


def is_plain(line: Line) -> bool:
    """Whether nothing tells names: no icon, no gap and no bracket, in which they close an item."""
    whole = len(line.text) == line.end - line.start
    return whole and not line.icon and line.text[0] not in "（("


def is_union_author(raw: str, lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a union stands alone between the first title of an article, a whole one, and its
    text: it wrote that. The second line of a title is as wide as the first, or follows a word
    that leads on.
    """
    above, line = lines[at - 1], lines[at]
    return (
        roles[at - 1] is roles[at] is Role.DISPLAY
        and (roles[at + 1] is Role.TEXT or is_numbered(lines[at + 1].text, signs.ORDINALS[:1]))
        and begins_article(roles, at - 1)
        and not line.level
        and above.text[-1] not in signs.NO_TITLE_END
        and above.width >= UNEVEN * line.width
        and bool(signs.UNION_AUTHOR.fullmatch(raw, line.start, line.end))
        and not word_over(above.text, line.text)
    )


def is_dashed_name(raw: str, lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a name behind a dash or between two stands between a title and its text, or closes an
    article in which nobody speaks, and no word: —— 王敏, but not ——高标准.
    """
    line = lines[at]
    dashes = signs.DASHES.match(raw, line.start, line.end)
    ahead = roles[at - 1] is Role.DISPLAY and not lines[at - 1].closed
    beside = ahead and roles[at + 1 : at + 2] in ([Role.TEXT], [Role.LABEL])
    if (
        dashes is None
        or roles[at] not in (Role.DISPLAY, Role.SPEAKER)
        or not (beside or ends_alone(lines, roles, at))
    ):
        return False
    if not beside and has_word(raw[dashes.end() : line.end]):
        return False
    return bool(find_names(raw[dashes.end() : line.end]) or read_byline(raw[line.start : line.end]))


def ends_alone(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line behind text is the only one of its article that could name a speaker, so that
    nobody else speaks in it, and not whom the quotation above is from.
    """
    if signs.ENDS_QUOTED.search(lines[at - 1].text):
        return False
    above = (roles[place] for place in range(at - 1, -1, -1))
    below = (roles[place] for place in range(at + 1, len(roles)))
    behind = roles[at - 1] is Role.TEXT and roles[at + 1 : at + 2] != [Role.TEXT]
    near = (next((r for r in side if r not in RUNNING), None) for side in (above, below))
    return behind and Role.SPEAKER not in near


def place_brackets(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what could be names in square brackets taken for a heading but right under a title
    or where it closes an item with nothing below: boxes have such headings (【应知】).
    """
    placed = list(roles)
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role is not Role.NAMES or line.text[0] not in SQUARE:
            continue
        below = roles[at + 1 : at + 2]
        titled = at > 0 and roles[at - 1] is Role.DISPLAY and begins_article(roles, at - 1)
        closes = at > 0 and roles[at - 1] is Role.TEXT and lines[at - 1].closed
        over_nothing = not below or below[0] in ENDS or heads_byline(roles, at)
        if not (titled or (closes and over_nothing)):
            placed[at] = Role.DISPLAY
    return placed


def place_columns(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, short lines in a frame taken for the column's label where no text stands under
    them: 【工会论坛】 over a title.
    """
    placed = list(roles)
    for at, (line, role) in enumerate(zip(lines[:-1], roles[:-1], strict=True)):
        framed = FRAMED_LABEL.fullmatch(line.text)
        behind_text = at > 0 and roles[at - 1] is Role.TEXT
        if not framed or line.level or role not in (Role.DISPLAY, Role.TEXT, Role.NAMES):
            continue
        could_be_names = (
            role is Role.NAMES
            and not signs.COLUMN_END.search(framed["label"])
            and not (line.text[0] in SQUARE and heads_byline(roles, at) and not behind_text)
        )
        begins = (not at or roles[at - 1] in ENDS) and roles[at + 1] is Role.DISPLAY
        if not could_be_names and (begins or heads_byline(roles, at)):
            placed[at] = Role.LABEL
    return placed


def heads_byline(roles: Sequence[Role], at: int) -> bool:
    """Whether title lines and a byline stand under a line."""
    below = list(roles[at + 1 : at + 2 + MOST_TITLE_LINES])
    titles = next((place for place, role in enumerate(below) if role is not Role.DISPLAY), 0)
    return titles > 0 and below[titles] is Role.NAMES


def place_headings(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what looks like a column's label behind an icon taken for a heading between
    paragraphs: it stands behind a whole one, and over text.
    """
    placed = list(roles)
    for at in range(1, len(lines) - 1):
        line = lines[at]
        if (
            roles[at] is Role.LABEL
            and line.icon
            and not (signs.COLUMN_END.search(line.text) or signs.BOX_LABEL.fullmatch(line.text))
            and roles[at - 1] is Role.TEXT
            and lines[at - 1].closed
            and roles[at + 1] in (Role.TEXT, Role.DISPLAY)
            and not heads_byline(roles, at)
        ):
            placed[at] = Role.DISPLAY
    return placed


def place_sentences(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, halves built alike of longer clauses taken for a sentence below text and over no
    byline: only titles are built so, headings of phrases (横向到边，纵向到底；点面结合，上下联动);
    and one character for the last of a sentence that is open above it.
    """
    placed = list(roles)
    for at in range(1, len(lines)):
        line = lines[at]
        if roles[at] is not Role.DISPLAY or roles[at - 1] is not Role.TEXT:
            continue
        if len(line.text) == 1 and not lines[at - 1].closed:
            placed[at] = Role.TEXT
        if (
            not (line.level or is_numbered(line.text, signs.ORDINALS[:2]))
            and ("；" in line.text and "，" in line.text)
            and max(map(len, CLAUSE_END.split(line.text))) > LONGEST_PHRASE
            and not heads_byline(roles, at - 1)
        ):
            placed[at] = Role.TEXT
    return placed


def place_boxes(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what could label a box taken for a title or a heading where it stands neither in
    a frame nor in the head, over text (主要观点 between paragraphs).
    """
    placed = list(roles)
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role is not Role.LABEL or line.icon or signs.SURE_BOX_LABEL.fullmatch(line.text):
            continue
        over_text = roles[at + 1 : at + 2] == [Role.TEXT]
        in_head = at > 0 and roles[at - 1] in (Role.NAMES, Role.DISPLAY, Role.AFFILIATION)
        if signs.BOX_LABEL.fullmatch(line.text) and not (in_head and over_text):
            placed[at] = Role.DISPLAY
    return placed


def is_bare_name(text: str) -> bool:
    """Whether a line is as long as names with a rare surname and has no word in it."""
    return 3 <= len(text) <= 4 and not has_word(text)


def begins_article(roles: Sequence[Role], at: int) -> bool:
    """Whether a title line is one of the first of an article: a column label or the end of
    another article stands above it, or nothing.
    """
    first = max(-1, at - MOST_TITLE_LINES)
    above = (roles[place] for place in range(at, first, -1))
    last = next((role for role in above if role is not Role.DISPLAY), None)
    return last in ENDS or (last is None and first < 0)
