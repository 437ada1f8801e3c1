"""What is said below a question moves nothing and can be read to its end."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.arrange.editors.advice import Advice
from studydesk.ui.arrange.editors.base import FormEditor

from .conftest import Desk

LONG = "没有落到选段的哪句话上，换哪篇文章都能问。" * 3


@pytest.fixture
def form(arranging: Desk, qtbot: QtBot) -> FormEditor:
    """The editor of a question of which nothing is said yet, with all in its place."""
    form = arranging.form("question")
    qtbot.waitUntil(lambda: not arranging.page.offering.busy)
    advice_of(form).tell(())
    qtbot.waitUntil(lambda: form.field("kind").y() > form.field("text").y())
    return form


def advice_of(form: FormEditor) -> Advice:
    assert form.advice is not None
    return form.advice


def settle(form: FormEditor) -> None:
    layout = form.layout()
    assert layout is not None
    layout.activate()


@pytest.mark.parametrize("hints", [(LONG,), (LONG, LONG), ()])
def test_what_is_said_moves_no_field(form: FormEditor, hints: tuple[str, ...]) -> None:
    def places() -> list[int]:
        settle(form)
        return [field.y() for field in form.findChildren(QWidget) if field.parent() is form]

    before = places()
    advice_of(form).tell(hints)
    assert places() == before


def test_it_stands_below_the_words_of_the_question(form: FormEditor) -> None:
    advice = advice_of(form)
    advice.tell([LONG])
    settle(form)
    assert form.field("text").y() < advice.y() < form.field("kind").y()
    assert advice.fold.text().startswith("没有落到选段的哪句话上")
    assert advice.fold.text().endswith("… 全文 ▾")
    assert advice.fold.toolTip() == f"· {LONG}"


def test_a_press_shows_all_of_it_however_high_the_form_is(form: FormEditor) -> None:
    advice = advice_of(form)
    advice.tell([LONG])
    assert not advice.lines.isVisible()
    advice.fold.click()
    for more in (1, 2):
        layout = form.layout()
        assert layout is not None
        layout.setGeometry(layout.geometry().adjusted(0, 0, 0, more))
        assert advice.lines.height() >= advice.lines.heightForWidth(advice.lines.width())
    assert LONG in advice.lines.text()


def test_what_was_opened_is_closed_when_nothing_is_left_to_say(form: FormEditor) -> None:
    advice = advice_of(form)
    advice.tell([LONG])
    advice.fold.click()
    advice.tell(())
    advice.tell([LONG])
    assert not advice.lines.isVisible()
