"""The package around a DOCX: only the parts that are needed, and the same bytes every time."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from studydesk.handout.model import HandoutDocument
from studydesk.handout.style import Role, Typeface

_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
"""Dates that do not change, so that the same handout is the same file."""

_LONGEST_PROPERTY = 255
"""Characters of a title or author in the file's properties; python-docx refuses longer ones."""

_KEPT = {
    "officeDocument",
    "core-properties",
    "extended-properties",
    "styles",
    "settings",
    "theme",
    "header",
    "footer",
    "image",
}
"""Kinds of part that stay; a preview picture, styles for old programs and the like go."""

_PROPERTIES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>StudyDesk</Application></Properties>"""


def tidy_package(file: Document, document: HandoutDocument) -> None:
    """Drops what the library's template brings along, and says what the file is."""
    package = file.part.package
    for relationships in (package.rels, file.part.rels):
        _keep_needed(relationships)
    theme = file.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _theme(theme.blob, document.preset.style(Role.BODY).typeface)
    _describe(file, document)


def packed(file: Document) -> bytes:
    """The file's bytes: parts in a fixed order, dated on the first day that a ZIP can name."""
    saved = BytesIO()
    file.save(saved)
    written = BytesIO()
    with ZipFile(saved) as parts, ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts.namelist(), key=_package_order):
            content = parts.read(name)
            if name == "docProps/app.xml":
                content = _PROPERTIES.encode()
            entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # or the bytes would tell which system wrote them
            archive.writestr(entry, content)
    return written.getvalue()


def _package_order(name: str) -> tuple[bool, bool, str]:
    """The list of content types first, as some readers expect; then the package's relations."""
    return name != "[Content_Types].xml", not name.startswith("_rels"), name


def _keep_needed(relationships: Relationships) -> None:
    for identifier, relationship in list(relationships.items()):
        if relationship.reltype.rsplit("/", 1)[-1] not in _KEPT:
            del relationships[identifier]


def _theme(xml: bytes, typeface: Typeface) -> bytes:
    """The theme with the preset's own families: the template's are Japanese, and a program that
    asks the theme would set Chinese in them.
    """
    root = parse_xml(xml)
    for kind in root.iter(qn("a:majorFont"), qn("a:minorFont")):
        for child in list(kind):
            if child.tag == qn("a:font"):
                kind.remove(child)
        for tag, family in (("a:latin", typeface.latin), ("a:ea", typeface.named)):
            kind.find(qn(tag)).set("typeface", family)
    return serialize_part_xml(root)


def _describe(file: Document, document: HandoutDocument) -> None:
    properties = file.core_properties
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = document.author[:_LONGEST_PROPERTY]
    properties.category = document.edition.value
    properties.comments = ""
    properties.language = "zh-CN"
    day = document.dated
    written = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _WRITTEN
    properties.created = properties.modified = written
    properties.revision = 1
