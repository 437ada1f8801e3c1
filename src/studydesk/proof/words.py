"""What the rules look for in the user's own words: punctuation, numbers and fixed wording.

Punctuation after GB/T 15834-2011, numbers after GB/T 15835-2011.
"""

import re
from collections.abc import Callable, Iterator

from studydesk.proof.finding import Match

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】", "(": ")"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_FULL_WIDTH = dict(zip(",:;?!", "，：；？！", strict=True))
_NUMERALS = "零一二三四五六七八九"

Look = Callable[[str], Iterator[Match]]


def pattern(regex: str, suggestion: str | Callable[[re.Match[str]], str]) -> Look:
    """Finds every place where a regular expression matches, unless the suggestion is already
    what stands there.
    """
    compiled = re.compile(regex, re.MULTILINE)

    def look(text: str) -> Iterator[Match]:
        for match in compiled.finditer(text):
            better = suggestion(match) if callable(suggestion) else match.expand(suggestion)
            if better != match.group():
                yield Match(match.start(), match.end(), better)

    return look


def unbalanced(text: str) -> Iterator[Match]:
    """Quotation marks and brackets without their partner. A paragraph inside a long quotation
    may begin with another opening mark.
    """
    open_marks: list[tuple[str, int]] = []
    for place, mark in enumerate(text):
        if mark in _PAIRS:
            continues = mark in "“‘" and any(mark == other for other, _ in open_marks)
            if not (continues and text[:place].rstrip(" 　").endswith("\n")):
                open_marks.append((mark, place))
        elif mark in _CLOSING and not _apostrophe(text, place):
            if open_marks and open_marks[-1][0] == _CLOSING[mark]:
                open_marks.pop()
            elif not _enumerates(text, place):
                yield Match(place, place + 1)
    for _, place in open_marks:
        yield Match(place, place + 1)


def _apostrophe(text: str, place: int) -> bool:
    """Whether ’ stands in a Latin word or for minutes (4′ typed as 4’)."""
    return text[place] == "’" and place > 0 and text[place - 1].isascii()


def _enumerates(text: str, place: int) -> bool:
    """Whether a bracket closes a number at the start of a line: 1) or 1）."""
    return bool(re.search(r"(?:^|\n)\s*[\da-zA-Z]{1,2}$", text[:place]))


_HAN = "\u4e00-\u9fff"
half_width = pattern(
    rf"(?<=[{_HAN}])\([^()\n]*\)|\([^()\n]*[{_HAN}][^()\n]*\)|\([^()\n]*\)(?=[{_HAN}])"
    rf"|(?<=[{_HAN}”》])[,:;?!]|[,:;?!](?=[{_HAN}“《])",
    lambda match: f"（{match[0][1:-1]}）" if match[0].startswith("(") else _FULL_WIDTH[match[0]],
)

ellipsis = pattern(r"\.{3,}|。{2,}|(?<!…)…(?!…)|…{3,}", "……")

sequence = pattern(
    r"^(\s*)(?:(\d{1,2})、(?!\d)|([（(][一二三四五六七八九十\d]{1,3}[)）])[、.．])",
    lambda match: match[1] + (f"{match[2]}." if match[2] else match[3]),
)

title_end = pattern(r"[。：:；;，,]$", "")

_UNITS = "年|月|日|天|小时|分钟|人|个|次|%|％"
year_range = pattern(
    r"(?<![\d-])(\d{4})\s*[-－~]\s*(\d{4})(?=年)"
    rf"|(?<![\d-])(\d{{1,3}})[-－~](\d{{1,3}})(?={_UNITS})",
    lambda match: f"{match[1]}—{match[2]}" if match[1] else f"{match[3]}～{match[4]}",
)

_WORD_NUMBERS = {
    r"(?<![\d.])5\.?4(?=运动|青年节|精神)": "五四",
    r"(?<![\d.])5\.?1(?=劳动节|国际劳动节|小长假)": "五一",
    r"(?<![\d.])3\.?8(?=妇女节|国际妇女节|红旗手)": "三八",
    r"(?<=党的)20大": "二十大",
    r"(?<=党的)19大": "十九大",
    r"(?<=党的)18大": "十八大",
}
_PLAN = re.compile(r"(?<![\d.])1([1-5])五(?=[”’\"]|规划|时期|末|期间|开局)")


def word_numbers(text: str) -> Iterator[Match]:
    """Arabic digits in numbers that have become words: 54运动, “14五”."""
    for regex, word in _WORD_NUMBERS.items():
        yield from (Match(*match.span(), word) for match in re.finditer(regex, text))
    for match in _PLAN.finditer(text):
        yield Match(match.start(), match.end(), f"十{_NUMERALS[int(match[1])]}五")


_NUMBER = r"[\d０-９.]+[万亿]?|[一二三四五六七八九十百千万亿]+"
doubled_estimate = pattern(
    rf"(?<![最附远邻靠节契预条公违签])(大约|约|将近|近)({_NUMBER})"
    rf"(?:[余多]?([{_HAN}]{{0,3}}?)(?:左右|上下)|[余多](?=[{_HAN}]))",
    lambda match: f"{match[1]}{match[2]}{match[3] or ''}",
)

core_formula = pattern(
    r"以习近平(?:总书记|主席|总书记同志|同志总书记)?为(?:核心|领导核心)",
    "以习近平同志为核心",
)

_CONGRESSES = {"18": "十八", "19": "十九", "20": "二十", "21": "二十一"}


def _plenum(match: re.Match[str]) -> str:
    session = match[2]
    number = _NUMERALS[int(session)] if session.isdigit() else session
    return f"{_CONGRESSES.get(match[1], match[1])}届{number}中全会"


plenum_name = pattern(
    r"(?<![\d一二三四五六七八九十])(十八|十九|二十|18|19|20)届?([一二三四五六七1-7])中全会", _plenum
)

_FORMULA = "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”"
_VERBS = {
    "两个确立": ("深刻领悟", "领悟", "坚决拥护", "拥护", "捍卫"),
    "四个意识": ("增强", "牢固树立", "树牢"),
    "四个自信": ("坚定",),
    "两个维护": ("坚决做到", "做到", "践行"),
}
_MEMBERS = tuple(_VERBS)
_ANY_VERB = "|".join(verb for verbs in _VERBS.values() for verb in verbs)
_MEMBER = re.compile(rf"({_ANY_VERB})?(“?)({'|'.join(_MEMBERS)})(”?)(?:的决定性意义)?")


def member_order(text: str) -> Iterator[Match]:
    """Two or more of 两个确立、四个意识、四个自信、两个维护 in one sentence with one of the last
    three left out, another order, the verb of another member, or without their quotes.
    """
    for sentence in re.finditer(r"[^。！？；\n]+", text):
        members = list(_MEMBER.finditer(text, *sentence.span()))
        names = [member[3] for member in members]
        if len(set(names)) < 2:
            continue
        wrong = (
            names != sorted(names, key=_MEMBERS.index)
            or len(set(names) - {"两个确立"}) == 2
            or any(member[1] and member[1] not in _VERBS[member[3]] for member in members)
            or any(not (member[2] and member[4]) for member in members)
        )
        if wrong:
            yield Match(members[0].start(), members[-1].end(), _FORMULA)
