"""The watchdog of all tests of the window sees what it should, and nothing else."""

import time
from collections.abc import Callable
from types import CodeType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.watchdog import CAN_LOOK, LONGEST, Watchdog

pytestmark = [
    pytest.mark.unwatched("gaps are made here to be found"),
    pytest.mark.skipif(not CAN_LOOK, reason="the system does not tell what a thread has used"),
]

Busy = Callable[[float], None]


def _code(file: str) -> CodeType:
    source = (
        "def busy(seconds):\n"
        "    end = time.thread_time() + seconds\n"
        "    while time.thread_time() < end:\n"
        "        pass\n"
    )
    return compile(source, file, "exec")


def _busy(file: str) -> Busy:
    names: dict[str, Busy] = {"time": time}  # type: ignore[dict-item]  # what the code may name
    exec(_code(file), names)
    return names["busy"]


window_is_busy = _busy("/somewhere/studydesk/ui/busy.py")
something_else_is_busy = _busy("/somewhere/else.py")


def test_a_window_that_does_not_answer_is_found_with_where(qapp: QApplication) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        window_is_busy(3 * LONGEST)
    assert watchdog.worst.seconds > 2 * LONGEST
    assert "studydesk/ui/busy.py:3 busy" in str(watchdog.worst)


def test_what_an_event_does_is_found(qapp: QApplication, qtbot: QtBot) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        QTimer.singleShot(0, lambda: window_is_busy(3 * LONGEST))
        qtbot.wait(10)
    assert watchdog.worst.seconds > 2 * LONGEST


def test_what_a_test_does_is_no_gap(qapp: QApplication) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        something_else_is_busy(3 * LONGEST)
    assert watchdog.worst.seconds == 0


def test_waiting_is_no_gap(qapp: QApplication, qtbot: QtBot) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        qtbot.wait(200)
    assert watchdog.worst.seconds < LONGEST


def test_deeds_with_a_turn_of_the_loop_between_them_are_apart(qapp: QApplication) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        for _ in range(8):
            window_is_busy(LONGEST / 2)
            QApplication.processEvents()
    assert watchdog.worst.seconds < LONGEST


def test_without_a_turn_they_are_one(qapp: QApplication) -> None:
    watchdog = Watchdog()
    with watchdog.watching():
        for _ in range(8):
            window_is_busy(LONGEST / 2)
    assert watchdog.worst.seconds > LONGEST


def test_what_a_test_does_to_bring_the_window_up_is_left_out(qapp: QApplication) -> None:
    made = compile("def open_on(busy):\n    busy(0.2)\n", "/at/tests/ui/conftest.py", "exec")
    names: dict[str, Callable[[Busy], None]] = {}
    exec(made, names)
    watchdog = Watchdog()
    with watchdog.watching():
        names["open_on"](window_is_busy)
    assert watchdog.worst.seconds == 0
