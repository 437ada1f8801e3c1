"""What names a question by its number goes on to name it, whatever becomes of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.naming import pointing_nowhere
from studydesk.domain.own_plan import laid_round, plan_of
from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Guide,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
)
from studydesk.domain.passage import Passage
from studydesk.domain.question_names import doubtful, names

FIVE = "甲乙丙丁戊"


def asked(name: str) -> Question:
    return Question(f"{name}是哪一句？", id=name)


def packet(*texts: str) -> Packet:
    """An agenda that says these texts, and five questions behind it."""
    agenda = Agenda(tuple(AgendaStep(text, 5) for text in texts), id="agenda")
    return Packet("课", items=(agenda, *map(asked, FIVE)))


def said(packet: Packet) -> str:
    return "|".join(step.activity for step in packet.agendas[0].steps)


FOLLOWED = """
理解：思考1>理解：思考2
思考 1>思考 2
思考题1>思考题2
思考题 1、2>思考题 2、3
自己写，分组议：思考2至4>自己写，分组议：思考3至5
思考 2 至 4>思考 3 至 5
思考2—4，思考2-4>思考3—5，思考3-5
思考1至3和5>思考2至4和6
思考1至思考3>思考2至思考4
思考1或思考2>思考2或思考3
（思考1、2）>（思考2、3）
讲评思考1的答案>讲评思考2的答案
思考题二>思考题三
思考题一、思考题三至五>思考题二、思考题四至六
思考1（10分钟）>思考2（10分钟）
思考1，2人一组>思考2，2人一组
思考1回答后，思考3轮流说>思考2回答后，思考4轮流说
思考1 讨论>思考2 讨论
围绕思考3、4讨论>围绕思考4、5讨论
"""


@pytest.mark.parametrize("case", FOLLOWED.split("\n")[1:-1])
def test_a_number_follows_its_question(case: str) -> None:
    text, then = case.split(">")
    assert said(edits.insert(packet(text), 0, asked("新"))) == then


_ORDINARY = """
思考 10 分钟|思考三分钟|思考一下|思考一番|思考1至2分钟|思考1、2分钟|思考1.5小时|思考二十分钟
思考10分钟|思考 5～8 分钟|思考2个问题|思考三个问题|思考1次|思考2026年的事|思考题3道|思考1小时
思考三点|思考3点建议|思考 10:30 开始|思考一遍|思考一会儿|第3题|热点思考|思考一是什么|思考一些事
思考1:1|思考1：1|思考一到两分钟|思考一至两个问题|思考3-5min|思考 5 min|思考3——5分钟|思考题3选1
思考 3 选 1，写下来|请思考 1. 找出一句；2. 说说为什么|思考1、什么是工匠精神？2、怎么做？
思考1）什么；2）怎么|（一）思考1）什么；2）怎么|我的思考一、认识到位|我的思考一：认识到位
思考一、要联系实际；二、要落到行动|思考3大问题|思考2节课|思考3课时|思考2处细节|思考2名代表
思考90后|思考00后、90后想什么|思考20大精神|思考8级工制度|思考24节气|思考3班倒|思考4·15
思考一与多的关系|思考一和多|思考1线职工|思考3严三实|思考5G|思考35岁门槛|思考 3 幅图|思考3—5 人
思考50强|思考01|思考2、3、10分钟|思考1、2题|思考2、3题|思考第2题|围绕思考1、2、3题讨论
思考1，2，3|思考1，2、3题|思考1，三，讨论|思考1和三|思考3至1|思考2分组议|思考1 联系实际
思考题（一）|思考3讨论10发言5|思考1处、2处|思考100|阅读5，思考3，讨论7|二思考三讨论，四总结
思考一：为什么学|思考1：为什么|引发思考一|三点思考一：稳|思考3，小组轮流发言12|讨论思考一
"""
ORDINARY = _ORDINARY.strip().replace("\n", "|").split("|")
"""What counts something else, and what may be a name or not."""


@pytest.mark.parametrize("text", ORDINARY)
def test_what_counts_something_else_names_no_question(text: str) -> None:
    assert said(edits.remove(packet(text), {"甲", "丙"})) == text
    assert not list(pointing_nowhere(packet(text)))


@pytest.mark.parametrize(
    ("at", "then"),
    [(2, "思考3至5"), (3, "思考2至5"), (4, "思考2至5"), (5, "思考2至4"), (6, "思考2至4")],
)
def test_a_question_put_in_among_several_is_one_of_them(at: int, then: str) -> None:
    assert said(edits.insert(packet("思考2至4"), at, asked("新"))) == then


def test_a_question_moved_out_from_among_several_is_still_meant() -> None:
    assert said(edits.move(packet("思考 2 至 4"), {"丙"}, 6)) == "思考 2 至 3、5"


@pytest.mark.parametrize(
    ("gone", "then"),
    [
        ("甲", "思考1至3|思考〔已删〕|思考4"),
        ("丙", "思考2至3|思考1|思考4"),
        ("丁", "思考2至3|思考1|思考4"),
        ("丙丁", "思考2|思考1|思考3"),
        ("乙丙丁", "思考〔已删〕|思考1|思考2"),
    ],
)
def test_a_question_that_is_taken_out_is_named_no_more(gone: str, then: str) -> None:
    after = edits.remove(packet("思考2至4", "思考1", "思考5"), set(gone))
    assert said(after) == then
    told = [name for _, _, name in pointing_nowhere(after)]
    assert told == ["思考〔已删〕"] * then.count("〔已删〕")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("思考1再答思考3", "思考1再答思考2"),
        ("先想思考1：再说思考3。", "先想思考1：再说思考2。"),
        ("思考1、2题，再做思考3", "思考1、2题，再做思考2"),
    ],
)
def test_what_may_be_a_name_beside_one_is_told_and_stays(text: str, then: str) -> None:
    assert said(edits.remove(packet(text), {"乙"})) == then
    assert len(list(doubtful(text))) == 1


@pytest.mark.parametrize("counted", ["思考3件事", "思考20多分钟", "思考2道题", "思考90后"])
def test_what_counts_something_else_is_not_told(counted: str) -> None:
    assert not list(doubtful(f"讨论思考1。{counted}"))


@pytest.mark.parametrize(
    "text", ["讨论（见（一）和思考3）", "（参见《意见》（试行）、思考3）", "1）甲 2）乙（思考3）"]
)
def test_a_name_in_brackets_within_others_is_one(text: str) -> None:
    assert said(edits.remove(packet(text), {"甲"})) == text.replace("思考3", "思考2")


def test_what_is_told_of_an_answer_is_told_of_a_question_that_is_gone() -> None:
    gone = edits.remove(packet("讲评思考2的答案"), {"乙"})
    assert said(gone) == "讲评思考〔已删〕的答案"
    assert [name for _, _, name in pointing_nowhere(gone)] == ["思考〔已删〕"]
    several = edits.remove(packet("思考1、2的答案"), {"乙"})
    assert said(edits.insert(several, 0, asked("新"))) == "思考2、〔已删〕的答案"


def test_a_point_of_a_list_is_no_bracket_that_is_open() -> None:
    text = "1）读选段\n2）讨论（见思考2）"
    assert said(edits.insert(packet(text), 0, asked("新"))) == text.replace("思考2", "思考3")


def test_names_beside_one_that_is_gone_go_on() -> None:
    gone = edits.remove(packet("思考1、3、5"), {"丙"})
    assert said(gone) == "思考1、〔已删〕、4"
    assert said(edits.remove(gone, {"甲"})) == "思考〔已删〕、〔已删〕、3"


def test_a_question_that_was_cut_out_and_put_back_is_named_again() -> None:
    before = packet("思考2至4", "思考3")
    cut = edits.remove(before, {"丙"})
    assert edits.put_back(cut, 3, (asked("丙"),), before) == before


def test_what_was_renumbered_between_cut_and_paste_names_what_it_named() -> None:
    before = packet("思考3", "思考1")
    between = edits.insert(edits.remove(before, {"丙"}), 1, asked("新"))
    assert said(edits.put_back(between, 1, (asked("丙"),), before)) == "思考1|思考3"


def test_what_was_written_between_cut_and_paste_stays() -> None:
    before = packet("思考3", "思考1")
    cut = edits.change(edits.remove(before, {"丙"}), packet("思考2", "再想").items[0])
    assert said(edits.put_back(cut, 5, (asked("丙"),), before)) == "思考2|再想"


def test_a_blank_question_is_numbered_from_where_it_is_put_in() -> None:
    begun = edits.insert(packet("思考2至4"), 3, Question("", id="新"))
    assert said(begun) == said(edits.change(begun, asked("新"))) == "思考2至5"


def test_a_question_that_is_emptied_and_written_anew_moves_no_number() -> None:
    emptied = edits.change(packet("思考2至4", "思考3"), Question(" ", id="丙"))
    anew = edits.change(emptied, Question("别的？", id="丙"))
    assert said(emptied) == said(anew) == "思考2至4|思考3"
    assert anew.questions[2].text == "别的？"


def test_a_question_that_is_not_printed_for_want_of_words_is_reported() -> None:
    emptied = edits.change(packet("思考2至5"), Question("", id="丙"))
    assert [name for _, _, name in pointing_nowhere(emptied)] == ["思考2至5"]


def test_a_name_of_no_question_is_reported() -> None:
    text = "思考6，思考4至7，思考5，思考 9 分钟"
    assert [name for _, _, name in pointing_nowhere(packet(text))] == ["思考6", "思考4至7"]


def test_words_quoted_from_a_passage_name_no_question() -> None:
    passage = PassageItem(Passage("a", 0, 9, "老师说，思考1要写。"), id="passage")
    before = edits.append(packet("“思考1要写”这句话，思考2"), passage)
    assert said(edits.remove(before, {"甲"})) == "“思考1要写”这句话，思考1"


@pytest.mark.parametrize("order", ["甲乙丙", "乙甲丙", "丙乙甲"])
def test_an_agenda_written_ahead_of_its_questions_stays_as_it_is(order: str) -> None:
    growing = Packet("课", items=(*packet("思考1至3，思考1、3").items[:1],))
    for name in order:
        at = sum(question.id < name for question in growing.questions)
        growing = edits.insert(growing, at + 1, asked(name))
        assert said(growing) == "思考1至3，思考1、3"


def test_a_passage_put_in_moves_no_number_of_a_question() -> None:
    passage = PassageItem(Passage("a", 0, 1, "文"), id="passage")
    before = packet("思考6，思考2")
    assert said(edits.insert(before, 0, passage)) == "思考6，思考2"


def test_a_question_put_in_moves_no_number_of_a_passage_to_come() -> None:
    passages = (PassageItem(Passage("a", 0, 1, text), id=text) for text in "文章")
    before = Packet("课", items=(Guide("选段二", id="guide"), next(passages), asked("甲")))
    assert edits.insert(before, 2, asked("新"), *passages).items[0] == before.items[0]


def test_a_plan_laid_round_questions_leaves_what_is_said_of_them() -> None:
    plan = plan_of(Packet("课", items=(SectionHeading("读"), *map(asked, FIVE))), "课")
    own: tuple[Guide | Question, ...] = (Guide("思考1至2", id="guide"), *map(asked, "己庚"))
    assert own[0] in laid_round(Packet("新课", items=own), plan).items
    assert own[0] in laid_round(Packet("新课", items=own[:1]), plan).items


TEXTS = st.lists(
    st.sampled_from(
        [
            "思考1",
            "思考 2 至 4",
            "思考题3、5",
            "思考1至3和5",
            "思考题二",
            "思考 5 分钟",
            "思考4—5，",
        ]
    ),
    min_size=1,
    max_size=3,
)
EDITS = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "move"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=6,
)


def edited(before: Packet, edit: tuple[str, int, int], new: str) -> Packet:
    kind, which, to = edit
    ids = [question.id for question in before.questions]
    if kind == "insert" or not ids:
        return edits.insert(before, to, asked(new))
    chosen = {ids[which % len(ids)]}
    return edits.remove(before, chosen) if kind == "remove" else edits.move(before, chosen, to)


def meant(packet: Packet) -> list[set[str]]:
    """The ids of the questions that each step names."""
    ids = [question.id for question in packet.questions]
    named = (
        [n for name in names(step.activity) for part in name.parts for n in part.numbers]
        for step in packet.agendas[0].steps
    )
    return [{ids[n - 1] for n in each} for each in named]


@given(TEXTS, EDITS)
def test_each_name_goes_on_to_name_the_same_questions(
    texts: list[str], edits_done: list[tuple[str, int, int]]
) -> None:
    before = packet(*texts)
    for number, edit in enumerate(edits_done):
        after = edited(before, edit, f"新{number}")
        there = {question.id for question in after.questions}
        for was, now in zip(meant(before), meant(after), strict=True):
            assert now - {f"新{number}"} == was & there
            assert f"新{number}" not in now or len(was) > 1
        before = after


@given(TEXTS, st.sampled_from(FIVE))
def test_a_question_put_back_gives_back_every_text(texts: list[str], name: str) -> None:
    before = packet(*texts)
    at = edits.position(before, name)
    cut = edits.remove(before, {name})
    assert edits.put_back(cut, at, (asked(name),), before) == before


@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=3), EDITS)
def test_what_names_no_question_for_sure_is_never_changed(
    texts: list[str], edits_done: list[tuple[str, int, int]]
) -> None:
    after = before = packet(*texts)
    for number, edit in enumerate(edits_done):
        after = edited(after, edit, f"新{number}")
    assert said(after) == said(before)
    assert not list(pointing_nowhere(after))


SINGLE = st.lists(
    st.sampled_from(["思考1", "思考题3、5", "思考题二", "思考4，再议思考2"]), min_size=1
)


@given(SINGLE, st.sampled_from(FIVE), EDITS)
def test_a_question_put_back_after_other_edits_is_named_again(
    texts: list[str], name: str, edits_done: list[tuple[str, int, int]]
) -> None:
    before = packet(*texts)
    after = edits.remove(before, {name})
    for number, edit in enumerate(edits_done):
        after = edited(after, edit, f"新{number}")
    back = edits.put_back(after, 9, (asked(name),), before)
    for was, now in zip(meant(before), meant(back), strict=True):
        assert (name in now) == (name in was)
