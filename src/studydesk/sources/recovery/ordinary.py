"""Ordinary titles, headings and last lines that look like names or labels, known by their place."""

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import is_compound
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import ENDS, Role, is_display, is_numbered
from studydesk.sources.recovery.words import is_word

# What ordinary lines are taken for.
MISTAKEN = (Role.NAMES, Role.LABEL, Role.DISPLAY)
# The lines of a title are so much shorter than rows of text.
SHORT_OF_ROWS = 0.8
# How far from a line, in lines, another one is of the same page.
LINES_NEARBY = 400


def place_ordinary(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """The roles, what only looks like a name, a label or a title taken for what it is where it
    stands: a title over its byline, a heading between paragraphs, a last line in brackets.
    """
    placed = list(roles)
    labels = [at for at, role in enumerate(roles) if role is Role.LABEL]
    over_titles = [at for at in labels if heads_title(lines, roles, at)]
    rows = [line.width for line, role in zip(lines, roles, strict=True) if role is Role.TEXT]
    usual = median(rows) if rows else 0
    for at in [at for at, line in enumerate(lines) if line.width < usual - 1]:
        if begins_over_byline(lines, placed, at) and is_sentence_for_title(lines[at].text):
            placed[at] = Role.DISPLAY
    for at in [at for at, line in enumerate(lines[:-1]) if line.text[0] == "“"]:
        if is_quotation_for_title(lines, placed, at, usual):
            placed[at : at + 2] = [Role.DISPLAY] * 2
    for at in [at for at, role in enumerate(roles) if role in MISTAKEN]:
        between = is_between_paragraphs(lines, placed, at)
        if (
            is_word_for_title(lines, placed, at)
            or (between and is_word_for_heading(lines, placed, at))
            or (between and is_lone_label(lines, roles, over_titles, at))
        ):
            placed[at] = Role.DISPLAY
        elif is_last_bracket(lines, placed, at):
            placed[at] = Role.TEXT
    return placed


def is_between_paragraphs(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line stands behind a whole paragraph and over another one, as headings do."""
    if at + 1 >= len(lines) or not is_end_of_text(lines, roles, at - 1):
        return False
    row = roles[at + 1] is Role.DISPLAY and lines[at + 1].indented
    return row or roles[at + 1] is Role.TEXT


def is_word_for_title(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a word that could be a name stands where an article begins, right over a byline."""
    return begins_over_byline(lines, roles, at) and is_plain_word(lines, roles, at)


def begins_over_byline(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line stands where an article begins, right over a byline."""
    begins = at == 0 or roles[at - 1] in ENDS or is_end_of_text(lines, roles, at - 1)
    return begins and roles[at + 1 : at + 2] == [Role.NAMES]


def is_sentence_for_title(text: str) -> bool:
    """Whether a text opens as sentences do and goes on as a title."""
    opening = signs.OPENS_SENTENCE.match(text)
    return opening is not None and is_display(text[opening.end() :] or "。")


def is_quotation_for_title(
    lines: Sequence[Line], roles: Sequence[Role], at: int, usual: float
) -> bool:
    """Whether a quotation without a full stop stands on two short lines, neither behind an open
    sentence nor over one, but for a byline or a subtitle below, or a byline above that stands
    under no title.
    """
    first, second = lines[at : at + 2]
    text = first.text + second.text
    if (
        "”" in first.text
        or text.find("”") < len(text) - 1
        or max(first.width, second.width) > SHORT_OF_ROWS * usual
    ):
        return False
    below = lines[at + 2 : at + 3]
    headed = roles[at + 2 : at + 3] == [Role.NAMES] or any(
        signs.SUBTITLE.match(line.text) for line in below
    )
    signed = at > 0 and roles[at - 1] is Role.NAMES and not is_under_title(roles, at - 1)
    ahead_open = at > 0 and roles[at - 1] is Role.TEXT and not lines[at - 1].closed
    return (headed or signed) and not ahead_open and is_display(text[1:-1])


def is_under_title(roles: Sequence[Role], at: int) -> bool:
    """Whether a title stands over a byline, which may have several lines."""
    byline = (Role.NAMES, Role.AFFILIATION, Role.CREDIT)
    above = (roles[place] for place in range(at - 1, -1, -1))
    return next((role for role in above if role not in byline), None) is Role.DISPLAY


def is_word_for_heading(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a word that could be a name stands in an article that has a byline already."""
    if not is_plain_word(lines, roles, at):
        return False
    above = (roles[place] for place in range(at - 1, -1, -1))
    return next((role for role in above if role in ENDS or role is Role.NAMES), None) is Role.NAMES


def is_plain_word(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line taken for a name is or begins with a usual word, and nothing tells names: no
    icon, no gap, no bracket, no surname of two characters.
    """
    line = lines[at]
    if roles[at] is not Role.NAMES or line.icon or len(line.text) < line.end - line.start:
        return False
    if is_compound(line.text):
        return False
    return any(is_word(line.text[:size]) for size in range(2, len(line.text) + 1))


def is_lone_label(
    lines: Sequence[Line], roles: Sequence[Role], over_titles: Sequence[int], at: int
) -> bool:
    """Whether what ends like the name of a column is the only label of its page, or no other one
    there stands over a title: then it is a heading (生动实践).
    """
    line = lines[at]
    if roles[at] is not Role.LABEL or line.icon or signs.BOX_LABEL.fullmatch(line.text):
        return False
    first = bisect_left(over_titles, at - LINES_NEARBY)
    near = (other for other in over_titles[first : first + 2] if other <= at + LINES_NEARBY)
    return all(other == at for other in near)


def heads_title(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether the label of a column, and of no box, stands over a title."""
    if signs.BOX_LABEL.fullmatch(lines[at].text) or is_between_paragraphs(lines, roles, at):
        return False
    return roles[at + 1 : at + 2] == [Role.DISPLAY]


def is_last_bracket(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a line behind a whole paragraph is in brackets from end to end: no title is
    （未完待续）.
    """
    text = lines[at].text
    bracketed = text[0] in "（(" and text[-1] in "）)" and not is_numbered(text, signs.ORDINALS[:2])
    return roles[at] is Role.DISPLAY and bracketed and is_end_of_text(lines, roles, at - 1)


def is_end_of_text(lines: Sequence[Line], roles: Sequence[Role], at: int) -> bool:
    """Whether a whole sentence of a text ends with a line."""
    return at >= 0 and roles[at] is Role.TEXT and lines[at].closed
