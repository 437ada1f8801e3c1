"""Figures that got better, with what was done for it told before them."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.outcomes import outcomes
from studydesk.study.sentences import sentences


def came_of(text: str) -> list[str]:
    return [one.words for one in outcomes(text, sentences(Passage("a-1", 0, len(text), text)))]


@pytest.mark.parametrize(
    "effect",
    [
        "履行率由此从71%提高到96%",
        "立案率从百分之三十八提高到百分之七十四",
        "清扫时间由六小时缩短到一个半小时",
        "停机次数一下子少了大半",
    ],
)
def test_an_effect_is_one_in_any_numerals(effect: str) -> None:
    assert came_of(f"车间换了办法，请师傅来教。{effect}。") == [effect]
    assert came_of(f"大家都在场。{effect}。") == []


def test_an_effect_begins_where_its_clause_or_the_one_it_turns_against_begins() -> None:
    done = "车间换了办法，请师傅来教。"
    assert came_of(done + "第二年夏天走的人少了一半还多。") == []
    text = "改动花的钱不多，离职率却从两成降到了半成"
    assert came_of(f"{done}{text}。") == [text]
    assert came_of(f"{done}离职率却从两成降到了半成。") == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "工伤事故增加了三成",
            "职工的满意度下降了三成",
            "人均工资增加到三千元",
            "赔偿增加到三千元",
        ),
        *("版本从V1升到V3", "某县把常规活动压缩为八项"),
    ],
)
def test_harm_pay_damages_and_deeds_are_no_effect_to_look_into(text: str) -> None:
    assert came_of(f"车间换了办法，请师傅来教。{text}。") == []
