from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    FacilitatorNote,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    Session,
)
from studydesk.domain.passage import Blank, Passage
from studydesk.export.writers import WRITERS
from studydesk.handout.compose import compose
from studydesk.handout.model import AnswerBox, AnswerLines, Edition, HandoutDocument, Paragraph
from studydesk.handout.presets import find_preset

PRESET = find_preset("公文式讲义")
OTHERS = [edition for edition in Edition if edition is not Edition.FACILITATOR]
CANARIES = ["机密意图", "机密答案", "机密追问", "机密议程", "机密提示"]


@pytest.fixture
def secretive(packet: Packet) -> Packet:
    intent, expected, follow_ups, note, hint = CANARIES
    question = Question("问？", intent=intent, expected=expected, follow_ups=follow_ups)
    agenda = Agenda((AgendaStep("讨论", 60, note),))
    return edits.append(packet, question, agenda, FacilitatorNote(hint))


def document(packet: Packet, edition: Edition) -> HandoutDocument:
    return compose(packet, edition, PRESET)


def test_the_canaries_are_all_the_facilitators_own_fields(secretive: Packet) -> None:
    texts = "\n".join(document(secretive, Edition.FACILITATOR).texts())
    assert [canary for canary in CANARIES if canary in texts] == CANARIES


@pytest.mark.parametrize("edition", OTHERS)
def test_nothing_of_the_facilitators_is_in_another_edition(
    secretive: Packet, edition: Edition
) -> None:
    composed = repr(document(secretive, edition))
    assert not [canary for canary in CANARIES if canary in composed]


@pytest.mark.parametrize("edition", OTHERS)
def test_nothing_of_it_is_in_another_editions_file(secretive: Packet, edition: Edition) -> None:
    written = ZipFile(BytesIO(WRITERS["docx"](document(secretive, edition))))
    content = b"".join(map(written.read, written.namelist())).decode("utf-8")
    assert not [canary for canary in CANARIES if canary in content]


def test_the_facilitator_reads_everything_the_participants_read(packet: Packet) -> None:
    theirs = list(document(packet, Edition.PARTICIPANT).texts())[1:]
    own = iter(document(packet, Edition.FACILITATOR).texts())
    assert all(text in own for text in theirs)


def test_the_facilitators_agenda_runs_by_the_clock(packet: Packet) -> None:
    texts = list(document(packet, Edition.FACILITATOR).texts())
    at = texts.index("时段")
    assert texts[at : at + 4] == ["时段", "环节", "分钟", "主持要点"]
    assert texts[at + 4 : at + 11] == ["0—10", "领读", "10", "念慢一点", "10—60", "讨论", "50"]


def test_the_facilitator_is_told_how_long_reading_takes(packet: Packet) -> None:
    texts = list(document(packet, Edition.FACILITATOR).texts())
    assert "【领读】24字，朗读不到1分钟。" in texts
    assert texts[3] == (
        "【主持人】本场共60分钟。选段1段，共24字，朗读不到1分钟。"
        "思考题2道，其中1道没有定时间，其余各题所列时间合计6分钟。"
    )


def test_the_facilitator_alone_is_told_what_blanks_stand_for() -> None:
    passage = Passage("a", 0, 10, "设备好，更要技能好。", operations=(Blank(6, 8), Blank(0, 2)))
    packet = Packet("题", items=(PassageItem(passage),))
    assert "【填空】（1）设备　（2）技能" in document(packet, Edition.FACILITATOR).texts()
    for edition in OTHERS:
        assert "设备" not in "".join(document(packet, edition).texts())


def test_notes_on_a_question_stand_under_it(packet: Packet) -> None:
    texts = list(document(packet, Edition.FACILITATOR).texts())
    at = texts.index("1.【理解】文中指的是什么？")
    assert texts[at + 1 : at + 4] == [
        "【6分钟　意图】先读准",
        "【参考要点】设备与技能",
        "【追问】哪一句？",
    ]


def test_minutes_are_told_without_an_intent_too() -> None:
    packet = Packet("题", Session(), (Question("问什么？", minutes=5),))
    assert "【时间】5分钟。" in document(packet, Edition.FACILITATOR).texts()


def test_answers_are_not_written_into_the_facilitators_copy(packet: Packet) -> None:
    blocks = document(packet, Edition.FACILITATOR).blocks
    assert not [block for block in blocks if isinstance(block, AnswerLines | AnswerBox)]


def test_every_page_of_it_says_whose_copy_it_is(packet: Packet) -> None:
    assert document(packet, Edition.FACILITATOR).footer == "主持人版"
    assert document(packet, Edition.PARTICIPANT).footer == ""


def test_phrases_are_at_hand_when_there_is_a_discussion(packet: Packet) -> None:
    texts = list(document(packet, Edition.FACILITATOR).texts())
    assert any(text.startswith("冷场：") for text in texts)
    assert any(text.startswith("一言堂：") for text in texts)


def test_without_questions_there_is_no_last_page() -> None:
    packet = Packet("题", Session())
    assert list(document(packet, Edition.FACILITATOR).texts())[-1].startswith("【主持人】本场")


def test_when_late_reflection_goes_first_and_action_never(packet: Packet) -> None:
    kinds = ["CONNECT", "ANALYSE", "CONNECT", "ACT", "REFLECT"]
    questions = tuple(Question("问？", QuestionKind[kind], minutes=4) for kind in kinds)
    *_, order, first, second, third = document(
        replace(packet, items=questions), Edition.FACILITATOR
    ).texts()
    assert order == "按下列次序略去，时间够用即止（议定事项和学习记录不能略）："
    assert (first, second, third) == (
        "1. 第5题（反思），省4分钟。",
        "2. 第2题（分析），省4分钟，共省8分钟。",
        "3. 第3题（联系实际），省4分钟，共省12分钟。",
    )


def test_when_late_nothing_is_told_that_is_not_in_the_packet() -> None:
    def told(*items: Item) -> str:
        return "\n".join(document(Packet("题", items=items), Edition.FACILITATOR).texts())

    asked, thought_over = Question("问？"), Question("想？", QuestionKind.REFLECT)
    assert "时间不够时" not in told(asked)
    assert told(asked, thought_over).endswith("\n先略去：\n第2题（反思）。")
    assert told(asked, Question("做？", QuestionKind.ACT)).endswith("学习记录不能略。")


def test_a_question_without_minutes_saves_none(packet: Packet) -> None:
    questions = (Question("问？", QuestionKind.REFLECT), Question("谁做？", QuestionKind.ACT))
    texts = list(document(replace(packet, items=questions), Edition.FACILITATOR).texts())
    assert texts[-1] == "第1题（反思）。"


def test_the_notes_on_a_question_stay_with_it(packet: Packet) -> None:
    question = Question("问？", intent="一", expected="二\n三", follow_ups="四")
    blocks = document(edits.append(packet, question), Edition.FACILITATOR).blocks
    kept = [
        block.keep_with_next
        for block in blocks
        if isinstance(block, Paragraph) and block.item_id == question.id
    ]
    assert kept[-5:] == [True, True, True, True, False]


def test_of_many_notes_the_last_may_go_on_to_the_next_page(packet: Packet) -> None:
    question = Question("问？", expected="点\n" * 60)
    blocks = document(edits.append(packet, question), Edition.FACILITATOR).blocks
    notes = [block for block in blocks if block.item_id == question.id]
    assert sum(isinstance(note, Paragraph) and note.keep_with_next for note in notes) == 6


def test_neither_the_first_nor_the_last_line_of_a_note_stands_alone(packet: Packet) -> None:
    note = FacilitatorNote("开场。\n领读。\n讨论。\n收尾。")
    blocks = document(edits.append(packet, note), Edition.FACILITATOR).blocks
    lines = [one for one in blocks if isinstance(one, Paragraph) and one.item_id == note.id]
    assert [line.keep_with_next for line in lines] == [True, False, True, False]


def test_a_note_stands_across_the_page_where_what_it_follows_does(packet: Packet) -> None:
    columns = find_preset("两栏资料")
    items = (FacilitatorNote("开场。"), Question("问？"), FacilitatorNote("收尾。"))
    blocks = compose(replace(packet, items=items), Edition.FACILITATOR, columns).blocks
    notes = [
        block for block in blocks if isinstance(block, Paragraph) and "【主持人】" in block.text
    ]
    assert [(note.text[5:], note.spans) for note in notes[-2:]] == [
        ("开场。", True),
        ("收尾。", False),
    ]
    assert notes[0].spans


def test_what_was_agreed_stands_across_the_page_below_its_table(packet: Packet) -> None:
    items = (Action("教会一个人", agreed="师傅带徒弟。"),)
    blocks = compose(
        replace(packet, items=items), Edition.FACILITATOR, find_preset("两栏资料")
    ).blocks
    (told,) = [block for block in blocks if "师傅带徒弟" in getattr(block, "text", "")]
    assert isinstance(told, Paragraph)
    assert told.spans
