"""Where one step of typing ends and the next begins, for 撤消: as one goes on writing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic
from typing import NamedTuple

from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence

PAUSE = 2.0
"""Seconds without a change after which one begins anew."""

_MANY = 2
"""Characters that an input method does not put others in place of as part of a step. Where it
composes what has no letters of its own, as Hangul, it puts one in place of another all the time.
"""


class _Found(NamedTuple):
    """What a key, or an input method, found in the field."""

    length: int
    selected: int
    is_composing: bool
    is_replaced: bool


class Typist:
    """Whoever writes in the fields of the window: there is one keyboard. What is done in one field
    in one `step` is taken back at once. A field tells of each key that comes to it, and of each
    change before it is told on.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self.step = 0
        self._found: _Found | None = None
        self._doing, self._last = "", -inf

    @contextmanager
    def press(
        self, event: QKeyEvent | QInputMethodEvent, text: str, selected: str
    ) -> Iterator[None]:
        """What is changed meanwhile is typed, or deleted, in a field with this text."""
        before, is_composing = self._found, isinstance(event, QInputMethodEvent)
        replaced = event.replacementLength() if isinstance(event, QInputMethodEvent) else 0
        is_replaced = bool(selected) or replaced >= _MANY
        self._found = _Found(len(text), len(selected), is_composing, is_replaced)
        if isinstance(event, QInputMethodEvent):
            if event.preeditString() or event.commitString():
                self.go_on("typing")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._found = None
        try:
            yield
        finally:
            self._found = before

    @contextmanager
    def within(self, step: int) -> Iterator[None]:
        """What is done meanwhile belongs to this step, whatever was begun since."""
        now, self.step = self.step, step
        try:
            yield
        finally:
            self.step = now

    def write(self, text: str) -> None:
        """A field has this text now: by what was pressed, or else from the clipboard or a menu."""
        found = self._found
        if found is None:
            self.go_on("pasting", anew=True)
            return
        is_less = len(text) <= found.length - found.selected and not found.is_composing
        self.go_on("deleting" if is_less else "typing", anew=found.is_replaced)

    def go_on(self, doing: str, *, anew: bool = False) -> None:
        """Do more of this; that is another step where it is `anew`, or comes after a pause or
        after something else.
        """
        now = self.clock()
        if anew or doing != self._doing or now - self._last > PAUSE:
            self.step += 1
        self._doing, self._last = doing, now


typist = Typist()
