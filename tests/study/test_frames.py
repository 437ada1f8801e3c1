"""What questions must not be: their own answer, a sum without a point, a key to nothing."""

import re
from collections import defaultdict

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.suggestions import Suggestion, _frames, suggest


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


def test_two_items_are_never_both_named_and_asked_for() -> None:
    items = ("看得懂职工的账", "算得清职工的账")
    texts = [one.question.text for one in ask(f"第一，{items[0]}。第二，{items[1]}。")]
    assert texts
    assert [text for text in texts if all(item in text for item in items) and "哪两" in text] == []
    assert [text for text in texts if "哪几点" in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "职工有三个疑问。一是钱从哪里来。二是时间怎么排。三是去了干什么。",
        "职工有三个顾虑。一是怕得罪人。二是怕影响活。三是怕惹麻烦。",
    ],
)
def test_questions_and_plain_words_need_no_plainer_ones(text: str) -> None:
    assert ask(text)
    assert [one for one in ask(text) if "大白话" in one.question.text] == []


def test_what_is_to_be_seen_of_fears_is_not_who_does_best_at_them() -> None:
    text = "职工不愿报告。首先是怕得罪人。其次是怕影响班组。再次是怕惹麻烦。"
    assert [one for one in ask(text) if "做得最实" in one.question.text] == []


@pytest.mark.parametrize(
    "text",
    [
        "企业负责人说，自己成了别人的“培训班”。职工都不来培训班了。",
        "手艺不是“一阵子”，而是被称为“一辈子”的事。一辈子很长，职工慢慢学。",
        "这间屋子被称为“云上课堂”。职工都来。",
        "工会设立“云上课堂”。",
    ],
)
def test_irony_half_of_a_pair_and_what_is_told_nowhere_are_no_name(text: str) -> None:
    assert [one for one in ask(text) if one.structure == "name"] == []


def test_every_structure_that_is_often_found_is_asked_about_in_several_ways() -> None:
    wordings = defaultdict(set)
    for frame in _frames():
        wordings[frame.structure].add(frame.stem)
    often = "list-problems list-doings list-demands list-points contrast outcome name"
    assert {name for name in often.split() if len(wordings[name]) < 2} == set()


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        (
            "有三点。\n一是题目要小。大家都说好。\n二是事实要准。\n三是原因要挖。",
            "难|做到|要紧|自己的话",
        ),
        (
            "职工有三个顾虑。一是怕得罪人。二是怕影响活。三是怕惹麻烦。",
            "解决|碰到|建议|自己的话|是哪些",
        ),
    ],
)
def test_items_are_asked_about_as_what_they_are(text: str, asked_for: str) -> None:
    found = [one.question.text for one in ask(text)]
    assert found
    assert all(re.search(asked_for, one) for one in found)


def test_of_two_items_none_is_to_be_ranked() -> None:
    texts = [one.question.text for one in ask("一是题目要小。二是事实要准。职工说好。")]
    assert texts
    assert not [one for one in texts if "最要紧" in one]


def test_a_document_keeps_its_own_marks_in_a_question() -> None:
    text = "《“十四五”就业促进规划》提出，要健全技能培训。职工学技能。班组有办法。"
    (asked,) = (one.question.text for one in ask(text) if one.structure == "document")
    assert "《“十四五”就业促进规划》" in asked


def test_a_law_is_no_paper_and_who_answers_is_no_author() -> None:
    answer = "《劳动合同法》规定，同一岗位的职工同工同酬。先找工会。职工都懂。"
    text = f"记者：我该找谁要？\n韩世杰：{answer}"
    (asked,) = (one.question.text for one in ask(text) if one.structure == "document")
    assert "哪些是法律的规定，哪些是韩世杰的话" in asked


def test_no_question_counts_what_its_finder_has_not_counted() -> None:
    counts = re.compile("[两三四](?:个要点|[处件点条]|句(?!话))")
    counting = {frame.structure for frame in _frames() if counts.search(frame.ask)}
    assert counting == {"leader", "rights"}  # several deeds are found; two sentences are to be made


def test_nobody_asks_why_of_a_demand() -> None:
    asked = [frame.ask for frame in _frames() if frame.structure == "title-demand"]
    assert asked
    assert not [one for one in asked if "为什么" in one]


def test_hiding_is_not_looked_for_at_the_own_workplace() -> None:
    told = "公开惹不来麻烦。你说一半，另一半就由人去猜。猜来猜去，职工就不信了。{0}。班组都懂。"
    hidden = "麻烦不是公开惹来的，而是捂出来的"
    kinds = {one.question.kind for one in ask(told.format(hidden)) if one.words == hidden}
    assert kinds
    assert QuestionKind.CONNECT not in kinds


@pytest.mark.parametrize(
    ("claim", "why"),
    [("手艺让人从容，而不是慌张", True), ("手艺应当让人从容，而不是慌张", False)],
)
def test_nobody_asks_why_of_what_only_should_be(claim: str, why: bool) -> None:
    texts = (f"{n}组的{claim}。职工都这样说。班组长也点头。" for n in "甲乙丙丁戊己庚辛壬癸")
    asked = [one.question.text for text in texts for one in ask(text)]
    assert asked
    assert any("为什么说" in one for one in asked) is why


def test_the_same_words_are_not_asked_about_and_looked_back_on() -> None:
    told = "工会设立“树洞信箱”。职工有话，就写下来投进去。工会每周开一次箱，当面回话。"
    asked = [(one.words, one.question.kind) for one in ask(told)]
    assert asked
    assert QuestionKind.REFLECT not in {kind for _, kind in asked}


@pytest.mark.parametrize("structure", ["name", "interview", "title-claim", "contrast"])
def test_what_is_looked_back_on_is_so_in_several_ways(structure: str) -> None:
    ways = [f for f in _frames() if f.kind is QuestionKind.REFLECT and f.structure == structure]
    assert len({frame.stem for frame in ways}) > 1


@pytest.mark.parametrize(
    ("was_and_is", "asked"),
    [("过去一人看四台，如今一人看十台", False), ("过去凭手感判断，如今要看懂曲线", True)],
)
def test_what_differs_only_in_numbers_answers_itself(was_and_is: str, asked: bool) -> None:
    kinds = [
        one.question.kind
        for n in "甲乙丙丁戊己"
        for one in ask(f"{n}班的机器换了。{was_and_is}。师傅都说好。")
        if one.structure == "then-now"
    ]
    assert (QuestionKind.UNDERSTAND in kinds) is asked
