"""The window is drawn while a change of its library waits for what is being written, and while its
pages are made.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studydesk.library import Library
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance


class Writer:
    """Another thread that writes a large page; `goes_on` lets it end."""

    def __init__(self, library: Library) -> None:
        self.goes_on = Event()
        self.was_let = False
        self._library, self._writes = library, Event()
        self._thread = Thread(target=self._write)

    def _write(self) -> None:
        with self._library._database.writing():
            self._writes.set()
            self.was_let = self.goes_on.wait(10)

    @contextmanager
    def writing(self) -> Iterator[None]:
        self._thread.start()
        self._writes.wait()
        try:
            yield
        finally:
            self.goes_on.set()
            self._thread.join()


def test_the_window_is_drawn_while_a_tag_waits_for_a_page_to_be_written(
    pick: PickPage, library: Library, window: MainWindow
) -> None:
    article, writer = pick.article, Writer(library)
    assert article is not None
    QTimer.singleShot(30, window, writer.goes_on.set)
    with writer.writing():
        pick.reader.tags.changed.emit(("班组",), "加标签")
    assert writer.was_let
    assert library.tags_of(article.id) == ("班组",)


def test_the_window_is_drawn_while_its_pages_are_made(
    library: Library, settings: Settings, appearance: Appearance, qtbot: QtBot
) -> None:
    window, turns = MainWindow(settings, appearance), list[bool]()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: turns.append(window.desk is None))
    timer.start()
    window.enter(library)
    assert turns.count(True) > 5
    window.close()


def test_the_window_closes_while_a_page_is_being_written(
    library: Library, window: MainWindow
) -> None:
    writer = Writer(library)
    QTimer.singleShot(30, window, writer.goes_on.set)
    with writer.writing():
        assert window.close()
    assert writer.was_let


def test_threads_wait_for_one_another_without_the_window(
    library: Library, window: MainWindow
) -> None:
    first, second = Writer(library), Writer(library)
    with first.writing():
        second._thread.start()
        assert not second._writes.wait(0.05)
    second.goes_on.set()
    second._thread.join()
    assert second.was_let
