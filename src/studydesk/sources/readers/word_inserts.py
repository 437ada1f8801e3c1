"""What a Word file keeps whole inside it: pages and texts that are read, and what is only named."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studydesk.errors import SourceRefused
from studydesk.sources.readers.reader import NOT_READ
from studydesk.sources.readers.text import decode
from studydesk.sources.readers.web import decode_page, rich_lines
from studydesk.sources.readers.web_archive import page_in
from studydesk.sources.readers.word_package import Package, Relation
from studydesk.sources.readers.word_styles import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMULA = "Equation"  # of Word 2003, and of MathType


def page_lines(data: bytes, name: str) -> list[str]:
    """All the lines of a page."""
    return rich_lines(decode_page(data, name), name, with_links=True)


CHUNKS: Mapping[str, Callable[[bytes, str], list[str]]] = {
    **dict.fromkeys(("htm", "html", "xhtml"), page_lines),
    **dict.fromkeys(("mht", "mhtml"), lambda data, name: page_lines(page_in(data, name), name)),
    "txt": lambda data, name: decode(data, name).splitlines(),
}
"""What is read of it."""


class Inserts:
    """Reads what stands whole inside a document, and remembers the names of what it could not."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._unread: dict[str, None] = {}
        self._read: dict[Relation, list[str]] = {}

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of what was not read, each once."""
        return tuple(self._unread)

    def lines(self, element: "_Element") -> list[str]:
        """The lines of the page or the text that an element refers to; a mark of what could not be
        read, which recovery tells of, where it shows none or is of another kind.
        """
        relation = self._package.relation(element)
        data = self._package.chunk(relation)
        if relation not in self._read:
            lines = self._lines_in(relation, data)
            self._read[relation] = lines or [self.mark(element, "嵌入的文字")]
        return self._read[relation]

    def _lines_in(self, relation: Relation, data: bytes) -> list[str]:
        reader = CHUNKS.get(relation.path.rpartition(".")[2].lower())
        try:
            return reader(data, self._package.name) if reader else []
        except SourceRefused:
            return []  # told as what is of another kind is

    def mark(self, element: "_Element", otherwise: str) -> str:
        """The mark of what could not be read, which goes on record under the name of its file."""
        file = self._package.relation(element).file
        self._unread[otherwise if not file or file.endswith((".bin", ".xml")) else file] = None
        return NOT_READ

    def mark_object(self, element: "_Element") -> str:
        """The mark of an object of another program, which shows but a picture of what it says."""
        for each in element.iter("{*}OLEObject"):
            kind = attribute(each, "ProgID")
            return self.mark(each, "公式" if FORMULA in kind else kind or "对象")
        return ""
