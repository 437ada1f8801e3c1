"""What a meeting asks for is asked about whole, and a case with what is to be done in it."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.demands import calls, cases, demands
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

ASKS = "会议强调，要把培训排进班次；要把师傅的课时算清楚；要把学徒的意见收上来。"


def found(text: str) -> list[str]:
    return [find.words for find in cases(text, sentences(passage(text)))]


def test_of_what_a_meeting_asks_for_nothing_is_shortened() -> None:
    (one,) = (one for one in suggest(passage(ASKS)) if one.structure == "demand")
    assert one.words == "会议强调"
    assert one.question.kind is QuestionKind.UNDERSTAND
    assert "培训" not in one.question.text


@pytest.mark.parametrize(
    "text",
    [
        ASKS.replace("要把师傅", "要贯彻党的部署，把师傅"),
        f"{ASKS}习近平总书记对技能人才十分关心。",
        "会议强调，要把培训排进班次；要把师傅的课时算清楚。",
        "老周强调，要把培训排进班次；要把师傅的课时算清楚；要把学徒的意见收上来。",
    ],
    ids=["political", "beside a leader", "two only", "somebody"],
)
def test_politics_and_few_demands_are_not_asked_for(text: str) -> None:
    assert not list(demands(text, sentences(passage(text))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("停机超过半小时的，再次开机前要重新点检。", "停机超过半小时"),
        ("对连续两班没有休息的驾驶员，由调度一次排休两天。", "连续两班没有休息的驾驶员"),
        ("凡是手感不对的零件，都要重新量一遍。", "手感不对的零件"),
        ("遇到要求空手签字的，先问清楚再说。", "要求空手签字"),
        ("位置偏、来人少的班组，一律由工会上门。", "位置偏、来人少的班组"),
        ("满三年没有评级的职工，可以免费培训一次。", "满三年没有评级的职工"),
    ],
)
def test_a_case_is_asked_about_with_what_is_to_be_done(text: str, words: str) -> None:
    assert found(text) == [words]
    assert any(words in one.question.text for one in suggest(passage(f"{text}班组都知道。")))


@pytest.mark.parametrize(
    ("by", "asks"),
    [("《设备管理规程》写明了几条。", "规定怎么办"), ("下面是笔者的几条看法。", "主张怎么做")],
)
def test_only_of_what_is_laid_down_is_asked_as_of_a_rule(by: str, asks: str) -> None:
    text = f"{by}对连续两班没有休息的驾驶员，由调度一次排休两天。班组都知道。"
    (asked,) = (one.question.text for one in suggest(passage(text)) if one.structure == "case")
    assert asks in asked


def test_a_case_without_a_noun_is_called_one() -> None:
    text = "停机超过半小时的，再次开机前要重新点检。班组都知道。"
    (asked,) = (one.question.text for one in suggest(passage(text)) if one.structure == "case")
    assert "遇到“停机超过半小时”的情形" in asked


def test_nothing_is_asked_about_a_case_in_which_something_is_forbidden() -> None:
    assert suggest(passage("停机超过半小时的，一律不许自己开机。班组都知道。")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "机器停下来是有原因的，要慢慢查。",
        "他带的那个徒弟不肯学的，要慢慢教。",
        "有的班组从来不交接班的，要改一改。",
        "墙上挂着一块写满字的木板，由老周天天擦。",
        "机器修好了，再也没有停过的记录，可喜可贺。",
    ],
)
def test_what_only_ends_like_a_case_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一旦机器冒烟，当班的人要立即断电。", ["机器冒烟"]),
        ("凡是少签一次交接单，当月评比一律不得分。", ["少签一次交接单"]),
        ("凡是直接关系到工友的规矩，都要听大家的意见。", ["直接关系到工友的规矩"]),
        ("如果天气好，大家都高兴。", []),
    ],
)
def test_what_is_to_be_done_when_something_happens_is_a_case(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_of_people_and_firms_is_asked_what_is_to_be_done_for_them() -> None:
    text = "对数量众多的小微企业，可以由工会上门。班组都知道。"
    (asked,) = (one.question.text for one in suggest(passage(text)) if one.structure == "case")
    assert asked.startswith("对“数量众多的小微企业”，文中主张怎么做？")


@pytest.mark.parametrize(
    "text",
    [
        "机床停了电，又找不到值班人的，可以先报告工会。",
        "遇到类似情况不要一走了之，应当先报告工会。",
    ],
    ids=["half of it before", "what not to do"],
)
def test_a_case_of_which_only_half_could_be_quoted_is_none(text: str) -> None:
    assert found(text) == []


HOW = (
    "班长每天上岗前先看工具架，哪一把扳手缺了口，哪一根绳磨了边，都记在本子上。"
    "徒弟们先是嫌烦，慢慢也跟着记。月底把本子摊开，哪一样该换，大家一眼就看明白。"
)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("抓工具，要从看得见的地方做起", "抓工具，要从看得见的地方做起"),
        ("第二步是把散的工具聚起来", "把散的工具聚起来"),
        ("针对这些毛病，应当在本子上下功夫", "在本子上下功夫"),
        ("老周：毛病要从自己身上找", "毛病要从自己身上找"),
        ("在领料方面，关键是把每天的账记清", "把每天的账记清"),
        ("也应看到，抓工具要从看得见的地方做起", "抓工具要从看得见的地方做起"),
    ],
)
def test_what_a_paragraph_says_is_to_be_done_is_asked_for_how_it_goes_on(
    first: str, words: str
) -> None:
    told = passage(f"{first}。{HOW}")
    assert [find.words for find in calls("", sentences(told))] == [words]
    assert any(words in one.question.text for one in suggest(told))


@pytest.mark.parametrize(
    "text",
    [
        f"{HOW}抓工具，要从看得见的地方做起。",
        "抓工具，要从看得见的地方做起。徒弟们先是嫌烦。慢慢也跟着记。",
        f"抓工具，要坚持党的领导。{HOW}",
        f"抓工具，要从看得见的地方做起。{HOW}总书记很关心。",
        f"第一，要从看得见的地方做起。{HOW}",
        f"工具间明年就要拆了。{HOW}",
        f"管好工具，并不需要高深的办法。{HOW}",
        f"这就要从头学起。{HOW}",
    ],
    ids=[
        "last",
        "not told",
        "party",
        "a leader",
        "counted",
        "soon",
        "denied",
        "pointing away",
    ],
)
def test_what_is_not_unfolded_or_no_call_is_not_asked_for(text: str) -> None:
    assert list(calls("", sentences(passage(text)))) == []


CASE_TOLD = "班组每天下班前看一遍台账，哪里缺了、哪里旧了，第二天早会上说清楚，车间当天就补。"


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (
            "对于班前会协商达成的规则，要写进台账",
            "对“班前会协商达成的规则”，文中主张怎么做？用自己的话讲。",
        ),
        (
            "遇到仪表读数跳动的情形，要先断开开关",
            "遇到“仪表读数跳动”的情形，文中主张怎么做？用自己的话讲。",
        ),
    ],
)
def test_what_is_settled_is_not_met_with_and_what_happens_is(case: str, asked: str) -> None:
    found = suggest(passage(f"{case}，谁做谁签名。{CASE_TOLD}"))
    assert asked in [one.question.text for one in found]
