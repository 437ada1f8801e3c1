"""The one place that runs work off the interface thread: plain values in, plain values out."""

import logging
import time
from collections.abc import Callable, Collection
from threading import Event, Thread
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QDeadlineTimer, QObject, QThread, QThreadPool, Signal
from shiboken6 import isValid

from studydesk.errors import Cancelled, LibraryClosed, StudyDeskError

THREADS = max(4, QThread.idealThreadCount())
"""Jobs that run at the same time: a search waits neither for an import nor for a backup."""

PATIENCE = 5_000
"""Milliseconds that cancelled jobs are waited for. One that goes on is only reading by then, or
would be refused by its library, which is closed.
"""

_LONGEST_REST, _LOOK = 0.5, 0.05
"""Seconds that a quiet job rests at most before it goes on, and between two looks at others."""

Progress = Callable[[int, int], None]
"""Called by the work with (done, total); raises Cancelled once the user has cancelled."""


def _make_names_of_qt() -> None:
    """Have PySide make all names of `Qt`, which it does where the first is asked for, before there
    are two threads: one that asks while the other makes them is told that there is no such name.
    """
    _ = QtCore.Qt.Key


class _Signals(QObject):
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()


class _Ends(QObject):
    ended = Signal(object)
    """This job has sent all that it will send."""


class Job:
    """A running piece of work: `work(progress, *arguments)`, on a thread of the pool.

    Exactly one of done(result), failed(error) and cancelled() is sent, on the interface thread.

    No QRunnable: PySide hands those to Qt for good as they are started, and one that Qt is not
    to delete on its thread, where Python may still ask it something, is never let go of.
    """

    def __init__(self, ends: _Ends, work: Callable[..., Any], *arguments: object) -> None:
        _make_names_of_qt()
        self._ends = ends
        self._work, self._arguments = work, arguments
        self._stop = Event()
        self._told = (-1, -1)
        self._signals = _Signals()
        self.progressed = self._signals.progressed
        self.done = self._signals.done
        self.failed = self._signals.failed
        self.cancelled = self._signals.cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        if self._told != (done, total):  # the window hears what is new only
            self._told = (done, total)
            self.progressed.emit(done, total)

    def let_go(self) -> None:
        """Keep nothing of the work, which has ended, nor of who heard of it: they hold one
        another, and go on the interface thread.
        """
        del self._work, self._arguments
        self._signals.deleteLater()

    def run(self) -> None:
        """Called by the pool; never by us."""
        try:
            result = self._work(self._report, *self._arguments)
        except (Cancelled, LibraryClosed):
            self.cancelled.emit()
        except StudyDeskError as error:
            self.failed.emit(error)
        except (Exception, SystemExit) as error:
            # Ours, not the world's: keep the trace, tell the user once. Whatever asks for the end
            # of the program on this thread would but end the job, and nobody would hear of it.
            logging.getLogger(__name__).exception("a job failed")
            self.failed.emit(error if isinstance(error, Exception) else RuntimeError(str(error)))
        else:
            self.done.emit(result)
        finally:
            self._ends.ended.emit(self)

    def run_unawaited(self) -> None:
        """Run though the application may have ended, and all of Qt with it, by the time it has."""
        try:
            self.run()
        except RuntimeError:
            if isValid(self._signals):
                raise


class QuietJob(Job):
    """A job that nobody waits for: it rests as long as it works and makes way for all others, at
    every report of progress. `interrupt` stops what reports none.
    """

    def __init__(
        self,
        ends: _Ends,
        others: Collection[QThreadPool],
        interrupt: Callable[[], object],
        work: Callable[..., Any],
    ) -> None:
        super().__init__(ends, work)
        self._others, self._interrupt = others, interrupt
        self._since = time.monotonic()

    def cancel(self) -> None:
        """Ask the work to stop, now if it can be."""
        super().cancel()
        self._interrupt()

    def _report(self, done: int, total: int) -> None:
        self._stop.wait(min(time.monotonic() - self._since, _LONGEST_REST))
        while any(pool.activeThreadCount() for pool in self._others):
            if self._stop.wait(_LOOK):
                break
        super()._report(done, total)
        self._since = time.monotonic()


class Jobs(QObject):
    """The jobs under way; the window waits for them before it closes."""

    stopped = Signal()
    """What was running brings no outcome any more."""
    written = Signal(bool)
    """Nothing is being written for the user any more; or else False: what came of something has
    to be looked at.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._ordered_pool = QThreadPool(self)
        self._quiet_pool = QThreadPool(self)
        for one_by_one in (self._ordered_pool, self._quiet_pool):
            one_by_one.setMaxThreadCount(1)
        self._pools = (self._pool, self._ordered_pool, self._quiet_pool)
        self._ends = _Ends()
        self._ends.ended.connect(lambda job: job.let_go())
        self._running: set[Job] = set()
        self._writing: set[Job] = set()
        self._stopped = False

    def start(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], object] = lambda: None,
        started: Callable[[Job], object] = lambda _job: None,
        in_order: bool = False,
        writes: Callable[[Any], object] | None = None,
    ) -> Job:
        """Run `work(progress, *arguments)` and bring its outcome to `done`, `failed` or
        `cancelled`. Who follows the job hears of it by `started`, before it can have ended. One
        that is to go `in_order` begins when all of these that were begun before it have ended.
        Of one that `writes` for the user that tells whether all is well with its result.

        Once stopped, nothing is run any more: a late timer may still ask.
        """
        job = Job(self._ends, work, *arguments)
        self._follow(job, done, failed, cancelled)
        if not self._stopped:
            if writes is not None:
                self._wait_for(job, writes)
            started(job)
            (self._ordered_pool if in_order else self._pool).start(job.run)
        return job

    def start_quiet(
        self,
        work: Callable[[Progress], Any],
        *,
        interrupt: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Run `work(progress)` as a QuietJob, after those that were begun before."""
        job = QuietJob(self._ends, (self._pool, self._ordered_pool), interrupt, work)
        self._follow(job, done, failed, lambda: None)
        if not self._stopped:
            self._quiet_pool.start(job.run)
        return job

    def look(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work()`, which only looks whether something answers and may hang on a drive that
        does not: nobody waits for its end, and once stopped its outcome is not brought.
        """
        job = Job(self._ends, lambda _progress: work())

        def bring(outcome: object, told: Callable[[Any], None]) -> None:
            if isValid(self) and not self._stopped:
                told(outcome)

        if not self._stopped:
            job.done.connect(lambda result: bring(result, done))
            job.failed.connect(lambda error: bring(error, failed))
            Thread(target=job.run_unawaited, daemon=True).start()

    def _follow(
        self,
        job: Job,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], object],
    ) -> None:
        """Bring the outcome of a job that is about to run to who waits for it."""
        if self._stopped:
            return
        self._running.add(job)

        def bring(outcome: object, told: Callable[[Any], object]) -> None:
            if not isValid(self) or job not in self._running:  # who waited for it is gone
                return
            try:
                told(outcome)
            finally:
                self._running.discard(job)

        job.done.connect(lambda result: bring(result, done))
        job.failed.connect(lambda error: bring(error, failed))
        job.cancelled.connect(lambda: bring(None, lambda _nothing: cancelled()))

    def _wait_for(self, job: Job, writes: Callable[[Any], object]) -> None:
        """Tell of what a job writes, after its outcome was brought."""

        def tell(came: object) -> None:
            if isValid(self) and job in self._writing:
                self._writing.discard(job)
                if not came or not self._writing:
                    self.written.emit(bool(came))

        self._writing.add(job)
        job.done.connect(lambda result: tell(writes(result)))
        job.failed.connect(lambda _error: tell(came=False))
        job.cancelled.connect(lambda: tell(came=False))

    def forget(self, job: Job) -> None:
        """Cancel a job whose outcome nobody waits for any more; it is not brought."""
        job.cancel()
        self._running.discard(job)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written that the user wants to have."""
        return bool(self._writing)

    @property
    def busy(self) -> bool:
        """Whether any job has not brought its outcome yet."""
        return bool(self._running)

    @staticmethod
    def do_now(work: Callable[[], object]) -> BaseException | None:
        """Do something off the interface thread while that waits, so that nothing else comes in
        between; what it raised, if anything.
        """
        from concurrent.futures import ThreadPoolExecutor  # the window opens without it

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(work).exception()

    def wait(self) -> None:
        """Wait until nothing is running; outcomes are brought later, as always."""
        for pool in self._pools:
            pool.waitForDone()

    def stop(self) -> bool:
        """Cancel what is running and wait for its end, but not for ever; no outcome is brought
        any more. False where something is running still.
        """
        self._stopped = True
        for job in tuple(self._running):
            job.cancel()
        deadline = QDeadlineTimer(PATIENCE)
        waits = [pool.waitForDone(deadline) for pool in self._pools]
        self._running.clear()
        self._writing.clear()
        self.stopped.emit()
        return all(waits)
