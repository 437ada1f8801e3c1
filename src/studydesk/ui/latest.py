"""Questions of which only the latest counts: what is typed on changes them before an answer."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from studydesk.ui.jobs import Job, Jobs


class Latest(QObject):
    """Runs one piece of work at a time off the interface thread, after a pause. What is asked
    for meanwhile is begun when that is over, whose outcome is brought to nobody then.
    """

    def __init__(
        self, jobs: Jobs, begin: Callable[[], object], pause: int, parent: QObject
    ) -> None:
        """`begin` is called after a pause (milliseconds) and may `run` something."""
        super().__init__(parent)
        self._jobs, self._begin, self.pause = jobs, begin, pause
        self._job: Job | None = None
        self._asked = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def ask(self, pause: int | None = None) -> None:
        """Begin after the usual pause, or after another one, counted from now."""
        self._asked = True
        self._timer.start(self.pause if pause is None else pause)

    def rest(self) -> None:
        """Begin nothing until it is asked for again; what is under way is brought."""
        self._timer.stop()
        self._asked = False

    @property
    def busy(self) -> bool:
        """Whether something is under way, or about to be."""
        return self._job is not None or self._asked

    def run(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `work(progress, *arguments)`; only from `begin` or from `done`."""
        self._job = self._jobs.start(
            work,
            *arguments,
            done=partial(self._bring, done),
            failed=partial(self._bring, failed),
            cancelled=self._end,
        )

    def _go_on(self) -> None:
        if self._job is None:
            self._asked = False
            self._begin()

    def _bring(self, told: Callable[[Any], object], outcome: object) -> None:
        if not self._end():
            told(outcome)

    def _end(self) -> bool:
        """Be done with a job; whether something was asked for meanwhile, that is begun now."""
        self._job = None
        if self._asked and not self._timer.isActive():
            self._timer.start(0)
        return self._asked
