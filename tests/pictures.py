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
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--out", type=Path, help="the folder to put pictures in")
    wanted.add_argument("--readme", action="store_true", help="make the two of the README anew")
    wanted.add_argument("--manual", action="store_true", help="make those of the manual anew")
    parser.add_argument(
        "--sheet",
        choices=SHEETS,
        action="append",
        metavar="NAME",
        help="only this one: %(choices)s",
    )
    chosen = parser.parse_args()
    if chosen.readme:
        return start("make_readme_pictures()", "1")
    if chosen.manual:
        return start("make_manual_pictures()", "1.5")
    return max(
        start(f"make_sheet({str((chosen.out / name).resolve())!r}, {name!r})", SHEETS[name][0])
        for name in chosen.sheet or SHEETS
    )


def start(making: str, scale: str) -> int:
    """Make pictures in a process of their own; its exit status."""
    settings = {"QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"}
    settings["PYTHONPATH"] = str(ROOT / "src")  # also for what the program starts
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **settings}
    command = [sys.executable, "-c", f"import pictures; pictures.{making}"]
    folder = Path(__file__).parent
    return subprocess.run(command, env=environment, cwd=folder, check=False).returncode


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


def make_manual_pictures() -> None:
    """The window in the states that the manual (resources/help) tells of, small and light."""
    from PIL import Image, ImageOps
    from PySide6.QtCore import QSize

    from studydesk import app
    from studydesk.ui import theme

    appearance = theme.Appearance(app.make_application(), "light")
    from tests.manual_states import manual_states
    from tests.window_states import Studio

    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), appearance, QSize(980, 520), pause=200)
        for name, shown in manual_states(studio):
            picture = ROOT / "resources" / "help" / f"{name}.png"
            shown.grab().save(str(picture))
            framed = ImageOps.expand(Image.open(picture).convert("RGB"), 2, fill="#c8c8c4")
            framed.quantize(64).save(picture, optimize=True)
        studio.window.close()


def make_readme_pictures() -> None:
    """The window with a passage about to be picked, and a page of the sample packet."""
    import pypdfium2
    from PIL import Image, ImageOps
    from PySide6.QtCore import QSize

    from studydesk import app
    from studydesk.handout.model import Edition
    from studydesk.services import handouts
    from studydesk.ui import theme

    appearance = theme.Appearance(app.make_application(), "light")
    from tests.window_states import Studio, main_states

    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), appearance, QSize(1366, 768), pause=200)
        shown = next(shown for name, shown in main_states(studio) if name == "pick-selection")
        window = ROOT / "docs" / "window.png"
        shown.grab().save(str(window))
        Image.open(window).convert("RGB").quantize(128).save(window, optimize=True)
        packet = studio.packet
        studio.window.close()
    file = handouts.preview(packet, Edition.PARTICIPANT, packet.preset)
    page = pypdfium2.PdfDocument(file.data)[1].render(scale=1.4).to_pil()
    framed = ImageOps.expand(page.convert("L"), 1, fill=150)  # its paper is as white as the README
    framed.quantize(16).save(ROOT / "docs" / "page.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
