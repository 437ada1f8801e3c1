"""A question that is emptied and written anew: what is typed stands, and no number moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep
from studydesk.library import codec
from studydesk.ui.fields import TextField

from .conftest import Desk


@pytest.fixture
def naming(arranging: Desk) -> Desk:
    """The packet with an agenda that names its first question."""
    agenda = Agenda((AgendaStep("分组议：思考1", 60),), id="agenda")
    arranging.current.edit("写议程", edits.change(arranging.packet, agenda))
    return arranging


def step(desk: Desk) -> str:
    return desk.packet.agendas[0].steps[0].activity


def emptied(desk: Desk) -> TextField:
    field = desk.form("question").field("text")
    assert isinstance(field, TextField)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    return field


def test_what_is_typed_into_an_emptied_question_stands(naming: Desk) -> None:
    field = emptied(naming)
    assert step(naming) == "分组议：思考1"
    QTest.keyClicks(field, "something else")
    assert field.toPlainText() == naming.packet.questions[0].text == "something else"
    assert step(naming) == "分组议：思考1"


def test_what_an_input_method_writes_into_an_emptied_question_stands(naming: Desk) -> None:
    field = emptied(naming)
    for words in ("另外", "一问？"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(field, event)
    assert field.toPlainText() == naming.packet.questions[0].text == "另外一问？"
    assert step(naming) == "分组议：思考1"


def test_undo_of_a_question_put_in_gives_back_the_same_bytes(naming: Desk) -> None:
    before = codec.dump(naming.packet)
    naming.page.show_item("guide")
    naming.page.insert_item("question")
    field = naming.page.item_panel.editor.field("text")  # type: ignore[union-attr]
    QTest.keyClicks(field, "why")
    assert step(naming) == "分组议：思考2"
    while naming.current.history.undoText() != "写议程":
        naming.undo()
    assert codec.dump(naming.packet) == before


def test_what_names_two_questions_that_go_is_told(arranging: Desk) -> None:
    agenda = Agenda((AgendaStep("议思考题 1，再议思考1", 60),), id="agenda")
    arranging.current.edit("写议程", edits.change(arranging.packet, agenda))
    arranging.page.show_item("question")
    told: list[str] = []
    arranging.page.commands.message.connect(told.append)
    arranging.page.commands.delete()
    assert "2 处提到它的话标作“思考〔已删〕”" in told[0]
    assert step(arranging) == "议思考题 〔已删〕，再议思考〔已删〕"
