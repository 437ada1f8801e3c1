"""Saves off the interface thread, in order; of what waits under one name, the latest wins."""

import logging
from collections.abc import Callable, Collection
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from studydesk.errors import StudyDeskError
from studydesk.ui.jobs import Job, Jobs, Progress

Save = Callable[[], None]

AGAIN = 5000
"""Milliseconds after which what could not be written is tried again: there may be room by then, or
the drive be back.
"""


class Saving(QObject):
    """What waits to be written. It is let go only once it has been written."""

    saved = Signal()
    """Nothing waits any more."""
    failed = Signal(object)
    """What kept something from being written: a StudyDeskError, or a fault of the program. It goes
    on waiting, and is tried again every few seconds, of which nothing is told until it is written.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._waiting: dict[str, Save] = {}
        self._lock = Lock()
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self._start_again)

    def save(self, name: str, save: Save) -> None:
        """Write soon, in place of what waits under the same name, after all that waits."""
        with self._lock:
            self._waiting.pop(name, None)
            self._waiting[name] = save
        self._start()

    def try_again(self) -> None:
        """Write soon what could not be written before."""
        if self._next() is not None:
            self._start()

    @property
    def is_done(self) -> bool:
        """Whether nothing waits to be written."""
        return self._next() is None

    def waits(self, name: str) -> bool:
        """Whether there is something of this name that is not written yet."""
        with self._lock:
            return name in self._waiting

    def forget(self, name: str) -> None:
        """Write nothing of this name any more."""
        self._jobs.wait()
        with self._lock:
            self._waiting.pop(name, None)

    def flush(self) -> bool:
        """Write all that waits before going on; whether all of it was written."""
        at_work, self._job = self._job is not None, None
        self._jobs.wait()
        if not at_work and self._next() is None:
            return True
        error = self._jobs.do_now(self._write)
        if error is not None:
            if not isinstance(error, StudyDeskError):  # ours, not the world's: keep the trace
                logging.getLogger(__name__).error("something could not be written", exc_info=error)
            self._again.start()
            self.failed.emit(error)
            return False
        self.saved.emit()
        return True

    def _start_again(self) -> None:
        if self._next() is not None:
            self._start(is_told=True)

    def _start(self, *, is_told: bool = False) -> None:
        if self._job is not None:
            return

        def done(_result: None) -> None:
            if job is self._job:  # flush may have told its outcome already
                self._job = None
                self._go_on()

        def failed(error: Exception) -> None:
            if job is self._job:
                self._job = None
                self._again.start()
                if not is_told:
                    self.failed.emit(error)

        job = self._job = self._jobs.start(self._write, done=done, failed=failed)

    def _go_on(self) -> None:
        if self._next() is None:
            self.saved.emit()
        else:
            self._start()

    def _next(self, refused: Collection[Save] = ()) -> tuple[str, Save] | None:
        with self._lock:
            left = (waiting for waiting in self._waiting.items() if waiting[1] not in refused)
            return next(left, None)

    def _write(self, _progress: Progress | None = None) -> None:
        """Write all that can be written. Raises what kept the first of the rest from it."""
        refused: dict[Save, Exception] = {}
        while (waiting := self._next(refused)) is not None:
            name, save = waiting
            try:
                save()
            except Exception as error:  # noqa: BLE001 - raised once what else waits is written
                refused[save] = error
                continue
            with self._lock:
                if self._waiting.get(name) is save:  # nothing newer came meanwhile
                    del self._waiting[name]
        for first in refused.values():
            raise first
