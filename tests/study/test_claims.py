"""Claims that the text beside them bears out, or with their cause."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.claims import claims
from studydesk.study.find import Find
from studydesk.study.sentences import sentences

TOLD = (
    "车间把领料的单子贴到门口，谁领了什么、领了多少，工人都看得见。"
    "库房里的人起初嫌麻烦，月底盘点时却少跑了许多趟。师傅们常去门口看，看了就说，说了就改，改了再贴。"
)
FINDERS = {"claim": claims}


def found(structure: str, text: str) -> list[Find]:
    return list(FINDERS[structure](text, sentences(Passage("a-1", 0, len(text), text))))


def words(text: str, structure: str = "claim") -> list[str]:
    return [one.words for one in found(structure, text)]


@pytest.mark.parametrize(
    "claim",
    [
        "盘点归根到底要看对不对得上",
        "台账的分量首先在真实二字",
        "贴出来比锁在柜子里更管用",
        "真实的账目是最好的说明",
        "账目做实离不开每天的登记",
        "谁用得着单子，谁就看得懂单子",
    ],
)
def test_a_judgement_is_quoted_whole(claim: str) -> None:
    assert words(f"{claim}。{TOLD}") == [claim]


@pytest.mark.parametrize(
    "told",
    [
        "老周是厂里干得最久的焊工",
        "工会应当把单子贴出来才能服人",
        "这样的账目才是最好的说明",
        "上个月的账目是昨天才贴出来的",
        "车间里最难的那本账上午贴出来了",
    ],
)
def test_news_demands_and_what_points_away_are_no_claim(told: str) -> None:
    assert words(f"{told}。{TOLD}") == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("账目做实离不开每天的登记。{}", "后面"),
        ("{}账目做实离不开每天的登记。", "前面"),
        ("单子贴出来了。账目做实离不开每天的登记。{}", "前后"),
    ],
)
def test_what_bears_a_claim_out_is_looked_for_where_it_stands(text: str, near: str) -> None:
    (one,) = found("claim", text.format(TOLD))
    assert one.more["near"] == near


def test_what_is_most_of_its_kind_is_not_asked_why() -> None:
    (one,) = found("claim", f"盘点是库房最要紧的一件事。{TOLD}")
    assert "argued" not in one.more


def test_a_claim_is_borne_out_by_two_sentences_of_its_paragraph() -> None:
    one_sentence = TOLD.replace("。", "，").rstrip("，")
    assert words(f"账目做实离不开每天的登记。{one_sentence}。\n{TOLD}") == []


def test_a_claim_needs_enough_beside_it_and_nothing_that_takes_it_back() -> None:
    claim = "真实的账目是最好的说明"
    assert words(f"{claim}。工人都看得见。") == []
    assert words(f"{claim}。但是{TOLD}") == []
    assert words(f"{claim}。{TOLD}要坚持党的领导。") == []


def test_what_somebody_says_is_claimed_by_them() -> None:
    (one,) = found("claim", f"{TOLD}葛师傅说：“单子贴出来，闲话就少了。”")
    assert (one.words, one.more["who"]) == ("单子贴出来，闲话就少了", "葛师傅")


def test_what_somebody_without_a_name_says_is_not_said_by_the_text() -> None:
    (one,) = found("claim", f"{TOLD}有人答得很朴实：单子是最好的说明书。")
    assert "by" not in one.more
    (one,) = found(
        "claim", f"{TOLD}安全员后来对老周说，头一回觉得单子不是贴给人看的，是贴给自己看的。"
    )
    assert one.more["who"] == "安全员"
    assert "by" in one.more


def test_what_a_passage_breaks_off_with_is_borne_out_by_nothing_in_it() -> None:
    leads_on = "破题的关键在于把账贴出来"
    assert words(f"{TOLD}{leads_on}。") == []
    assert words(f"{TOLD}{leads_on}。{TOLD}") == [leads_on]


def test_but_is_no_judgement() -> None:
    assert words(f"下雨天库房忙，但是车间闲。{TOLD}") == []
