"""How long the window does not answer: python tests/bench/bench_window.py [--folder LIBRARY].

With a folder, a library that is there (see bench_start.py) is gone through as well, and files are
imported into it. A timer that should fire every five milliseconds tells the longest gap while each
deed is done, from its beginning until nothing is under way any more. Needs no display.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from studydesk import paths

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow

FILES = 40
"""Files that are imported at once."""

PERIOD = 0.005
"""Seconds between two beats."""


class Watchdog:
    """Beats on the interface thread and keeps the longest gap, in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=round(PERIOD * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """Take the time since the last beat."""
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last - PERIOD) * 1000)
        self._last = now

    @contextmanager
    def watching(self, deed: str) -> Iterator[None]:
        """Print the longest gap of what is done in the block."""
        self.worst, self._last = 0.0, time.perf_counter()
        yield
        self.beat()
        print(f"{deed:<44}{self.worst:8.0f} ms")


def main() -> None:
    """Do what users do, on a starter library and on a packet of a hundred pages."""
    from studydesk import app
    from studydesk.services import starting
    from studydesk.ui.main_window import MainWindow
    from studydesk.ui.settings import Settings
    from studydesk.ui.theme import Appearance

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, help="a large library")
    chosen = options.parse_args()
    application = app.make_application()
    app.interrupt_little(application)
    appearance = Appearance(application, "light")
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(Settings(Path(home) / "window.json"), appearance)
        window.resize(1366, 768)
        window.show()
        window.enter(starting.open_library(Path(home) / "资料库"))
        watchdog = Watchdog()
        settle(window)
        measure(window, watchdog, "sample")
        lengthen(window)
        settle(window)
        measure(window, watchdog, "long")
        if chosen.folder:
            with watchdog.watching("large: open"):
                window.open_library(chosen.folder)
                settle(window)
            go_through(window, watchdog, make_files(Path(home) / "版面", FILES))
        window.close()


def measure(window: "MainWindow", watchdog: Watchdog, name: str) -> None:
    """Every deed on the packet that is open."""
    from studydesk.domain.packet import Guide

    desk = window.desk
    assert desk is not None
    current, arrange, pick = desk.current, desk.arrange, desk.pick
    articles = desk.library.articles()

    def type_in_guide() -> None:
        assert current.packet is not None
        guide = next(item for item in current.packet.items if isinstance(item, Guide))
        arrange._edit_item(replace(guide, text=guide.text + "字"), "text")

    deeds: tuple[tuple[str, Callable[[], object]], ...] = (
        ("show pick", lambda: desk.show_page("pick")),
        ("open article", lambda: pick.open_article(articles[0].id)),
        ("open another article", lambda: pick.open_article(articles[5].id)),
        ("add passage", pick.add_selection),
        ("search", lambda: pick.browser.search.setText("工匠精神")),
        ("clear search", lambda: pick.browser.search.setText("")),
        ("undo", current.history.undo),
        ("dark", lambda: window._set_appearance("dark")),
        ("light", lambda: window._set_appearance("light")),
        ("show arrange", lambda: desk.show_page("arrange")),
        ("type a character", type_in_guide),
        ("type another", type_in_guide),
        ("undo typing", current.history.undo),
        ("dark in arrange", lambda: window._set_appearance("dark")),
        ("light in arrange", lambda: window._set_appearance("light")),
    )
    for deed, do in deeds:
        with watchdog.watching(f"{name}: {deed}"):
            do()
            settle(window)


def make_files(folder: Path, count: int, first: int = 0) -> list[Path]:
    """So many pages, each of another text, numbered from `first`."""
    folder.mkdir()
    seeds = [path.read_text("utf-8-sig") for path in sorted(paths.seeds().glob("*.txt"))]
    made = []
    for number in range(first, first + count):
        made.append(folder / f"第{number}版.txt")
        made[-1].write_text(f"{seeds[number % len(seeds)]}\n\n完稿于第 {number} 天。\n", "utf-8")
    return made


def go_through(window: "MainWindow", watchdog: Watchdog, files: list[Path]) -> None:
    """What users do in a large library: look through it, search, filter, tidy, import."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    desk = window.desk
    assert desk is not None
    browser = desk.pick.browser
    filters = browser.filters._buttons["source_id"].menu()
    bar = browser.list.verticalScrollBar()
    deeds: tuple[tuple[str, Callable[[], object]], ...] = (
        ("show pick", lambda: desk.show_page("pick")),
        ("go to the end", lambda: QTest.keyClick(browser.list, Qt.Key.Key_End)),
        ("scroll to the middle", lambda: bar.setValue(bar.maximum() // 2)),
        ("open article", lambda: browser.list.setCurrentIndex(browser.list.articles.index(50_000))),
        ("search one character", lambda: browser.search.setText("工")),
        ("search a common word", lambda: browser.search.setText("工会")),
        ("search a phrase", lambda: browser.search.setText("工匠精神的价值")),
        ("search two words", lambda: browser.search.setText("工会 高质量")),
        ("clear search", lambda: browser.search.setText("")),
        ("fill the menu of sources", filters.aboutToShow.emit),
        ("filter by a tag", lambda: browser.filters.choose("tag", "没有")),
        ("lift the filter", browser.filters.clear),
        ("list the sources", desk.tidy.chooser.open_list),
        ("narrow the sources", lambda: desk.tidy.chooser.search.setText("99")),
        ("choose none", desk.tidy.chooser.popup.hide),
        (f"import {len(files)} files", lambda: desk.take_files(files)),
    )
    for deed, do in deeds:
        with watchdog.watching(f"large: {deed}"):
            do()
            settle(window)


def lengthen(window: "MainWindow") -> None:
    """Put every article of the library into the packet that is open, twice."""
    from studydesk.domain import edits
    from studydesk.domain.packet import PassageItem
    from studydesk.domain.passage import Passage

    desk = window.desk
    assert desk is not None
    assert desk.current.packet is not None
    articles = [desk.library.article(summary.id) for summary in desk.library.articles()]
    items = [
        PassageItem(
            Passage.pick(article, desk.library.source(article.source_id), 0, article.length)
        )
        for article in articles * 2
    ]
    desk.current.edit("加长", edits.append(desk.current.packet, *items))


def settle(window: "MainWindow") -> None:
    """Wait until nothing is under way and everything is painted."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    wait(450)
    while window.jobs.busy:
        wait(50)
    wait(100)
    QApplication.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
