"""Work that everything else waits for: the window goes on being drawn, and takes no deeds."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStatusBar, QWidget
from shiboken6 import isValid

from studydesk.errors import Cancelled
from studydesk.ui.jobs import Job, Jobs, Progress

Result = TypeVar("Result")

_DEEDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Close,
    }
)
"""What a user begins something with; looking on, as by scrolling, does no harm."""


class Waiting(QObject):
    """Runs one piece of work at a time off the interface thread, and waits for it."""

    work_started = Signal(str, object)
    """What is being done, and the Job that does it: the window shows progress and 取消."""
    refused = Signal(str)
    """Something else was asked for meanwhile: a sentence that says to wait."""
    changed = Signal(bool)
    """Whether everything else waits now."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._what = ""
        self._job: Job | None = None

    @property
    def is_on(self) -> bool:
        """Whether everything else waits now."""
        return self._job is not None

    def run(self, what: str, work: Callable[[Progress], Result]) -> Result:
        """What `work` returns. Raises what it raises, and Cancelled where the user or the end of
        the jobs stopped it, or where other work is waited for already, which is told.
        """
        if self.is_on:
            self._refuse()
            raise Cancelled
        loop = QEventLoop()
        results: list[Result] = []
        errors: list[Exception] = []

        def done(result: Result) -> None:
            results.append(result)
            loop.quit()

        def failed(error: Exception) -> None:
            errors.append(error)
            loop.quit()

        def started(job: Job) -> None:
            self.work_started.emit(what, job)

        job = self._jobs.start(work, done=done, failed=failed, cancelled=loop.quit, started=started)
        if self._jobs.busy:  # else they were stopped before, and run nothing any more
            self._jobs.stopped.connect(loop.quit)
            self._wait(loop, what, job)
        if results:
            return results[0]
        job.cancel()
        raise errors[0] if errors else Cancelled

    def _wait(self, loop: QEventLoop, what: str, job: Job) -> None:
        self._what, self._job = what, job
        if application := QCoreApplication.instance():
            application.installEventFilter(self)
        self.changed.emit(True)
        try:
            loop.exec()
        finally:
            self._job = None
            if application and isValid(self):  # the window may have left its library meanwhile
                application.removeEventFilter(self)
                self.changed.emit(False)

    def _refuse(self) -> None:
        self.refused.emit(f"{self._what}，请等做完再接着用；按 Esc 取消。")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let only the button 取消 be pressed, and Esc, which does the same."""
        if event.type() not in _DEEDS or _is_status(watched):
            return super().eventFilter(watched, event)
        if not isinstance(watched, QWidget) and event.type() is not QEvent.Type.Shortcut:
            return super().eventFilter(watched, event)  # on its way to a widget
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut, but the key itself, which is refused
            return True
        event.setAccepted(event.type() not in (QEvent.Type.Close, QEvent.Type.DragEnter))
        if self._job is not None and _is_escape(event):
            self._job.cancel()
            self.refused.emit("正在取消…")
        else:
            self._refuse()
        return True


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _is_status(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and isinstance(watched.parentWidget(), QStatusBar)
