"""A long day at the window: python tests/bench/bench_day.py [--edits 2000] [--hours 10].

In every hour so many edits, searches (a tenth of them) and exports (a fortieth), the undoing of
some edits, articles opened and pages turned. After each hour memory, open files, threads and
widgets are told: what is used up day after day would be seen here. Needs no display.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in ("", "src")]

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow

WORDS = ("工会", "工匠精神", "职工", "新质生产力", "高质量 发展", "劳模", "服务", "没有的词")


def main() -> None:
    """Work through the hours and print a line for each."""
    from tests.bench.bench_window import settle

    from studydesk import app
    from studydesk.services import starting
    from studydesk.ui.main_window import MainWindow
    from studydesk.ui.settings import Settings
    from studydesk.ui.theme import Appearance

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edits", type=int, default=2000, help="of the whole day")
    options.add_argument("--hours", type=int, default=10)
    chosen = options.parse_args()
    application = app.make_application()
    app.interrupt_little(application)
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as home:
        window = MainWindow(Settings(Path(home) / "window.json"), Appearance(application, "light"))
        window.resize(1366, 768)
        window.show()
        window.enter(starting.open_library(Path(home) / "资料库"))
        settle(window)
        tell(0)
        for hour in range(1, chosen.hours + 1):
            work(window, chosen.edits // chosen.hours, chance, Path(home) / "讲义")
            settle(window)
            tell(hour)
        window.close()


def work(window: "MainWindow", edits: int, chance: random.Random, folder: Path) -> None:
    """What is done in an hour."""
    from PySide6.QtWidgets import QApplication
    from tests.bench.bench_window import settle

    from studydesk.domain.packet import Guide

    desk = window.desk
    assert desk is not None
    articles = desk.library.articles()
    for number in range(edits):
        packet = desk.current.packet
        assert packet is not None
        guide = next(item for item in packet.items if isinstance(item, Guide))
        text = f"第 {chance.randrange(10**6)} 次写的导读。"
        desk.arrange._edit_item(replace(guide, text=text), f"{number}")
        if number % 5 == 0:
            desk.current.history.undo()
        if number % 10 == 0:
            desk.show_page(chance.choice(("pick", "arrange", "tidy")))
            desk.pick.browser.search.setText(chance.choice(WORDS))
            desk.pick.open_article(chance.choice(articles).id)
            settle(window)
        if number % 40 == 0:
            export(window, folder)
        QApplication.processEvents()


def export(window: "MainWindow", folder: Path) -> None:
    """Write both formats of one edition, and remove them, as on another thread of the window."""
    from tests.bench.bench_window import settle

    from studydesk.handout.model import Edition
    from studydesk.services import handouts
    from studydesk.ui.jobs import Progress

    desk = window.desk
    assert desk is not None
    packet = desk.current.packet
    assert packet is not None

    def write(progress: Progress) -> None:
        editions, formats = (Edition.PARTICIPANT,), ("docx", "pdf")
        for path in handouts.export(packet, folder, editions, formats, packet.preset, progress):
            path.unlink()

    def failed(error: Exception) -> None:
        raise error

    window.jobs.start(write, done=lambda _: None, failed=failed)
    settle(window)


def tell(hour: int) -> None:
    """Print what the program holds now."""
    from PySide6.QtWidgets import QApplication

    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    print(
        f"hour {hour:2}: {pages * os.sysconf('SC_PAGE_SIZE') / 2**20:6.0f} MB"
        f" {len(os.listdir('/proc/self/fd')):4} open files"  # noqa: PTH208 - they come and go
        f" {threading.active_count():3} threads {len(QApplication.allWidgets()):6} widgets"
        f" {len(gc.get_objects()):8} objects",
        flush=True,
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
