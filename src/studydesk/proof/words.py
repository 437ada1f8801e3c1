"""What the rules look for in the user's own words: punctuation and numbers.

Punctuation after GB/T 15834-2011, numbers after GB/T 15835-2011.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from studydesk.proof.finding import Match

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】", "(": ")"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_FULL_WIDTH = dict(zip(",:;?!", "，：；？！", strict=True))
NUMERALS = "零一二三四五六七八九"
HAN = "\u4e00-\u9fff"
"""What stands in a class of a regular expression for a Chinese character."""

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


def words_for(better: Mapping[str, str]) -> Look:
    """Finds every place of several regular expressions, each with what should stand there."""
    looks = [pattern(regex, suggestion) for regex, suggestion in better.items()]
    return lambda text: (match for look in looks for match in look(text))


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


half_width = pattern(
    rf"(?<=[{HAN}])\([^()\n]*\)|\([^()\n]*[{HAN}][^()\n]*\)|\([^()\n]*\)(?=[{HAN}])"
    rf"|(?<=[{HAN}”》])[,:;?!]|[,:;?!](?=[{HAN}“《])",
    lambda match: f"（{match[0][1:-1]}）" if match[0].startswith("(") else _FULL_WIDTH[match[0]],
)

_QUOTED = re.compile('"([^"\n]*)"')
_INCHES = re.compile(r'\d"')
_CHINESE = re.compile(f"[{HAN}]")


def straight_quotes(text: str) -> Iterator[Match]:
    """Words in straight quotation marks that are Chinese or stand beside Chinese. Marks open and
    close in turn along a line; none is judged where one has no partner or may stand for inches.
    """
    for line in re.finditer(r"[^\n]+", text):
        if line[0].count('"') % 2 or _INCHES.search(line[0]):
            continue
        for quoted in _QUOTED.finditer(line[0]):
            around = line[0][max(0, quoted.start() - 1) : quoted.end() + 1]
            if _CHINESE.search(around):
                start = line.start() + quoted.start()
                yield Match(start, start + len(quoted[0]), f"“{quoted[1]}”")


ellipsis = pattern(r"\.{3,}|。{2,}|(?<!…)…(?!…)|…{3,}", "……")

sequence = pattern(
    r"^(\s*)(?:(\d{1,2})、(?!\d)|([（(][一二三四五六七八九十\d]{1,3}[)）])[、.．])",
    lambda match: match[1] + (f"{match[2]}." if match[2] else match[3]),
)

title_end = pattern(r"([^。：:；;，,\s])[。：:；;，,]+$", r"\1")

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
_word_numbers = words_for(_WORD_NUMBERS)
_PLAN = re.compile(r"(?<![\d.])1([1-5])五(?=[”’\"]|规划|时期|末|期间|开局)")


def word_numbers(text: str) -> Iterator[Match]:
    """Arabic digits in numbers that have become words: 54运动, “14五”."""
    yield from _word_numbers(text)
    for match in _PLAN.finditer(text):
        yield Match(match.start(), match.end(), f"十{NUMERALS[int(match[1])]}五")


_NUMBER = r"[\d０-９.]+[万亿]?|[一二三四五六七八九十百千万亿]+"
doubled_estimate = pattern(
    rf"(?<![最附远邻靠节契预条公违签])(大约|约|将近|近)({_NUMBER})"
    rf"(?:[余多]?([{HAN}]{{0,3}}?)(?:左右|上下)|[余多](?=[{HAN}]))",
    lambda match: f"{match[1]}{match[2]}{match[3] or ''}",
)

no_mark_between = pattern("([”’])、([“‘])|》、《", lambda match: match[0].replace("、", ""))

joint_issuer = pattern(
    "(《?)(中共中央(?:办公厅)?)(国务院)",
    lambda match: f"{match[1]}{match[2]}{' ' if match[1] else '、'}{match[3]}",
)

title_marks = words_for(
    {
        "《(?!关于)([^《》“”]{2,}(?:行动|活动|论坛|竞赛|大赛|培训班|大讲堂|助企行))》": r"“\1”",
        "《([^《》<>]*)<([^<>《》]+)>([^《》<>]*)》": r"《\1〈\2〉\3》",
    }
)

document_number = pattern(
    rf"(?<=[{HAN}])[\[［【（(]((?:19|20)\d\d)[\]］】）)](?=\d{{1,4}}号(?![楼线院车机]))", r"〔\1〕"
)


def _percent(match: re.Match[str]) -> str:
    tens, ones, decimals = match[1], match[2], match[3] or ""
    whole = (NUMERALS.index(tens[0]) if tens[:-1] else 1) * 10 if tens else 0
    digits = "".join(str(NUMERALS.index(numeral)) for numeral in decimals[1:])
    return f"{whole + (NUMERALS.index(ones) if ones else 0)}{'.' if digits else ''}{digits}%"


percent_in_words = pattern(
    "百分之(?=[一二三四五六七八九十零])([一二三四五六七八九]?十)?([零一二三四五六七八九])?"
    "(点[零一二三四五六七八九]+)?(?![零一二三四五六七八九十百千万几])",
    _percent,
)

short_date = words_for(
    {
        r"(?<![\d.—-])([0-4]\d)年(?=\d{1,2}月(?!末|底))": r"20\1年",
        r"(?<![\d.])0([1-9])(?=[月日])": r"\1",
    }
)

_ON_A_SCREEN = re.compile(
    "扫码(?=观看|阅读|查看|收听|下载|关注)|请扫一扫|扫一扫(?=[上下左右][方侧边]|二维码)|扫描(?:[上下左右][方侧边])?二维码|长按(?:识别)?二维码"
    "|点击(?:[上下][方])?(?:链接|阅读原文|“阅读原文”)"
)


def only_on_a_screen(text: str) -> Iterator[Match]:
    """What a reader of paper cannot do: follow a link, or scan a code that was not printed."""
    yield from (Match(*match.span()) for match in _ON_A_SCREEN.finditer(text))


speech_without_marks = pattern(
    r"(?<=指出|强调|写道)：(?![“‘《〈「『\s]|[一首]是|[一首]要|首先|第一|其一|$)", ""
)
"""Words behind 指出： that are neither marked as quoted nor set off by a comma as reported."""

stop_outside = pattern("((?:指出|强调|说|写道|提出)：“[^“”]{8,}[^“”。！？…])”。", r"\1。”")
"""A whole sentence that is quoted behind a colon has its stop inside the marks (GB/T 15834)."""

private_number = pattern(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)", "")
"""Numbers of mobile phones and of identity cards, which a packet file carries along."""

_SERIES = tuple(
    re.compile(regex, re.MULTILINE)
    for regex in (
        "第([一二三四五六七八九])[，、：是]",
        "其([一二三四五六七八九])[，、：是]",
        "(?:^|[。；：，])([一二三四五六七八九])是(?!否)",
        "^[ 　]*([一二三四五六七八九])、",
    )
)
_ORDER = "一二三四五六七八九"


def skipped_ordinal(text: str) -> Iterator[Match]:
    """A series that begins with one and leaves a number out: 第一，第二，第四."""
    for series in _SERIES:
        last = 0
        for found in series.finditer(text):
            number = _ORDER.index(found[1]) + 1
            if last and number > last + 1:
                yield Match(*found.span(1))
            last = number if last or number == 1 else 0
