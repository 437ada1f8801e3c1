"""Starting the window."""

import os
import subprocess
import sys

import pytest

from studydesk import app

HEAVY = {"reportlab", "docx", "jieba", "lxml", "fontTools", "PySide6.QtPdf"}
"""What may only be loaded after the first paint."""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    script = "import sys, studydesk.app; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    loaded = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
    ).stdout.split()
    assert HEAVY & set(loaded) == set()


@pytest.mark.parametrize(("told", "used"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("xim", "xim")])
def test_fcitx_is_spoken_to_as_ibus(monkeypatch: pytest.MonkeyPatch, told: str, used: str) -> None:
    monkeypatch.setenv("QT_IM_MODULE", told)
    app.prepare_input_method()
    assert os.environ["QT_IM_MODULE"] == used


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
def test_without_a_display_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == 1
    said = capsys.readouterr().err
    assert "没有图形界面" in said
    assert said.count("\n") == 1
