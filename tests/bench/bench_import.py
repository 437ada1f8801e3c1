"""Many articles come into the window: python tests/bench/bench_import.py [--articles 10000].

Pages, each of another text, are given to the window at once, as files. Told as it goes on: memory,
and the longest time for which the window did not answer, by the processor's time of its thread and
by the clock. At last another import is cancelled in its middle. Needs no display.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in ("", "src")]

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow

FROM_A_PAGE = 4.4
"""Articles of one of the pages that ship, on average."""


class Watch:
    """Beats on the interface thread; keeps the longest gap of its processor's time and the clock,
    in milliseconds.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.begin()
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget the gaps so far."""
        self.processor = self.clock = 0.0
        self._last = time.thread_time(), time.perf_counter()

    def beat(self) -> None:
        """Take the time since the last beat."""
        now = time.thread_time(), time.perf_counter()
        self.processor = max(self.processor, (now[0] - self._last[0]) * 1000)
        self.clock = max(self.clock, (now[1] - self._last[1]) * 1000 - 5)
        self._last = now


def megabytes() -> float:
    """What this process has of the memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Import all, told as it goes on; then cancel an import."""
    from tests.bench.bench_window import make_files, settle

    from studydesk import app
    from studydesk.library import Library
    from studydesk.ui.main_window import MainWindow
    from studydesk.ui.settings import Settings
    from studydesk.ui.theme import Appearance

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000, help="about so many")
    chosen = options.parse_args()
    application = app.make_application()
    collector = app.interrupt_little(application)
    with tempfile.TemporaryDirectory() as home:
        files = make_files(Path(home) / "版面", round(chosen.articles / FROM_A_PAGE))
        more = make_files(Path(home) / "另外的", 40, first=len(files))
        window = MainWindow(Settings(Path(home) / "window.json"), Appearance(application, "light"))
        collector.wait_for(lambda: window.jobs.busy)
        window.resize(1366, 768)
        window.show()
        window.enter(Library.open(Path(home) / "资料库"))
        settle(window)
        take_all(window, files)
        cancel(window, more)
        window.close()


def take_all(window: "MainWindow", files: list[Path]) -> None:
    """Import files, which are read first and kept then, and tell of each tenth of that."""
    from PySide6.QtCore import QEventLoop

    desk = window.desk
    assert desk is not None
    ended, watch, begun = QEventLoop(), Watch(), time.perf_counter()
    due = [0]

    def follow(done: int, total: int) -> None:
        if done < due[0] * total // 10:
            return
        due[0] += 1
        gaps = f"{watch.processor:4.0f} ms of the processor, {watch.clock:4.0f} ms by the clock"
        print(
            f"{done * 100 // total:4} % after {time.perf_counter() - begun:5.0f} s,"
            f" {megabytes():5.0f} MB, longest gap {gaps}",
            flush=True,
        )
        watch.begin()

    importing = desk.pick.importing
    importing.work_started.connect(lambda _what, job: job.progressed.connect(follow))
    importing.done.connect(ended.quit)
    print(f"{len(files)} files, {megabytes():.0f} MB before")
    desk.take_files(files)
    ended.exec()
    settle_and_tell(window, time.perf_counter() - begun)


def settle_and_tell(window: "MainWindow", took: float) -> None:
    """Tell how much came how fast, and what is left of the memory."""
    from tests.bench.bench_window import settle

    desk = window.desk
    assert desk is not None
    articles = len(desk.library.numbers())
    settle(window)
    print(f"{articles} articles, {articles / took:.1f} a second, {megabytes():.0f} MB after")


def cancel(window: "MainWindow", files: list[Path]) -> None:
    """Cancel an import in its middle, and tell how long it took to end."""
    from PySide6.QtCore import QEventLoop

    from studydesk.ui.jobs import Job

    desk = window.desk
    assert desk is not None
    before, ended, asked = len(desk.library.numbers()), QEventLoop(), list[float]()

    def follow(_what: str, job: Job) -> None:
        def stop(done: int, total: int) -> None:
            if done >= total // 4 and not asked:
                asked.append(time.perf_counter())
                job.cancel()

        job.progressed.connect(stop)

    desk.pick.importing.work_started.connect(follow)
    desk.pick.importing.cancelled.connect(ended.quit)
    desk.take_files(files)
    ended.exec()
    took, after = time.perf_counter() - asked[0], len(desk.library.numbers())
    print(f"cancelled in {took:.2f} s, {after - before} articles came")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
