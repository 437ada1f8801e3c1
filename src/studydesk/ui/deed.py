"""Something that was done and that no history of edits has, with the way back and forth."""

from collections.abc import Callable, Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """`name` is a phrase with its verb, as it stands behind 已撤消：. `take_back` may raise
    StudyDeskError, and then has taken back nothing; so may `again`, which does it once more.
    `said` is what the notice says of it; nothing where it is empty. `brings` are ids of what
    comes back. Deeds with the same `merge` key that follow one another become one.
    """

    name: str
    take_back: Callable[[], object]
    again: Callable[[], object]
    said: str = ""
    brings: Collection[str] = ()
    merge: str = ""
