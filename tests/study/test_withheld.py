"""What no question is asked about, though it looks like what one is asked about: silence is better
than a question that a group could only laugh at, or that would do somebody harm.
"""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.suggestions import LONGEST, Suggestion, suggest

NO_EXAMPLE = {
    "what was given up": "过去提一条建议，要填四页表格，写明现状和效益，大家宁可不提。工会着急。",
    "what is done wrong": "有的班组把监护当成轻省活，派给新来的职工，井上看手机。其实监护最要紧。",
    "a judgement": "公司告到法院，据此判决驳回公司的诉讼请求。职工的权益得到了保护。",
    "somebody's phone": "工会的函里有一项建议，末尾留的是韩青的手机号。职工看了都说好。",
    "what made things worse": "车间把巡检改成三天一次，记录月底补填。半年下来，工伤事故上升了。",
    "staff and posts": "改革走的是“沉”的路子：县总机关只留三人，其余编制下到园区工会，职工打分。",
}
"""Texts in which somebody does something that no group is to copy."""

NOT_ANSWERED = {
    "the last of several": "职工先问两件事：期限有多长？补偿何时支付？问不清楚的，可向工会咨询。",
    "an interviewer's": "记者：港口把驿站设在哪里？听说职工搬过家。\n林师傅：最早在办公楼六层。",
    "the last of the passage": "车间里的职工都在谈论这件事情。夜班的职工到哪里吃饭？",
    "what it means stands elsewhere": "为什么会这样？职工看见工友倒在面前，本能是伸手。",
    "asked on": "夜班的职工到哪里吃饭？白班的职工又到哪里吃饭？食堂说可以送。",
}


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


def structures(text: str) -> set[str]:
    return {one.structure for one in ask(text)}


@pytest.mark.parametrize("text", NO_EXAMPLE.values(), ids=NO_EXAMPLE)
def test_nobody_is_told_to_try_what_is_no_example(text: str) -> None:
    assert not structures(text) & {"practice", "practicable"}


def test_a_practice_ends_where_what_came_of_it_begins() -> None:
    text = "工会把运送员和护士请到一起对时间，发现七成标本集中在清早。护士都点头。"
    (one,) = (one for one in ask(text) if one.structure in {"practice", "practicable"})
    assert one.words == "工会把运送员和护士请到一起对时间"


@pytest.mark.parametrize("text", NOT_ANSWERED.values(), ids=NOT_ANSWERED)
def test_a_question_that_the_text_does_not_answer_is_not_asked_again(text: str) -> None:
    assert not structures(text) & {"asked"}


@pytest.mark.parametrize(
    "text",
    [
        "走访职工有三点观感：牌子都在，人手不足，活却越来越多。工会还要想办法。",
        "双方约定先试三个月：职工的罚单减少四成，车速没有下降，这才推开。工会很高兴。",
    ],
)
def test_what_runs_on_to_a_result_is_no_list(text: str) -> None:
    assert not {one for one in structures(text) if one.startswith("list-")}


def test_a_leaders_words_are_followed_only_to_what_is_done() -> None:
    text = "习近平总书记指出：“有事好商量。”把这两段论述联系起来学习，职工看得更清楚。"
    assert "leader" not in structures(text)


def test_no_suggestion_is_longer_than_can_be_heard() -> None:
    assert LONGEST == 45
