"""What is done by a rule may be done elsewhere, too."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.practices import practices
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = "班组里出过岔子。{}，大家都点头。后来职工干活心里有数。"


def found(text: str) -> list[str]:
    return [find.words for find in practices(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    "done", ["谁上岗谁先看一眼卡片", "每条建议进来就有编号", "班前会轮流讲一处隐患"]
)
def test_what_is_done_by_a_rule_leads_to_the_own_work(done: str) -> None:
    text = TOLD.format(done)
    (one,) = suggest(passage(text), kinds=(QuestionKind.CONNECT,))
    assert found(text) == [done] == [one.words]


@pytest.mark.parametrize(
    "told",
    [
        "班前会过去只念文件",
        "他每天看一遍图纸",
        "每次出事故都要写检查",
        "用人单位应当每月公开工时",
        "写下了当天的温度",
        "夜班后半场开着灯",
    ],
)
def test_what_is_no_example_is_none(told: str) -> None:
    assert found(TOLD.format(told)) == []


def test_what_only_one_body_can_do_leads_nowhere_else() -> None:
    text = TOLD.format("协商后由几家大厂轮流值班") + "夜里有事，再也不用满园区找人了。"
    kinds = {one.question.kind for one in suggest(passage(text)) if one.structure == "practice"}
    assert not kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


def test_what_something_was_done_about_must_stand_before_it() -> None:
    text = "班前会轮流讲一处隐患。" + "大家听了都点头，说这样讲听得进去。" * 2
    kinds = {one.question.kind for one in suggest(passage(text)) if one.structure == "practice"}
    assert QuestionKind.UNDERSTAND not in kinds


@pytest.mark.parametrize("told", ["每季度贴在班组园地里", "冒烟了先停机再报告"])
def test_what_lacks_its_object_or_keeps_people_safe_is_not_for_trying(told: str) -> None:
    text = TOLD.format(told)
    kinds = {one.question.kind for one in suggest(passage(text)) if one.structure == "practice"}
    assert not kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


@pytest.mark.parametrize(("who", "general"), [("", True), ("她没吭声，", False)])
def test_somebodys_own_habit_is_no_rule_for_others(who: str, general: bool) -> None:
    text = TOLD.format(f"{who}每天查一遍图纸")
    kinds = {one.question.kind for one in suggest(passage(text)) if one.structure == "practice"}
    assert bool(kinds & {QuestionKind.CONNECT, QuestionKind.ACT}) is general
