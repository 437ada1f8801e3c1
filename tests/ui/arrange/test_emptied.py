"""A question that is written anew from nothing is named by what named it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep
from studydesk.library import codec
from studydesk.ui.fields import TextField

from .conftest import Desk


@pytest.fixture
def naming(arranging: Desk) -> Desk:
    """The packet with an agenda that names its first question and the next one to come."""
    agenda = Agenda((AgendaStep("分组议：思考1", 60),), id="agenda")
    arranging.current.edit("写议程", edits.change(arranging.packet, agenda))
    return arranging


def step(desk: Desk) -> str:
    return desk.packet.agendas[0].steps[0].activity


def test_a_question_cleared_and_written_again_is_named_again(naming: Desk) -> None:
    field = naming.form("question").field("text")
    assert isinstance(field, TextField)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert step(naming) == "分组议：思考〔已删〕"
    QTest.keyClicks(field, "which")
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
