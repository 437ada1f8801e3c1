"""How long the window takes to come up, and how much memory it takes, against an empty one.

    PYTHONPATH=src:. python tests/bench/bench_start.py [--articles 100000] [--frozen FILE]

Both are processes of their own, started in turns; the median counts. The empty window is a
QMainWindow of PySide6. Ours opens a library with so many articles (made the first time, which
takes a quarter of an hour for 100000; `--folder` keeps it). `--frozen` compares the frozen
program, too: from its start until its window stands on a screen of its own (Xvfb, xdotool).
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.bench_search import pages

from studydesk.library import Library
from studydesk.ui.main_window import PLACE

MEASURE = """
import os, sys, time
begun = float(os.environ["BEGUN"])

def tell(what):
    with open("/proc/self/statm") as file:
        size = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    print(what, (time.time() - begun) * 1000, size, flush=True)

painted = []

def paint_once():
    if not painted:
        painted.append(True)
        tell("paint")
"""

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        paint_once()

application = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
QTimer.singleShot(0, lambda: tell("usable"))
QTimer.singleShot(300, lambda: (tell("settled"), application.quit()))
application.exec()
"""

OURS = """
from studydesk import app
from studydesk.ui import main_window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

timers, told = [], []

class Window(main_window.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        timers.append(QTimer(self, interval=5))
        timers[0].timeout.connect(self.look)
        timers[0].start()
    def paintEvent(self, event):
        super().paintEvent(event)
        paint_once()
    def look(self):
        if not told and self.desk is not None and self.desk.pick.browser.count.text():
            told.append(True)
            tell("usable")
        if told and not self.jobs.busy:
            timers[0].stop()
            QTimer.singleShot(500, lambda: (tell("settled"), self.close()))

app.MainWindow = Window
sys.exit(app.main(sys.argv[1:]))
"""


def measured(program: str, *arguments: str) -> dict[str, tuple[float, float]]:
    """What one start tells: milliseconds since it and megabytes, by moment."""
    command = [sys.executable, "-c", MEASURE + program, *arguments]
    environment = {**os.environ, "BEGUN": str(time.time())}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [line.split() for line in told.stdout.splitlines()]
    return {moment: (float(after), float(size)) for moment, after, size in lines}


def until_shown(command: Sequence[str], display: str) -> float:
    """Milliseconds from the start of a program until its window stands on the screen."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    search = ["xdotool", "search", "--onlyvisible", "--name", "学习台"]
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment) as program:
        while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
            if program.poll() is not None:
                raise SystemExit("the program has ended")
        took = (time.perf_counter() - begun) * 1000
        program.terminate()
    return took


def compare_frozen(frozen: Path, library: Path, rounds: int) -> None:
    """Print how long source and frozen program take until their window stands there."""
    display = ":94"
    window = ["--library", str(library)]
    source = [sys.executable, "-m", "studydesk", *window]
    times: dict[str, list[float]] = {"source": [], "frozen": []}
    with subprocess.Popen(["Xvfb", display, "-screen", "0", "1366x768x24"]) as server:
        time.sleep(1)
        for _ in range(rounds):
            times["source"].append(until_shown(source, display))
            times["frozen"].append(until_shown([str(frozen), *window], display))
        server.terminate()
    ours, theirs = (statistics.median(times[name]) for name in ("frozen", "source"))
    print(f"window shown: source {theirs:.0f} ms, frozen {ours:.0f} ms, × {ours / theirs:.2f}")


def make_library(folder: Path, count: int) -> None:
    """A library with so many articles, unless it is there. The window begins with the list."""
    with Library.open(folder) as library:
        library.remember(PLACE, {})
        if not library.numbers():
            for page in pages(count, random.Random(7)):
                library.add(*page)


def main() -> None:
    """Start both in turns and print the medians and their ratios."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--articles", type=int, default=2000, help="default: 2000")
    options.add_argument("--folder", type=Path, help="a library to use again")
    options.add_argument("--frozen", type=Path, help="the frozen program")
    options.add_argument("--rounds", type=int, default=11)
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        # What users have from the second start on: programs that are compiled already.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        library = chosen.folder or Path(home) / "library"
        make_library(library, chosen.articles)
        measured(EMPTY)
        measured(OURS, "--library", str(library))
        starts: dict[str, list[dict[str, tuple[float, float]]]] = {"empty": [], "StudyDesk": []}
        for _ in range(chosen.rounds):
            starts["empty"].append(measured(EMPTY))
            starts["StudyDesk"].append(measured(OURS, "--library", str(library)))
        for moment in ("paint", "usable", "settled"):
            (empty, base), (ours, size) = (
                [statistics.median(start[moment][column] for start in told) for column in (0, 1)]
                for told in starts.values()
            )
            ratio = f"× {ours / empty:.2f}" if moment != "settled" else ""
            print(
                f"{moment:8} empty {empty:5.0f} ms {base:4.0f} MB   StudyDesk {ours:5.0f} ms"
                f" {size:4.0f} MB   × {size / base:.2f} {ratio}"
            )
        if chosen.frozen:
            compare_frozen(chosen.frozen, library, chosen.rounds)


if __name__ == "__main__":
    main()
