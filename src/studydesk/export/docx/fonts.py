"""The fonts of a DOCX: by what names another computer may have them, or the bundled faces within.

A file names the families that offices have. Where a preset wants its fonts embedded, it carries the
bundled faces instead, under names of our own, with the characters that it needs: on any computer it
looks like the PDF (ECMA-376 part 1, 17.8).
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from uuid import UUID

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.characters import Characters, characters_of
from studydesk.export.docx.xml import element
from studydesk.handout.designs import DESIGNS, design_of
from studydesk.handout.model import HandoutDocument
from studydesk.handout.style import Preset, Role, Typeface

_TABLE = PackURI("/word/fontTable.xml")
_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_IS_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_HIDDEN = 32
"""Bytes at the start of an embedded font that are hidden (ECMA-376 part 1, 17.8.1)."""

_CHINESE, _LATIN = "86", "00"
"""Character sets as a font table counts them."""

_OURS = "StudyDesk"

_ALWAYS = set(map(chr, range(0x20, 0x7F))) | set("，。、；：？！“”‘’（）《》〈〉—…·〔〕□　")
"""What is typed first where somebody changes a word."""


def with_own_names(document: HandoutDocument) -> HandoutDocument:
    """The document in the families that a file with embedded fonts names; those of the computer
    that were chosen stay, since they are not ours to give away. Every document has names of its
    own: who has two of them open would else see one in the few characters of the other.
    """
    words = "\n".join((document.edition, document.preset.name, *document.texts()))
    digest = sha256(words.encode("utf-8", "replace")).hexdigest()
    styles = {
        role: replace(style, typeface=_renamed(style.typeface, digest))
        for role, style in document.preset.styles.items()
    }
    return replace(document, preset=replace(document.preset, styles=styles))


def _renamed(typeface: Typeface, digest: str) -> Typeface:
    if typeface.installed:
        return typeface
    design = DESIGNS.get(typeface.family)
    face = typeface.face.removeprefix(_OURS).replace("-", " ")
    # a preset may set one family in two faces, which are two families to a word processor
    mark = sha256((digest + typeface.face).encode()).hexdigest()[:6].upper()
    name = f"{_OURS} {design.latin if design else face} {mark}"
    return replace(typeface, family=name, latin=name)


def add_fonts(file: Document, named: Preset, preset: Preset) -> None:
    """Put the font table into a finished file, and with it the fonts themselves where `preset`
    wants that; `named` has the families that the file's styles name.
    """
    part = Part(_TABLE, CONTENT_TYPE.WML_FONT_TABLE, b"", file.part.package)
    file.part.relate_to(part, RELATION.FONT_TABLE)
    root = parse_xml(f"<w:fonts {nsdecls('w', 'r')}/>")
    needed = characters_of(file) if preset.embed_fonts else {}
    families = {named.style(role).typeface.named: preset.style(role).typeface for role in Role}
    for name, typeface in families.items():
        root.append(_entry(name, typeface.named, *_embedded(part, name, typeface, needed)))
    for name in dict.fromkeys(named.style(role).typeface.latin for role in Role):
        if name not in families:
            root.append(element("font", *_kind(_LATIN), name=name))
    part._blob = serialize_part_xml(root)


def _entry(name: str, family: str, *embedded: BaseOxmlElement) -> BaseOxmlElement:
    """A Chinese font of the table: other names of its design for a computer that lacks the first,
    and what it looks like for one that has none of them.
    """
    design = design_of(family)
    parts = []
    if design:
        others = ",".join(other for other in design.families if other != name)
        parts = [element("altName", val=others), element("panose1", val=design.panose)]
    return element("font", *parts, *_kind(_CHINESE), *embedded, name=name)


def _kind(charset: str) -> Iterator[BaseOxmlElement]:
    yield element("charset", val=charset)
    yield element("family", val="auto")
    yield element("pitch", val="variable")


def _embedded(
    table: Part, name: str, typeface: Typeface, needed: Characters
) -> Iterator[BaseOxmlElement]:
    """The fonts of a family of ours that the file needs, each a part beside the table."""
    faces = (("Regular", typeface.face, False), ("Bold", typeface.bold, True))
    for style, face, bold in () if typeface.installed else faces:
        if characters := needed.get((name, bold)):
            from studydesk.export.font_subset import subset_of  # few files wait for fontTools

            data = subset_of(face, frozenset(characters | _ALWAYS), name, bold=bold)
            yield _part(table, data, f"embed{style}")


def _part(table: Part, data: bytes, tag: str) -> BaseOxmlElement:
    """A font as a part beside the table, hidden by the key that the table tells."""
    key = UUID(bytes=sha256(data).digest()[:16], version=4)  # the same font has the same key
    number = len(table.rels) + 1
    part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _FONT, hidden(data, key), table.package)
    made = element(tag, fontKey=f"{{{str(key).upper()}}}")
    made.set(qn("r:id"), table.relate_to(part, _IS_FONT))
    return made


def hidden(data: bytes, key: UUID) -> bytes:
    """A font whose first bytes are mixed with the key, last byte first; done twice, as it was."""
    mixed = key.bytes[::-1] * 2
    start = bytes(a ^ b for a, b in zip(data[:_HIDDEN], mixed, strict=True))
    return start + data[_HIDDEN:]
