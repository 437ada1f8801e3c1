"""Where a passage was published: in prose under it, and by GB/T 7714-2015 in the list at the end.

Only what is known is printed; an unknown part leaves no gap and no empty marks.
"""

import re

from studydesk.domain.article import SourceKind
from studydesk.domain.passage import (
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Passage,
)
from studydesk.handout import wording
from studydesk.handout.wording import chinese_date

_NAMES = 3
"""Authors that are named before 等 (GB/T 7714-2015, 8.1.2)."""

_OWN_ENDS = "？！…?!."
"""Marks that end a title, or a name that is cut short."""


def source_line(passage: Passage, code: str = "", same: str = "") -> str:
    """The line under a passage, in full-width brackets: 摘自 whom and where, what marks are the
    editor's, and the code that leads back to it, if one is wanted. Empty where nothing is known.
    Where the source was told before, `same` says where instead.
    """
    published = prose(passage.citation)
    found_by = f"{wording.PASSAGE_CODE}{code}" if code else ""
    told = same or f"摘自{published}"
    parts = (told if published else "", _editors_marks(passage), found_by)
    text = "；".join(part for part in parts if part)
    return f"（{text}）" if text else ""


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
    place = _place(citation)
    return "，".join(part for part in (work, place) if part)


def _place(citation: Citation) -> str:
    name = _clean(citation.newspaper)
    day = chinese_date(citation.published) if citation.published else ""
    match citation.kind:
        case SourceKind.NEWSPAPER:
            return f"{_book_marks(name) if name else ''}{day}{_printed_page(citation.page)}"
        case SourceKind.JOURNAL:
            issue, pages = _issue(citation.page)
            year = f"{citation.published.year}年" if citation.published else ""
            number = f"第{issue}期" if issue else ""
            leaf = f"第{_dash(pages, '—')}页" if pages else ""
            whole = f"{_book_marks(name) if name else ''}{year}{number}"
            return "，".join(part for part in (whole, leaf) if part)
        case SourceKind.ONLINE:
            return f"{name}{day}"
        case SourceKind.BOOK:
            year = f"{citation.published.year}年版" if citation.published else ""
            page = _bare_page(citation.page)
            leaf = f"第{page}页" if page and not page.endswith("页") else page
            return "，".join(part for part in (f"{name}{year}", leaf) if part)
        case SourceKind.DOCUMENT:
            return "，".join(part for part in (name, day) if part)


def reference(citation: Citation) -> str:
    """苏文帅. 题名[N]. 工人日报, 2025-11-03(7). as far as it is known (GB/T 7714-2015, 4.4).

    Empty where neither title nor newspaper is: a name alone refers to nothing. Where no newspaper
    is named, nothing is said to be in one.
    """
    if not (_clean(citation.title) or _bare(citation.newspaper)):
        return ""
    if citation.kind is not SourceKind.NEWSPAPER:
        return _reference_of(citation)
    names = _names(citation.authors, ", ", ", 等")
    title = _clean(citation.title).rstrip("。")
    work = " ".join(part for part in (_ended(names), title) if part)
    place = ", ".join(
        part
        for part in (
            _bare(citation.newspaper),
            citation.published.isoformat() if citation.published else "",
        )
        if part
    )
    page = _bare_page(citation.page)
    place += f"({page})" if page else ""
    kind = "[N]" if _bare(citation.newspaper) else ""
    parts = (f"{work}{kind}" if work else "", place)
    return " ".join(_ended(part) for part in parts if part)


def _reference_of(citation: Citation) -> str:
    """题名[J]. 中国工运, 2025(3): 12-15; 题名[EB/OL]. (2025-11-16)[2026-01-05]. 网址;
    书名[M]. 北京: 人民出版社, 2024: 7; or 题名: 文号[Z]. 2024-10-12
    (GB/T 7714-2015, 4.1, 4.4, 4.6).
    """
    names = _ended(_names(citation.authors, ", ", ", 等"))
    title = _clean(citation.title).rstrip("。")
    name = _clean(citation.newspaper)
    day = citation.published.isoformat() if citation.published else ""
    page = _bare_page(citation.page)
    if citation.kind is SourceKind.JOURNAL:
        issue, pages = _issue(citation.page)
        year = str(citation.published.year) if citation.published else ""
        year += f"({issue})" if issue else ""
        place = ", ".join(part for part in (_bare(citation.newspaper), year) if part)
        place += f": {_dash(pages, '-')}" if pages else ""
        parts = (f"{title}[J]" if title else "", place, "")
    elif citation.kind is SourceKind.ONLINE:
        days = f"({day})" if day else ""
        days += f"[{citation.seen.isoformat()}]" if citation.seen else ""
        parts = (f"{title}[EB/OL]" if title else "", days, page)
    elif citation.kind is SourceKind.BOOK:
        year = str(citation.published.year) if citation.published else ""
        place = ", ".join(part for part in (name.replace("：", ": "), year) if part)
        leaf = page.removeprefix("第").removesuffix("页")
        place += f": {leaf}" if leaf else ""
        parts = (f"{title}[M]" if title else "", place, "")
    else:
        numbered = ": ".join(part for part in (title, name) if part)
        parts = (f"{numbered}[Z]" if numbered else "", day, "")
    return " ".join(_ended(part) for part in (names, *parts) if part)


_ISSUE = re.compile(r"第?\s*([^\s：:，,第期]+)\s*期?(?:\s*[：:，,]?\s*第?\s*([^第页]+?)\s*页?)?")


def _issue(page: str) -> tuple[str, str]:
    """3 and 12-15 of 3：12-15, or of 第3期第12-15页; anything else is an issue as it is written."""
    page = _clean(page)
    found = _ISSUE.fullmatch(page)
    return (found[1], found[2] or "") if found else (page, "")


def _dash(pages: str, dash: str) -> str:
    """12—15 with the dash that is wanted."""
    return re.sub(r"\s*[-–—～~至]+\s*", dash, pages)


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


def _printed_page(page: str) -> str:
    page = _bare_page(page)
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
    known = "、".join(name for name in names if name)
    return f"{known}为编者所加" if known else ""
