"""Rings of garbage are looked for on the interface thread alone.

The interpreter would do so in whatever thread has just made an object. Where a ring has a widget
in it, Qt then takes the widget down in that thread while the window uses it, and crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_AFTER = 50_000
"""New objects after which garbage is looked for: making a page has many and leaves none, and each
look stops the window.
"""

_PAUSE = 1000
"""Milliseconds between two looks at how many there are."""

_WHOLE = 20
"""Of so many looks for garbage, one goes through everything."""


class GarbageCollector(QObject):
    """Takes over from the interpreter as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        gc.disable()
        timer = QTimer(self, interval=_PAUSE)
        timer.timeout.connect(self.look)
        timer.start()
        parent.destroyed.connect(gc.enable)

    def look(self) -> None:
        """Look for garbage if enough is new."""
        new, *_ = gc.get_count()
        if new >= COLLECT_AFTER:
            self._looks += 1
            gc.collect(2 if self._looks % _WHOLE == 0 else 1)
