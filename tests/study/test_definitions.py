"""Definitions are found whole, and only where a sentence is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.study.definitions import defined_terms, definitions, known_terms


@pytest.mark.parametrize(
    "sentence",
    [
        "隐形加班是指劳动者在工作时间之外，通过网络为用人单位提供劳动的情形。",
        "所谓“隐形加班”，就是下班以后还在群里干活。",
        "隐形加班，是一种不打卡、不计时的加班形态。",
        "第一，隐形加班是以网络为手段的加班。",
    ],
)
def test_a_sentence_that_explains_is_found_whole(sentence: str) -> None:
    (found,) = definitions("隐形加班", f"前面有一句话。{sentence}后面还有一句话。")
    assert found.text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "治理隐形加班是一项长期的工作，需要各方努力。",
        "这种隐形加班是指没有记录的劳动。",
        "隐形加班是当前劳动关系治理的重要任务和关键环节。",
        "隐形加班是指没有",
        "隐形加班多。",
    ],
)
def test_other_sentences_are_none(sentence: str) -> None:
    assert not list(definitions("隐形加班", sentence))


def test_saying_what_is_meant_counts_more_than_saying_what_it_is() -> None:
    text = "工匠是指技艺高超、做工精细的劳动者。工匠是支撑制造业发展的高技能人才。"
    first, second = definitions("工匠", text)
    assert first.worth > second.worth


def test_a_term_inside_a_longer_one_is_not_named_too() -> None:
    text = "深化产业工人队伍建设改革，依靠工匠。"
    assert known_terms(text, frozenset({"产业工人", "产业工人队伍建设改革", "工匠"})) == (
        "产业工人队伍建设改革",
        "工匠",
    )


@given(st.text(alphabet="隐形加班是指所谓，。“”\n就", max_size=60))
def test_any_definition_stands_in_the_text(text: str) -> None:
    assert all(found.text in text for found in definitions("隐形加班", text))


def test_a_term_that_a_sentence_gives_a_name_to_is_explained_by_it() -> None:
    text = "遇事先看法条。这种主动、积极司法的方式被称为能动司法，具有追求实质正义等特征。"
    (found,) = definitions("能动司法", text)
    assert found.text.startswith("这种主动")
    assert not list(definitions("能动司法", "运用能动司法的方式，回应需求。"))


def test_what_a_decision_is_says_enough_though_more_follows() -> None:
    text = "某项改革是有关方面着眼于提高职工素质作出的重大决策部署，是全面深化改革的重要内容。"
    assert [one.text for one in definitions("某项改革", text)] == [text]


def test_terms_that_a_text_defines_itself_are_found() -> None:
    text = "所谓隐形加班，是指下班后干活。很好。\n“产改”指的是一项改革。这里不是指别的。"
    assert defined_terms(text) == ("隐形加班", "产改")
