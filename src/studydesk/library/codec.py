"""Objects of the domain as plain JSON and back, driven by their type hints.

A dataclass becomes an object of its fields, a named tuple a list, a date its ISO form. Where a
field may hold several classes, "type" names the one it holds. Reading is strict: whatever
could not have been written here is refused.
"""

import dataclasses
import json
import re
import types
from collections.abc import Collection
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from studydesk.domain.packet import ITEM_KINDS
from studydesk.domain.passage import Blank, Emphasis, Insertion, Omission
from studydesk.domain.tidying import TIDYING_KINDS

NAMES: dict[type, str] = {
    kind: name for name, kind in (*ITEM_KINDS.items(), *TIDYING_KINDS.items())
} | {
    Omission: "omission",
    Insertion: "insertion",
    Emphasis: "emphasis",
    Blank: "blank",
}
"""Every class that shares a field with others, under the name it is stored by."""

_WHOLE = range(-(2**31), 2**31)
_SURROGATE = re.compile("[\ud800-\udfff]")

Hint = Any  # a type, or what stands in for one in a type hint
T = TypeVar("T")


class Unreadable(ValueError):
    """JSON that is not what was written here."""


def dump(value: object, spare: Collection[tuple[type, str]] = ()) -> str:
    """An object of the domain, or plain lists and dicts, as compact JSON that UTF-8 can hold.
    `spare` are fields, by class and name, that are left out where they have their default.
    """
    text = json.dumps(
        _plain(value, spare), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def load(kind: type[T], text: str | bytes) -> T:
    """The object that `dump` wrote. Raises Unreadable."""
    return cast("T", _built(kind, parse(text)))


def parse(text: str | bytes) -> object:
    """JSON as plain lists and dicts. Raises Unreadable."""
    try:
        return cast("object", json.loads(text))
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _plain(value: object, spare: Collection[tuple[type, str]] = ()) -> object:
    match value:
        case Enum():
            return value.value
        case str() | int() | None:  # most of what is kept: asked first
            return value
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(part, spare) for part in value]
        case dict():
            return {key: _plain(part, spare) for key, part in value.items()}
        case _ if dataclasses.is_dataclass(value):
            name = NAMES.get(type(value))
            fields = {
                field.name: _plain(part, spare)
                for field in dataclasses.fields(value)
                if (part := getattr(value, field.name)) != field.default
                or (type(value), field.name) not in spare
            }
            return {"type": name} | fields if name else fields
        case _:
            return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Hint, plain: object) -> object:
    """`plain` as the type hint `kind` says, one case for each sort of hint in the domain."""
    origin: object = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _one_of(get_args(kind), plain)
    if origin is tuple:
        return tuple(_built(get_args(kind)[0], part) for part in _expect(list, plain))
    if dataclasses.is_dataclass(kind):
        return _dataclass(cast("type", kind), plain)
    if issubclass(kind, tuple):
        return _named_tuple(kind, plain)
    if issubclass(kind, Enum) or kind is date:
        return _from_text(kind, plain)
    value = _expect(kind, plain)
    if kind is int and value not in _WHOLE:
        raise Unreadable(f"number out of range: {plain!r:.40}")
    return value


def _expect(kind: type[T], plain: object) -> T:
    if type(plain) is not kind:  # exactly: True is not a number here
        raise Unreadable(f"{kind.__name__} expected, found {plain!r:.40}")
    return plain


def _one_of(kinds: tuple[Hint, ...], plain: object) -> object:
    if plain is None and types.NoneType in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not types.NoneType)
    if len(kinds) == 1:
        return _built(kinds[0], plain)
    name = _expect(dict, plain).get("type")
    for kind in kinds:
        if NAMES[kind] == name:
            return _dataclass(kind, plain)
    raise Unreadable(f"unknown type {name!r:.40}")


def _dataclass(kind: type, plain: object) -> object:
    values = dict(_expect(dict, plain))
    if kind in NAMES and values.pop("type", None) != NAMES[kind]:
        raise Unreadable(f"{NAMES[kind]} expected")
    hints = _hints(kind)
    fields = dataclasses.fields(kind)
    required = {field.name for field in fields if field.default is dataclasses.MISSING}
    if not required <= values.keys() <= {field.name for field in fields}:
        raise Unreadable(f"fields of {kind.__name__} expected, found {list(values)!r:.80}")
    return kind(**{name: _built(hints[name], value) for name, value in values.items()})


def _named_tuple(kind: Hint, plain: object) -> object:
    hints, parts = _hints(kind).values(), _expect(list, plain)
    if len(parts) != len(hints):
        raise Unreadable(f"{kind.__name__} expected, found {plain!r:.40}")
    return kind(*(_built(hint, part) for hint, part in zip(hints, parts, strict=True)))


def _from_text(kind: Hint, plain: object) -> object:
    try:
        value = date.fromisoformat(_expect(str, plain)) if kind is date else kind(plain)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if _plain(value) != plain:  # some other way to write a date
        raise Unreadable(f"{kind.__name__} expected, found {plain!r:.40}")
    return value


def column_text(text: str) -> str:
    """Text as a column can hold it: a lone surrogate, which UTF-8 lacks, becomes '?'."""
    return text.encode("utf-8", "replace").decode("utf-8")
