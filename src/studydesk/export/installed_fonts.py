"""The fonts of this computer by family, and whether a PDF may be set in them.

A PDF embeds the glyphs that it needs, so the font has to allow that (OpenType, OS/2 fsType), and to
be of the kind that can be cut down: TrueType outlines, of one weight.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.ttCollection import TTCollection

from studydesk import paths
from studydesk.handout.notices import FontFault, FontOffer

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}

_FAMILY = 1
"""The name of a family of at most four styles, which is what word processors list."""

_SIMPLIFIED_CHINESE = 0x804
_BOLD, _ITALIC = 1, 2
"""Bits of head.macStyle."""

_USAGE, _RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
"""Parts of OS/2.fsType."""

_CHINESE_PAGE, _HANZI = 18, 59
"""Bits that say what a font is made for: code page 936, and unified ideographs."""


_BROKEN: tuple[type[Exception], ...] = (OSError, TTLibError, struct.error, LookupError, ValueError)
_BROKEN += (AttributeError, AssertionError, OverflowError, EOFError)
"""What reading a broken font ends with."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One style of a family: where it is, also within a collection, and why a PDF cannot have it,
    if so.
    """

    path: Path
    number: int
    fault: FontFault | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A font as its file describes it."""

    file: FontFile
    names: tuple[str, ...]
    is_bold: bool
    is_chinese: bool


@dataclass(frozen=True, slots=True)
class Family:
    """A family under the name that is shown to the user."""

    name: str
    regular: FontFile
    bold: FontFile | None
    is_chinese: bool


@cache
def families() -> Mapping[str, Family]:
    """Every family that has an upright style, under each of its names in any language. What is
    installed later is found by the next start.
    """
    found = [font for path in _font_files(paths.font_folders()) for font in _fonts(path)]
    bold = {name: font.file for font in found if font.is_bold for name in font.names}
    by_name: dict[str, Family] = {}
    for font in found:
        if not font.is_bold:
            family = Family(font.names[0], font.file, bold.get(font.names[0]), font.is_chinese)
            for name in font.names:
                by_name.setdefault(name, family)
    return by_name


def offers() -> tuple[FontOffer, ...]:
    """The Chinese families to choose from: those that can be used first."""
    shown = {family.name: family for family in families().values() if family.is_chinese}
    told = (FontOffer(family.name, family.regular.fault) for family in shown.values())
    return tuple(sorted(told, key=lambda offer: (offer.fault is not None, offer.family)))


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)


def _fonts(path: Path) -> Iterator[_Found]:
    """The upright fonts of a file; none where it is no font that can be read."""
    try:
        with path.open("rb") as file:
            is_collection = path.suffix.lower() in {".ttc", ".otc"}
            fonts = TTCollection(file, lazy=True) if is_collection else [TTFont(file, lazy=True)]
            described = [_described(path, *pair) for pair in enumerate(fonts)]
    except _BROKEN:
        return  # what is wrong in the system's own folder is not ours to tell of
    yield from (font for font in described if font is not None)


def _described(path: Path, number: int, font: TTFont) -> _Found | None:
    head: Any = font["head"]
    covered: Any = font["OS/2"]
    style = head.macStyle
    if style & _ITALIC:
        return None
    records = [record for record in font["name"].names if record.nameID == _FAMILY]
    records.sort(key=lambda record: record.langID != _SIMPLIFIED_CHINESE)
    names = dict.fromkeys(" ".join(str(record).split()) for record in records)
    usual = tuple(name for name in names if name and name.isprintable())
    if not usual:
        return None
    pages = getattr(covered, "ulCodePageRange1", 0) >> _CHINESE_PAGE & 1
    hanzi = covered.ulUnicodeRange2 >> (_HANZI - 32) & 1
    file = FontFile(path, number, _fault(font, covered.fsType))
    return _Found(file, usual, bool(style & _BOLD), bool(pages and hanzi))


def _fault(font: TTFont, allowed: int) -> FontFault | None:
    """Why a font cannot be embedded, if so: what its licence says comes first."""
    if allowed & _USAGE == _RESTRICTED or allowed & (_NO_SUBSETS | _BITMAPS_ONLY):
        return FontFault.FORBIDDEN
    if "glyf" not in font:
        return FontFault.NOT_TRUETYPE
    return FontFault.VARIABLE if "fvar" in font else None
