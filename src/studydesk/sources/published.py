"""Where and when a page was published, as far as a file name or a line of it says so."""

import re
from datetime import date
from functools import cache

from studydesk import paths
from studydesk.domain.article import SourceKind

# Names of papers end in one of these; 简报, 汇报, 通报, 海报 are no papers and are not guessed.
NEWSPAPER = re.compile(
    "(?<![\u4e00-\u9fff])《?([\u4e00-\u9fff]{1,8}"
    "(?:日|晚|早|晨|午|时|商|工人|保障|青年|妇女|农民|都市|教育|法治|文摘)报)"
    "(?![\u4e00-\u9fff])"
)
NAMED_SOURCE = re.compile(
    "(?<!资料)(?<!数据)(?<!图表)来源\\s*[：:]\\s*《([\u4e00-\u9fff]{2,12}"
    "(?<![例定典])(?<![^说]法)(?<![^评理]论)(?<!意见|通知|章程|史记|细则|规则|公约|纲要|手册|读本))》"
    r"(?=[^\n\d]*\d)(?=[ \t\u3000\dA-D年月日第总期号版.,，。、/_)）-]*$)",
    re.MULTILINE,
)
"""A line under a text tells by such words where it was published, whatever that is called: before
a date or a page alone, and no law or book.
"""
PART = (
    "(?![\u4e00-\u9fff])"
    "|(?=[\u4e00-\u9fff]{0,4}(?:版|周刊|副刊|专刊|要闻|理论|评论)(?![\u4e00-\u9fff]))"
)
"""What may follow the name of a known paper: nothing in Chinese, or which part of it."""
PRESS = ("newspapers", "journals")
ISSUE = "(?=[_ ]?(?:(?:19|20)\\d\\d|第?\\d{1,4}期))"
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./年]?)(\d{1,2})([-_./月]?)(\d{1,2})(?!\d)")
PAGE = re.compile("(?<![0-9A-Za-z])第? ?([A-Z]?)0*([1-9][0-9]?) ?版(?![面权本式])")
BARE_PAGE = re.compile(
    r"(?<![0-9A-Za-z])([A-D])0*([1-9]\d?)(?![0-9A-Za-z])(?!\s*[-—–~～至]\s*\d{1,2}(?!\d))"
    "(?!\\s*(?:纸|幅|大小|打印|横|竖))"
)
"""A3 and A06 beside a newspaper or a date; not the paper A4 that something is printed on."""
OF_OTHERS = re.compile(
    r"(?:(?:今日|本期|共)[共计出刊印推版为\s]{0,4}|[\d对四八]\s*开|\d[大小]?张)\s*\d+\s*版"
    r"|(?<![\d./_年月-])[A-Z]?\d{1,2}\s*[-—–~～至、，,]\s*[A-Z]?\d{1,2}\s*版|(?:下转|[上紧]接)\s*第?\s*[A-Z]?\d+\s*版"
    r"|(?:导读|详见)(?:\S*版(?=\s+(?:本版|第))|(?:(?!本版|\d{4}年).)*版)"
)
"""How many pages there are today, several at once, and where they lead to."""
EDGE = 12
"""So many lines from the beginning of a page may be its running head."""
LONGEST_RUNNING_HEAD = 40


def guess_newspaper(label: str) -> str:
    """The newspaper's or journal's name in a file name, or an empty string."""
    found = known_press().search(label) or NEWSPAPER.search(label) or NAMED_SOURCE.search(label)
    return next(filter(None, found.groups()), "") if found else ""


def kind_of_press(name: str) -> SourceKind:
    """What is published under a name: a journal that is known, or a newspaper."""
    return SourceKind.JOURNAL if name in names_of("journals") else SourceKind.NEWSPAPER


@cache
def known_press() -> re.Pattern[str]:
    """Finds the papers and journals that are known by name, in no longer word; journals, whose
    names are words as well, in marks of a title or before a year or an issue.
    """
    papers, journals = ("|".join(sorted(names_of(press), key=len, reverse=True)) for press in PRESS)
    return re.compile(
        f"(?<![\u4e00-\u9fff])《?({papers})(?:{PART})|《({journals})》|(?<![\u4e00-\u9fff])({journals}){ISSUE}"
    )


@cache
def names_of(press: str) -> frozenset[str]:
    """The names that resources/press has in one of its lists."""
    return frozenset((paths.resources() / "press" / f"{press}.txt").read_text("utf-8").split())


def guess_date(label: str) -> date | None:
    """The date in a file name (2025-11-03, 20251103, 2025年11月3日), or None if unclear."""
    days = set()
    for year, first, month, second, day in DATE.findall(label):
        if bool(first) != bool(second) or (not first and len(month + day) != 4):
            continue
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue  # digits that are no date, such as a serial number
    return days.pop() if len(days) == 1 else None


def guess_page(label: str) -> str:
    """The page that a file name or a line claims for itself (07版 gives 7, A03版 gives A3, as does
    A03 beside a newspaper or a date), or an empty string: not how many there are today, nor where
    it leads to, nor one of several.
    """
    own = OF_OTHERS.sub(" ", label)
    pages = {letter + number for letter, number in PAGE.findall(own)}
    if not pages and (guess_date(label) or guess_newspaper(label)):
        pages = {letter + number for letter, number in BARE_PAGE.findall(own)}
    return pages.pop() if len(pages) == 1 else ""


def printed_page(raw: str) -> str:
    """The page that a running head says beside the date, or an empty string."""
    lines = (line.strip() for line in raw.split("\n", EDGE)[:EDGE])
    heads = (line for line in lines if len(line) <= LONGEST_RUNNING_HEAD and guess_date(line))
    return next(filter(None, map(guess_page, heads)), "")
