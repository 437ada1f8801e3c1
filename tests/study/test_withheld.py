"""What no question is asked about, though it looks like what one is asked about: silence is better
than a question that a group could only laugh at, or that would do somebody harm.
"""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.suggestions import LONGEST, Suggestion, suggest

NO_EXAMPLE = {
    "what was given up": "过去提一条建议，要填四页表格，写明现状和效益，大家宁可不提。工会着急。",
    "what is done wrong": "有的班组把监护当成轻省活，派给新来的职工，井上看手机。其实监护最要紧。",
    "a judgement": "公司告到法院，据此判决驳回公司的诉讼请求。职工的权益得到了保护。",
    "somebody's phone": "工会的函里有一项建议，末尾留的是韩青的手机号。职工看了都说好。",
    "what made things worse": "车间把巡检改成三天一次，记录月底补填。半年下来，工伤事故上升了。",
    "staff and posts": "改革走的是“沉”的路子：县总机关只留三人，其余编制下到园区工会，职工打分。",
    "a mocking name on a wall": "工会小组在食堂门口设立“迟到榜”，让人看。工会知道后当场叫停。",
    "what hurt": "班组把迟到的工人名字贴在门口，让大家看。这种伤人自尊的管理应当改一改。",
    "what made people angry": "车间把加班表改成当天通知。职工引发不满，厂里也着急。",
}
"""Texts in which somebody does something that no group is to copy."""


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


def structures(text: str) -> set[str]:
    return {one.structure for one in ask(text)}


@pytest.mark.parametrize("text", NO_EXAMPLE.values(), ids=NO_EXAMPLE)
def test_nobody_is_told_to_try_what_is_no_example(text: str) -> None:
    asked = {one.question.kind for one in ask(text)}
    assert not asked & {QuestionKind.CONNECT, QuestionKind.ACT}
    assert "outcome" not in structures(text)


@pytest.mark.parametrize("word", ["心理", "病假", "个案"])
def test_of_what_is_delicate_only_the_text_is_asked_about(word: str) -> None:
    text = "手练得越勤，活干得越顺。职工都知道。班组长也知道。"
    assert {one.question.kind.value for one in ask(text)} & {"联系实际", "行动建议"}
    assert {one.question.kind.value for one in ask(f"{text}说的是{word}。")} <= {"理解"}


@pytest.mark.parametrize("text", ["职工离职工会越远，话越难说。", "工资越高，活越好干。"])
def test_nobody_has_to_tell_of_blame_or_money_at_home(text: str) -> None:
    kinds = {one.question.kind.value for one in ask(f"{text}职工都知道。班组长也知道。")}
    assert "联系实际" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "走访职工有三点观感：牌子都在，人手不足，活却越来越多。工会还要想办法。",
        "双方约定先试三个月：职工的罚单减少四成，车速没有下降，这才推开。工会很高兴。",
    ],
)
def test_what_runs_on_to_a_result_is_no_list(text: str) -> None:
    assert "list" not in structures(text)


def test_a_leaders_words_are_followed_only_to_what_is_done() -> None:
    text = "习近平总书记指出：“有事好商量。”把这两段论述联系起来学习，职工看得更清楚。"
    assert "leader" not in structures(text)


@pytest.mark.parametrize("word", ["能否", "是否", "如何", "怎样"])
def test_a_leaders_words_are_not_followed_to_what_is_only_asked(word: str) -> None:
    led = "习近平总书记强调，要重视技能。"
    deeds = "{0}人人都来，开展技能竞赛。{0}天天都来，组织练兵。{0}月月都来，推广绝招。"
    assert "leader" in structures(led + deeds.format(""))
    assert "leader" not in structures(led + deeds.format(word))


def test_no_suggestion_is_longer_than_can_be_heard() -> None:
    assert LONGEST == 40


@pytest.mark.parametrize(
    "claim",
    [
        "调研的目的往往在于解决问题",
        "不过时的往往是人怎么看待自己的劳动",
        "入口多了，门却没有真正推开",
        "读懂手艺，要读懂它的根",
        "工资自然是重点，但又不限于工资",
        "小葛从一家公司离职，公司在离职证明上写道",
    ],
)
def test_a_single_sentence_is_no_question_unless_it_sets_two_things_apart(claim: str) -> None:
    assert ask(f"{claim}。职工都知道。") == ()


def test_a_list_of_questions_is_no_claim() -> None:
    text = "谁来培育技能、谁来为培育付费、谁来分享技能提升的收益，职工应当有公平的安排。"
    assert "contrast" not in structures(text)


def test_an_objection_grounds_nothing() -> None:
    text = "有人会问，2024年职工都这么忙，还谈休假？越是困难的时候，越要算长远的账。"
    assert "分析" not in {one.question.kind.value for one in ask(text)}


def test_what_is_asked_of_a_list_is_told_in_its_key_with_what_the_text_says_of_each() -> None:
    text = "一是健全培育机制。把代表培训排进计划。二是健全信息机制。推动工会发布工资信息。"
    (one,) = (one for one in ask(text) if one.question.kind.value == "理解")
    assert one.question.text.startswith("“健全培育机制”和“健全信息机制”这两点，")
    assert "健全培育机制。把代表培训排进计划；健全信息机制。推动工会发布工资信息" in (
        one.question.expected
    )


@pytest.mark.parametrize(
    ("structure", "text"),
    [
        ("outcome", "车间设立了检验台。产品一次合格率也由96%提高到98%。职工都说好。"),
        ("outcome", "工会推行上门服务。当年新建数下降到76家。职工都说好。"),
    ],
)
def test_what_only_looks_like_it_is_not_asked_about(structure: str, text: str) -> None:
    assert structure not in structures(text)


@pytest.mark.parametrize(
    "order", ["有同志主张，先把师傅定下来，再谈开课", "有的人来了，先听半小时汇报，再看一圈车间"]
)
def test_an_order_that_the_text_may_turn_down_is_never_one_to_follow(order: str) -> None:
    beside = "职工听了都摇头，这样办事看似稳妥，其实把次序弄颠倒了，活也耽误了。"
    assert not [one for one in ask(f"{order}。{beside}") if "先" in one.words]


@pytest.mark.parametrize(
    ("demand", "acts"), [("班组安全要靠天天查", True), ("班组安全不能靠运气", False)]
)
def test_what_only_denies_gives_nothing_to_act_on(demand: str, *, acts: bool) -> None:
    told = (
        "班长每天上岗前先看工具架，哪一把扳手缺了口，哪一根绳磨了边，他都记在本子上。"
        "徒弟们起初嫌烦，后来也跟着记。半年下来，车间里少了十一处隐患。"
    )
    text = f"第一，{demand}。{told}"
    asked = suggest(Passage("a-1", 0, len(text), text), kinds=(QuestionKind.ACT,))
    assert bool(asked) is acts
