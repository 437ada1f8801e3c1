"""What a screen reader is told of the window: every control has a name."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.nameless import controls, nameless

from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages import PAGES

pytestmark = pytest.mark.usefixtures("screen_reader")


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_no_control_of_a_page_is_nameless(
    window: MainWindow, desk: Desk, qtbot: QtBot, page: str
) -> None:
    desk.show_page(page)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert len({node.role() for node in controls(window)}) > 3
    assert nameless(window) == []


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for part in (QPushButton("导出"), QLineEdit()):
        column.addWidget(part)
    top.show()
    assert nameless(top) == ["EditableText in QLineEdit < QWidget: has no name"]
