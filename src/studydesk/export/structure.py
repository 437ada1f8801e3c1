"""The logical structure of a PDF (ISO 32000-1, 14.7): what is a heading, a paragraph, a cell.

Screen readers follow it, and text copied or searched comes out paragraph by paragraph.
"""

from collections import defaultdict
from collections.abc import Hashable

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
)
from reportlab.pdfgen.canvas import Canvas

_Kid = int | PDFObjectReference | tuple[int, PDFObjectReference]
"""Marked content of the element's page, another element, or marked content of another page."""

Path = tuple[tuple[Hashable, str], ...]
"""From the outermost element inwards: a key that tells elements apart, and the type."""


class _Element(PDFObject):
    """A structure element; its content lies on one page, or is told page by page. It writes itself:
    a long handout has thousands.
    """

    reference: PDFObjectReference
    """By which others name it, once it is in the document."""

    def __init__(self, kind: str, parent: PDFObjectReference) -> None:
        self.description = ""
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

    def format(self, document: PDFDocument) -> bytes:
        """The element as it stands in the file."""
        page = f" /Pg {_numbers(document, self._page)}" if self._page else ""
        kids = " ".join(_kid(document, kid) for kid in self._kids)
        parent = _numbers(document, self._parent)
        told = f" /Alt <FEFF{_utf_16(self.description)}>" if self.description else ""
        return f"<</Type /StructElem /S /{self._kind} /P {parent}{page}{told} /K [{kids}]>>".encode(
            "ascii"
        )


def _kid(document: PDFDocument, kid: _Kid) -> str:
    if isinstance(kid, int):
        return str(kid)
    if isinstance(kid, tuple):
        return f"<</Type /MCR /Pg {_numbers(document, kid[1])} /MCID {kid[0]}>>"
    return _numbers(document, kid)


def _utf_16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _numbers(document: PDFDocument, reference: PDFObjectReference) -> str:
    number, version = document.idToObjectNumberAndVersion[reference.name]
    return f"{number} {version} R"


class StructureTree:
    """Collects marked content while pages are drawn, and is written when all are done."""

    def __init__(self, canvas: Canvas) -> None:
        self._document: PDFDocument = canvas._doc
        self._root = PDFDictionary({"Type": "/StructTreeRoot"})
        self._root_reference = self._document.Reference(self._root)
        self._elements: dict[tuple[Hashable, ...], _Element] = {}
        self._marks: dict[int, list[PDFObjectReference]] = defaultdict(list)
        self._body = self._element("Document", self._root_reference)
        self._root["K"] = self._body.reference

    def mark(self, page: int, path: Path, description: str = "") -> int:
        """The number of a new piece of content on the page that is being drawn, at this place
        of the structure; a picture has a description.
        """
        parent = self._body
        keys: tuple[Hashable, ...] = ()
        for key, kind in path:
            keys = (*keys, key)
            parent = self._child(parent, keys, kind)
        parent.description = description
        marks = self._marks[page]
        parent.add_mark(len(marks), self._document.thisPageRef())
        marks.append(parent.reference)
        return len(marks) - 1

    def end_page(self, page: int) -> None:
        """Tie the page that was just finished to its marks."""
        drawn = self._document.Pages.pages[-1]
        drawn.__NoDefault__ = [*drawn.__NoDefault__, "StructParents", "Tabs"]
        drawn.StructParents = page
        drawn.Tabs = "/S"

    def finish(self) -> None:
        """Hang the tree into the document."""
        numbers = [part for page in sorted(self._marks) for part in (page, self._marks_of(page))]
        self._root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        self._root["ParentTreeNextKey"] = len(self._marks)
        vars(self._document.Catalog).update(
            StructTreeRoot=self._root, MarkInfo=PDFDictionary({"Marked": "true"})
        )

    def _marks_of(self, page: int) -> PDFObjectReference:
        reference: PDFObjectReference = self._document.Reference(PDFArray(self._marks[page]))
        return reference

    def _child(self, parent: _Element, keys: tuple[Hashable, ...], kind: str) -> _Element:
        if keys not in self._elements:
            child = self._element(kind, parent.reference)
            parent.add_element(child.reference)
            self._elements[keys] = child
        return self._elements[keys]

    def _element(self, kind: str, parent: PDFObjectReference) -> _Element:
        element = _Element(kind, parent)
        element.reference = self._document.Reference(element)
        return element
