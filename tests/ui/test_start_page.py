"""What is seen before a library is open."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

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
    page.tell_failure("资料库不能写入。")
    labels = page.findChildren(QLabel)
    assert all(label.alignment().name == "AlignHCenter" for label in labels)
    centre = page.rect().center().x()
    qtbot.waitUntil(lambda: all(abs(middle(label, page) - centre) <= 1 for label in labels))
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert abs(sum(middle(button, page) for button in (shown[0], shown[-1])) // 2 - centre) < 30


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
