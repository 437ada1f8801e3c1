"""How long the window does not answer: python tests/bench/bench_window.py.

A timer that should fire every five milliseconds tells the longest gap while each deed is done,
from its beginning until nothing is under way any more. Needs no display.
"""

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

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow

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

    app.interrupt_little()
    application = app.make_application()
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
