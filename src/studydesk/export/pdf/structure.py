"""The logical structure of a PDF (ISO 32000-1, 14.7): what is a heading, a paragraph, a cell.

Screen readers follow it, and text copied or searched comes out paragraph by paragraph.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_Kid = int | PDFObjectReference | tuple[int | PDFObjectReference, PDFObjectReference]
"""Marked content of the element's page, another element, or marked content or a link of a page."""

Path = tuple[tuple[Hashable, str], ...]
"""From the outermost element inwards: a key that tells elements apart, and the type."""

_LIST = "/A <</O /List /ListNumbering /Decimal>>"
_TYPES = {
    "L": ("L", _LIST),
    "TH": ("TH", "/A <</O /Table /Scope /Column>>"),
    "RowHead": ("TH", "/A <</O /Table /Scope /Row>>"),
}
"""Types that say more of themselves than their tag."""


_LINKS = 1 << 20
"""Links are numbered from here, pages from 0 (ISO 32000-1, 14.7.4.4)."""


def tag(kind: str) -> str:
    """The tag of a type."""
    return _TYPES.get(kind, (kind, ""))[0]


class _Element(PDFObject):
    """A structure element; its content lies on one page, or is told page by page. It writes itself:
    a long handout has thousands.
    """

    reference: PDFObjectReference
    """By which others name it, once it is in the document."""

    def __init__(self, kind: str, parent: PDFObjectReference) -> None:
        self.description = self.identifier = ""
        self._kind = kind
        self._parent = parent
        self._page: PDFObjectReference | None = None
        self._kids: list[_Kid] = []

    def add_element(self, reference: PDFObjectReference) -> None:
        """Take in an element."""
        self._kids.append(reference)

    def add_mark(self, mark: int, page: PDFObjectReference) -> None:
        """Take in marked content of a page."""
        if self._page is None:
            self._page = page
        on_first = self._page.name == page.name
        self._kids.append(mark if on_first else (mark, page))

    def add_link(self, link: PDFObjectReference, page: PDFObjectReference) -> None:
        """Take in a link of a page."""
        self._kids.append((link, page))

    def format(self, document: PDFDocument) -> bytes:
        """The element as it stands in the file."""
        page = f" /Pg {_numbers(document, self._page)}" if self._page else ""
        kids = " ".join(_kid(document, kid) for kid in self._kids)
        parent = _numbers(document, self._parent)
        told = f" /Alt <FEFF{_utf_16(self.description)}>" if self.description else ""
        kind, more = _TYPES.get(self._kind, (self._kind, ""))
        if self.identifier:
            more = f"/ID ({self.identifier})"
        element = f"<</Type /StructElem /S /{kind} /P {parent}{page}{told} {more} /K [{kids}]>>"
        return element.encode("ascii")


def _kid(document: PDFDocument, kid: _Kid) -> str:
    if isinstance(kid, int):
        return str(kid)
    if isinstance(kid, tuple):
        content, page = kid[0], _numbers(document, kid[1])
        if isinstance(content, int):
            return f"<</Type /MCR /Pg {page} /MCID {content}>>"
        return f"<</Type /OBJR /Pg {page} /Obj {_numbers(document, content)}>>"
    return _numbers(document, kid)


def _utf_16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _numbers(document: PDFDocument, reference: PDFObjectReference) -> str:
    number, version = document.idToObjectNumberAndVersion[reference.name]
    return f"{number} {version} R"


class StructureTree:
    """Collects marked content while pages are drawn, and is written when all are done."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._document: PDFDocument = canvas._doc
        titles = PDFDictionary({"Title": "/H1"})  # what PDF 2.0 has a type for
        self._root = PDFDictionary({"Type": "/StructTreeRoot", "RoleMap": titles})
        self._root_reference = self._document.Reference(self._root)
        self._elements: dict[tuple[Hashable, ...], _Element] = {}
        self._marks: dict[int, list[PDFObjectReference]] = defaultdict(list)
        self._notes: list[_Element] = []
        self._links: list[PDFObjectReference] = []
        self._body = self._element("Document", self._root_reference)
        self._root["K"] = self._body.reference

    def mark(self, page: int, path: Path, description: str = "") -> int:
        """The number of a new piece of content on the page that is being drawn, at this place
        of the structure; a picture has a description.
        """
        parent = self._at(path)
        parent.description = description
        marks = self._marks[page]
        parent.add_mark(len(marks), self._document.thisPageRef())
        marks.append(parent.reference)
        return len(marks) - 1

    def link(self, path: Path, area: Sequence[float], bookmark: str, told: str) -> None:
        """Have an area of the page that is being drawn lead to a bookmark, as part of the element
        at this place; what is `told` says where to.
        """
        number, element = len(self._links), self._at(path)
        annotation = PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": PDFArray(area),
                "Border": "[0 0 0]",
                "F": 4,  # seen on paper, too
                "Contents": PDFString(told),
                "Dest": self._canvas._bookmarkReference(bookmark),
                "StructParent": _LINKS + number,
            }
        )
        name = f"link-{number}"
        self._canvas._addAnnotation(annotation, name)
        element.add_link(self._document.refAnnotation(name), self._document.thisPageRef())
        self._links.append(element.reference)

    def reserve(self, path: Path) -> None:
        """Have an element at this place, whether or not it will hold anything."""
        self._at(path)

    def end_page(self, page: int) -> None:
        """Tie the page that was just finished to its marks."""
        drawn = self._document.Pages.pages[-1]
        drawn.__NoDefault__ = [*drawn.__NoDefault__, "StructParents", "Tabs"]
        drawn.StructParents = page
        drawn.Tabs = "/S"

    def finish(self) -> None:
        """Hang the tree into the document."""
        numbers = [part for page in sorted(self._marks) for part in (page, self._marks_of(page))]
        for number, link in enumerate(self._links, start=_LINKS):
            numbers += [number, link]
        self._root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        self._root["ParentTreeNextKey"] = _LINKS + len(self._links)
        names = [
            part for note in self._notes for part in (PDFString(note.identifier), note.reference)
        ]
        if names:
            self._root["IDTree"] = PDFDictionary({"Names": PDFArray(names)})
        vars(self._document.Catalog).update(
            StructTreeRoot=self._root, MarkInfo=PDFDictionary({"Marked": "true"})
        )

    def _marks_of(self, page: int) -> PDFObjectReference:
        reference: PDFObjectReference = self._document.Reference(PDFArray(self._marks[page]))
        return reference

    def _at(self, path: Path) -> _Element:
        element = self._body
        keys: tuple[Hashable, ...] = ()
        for key, kind in path:
            keys = (*keys, key)
            element = self._child(element, keys, kind)
        return element

    def _child(self, parent: _Element, keys: tuple[Hashable, ...], kind: str) -> _Element:
        if keys not in self._elements:
            child = self._element(kind, parent.reference)
            parent.add_element(child.reference)
            self._elements[keys] = child
        return self._elements[keys]

    def _element(self, kind: str, parent: PDFObjectReference) -> _Element:
        element = _Element(kind, parent)
        if kind == "Note":  # each is told apart (ISO 14289-1, 7.9)
            self._notes.append(element)
            element.identifier = f"note-{len(self._notes):05}"
        element.reference = self._document.Reference(element)
        return element
