"""Pictures of the window in every state worth looking at, made by one command.

All of them come in one run, at several sizes and scales, light and dark, so that they can be seen
side by side after a change. Needs no display.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

SHEETS: dict[str, tuple[str, int, int, str, str]] = {
    "1366-light": ("1", 1366, 728, "light", "all"),
    "1366-dark": ("1", 1366, 728, "dark", "all"),
    "1366-at-125-percent-light": ("1.25", 1076, 542, "light", "main"),
    "1366-at-150-percent-light": ("1.5", 894, 472, "light", "all"),
    "1366-at-150-percent-dark": ("1.5", 894, 472, "dark", "all"),
    "1920-light": ("1", 1920, 1040, "light", "main"),
    "1920-at-150-percent-dark": ("1.5", 1264, 680, "dark", "main"),
    "200-percent-light": ("2", 1366, 728, "light", "main"),
    "missing-fonts": ("1", 1366, 728, "light", "fonts"),
}
"""Scale, width and height of the window in logical pixels, appearance, and which states: the
screen that a name begins with, less its task bar and the window's frame.
"""


def main() -> int:
    """Make every sheet in a process of its own: the scale is settled once for a process."""
    parser = argparse.ArgumentParser(prog="python tests/pictures.py", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to put pictures in")
    parser.add_argument("--sheet", choices=SHEETS, action="append", help="only these (all)")
    chosen = parser.parse_args()
    worst = 0
    for name in chosen.sheet or SHEETS:
        settings = {"QT_SCALE_FACTOR": SHEETS[name][0], "LC_ALL": "C.UTF-8"}
        settings["PYTHONPATH"] = str(ROOT / "src")  # also for what the program starts
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **settings}
        making = f"import pictures; pictures.make_sheet({str(chosen.out / name)!r}, {name!r})"
        command = [sys.executable, "-c", making]
        done = subprocess.run(command, env=environment, cwd=Path(__file__).parent, check=False)
        worst = max(worst, done.returncode)
    return worst


def make_sheet(out: str, name: str) -> None:
    """All pictures of one size, scale and appearance."""
    from PySide6.QtCore import QSize

    from studydesk import app
    from studydesk.ui import theme

    _, width, height, mode, which = SHEETS[name]
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    application = app.make_application()
    if which == "fonts":
        theme.load_fonts = cache(lambda: None)
    appearance = theme.Appearance(application, mode)
    from tests.window_states import Studio, all_states, main_states

    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), appearance, QSize(width, height), pause=200)
        states = all_states(studio) if which == "all" else main_states(studio)
        for number, (state, shown) in enumerate(states, 1):
            shown.grab().save(str(folder / f"{number:02}-{state}.png"))
        studio.window.close()


if __name__ == "__main__":
    sys.exit(main())
