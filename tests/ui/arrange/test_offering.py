"""The panel of offers: quiet, reachable by keys, adding only what a person takes."""

import inspect
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.proof import asking
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.question_words import _REASONS

from .conftest import Desk

TEXT = (
    "其一，技术迭代加速与技能更新滞后的矛盾。许多工人的技能仍停留在传统机械操作层面，部分岗位出现技能断层现象。"
    "其二，产教融合不足与技能供需错位的矛盾。中小企业先进设备匮乏，难以支撑实操训练。"
)


@pytest.fixture
def panel(arranging: Desk, qtbot: QtBot) -> OfferPanel:
    """The panel beside a passage that offers much, its questions asked for."""
    item = PassageItem(Passage("a-1", 0, len(TEXT), TEXT), id="rich")
    packet = arranging.packet
    arranging.current.edit("添加选段", replace(packet, items=(item,)))
    arranging.page.outline.select(["rich"])
    arranging.page.offering.open_questions()
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: panel.list.count() > 2)
    return panel


def test_nothing_is_worked_out_before_it_is_asked_for(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.outline.select(["passage"])
    panel = arranging.page.offering.panel
    assert panel.isVisible()
    assert panel.group == ""
    assert panel.list.count() == 0


def test_other_items_have_no_offers(arranging: Desk) -> None:
    arranging.page.outline.select(["agenda"])
    assert not arranging.page.offering.panel.isVisible()


def test_enter_adds_the_question_with_all_its_fields(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    wanted = panel.list.currentItem().text()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    (question,) = arranging.packet.questions
    assert wanted.endswith(question.text)
    assert question.intent
    assert question.expected
    assert question.follow_ups
    assert question.minutes


def test_what_was_added_is_undone_in_one_step(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    arranging.undo()
    assert arranging.order() == ["rich"]


def test_a_question_is_not_offered_again_once_it_is_in(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    first = panel.list.item(0).text()
    panel.take(0)
    qtbot.waitUntil(lambda: panel.list.count() > 0 and panel.list.item(0).text() != first)
    assert arranging.page.outline.current_id() == "rich"
    assert first not in [panel.list.item(row).text() for row in range(panel.list.count())]


def test_two_that_were_taken_stand_in_the_order_of_their_kinds(
    arranging: Desk, panel: OfferPanel
) -> None:
    offers = list(range(panel.list.count()))
    for row in reversed(offers):
        panel.take(row)
    kinds = [list(type(q.kind)).index(q.kind) for q in arranging.packet.questions]
    assert kinds == sorted(kinds)


def test_a_passage_without_structure_says_so(arranging: Desk, qtbot: QtBot) -> None:
    item = PassageItem(Passage("a-1", 0, 5, "今天有雨。"), id="poor")
    packet = arranging.packet
    arranging.current.edit("添加选段", replace(packet, items=(item,)))
    arranging.page.outline.select(["poor"])
    arranging.page.offering.open_questions()
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: "自己拟" in panel.detail.text())
    assert not panel.list.isVisible()


def test_escape_goes_back_to_the_outline(arranging: Desk, panel: OfferPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert arranging.page.outline.hasFocus()


def test_elsewhere_the_key_says_what_to_do(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.outline.select(["agenda"])
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.offering.open_questions()
    assert "选段" in told.args[0]


def test_no_question_is_ever_added_by_itself(arranging: Desk, panel: OfferPanel) -> None:
    assert not [item for item in arranging.packet.items if isinstance(item, Question)]


def test_a_question_that_a_nod_answers_gets_a_reason_and_a_better_one(
    arranging: Desk, qtbot: QtBot
) -> None:
    arranging.page.outline.select(["question"])
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: not arranging.page.offering.busy)
    question = replace(arranging.item("question"), text="文中的品质，我们有吗？")
    arranging.page.item_panel.edited.emit(question, "text")
    qtbot.waitUntil(lambda: "可改问" in panel.hints.text())
    assert panel.hints.isVisible()
    assert arranging.item("question") == question


def test_hints_go_with_the_question(arranging: Desk, qtbot: QtBot) -> None:
    question = replace(arranging.item("question"), text="谈谈你的体会。")
    arranging.page.outline.select(["question"])
    arranging.page.item_panel.edited.emit(question, "text")
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: "口号" in panel.hints.text())
    arranging.page.outline.select(["passage"])
    assert not panel.hints.isVisible()


def test_every_hint_has_a_reason() -> None:
    source = inspect.getsource(asking)
    assert set(re.findall(r'Hint\("([a-z-]+)"', source)) == set(_REASONS)
