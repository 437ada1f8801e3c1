"""Faces, bundled and of this computer: loaded once, measured for composition, and helping one
another out where one lacks a character.
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from studydesk import paths
from studydesk.export.embedding import EmbeddedFont, plain
from studydesk.handout.model import Run
from studydesk.handout.notices import FontFault, FontOffer, FontUsed
from studydesk.handout.paragraphs import SELECTORS
from studydesk.handout.style import Face, Preset, Typeface
from studydesk.typeset.cells import Look, Span
from studydesk.typeset.classes import INDICES

if TYPE_CHECKING:
    from studydesk.export.installed_fonts import FontFile

MISSING_BOX = "□"
"""Drawn for a character that no bundled face has; copied and searched, it is that character."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """A character that the wanted face lacks, and the face that lent it; None where none could, and
    a box was drawn. A face of this computer goes by the name of its family.
    """

    character: str
    wanted: str
    used: str | None


class DrawnFace:
    """One face: its metrics in em, and the font that a PDF embeds as `embedded_as`."""

    def __init__(self, name: str, embedded_as: str, face: TTFontFace) -> None:
        self.name = name
        self.font = EmbeddedFont(embedded_as, face, MISSING_BOX)
        self._glyphs: dict[int, int] = face.charToGlyph
        own = frozenset(map(chr, self._glyphs)) | {"\n"}
        self.indices = frozenset(index for index in INDICES - own if plain(index) in own)
        """Superscripts and subscripts drawn as small digits and letters of the face."""
        self.characters = own | self.indices

    def advance(self, character: str) -> float:
        """The width of the glyph in em."""
        return float(self.font.face.getCharWidth(self.font.known(ord(character)))) / 1000

    def ink(self, character: str) -> tuple[float, float]:
        """Where the ink of the glyph begins and ends, in em; (0, 0) where there is none."""
        face = self.font.face
        glyph = self._glyphs[self.font.known(ord(character))]
        start, end = face.glyphPos[glyph : glyph + 2]
        if start == end:
            return 0.0, 0.0
        place, _ = face.get_table_pos("glyf")
        _, left, _, right, _ = struct.unpack(">5h", face.get_chunk(place + start, 10))
        return left / face.unitsPerEm, right / face.unitsPerEm


class RaisedFace:
    """A face in the size of marks of notes and of indices; lengths in em of the text that they
    stand in.
    """

    SCALE = 0.6

    def __init__(self, base: DrawnFace, *, is_below: bool = False) -> None:
        self.base = base
        self.rise = -0.14 if is_below else 0.36
        """Em above the baseline."""

    def advance(self, character: str) -> float:
        """The width of the glyph in em."""
        return self.SCALE * self.base.advance(character)

    def ink(self, character: str) -> tuple[float, float]:
        """Where the ink of the glyph begins and ends, in em."""
        left, right = self.base.ink(character)
        return self.SCALE * left, self.SCALE * right


_LOADING = Lock()
"""A face is registered once, whichever thread asks first."""


def bundled_face(name: Face) -> DrawnFace:
    """The bundled face of this name."""
    with _LOADING:
        return _bundled(name)


@cache
def _bundled(name: Face) -> DrawnFace:
    file = paths.resources() / "fonts" / f"{name}.ttf"
    return DrawnFace(name, name.value, TTFontFace(str(file)))


def installed_face(family: str, *, bold: bool) -> DrawnFace | FontFault:
    """The face of a family of this computer, or why a PDF cannot have it. Nothing is drawn bolder
    than it is: a family without a bold style is as good as not installed where one is asked for.
    """
    from studydesk.export.installed_fonts import families  # the bundled faces do without fontTools

    known = families().get(family)
    file = (known.bold if bold else known.regular) if known else None
    if file is None:
        return FontFault.NOT_INSTALLED
    with _LOADING:
        return file.fault or _installed(family, file)


@cache
def _installed(family: str, file: "FontFile") -> DrawnFace | FontFault:
    try:
        face = TTFontFace(str(file.path), subfontIndex=file.number)
    except (TTFError, OSError, struct.error, KeyError, IndexError):
        return FontFault.DAMAGED
    told_apart = crc32(family.encode())  # two fonts may call themselves the same
    name = _NOT_IN_NAMES.sub("", face.name.decode("ascii"))
    return DrawnFace(family, f"{name}-{told_apart:08x}", face)


_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")
"""Of PDF: what would have to be written otherwise."""

_raised = cache(RaisedFace)

_SUBSCRIPTS = frozenset(index for index in INDICES if index >= "\u2080")


def unusable_fonts(preset: Preset) -> tuple[FontOffer, ...]:
    """The fonts that a preset asks for and that cannot be had, with the reasons."""
    asked = dict.fromkeys(preset.fonts.values())
    found = ((family, installed_face(family, bold=False)) for family in asked)
    return tuple(FontOffer(family, why) for family, why in found if isinstance(why, FontFault))


def missing_characters(text: str, typefaces: Iterable[Typeface] = ()) -> str:
    """The characters of a text that neither any bundled face has nor, for each of the typefaces, a
    font of this computer that it is set in; each once: a PDF has boxes for them.
    """
    missing = set(printable(text)).difference(*(bundled_face(face).characters for face in Face))
    if missing:
        lacking = [missing.difference(*_characters_of(each)) for each in typefaces]
        missing = set().union(*lacking) if lacking else missing
    return "".join(dict.fromkeys(character for character in text if character in missing))


def _characters_of(typeface: Typeface) -> Iterator[frozenset[str]]:
    return (face.characters for face in _faces(typeface, bold=False))


class SpanMaker:
    """Turns runs into spans for composition; `substitutions` keeps what a face had to borrow, and
    `used` which faces there are.
    """

    def __init__(self) -> None:
        self._substitutions: dict[Substitution, None] = {}
        self._used: dict[FontUsed, None] = {}

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Every borrowed or missing character once, in order of appearance."""
        return tuple(self._substitutions)

    @property
    def used(self) -> tuple[FontUsed, ...]:
        """What text is set in, in order of appearance; what lent single characters apart."""
        return tuple(self._used)

    def note(self, substitutions: Iterable[Substitution], used: Iterable[FontUsed]) -> None:
        """Keep what was borrowed and used when a text was composed before."""
        self._substitutions.update(dict.fromkeys(substitutions))
        self._used.update(dict.fromkeys(used))

    def spans(self, runs: Iterable[Run], typeface: Typeface) -> list[Span]:
        """The runs in faces that have every character."""
        return [
            Span(part, _look(run, face, part))
            for run in runs
            for text, face in self._in_faces(run.text, typeface, bold=run.bold)
            for part in _told_apart(text, face)
        ]

    def _in_faces(
        self, text: str, typeface: Typeface, *, bold: bool
    ) -> Iterator[tuple[str, DrawnFace]]:
        wanted, *_ = islice(_faces(typeface, bold=bold), 1)
        if text:
            is_bundled = wanted.name in _BUNDLED
            stands_in = is_bundled and bool(typeface.wanted)
            used = FontUsed(typeface.named, wanted.name, is_bundled, stands_in)
            self._used[used] = None
        if wanted.characters.issuperset(text):
            yield text, wanted
            return
        placed = [
            (character, self._face_of(character, wanted, typeface, bold=bold))
            for character in printable(text)
        ]
        for face, group in groupby(placed, key=lambda pair: pair[1]):
            yield "".join(character for character, _ in group), face

    def _face_of(
        self, character: str, wanted: DrawnFace, typeface: Typeface, *, bold: bool
    ) -> DrawnFace:
        if character in wanted.characters:
            return wanted
        lenders = (face for face in _faces(typeface, bold=bold) if character in face.characters)
        used = next(lenders, None)
        found = Substitution(character, wanted.name, used.name if used else None)
        self._substitutions[found] = None
        return used or bundled_face(typeface.bold if bold else typeface.face)


_BUNDLED = frozenset(face.value for face in Face)


def _faces(typeface: Typeface, *, bold: bool) -> Iterator[DrawnFace]:
    """The faces to set text in, those of this computer first, each the better the earlier. One
    that is bold already (typeface.bold) is not looked for in a bolder style.
    """
    stands_in = typeface.bold if bold else typeface.face
    for family in typeface.wanted:
        face = installed_face(family, bold=bold)
        if isinstance(face, FontFault) and typeface.bold is typeface.face:
            face = installed_face(family, bold=False)
        if isinstance(face, DrawnFace):
            yield face
    yield from map(bundled_face, dict.fromkeys((stands_in, *Face)))


def _told_apart(text: str, face: DrawnFace) -> Iterator[str]:
    """The text, or its parts where the face draws indices as its own digits, made small."""
    if face.indices.isdisjoint(text):
        yield text
        return
    for _, part in groupby(text, lambda each: each in face.indices and 1 + (each in _SUBSCRIPTS)):
        yield "".join(part)


def _look(run: Run, face: DrawnFace, text: str) -> Look:
    if not run.raised and text[:1] in face.indices:
        return Look(_raised(face, is_below=text[0] in _SUBSCRIPTS), run.dotted, raised=True)
    return Look(_raised(face) if run.raised else face, dotted=run.dotted, raised=run.raised)


def printable(text: str) -> Iterator[str]:
    """The characters that leave something on paper; every kind of white space becomes a space, and
    half of a pair of surrogates the mark of what is no character.
    """
    for character in text:
        if character in "\n\u3000":
            yield character
        elif "\ud800" <= character <= "\udfff":
            yield "\ufffd"
        elif character.isspace():
            yield " "
        elif unicodedata.category(character) not in {"Cc", "Cf"} and not SELECTORS.match(character):
            yield character
