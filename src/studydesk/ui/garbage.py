"""Rings of garbage are looked for on the interface thread alone.

The interpreter would do so in whatever thread has just made an object. Where a ring has a widget
in it, Qt then takes the widget down in that thread while the window uses it, and crashes.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

COLLECT_AFTER = 8_000
"""New objects after which garbage is looked for: each look stops the window, by the thousand for
two milliseconds, and where pages that run into each other are untangled for three.
"""

_PAUSE, _PAUSE_AT_WORK = 100, 20
"""Milliseconds between two looks at how many there are: while pages are imported, a tenth of a
second makes more than may be looked through at once.
"""

_WHOLE = 150
"""After so many looks one goes through everything, as soon as the program rests: while pages are
imported there are millions to go through, which would take half a second.
"""

_LITTLE = 1000
"""Fewer new objects than this since the look before may mean that no work is under way, or that
this one comes soon after it.
"""

_REST = 10
"""The program rests when so many looks in a row found little, a second in all."""


class GarbageCollector(QObject):
    """Takes over from the interpreter as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks, self._quiet, self._counted, self._knows_program = 0, 0, 0, False
        self._busy: Callable[[], bool] = lambda: False
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        parent.destroyed.connect(gc.enable)
        parent.destroyed.connect(gc.unfreeze)

    def look(self) -> None:
        """Look for garbage if enough is new."""
        new, *_ = gc.get_count()  # since garbage was looked for
        more = new - self._counted if new >= self._counted else new
        self._counted = new
        self._timer.setInterval(_PAUSE if more < _LITTLE else _PAUSE_AT_WORK)
        self._quiet = self._quiet + 1 if more < _LITTLE and not self._busy() else 0
        if new >= COLLECT_AFTER:
            self._looks += 1
            gc.collect(1)
        elif self._quiet >= _REST and self._looks >= _WHOLE:
            self._looks = 0
            gc.collect(2)
            if not self._knows_program:  # which stays, and its window: never again
                self._knows_program = True
                gc.freeze()

    def wait_for(self, busy: Callable[[], bool]) -> None:
        """The program does not rest as long as it is `busy`, however little that makes."""
        self._busy = busy

    def begin_anew(self) -> None:
        """Another library is open: the window of the one before is garbage, and looked for."""
        self._knows_program = False
        gc.unfreeze()
