"""撤消 in fields that are no part of the packet, and in the sheet of terms."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.services.terms import TermLists
from studydesk.ui.arrange.term_sheet import TermSheet
from studydesk.ui.fields import LineField
from studydesk.ui.own_undo import OwnUndo

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A window whose own commands have the same keys as a field in it."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(field)
        self.heard: list[str] = []
        for keys in ("Ctrl+Z", "Ctrl+Y"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda keys=keys: self.heard.append(keys))


FIELDS: dict[str, Callable[[], QLineEdit | QPlainTextEdit]] = {
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "line of a packet": lambda: LineField("名"),
}


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QLineEdit | QPlainTextEdit]:
    """A field in a window in front, the cursor in it."""
    field = FIELDS[request.param]()
    put = field.setText if isinstance(field, QLineEdit) else field.setPlainText
    put("x")  # which the user has not typed
    OwnUndo(field)
    window = Window(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    qtbot.waitUntil(field.hasFocus)
    yield field
    assert window.heard == []


def words(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_what_was_typed_goes_and_comes_and_then_it_says_so(
    field: QLineEdit | QPlainTextEdit, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert words(field) == "x"
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert QToolTip.text() == "这里没有可撤消的了。"
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert words(field) == "xab"
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert QToolTip.text() == "这里没有可重做的了。"


def test_nothing_marked_is_moved_nowhere(qtbot: QtBot) -> None:
    sheet = TermSheet(TermLists(pinned=("工匠",), discovered=("产改",)))
    qtbot.addWidget(sheet)
    sheet.pin_button.click()
    assert sheet.pinned.toPlainText() == "工匠"
    assert not sheet.pinned.document().isUndoAvailable()


def test_a_term_that_was_moved_into_a_list_goes_back_to_where_it_was_found(qtbot: QtBot) -> None:
    sheet = TermSheet(TermLists(pinned=("工匠",), discovered=("产改", "岗位")))
    qtbot.addWidget(sheet)
    sheet.found.setCurrentRow(1)
    sheet.pin_button.click()
    assert sheet.pinned.toPlainText() == "工匠\n岗位"
    assert [sheet.found.item(row).text() for row in range(sheet.found.count())] == ["产改"]
    sheet.take_step("undo")
    assert sheet.pinned.toPlainText() == "工匠"
    assert sheet.found.count() == 2
    sheet.take_step("redo")
    assert sheet.found.count() == 1
