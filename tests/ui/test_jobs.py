"""Work off the interface thread."""

import gc
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, get_ident
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from studydesk.errors import Cancelled, LibraryClosed, SourceEmpty
from studydesk.ui.jobs import Job, Jobs, Progress

Taker = Callable[..., None]
Wrap = Callable[[Taker], Taker]


@pytest.fixture
def jobs(qapp: object) -> Jobs:
    return Jobs()


def test_work_runs_off_the_interface_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    jobs.start(lambda _progress: get_ident(), done=threads.append, failed=print)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads != [get_ident()]


@pytest.mark.parametrize("wrap", [lambda take: take, lambda take: lambda *_: take(), partial])
def test_outcomes_arrive_on_the_interface_thread_whatever_takes_them(
    jobs: Jobs, qtbot: QtBot, wrap: Wrap
) -> None:
    threads: list[int] = []
    take = wrap(lambda *_: threads.append(get_ident()))
    jobs.start(lambda _progress: 1, done=take, failed=print)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [get_ident()]


def test_a_failure_arrives_as_the_error_itself(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise SourceEmpty("空.txt")

    jobs.start(work, done=print, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], SourceEmpty)


def test_work_that_asks_for_the_end_of_the_program_fails_and_is_not_waited_for_for_ever(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise SystemExit("the file of the program is gone")

    jobs.start(work, done=print, failed=told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=2_000)
    assert "is gone" in str(told[0])
    assert not jobs.busy
    assert "a job failed" in caplog.text


def test_cancelled_work_stops_at_its_next_report(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 1)

    job = jobs.start(work, done=print, failed=print)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()


def test_the_window_can_stop_all_jobs(jobs: Jobs) -> None:
    ended: list[bool] = []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress(0, 1)
        except Cancelled:
            ended.append(True)
            raise

    jobs.start(work, done=print, failed=print)
    jobs.stop()
    assert ended == [True]


def test_no_outcome_comes_after_a_stop(qtbot: QtBot) -> None:
    jobs, outcomes = Jobs(), list[object]()
    jobs.start(lambda _: 1, done=outcomes.append, failed=outcomes.append)
    jobs.stop()
    qtbot.wait(50)
    assert not jobs.busy
    assert outcomes == []


def test_once_stopped_nothing_is_started_any_more(jobs: Jobs) -> None:
    started: list[str] = []
    jobs.stop()
    jobs.start(lambda _progress: started.append("late"), done=started.append, failed=print)
    jobs.wait()
    assert started == []


def test_no_outcome_comes_to_who_forgot_the_job(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    jobs.forget(jobs.start(lambda _progress: 1, done=told.append, failed=print))
    jobs.start(lambda _progress: 2, done=told.append, failed=print)
    qtbot.waitUntil(lambda: bool(told))
    jobs.wait()
    assert told == [2]


def test_a_job_whose_outcome_was_taken_badly_is_not_under_way_for_ever(
    jobs: Jobs, qtbot: QtBot
) -> None:
    def clumsy(_result: object) -> None:
        raise ValueError

    with qtbot.captureExceptions() as raised:
        jobs.start(lambda _progress: 1, done=clumsy, failed=print)
        qtbot.waitUntil(lambda: bool(raised))
    assert not jobs.busy


def test_what_fails_because_it_was_cancelled_is_no_failure(jobs: Jobs, qtbot: QtBot) -> None:
    told, cancelled = list[str](), Event()

    def work(_progress: Progress) -> None:
        assert cancelled.wait(10)
        raise LibraryClosed(Path("学习台"))

    job = jobs.start(work, done=print, failed=print, cancelled=lambda: told.append("cancelled"))
    job.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["cancelled"]


def test_a_fault_of_ours_in_a_cancelled_job_reaches_the_log(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    cancelled = Event()

    def work(_progress: Progress) -> None:
        assert cancelled.wait(10)
        raise ValueError

    job = jobs.start(work, done=print, failed=print)
    jobs.forget(job)
    cancelled.set()
    jobs.wait()
    (line,) = caplog.records
    assert line.exc_info is not None
    assert line.exc_info[0] is ValueError


def test_what_was_cancelled_is_brought_to_who_waits(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(_progress: Progress) -> None:
        raise Cancelled

    jobs.start(work, done=print, failed=print, cancelled=lambda: told.append("cancelled"))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["cancelled"]


def test_nothing_is_brought_to_a_window_that_is_gone(qtbot: QtBot) -> None:
    window, brought, free = QObject(), list[object](), Event()
    jobs = Jobs(window)
    jobs.start(lambda _progress: free.wait(10), done=brought.append, failed=brought.append)
    free.set()
    delete(window)
    QCoreApplication.processEvents()
    assert brought == []


# --- what nobody waits for -------------------------------------------------------------------


@pytest.mark.parametrize("in_order", [False, True])
def test_a_quiet_job_makes_way_for_others(jobs: Jobs, qtbot: QtBot, in_order: bool) -> None:
    going, went_on, order = Event(), Event(), list[str]()

    def quiet(progress: Progress) -> None:
        assert going.wait(10)
        progress(0, 1)
        order.append("quiet")
        went_on.set()

    def other(_progress: Progress) -> None:
        going.set()
        went_on.wait(0.2)
        order.append("other")

    jobs.start_quiet(quiet, interrupt=list, done=lambda _: order.append("done"), failed=print)
    jobs.start(other, done=print, failed=print, in_order=in_order)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order == ["other", "quiet", "done"]


def test_quiet_jobs_run_one_after_another(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    asked = Event()

    def work(name: str, _progress: Progress) -> None:
        order.append(f"{name} begins")
        assert asked.wait(10)
        order.append(f"{name} ends")

    for name in ("copy", "check"):
        jobs.start_quiet(partial(work, name), interrupt=list, done=print, failed=print)
    asked.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order == ["copy begins", "copy ends", "check begins", "check ends"]


def test_a_quiet_job_ends_with_the_window_though_it_waits_or_reports_nothing(jobs: Jobs) -> None:
    reporting, silent, interrupted = Event(), Event(), Event()

    def waits(progress: Progress) -> None:
        reporting.set()
        while True:
            progress(0, 1)

    def reports_nothing(_progress: Progress) -> None:
        silent.set()
        assert interrupted.wait(10)

    jobs.start_quiet(waits, interrupt=list, done=print, failed=print)
    other = Jobs()
    other.start_quiet(reports_nothing, interrupt=interrupted.set, done=print, failed=print)
    assert reporting.wait(10)
    assert silent.wait(10)
    assert jobs.stop()
    assert other.stop()
    assert not jobs.busy


def test_what_does_not_stop_is_not_waited_for_for_ever(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.jobs.PATIENCE", 20)
    going, over = Event(), Event()

    def deaf(_progress: Progress) -> None:
        going.set()
        assert over.wait(10)

    jobs.start(deaf, done=print, failed=print)
    assert going.wait(10)
    assert not jobs.stop()
    over.set()


def test_all_that_does_not_stop_is_waited_for_together(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadlines: list[QDeadlineTimer] = []

    def wait(_pool: QThreadPool, deadline: QDeadlineTimer) -> bool:
        deadlines.append(deadline)
        return True

    monkeypatch.setattr(QThreadPool, "waitForDone", wait)
    assert jobs.stop()
    first, *others = deadlines
    assert others
    assert all(other is first for other in others)


def test_what_is_to_go_in_order_waits_for_what_was_before_it(jobs: Jobs, qtbot: QtBot) -> None:
    second_began, done = Event(), list[str]()

    def wait(_progress: Progress) -> str:
        second_began.wait(0.2)
        return "first"

    def begin(_progress: Progress) -> str:
        second_began.set()
        return "second"

    for work in (wait, begin):
        jobs.start(work, done=done.append, failed=print, in_order=True)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "second"]


def test_nothing_is_kept_of_a_job_that_has_ended(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> None:
        raise SourceEmpty("空.txt")

    def let_go(job: ref[Job]) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return gc.collect() >= 0 and job() is None

    forgotten = jobs.start(lambda _progress: 1, done=print, failed=print)
    jobs.forget(forgotten)
    begun = [
        ref(forgotten),
        ref(jobs.start(lambda _progress: 1, done=lambda _one: None, failed=print)),
        ref(jobs.start(fail, done=print, failed=lambda _error: None)),
        ref(jobs.start_quiet(lambda _progress: 1, interrupt=print, done=print, failed=print)),
    ]
    del forgotten
    for job in begun:
        qtbot.waitUntil(partial(let_go, job))


def test_a_look_is_waited_for_by_nobody_and_its_late_outcome_is_not_brought(
    jobs: Jobs, qtbot: QtBot
) -> None:
    answers, looked, told = Event(), Event(), list[object]()

    def look() -> bool:
        looked.set()
        return answers.wait(20)

    jobs.look(look, done=told.append, failed=told.append)
    assert looked.wait(20)
    assert not jobs.busy
    assert jobs.stop()
    answers.set()
    qtbot.wait(50)
    assert told == []


def test_what_a_look_finds_is_brought_on_the_interface_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    jobs.look(lambda: 1, done=lambda _one: threads.append(get_ident()), failed=print)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [get_ident()]


_ENDS_BEFORE_A_LOOK = """
import threading
from PySide6.QtCore import QCoreApplication
from studydesk.ui.jobs import Jobs

application, jobs, answers = QCoreApplication([]), Jobs(), threading.Event()
jobs.look(lambda: answers.wait(20), done=print, failed=print)
(look,) = (thread for thread in threading.enumerate() if thread.daemon)
jobs.stop()
application.shutdown()
answers.set()
look.join()
"""


def test_a_look_that_outlives_the_application_says_nothing() -> None:
    program = [sys.executable, "-c", _ENDS_BEFORE_A_LOOK]
    ran = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
