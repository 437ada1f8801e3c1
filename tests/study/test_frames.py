"""What questions must not be: their own answer, a sum without a point, a key to nothing."""

import re
from collections import Counter, defaultdict

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.proof.asking import hints
from studydesk.proof.word_rules import QUESTION_RULES
from studydesk.study.frames import Frame, frames, stem
from studydesk.study.suggestions import Suggestion, suggest


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


def test_a_list_is_asked_about_only_where_the_text_says_something_of_each_item() -> None:
    named = "第一，看得懂职工的账。第二，算得清职工的账。"
    assert ask(named) == ()
    (asked,) = ask("第一，看得懂职工的账，谁来都能翻。第二，算得清职工的账，一笔一笔对。")
    assert re.search("这两点，(?:选段里各怎么说|各用自己的话)", asked.question.text)


def test_of_two_things_none_is_to_be_ranked() -> None:
    two, three = "职工要改两样东西：工位和柜子。", "职工要改三样东西：工位、柜子和灯具。"
    ranked = [["最要紧" in one.question.text for one in ask(text)] for text in (two, three)]
    assert ranked == [[], [True]]


def test_every_structure_that_is_often_found_is_asked_about_in_several_ways() -> None:
    wordings = defaultdict(set)
    for frame in frames():
        wordings[frame.structure].add(frame.stem)
    often = "list contrast outcome title-claim interview announced"
    assert {name for name in often.split() if len(wordings[name]) < 2} == set()


@pytest.mark.parametrize(
    ("structure", "kind"),
    [
        ("title-demand", QuestionKind.UNDERSTAND),
        ("item", QuestionKind.UNDERSTAND),
        ("title-demand", QuestionKind.ACT),
        ("title-measure", QuestionKind.ACT),
        ("item", QuestionKind.ACT),
    ],
)
def test_what_most_passages_have_is_asked_for_in_four_ways(
    structure: str, kind: QuestionKind
) -> None:
    stems = {f.stem for f in frames() if (f.structure, f.kind) == (structure, kind)}
    assert len(stems) >= 4


def test_other_passages_are_asked_in_other_words_and_the_same_always_in_the_same() -> None:
    tasks = ("工具", "图纸", "隐患", "记录", "台账", "设备", "工位", "岗位", "现场", "交接班")
    texts = [
        f"第一，把{task}管好。班组每天下班前看一遍{task}，看完写一行字，谁写的谁签名。"
        f"哪里缺了、哪里旧了，第二天早会上说清楚，车间当天就补。"
        for task in tasks
    ]
    asked = [[one.question.text for one in ask(text)] for text in texts]
    assert asked == [[one.question.text for one in ask(text)] for text in texts]
    stems = Counter(stem(questions[0]) for questions in asked if questions)
    assert len(stems) >= 3
    assert max(stems.values()) <= sum(stems.values()) / 2


def test_of_a_balance_the_sides_are_asked_for_only_where_the_text_tells_of_both() -> None:
    both = [f for f in frames() if (f.structure, f.kind) == ("balance", QuestionKind.UNDERSTAND)]
    assert both
    assert all("told" in frame.needs.split() for frame in both)


def test_no_question_counts_what_its_finder_has_not_counted() -> None:
    counts = re.compile("[两三四](?:个要点|[处件点条]|句(?!话))")
    counting = {frame.structure for frame in frames() if counts.search(frame.ask)}
    assert counting == {"leader"}  # several deeds are found


def test_nobody_asks_why_of_a_demand() -> None:
    asked = [frame.ask for frame in frames() if frame.structure == "title-demand"]
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
    texts = (
        f"{n}组的{claim}。职工都这样说，因为自己试过。班组长也点头。"
        for n in "甲乙丙丁戊己庚辛壬癸"
    )
    asked = [one.question.text for text in texts for one in ask(text)]
    assert asked
    assert any("为什么说" in one for one in asked) is why


def test_the_same_words_are_not_asked_about_and_looked_back_on() -> None:
    told = "手艺不是背出来的，而是练出来的。师傅带徒弟，先练三年手。职工都说好。"
    asked = [(one.words, one.question.kind) for one in ask(told)]
    assert asked
    assert QuestionKind.REFLECT not in {kind for _, kind in asked}


@pytest.mark.parametrize("structure", ["interview", "title-claim", "contrast"])
def test_what_is_looked_back_on_is_so_in_several_ways(structure: str) -> None:
    ways = [f for f in frames() if f.kind is QuestionKind.REFLECT and f.structure == structure]
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


@pytest.mark.parametrize(("count", "joined"), [("二", "和"), ("三", "到")])
def test_only_three_things_or_more_go_from_one_to_another(count: str, joined: str) -> None:
    items = [
        "一是看得懂账，谁来都能翻。",
        "二是算得清账，一笔一笔对。",
        "三是问得到人，随时有人答。",
    ]
    text = "".join(items[: " 一二三".index(count)]) + "职工都说好。"
    asked, *_ = (one.question.text for one in ask(text) if one.structure == "list")
    assert ("从“" in asked) is (joined == "到")


SLOTS = defaultdict(
    lambda: "手艺要靠自己练",
    {"here": "选段二", "inside": "选段二里", "who": "作者", "asker": "记者", "verb": "说"},
    count="三",
    counted="三点",
    which="哪一点",
    one="一点",
    part="这一节",
    head="头一点",
    rule="法律的规定",
)
"""What a wording is filled with."""


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.ask)
def test_no_wording_is_found_fault_with_by_our_own_rules(frame: Frame) -> None:
    asked = frame.ask.format_map(SLOTS)
    assert hints(asked, frame.kind, [SLOTS["words"]]) == ()
    assert [rule.id for rule in QUESTION_RULES if any(rule.look(asked))] == []


def test_what_a_question_says_outside_quotation_marks_is_no_part_of_its_stem() -> None:
    for frame in frames():
        if re.search(r"{(?:words|part|head)}", re.sub("“[^”]*”", "", frame.ask)):
            one, other = (
                frame.ask.format_map(defaultdict(str, words=word, part=word, head=word))
                for word in ("提醒", "支招")
            )
            assert stem(one) == stem(other)
