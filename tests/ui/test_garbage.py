"""Garbage is found on the interface thread, and nowhere else."""

import gc
from collections.abc import Iterator
from threading import Thread, get_ident
from weakref import finalize

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from studydesk.ui.garbage import _REST, COLLECT_AFTER, GarbageCollector


class Ring:
    """Something that only a look for garbage frees."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    """Looks for garbage during a test."""
    parent = QObject()
    yield GarbageCollector(parent)
    parent.deleteLater()


def rest(collector: GarbageCollector) -> None:
    """Let it look as often as it does while nothing is made."""
    for _ in range(_REST):
        collector.look()


def make_much() -> list[list[int]]:
    """More new objects than garbage is looked for after; they must live to count."""
    return [[n] for n in range(COLLECT_AFTER + 1)]


def test_another_thread_frees_nothing_however_much_it_makes(collector: GarbageCollector) -> None:
    freed: list[int] = []
    finalize(Ring(), lambda: freed.append(get_ident()))
    made: list[list[list[int]]] = []
    thread = Thread(target=lambda: made.append(make_much()))
    thread.start()
    thread.join()
    assert freed == []
    collector.look()
    assert freed == [get_ident()]


def test_little_is_not_looked_through(collector: GarbageCollector) -> None:
    gc.collect()
    freed: list[int] = []
    finalize(Ring(), lambda: freed.append(1))
    collector.look()
    assert freed == []


def test_one_looks_again_sooner_while_work_is_under_way(collector: GarbageCollector) -> None:
    timer = collector.findChild(QTimer)
    assert timer is not None
    gc.collect()
    collector.look()
    at_rest = timer.interval()
    made = make_much()
    collector.look()
    assert timer.interval() < at_rest
    assert made


def test_everything_is_looked_through_once_work_is_over_and_the_program_itself_never_again(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.garbage._WHOLE", 1)
    freed: list[int] = []
    before = gc.get_freeze_count()  # some of Python's own, in one of its versions
    ring = Ring()
    finalize(ring, lambda: freed.append(1))
    made = make_much()
    collector.look()  # the ring is old from now on
    del ring
    made += make_much()
    collector.look()
    assert freed == []
    assert gc.get_freeze_count() <= before
    rest(collector)
    assert freed == [1]
    assert gc.get_freeze_count() > len(made)


def test_that_little_was_made_since_the_last_look_is_no_rest(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.garbage._WHOLE", 1)
    looked_through, made = list[int](), list[list[int]]()

    def watch(_phase: str, told: dict[str, int]) -> None:
        looked_through.append(told["generation"])

    gc.callbacks.append(watch)
    for _ in range(_REST):
        made += make_much()
        collector.look()
        collector.look()  # at once, as where the window had to wait for the interpreter
    gc.callbacks.remove(watch)
    assert set(looked_through) == {1}


def test_the_program_does_not_rest_while_it_keeps_what_it_has_read(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.garbage._WHOLE", 0)
    before = gc.get_freeze_count()
    gc.collect()
    collector.wait_for(lambda: True)
    rest(collector)
    assert gc.get_freeze_count() <= before  # fewer, where some of it has died since
    collector.wait_for(lambda: False)
    rest(collector)
    assert gc.get_freeze_count() > before


def test_what_belonged_to_the_library_that_was_left_is_freed(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.ui.garbage._WHOLE", 0)
    freed: list[int] = []
    ring = Ring()
    finalize(ring, lambda: freed.append(1))
    gc.collect()
    rest(collector)
    del ring
    gc.collect()
    assert freed == []
    collector.begin_anew()
    rest(collector)
    assert freed == [1]
