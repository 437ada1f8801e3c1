"""The search field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QClipboard, QFocusEvent, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.ui.pick.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    return field


def compose(field: SearchField, unfinished: str, finished: str = "") -> None:
    event = QInputMethodEvent(unfinished, [])
    event.setCommitString(finished)
    QApplication.sendEvent(field, event)


def test_it_asks_after_the_last_key(field: SearchField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field, "AI")
    qtbot.waitUntil(lambda: asked[-1:] == ["AI"])


def test_a_word_being_composed_is_not_searched_for(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.asked, wait=200):
        compose(field, "gong jiang")


def test_the_finished_word_is_searched_for(field: SearchField, qtbot: QtBot) -> None:
    compose(field, "gong jiang")
    with qtbot.waitSignal(field.asked) as asked:
        compose(field, "", "工匠")
    assert asked.args == ["工匠"]


@pytest.mark.parametrize(("key", "signal"), [("Return", "taken"), ("Down", "left")])
def test_keys_ask_at_once_and_go_to_the_results(
    field: SearchField, qtbot: QtBot, key: str, signal: str
) -> None:
    field.setText("工匠")
    with qtbot.waitSignals([field.asked, getattr(field, signal)], timeout=50):
        qtbot.keyClick(field, getattr(Qt.Key, f"Key_{key}"))


def test_escape_clears(field: SearchField, qtbot: QtBot) -> None:
    field.setText("工匠")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def press_undo(field: SearchField) -> list[str]:
    """Press Ctrl+Z; what the window hears of it."""
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), field)
    shortcut.activated.connect(lambda: heard.append("undo"))
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return heard


@pytest.fixture
def entered(field: SearchField, qtbot: QtBot) -> SearchField:
    """The field with the keys."""
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_undo_takes_back_what_is_being_typed(entered: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(entered, "AI")
    assert press_undo(entered) == []
    assert entered.text() == ""


def test_what_is_marked_stays_marked_behind_the_menu_of_the_field(entered: SearchField) -> None:
    entered.setText("AI 时代")
    entered.setSelection(0, 2)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        event = QFocusEvent(kind, Qt.FocusReason.PopupFocusReason)
        QApplication.sendEvent(entered, event)
    assert entered.selectedText() == "AI"


def test_undo_in_a_field_just_entered_is_the_windows(entered: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(entered, "AI")
    entered.clearFocus()
    entered.setFocus()
    assert press_undo(entered) == ["undo"]
    assert entered.text() == "AI"


def by_keys(field: SearchField) -> None:
    QTest.keySequence(field, QKeySequence("Ctrl+V"))


def by_menu(field: SearchField) -> None:
    menu = field.createStandardContextMenu()
    next(each for each in menu.actions() if each.objectName() == "edit-paste").trigger()


def by_middle_click(field: SearchField) -> None:
    """As X11 has it, of what is marked anywhere; elsewhere what the click would do."""
    clipboard = QApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setText(clipboard.text(), QClipboard.Mode.Selection)
        QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    else:
        field.insert(clipboard.text())


@pytest.mark.parametrize("paste", [by_keys, by_menu, by_middle_click])
@pytest.mark.parametrize("page", ["题目\n作者\n" + "一句正文。" * 60, "一句正文。" * 4_000])
def test_the_text_of_a_page_is_not_searched_for_and_it_is_said_how_to_take_it(
    field: SearchField, qtbot: QtBot, paste: Callable[[SearchField], None], page: str
) -> None:
    field.setText("班组学习")
    field.selectAll()
    QApplication.clipboard().setText(page)
    with qtbot.waitSignal(field.told) as told:
        paste(field)
    assert "Ctrl+Shift+V" in told.args[0]
    assert field.text() == "班组学习"
    for words in ("产业工人\n队伍建设\n改革", "一句正文。" * 60):
        QApplication.clipboard().setText(words)
        field.clear()
        paste(field)
        assert field.text()
