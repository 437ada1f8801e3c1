"""A preset as a file (TOML): what its values mean, and what is refused.

A preset that is `based_on` another one lists only what differs. Whoever prints from a preset may
trust that every style is there and that every length is of use.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from studydesk.domain.parts import Part
from studydesk.errors import PresetDamaged
from studydesk.handout.style import (
    Face,
    Folio,
    Limits,
    Page,
    ParagraphStyle,
    Preset,
    Role,
    Sources,
    Typeface,
)

Table = Mapping[str, Any]
_T = TypeVar("_T", Page, Limits, ParagraphStyle)
_E = TypeVar("_E", bound=StrEnum)

_LARGEST = 2000.0
"""Millimetres, points or characters: nothing on paper is larger."""
_MAY_BE_NOTHING = {"space_before", "space_after", "first_indent", "left_indent", "right_indent"}
_MAY_BE_NOTHING |= {"outline", "rule_below", "column_gap", "contents_over"}
_MAY_BE_NOTHING |= {"passages", "questions", "answer_lines"}


def read_preset(text: str, known: Mapping[str, Preset]) -> Preset:
    """The preset that a file describes; `known` are those it may be based on. Raises
    PresetDamaged with the place in the file, such as "styles.Title.size".
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PresetDamaged(str(error)) from error
    base = _other(table, "based_on", known)
    if extra := table.keys() - _KEYS:
        raise PresetDamaged(min(extra))
    typefaces = _typefaces(_table(table, "typefaces"), base)
    return Preset(
        name=_text(table, "name"),
        page=_page(_table(table, "page"), base),
        folio=_folio(table, base),
        styles=_styles(_table(table, "styles"), typefaces, base),
        typefaces=typefaces,
        purpose=_text(table, "purpose", ""),
        parts=_parts(table, base),
        contents_over=int(
            _number(table, "contents_over", base.contents_over if base else 6, whole=True)
        ),
        limits=_changed(base.limits if base else Limits(), _table(table, "limits"), "limits"),
        forms=_other(table, "forms", known) or (base.forms if base else None),
        sources=_choice(
            Sources, _text(table, "sources", base.sources if base else Sources.LINE), "sources"
        ),
        tightest=min(1.0, _number(table, "tightest", base.tightest if base else 1.0, whole=False)),
    )


def renamed(text: str, name: str) -> str:
    """The file of the same preset under another name; comments stay."""
    return _NAME.sub(lambda _: f"name = {json.dumps(name, ensure_ascii=False)}", text, count=1)


_NAME = re.compile(r"^name\s*=.*$", re.MULTILINE)

_KEYS = {"based_on", "contents_over", "folio", "forms", "limits", "name", "page", "parts"}
_KEYS |= {"purpose", "sources", "styles", "tightest", "typefaces"}


def _page(table: Table, base: Preset | None) -> Page:
    page = base.page if base else Page(210, 297, 25, 25, 25, 25)
    page = _changed(page, table, "page")
    if page.column_width < 30 or page.text_height < 60:  # nothing could be set in it
        raise PresetDamaged("page")
    return page


def _folio(table: Table, base: Preset | None) -> Folio:
    if "folio" not in table and base:
        return base.folio
    return _choice(Folio, _text(table, "folio"), "folio")


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
            role: replace(style, typeface=renewed[style.typeface])
            for role, style in base.styles.items()
        }
    for name in table:
        place = f"styles.{name}"
        role = _choice(Role, name, place)
        styles[role] = _style(_table(table, name, place), typefaces, styles.get(role), place)
    for role in Role:
        if role not in styles or styles[role].leading < styles[role].size:
            raise PresetDamaged(f"styles.{role.value}")
    return {role: styles[role] for role in Role}


def _style(
    values: Table, typefaces: Mapping[str, Typeface], before: ParagraphStyle | None, place: str
) -> ParagraphStyle:
    values = dict(values)
    typeface = before.typeface if before else None
    if "typeface" in values:
        typeface = typefaces.get(str(values.pop("typeface")))
    if typeface is None:
        raise PresetDamaged(f"{place}.typeface")
    style = replace(before, typeface=typeface) if before else ParagraphStyle(typeface, 0, 0)
    return _changed(style, values, place)


def _typefaces(table: Table, base: Preset | None) -> dict[str, Typeface]:
    typefaces = dict(base.typefaces) if base else {}
    for name in table:
        place = f"typefaces.{name}"
        values = _table(table, name, place)
        if values.keys() - {"family", "face", "bold", "latin"}:
            raise PresetDamaged(place)
        face = _choice(Face, values.get("face"), f"{place}.face")
        bold = _choice(Face, values.get("bold", face), f"{place}.bold")
        latin = _text(values, "latin", "Times New Roman")
        typefaces[name] = Typeface(_text(values, "family"), face, bold, latin)
    return typefaces


def _changed(whole: _T, table: Table, place: str) -> _T:
    """The whole with the fields that the table names."""
    known = {field.name: getattr(whole, field.name) for field in fields(whole)}
    values: dict[str, Any] = {}
    for name, value in table.items():
        here, before = f"{place}.{name}", known.get(name)
        if isinstance(before, StrEnum):
            values[name] = _choice(type(before), value, here)
        elif isinstance(before, bool):
            if not isinstance(value, bool):
                raise PresetDamaged(here)
            values[name] = value
        elif isinstance(before, int | float):
            values[name] = _number(table, name, 0, whole=name in _WHOLE, place=here)
        else:
            raise PresetDamaged(here)
    return replace(whole, **values)


_WHOLE = {"columns", "outline", "passages", "questions", "answer_lines"}


def _number(table: Table, name: str, default: float, *, whole: bool, place: str = "") -> float:
    value = table.get(name, default)
    right = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    if not right or not 0 <= value <= _LARGEST or not (value or name in _MAY_BE_NOTHING):
        raise PresetDamaged(place or name)
    return float(value) if not whole else int(value)


def _text(table: Table, name: str, default: str | None = None) -> str:
    value = table.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise PresetDamaged(name)
    return value


def _table(table: Table, name: str, place: str = "") -> Table:
    value = table.get(name, {})
    if not isinstance(value, dict):
        raise PresetDamaged(place or name)
    return value


def _choice(kind: type[_E], value: object, place: str) -> _E:
    try:
        return kind(str(value))
    except ValueError:
        raise PresetDamaged(place) from None


def _other(table: Table, name: str, known: Mapping[str, Preset]) -> Preset | None:
    if name not in table:
        return None
    if table[name] not in known:
        raise PresetDamaged(name)
    return known[table[name]]
