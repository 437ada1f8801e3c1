"""另选资料库: another folder, which is only made a library with the user's word."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.library import Library
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs
from studydesk.ui.main_window import MainWindow


class Answering:
    """Chooses a folder, and answers the question that may follow."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, *, yes: bool) -> None:
        self.questions: list[str] = []
        self._yes = yes
        monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
        monkeypatch.setattr(dialogs, "confirm", self._answer)

    def _answer(self, _parent: object, question: str, what_happens: str, _yes: str) -> bool:
        self.questions.append(f"{question}{what_happens}")
        return self._yes


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A folder of the user's with things of their own."""
    folder = tmp_path / "家庭照片"
    folder.mkdir()
    (folder / "全家福.jpg").write_bytes(b"picture")
    return folder


def test_no_library_is_made_among_other_files_unless_the_user_says_so(
    window: MainWindow, desk: Desk, foreign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = Answering(monkeypatch, foreign, yes=False)
    window.actions_by_id["choose-library"].trigger()
    assert len(answering.questions) == 1
    assert "家庭照片" in answering.questions[0]
    assert "新建" in answering.questions[0]
    assert [path.name for path in foreign.iterdir()] == ["全家福.jpg"]
    assert window.desk is desk


def test_with_the_user_s_word_a_library_is_made_and_other_files_stay(
    window: MainWindow, foreign: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    Answering(monkeypatch, foreign, yes=True)
    with qtbot.waitSignal(window.entered, timeout=60_000):
        window.actions_by_id["choose-library"].trigger()
    assert window.folder == foreign
    assert (foreign / "全家福.jpg").read_bytes() == b"picture"
    window.close()


@pytest.mark.parametrize("there", ["nothing", "library"])
def test_an_empty_folder_and_a_library_are_opened_without_a_question(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: str,
) -> None:
    folder = tmp_path / "另一个"
    folder.mkdir()
    if there == "library":
        Library.open(folder).close()
        (folder / "别的.txt").touch()
    answering = Answering(monkeypatch, folder, yes=False)
    opened: list[Path] = []
    monkeypatch.setattr(window, "open_library", opened.append)
    window.actions_by_id["choose-library"].trigger()
    assert (opened, answering.questions) == ([folder], [])


def test_nothing_that_stood_on_a_library_is_left_behind_it(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    count = len(window.findChildren(Jobs, options=direct))
    desk.show_page("arrange")
    desk.arrange.handout_panel.export_panel.presets.change_preset()
    assert window.findChildren(PresetForm)
    with qtbot.waitSignal(window.entered, timeout=60_000):
        window.open_library(tmp_path / "另一个")
    qtbot.waitUntil(lambda: not window.findChildren(PresetForm))
    qtbot.waitUntil(lambda: len(window.findChildren(Jobs, options=direct)) == count)
    window.close()
