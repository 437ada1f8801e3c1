"""The running head of a page: the paper, the date, the weekday, the number and name of the page."""

import re

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.credits import EDITS
from studydesk.sources.recovery.names import is_name

PAPER = re.compile(f"《?[{signs.HAN}]{{2,8}}报》?(?=$|[\\d第星总（(·|—-])")
DATE = re.compile(r"(?:19|20)\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?")
OTHER = (
    re.compile("星期[一二三四五六日天]"),
    re.compile(f"第?0?[A-Z]?\\d{{1,2}}版|第{signs.NUMERAL}版"),
    re.compile(r"(?:总?第|总)\d+[期号]"),
    re.compile("农历.{2,4}[年月].{0,5}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"),
    re.compile(
        r"(?:国内统一(?:连续出版物|刊)号|CN|邮发代号|今日)[:：]?[\dA-Z-]{1,12}(?:/[A-Z]|版)?"
    ),
)
# Who edits the page.
EDITED = re.compile(f"{EDITS}[：:]?(?P<name>[{signs.HAN}]{{2}})[{signs.HAN}]?")
# How to reach the paper, beside its number.
CONTACT = re.compile(
    r"(?:电话|传真|热线|邮编|网址)(?:[：:][!-~（）—－]{5,40}|[\d（）()—－-]{7,20})"
)
NUMBERED = re.compile(r"第?0?[A-Z]?\d{1,2}版|第\d+期")
NUMBER = re.compile(r"[A-Z]?\d{1,2}|[—\-－·•]+\d+[—\-－·•]+")
# The number of a journal, with its year: beside that only its name stands.
ISSUE = re.compile(r"(?:19|20)\d\d年第\d+期|No\.?\d+(?=,?(?:19|20)\d\d)")
CLAUSE = re.compile("[，。；？！、“”]")
# Each part of a running head has one of these.
HINT = re.compile(r"[\d星版期农年]")
# Who begins a byline that goes on with the paper and its day: 本报记者 王敏 江城日报 2025年3月1日.
REPORTER = re.compile(f"(?:{signs.PAPER}|{signs.RANK})*(?:记者|通讯员)")
LONGEST = 60
# So much may stand beside one part of a running head, or beside several: the name of the page.
BESIDE_ONE, BESIDE_DATE, BESIDE_SEVERAL = 12, 4, 16


def is_running_head(text: str) -> bool:
    """Whether a line, without white space, is a running head: dates and numbers of pages, and
    hardly anything besides. A date alone may as well open a wrapped line of text.
    """
    if not HINT.search(text):
        return False
    if NUMBER.fullmatch(text):
        return True
    text = CONTACT.sub("", text)
    if len(text) > LONGEST or CLAUSE.search(text) or REPORTER.match(text):
        return False
    if issues := [*ISSUE.finditer(text)]:
        return 0 < len(text) - sum(len(issue[0]) for issue in issues) <= BESIDE_SEVERAL
    parts = [*filter(None, (sign.search(text) for sign in OTHER))]
    dates, papers = [*DATE.finditer(text)], [*PAPER.finditer(text)]
    if not parts and not dates:
        return False
    if dates:
        parts += [found for found in EDITED.finditer(text) if is_name(found["name"])]
    count = len(parts) + bool(dates) + bool(papers)
    beside = len(text) - sum(len(part[0]) for part in (*parts, *dates, *papers[:1]))
    if count > 1:
        return beside <= BESIDE_SEVERAL
    if dates:
        return beside <= BESIDE_DATE
    most = BESIDE_ONE if NUMBERED.match(text) else BESIDE_DATE
    return parts[0].start() == 0 and beside <= most


def is_dated(printed: str) -> bool:
    """Whether the words of a line are a running head with the day or the paper."""
    text = "".join(printed.split())
    return is_running_head(text) and bool(DATE.search(text) or PAPER.search(text))
