"""Signing a packet, and what was changed in it since."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from hashlib import sha256

from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.domain.vouching import Duty, Seal, Signature
from studydesk.errors import EditRefused

_DIGITS = 12
"""Hexadecimal digits of a digest."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise in a packet than when it was signed: items by their ids, how many are
    gone, whether those that stayed stand in another order, whether title or session are others,
    and whether it is printed otherwise.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: int = 0
    moved: bool = False
    facts: bool = False
    printing: bool = False

    def __bool__(self) -> bool:
        return self != _NONE


_NONE = Changes()


def sign(packet: Packet, duty: Duty, name: str, on: date) -> Packet:
    """The packet signed as it is now, in place of an earlier signature of the same duty.

    Raises EditRefused("empty-name").
    """
    name = " ".join(name.split())
    if not name:
        raise EditRefused("empty-name")
    seals = tuple(Seal(item.id, digest(item)) for item in packet.items)
    signature = Signature(duty, name, on, seals, _facts(packet), _printing(packet))
    others = unsign(packet, duty).signatures
    in_order = sorted((*others, signature), key=lambda one: list(Duty).index(one.duty))
    return replace(packet, signatures=tuple(in_order))


def unsign(packet: Packet, duty: Duty) -> Packet:
    """The packet without the signature of a duty."""
    return replace(packet, signatures=tuple(s for s in packet.signatures if s.duty is not duty))


def signature_of(packet: Packet, duty: Duty) -> Signature | None:
    """Who signed for a duty, if anybody."""
    return next((one for one in packet.signatures if one.duty is duty), None)


def changes_since(packet: Packet, signature: Signature) -> Changes:
    """What is otherwise than when it was signed. Where a passage stands in its article is no part
    of it, nor is what was let stand or who else signed.
    """
    before = dict(signature.items)
    now = {item.id: item for item in packet.items}
    stayed = [item_id for item_id in before if item_id in now]
    return Changes(
        tuple(item_id for item_id in stayed if digest(now[item_id]) != before[item_id]),
        tuple(item_id for item_id in now if item_id not in before),
        len(before) - len(stayed),
        stayed != [item_id for item_id in now if item_id in before],
        _facts(packet) != signature.facts,
        _printing(packet) != signature.printing,
    )


@lru_cache(maxsize=1024)
def digest(item: Item) -> str:
    """What an item says, in short: neither its id nor where its passage stands is part of it."""
    if isinstance(item, PassageItem):
        bare = replace(item.passage, article_id="", start=0, end=0, before="", after="")
        item = replace(item, passage=bare)
    return _hash(replace(item, id=""))


def _facts(packet: Packet) -> str:
    return _hash((packet.title, packet.session))


def _printing(packet: Packet) -> str:
    tightness = (packet.tightness,) if packet.tightness else ()
    return _hash((packet.preset, packet.parts, *tightness))


def _hash(value: object) -> str:
    return sha256(_told(value).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _told(value: object) -> str:
    """A value as text. Fields that are as they are by default are left out, so that a field that
    a later version of the program adds is no change of a packet.
    """
    if isinstance(value, Enum):
        return repr(value.value)
    if dataclasses.is_dataclass(value):
        told = (
            f"{field.name}={_told(here)}"
            for field in dataclasses.fields(value)
            if (here := getattr(value, field.name)) != field.default
        )
        return f"{type(value).__name__}({','.join(told)})"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{','.join(map(_told, value))}]"
    return value.isoformat() if isinstance(value, date) else repr(value)
