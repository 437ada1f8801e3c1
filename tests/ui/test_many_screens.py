"""Where a window comes up with screens side by side, of several scales, some of them gone since."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1.25}
BESIDE = {"name": "beside", "x": 1366, "y": 0, "width": 2560, "height": 1440, "dpr": 2}
ON_THE_LEFT = {**BESIDE, "x": -2560}
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96}
PLACE = [1500, 200, 1000, 500]
"""On the screen at the side: left, top, width, height."""

COME_UP = """
import json, sys
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow
from studydesk.ui import window_place

application = QApplication([])
window = QMainWindow()
asked = json.loads(sys.argv[1])
if isinstance(asked, list):
    window.setGeometry(QRect(*asked))
else:
    window_place.restore(window, asked)
window.show()
application.processEvents()
whole = [screen.availableGeometry().contains(window.frameGeometry())
         for screen in application.screens()]
print(json.dumps([window_place.kept(window), window.geometry().getRect(), any(whole)]))
"""

TURN_UP = """
import json, sys, time
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from studydesk.ui.arrange.handout.page_view import PageView

application = QApplication([])
writer = QPdfWriter("page.pdf")
painter = QPainter(writer)
painter.drawText(900, 900, "StudyDesk")
painter.end()
document = QPdfDocument()
document.load("page.pdf")

windows = []

def shown(left):
    window = QWidget()
    windows.append(window)
    view = PageView(window)
    view.setGeometry(0, 0, 400, 500)
    window.setGeometry(left, 60, 400, 500)
    view.show_document(document, from_top=True)
    window.show()
    QTest.qWait(500)
    return view

moved = shown(20)
moved.window().move(QPoint(1500, 60))
fresh = shown(1500)
look = lambda view: view.viewport().grab().toImage()
until = time.monotonic() + 20
while look(moved) != look(fresh) and time.monotonic() < until:
    QTest.qWait(50)
print(json.dumps([moved.devicePixelRatioF(), look(moved) == look(fresh)]))
"""


def come_up(folder: Path, asked: object, *screens: dict[str, Any]) -> tuple[Any, list[int], bool]:
    """Show a window at a place, or where one was kept: what is kept of it, its place, and whether
    the whole of it is on a screen.
    """
    kept, place, whole = on_screens(folder, screens, COME_UP, json.dumps(asked))
    return kept, place, whole


def on_screens(
    folder: Path, screens: Sequence[dict[str, Any]], script: str, *asked: str, scales: str = ""
) -> list[Any]:
    """What a script says in a program of its own that has these screens."""
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": [{**screen, **USUAL} for screen in screens]}))
    shown = subprocess.run(
        [sys.executable, "-c", script, *asked],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": f"offscreen:configfile={described.name}",
            "QT_SCREEN_SCALE_FACTORS": scales,
        },
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=100,
    )
    answer: list[Any] = json.loads(shown.stdout)
    return answer


def test_a_window_comes_up_on_the_screen_that_it_was_on(tmp_path: Path) -> None:
    kept, place, _ = come_up(tmp_path, PLACE, LAPTOP, BESIDE)
    assert place == PLACE
    assert come_up(tmp_path, kept, LAPTOP, BESIDE)[1:] == (PLACE, True)


@pytest.mark.parametrize("left", [[LAPTOP], [BESIDE], [LAPTOP, ON_THE_LEFT]])
def test_a_window_whose_screen_is_gone_comes_up_whole_on_another(
    tmp_path: Path, left: list[dict[str, Any]]
) -> None:
    kept, _, _ = come_up(tmp_path, PLACE, LAPTOP, BESIDE)
    (_, place, whole) = come_up(tmp_path, kept, *left)
    assert whole, place


def test_pages_are_drawn_anew_on_a_screen_of_another_scale(tmp_path: Path) -> None:
    scales = "laptop=1.25;beside=2"
    assert on_screens(tmp_path, (LAPTOP, BESIDE), TURN_UP, scales=scales) == [2, True]
