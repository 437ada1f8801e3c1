"""Which words of an item its author wrote, and who reads them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar, cast


class OwnField(NamedTuple):
    """A field of the author's own words, or of parts that have such fields. A `needed` one is
    not left empty; a `private` one is for the facilitator only.
    """

    name: str
    is_title: bool = False
    needed: bool = False
    private: bool = False


class OwnWords(NamedTuple):
    """What stands in such a field; `field` leads to it, as in text or steps.2.note."""

    field: str
    text: str
    kind: OwnField


class Written(Protocol):
    """An item, or a part of one."""

    OWN: ClassVar[tuple[OwnField, ...]]


_T = TypeVar("_T")


def own_words(thing: Written) -> Iterator[OwnWords]:
    """The author's own words in an item, in the order they are printed; never a quotation."""
    for kind in thing.OWN:
        value = getattr(thing, kind.name)
        if isinstance(value, str):
            yield OwnWords(kind.name, value, kind)
            continue
        for number, part in enumerate(value):
            for words in own_words(part):
                yield words._replace(field=f"{kind.name}.{number}.{words.field}")


def with_words(thing: _T, field: str, text: str) -> _T:
    """An item with other words in one of its fields, named as by `own_words`."""
    name, _, inner = field.partition(".")
    value: object = text
    if inner:
        number, _, inner = inner.partition(".")
        parts = list(getattr(thing, name))
        parts[int(number)] = with_words(parts[int(number)], inner, text)
        value = tuple(parts)
    changes: dict[str, Any] = {name: value}
    return cast("_T", replace(cast("Any", thing), **changes))
