"""Notices of offices (GB/T 9704): the number of the document, and who signs it, over the day."""

import re
from collections.abc import Sequence
from itertools import takewhile

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.credits import is_credit
from studydesk.sources.recovery.facts import STATED
from studydesk.sources.recovery.rows import Row

# What an office calls a document: its short name, the year and the number, 国办发〔2025〕23号.
NUMBER = re.compile(
    f"[（(]?[{signs.HAN}]{{2,12}}[〔［\\[（(【](?:19|20)\\d\\d[〕］\\]）)】]第?\\d{{1,4}}号[）)]?"
)
OFFICE = re.compile(
    f"[{signs.HAN}]{{1,28}}(?:[厅局部委会院府署办司处科室组团]|中心|公司|大学|学校|银行)"
)
DIGIT = "[\\d〇○零一二三四五六七八九十]"
# Letterspaced too, or with spaces around the figures.
GAP = "[ \\u3000]{0,2}"
DAY = re.compile(
    f"(?:{DIGIT}{GAP}){{4}}年{GAP}(?:{DIGIT}{GAP}){{1,3}}月{GAP}(?:{DIGIT}{GAP}){{1,3}}日"
)
# To whom a notice is open: （此件公开发布）.
OPENNESS = re.compile("[（(][^（）()]{2,40}[）)]")
# What is sent with a notice, over the signature or below it, and the lines of a list in it.
ENCLOSED = re.compile("附件|附[：:]")
MOST_OFFICES, MOST_ENCLOSED = 6, 12


def is_number(text: str) -> bool:
    """Whether a line, without white space, is the number of a document, which is never a title."""
    return bool(NUMBER.fullmatch(text))


def rows_of_signatures(rows: Sequence[Row]) -> frozenset[int]:
    """Where the lines begin with which notices end: offices behind a whole sentence or the
    list of what is sent, or facts, the day, and to whom they are open (（此件公开发布）).
    """
    lines = [row.printed for row in rows]
    days = (at for at, line in enumerate(lines) if DAY.fullmatch(line))
    return frozenset(rows[row].start for at in days for row in signature(lines, at))


def signature(lines: Sequence[str], at: int) -> range:
    """Which lines are a signature with the day at this place; none where it is something else."""
    above = lines[max(0, at - MOST_OFFICES) : at]
    offices = len(list(takewhile(is_office, reversed(above))))
    first, last = at - offices, at + 1
    last += len(list(takewhile(tells_openness, lines[last : last + 2])))
    first = first_enclosed(lines, first)
    above = lines[first - 1] if first else ""
    whole = bool(signs.FULL_STOP.search(above) or STATED.fullmatch(above))
    return range(first, last) if offices and whole and ends_notice(lines, last) else range(0)


def first_enclosed(lines: Sequence[str], end: int) -> int:
    """Where the list of what is sent with a notice begins that ends here; here, where none does."""
    for at in range(end - 1, max(0, end - MOST_ENCLOSED), -1):
        line = lines[at]
        if ENCLOSED.match(line):
            return at
        if signs.FULL_STOP.search(line):
            break
    return end


def is_office(line: str) -> bool:
    """Whether a line names an office or several."""
    words = line.split()
    spaced = all(len(word) == 1 for word in words)
    offices = ["".join(words)] if spaced else words
    return all(map(OFFICE.fullmatch, offices))


def tells_openness(line: str) -> bool:
    """Whether a line in brackets may tell to whom a notice is open."""
    return bool(OPENNESS.fullmatch(line))


def ends_notice(lines: Sequence[str], at: int) -> bool:
    """Whether nothing more of a notice stands below: the end of the page, what could be a title,
    what is sent with it, or who edits the page.
    """
    if at == len(lines):
        return True
    below = lines[at]
    return bool(ENCLOSED.match(below)) or is_credit(below) or not signs.CLAUSE.search(below)
