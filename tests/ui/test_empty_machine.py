"""A computer without any font of its own: the words of the window and the paper are whole."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import studydesk
from studydesk import paths

WORDS = Path(studydesk.__file__).parent / "ui"

PAPER = """
import hashlib, json, sys
from pathlib import Path
from studydesk import paths
paths.font_folders = lambda: ()
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.designs import in_installed_fonts
from studydesk.handout.model import HANDOUTS
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack
packet = read_studypack(paths.resources() / "sample.studypack").packet
told = {}
for name, preset in PRESETS.items():
    plain = write_pdf(compose(packet, HANDOUTS[0], preset))
    wished = write_pdf(compose(packet, HANDOUTS[0], in_installed_fonts(preset)))
    Path(sys.argv[1], f"{name}.pdf").write_bytes(wished.data)
    stood_in = [(font.meant, font.used) for font in wished.fonts if font.stands_in]
    told[name] = (hashlib.sha256(plain.data).hexdigest(), wished.data == plain.data, stood_in)
print(json.dumps(told))
"""

WINDOW = """
from PySide6.QtGui import QFontDatabase, QTextLayout
from PySide6.QtWidgets import QApplication
from studydesk.ui import theme
application = QApplication([])
assert "WenQuanYi Micro Hei" not in QFontDatabase.families()
theme.load_fonts()
for character in input():
    for font in (theme.ui_font(), theme.reading_font(18)):
        layout = QTextLayout(character, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
            print("missing:", character)
"""


@pytest.fixture
def empty_machine(tmp_path: Path) -> dict[str, str]:
    """An environment in which the system has no font."""
    configuration = tmp_path / "fonts.conf"
    (tmp_path / "none").mkdir()
    configuration.write_text(
        f"<fontconfig><dir>{tmp_path / 'none'}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    return {
        **os.environ,
        "FONTCONFIG_FILE": str(configuration),
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
    }


def run(program: str, environment: dict[str, str], *arguments: object, told: str = "") -> str:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(
        command, env=environment, input=told, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.mark.needs("pdffonts")
def test_every_preset_is_printed_in_bundled_faces_and_says_what_stands_in(
    empty_machine: dict[str, str], tmp_path: Path
) -> None:
    there = json.loads(run(PAPER, empty_machine, tmp_path))
    here = json.loads(run(PAPER, dict(os.environ), tmp_path))
    for name, (digest, same, stood_in) in there.items():
        assert same
        assert digest == here[name][0]
        assert {meant for meant, _ in stood_in} >= {"黑体", "楷体"}
        path = tmp_path / f"{name}.pdf"
        fonts = subprocess.run(
            ["pdffonts", path], check=True, capture_output=True, encoding="utf-8"
        ).stdout.splitlines()[2:]
        assert fonts
        assert all("StudyDesk" in font and " yes yes yes " in font for font in fonts)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are never without fonts")
def test_every_word_of_the_window_has_its_letters(empty_machine: dict[str, str]) -> None:
    characters = "".join(sorted(set(shown())))
    assert {"▾", "▴", "✕", "⏎", "✓", "⚠"} <= set(characters)
    assert run(WINDOW, empty_machine, told=characters.replace("⌘", "")) == ""  # macOS has it


def shown() -> Iterator[str]:
    """The characters of all words of the window that a printable font may have."""
    for path in sorted(WORDS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from (each for each in node.value if ord(each) > 0x7F and each.isprintable())


def test_the_marks_of_the_window_are_a_face_of_our_own() -> None:
    with TTFont(paths.resources() / "fonts" / "StudyDeskMarks-Regular.ttf", lazy=True) as font:
        assert set(map(chr, font.getBestCmap() or {})) == set("▾▴✕⏎\ufffd")
        assert vars(font["OS/2"])["fsType"] == 0
