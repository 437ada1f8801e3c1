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
