"""Set phrases that the rules look for in the user's own words: names of plenums and posts, fixed
formulas, and words that a reader of the printed page takes for others.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from studydesk import paths
from studydesk.proof.facts import SURNAMES
from studydesk.proof.finding import Match
from studydesk.proof.words import HAN, NUMERALS, pattern, words_for

core_formula = pattern(
    r"以习近平(?:总书记|主席|总书记同志|同志总书记)?为(?:核心|领导核心)",
    "以习近平同志为核心",
)

_CONGRESSES = {"18": "十八", "19": "十九", "20": "二十", "21": "二十一"}


def _plenum(match: re.Match[str]) -> str:
    session = match[2]
    number = NUMERALS[int(session)] if session.isdigit() else session
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


_IDEAS = (
    "马克思列宁主义|马列主义",
    "毛泽东思想",
    "邓小平理论",
    "“?三个代表”?重要思想",
    "科学发展观",
    "习近平新时代中国特色社会主义思想",
)
_FULL_IDEAS = ("马克思列宁主义", *_IDEAS[1:3], "“三个代表”重要思想", *_IDEAS[4:])
_POSTS = ("中共中央总书记", "国家主席", "中央军委主席")


def _chains(names: Sequence[str], text: str) -> Iterator[tuple[re.Match[str], list[int]]]:
    """Two or more of these names one after another, and their places in the right order."""
    name = "|".join(names)
    for chain in re.finditer(rf"(?:{name})(?:(?:、|和|以及)(?:{name}))+", text):
        found = re.findall(name, chain[0])
        yield (
            chain,
            [next(n for n, one in enumerate(names) if re.fullmatch(one, f)) for f in found],
        )


def idea_order(text: str) -> Iterator[Match]:
    """The guiding thoughts of the party charter in another order, or with one between the first
    and the last left out; a list may end earlier, as it did in its time.
    """
    for chain, places in _chains(_IDEAS, text):
        whole = list(range(min(places), max(places) + 1))
        if places != whole:
            yield Match(*chain.span(), "、".join(_FULL_IDEAS[place] for place in whole))


def post_order(text: str) -> Iterator[Match]:
    """The three highest posts one after another in another order than the usual one."""
    for chain, places in _chains(_POSTS, text):
        if places != sorted(places):
            yield Match(*chain.span(), "、".join(_POSTS[place] for place in sorted(places)))


name_before_post = pattern(
    rf"(?<![{HAN}])([{SURNAMES}](?![副总党省市县区委名位])[{HAN}]"
    rf"(?:(?![副总党省市县区委名位])[{HAN}])?)"
    r"((?:副)?(?:主席|书记|部长|局长|主任))(?=指出|强调|表示|要求)",
    r"\2\1",
)

dropped_character = words_for(
    {
        r"(?<![全产])党全国各族人民": "全党全国各族人民",
        r"代表党中央政治局": "代表中央政治局",
    }
)
cast_firmly = pattern("筑牢中华民族共同体意识", "铸牢中华民族共同体意识")
news_usage = words_for(
    {
        r"(“?一带一路”?)战略(?![合支枢通对性])": r"\1倡议",
        rf"(?<![{SURNAMES}])建国(以后|以来|初期|前|后(?!来))": r"新中国成立\1",
        rf"(?<![{HAN}])解放(以后|以来|初期|前(?!夕)|后(?![顾来]))": r"新中国成立\1",
        rf"中共([{HAN}]{{1,6}}?)(?<!自治)([省市县区])\2委": r"中共\1\2委",
    }
)

look_alikes = words_for(
    {
        "加人(?=工会|组织|中国共产党)": "加入",
        "杜会(?=主义|发展|保障|保险|各界|稳定|治理|组织|责任)": "社会",
        "(?<![自知])[己巳]经": "已经",
        "(?<![能以不])自[已巳]": "自己",
        "(?<![周月年岁期始纪本])末来": "未来",
        "(?<![周月年岁期始纪本])末(?=必|能够|成年)": "未",
        "纳人(?=体系|规划|范围|考核|议程)": "纳入",
        "(?<!资)深人(?=贯彻|学习|推进|实施|开展|基层|一线)": "深入",
    }
)

_TWICE = re.compile(
    rf"(?P<pair>[{HAN}]{{2,6}})[和与及](?P=pair)(?![{HAN}])"
    rf"|(?P<whole>[{HAN}]{{3,20}})(?P=whole)|(?P<of>的)的(?!确)"
)


def written_twice(text: str) -> Iterator[Match]:
    """The same word on both sides of 和, or three to twenty characters twice in a row; two are
    often right (部署部署, 研究研究).
    """
    for match in _TWICE.finditer(text):
        yield Match(*match.span(), match["whole"] or match["of"] or "")


_NOW = re.compile("二十届四中全会|2030年|第十五个五年|“十五五”|2026年至2030年")
_LONG_AGO = re.compile("200[0-5]")
_OLD_PLAN = re.compile("(?<!“)“十五”(?=时期|规划|期间|末|开局)|第十四个五年规划(?=的建议)")


def plan_ordinal(text: str) -> Iterator[Match]:
    """The plan of 2001 to 2005, or that before, in a text that speaks of the years to 2030."""
    for sentence in re.finditer(r"[^。！？\n]+", text if _NOW.search(text) else ""):
        if not _LONG_AGO.search(sentence[0]):
            for found in _OLD_PLAN.finditer(text, *sentence.span()):
                better = "“十五五”" if found[0].startswith("“") else "第十五个五年规划"
                yield Match(*found.span(), better)


short_thought = pattern("(?<!习近平)新时代中国特色社会主义思想", "习近平新时代中国特色社会主义思想")


@cache
def _summaries() -> re.Pattern[str]:
    """Fixed summaries of a number and a noun, which stand in quotation marks."""
    lines = (paths.resources() / "phrases" / "summaries.txt").read_text("utf-8").splitlines()
    known = "|".join(line for line in lines if line and not line.startswith("#"))
    return re.compile(f"(?<![“‘])(?:{known})(?![”’])")


def unquoted_summary(text: str) -> Iterator[Match]:
    """Such a summary without its marks, where `member_order` does not tell of it."""
    told = [(match.start, match.end) for match in member_order(text)]
    for found in _summaries().finditer(text):
        if not any(start <= found.start() < end for start, end in told):
            yield Match(*found.span(), f"“{found[0]}”")
