"""TrueType fonts in a PDF, as composite fonts (ISO 32000-1, 9.7): codes are parts of code points.

The code of a character is the lower half of its code point, with a font of its own for each plane
of Unicode. So codes are the same in every document, text that was drawn once can be drawn again,
and the way back from codes to text holds for every character, drawn as itself or as a box.
"""

import hashlib
import struct
import unicodedata
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFStream,
)
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFontFace
from reportlab.pdfgen.canvas import Canvas

from studydesk.typeset.classes import INDICES

_BITS_OF_A_PLANE = 16
_ENTRIES_OF_A_BLOCK = 100
"""PDF allows no more in one beginbfrange (Adobe Technical Note 5014)."""

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""

_MAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def plane(character: str) -> int:
    """The plane of Unicode that a character is in; 0 holds nearly all."""
    return ord(character) >> _BITS_OF_A_PLANE


def code(character: str) -> str:
    """The code of a character within the font of its plane, in hexadecimal."""
    return f"{ord(character) & 0xFFFF:04X}"


def plain(character: str) -> str:
    """What a superscript or a subscript shows: 5 of ⁵; any other character shows itself."""
    return unicodedata.normalize("NFKC", character) if character in INDICES else character


class FontlessCanvas(Canvas):
    """A canvas that sets no font of its own accord: reportlab's first one is never embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class EmbeddedFont:
    """A face that is embedded into documents; characters it lacks are drawn as `box`."""

    def __init__(self, name: str, face: TTFontFace, box: str) -> None:
        self.face = face
        self._name = name
        self._box = ord(box)

    def resource(self, of_plane: int) -> str:
        """How the content of pages calls the font of a plane."""
        return f"/{self._name}-{of_plane}"

    def embed(self, document: PDFDocument, characters: Collection[str]) -> None:
        """Put the glyphs of these characters into a document, and a font for each plane."""
        made = _made(self, tuple(sorted(map(ord, characters))))
        name = f"{made.tag}+{self._name}"
        descriptor = self._descriptor(document, name, made.subset)
        fonts = document.idToObject["BasicFonts"].dict
        for of_plane, codes in made.planes.items():
            font = _composite(document, name, descriptor, codes)
            fonts[self.resource(of_plane)[1:]] = _reference(document, font)

    def make(self, points: tuple[int, ...]) -> "_Made":
        """What these code points, in ascending order, need of the face."""
        subset = _subset(self.face, tuple(dict.fromkeys((self._box, *map(self.known, points)))))
        planes = groupby(points, key=lambda point: point >> _BITS_OF_A_PLANE)
        codes = {of_plane: self._codes(subset, list(group)) for of_plane, group in planes}
        return _Made(_tag(points), subset, codes)

    def known(self, point: int) -> int:
        """The code point that is drawn for this one: of an index that the face lacks, what it is
        an index of.
        """
        glyphs = self.face.charToGlyph
        if point in glyphs:
            return point
        drawn = ord(plain(chr(point)))
        return drawn if drawn in glyphs else self._box

    def _descriptor(
        self, document: PDFDocument, name: str, subset: "_Subset"
    ) -> PDFObjectReference:
        face = self.face
        descriptor = PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": PDFArray(face.bbox),
                "ItalicAngle": face.italicAngle,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "StemV": face.stemV,
                "FontFile2": _stream(document, subset.file, Length1=subset.length),
            }
        )
        return _reference(document, descriptor)

    def _codes(self, subset: "_Subset", points: Sequence[int]) -> "_Codes":
        to_text = to_unicode_map(points).encode("ascii")
        return _Codes(
            f"[{' '.join(self._widths(points))}]",
            zlib.compress(self._glyph_map(subset, points)),
            zlib.compress(to_text),
        )

    def _widths(self, points: Iterable[int]) -> Iterator[str]:
        """The widths that are not those of a square, each after its code."""
        for point in points:
            width = self.face.getCharWidth(self.known(point))
            if width != 1000:
                yield f"{point & 0xFFFF} [{width:g}]"

    def _glyph_map(self, subset: "_Subset", points: Sequence[int]) -> bytes:
        """Two bytes for each code up to the last: its glyph in the subset."""
        glyphs = [0] * ((points[-1] & 0xFFFF) + 1)
        for point in points:
            glyphs[point & 0xFFFF] = subset.glyphs[self.face.charToGlyph[self.known(point)]]
        return struct.pack(f">{len(glyphs)}H", *glyphs)


@dataclass(frozen=True, slots=True)
class _Subset:
    """A font file with some glyphs of a face, compressed; `length` is that of the plain file, and
    `glyphs` leads from the numbers of the face to those of the file.
    """

    file: bytes
    length: int
    glyphs: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Codes:
    """Of the font of a plane: the widths of its codes as PDF writes them, and, compressed, the
    glyph of each code and the way back from codes to text.
    """

    widths: str
    glyphs: bytes
    to_text: bytes


@dataclass(frozen=True, slots=True)
class _Made:
    """What a document needs of a face: a subset that is named by `tag`, and the codes of each
    plane.
    """

    tag: str
    subset: _Subset
    planes: Mapping[int, _Codes]


@lru_cache(maxsize=16)
def _made(font: EmbeddedFont, points: tuple[int, ...]) -> _Made:
    """Kept for the next document: most edits of a packet use no new character."""
    return font.make(points)


def _composite(
    document: PDFDocument, name: str, descriptor: PDFObjectReference, codes: _Codes
) -> PDFDictionary:
    """The font of one plane: Type 0 over its one descendant."""
    descendant = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": codes.widths,
            "CIDToGIDMap": _stream(document, codes.glyphs),
        }
    )
    return PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([_reference(document, descendant)]),
            "ToUnicode": _stream(document, codes.to_text),
        }
    )


def _subset(face: TTFontFace, points: tuple[int, ...]) -> _Subset:
    known = [point for point in points if point in face.charToGlyph]
    glyphs = {0: 0}
    for point in known:
        glyphs.setdefault(face.charToGlyph[point], len(glyphs))
    plain = face.makeSubset(known)
    return _Subset(zlib.compress(plain), len(plain), glyphs)


def _tag(points: Iterable[int]) -> str:
    """Six letters that name a subset (ISO 32000-1, 9.6.4), the same for the same characters."""
    digest = hashlib.sha256(",".join(map(str, points)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def shared_resources(document: PDFDocument) -> PDFObjectReference:
    """What pages without pictures draw with, the fonts of the document, for all of them."""
    resources = PDFResourceDictionary()
    resources.basicFonts()
    resources.basicProcs()
    return _reference(document, resources)


def _stream(document: PDFDocument, compressed: bytes, **entries: int) -> PDFObjectReference:
    dictionary = PDFDictionary({"Filter": "/FlateDecode", **entries})
    return _reference(document, PDFStream(dictionary, compressed))


def _reference(document: PDFDocument, entry: PDFObject) -> PDFObjectReference:
    reference: PDFObjectReference = document.Reference(entry)
    return reference


def to_unicode_map(points: Iterable[int]) -> str:
    """The character map that leads from the codes of one plane back to text, row by row: 256 codes
    that share their first byte, and so do their characters.
    """
    entries = [
        f"<{row & 0xFF:02X}00> <{row & 0xFF:02X}FF> <{_utf_16(row << 8)}>"
        for row in dict.fromkeys(point >> 8 for point in points)
    ]
    blocks = [
        entries[first : first + _ENTRIES_OF_A_BLOCK]
        for first in range(0, len(entries), _ENTRIES_OF_A_BLOCK)
    ]
    lines = [f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks]
    return "\n".join((_MAP_HEAD, *lines, _MAP_FOOT))


def _utf_16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
