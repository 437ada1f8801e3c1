"""Where a passage was published: in prose under it, and by GB/T 7714-2015 in the list at the end.

Only what is known is printed; an unknown part leaves no gap and no empty marks.
"""

from studydesk.domain.passage import Citation, Emphasis, EmphasisMark, Insertion, Passage
from studydesk.handout import wording
from studydesk.handout.wording import chinese_date

_NAMES = 3
"""Authors that are named before 等 (GB/T 7714-2015, 8.1.2)."""

_OWN_ENDS = "？！…?!."
"""Marks that end a title, or a name that is cut short."""


def source_line(passage: Passage, code: str = "", same: str = "") -> str:
    """The line under a passage, in full-width brackets: 摘自 whom and where, what marks are the
    editor's, and the code that leads back to it, if one is wanted. Empty where nothing is known.
    Where the source was told in a note before, 同 and the mark of that is enough.
    """
    published = prose(passage.citation)
    found_by = f"{wording.PASSAGE_CODE}{code}" if code else ""
    told = f"同{same}" if same else f"摘自{published}"
    parts = (told if published else "", _editors_marks(passage), found_by)
    text = "；".join(part for part in parts if part)
    return f"（{text}）" if text else ""


def prose(citation: Citation) -> str:
    """苏文帅《题名》，《工人日报》2025年11月3日第7版, as far as it is known."""
    work = _names(citation.authors, "、", "等")
    title = _clean(citation.title)
    if title:
        work += _book_marks(title)
    elif work:
        work += "的文章"
    newspaper = _clean(citation.newspaper)
    place = _book_marks(newspaper) if newspaper else ""
    place += chinese_date(citation.published) if citation.published else ""
    place += _printed_page(citation.page)
    return "，".join(part for part in (work, place) if part)


def reference(citation: Citation) -> str:
    """苏文帅. 题名[N]. 工人日报, 2025-11-03(7). as far as it is known (GB/T 7714-2015, 4.4).

    Empty where neither title nor newspaper is: a name alone refers to nothing. Where no newspaper
    is named, nothing is said to be in one.
    """
    if not (_clean(citation.title) or _bare(citation.newspaper)):
        return ""
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
