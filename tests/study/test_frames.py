"""What questions must not be: their own answer, a sum without a point, a key to nothing."""

from collections import defaultdict

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.suggestions import Suggestion, _frames, suggest


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


def asked(text: str, structure: str) -> list[str]:
    return [one.question.text for one in ask(text) if one.structure == structure]


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
    assert [one for one in ask(text) if "自己的话" in one.question.text] == []


def test_what_is_to_be_seen_of_fears_is_not_who_does_best_at_them() -> None:
    text = "职工不愿报告。首先是怕得罪人。其次是怕影响班组。再次是怕惹麻烦。"
    assert [one for one in ask(text) if "做得最实" in one.question.text] == []


@pytest.mark.parametrize(
    "share", ["参加过技能培训的职工不足两成", "职工培训的参与率不足", "一半以上工人技能不足"]
)
def test_a_share_is_no_trouble_that_a_workshop_meets(share: str) -> None:
    assert asked(f"{share}，大家都在想办法。", "problem") == []


@pytest.mark.parametrize("example", ["比如，", ""])
def test_a_key_points_to_a_sentence_only_where_that_is_an_example(example: str) -> None:
    claim = "与其反复讲规程，不如在机台旁做给徒弟看。"
    assert [one for one in ask(claim) if one.question.kind.value == "分析"] == []
    (found,) = (
        one
        for one in ask(claim + f"{example}去年有一位师傅就是这样教的。")
        if one.structure == "contrast" and one.question.kind.value == "分析"
    )
    assert ("选段第2句" in found.question.expected) is bool(example)


@pytest.mark.parametrize(
    "text",
    [
        "企业负责人说，自己成了别人的“培训班”。职工都不来培训班了。",
        "手艺不是“一阵子”，而是被称为“一辈子”的事。一辈子很长，职工慢慢学。",
        "这间屋子被称为“云上课堂”。职工都来。",
    ],
)
def test_irony_half_of_a_pair_and_what_is_told_nowhere_are_no_name(text: str) -> None:
    assert [one for one in ask(text) if one.structure in {"at-work", "tryable"}] == []


def test_every_structure_that_is_often_found_is_asked_about_in_three_ways() -> None:
    wordings = defaultdict(set)
    for frame in _frames():
        wordings[frame.structure].add(frame.stem)
    often = "claim contrast lived practice practicable outcome at-work tryable"
    assert {name for name in often.split() if len(wordings[name]) < 3} == set()
