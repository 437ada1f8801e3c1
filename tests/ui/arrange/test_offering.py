"""The panel of offers: quiet, reachable by keys, adding only what a person takes."""

import inspect
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import (
    AnswerSpace,
    Item,
    PassageItem,
    Question,
    QuestionKind,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.proof import asking
from studydesk.study.suggestions import suggest
from studydesk.ui.arrange.offering import BANK, QUESTIONS
from studydesk.ui.arrange.term_tools import TERMS
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.words.question_words import _REASONS, STALE_POINTS

from .conftest import RICH, Desk


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


def test_where_there_are_several_passages_a_question_says_in_which_one_to_look(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    assert "选段第" in panel.detail.text()
    other = PassageItem(Passage("a-1", 0, 6, "先有一段别的"), id="other")
    arranging.current.edit("加入选段", edits.insert(arranging.packet, 0, other))
    arranging.page.outline.select(["rich"])
    qtbot.waitUntil(lambda: "选段二第" in panel.detail.text())
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    (question,) = arranging.packet.questions
    assert "选段二第" in question.expected
    assert "选段二" in question.text
    moved = edits.move(arranging.packet, ["other"], len(arranging.packet.items))
    assert "选段一第" in moved.questions[0].expected
    assert "选段一" in moved.questions[0].text


def test_what_was_added_is_undone_in_one_step(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    arranging.undo()
    assert arranging.order() == ["rich"]


def test_a_question_that_is_taken_is_in_sight_however_many_stand_before_it(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    outline, many = arranging.page.outline, (Question(f"第 {n} 问？") for n in range(60))
    arranging.current.edit("出题", edits.append(arranging.packet, *many))
    outline.select(["rich"])
    qtbot.waitUntil(lambda: panel.list.count() > 0 and not arranging.page.offering.busy)
    before = {item.id for item in arranging.packet.items}
    panel.take(0)
    (added,) = (item.id for item in arranging.packet.items if item.id not in before)
    line = outline.visualRect(outline._model.index_of(added))
    assert outline.viewport().rect().contains(line)
    assert outline.current_id() == "rich"


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


def test_what_is_taken_twice_at_once_is_added_once(arranging: Desk, panel: OfferPanel) -> None:
    panel.take(0)
    panel.take(0)
    words = [question.text for question in arranging.packet.questions]
    assert len(words) == len(set(words)) == 2


def test_a_blank_question_that_was_taken_back_is_not_written_into(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    blank = Question("", id="blank")
    arranging.current.edit("加思考题", edits.insert(arranging.packet, 1, blank))
    arranging.page.outline.select(["blank"])
    arranging.page.offering.open_questions()
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    arranging.undo()
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.take(0)
    (question,) = arranging.packet.questions
    assert question.id != "blank"
    assert question.text


def test_a_passage_without_structure_says_so(arranging: Desk, qtbot: QtBot) -> None:
    item = PassageItem(Passage("a-1", 0, 5, "今天有雨。"), id="poor")
    packet = arranging.packet
    arranging.current.edit("添加选段", replace(packet, items=(item,)))
    arranging.page.outline.select(["poor"])
    arranging.page.offering.open_questions()
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: "自己拟" in panel.detail.text())
    assert not panel.list.isVisible()


def test_where_nothing_is_suggested_the_same_key_leads_to_the_bank(
    arranging: Desk, qtbot: QtBot
) -> None:
    item = PassageItem(Passage("a-1", 0, 5, "今天有雨。"), id="poor")
    arranging.current.edit("添加选段", replace(arranging.packet, items=(item,)))
    arranging.page.outline.select(["poor"])
    offering = arranging.page.offering
    offering.open_questions()
    qtbot.waitUntil(lambda: "再按一次" in offering.panel.detail.text())
    offering.open_questions()
    qtbot.waitUntil(lambda: offering.panel.list.count() > 0)
    assert offering.panel.group == BANK
    assert offering.panel.list.hasFocus()


def test_where_all_that_was_suggested_is_in_nothing_is_said_of_no_suggestions(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    for _ in range(40):
        panel.take(0)
        qtbot.waitUntil(lambda: not arranging.page.offering.busy)
    assert panel.list.count() == 0
    assert panel.detail.text().startswith("没有更多现成的问法了，")


def test_where_none_was_ever_suggested_no_more_is_not_said(arranging: Desk, qtbot: QtBot) -> None:
    poor = PassageItem(Passage("a-1", 0, 5, "今天有雨。"), id="poor")
    items = (poor, Question("带伞了吗？"), Question("", id="blank"))
    arranging.current.edit("提问", replace(arranging.packet, items=items))
    arranging.page.outline.select(["blank"])
    arranging.page.offering.open_questions()
    detail = arranging.page.offering.panel.detail
    qtbot.waitUntil(lambda: detail.text().startswith("这一段没有现成的问法"))


def test_where_what_was_suggested_is_asked_elsewhere_no_lack_of_it_is_told(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    asked = [Question(one.question.text) for one in suggest(RICH)]
    poor = PassageItem(Passage("a-1", 0, 5, "今天有雨。"), id="poor")
    while more := suggest(RICH, [one.text for one in asked]):
        asked.extend(Question(one.question.text) for one in more)
    items: tuple[Item, ...] = (PassageItem(RICH, id="rich"), poor, *asked)
    arranging.current.edit("提问", replace(arranging.packet, items=items))
    arranging.page.outline.select(["rich"])
    qtbot.waitUntil(lambda: panel.detail.text().startswith("没有更多现成的问法了，"))


def test_escape_goes_back_to_the_outline_and_folds_what_was_open(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert arranging.page.outline.hasFocus()
    assert not panel.group
    panel.buttons[BANK].click()
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert not panel.group
    assert arranging.page.outline.hasFocus()


def test_a_question_written_anew_is_told_to_have_its_old_points(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    panel.take(0)
    (question,) = arranging.packet.questions
    told: list[object] = []
    arranging.page.offering.hinted.connect(told.append)

    def rewrite(text: str = "", expected: str = "") -> bool:
        old = arranging.packet.questions[0]
        now = replace(old, text=text or old.text, expected=expected or old.expected)
        arranging.current.edit("改题", edits.change(arranging.packet, now))
        told.clear()
        qtbot.waitUntil(lambda: bool(told) and not arranging.page.offering.busy)
        return STALE_POINTS in cast("Sequence[str]", told[-1])

    arranging.page.outline.select([question.id])
    qtbot.waitUntil(lambda: bool(told) and not arranging.page.offering.busy)
    assert not rewrite(text=question.text.replace("。", "！"))
    assert rewrite(text="文中的品质，我们车间哪件活最看得出来？")
    assert not rewrite(expected="说一件活，看得见就行。")
    assert rewrite(text="新来的徒弟听到这一段，最想问哪一句？")
    assert not rewrite(text="文中的品质，我们车间哪件活最看得出来？")


def test_elsewhere_the_key_says_what_to_do(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.outline.select(["agenda"])
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.offering.open_questions()
    assert "选段" in told.args[0]


def test_from_a_question_the_key_goes_to_the_passage_that_it_asks_about(
    arranging: Desk, qtbot: QtBot
) -> None:
    items = tuple(
        PassageItem(RICH, id="passage") if item.id == "passage" else item
        for item in arranging.packet.items
    )
    arranging.current.edit("换选段", replace(arranging.packet, items=items))
    arranging.page.outline.select(["question"])
    arranging.page.offering.open_questions()
    panel = arranging.page.offering.panel
    assert arranging.page.outline.current_id() == "passage"
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    assert panel.list.hasFocus()


def test_a_suggestion_fills_the_question_that_was_left_blank(arranging: Desk, qtbot: QtBot) -> None:
    items = (PassageItem(RICH, id="rich"), Question("", id="blank"))
    arranging.current.edit("提问", replace(arranging.packet, items=items))
    arranging.page.outline.select(["blank"])
    panel = arranging.page.offering.panel
    panel.buttons[QUESTIONS].click()
    assert arranging.page.outline.current_id() == "blank"
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.take(0)
    assert [question.id for question in arranging.packet.questions] == ["blank"]
    assert arranging.packet.questions[0].text
    assert panel.buttons[QUESTIONS].isHidden()
    assert arranging.page.outline.hasFocus()
    arranging.undo()
    assert not panel.buttons[QUESTIONS].isHidden()


def ask_blank(desk: Desk, blank: Question) -> OfferPanel:
    """A question behind a passage that offers much is the current item."""
    items = (PassageItem(RICH, id="rich"), blank)
    desk.current.edit("提问", replace(desk.packet, items=items))
    desk.page.outline.select([blank.id])
    return desk.page.offering.panel


@pytest.mark.parametrize("written", [own.name for own in Question.OWN])
def test_a_question_of_which_anything_is_written_is_not_blank(
    arranging: Desk, written: str
) -> None:
    fields: dict[str, Any] = {"text": "", written: "我写的"}
    panel = ask_blank(arranging, Question(**fields))
    assert panel.buttons[QUESTIONS].isHidden()
    assert not panel.buttons[BANK].isHidden()


def test_what_was_chosen_for_a_blank_question_stays(arranging: Desk, qtbot: QtBot) -> None:
    blank = Question("", QuestionKind.REFLECT, 14, AnswerSpace.BOX, 9, id="blank")
    panel = ask_blank(arranging, blank)
    panel.buttons[QUESTIONS].click()
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.take(0)
    (question,) = arranging.packet.questions
    assert replace(question, text="", intent="", expected="", follow_ups="") == blank
    assert question.text
    assert question.intent


def test_what_was_left_open_for_a_blank_question_is_as_suggested(
    arranging: Desk, qtbot: QtBot
) -> None:
    panel = ask_blank(arranging, Question("", lines=9, id="blank"))
    panel.buttons[QUESTIONS].click()
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.take(0)
    (question,) = arranging.packet.questions
    assert question.minutes
    assert question.lines == 9


def test_what_stood_in_another_group_can_be_taken_no_more(arranging: Desk, qtbot: QtBot) -> None:
    panel = ask_blank(arranging, Question("", id="blank"))
    panel.buttons[QUESTIONS].click()
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    before = arranging.packet
    for group in (BANK, QUESTIONS):
        panel.buttons[group].click()
        panel.take(0)
        assert arranging.packet == before
        qtbot.waitUntil(lambda: panel.list.count() > 0)


def test_a_question_of_the_bank_stands_beside_a_blank_one(arranging: Desk, qtbot: QtBot) -> None:
    panel = ask_blank(arranging, Question("", id="blank"))
    panel.open(BANK)
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    panel.take(0)
    blank, added = arranging.packet.questions
    assert blank == Question("", id="blank")
    assert added.text


def test_a_question_before_all_passages_has_none_to_look_at(arranging: Desk, qtbot: QtBot) -> None:
    items = (Question("问", id="first"), *arranging.packet.items)
    arranging.current.edit("提问", replace(arranging.packet, items=items))
    arranging.page.outline.select(["first"])
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.offering.open_questions()
    assert "选段" in told.args[0]


def test_no_question_is_ever_added_by_itself(arranging: Desk, panel: OfferPanel) -> None:
    assert not [item for item in arranging.packet.items if isinstance(item, Question)]


def test_a_question_that_a_nod_answers_gets_a_reason_and_a_better_one(
    arranging: Desk, qtbot: QtBot
) -> None:
    arranging.page.outline.select(["question"])
    qtbot.waitUntil(lambda: not arranging.page.offering.busy)
    question = replace(arranging.packet.questions[0], text="文中的品质，我们有吗？")
    arranging.page.item_panel.edited.emit(question, "text")
    advice = arranging.form("question").advice
    assert advice is not None
    qtbot.waitUntil(lambda: "可以这样问：" in advice.said)
    assert advice.fold.isVisible()
    assert arranging.item("question") == question


def test_a_question_has_no_buttons_of_the_terms_that_were_open_at_a_passage(
    panel: OfferPanel, arranging: Desk
) -> None:
    panel.buttons[TERMS].click()
    terms = arranging.page.offering.terms
    assert terms.pin_button.isVisible()
    question = Question("为什么？", id="asked")
    arranging.current.edit("加", edits.append(arranging.packet, question))
    arranging.page.outline.select(["asked"])
    assert not terms.pin_button.isVisible()
    arranging.page.outline.select(["rich"])
    assert terms.pin_button.isVisible()


def test_who_pins_before_terms_are_listed_is_told_what_is_waited_for(
    panel: OfferPanel, arranging: Desk, qtbot: QtBot
) -> None:
    panel.buttons[TERMS].click()
    panel.show_offers((), "正在看这一段……")
    with qtbot.waitSignal(arranging.page.message) as told:
        arranging.page.offering.terms.pin_button.click()
    assert told.args == ["正在看这一段……"]


def test_hints_go_with_the_question(arranging: Desk, qtbot: QtBot) -> None:
    question = replace(arranging.packet.questions[0], text="谈谈你的体会。")
    arranging.page.outline.select(["question"])
    arranging.page.item_panel.edited.emit(question, "text")
    advice = arranging.form("question").advice
    assert advice is not None
    qtbot.waitUntil(lambda: "口号" in advice.said)
    arranging.page.outline.select(["passage"])
    arranging.page.outline.select(["question"])
    assert not advice.fold.isVisible()


def test_every_hint_has_a_reason() -> None:
    source = inspect.getsource(asking)
    assert set(re.findall(r'Hint\("([a-z-]+)"', source)) == set(_REASONS)


def open_bank(desk: Desk, item_id: str, qtbot: QtBot) -> OfferPanel:
    desk.page.outline.select([item_id])
    panel = desk.page.offering.panel
    panel.open(BANK)
    qtbot.waitUntil(lambda: panel.list.count() >= 30)
    return panel


def test_the_bank_is_searched_and_a_question_taken_from_it(arranging: Desk, qtbot: QtBot) -> None:
    panel = open_bank(arranging, "passage", qtbot)
    panel.search.setText("徒弟")
    panel.search.edited.emit("徒弟")
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    panel.take(0)
    assert any("师傅教会徒弟" in question.text for question in arranging.packet.questions)


def test_a_question_is_kept_with_its_tags_used_again_and_says_when(
    arranging: Desk, qtbot: QtBot
) -> None:
    arranging.page.outline.select(["question"])
    bank = arranging.page.offering.bank
    bank.tags.setText("设备，手艺")
    with qtbot.waitSignal(bank.changed):
        QTest.keyClick(bank.tags, Qt.Key.Key_Return)
    (kept,) = arranging.library.banked()
    assert kept.tags == ("手艺", "设备")
    panel = open_bank(arranging, "passage", qtbot)
    with qtbot.waitSignal(bank.changed):
        panel.take(0)
    qtbot.waitUntil(lambda: "用过：2026-11-27 周五班组学习" in panel.detail.text())


def test_own_questions_leave_the_bank_and_templates_stay(arranging: Desk, qtbot: QtBot) -> None:
    arranging.library.keep_question(Question("自己的一题？"))
    panel = open_bank(arranging, "passage", qtbot)
    qtbot.waitUntil(lambda: panel.list.count() == 31)
    with qtbot.waitSignal(arranging.page.offering.bank.changed):
        _remove(arranging)
    qtbot.waitUntil(lambda: panel.list.count() == 30)
    with qtbot.waitSignal(arranging.page.message) as told:
        _remove(arranging)
    assert "模板" in told.args[0]


def _remove(arranging: Desk) -> None:
    lines = {line.text(): line for line in arranging.page.offering.bank.more.menu().actions()}
    lines["移出题库"].trigger()


def test_terms_of_the_passage_are_offered_with_where_they_come_from(
    arranging: Desk, qtbot: QtBot
) -> None:
    arranging.page.outline.select(["passage"])
    panel = arranging.page.offering.panel
    panel.open(TERMS)
    qtbot.waitUntil(lambda: panel.list.count() > 0, timeout=20_000)
    panel.take(0)
    terms = [item for item in arranging.packet.items if isinstance(item, Term)]
    assert terms[0].term == "工匠精神"
    assert terms[0].definition.startswith("工匠精神是")
    assert "王敏" in terms[0].origin


def test_a_related_paragraph_is_added_behind_what_belongs_to_the_passage(
    arranging: Desk, qtbot: QtBot
) -> None:
    raw = f"别处的说法\n报上也说过：{arranging.packet.passages[0].text}"
    title, body = raw.split("\n")
    source = Source("别页.txt", raw)
    blocks = (
        Block(BlockKind.TITLE, title, (Span(0, len(title)),)),
        Block(BlockKind.PARAGRAPH, body, (Span(len(title) + 1, len(raw)),)),
    )
    arranging.library.add(source, Recovery((Article(f"{source.id}-1", source.id, blocks),)))
    before = arranging.order()
    arranging.page.outline.select(["passage"])
    arranging.page.offering.open_related()
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    with qtbot.waitSignal(arranging.page.source_requested) as shown:
        qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert shown.args[0] == f"{source.id}-1"
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    order = arranging.order()
    added = next(i for i in arranging.packet.items if i.id not in before)
    assert isinstance(added, PassageItem)
    assert added.passage.text == body
    assert order[order.index("question") + 1] == added.id
    qtbot.waitUntil(lambda: "没有" in panel.detail.text())


def test_a_term_is_hidden_pinned_and_listed(arranging: Desk, qtbot: QtBot) -> None:
    arranging.page.outline.select(["passage"])
    offering = arranging.page.offering
    panel = offering.panel
    panel.open(TERMS)
    qtbot.waitUntil(lambda: panel.list.count() > 0 and not offering.busy)
    assert panel.current is not None
    first = panel.current.item
    assert isinstance(first, Term)
    offering.terms.hide_button.click()
    qtbot.waitUntil(lambda: first.term not in _terms_of(panel))
    sheet = offering.terms.open_lists()
    assert sheet.hidden.toPlainText() == first.term
    qtbot.waitUntil(lambda: "新词" in sheet.about.text() and "正在" not in sheet.about.text())
    sheet.hidden.setPlainText("")
    sheet.pinned.setPlainText(f"{first.term}\n岗位\n")
    sheet.buttons.accepted.emit()
    qtbot.waitUntil(lambda: {first.term, "岗位"} & set(_terms_of(panel)) == {first.term})
    assert panel.list.item(0).text().startswith("置顶")


def _terms_of(panel: OfferPanel) -> list[str]:
    return [offer.item.term for offer in panel._offers if isinstance(offer.item, Term)]
