"""What is seen before a library is open."""

import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.older_libraries import make_older

from studydesk.domain.packet import Packet
from studydesk.library import Backup, Library
from studydesk.ui.jobs import Progress
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings
from studydesk.ui.start_page import StartPage
from studydesk.ui.theme import Appearance


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> StartPage:
    """The page in a window of its own."""
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(894, 472)
    page.show()
    return page


def middle(widget: QWidget, page: StartPage) -> int:
    return widget.mapTo(page, widget.rect().center()).x()


def test_a_new_library_is_said_to_be_filled_and_how_far(page: StartPage) -> None:
    page.tell_preparing(3, 10)
    bar = page.findChild(QProgressBar)
    assert bar is not None
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 3, 10)
    assert "第一次" in page.sentence
    page.tell_failure("资料库不能写入。")
    assert not bar.isVisible()


def test_all_of_it_stands_in_the_middle(page: StartPage, qtbot: QtBot) -> None:
    page.tell_failure("资料库不能写入。", goes_back=True)
    page.offer_usual(Path("学习台"))
    labels = page.findChildren(QLabel)
    assert all(label.alignment().name == "AlignHCenter" for label in labels)
    centre = page.rect().center().x()
    qtbot.waitUntil(lambda: all(abs(middle(label, page) - centre) <= 1 for label in labels))
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    middles = [middle(button, page) for button in shown]
    assert abs((min(middles) + max(middles)) // 2 - centre) < 30


def test_of_the_next_start_it_is_only_said_that_nothing_changes(page: StartPage) -> None:
    page.tell_failure("“甲”不在。")
    page.offer_usual(Path("学习台"))  # which the next one may not look for
    (usual,) = [each for each in page.findChildren(QPushButton) if "默认" in each.text()]
    assert "“学习台”" in usual.toolTip()
    assert "不变" in usual.toolTip()
    assert "上面" not in usual.toolTip()


def test_a_first_start_tells_its_progress(
    qtbot: QtBot,
    settings: Settings,
    appearance: Appearance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[int] = []
    monkeypatch.setattr(StartPage, "tell_preparing", lambda _page, done, _total: told.append(done))
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.entered, timeout=60_000):
        window.open_library(tmp_path / "新")
    assert told == list(range(10))


def test_the_copy_before_an_upgrade_can_be_cancelled_and_done_later(
    qtbot: QtBot,
    settings: Settings,
    appearance: Appearance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五"))
    make_older(tmp_path / "库", 3)
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    page = window.start_page

    def copy(_from: object, _to: object, _path: Path, progress: Progress) -> None:
        while not Event().wait(0.01):
            progress(1, 2)

    monkeypatch.setattr(sys.modules[Backup.__module__], "_copy", copy)
    window.open_library(tmp_path / "库")
    qtbot.waitUntil(lambda: "备份" in page.sentence)
    bar = page.findChild(QProgressBar)
    assert bar is not None
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 1, 2)
    next(each for each in page.findChildren(QPushButton) if each.text() == "取消").click()
    qtbot.waitUntil(lambda: "已取消" in page.sentence)
    monkeypatch.undo()
    with qtbot.waitSignal(window.entered, timeout=60_000):
        page.again_requested.emit()
    assert window.desk is not None
    assert window.desk.library.packets()[0].title == "周五"
    window.close()
