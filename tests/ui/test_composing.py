"""What is being composed with an input method is left alone in every field: by live search, by what
is shown again meanwhile, and by what is saved.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import ITEM_KINDS
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.number_field import NumberField

Field = QLineEdit | QTextEdit | QPlainTextEdit

A_WHILE = 300
"""Milliseconds in which all that waits for a pause in typing begins."""


def picking(desk: Desk) -> None:
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.edit_tags()


def arranging(desk: Desk) -> None:
    desk.show_page("arrange")
    desk.arrange.packet_panel.session.facts.setChecked(True)


def writing(kind: str) -> Callable[[Desk], None]:
    def write(desk: Desk) -> None:
        desk.show_page("arrange")
        desk.arrange.insert_item(kind)

    return write


STATES = {"选材": picking, "编排": arranging} | {
    kind: writing(kind) for kind in ITEM_KINDS if kind in ("question", "guide", "term", "action")
}


def fields(window: QWidget) -> Iterator[Field]:
    """What can be written into, apart from numbers."""
    every: list[Field] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QTextEdit),
        *window.findChildren(QPlainTextEdit),
    ]
    for field in every:
        number = isinstance(field.parentWidget(), NumberField)
        if field.isVisibleTo(window) and not field.isReadOnly() and not number:
            yield field


def caret(field: QWidget) -> float:
    """How far to the right the cursor is, behind what is being composed."""
    return float(field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).left())


def compose(field: QWidget, unfinished: str, finished: str = "") -> None:
    """What an input method sends."""
    cursor = QInputMethodEvent.AttributeType.Cursor
    at_end = [QInputMethodEvent.Attribute(cursor, len(unfinished), 1, None)] if unfinished else []
    event = QInputMethodEvent(unfinished, at_end)
    event.setCommitString(finished)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("state", STATES)
def test_what_is_composed_stays_and_comes_in_whole(
    window: MainWindow, desk: Desk, qtbot: QtBot, state: str
) -> None:
    STATES[state](desk)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    written = list(fields(window))
    assert written
    for field in written:
        field.setFocus()
        before = caret(field)
        compose(field, "xue xi")
        composing = caret(field)
        QTest.qWait(A_WHILE)
        assert caret(field) == composing > before, field.accessibleName()
        compose(field, "", "学习")
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert "学习" in words, field.accessibleName()
