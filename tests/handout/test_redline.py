from dataclasses import replace
from datetime import date

import pytest

from studydesk.domain import edits
from studydesk.domain.comparison import Change, Piece
from studydesk.domain.packet import (
    ITEM_KINDS,
    Action,
    Agenda,
    AgendaStep,
    AnswerSpace,
    Guide,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
)
from studydesk.domain.passage import Omission, Passage
from studydesk.domain.signing import sign
from studydesk.domain.vouching import Duty, Kept
from studydesk.handout.redline import Redline, RedlineItem, folded, redline
from studydesk.handout.wording import ITEM_NAMES

PASSAGE = Passage("版-1", 0, 12, "工匠精神是一种时代精神。")
FRIDAY = Packet(
    "周五学习",
    Session("一车间", date(2025, 11, 7), minutes=40),
    (
        SectionHeading("学原文", id="heading"),
        Guide("先读这一段。", id="guide"),
        PassageItem(PASSAGE, id="passage"),
        Question("“时代精神”怎么讲？", id="question", minutes=5),
        Agenda((AgendaStep("领读", 10, "念慢一点"),), id="agenda"),
        Action("我的一件事", id="action"),
    ),
)


def compared(after: Packet) -> Redline:
    return redline(FRIDAY, after, "周一", "现在")


def changed(after: Packet) -> list[RedlineItem]:
    return [item for item in compared(after).items if item.deed]


def shown(item: RedlineItem) -> str:
    """As it would be written by hand: [struck out]{put in}."""
    marks = {Change.SAME: "{}", Change.DELETED: "[{}]", Change.INSERTED: "{{{}}}"}
    return "\n".join(
        "".join(marks[piece.change].format(piece.text) for piece in line) for line in item.lines
    )


def test_a_packet_that_is_as_it_was_has_nothing_to_show() -> None:
    same = compared(FRIDAY)
    assert (same.is_empty, same.summary, same.states) == (True, "两份完全一样", "周一 → 现在")
    assert len(same.items) == len(FRIDAY.items)


def test_what_is_as_it_was_in_a_row_is_one_sentence() -> None:
    first, item, last = folded(compared(edits.change(FRIDAY, Guide("改过", id="guide"))))
    assert (first, last) == ("1 项未改：小标题", "4 项未改：选段、思考题、议程、我的一件事")
    assert isinstance(item, RedlineItem)
    assert item.name == "导读"


def test_changed_words_are_struck_out_and_put_in() -> None:
    (item,) = changed(edits.change(FRIDAY, Guide("先读第二段。", id="guide")))
    assert (item.name, item.deed, shown(item)) == ("导读", "改", "先读[这一]{第二}段。")


def test_an_omission_in_a_passage_is_told_as_it_is_printed() -> None:
    item = PassageItem(PASSAGE.with_operation(Omission(5, 7)), id="passage")
    (told,) = changed(edits.change(FRIDAY, item))
    assert shown(told) == "工匠精神是[一种]{……}时代精神。"


def test_what_came_and_what_went_is_told_whole() -> None:
    after = edits.append(edits.remove(FRIDAY, {"guide"}), Guide("后读。", id="new"))
    gone, came = changed(after)
    assert (gone.deed, shown(gone)) == ("删", "[先读这一段。]")
    assert (came.deed, shown(came)) == ("添", "{后读。}")
    assert compared(after).summary == "添 1 项，删 1 项"


def test_what_was_moved_is_told_with_what_was_changed_in_it() -> None:
    after = edits.move(edits.change(FRIDAY, Guide("再读。", id="guide")), {"guide"}, 6)
    assert [(item.name, item.deed) for item in changed(after)] == [("导读", "移、改")]


def test_facts_of_the_packet_are_compared_first() -> None:
    after = edits.rename(edits.set_session(FRIDAY, replace(FRIDAY.session, minutes=60)), "周三学习")
    first = compared(after).items[0]
    assert (first.name, shown(first)) == (
        "学习包",
        "题名：周[五]{三}学习\n时长：[40]{60} 分钟",
    )


def test_kind_minutes_and_space_of_a_question_are_compared() -> None:
    question = Question(
        "“时代精神”怎么讲？", QuestionKind.ANALYSE, 8, AnswerSpace.NONE, id="question"
    )
    (item,) = changed(edits.change(FRIDAY, question))
    assert shown(item).endswith("[理解，5]{分析，8} 分钟，[横线 4 行]{不留作答处}")


def test_steps_of_an_agenda_are_lines() -> None:
    steps = (AgendaStep("领读", 15, "念慢一点"), AgendaStep("讨论", 25))
    (item,) = changed(edits.change(FRIDAY, Agenda(steps, id="agenda")))
    assert shown(item) == "领读　[10]{15} 分钟（念慢一点）{\n讨论　25 分钟}"


def test_what_was_agreed_is_compared() -> None:
    (item,) = changed(edits.change(FRIDAY, Action("我的一件事", "换刀", "试一台", id="action")))
    assert shown(item) == "我的一件事\n{上次那件事：换刀}\n{会上定下：试一台}"


def test_what_is_as_it_was_is_told_by_its_first_words() -> None:
    long = edits.change(FRIDAY, Guide("读" * 100, id="guide"))
    item = redline(long, long, "", "").items[1]
    assert item == RedlineItem("导读", "", ((Piece("读" * 24 + "……"),),))


@pytest.mark.parametrize("kind", ITEM_KINDS.values())
def test_every_kind_of_item_has_a_name(kind: type) -> None:
    assert ITEM_NAMES[kind]


def test_what_was_signed_or_let_stand_is_a_difference_that_can_be_read() -> None:
    before = Packet("周五学习", items=(Guide("导读", id="g"),))
    kept = edits.keep(before, Kept("P06", "g", "text", "二十四中全会", "王芳"))
    kept = edits.keep(kept, Kept("C05", "p", "citation", "title", "赵敏"))
    kept = edits.keep(kept, Kept("Q01", "p", "passage", "1ef57fd15796", "王芳"))
    signed = sign(kept, Duty.ISSUED, "李强", date(2026, 11, 20))
    facts = redline(before, signed, "旧", "新").items[0]
    told = ["".join(piece.text for piece in line) for line in facts.lines]
    assert told == [
        "签字：签发 李强 2026年11月20日",
        "保留的校对提示：“二十四中全会” 王芳，出处 赵敏，引文 王芳",
    ]
