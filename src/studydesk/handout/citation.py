"""Where a passage was published: in prose under it, and by GB/T 7714-2015 in the list at the end.

Only what is known is printed; an unknown part leaves no gap and no empty marks.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from studydesk.domain.article import SourceKind
from studydesk.domain.passage import (
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Passage,
)
from studydesk.handout import wording
from studydesk.handout.wording import chinese_date

_NAMES = 3
"""Authors that are named before 等 (GB/T 7714-2015, 8.1.2)."""

_OWN_ENDS = "？！…?!."
"""Marks that end a title, or a name that is cut short."""


def source_line(passage: Passage, code: str = "", same: str = "") -> str:
    """The line under a passage, in full-width brackets: 摘自 whom and where, whether something is
    left out, what marks are the editor's, and the code that leads back to it, if one is wanted.
    Empty where there is nothing of that to tell.
    Where the source was told before, `same` says where instead.
    """
    published = prose(passage.citation)
    found_by = f"{wording.PASSAGE_CODE}{code}" if code else ""
    told = (same or f"摘自{published}") if published else ""
    is_cut = any(isinstance(operation, Omission) for operation in passage.operations)
    told = _joined("，", told, wording.CUT if is_cut else "")
    parts = (told, _editors_marks(passage), found_by)
    text = _joined("；", *parts)
    return f"（{text}）" if text else ""


@lru_cache(maxsize=1024)
def prose(citation: Citation) -> str:
    """苏文帅《题名》，《工人日报》2025年11月3日第7版, as far as it is known; of a page of the web
    新华网2025年11月3日, of a journal 《中国工运》2025年第3期，第12—15页, of a book
    北京：人民出版社2024年版，第7页, of a document number and date.
    """
    work = _names(citation.authors, "、", "等")
    title = _clean(citation.title)
    if title:
        work += _book_marks(title)
    elif work:
        work += "的文章"
    return _joined("，", work, _place(citation))


def _place(citation: Citation) -> str:
    name = _clean(citation.newspaper)
    day = chinese_date(citation.published) if citation.published else ""
    match citation.kind:
        case SourceKind.NEWSPAPER:
            return f"{_book_marks(name) if name else ''}{day}{_printed_page(citation.page)}"
        case SourceKind.JOURNAL:
            return _place_in_journal(citation)
        case SourceKind.ONLINE:
            return f"{name}{day}"
        case SourceKind.BOOK:
            return _place_in_book(citation)
        case SourceKind.DOCUMENT:
            return _joined("，", name, day)


def _place_in_journal(citation: Citation) -> str:
    name, issue = _clean(citation.newspaper), _issue(citation.page)
    year = issue.year or _year(citation)
    number = (
        f"{year}年" if year else "",
        f"第{issue.volume}卷" if issue.volume else "",
        f"第{issue.number}期" if issue.number else "",
        f"（总第{issue.total}期）" if issue.total else "",
    )
    leaf = f"第{_dash(issue.pages, '—')}页" if issue.pages else ""
    named = f"{_book_marks(name) if name else ''}{''.join(number)}"
    return _joined("，", named, leaf, issue.other)


def _place_in_book(citation: Citation) -> str:
    year = f"{citation.published.year}年版" if citation.published else ""
    page = _bare_page(citation.page)
    leaf = f"第{page}页" if page and not page.endswith("页") else page
    return _joined("，", f"{_clean(citation.newspaper)}{year}", leaf)


@lru_cache(maxsize=1024)
def reference(citation: Citation) -> str:
    """苏文帅. 题名[N]. 工人日报, 2025-11-03(7). as far as it is known (GB/T 7714-2015, 4.4).

    Empty where neither title nor newspaper is: a name alone refers to nothing. Where no newspaper
    is named, nothing is said to be in one.
    """
    if not (_clean(citation.title) or _bare(citation.newspaper)):
        return ""
    names = _ended(_names(citation.authors, ", ", ", 等"))
    title = _clean(citation.title).rstrip("。")
    if citation.kind is SourceKind.NEWSPAPER:
        work, kind = _joined(" ", names, title), "[N]" if _bare(citation.newspaper) else ""
        parts: tuple[str, ...] = (f"{work}{kind}" if work else "", _newspaper(citation))
    else:
        parts = (names, *_REFERENCES[citation.kind](citation, title))
    return " ".join(_ended(part) for part in parts if part)


def _newspaper(citation: Citation) -> str:
    page = _leaves(citation.page).replace("、", ", ")
    return _joined(", ", _bare(citation.newspaper), _day(citation)) + (f"({page})" if page else "")


def _journal(citation: Citation, title: str) -> tuple[str, str]:
    """题名[J]. 中国工运, 2025, 45(3): 12-15. (GB/T 7714-2015, 4.4)."""
    issue = _issue(citation.page)
    number = f"({issue.number})" if issue.number else ""
    year = issue.year or _year(citation)
    dated = _joined(", ", year, issue.volume + number) if issue.volume else year + number
    place = _joined(", ", _bare(citation.newspaper), dated, issue.other)
    pages = _dash(issue.pages, "-").replace("、", ", ")
    return f"{title}[J]" if title else "", _joined(": ", place, pages)


def _online(citation: Citation, title: str) -> tuple[str, str, str]:
    """题名[EB/OL]. (2025-11-16)[2026-01-05]. 网址 (GB/T 7714-2015, 4.6)."""
    days = f"({_day(citation)})" if citation.published else ""
    days += f"[{citation.seen.isoformat()}]" if citation.seen else ""
    return f"{title}[EB/OL]" if title else "", days, _bare_page(citation.page)


def _book(citation: Citation, title: str) -> tuple[str, str]:
    """书名[M]. 北京: 人民出版社, 2024: 7. (GB/T 7714-2015, 4.1)."""
    place = _joined(", ", _clean(citation.newspaper).replace("：", ": "), _year(citation))
    leaf = _bare_page(citation.page).removeprefix("第").removesuffix("页")
    return f"{title}[M]" if title else "", place + (f": {leaf}" if leaf else "")


def _document(citation: Citation, title: str) -> tuple[str, str]:
    """题名: 文号[Z]. 2024-10-12."""
    numbered = _joined(": ", title, _clean(citation.newspaper))
    return f"{numbered}[Z]" if numbered else "", _day(citation)


_REFERENCES: Mapping[SourceKind, Callable[[Citation, str], tuple[str, ...]]] = {
    SourceKind.JOURNAL: _journal,
    SourceKind.ONLINE: _online,
    SourceKind.BOOK: _book,
    SourceKind.DOCUMENT: _document,
}
"""How each kind of source but newspapers is referred to: the parts behind its authors."""


def _day(citation: Citation) -> str:
    return citation.published.isoformat() if citation.published else ""


def _year(citation: Citation) -> str:
    return str(citation.published.year) if citation.published else ""


_PAGE = r"第?\d+(?:[-–—～~至]+\d+)?页?"
_PAGES = f"(?P<pages>{_PAGE}(?:[、，,]{_PAGE})*)"
_YEAR = r"(?:(?P<year>\d{4})年)?(?:第?(?P<volume>\d+)卷)?"
_NUMBER = r"第?(?P<number>\d+(?:[-—/]\d+)?)期(?:[（(]总第?(?P<total>\d+)期?[）)])?"
_ISSUES = (
    re.compile(f"{_YEAR}{_NUMBER}(?:[：:，,]?{_PAGES})?"),
    re.compile(rf"(?P<year>(?:19|20)\d\d)[（(](?P<number>\d+)[）)](?:[：:]{_PAGES})?"),
    re.compile(rf"(?P<volume>\d+)[（(](?P<number>\d+)[）)](?:[：:]{_PAGES})?"),
    re.compile(rf"(?P<number>\d+(?:[-—/]\d+)?(?:[（(][上中下][）)])?)[：:]{_PAGES}"),
    re.compile(rf"(?P<number>\d+(?:/\d+)?)(?:[：:]{_PAGES})?"),
    re.compile(f"(?=.*页$){_PAGES}"),
)
"""2025年第3卷第2期（总第200期），第12—15页 and its parts; 2025(3): 12-15; 45(3): 12-15;
3：12-15 and 3; 第12页."""


class _Issue(NamedTuple):
    """Where in a journal something stands; or, in `other` words, as it is written."""

    year: str = ""
    volume: str = ""
    number: str = ""
    total: str = ""
    pages: str = ""
    other: str = ""


def _issue(page: str) -> _Issue:
    """The parts of what fits one of the forms; anything else stays as it is written."""
    bare = "".join(page.split())
    for form in _ISSUES:
        if found := form.fullmatch(bare):
            parts = {name: text for name, text in found.groupdict().items() if text}
            if "pages" in parts:
                parts["pages"] = re.sub("[，,]", "、", re.sub("[第页]", "", parts["pages"]))
            return _Issue(**parts)
    return _Issue(other=_clean(page))


def _dash(pages: str, dash: str) -> str:
    """12—15 with the dash that is wanted."""
    return re.sub("[-–—～~至]+", dash, pages)


def _joined(between: str, *parts: str) -> str:
    """The parts that are known, with this between them."""
    return between.join(part for part in parts if part)


def _ended(part: str) -> str:
    """A part of a reference with its point; one that ends in a mark of its own needs no other."""
    return f"{part}." if part and part[-1] not in _OWN_ENDS else part


def _clean(text: str) -> str:
    return " ".join(text.split())


def _names(authors: tuple[str, ...], between: str, more: str) -> str:
    known = [name for name in map(_clean, authors) if name]
    return between.join(known[:_NAMES]) + (more if len(known) > _NAMES else "")


def _bare(name: str) -> str:
    """A newspaper's name without the marks that some write around it."""
    name = _clean(name)
    return name[1:-1] if name.startswith("《") and name.endswith("》") else name


def _book_marks(title: str) -> str:
    """A title in 《》; those inside it become 〈〉 (GB/T 15834-2011, 4.15)."""
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        return title
    return "《" + title.replace("《", "〈").replace("》", "〉") + "》"


def _bare_page(page: str) -> str:
    """7 of 第7版, or whatever else the page is called."""
    page = _clean(page)
    return page[1:-1] if page.startswith("第") and page.endswith("版") else page


_LEAF = re.compile(r"第?([A-Z]?\d+(?:[-–—～~至][A-Z]?\d+)?)版?")


def _leaves(page: str) -> str:
    """1、4 of 第1版、第4版, 5 of 5版; a page that has a name keeps it."""
    leaves = [_LEAF.fullmatch(part.strip()) for part in re.split("[、，,]", page)]
    known = [leaf[1] for leaf in leaves if leaf]
    return "、".join(known) if len(known) == len(leaves) else _bare_page(page)


def _printed_page(page: str) -> str:
    page = _leaves(page)
    if not page:
        return ""
    return page if page.endswith("版") else f"第{page}版"


def _editors_marks(passage: Passage) -> str:
    """Says once which marks in a passage the author did not make."""
    operations = passage.operations
    marks = {operation.mark for operation in operations if isinstance(operation, Emphasis)}
    names = (
        "着重号" if EmphasisMark.DOTS in marks else "",
        "加粗" if EmphasisMark.BOLD in marks else "",
        "〔〕内文字" if any(isinstance(operation, Insertion) for operation in operations) else "",
    )
    known = _joined("、", *names)
    return f"{known}为编者所加" if known else ""
