"""What the parts of a citation are called, by the kind of source. No Qt: the commands speak with
them too.
"""

from collections.abc import Mapping

from studydesk.domain.article import SourceKind

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
