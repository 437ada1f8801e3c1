"""The bundled faces: loaded once, measured for composition, and helping one another out where
one lacks a character.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFontFace

from studydesk import paths
from studydesk.export.embedding import EmbeddedFont
from studydesk.handout.model import Run
from studydesk.handout.style import Face, Typeface
from studydesk.typeset.cells import Look, Span

MISSING_BOX = "□"
"""Drawn for a character that no bundled face has; copied and searched, it is that character."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """A character that the wanted face lacks, and the face that lent it; None where none could,
    and a box was drawn.
    """

    character: str
    wanted: Face
    used: Face | None


class BundledFace:
    """One face: its metrics in em, and the font that a PDF embeds."""

    def __init__(self, name: Face) -> None:
        self.name = name
        face = TTFontFace(str(paths.resources() / "fonts" / f"{name}.ttf"))
        self.font = EmbeddedFont(name.value, face, MISSING_BOX)
        self._glyphs: dict[int, int] = face.charToGlyph
        self.characters = frozenset(map(chr, self._glyphs)) | {"\n"}

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
        outline = face.get_table("glyf")[start : start + 10]
        _, left, _, right, _ = struct.unpack(">5h", outline)
        return left / face.unitsPerEm, right / face.unitsPerEm


class RaisedFace:
    """A face in the size of marks of notes; lengths in em of the text that they stand in."""

    SCALE = 0.6
    RISE = 0.36
    """Em above the baseline."""

    def __init__(self, base: BundledFace) -> None:
        self.base = base

    def advance(self, character: str) -> float:
        """The width of the glyph in em."""
        return self.SCALE * self.base.advance(character)

    def ink(self, character: str) -> tuple[float, float]:
        """Where the ink of the glyph begins and ends, in em."""
        left, right = self.base.ink(character)
        return self.SCALE * left, self.SCALE * right


_LOADING = Lock()
"""A face is registered once, whichever thread asks first."""


def bundled_face(name: Face) -> BundledFace:
    """The face of this name."""
    with _LOADING:
        return _loaded(name)


_loaded = cache(BundledFace)
_raised = cache(RaisedFace)


def missing_characters(text: str) -> str:
    """The characters of a text that no bundled face has, each once: a PDF has boxes for them."""
    missing = set(printable(text)).difference(*(bundled_face(face).characters for face in Face))
    return "".join(dict.fromkeys(character for character in text if character in missing))


class SpanMaker:
    """Turns runs into spans for composition; `substitutions` keeps what a face had to borrow."""

    def __init__(self) -> None:
        self._substitutions: dict[Substitution, None] = {}

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Every borrowed or missing character once, in order of appearance."""
        return tuple(self._substitutions)

    def note(self, substitutions: Iterable[Substitution]) -> None:
        """Keep what was borrowed when a text was composed before."""
        self._substitutions.update(dict.fromkeys(substitutions))

    def spans(self, runs: Iterable[Run], typeface: Typeface) -> list[Span]:
        """The runs in faces that have every character."""
        return [
            Span(text, _look(run, bundled_face(face)))
            for run in runs
            for text, face in self._in_faces(run.text, typeface.bold if run.bold else typeface.face)
        ]

    def _in_faces(self, text: str, wanted: Face) -> Iterator[tuple[str, Face]]:
        if bundled_face(wanted).characters.issuperset(text):
            yield text, wanted
            return
        placed = [self._placed(character, wanted) for character in printable(text)]
        for face, group in groupby(placed, key=lambda pair: pair[1]):
            yield "".join(character for character, _ in group), face

    def _placed(self, character: str, wanted: Face) -> tuple[str, Face]:
        if character in bundled_face(wanted).characters:
            return character, wanted
        used = next((face for face in Face if character in bundled_face(face).characters), None)
        self._substitutions[Substitution(character, wanted, used)] = None
        return character, used or wanted


def _look(run: Run, face: BundledFace) -> Look:
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
        elif unicodedata.category(character) not in {"Cc", "Cf"} and not _is_selector(character):
            yield character


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
