"""What a line or a paragraph is, as far as its own looks tell."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import ends_in_name, is_byline, names_photographer
from studydesk.sources.recovery.chapters import is_chapter_among, lines_near, tells_passing
from studydesk.sources.recovery.credits import is_credit, is_imprint, names_picture_maker
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.names import HAN_WORD, find_names, is_told_name, is_two_words
from studydesk.sources.recovery.rows import LINE_END
from studydesk.sources.recovery.running_heads import is_running_head
from studydesk.sources.recovery.sealed import is_affiliation
from studydesk.sources.recovery.sites import is_of_site

LONGEST_DISPLAY = 45
LONGEST_MARKED_DISPLAY = 90
LABEL = re.compile(f"[{signs.HAN}·]{{2,8}}")
PAIRS = ("“”", "‘’", "《》", "（）", "()", "「」", "【】")
PAIRED = re.compile("[{}]".format(re.escape("".join(PAIRS))))
# No title or heading with more than one comma is longer.
FEW_COMMAS = 24
# What stands between a line and the edge of the page is no longer, where it is furniture.
LONGEST_EDGE = 240
# The same with the white space there.
WIDEST_EDGE = 2_000
# So much of the lines under two labels is compared.
OPENING = 6
DOT = re.compile("[·•]")
# Two names have so many characters at least.
SHORTEST_NAMES = 4


class Role(Enum):
    """What a unit is, as far as its own looks tell."""

    TEXT = auto()
    DISPLAY = auto()
    LABEL = auto()
    NAMES = auto()
    AFFILIATION = auto()
    CREDIT = auto()
    SPEAKER = auto()
    FOLIO = auto()
    TURN = auto()


ENDS = frozenset({Role.LABEL, Role.AFFILIATION, Role.CREDIT, Role.FOLIO, Role.TURN})


def classify(raw: str, group: Sequence[Line], labels: frozenset[str]) -> Role:
    """The role that the looks of a unit tell."""
    marked = marked_role(raw, group)
    if marked:
        return marked
    text = "".join(line.text for line in group)
    first = group[0]
    printed = raw[first.start : group[-1].end]
    if not first.level and (signs.DATELINE.match(text) or signs.OPEN_REPORT.fullmatch(text)):
        return Role.TEXT
    if first.level == 0 and signs.SPEAKER_START.fullmatch(text) and ends_in_name(printed):
        return Role.SPEAKER
    if len(group) == 1 and names_writer(printed):
        return Role.NAMES
    heading = bool(first.level)
    pictures = names_picture_maker(printed) or names_photographer(printed)
    if is_credit(printed, is_heading=heading) or (pictures and not heading):
        return Role.CREDIT
    if (
        is_of_page(text)
        or are_of_makers(printed)
        or (not first.level and is_rights(raw, group, text))
    ):
        return Role.FOLIO
    if is_label(printed, first, labels):
        return Role.LABEL
    if len(group) == 1 and not first.level and is_byline(printed):
        return Role.NAMES
    longest = LONGEST_MARKED_DISPLAY if first.level else LONGEST_DISPLAY
    if len(text) <= longest and is_display(text, first.level) and is_balanced(text):
        return Role.DISPLAY
    return Role.TEXT


def is_of_page(text: str) -> bool:
    """Whether a text, wherever it stands, is of the page or its site and of no article."""
    return is_running_head(text) or is_imprint(text) or bool(signs.SITE.fullmatch(text))


def are_of_makers(printed: str) -> bool:
    """Whether all parts of a line say who made the page or how to reach them."""
    parts = printed.split()
    return len(parts) > 1 and all(map(is_imprint, parts))


def is_rights(raw: str, group: Sequence[Line], text: str) -> bool:
    """Whether a text says who may reprint, or what stands beside its page, at the top of that but
    over no byline and no sentence, or at its end, where only what is of the page stands beyond it.
    """
    if not signs.RIGHTS.fullmatch(text):
        return False
    start, end = group[0].start, group[-1].end
    above, below = raw[max(0, start - WIDEST_EDGE) : start], raw[end : end + WIDEST_EDGE]
    sides = [above] if start <= WIDEST_EDGE and not is_over_article(below) else []
    sides += [below] if end + WIDEST_EDGE >= len(raw) else []
    return any(len(side.strip()) <= LONGEST_EDGE and are_of_page(side) for side in sides)


def is_over_article(below: str) -> bool:
    """Whether a byline or a whole sentence stands next below, and so a title above."""
    line = LINE_END.split(below.strip(), 1)[0]
    return is_byline(line) or bool(signs.FULL_STOP.search(line) and not are_of_page(line))


def are_of_page(lines: str) -> bool:
    """Whether all lines are of the page and of no article."""
    texts = ("".join(line.split()) for line in LINE_END.split(lines))
    return all(
        not text
        or is_of_page(text)
        or is_credit(text)
        or is_of_site(text)
        or bool(signs.RIGHTS.fullmatch(text))
        for text in texts
    )


def marked_role(raw: str, group: Sequence[Line]) -> Role | None:
    """The role of a unit that a bracket, a mark of Markdown or the number of a chapter tells."""
    first = group[0]
    if first.sealed:
        return sealed_role("".join(line.text for line in group))
    if first.listed and not is_byline(raw[first.start : group[-1].end]):
        return Role.TEXT
    if tells_passing("".join(line.text for line in group)):
        return Role.TEXT
    chapter = len(group) == 1 and is_chapter_among(first.text, lines_near(raw, first.start))
    return Role.DISPLAY if chapter else None


def names_writer(printed: str) -> bool:
    """Whether a line is a bracket with the names of who wrote what stands above."""
    found = signs.BRACKETED_NAME.fullmatch(printed)
    return found is not None and bool(find_names(found["names"].strip(), is_told_name))


def sealed_role(text: str) -> Role:
    """The role of a stretch that says by itself what it is."""
    if is_affiliation(text):
        return Role.AFFILIATION
    if signs.TURN.fullmatch(text):
        return Role.TURN
    if signs.COLLECTIVE.fullmatch(text):
        return Role.NAMES
    signed = signs.SIGNED.fullmatch(text) and not signs.BRACKET_CREDIT.fullmatch(text)
    return Role.NAMES if signed else Role.CREDIT


def is_display(text: str, level: int = 0) -> bool:
    """Whether a short text reads like a title or a heading: no full stop, or a question; `level`
    is that of a mark of Markdown in front.
    """
    if text.endswith(("？", "！", "?", "!")):
        return len(text) <= 32 and "。" not in text and "；" not in text
    sure = level > 0 or ("；" in text and is_parallel(text))
    if not sure and "；" in text and "，" in text and not is_numbered(text, signs.ORDINALS[:2]):
        return False
    many_commas = len(text) > FEW_COMMAS and text.count("，") > 1
    if many_commas and not sure and not is_numbered(text, signs.ORDINALS):
        return False
    if signs.OPENS_SENTENCE.match(text):
        return False
    return not text.endswith(tuple("。；：，、,;:")) and "。" not in text


def is_numbered(text: str, ordinals: Sequence[re.Pattern[str]]) -> bool:
    """Whether one of the ordinals stands in front of a text."""
    return any(ordinal.match(text) for ordinal in ordinals)


def is_parallel(text: str) -> bool:
    """Whether the halves beside a semicolon are built alike: 抓改革，促创新；强服务，聚合力."""
    halves = [
        [sum(map(str.isalnum, clause)) for clause in half.split("，")] for half in text.split("；")
    ]
    return len(halves) > 1 == len({len(half) for half in halves}) and all(
        max(clauses) - min(clauses) <= 1 for clauses in zip(*halves, strict=True)
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes."""
    return not PAIRED.search(text) or all(
        text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS
    )


def is_label(printed: str, line: Line, labels: frozenset[str]) -> bool:
    """Whether a line is the label of a column or of a box."""
    text = line.text
    if text in labels or (not line.level and signs.BOX_LABEL.fullmatch(text)):
        return True
    parts = DOT.split(text)
    if len(parts) > 1 and all(map(is_two_words, parts)):
        return True
    if not LABEL.fullmatch(text):
        return False
    if line.icon and not is_byline(printed):
        return True
    return len(text) <= 6 and bool(signs.COLUMN_END.search(text))


def repeated_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without any punctuation that come more than once on the page, and not over the
    same line each time, as headings in a passage that the extraction doubled do; a union stands
    over its notice and under it.
    """
    below: dict[str, list[str]] = {}
    for line, after in pairwise((*lines, None)):
        if (
            line
            and 2 <= len(line.text) <= 6
            and HAN_WORD.fullmatch(line.text)
            and is_word_alone(line)
        ):
            below.setdefault(line.text, []).append(after.text[:OPENING] if after else "")
    return frozenset(
        text
        for text, openings in below.items()
        if len(openings) > 1
        and len(set(openings)) > 1
        and not (find_names(text) or signs.UNION_AUTHOR.fullmatch(text))
    )


def is_word_alone(line: Line) -> bool:
    """Whether a line is one word, which may be letterspaced: names stand apart."""
    return line.spaced or len(line.text) < SHORTEST_NAMES or len(line.text) == line.end - line.start
