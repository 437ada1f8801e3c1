"""Starting the window."""

import os
import sys

import pytest

from studydesk import app


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
