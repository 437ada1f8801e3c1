"""People and numbers of the user's own words, held against those of the passages."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from studydesk import paths
from studydesk.domain.article import Article, Severity
from studydesk.domain.packet import Packet, PassageItem
from studydesk.proof.finding import Finding, written
from studydesk.proof.quoted import words_of_others
from studydesk.proof.words import HAN, pattern

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁卢姚"
    "沈钟姜崔谭陆范汪廖石贾夏付邹熊孟秦邱侯尹薛闫段雷黎史陶贺顾郝龚邵覃钱戴孔"
)
_POSTS = (
    "主席|书记|部长|局长|主任|院长|会长|秘书长|理事长|校长|总经理|董事长|厂长|处长"
    "|市长|省长|县长|区长"
)
_RANKED = re.compile(rf"(常务副|副|原)({_POSTS})、?([{SURNAMES}][{HAN}]{{1,2}})")
_NAMES = re.compile(rf"[{SURNAMES}][{HAN}]{{1,2}}(?:、[{SURNAMES}][{HAN}]{{1,2}})+(?![{HAN}])")
_LARGE = re.compile(
    rf"(?<![\d,.])(\d[\d,.]{{0,20}})(多|余)?(万|亿)?(多|余)?(个|名|人|家|项|户|件|元|%|％)?(?=([{HAN}]{{3}}))"
)
_LEAST = 100
"""Numbers below this are counted otherwise in every text."""

name_in_title = pattern(
    rf"(?:{_POSTS})[{SURNAMES}][{HAN}]{{1,2}}(?![{HAN}])|[{SURNAMES}][{HAN}]{{1,2}}同志", ""
)
"""People that a title names; editors miss a headline sooner than the text."""


def lost_rank(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Somebody whom a passage calls 副主席 or 原主席, none 主席, and the user's own words do."""
    ranked: dict[str, str] = {}
    for passage in packet.passages:
        for found in _RANKED.finditer(passage.text):
            bare = f"(?<!{found[1][-1]}){found[2]}{found[3][:2]}"
            if not any(re.search(bare, each.text) for each in packet.passages):
                for name in (found[3], found[3][:2]):
                    ranked[found[2] + name] = found[1]
    for words in written(packet):
        for called, rank in ranked.items():
            if re.search(f"(?<!{rank[-1]}){re.escape(called)}", words.text):
                yield words.item_id, words.field, f"{called} {rank}{called}"
                break


def other_order(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Names that the user's own words list in another order than a passage, or a passage's source,
    does.
    """
    lists = [found[0] for passage in packet.passages for found in _NAMES.finditer(passage.text)]
    lists += ["、".join(passage.citation.authors) for passage in packet.passages]
    printed: dict[frozenset[str], list[str]] = {}
    for each in lists:
        printed.setdefault(frozenset(each.split("、")), []).append(each)
    for words in written(packet):
        for found in _NAMES.finditer(words.text):
            there = printed.get(frozenset(found[0].split("、")), [found[0]])
            if found[0] not in there:
                yield words.item_id, words.field, f"{found[0]} {there[-1]}"
                break


def other_number(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A large number of the user's own words that a passage gives otherwise of the same thing."""
    printed: dict[str, list[str]] = {}
    for passage in packet.passages:
        for key, number, _ in _numbers(passage.text):
            printed.setdefault(key, []).append(number)
    for words in written(packet):
        others = words_of_others(words.text)
        for key, number, at in _numbers(words.text):
            quoted = any(start <= at < end for start, end in others)
            if not quoted and number not in printed.get(key, [number]):
                yield words.item_id, words.field, f"{number} {printed[key][-1]}"
                break


_WHO = re.compile(r"作者(?:为|系|是|单位[：:])([^，。；：？！“”（）()\s]{3,40})")
_OFFICE = re.compile(
    rf"^(?!什么|怎|从|如何|谁|哪|何).*(?:{_POSTS}|所长|委员|教授|研究员|讲师|专家|工程师|记者|编辑|博士|硕士"
    "|工会|大学|学院|研究[院所]|公司|集团|党校|中心|协会)$"
)
"""What ends in a post or where somebody is at; 作者为什么 and 作者为工会提建议 tell of neither."""
_WHO_IS = re.compile("^作者(?:为|系|是|单位[：:])?")


def other_identity(packet: Packet, articles: Iterable[Article]) -> Iterator[Finding]:
    """Who an author is by the user's own words, where the article prints it otherwise: it stays
    as it was on that day. Nothing where an article does not say.
    """
    known = [each for each in articles if each.affiliation]
    for words in written(packet):
        for start, end, names in sorted(_identities(words.text, known), key=lambda one: one[:2]):
            said = words.text[start:end]
            meant = [each.affiliation for each in known if not names or names & {*each.authors}]
            if meant and not any(said in each for each in meant):
                there = _WHO_IS.sub("", meant[0]) if len(meant) == 1 else ""
                place = (words.item_id, words.field, start, end)
                yield Finding("N07", Severity.AMBER, *place, said, there)


def other_title(packet: Packet, articles: Iterable[Article]) -> Iterator[Finding]:
    """A passage that is cited by another title than its article has, apart from what is blank in
    it. Nothing where either has none.
    """
    titles = {each.id: each.title for each in articles}
    for item in packet.items:
        if isinstance(item, PassageItem):
            said, now = item.passage.citation.title, titles.get(item.passage.article_id, "")
            if said and now and "".join(said.split()) != "".join(now.split()):
                place = (item.id, "citation", 0, 0)
                yield Finding("C08", Severity.AMBER, *place, said, now)


def _identities(text: str, known: Iterable[Article]) -> Iterator[tuple[int, int, set[str]]]:
    """Where a text says who somebody is, and who that is; nobody by name where it says 作者."""
    for found in _WHO.finditer(text):
        if _OFFICE.search(found[1]):
            yield *found.span(1), set()
    for name in dict.fromkeys(name for each in known for name in each.authors):
        for found in re.finditer(rf"{re.escape(name)}（([^（）《》\d]{{3,40}})）", text):
            if _OFFICE.search(found[1]):
                yield *found.span(1), {name}


@cache
def _variants() -> tuple[tuple[str, ...], ...]:
    """Names of one thing."""
    lines = (paths.resources() / "phrases" / "variants.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))


def other_name(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A thing that the user's own words call by another name than before, quotations apart."""
    called: dict[int, str] = {}
    for words in written(packet):
        bare = re.sub("“[^”]*”|《[^》]*》", "\n", words.text)
        for number, names in enumerate(_variants()):
            for name in names:
                there = name in (words.text if name.startswith("“") else bare)
                if there and called.setdefault(number, name) != name:
                    yield words.item_id, words.field, f"{name} {called[number]}"


def _numbers(text: str) -> Iterator[tuple[str, str, int]]:
    """Large numbers: what is counted, the number as it is written, and where it stands."""
    for found in _LARGE.finditer(text):
        digits = found[1].replace(",", "").rstrip(".")
        scale = {"万": 10_000, "亿": 100_000_000}.get(found[3] or "", 1)
        is_number = bool(re.fullmatch(r"\d+(?:\.\d+)?", digits))
        if is_number and float(digits) * scale >= _LEAST and not _is_year(found):
            yield f"{found[5] or ''}{found[6]}", found[0], found.start()


def _is_year(found: re.Match[str]) -> bool:
    return found[6].startswith("年") or found[6].startswith("月")
