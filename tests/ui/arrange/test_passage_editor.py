"""The editor of a passage: marks are laid over the text, the text itself cannot change."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import (
    Blank,
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
    Passage,
)
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.arrange.passage_text import PassageText


@pytest.fixture
def editor(qtbot: QtBot, passage: Passage, packet: Packet) -> PassageEditor:
    editor = PassageEditor()
    qtbot.addWidget(editor)
    editor.edited.connect(lambda item, _field: editor.show_item(item, packet))
    editor.show_item(PassageItem(passage, id="passage"), packet)
    return editor


def operations(editor: PassageEditor) -> tuple[Operation, ...]:
    return editor.item.passage.operations


@pytest.mark.parametrize(
    ("button", "made"),
    [
        ("省略", Omission(2, 5)),
        ("着重号", Emphasis(2, 5, EmphasisMark.DOTS)),
        ("加粗", Emphasis(2, 5, EmphasisMark.BOLD)),
        ("填空", Blank(2, 5)),
    ],
)
def test_a_button_marks_the_selection(editor: PassageEditor, button: str, made: Operation) -> None:
    editor.text.select(2, 5)
    editor.buttons[button].click()
    assert operations(editor) == (made,)


@pytest.fixture
def offered(editor: PassageEditor) -> Iterator[list[QAction]]:
    """What a right click on selected text offers."""
    editor.text.select(2, 5)
    menu = editor.text.menu()
    yield menu.actions()
    menu.deleteLater()


def test_a_right_click_offers_what_the_buttons_do_above_copying(
    editor: PassageEditor, offered: list[QAction]
) -> None:
    names = [action.text() for action in offered]
    assert names[: len(editor.buttons)] == list(editor.buttons)
    assert offered[len(editor.buttons)].isSeparator()
    assert len(names) > len(editor.buttons) + 1


def test_everything_offered_on_a_right_click_can_be_chosen_as_the_buttons_can(
    editor: PassageEditor, offered: list[QAction]
) -> None:
    enabled = [button.isEnabled() for button in editor.buttons.values()]
    assert [action.isEnabled() for action in offered[: len(enabled)]] == enabled


def test_what_is_chosen_on_a_right_click_marks_the_selection(
    editor: PassageEditor, offered: list[QAction]
) -> None:
    (bold,) = [action for action in offered if action.text() == "加粗"]
    bold.trigger()
    assert operations(editor) == (Emphasis(2, 5, EmphasisMark.BOLD),)


def test_words_are_inserted_at_the_cursor(editor: PassageEditor, qtbot: QtBot) -> None:
    editor.text.select(4, 4)
    editor.buttons["插入〔…〕"].click()
    editor.insertion.setText("编者注")
    QTest.keyClick(editor.insertion, Qt.Key.Key_Return)
    assert operations(editor) == (Insertion(4, "编者注"),)
    assert "〔编者注〕" in editor.text.toPlainText()


def test_restoring_takes_back_what_the_selection_touches(editor: PassageEditor) -> None:
    for start in (0, 6, 12):
        editor.text.select(start, start + 3)
        editor.omit()
    editor.text.select(7, 13)
    editor.restore()
    assert operations(editor) == (Omission(0, 3),)


def test_a_mark_on_a_mark_is_refused_in_one_sentence(editor: PassageEditor) -> None:
    editor.text.select(0, 4)
    editor.omit()
    editor.text.select(2, 6)
    told: list[str] = []
    editor.told.connect(told.append)
    editor.embolden()
    assert editor.hint.text() == "这里已经有标记，请先还原（Ctrl+R）。"
    assert told == [editor.hint.text()]
    assert operations(editor) == (Omission(0, 4),)


def test_nothing_selected_is_said_so(editor: PassageEditor) -> None:
    editor.text.select(3, 3)
    editor.blank()
    assert editor.hint.text() == "请先选中文字。"


def test_a_mark_shows_in_its_place(editor: PassageEditor) -> None:
    editor.text.select(2, 5)
    editor.omit()
    cursor = editor.text.textCursor()
    cursor.setPosition(4)
    assert cursor.charFormat().fontStrikeOut()


def test_the_selection_outlives_the_mark(editor: PassageEditor) -> None:
    editor.text.select(2, 5)
    editor.omit()
    assert editor.text.selection() == (2, 5)


def test_where_the_passage_comes_from_can_be_looked_up(
    editor: PassageEditor, qtbot: QtBot, passage: Passage
) -> None:
    with qtbot.waitSignal(editor.source_requested) as asked:
        editor.source_button.click()
    assert asked.args == [passage.article_id, passage.start, passage.end]


def test_what_the_source_lacks_is_named(editor: PassageEditor) -> None:
    assert editor.citation.state.text() == "出处　⚠ 待补：报名、日期、版次"


def test_missing_parts_are_filled_in_place(
    editor: PassageEditor, qtbot: QtBot, passage: Passage
) -> None:
    told: list[Citation] = []
    editor.cite_requested.connect(lambda _article, citation: told.append(citation))
    QTest.keyClicks(editor.citation.page, "7")
    QTest.keyClicks(editor.citation.published.line, "2025-11-03")
    assert told[-1] == Citation("工匠精神的时代价值", ("王敏",), "", date(2025, 11, 3), "7")


# --- nothing can change a passage's text ------------------------------------------------------


def press(text: PassageText, key: Qt.Key) -> None:
    QTest.keyClick(text, key)


def press_with_control(text: PassageText, key: Qt.Key) -> None:
    QTest.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)


def write(text: PassageText, words: str) -> None:
    QTest.keyClicks(text, words.encode("ascii", "ignore").decode())


def paste(text: PassageText, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    text.paste()


def drop(text: PassageText, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    event = QDropEvent(
        QPointF(30, 30),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(text.viewport(), event)


def compose(text: PassageText, words: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(text, event)


def undo(text: PassageText, _words: str) -> None:
    text.undo()
    text.redo()
    text.cut()


KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_A)
DEEDS: tuple[Callable[[PassageText, str], None], ...] = (write, paste, drop, compose, undo)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(DEEDS), st.text("ab 甲乙", max_size=4))
        | st.tuples(st.sampled_from((press, press_with_control)), st.sampled_from(KEYS)),
        max_size=6,
    ),
    selection=st.tuples(st.integers(0, 34), st.integers(0, 34)),
)
def test_no_input_changes_a_passage(
    editor: PassageEditor,
    deeds: list[tuple[Callable[[PassageText, object], None], object]],
    selection: tuple[int, int],
    passage: Passage,
) -> None:
    editor.text.select(*sorted(selection))
    before = editor.text.toPlainText()
    for deed, what in deeds:
        deed(editor.text, what)
    assert editor.item.passage.text == passage.text
    assert editor.text.toPlainText() == before


@given(st.text(min_size=1, max_size=30), st.data())
def test_places_on_screen_and_in_the_passage_agree(text: str, data: st.DataObject) -> None:
    passage = Passage("x-1", 0, len(text), text)
    at = data.draw(st.integers(0, len(text)))
    passage = passage.with_operation(Insertion(at, "编𬭸者"))
    view = PassageText()
    view.show_passage(passage)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    view.select(start, end)
    assert view.selection() == (start, end)


@pytest.mark.parametrize("how", ["paste", "cut", "type", "delete", "input method"])
def test_who_tries_to_write_into_a_passage_is_told_how_it_is_done(
    editor: PassageEditor, passage: Passage, how: str
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    match how:
        case "paste":
            QTest.keyClick(editor.text, Qt.Key.Key_V, control)
        case "cut":
            QTest.keyClick(editor.text, Qt.Key.Key_X, control)
        case "type":
            QTest.keyClicks(editor.text, "a")
        case "delete":
            QTest.keyClick(editor.text, Qt.Key.Key_Backspace)
        case _:
            event = QInputMethodEvent("", [])
            event.setCommitString("添字")
            QApplication.sendEvent(editor.text, event)
    assert "原文不能改动" in editor.hint.text()
    assert editor.text.toPlainText() == passage.text


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Shift])
def test_moving_in_a_passage_is_no_writing(editor: PassageEditor, key: Qt.Key) -> None:
    QTest.keyClick(editor.text, key)
    assert "原文不能改动" not in editor.hint.text()
