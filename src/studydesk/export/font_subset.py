"""A bundled face cut down to some characters, as a font file under another name.

The faces may be cut down, renamed and embedded (SIL Open Font License 1.1); see resources/fonts.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from studydesk import paths
from studydesk.handout.style import Face

_ENGLISH = 0x409
_LEGAL = (0, 13, 14)
"""Names that tell of copyright and licence."""

_REGULAR_STYLE, _BOLD_STYLE = 0x40, 0x20
"""OS/2.fsSelection."""


@lru_cache(maxsize=16)
def subset_of(face: Face, characters: frozenset[str], family: str, *, bold: bool) -> bytes:
    """A TrueType font of `family`, regular or bold, with those of the characters that the face
    has; the same bytes every time.
    """
    options = subset.Options(
        layout_features=[],
        name_IDs=["*"],
        notdef_outline=True,
        prune_codepage_ranges=False,
        prune_unicode_ranges=False,
        recalc_timestamp=False,
        hinting=False,
    )
    path = paths.resources() / "fonts" / f"{face}.ttf"
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        cut = subset.Subsetter(options)
        cut.populate(unicodes=map(ord, characters))
        cut.subset(font)
        _name(font, family, bold=bold)
        written = BytesIO()
        font.save(written, reorderTables=None)
    return written.getvalue()


def _name(font: TTFont, family: str, *, bold: bool) -> None:
    style = "Bold" if bold else "Regular"
    full = f"{family} {style}"
    names: Any = font["name"]
    names.names = [record for record in names.names if record.nameID in _LEGAL]
    facts = {1: family, 2: style, 3: f"StudyDesk: {full}", 4: full}
    facts[6] = full.replace(" ", "-")
    for number, text in facts.items():
        names.setName(text, number, 3, 1, _ENGLISH)
    head: Any = font["head"]
    head.macStyle = int(bold)
    facts_of_use: Any = font["OS/2"]
    facts_of_use.usWeightClass = 700 if bold else 400
    facts_of_use.fsSelection = _BOLD_STYLE if bold else _REGULAR_STYLE
