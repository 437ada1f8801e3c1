"""What is kept to be used again: bounded, and quick to ask."""

from collections.abc import Hashable
from itertools import count
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class BoundedCache(Generic[Key, Value]):
    """Values whose sizes add up to no more than `most`; safe to use from any thread.

    There are two generations: what is asked for moves to the young one, and when that is half of
    the whole, the old one is forgotten. So a value that is in use is found with one look.
    """

    def __init__(self, most: int) -> None:
        self._most_of_one = most // 2
        self._held = 0
        self._young: dict[Key, tuple[Value, int]] = {}
        self._old: dict[Key, tuple[Value, int]] = {}
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """What was kept under this key, if it is still there."""
        with self._lock:
            found = self._young.get(key)
            if found is None and (found := self._old.pop(key, None)):
                self._keep(key, *found)
            return found[0] if found else None

    def keep(self, key: Key, value: Value, size: int) -> None:
        """Keep a value; what was not asked for the longest time makes room for it."""
        with self._lock:
            self._keep(key, value, size)

    def _keep(self, key: Key, value: Value, size: int) -> None:
        _, before = self._young.pop(key, (None, 0))
        self._held -= before
        if size > self._most_of_one:
            self._old.pop(key, None)
            return
        if self._held + size > self._most_of_one:
            self._old, self._young, self._held = self._young, {}, 0
        self._young[key] = value, size
        self._held += size


class Numbers(Generic[Key]):
    """A number for each value, the same for equal ones, so that a key need not hold what takes long
    to hash. Values that come again as the same object are known at once.
    """

    _MOST = 1000

    def __init__(self) -> None:
        self._next = count()
        self._by_value: dict[Key, int] = {}
        self._by_identity: dict[int, tuple[Key, int]] = {}
        self._lock = Lock()

    def of(self, value: Key) -> int:
        """The number of a value; it is never given to another one."""
        known = self._by_identity.get(id(value))
        if known and known[0] is value:
            return known[1]
        with self._lock:
            if len(self._by_identity) >= self._MOST:
                self._by_identity.clear()
            if len(self._by_value) >= self._MOST:
                self._by_value.clear()
            number = self._by_value.setdefault(value, next(self._next))
            self._by_identity[id(value)] = value, number
        return number
