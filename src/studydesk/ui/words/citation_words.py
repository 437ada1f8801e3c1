"""What the parts of a citation are called, by the kind of source. No Qt: the commands speak with
them too.
"""

from collections.abc import Mapping, Sequence

from studydesk.domain.article import SourceKind
from studydesk.domain.packet import Packet
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import Asked

KINDS: Mapping[SourceKind, str] = {
    SourceKind.NEWSPAPER: "报纸",
    SourceKind.JOURNAL: "期刊",
    SourceKind.ONLINE: "网页",
    SourceKind.BOOK: "图书",
    SourceKind.DOCUMENT: "文件",
}
"""What users call the kinds."""

_COMMON = {
    "title": ("题名", "待补"),
    "work": ("题名或报名", ""),
    "newspaper": ("报名", "待补，如：工人日报"),
    "published": ("日期", ""),
    "page": ("版次", "待补，如：5"),
}
_OWN: Mapping[SourceKind, Mapping[str, tuple[str, str]]] = {
    SourceKind.NEWSPAPER: {},
    SourceKind.JOURNAL: {
        "newspaper": ("刊名", "待补，如：中国工运"),
        "page": ("期号和页码", "待补，如：3：12-15"),
    },
    SourceKind.ONLINE: {
        "newspaper": ("网站", "可不填，如：新华网"),
        "page": ("网址", "待补，从 http 起抄全"),
    },
    SourceKind.BOOK: {
        "newspaper": ("出版社", "待补，如：北京：人民出版社"),
        "page": ("页码", "可不填，如：7"),
    },
    SourceKind.DOCUMENT: {
        "newspaper": ("文号", "可不填，如：工发〔2025〕3号"),
        "page": ("页码", ""),
    },
}


def part_names(kind: SourceKind) -> Mapping[str, tuple[str, str]]:
    """What each part is called, and what its empty field says."""
    return {**_COMMON, **_OWN[kind]}


def part_name(part: str) -> str:
    """What a part is called that a finding names: newspaper, or book.newspaper."""
    kind, _, name = part.rpartition(".")
    return part_names(SourceKind(kind or SourceKind.NEWSPAPER))[name][0]


_NAMED, _LONG = 3, 20
"""So many files are named, each with so many characters at most."""


def filled_in(asked: Asked) -> str:
    """Which of several files are filled in by one answer, and what stays of those that have it:
    that in which they differ; what all of them share is changed in all.
    """
    count, lacking = len(asked.facts), asked.lacking
    is_known = any(each.newspaper or each.published or each.page for each in asked.facts)
    if is_known and not asked.differs:
        return f"{count} 个文件的出处一样，一起改。"
    if not lacking:
        return f"{count} 个文件都有出处了，不同的照记。"
    names = (n if len(n) <= _LONG else f"{n[: _LONG - 6]}…{n[-5:]}" for n in lacking[:_NAMED])
    which = "、".join(names) + ("等" if len(lacking) > _NAMED else "")
    if len(lacking) < count:
        return f"填入 {count} 个文件中空着的 {len(lacking)} 个：{which}。已有或认出而不同的照记。"
    if not is_known:
        return f"填入 {count} 个文件：{which}。"
    return f"填入 {count} 个文件中空着的栏：{which}。已有或认出而不同的照记。"


def filled(before: Sequence[SourceFacts], after: Sequence[SourceFacts]) -> str:
    """What is said of an answer about sources, by what is on record of them before and after."""
    changed = sum(was != now for was, now in zip(before, after, strict=True))
    if len(after) < 2:
        return "出处已填写。"
    if changed < len(after):
        return f"{len(after)} 个来源中填写了 {changed} 个的出处，其余没有改动。"
    return f"{changed} 个来源的出处已填写。"


def filled_together(before: Packet, after: Packet) -> str:
    """How many passages of a packet are cited otherwise than before, and what they have in common;
    empty where it is one only. What of other packets follows is said in the form.
    """
    pairs = zip(before.passages, after.passages, strict=True)
    changed = [now.article_id for was, now in pairs if was.citation != now.citation]
    if len(changed) < 2:
        return ""
    common = "同一来源" if len(set(changed)) > 1 else "同一篇"
    return f"这份学习包里{common}的 {len(changed)} 段一起填了。"
