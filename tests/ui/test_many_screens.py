"""Where a window comes up with screens side by side, of several scales, some of them gone since."""

import json
import os
import subprocess
import sys
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


def come_up(folder: Path, asked: object, *screens: dict[str, Any]) -> tuple[Any, list[int], bool]:
    """Show a window at a place, or where one was kept: what is kept of it, its place, and whether
    the whole of it is on a screen.
    """
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": [{**screen, **USUAL} for screen in screens]}))
    shown = subprocess.run(
        [sys.executable, "-c", COME_UP, json.dumps(asked)],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": f"offscreen:configfile={described.name}",
        },
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=100,
    )
    kept, place, whole = json.loads(shown.stdout)
    return kept, place, whole


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
