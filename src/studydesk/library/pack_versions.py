"""Which version of the packet file something came with, so that a file says the lowest it needs:
older programs read whatever they know, and refuse by its version what they do not.
"""

import dataclasses
from collections.abc import Mapping
from enum import Enum

from studydesk.domain.article import Block, Correction, ProblemKind, Source, SourceKind
from studydesk.domain.packet import Action, AnswerSpace, FurtherReading, Goals, Packet
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation, Passage, Subheading
from studydesk.domain.tidying import TIDYING_KINDS, MoveArticle
from studydesk.domain.vouching import Duty, Kept, Seal, Signature

Field = tuple[type, str]
"""A class and the name of a field of it, which has a default."""

_CAME: Mapping[int, tuple[type | Field | Enum, ...]] = {
    2: ((Block, "corrections"), Correction),
    3: (
        (Packet, "parts"),
        *Part,
        Goals,
        FurtherReading,
        *(AnswerSpace.THIRD, AnswerSpace.HALF, AnswerSpace.PAGE),
        *(kind for kind in TIDYING_KINDS.values() if kind is not MoveArticle),
    ),
    4: ((Packet, "tightness"), ProblemKind.TITLE_UNCERTAIN),
    5: ((Passage, "subheadings"), Subheading),
    6: ((Action, "last"), (Action, "agreed")),
    7: (
        *((Packet, "kept"), (Packet, "silenced"), (Packet, "signatures")),
        *(Kept, Signature, Seal, *Duty),
    ),
    8: (
        *((Citation, "kind"), (Citation, "seen"), (Source, "kind"), (Source, "seen")),
        *SourceKind,
    ),
    9: (MoveArticle, ProblemKind.BODY_MISSING),
}
"""What came with each version; all else was there from the beginning. Whatever is new in a packet,
its articles or their tidying comes with a version of its own.
"""

SINCE: Mapping[type | Field | Enum, int] = {
    thing: version for version, things in _CAME.items() for thing in things
}
"""The version that each of these came with."""

NEWER_FIELDS = frozenset(thing for thing in SINCE if isinstance(thing, tuple))
"""The fields that an older program does not know; it need not see what they have by default."""


def least_version(value: object) -> int:
    """The lowest version of the packet file that can hold this."""
    if isinstance(value, Enum):
        return SINCE.get(value, 1)
    least = SINCE.get(type(value), 1)
    if isinstance(value, tuple):
        return max((least, *map(least_version, value)))
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            if part != field.default:
                least = max(least, SINCE.get((type(value), field.name), 1), least_version(part))
    return least
