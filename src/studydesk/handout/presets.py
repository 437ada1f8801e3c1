"""The page designs (版式), as data.

公文式讲义 takes paper, type area, faces and page number from GB/T 9704-2012 and leaves out
whatever would make a handout look like a red-head document. 普通讲义 is quieter and holds more.
Everything prints in black: no type under 10.5 pt, no rule under 0.5 pt.
"""

from collections.abc import Mapping

from studydesk.errors import PresetUnknown
from studydesk.handout.style import (
    Alignment,
    Face,
    Folio,
    Page,
    ParagraphStyle,
    Preset,
    Role,
    Typeface,
)

_SONG = Typeface("宋体", Face.SERIF, Face.SERIF_BOLD)
_FANGSONG = Typeface("仿宋", Face.SERIF, Face.SERIF_BOLD)
_KAI = Typeface("楷体", Face.KAI, Face.SANS_BOLD)
_HEI = Typeface("黑体", Face.SANS_BOLD, Face.SANS_BOLD, latin="Arial")
_FOLIO = Typeface("宋体", Face.SERIF, Face.SERIF_BOLD, latin="宋体")
_TITLE_SONG = Typeface("方正小标宋简体", Face.SERIF_BOLD, Face.SERIF_BOLD)

_LEFT, _CENTRED, _RIGHT = Alignment.LEFT, Alignment.CENTRED, Alignment.RIGHT

_G = 225 / 25.4 * 72 / 22
"""Points: one of the 22 lines on the 225 mm of an official document."""

_OFFICIAL = Preset(
    name="公文式讲义",
    page=Page(width=210, height=297, top=37, bottom=35, left=28, right=26, footer_gap=7),
    folio=Folio.OUTER_DASHES,
    styles={
        Role.LABEL: ParagraphStyle(_KAI, 14, _G, alignment=_LEFT),
        Role.TITLE: ParagraphStyle(
            _TITLE_SONG,
            22,
            36,
            alignment=_CENTRED,
            space_before=_G / 2,
            space_after=1.5 * _G - 36,
            keep_with_next=True,
        ),
        Role.MASTHEAD: ParagraphStyle(_KAI, 14, _G, alignment=_CENTRED, space_after=_G / 2),
        Role.HEADING_1: ParagraphStyle(
            _HEI, 15.75, _G, first_indent=2, keep_with_next=True, outline=1
        ),
        Role.HEADING_2: ParagraphStyle(
            _KAI, 15.75, _G, first_indent=2, keep_with_next=True, outline=2
        ),
        Role.HEADING_3: ParagraphStyle(
            _FANGSONG, 15.75, _G, first_indent=2, keep_with_next=True, outline=3
        ),
        Role.BODY: ParagraphStyle(_FANGSONG, 15.75, _G, first_indent=2),
        Role.GUIDE: ParagraphStyle(_KAI, 15.75, _G, first_indent=2),
        Role.PASSAGE: ParagraphStyle(_FANGSONG, 15.75, _G, first_indent=2),
        Role.SOURCE_LINE: ParagraphStyle(_KAI, 14, _G, left_indent=2, alignment=_RIGHT),
        Role.NOTE: ParagraphStyle(_KAI, 15.75, _G, first_indent=2),
        Role.TERM: ParagraphStyle(_FANGSONG, 15.75, _G, first_indent=2),
        Role.QUESTION: ParagraphStyle(_FANGSONG, 15.75, _G, first_indent=2),
        Role.FACILITATOR: ParagraphStyle(_KAI, 14, _G * 5 / 6, left_indent=2),
        Role.ACTION: ParagraphStyle(_KAI, 15.75, _G, first_indent=2),
        Role.REFERENCE: ParagraphStyle(_FANGSONG, 14, _G * 5 / 6, alignment=_LEFT),
        Role.TABLE_HEAD: ParagraphStyle(_HEI, 14, 17.5, alignment=_CENTRED),
        Role.TABLE_CELL: ParagraphStyle(_FANGSONG, 14, 17.5, alignment=_LEFT),
        Role.TABLE_NUMBER: ParagraphStyle(_FANGSONG, 14, 17.5, alignment=_CENTRED),
        Role.FOOTER: ParagraphStyle(_FOLIO, 14, 18, alignment=_CENTRED),
    },
)

_ORDINARY = Preset(
    name="普通讲义",
    page=Page(width=210, height=297, top=25, bottom=25, left=28, right=25, footer_gap=7),
    folio=Folio.CENTRED_OF_TOTAL,
    styles={
        Role.LABEL: ParagraphStyle(_KAI, 10.5, 21, alignment=_LEFT),
        Role.TITLE: ParagraphStyle(
            _HEI,
            20,
            31.5,
            alignment=_CENTRED,
            space_before=10.5,
            space_after=10.5,
            keep_with_next=True,
        ),
        Role.MASTHEAD: ParagraphStyle(
            _KAI, 10.5, 21, alignment=_CENTRED, space_after=10.5, rule_below=0.75
        ),
        Role.HEADING_1: ParagraphStyle(
            _HEI,
            16,
            26.25,
            alignment=_LEFT,
            space_before=10.5,
            space_after=5.25,
            keep_with_next=True,
            outline=1,
        ),
        Role.HEADING_2: ParagraphStyle(
            _HEI, 14, 21, alignment=_LEFT, space_before=10.5, keep_with_next=True, outline=2
        ),
        Role.HEADING_3: ParagraphStyle(
            _HEI, 12, 21, alignment=_LEFT, space_before=5.25, keep_with_next=True, outline=3
        ),
        Role.BODY: ParagraphStyle(_SONG, 12, 21, first_indent=2),
        Role.GUIDE: ParagraphStyle(_KAI, 12, 21, first_indent=2),
        Role.PASSAGE: ParagraphStyle(_SONG, 12, 21, first_indent=2),
        Role.SOURCE_LINE: ParagraphStyle(
            _KAI, 10.5, 21, left_indent=4, alignment=_RIGHT, space_after=5.25
        ),
        Role.NOTE: ParagraphStyle(
            _KAI, 12, 21, first_indent=2, left_indent=2, right_indent=2, space_after=5.25
        ),
        Role.TERM: ParagraphStyle(_SONG, 12, 21, first_indent=2),
        Role.QUESTION: ParagraphStyle(_SONG, 12, 21, space_before=5.25),
        Role.FACILITATOR: ParagraphStyle(_KAI, 10.5, 17.5, left_indent=2),
        Role.ACTION: ParagraphStyle(_KAI, 12, 21, first_indent=2, space_after=5.25),
        Role.REFERENCE: ParagraphStyle(_SONG, 10.5, 17.5, alignment=_LEFT),
        Role.TABLE_HEAD: ParagraphStyle(_HEI, 10.5, 17.5, alignment=_CENTRED),
        Role.TABLE_CELL: ParagraphStyle(_SONG, 10.5, 17.5, alignment=_LEFT),
        Role.TABLE_NUMBER: ParagraphStyle(_SONG, 10.5, 17.5, alignment=_CENTRED),
        Role.FOOTER: ParagraphStyle(_FOLIO, 10.5, 17.5, alignment=_CENTRED),
    },
)

PRESETS: Mapping[str, Preset] = {preset.name: preset for preset in (_ORDINARY, _OFFICIAL)}
"""Every preset by name, the default first; a new one is listed here."""


def find_preset(name: str) -> Preset:
    """The preset of this name. Raises PresetUnknown."""
    try:
        return PRESETS[name]
    except KeyError:
        raise PresetUnknown(name) from None
