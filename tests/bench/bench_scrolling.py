"""What is long is scrolled: python tests/bench/bench_scrolling.py [--folder LIBRARY].

The list of articles (of a library that is there, see bench_start.py), an article of a hundred
thousand characters, an outline of 500 items, and a handout of more than a hundred pages, each in
120 steps of three lines and more: what a step takes until it is painted, of which sixty a second
leave 16.7 ms, and how long each takes to open. Needs no display.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in ("", "src")]

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from studydesk.library import Library
    from studydesk.ui.desk import Desk
    from studydesk.ui.main_window import MainWindow

STEPS = 120
LENGTH = 100_000
"""Characters of the long article."""


def main() -> None:
    """Open each and scroll it."""
    from tests.bench.bench_window import settle

    from studydesk import app
    from studydesk.library import Library
    from studydesk.services import starting
    from studydesk.ui.main_window import MainWindow
    from studydesk.ui.settings import Settings
    from studydesk.ui.theme import Appearance

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, help="a large library")
    chosen = options.parse_args()
    application = app.make_application()
    app.interrupt_little(application)
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(Settings(Path(home) / "window.json"), Appearance(application, "light"))
        window.resize(1366, 768)
        window.show()
        library = starting.open_library(Path(home) / "资料库")
        long_article = add_long_article(library)
        window.enter(library)
        settle(window)
        desk = window.desk
        assert desk is not None
        desk.show_page("pick")
        opened("an article of 100,000 characters", window, lambda: open_article(desk, long_article))
        scroll("an article of 100,000 characters", desk.pick.reader.text)
        go_through_packet(window)
        if chosen.folder:
            window._leave()
            window.enter(Library.open(chosen.folder))
            settle(window)
            large = window.desk
            assert large is not None
            large.show_page("arrange")
            settle(window)
            opened("选材, with all articles", window, lambda: large.show_page("pick"))
            listed = large.pick.browser.list
            scroll(f"a list of {listed.articles.rowCount():,} articles", listed)
        window.close()


def add_long_article(library: "Library") -> str:
    """Put an article of many paragraphs into a library; its id."""
    from studydesk.services.importing import import_paste

    paragraph = "一代一代的工匠把每一道工序都做到位，手艺是练出来的，也是传下来的。" * 8
    text = "\n".join([paragraph] * (LENGTH // len(paragraph)))
    return import_paste(library, f"长文章\n\n{text}").came[0]


def go_through_packet(window: "MainWindow") -> None:
    """Scroll the handout and the outline of a long packet."""
    from tests.bench.bench_window import lengthen, settle

    from studydesk.domain import edits
    from studydesk.domain.packet import Question

    desk = window.desk
    assert desk is not None
    lengthen(window)
    settle(window)
    opened("编排, with that handout", window, lambda: desk.show_page("arrange"))
    preview = desk.arrange.handout_panel.preview
    assert preview.view is not None
    assert preview.file is not None
    scroll(f"a handout of {preview.file.page_count} pages", preview.view)
    packet = desk.current.packet
    assert packet is not None
    many = (Question(f"第 {number} 问：怎样把手艺传下去？") for number in range(500))
    desk.current.edit("加长", edits.append(packet, *many))
    settle(window)
    desk.show_page("pick")
    settle(window)
    opened("编排, with an outline of 500 items", window, lambda: desk.show_page("arrange"))
    scroll("an outline of 500 items", desk.arrange.outline)


def open_article(desk: "Desk", article_id: str) -> None:
    """Open an article, and paint it."""
    desk.pick.open_article(article_id)
    desk.pick.reader.repaint()


def opened(what: str, window: "MainWindow", do: Callable[[], object]) -> None:
    """Print how long it takes until what is opened is painted."""
    from tests.bench.bench_window import settle

    busy, begun = time.thread_time(), time.perf_counter()
    do()
    window.repaint()
    busy, took = time.thread_time() - busy, time.perf_counter() - begun
    print(f"{what:<40} opened in {took * 1000:4.0f} ms ({busy * 1000:.0f} of the processor)")
    settle(window)


def scroll(what: str, area: "QAbstractScrollArea") -> None:
    """Scroll down by steps, and print what they take."""
    from PySide6.QtWidgets import QApplication

    bar = area.verticalScrollBar()
    bar.setValue(0)
    step = max(3, min(bar.maximum() // STEPS, 3 * bar.singleStep()))
    took = []
    for number in range(1, STEPS + 1):
        begun = time.thread_time()
        bar.setValue(number * step)
        area.viewport().repaint()
        QApplication.processEvents()
        took.append((time.thread_time() - begun) * 1000)
    took.sort()
    late = sum(each > 1000 / 60 for each in took)
    print(
        f"{what:<40} {took[STEPS // 2]:5.1f} ms a step, p95 {took[int(STEPS * 0.95)]:5.1f},"
        f" at most {took[-1]:5.1f}; {late} of {STEPS} too late for 60 a second",
        flush=True,
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
