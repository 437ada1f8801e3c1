"""A preset as a file (TOML): what its values mean, and what is refused.

A preset that is `based_on` another one lists only what differs. Whoever prints from a preset may
trust that every style is there, that every length is of use and that the paper has room for it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from studydesk.domain.parts import Part
from studydesk.errors import PresetDamaged
from studydesk.handout.designs import in_installed_fonts
from studydesk.handout.paper import LEAST_COLUMN, Page, Within
from studydesk.handout.style import (
    MILLIMETRE,
    Face,
    FontUse,
    Limits,
    Logo,
    ParagraphStyle,
    Preset,
    Role,
    Typeface,
)

Table = Mapping[str, Any]
_T = TypeVar("_T", Page, Limits, Logo, ParagraphStyle)
_E = TypeVar("_E", bound=StrEnum)

_FEWEST_CHARACTERS, _FEWEST_LINES = 1, 3
"""What the text area holds of every style at least, between its indents."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What no DOCX can hold."""


_LONGEST_FOOTER, _LONGEST_HEADER, _LONGEST_NAME = 30, 60, 100
"""Characters before the page number, which stands on one line with them; at the head of a page;
of a font, a picture and what it shows.
"""

_ABOVE_HEADER = 3.0
"""Millimetres at the edge of the paper that no printer reaches."""


def read_preset(text: str, known: Mapping[str, Preset]) -> Preset:
    """The preset that a file describes; `known` are those it may be based on. Raises
    PresetDamaged with the place in the file, such as "styles.Title.size" or "line 3".
    """
    table = _parsed(text)
    base = _other(table, "based_on", known)
    if extra := table.keys() - {field.name for field in fields(Preset)} - {"based_on"}:
        raise PresetDamaged(min(extra))
    typefaces = _typefaces(_table(table, "typefaces"), base)
    fonts = _fonts(_table(table, "fonts"), base)
    preset = Preset(
        name=_text(table, "name"),
        page=_page(_table(table, "page"), base),
        styles=_with_fonts(_styles(_table(table, "styles"), typefaces, base), fonts),
        typefaces=typefaces,
        fonts=fonts,
        purpose=_text(table, "purpose", ""),
        footer=_line(table, "footer", base.footer if base else "", _LONGEST_FOOTER),
        header=_line(table, "header", base.header if base else "", _LONGEST_HEADER),
        header_even=_line(table, "header_even", base.header_even if base else "", _LONGEST_HEADER),
        logo=_logo(table, base),
        parts=_parts(table, base),
        limits=_changed(base.limits if base else Limits(), _table(table, "limits"), "limits"),
        forms=_other(table, "forms", known) or (base.forms if base else None),
        **_plain(table, base),
    )
    _check_room(preset)
    return in_installed_fonts(preset) if preset.installed_fonts else preset


def _parsed(text: str) -> Table:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also dates, endless digits and brackets
        line = re.search(r"line \d+", str(error))
        raise PresetDamaged(line[0] if line else "TOML") from error


def _page(table: Table, base: Preset | None) -> Page:
    page = base.page if base else Page(210, 297, 25, 25, 25, 25)
    page = _changed(page, table, "page")
    if page.column_width < LEAST_COLUMN or page.text_height < 60:  # nothing could be set in it
        raise PresetDamaged("page")
    return page


def _parts(table: Table, base: Preset | None) -> frozenset[Part]:
    if "parts" not in table and base:
        return base.parts
    named = table.get("parts", [])
    if not isinstance(named, list):
        raise PresetDamaged("parts")
    return frozenset(_choice(Part, name, "parts") for name in named)


def _styles(
    table: Table, typefaces: Mapping[str, Typeface], base: Preset | None
) -> dict[Role, ParagraphStyle]:
    """The styles of the base, in the typefaces of this preset, with what the table changes."""
    styles: dict[Role, ParagraphStyle] = {}
    if base:
        renewed = {old: typefaces[name] for name, old in base.typefaces.items()}
        styles = {
            role: replace(style, typeface=renewed[style.typeface.plain])
            for role, style in base.styles.items()
        }
    for name in table:
        place = f"styles.{name}"
        role = _choice(Role, name, place)
        styles[role] = _style(_table(table, name, place), typefaces, styles.get(role), place)
    if Role.FOOTER in styles:  # files of earlier versions know no header
        styles.setdefault(Role.HEADER, styles[Role.FOOTER])
    if Role.PASSAGE in styles and Role.PASSAGE_HEADING not in styles:  # a file older than it
        styles[Role.PASSAGE_HEADING] = replace(styles[Role.PASSAGE], keep_with_next=True)
    for role in Role:
        if role not in styles or not 0 < styles[role].size <= styles[role].leading:
            raise PresetDamaged(f"styles.{role.value}")
    return {role: styles[role] for role in Role}


def _style(
    values: Table, typefaces: Mapping[str, Typeface], before: ParagraphStyle | None, place: str
) -> ParagraphStyle:
    values = dict(values)
    typeface = before.typeface if before else None
    if "typeface" in values:
        typeface = typefaces.get(_text(values, "typeface", place=f"{place}.typeface"))
        del values["typeface"]
    if typeface is None:
        raise PresetDamaged(f"{place}.typeface")
    style = replace(before, typeface=typeface) if before else ParagraphStyle(typeface, 0, 0)
    return _changed(style, values, place)


def _typefaces(table: Table, base: Preset | None) -> dict[str, Typeface]:
    typefaces = dict(base.typefaces) if base else {}
    for name in table:
        place = f"typefaces.{name}"
        values = _table(table, name, place)
        if values.keys() - {field.name for field in fields(Typeface)}:
            raise PresetDamaged(place)
        face = _choice(Face, values.get("face"), f"{place}.face")
        bold = _choice(Face, values.get("bold", face), f"{place}.bold")
        latin = _text(values, "latin", "Times New Roman", f"{place}.latin")
        family = _text(values, "family", place=f"{place}.family")
        typefaces[name] = Typeface(family, face, bold, latin)
    return typefaces


def _fonts(table: Table, base: Preset | None) -> dict[FontUse, str]:
    """The families that are wanted; what is left empty is set in the bundled faces."""
    wanted = dict(base.fonts) if base else {}
    for name in table:
        place = f"fonts.{name}"
        wanted[_choice(FontUse, name, place)] = _line(table, name, "", _LONGEST_NAME, place)
    return {use: family for use, family in wanted.items() if family}


def _with_fonts(
    styles: Mapping[Role, ParagraphStyle], fonts: Mapping[FontUse, str]
) -> dict[Role, ParagraphStyle]:
    chosen = {role: fonts.get(use, "") for use in FontUse for role in use.roles}
    return {
        role: replace(style, typeface=replace(style.typeface.plain, installed=chosen[role]))
        for role, style in styles.items()
    }


def _logo(table: Table, base: Preset | None) -> Logo | None:
    """A logo is a file beside the preset's, never one somewhere else."""
    values = dict(_table(table, "logo"))
    if not values:
        return base.logo if base else None
    file = _line(values, "file", "", _LONGEST_NAME, "logo.file")
    description = _line(values, "description", "", _LONGEST_NAME, "logo.description")
    if set("/\\:") & set(file) or file.startswith("."):
        raise PresetDamaged("logo.file")
    rest = {key: values[key] for key in values.keys() - {"file", "description"}}
    logo = _changed(Logo(file, description=description), rest, "logo")
    return logo if file else None


def _check_room(preset: Preset) -> None:
    """Refuse what would be printed off the paper: styles that the text area has no room for, and
    a page number below the page's edge.
    """
    page = preset.page
    for role, style in preset.styles.items():
        first = style.left_indent + style.first_indent
        width = page.text_width if style.spans else page.column_width
        wide = (style.indents + _FEWEST_CHARACTERS) * style.size <= width * MILLIMETRE
        if first < 0 or not wide or _FEWEST_LINES * style.leading > page.text_height * MILLIMETRE:
            raise PresetDamaged(f"styles.{role.value}")
    if page.footer_gap + preset.style(Role.FOOTER).size / MILLIMETRE > page.bottom:
        raise PresetDamaged("page.footer_gap")
    head = page.header_gap + preset.style(Role.HEADER).leading / MILLIMETRE
    if (preset.header or preset.header_even) and head + _ABOVE_HEADER > page.top:
        raise PresetDamaged("page.header_gap")


# --- values --------------------------------------------------------------------------------


def _changed(whole: _T, table: Table, place: str) -> _T:
    """The whole with the fields that the table names."""
    kinds = _KINDS[type(whole)]
    values: dict[str, Any] = {}
    for name, value in table.items():
        here = f"{place}.{name}"
        if name not in kinds:
            raise PresetDamaged(here)
        values[name] = _value(kinds[name], value, here)
    return replace(whole, **values)


def _line(table: Table, name: str, default: str, most: int, place: str = "") -> str:
    """A text of one line and no more than so many characters; wide spaces (U+3000) stay."""
    text = _text(table, name, default, place)
    if len(text) > most:
        raise PresetDamaged(place or name)
    return re.sub(r"[^\S\u3000]+", " ", text).strip()


def _plain(table: Table, base: Preset | None) -> dict[str, Any]:
    """What the table says of a preset's numbers and choices, and what its base says of others."""
    kinds = _KINDS[Preset]
    values = {name: getattr(base, name) for name in kinds} if base else {}
    values |= {
        name: _value(kind, table[name], name) for name, kind in kinds.items() if name in table
    }
    if "folio" not in values:  # it alone is not the same on most pages
        raise PresetDamaged("folio")
    return values


def _kinds(whole: type) -> Mapping[str, object]:
    """The fields of a dataclass that hold a number, yes or no, or a choice, with their types."""
    hints = get_type_hints(whole, include_extras=True)
    return {
        name: kind
        for name, kind in hints.items()
        if get_origin(kind) is Annotated
        or (isinstance(kind, type) and issubclass(kind, bool | StrEnum))
    }


_KINDS: Mapping[type, Mapping[str, object]] = {
    whole: _kinds(whole) for whole in (Page, Limits, Logo, ParagraphStyle, Preset)
}


def _value(kind: object, value: object, place: str) -> object:
    """A value as the type of its field asks for it."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind, value, place)
    match get_args(kind):
        case (number, Within() as within):
            return _number(value, within, place, whole=number is int)
    if not isinstance(value, bool):
        raise PresetDamaged(place)
    return value


def _number(value: object, within: Within, place: str, *, whole: bool) -> float:
    if not isinstance(value, int if whole else int | float) or isinstance(value, bool):
        raise PresetDamaged(place)
    if not within.least <= value <= within.most:
        raise PresetDamaged(place)
    return value if whole else float(value)


def _text(table: Table, name: str, default: str | None = None, place: str = "") -> str:
    value = table.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise PresetDamaged(place or name)
    if _UNPRINTABLE.search(value):
        raise PresetDamaged(place or name)
    return value


def _table(table: Table, name: str, place: str = "") -> Table:
    value = table.get(name, {})
    if not isinstance(value, dict):
        raise PresetDamaged(place or name)
    return value


def _choice(kind: type[_E], value: object, place: str) -> _E:
    try:
        return kind(str(value))
    except ValueError:  # also a number too long to be written
        raise PresetDamaged(place) from None


def _other(table: Table, name: str, known: Mapping[str, Preset]) -> Preset | None:
    if name not in table:
        return None
    other = known.get(_text(table, name))
    if other is None:
        raise PresetDamaged(name)
    return other
