"""Who vouches for a packet: what proofreading found and somebody let stand, and who signed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that a proof rule found in a field of an item and that stays as it is; an empty
    item is the packet itself. `by` and `on` are who let it stand, and when: empty where it is a
    hint for which nobody has to answer.
    """

    rule: str
    item_id: str
    field: str
    found: str
    by: str = ""
    on: date | None = None
    reason: str = ""


class Duty(StrEnum):
    """The three who answer for a packet: who wrote it, who read it against the paper, and who
    lets it go out.
    """

    WRITTEN = "编写"
    READ = "审核"
    ISSUED = "签发"


class Seal(NamedTuple):
    """An item as it was when it was signed, as a short digest."""

    item_id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as what, and when; the items as they were then, in order, and digests of the
    facts of the session and of what is printed.
    """

    duty: Duty
    name: str
    on: date
    items: tuple[Seal, ...] = ()
    facts: str = ""
    printing: str = ""
