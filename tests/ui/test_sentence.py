"""Sentences that wrap: a last line is never a character or two."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studydesk.ui.sentence import Sentence

WORDS = "把报纸版面拖进来，或者从“文件”里导入；也可以先看看样例学习包是怎么编出来的。"


def last_line(label: QLabel, width: int) -> str:
    """What stands on the last line of a label that is so wide."""
    layout = QTextLayout(QLabel.text(label), label.font())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        last = line.textStart()
    layout.endLayout()
    return layout.text()[last:].replace("\u2060", "")


@pytest.mark.parametrize("width", range(100, 400, 7))
def test_the_last_line_of_a_sentence_has_some_words(qtbot: QtBot, width: int) -> None:
    label = Sentence(WORDS)
    qtbot.addWidget(label)
    assert len(last_line(label, width)) > 3


def test_a_sentence_is_asked_for_as_it_was_said(qtbot: QtBot) -> None:
    label = Sentence("第一行。\n第二行在这里。", "muted")
    qtbot.addWidget(label)
    assert label.text() == "第一行。\n第二行在这里。"
    label.clear()
    assert (label.text(), QLabel.text(label)) == ("", "")


@pytest.mark.parametrize(("name", "heard"), [("", (WORDS, "")), ("提示", ("提示", WORDS))])
def test_a_screen_reader_is_told_the_words_alone(
    qtbot: QtBot, name: str, heard: tuple[str, str]
) -> None:
    label = Sentence()
    qtbot.addWidget(label)
    label.setAccessibleName(name)
    label.setText(WORDS)
    spoken = QAccessible.queryAccessibleInterface(label)
    assert (spoken.text(QAccessible.Text.Name), spoken.text(QAccessible.Text.Description)) == heard


def test_words_in_angle_brackets_are_words(qtbot: QtBot) -> None:
    label = Sentence("文件叫 <b>终稿</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
