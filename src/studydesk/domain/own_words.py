"""Which words of an item its author wrote, and who reads them."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple, Protocol


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
