"""A DOCX file opened with bounds: its main story, and the parts that the story refers to."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from studydesk.errors import (
    SourceDamaged,
    SourceEncrypted,
    SourceOldWord,
    SourceTooComplex,
    SourceTooLarge,
)
from studydesk.sources.readers.reader import MOST_MARKS, count_marks, local_name
from studydesk.sources.readers.word_styles import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OTHER_DOCUMENTS = (b"{\\rtf", b"<", b"mime-version:")
"""How what Word saves as RTF, HTML, XML of 2003 and MHTML, mostly named .doc, begins."""
BEFORE_TEXT = b"\x00\xef\xbb\xbf\xfe\xff \t\r\n"  # also in UTF-16
DIRECTORY_ENTRY = b"PK\x01\x02"
MOST_ENTRIES = 10_000
MOST_IN_A_PART = 20_000  # styles, lists or notes; Word itself makes no more than 4,000 styles
BYTES_A_MARK = 20  # of what is kept whole inside: some 30 MB of it, all together
LARGEST_PART = 32 * 1024 * 1024
UNPACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what ISO/IEC 29500-2 allows

# What zipfile raises on bytes that are cut short or altered.
NOT_A_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


class Relation(NamedTuple):
    """What a part relates to: where it is in the package, nowhere if outside, and its file name."""

    kind: str
    id: str
    path: str
    file: str


NOWHERE = Relation("", "", "", "")


class Package:
    """The parts of a DOCX file (ISO/IEC 29500-2), found by their relationships.

    Raises a SourceRefused for what is no such file, is encrypted, or unfolds too far.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.marks = 0
        if data.startswith(COMPOUND_FILE):
            # Encrypted DOCX files and documents of Word 97 share this container.
            raise (SourceEncrypted if ENCRYPTED_PACKAGE in data else SourceOldWord)(name)
        if data[:100].translate(None, BEFORE_TEXT).lower().startswith(OTHER_DOCUMENTS):
            raise SourceOldWord(name)
        if data.count(DIRECTORY_ENTRY) > MOST_ENTRIES:
            raise SourceTooComplex(name)
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except (
            zipfile.BadZipFile,
            ValueError,
            struct.error,
            NotImplementedError,
            OSError,
        ) as error:
            raise SourceDamaged(name) from error
        whole = {each.kind: each.path for each in reversed(list(self._relations("")))}
        main = whole.get("officeDocument", "word/document.xml")
        self._paths: dict[_Element, str] = {}
        self._by_id: dict[str, dict[str, Relation]] = {}
        self._related = {each.kind: each.path for each in reversed(list(self._relations(main)))}
        document = self._story(main)
        if document is None:
            raise SourceDamaged(name)
        self.document = document

    def part(self, kind: str) -> "_Element | None":
        """The part that the main story relates to as styles, numbering, footnotes …, or None."""
        target = self._related.get(kind)
        root = self._story(target) if target else None
        if root is not None and len(root) > MOST_IN_A_PART:
            raise SourceTooComplex(self.name)
        return root

    def relation(self, element: "_Element", name: str = "id") -> Relation:
        """What an element refers to by this attribute, as the part says that it stands in."""
        part = self._paths[element.getroottree().getroot()]
        if part not in self._by_id:
            self._by_id[part] = {each.id: each for each in self._relations(part)}
        return self._by_id[part].get(attribute(element, name), NOWHERE)

    def related(self, relation: Relation) -> "_Element | None":
        """The part that is referred to, or None."""
        return self._story(relation.path) if relation.path else None

    def chunk(self, relation: Relation) -> bytes:
        """The bytes of what is referred to; empty for none. Each time costs."""
        data = (self._read(relation.path) if relation.path else None) or b""
        self.marks += len(data) // BYTES_A_MARK
        if self.marks > MOST_MARKS:
            raise SourceTooComplex(self.name)
        return data

    def _story(self, part: str) -> "_Element | None":
        """A part that may refer to others."""
        root = self._parse(part)
        if root is not None:
            self._paths[root] = part
        return root

    def _relations(self, source: str) -> Iterator["Relation"]:
        """What a part relates to."""
        folder, file = posixpath.split(source)
        relationships = self._parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        for each in relationships if relationships is not None else ():
            kind = each.get("Type", "").rpartition("/")[2]
            target = each.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            outside = each.get("TargetMode") == "External"
            file = posixpath.basename(unquote(target).replace("\\", "/"))
            yield Relation(kind, each.get("Id", ""), "" if outside else path, file)

    def _parse(self, part: str) -> "_Element | None":
        from lxml import etree

        data = self._read(part)
        if data is None:
            return None
        self.marks += count_marks(data)  # of all parts: their trees are held together
        if self.marks > MOST_MARKS:
            raise SourceTooComplex(self.name)
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceDamaged(self.name) from error
        if root.getroottree().docinfo.doctype or not local_name(root):
            raise SourceDamaged(self.name)  # no program writes a document type here
        return root

    def _read(self, part: str) -> bytes | None:
        try:
            entry = self.zip.getinfo(part)
        except KeyError:
            return None
        if entry.file_size > LARGEST_PART:
            raise SourceTooLarge(self.name, entry.file_size, LARGEST_PART)
        if entry.flag_bits & 1:
            raise SourceEncrypted(self.name)
        if entry.compress_type not in UNPACKED:
            raise SourceDamaged(self.name)
        try:
            with self.zip.open(entry) as packed:
                data = packed.read(LARGEST_PART + 1)
        except NOT_A_ZIP as error:
            raise SourceDamaged(self.name) from error
        if len(data) > LARGEST_PART:
            raise SourceTooLarge(self.name, len(data), LARGEST_PART)
        return data
