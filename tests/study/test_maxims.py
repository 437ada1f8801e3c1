"""Claims and sayings of one sentence, which the text beside them can bear out."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.maxims import MOST, maxims
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import stem, suggest

TOLD = (
    "车间把领料的单子贴到门口，谁领了什么、领了多少，工人都看得见。"
    "库房里的人起初嫌麻烦，月底盘点时却少跑了许多趟。"
)


def found(text: str) -> list[Find]:
    return list(maxims(text, sentences(Passage("a-1", 0, len(text), text))))


def words(text: str) -> list[str]:
    return [one.words for one in found(text)]


@pytest.mark.parametrize(
    "claim",
    [
        "台账只管提醒，不管批评",
        "单子不求多，但求看得懂",
        "灯再亮，也照不到柜子背后",
        "离开了现场，图纸就成了画",
        "单子清楚了，闲话就少了",
        "扳手松一点，螺栓就记得住",
        "库房最怕的是没有人翻",
        "台账的分量，首先在真",
        "盘点归根到底要看对不对得上",
        "擦洗擦不出明白的账",
        "真正的公道是天天看得见",
        "热闹不能代替办事",
        "贴出来比锁起来更管用",
        "领料之前，先看一眼单子",
        "谁用得着，谁就看得懂",
        "锤子是用来敲的，尺子是用来量的",
        "单子贴到哪里，闲话就少到哪里",
        "门关一寸，话就少一句",
        "贴单子容易，天天换单子难",
        "单子真不真，库房里看得清",
        "单子若没有人看，就成了摆设",
        "贴单子见效慢，却最叫人放心",
        "人少了，更要把单子写清楚",
        "真账是最好的说明",
        "贴出来比藏起来省事得多",
        "挂着的一张稳住规矩，换着的一张带来新意",
        "单子后面得有人管",
        "账目终究瞒不过翻的人",
        "班长张罗，容易周到；大家张罗，容易长久",
    ],
)
def test_a_claim_is_found_by_its_form_and_quoted_whole(claim: str) -> None:
    assert words(f"{TOLD}{claim}。") == [claim]
    assert words(f"{TOLD}我们一直主张，{claim}。") == [claim]


@pytest.mark.parametrize(
    "told",
    [
        "他再忙，也要看一眼单子",
        "单子贴了三天，闲话就少了",
        "工会应当把单子贴到门口",
        "天一黑，门口就没人了",
        "单子贴在门口，字写得很大",
        "那样的灯再亮，也照不到柜子背后",
        "单子是否看得懂，闲话是否少了",
        "张启明指出，做事首先要端正态度",
        "手册的标准只管提醒吗",
        "单子能不能再大一点",
        "单子全部贴到门口，写得真不真，请大家来看",
        "单子再长，也不得只贴一半",
    ],
    ids=[
        "of somebody",
        "counted",
        "asked for",
        "an evening",
        "no judgement",
        "pointing away",
        "no claim",
        "an office",
        "a question",
        "a wish",
        "a plan",
        "a provision",
    ],
)
def test_what_is_told_asked_for_or_said_of_something_else_is_no_claim(told: str) -> None:
    assert words(f"{TOLD}{told}。") == []


def test_what_is_only_granted_is_no_claim() -> None:
    claim = "单子清楚了，闲话就少了。"
    assert words(f"{TOLD}{claim}但单子自己不会说话。") == []
    assert words(f"{TOLD}{claim}墙上的单子天天换。") == [claim.rstrip("。")]


def test_what_stands_alone_has_nothing_to_bear_it_out() -> None:
    claim = "单子清楚了，闲话就少了。"
    assert words(claim) == words(f"{claim}大家都说好。") == []
    assert words(f"{TOLD}\n{claim}") == ["单子清楚了，闲话就少了"]


def test_the_next_paragraph_bears_a_claim_out_unless_it_turns_to_something_else() -> None:
    claim = "单子清楚了，闲话就少了"
    assert words(f"{claim}。\n{TOLD}") == [claim]
    assert words(f"{claim}。\n当然，{TOLD}") == []


def test_what_is_only_numbered_among_others_has_nothing_beside_it() -> None:
    text = f"{TOLD}第一，台账只管提醒，不管批评。第二，单子贴在门口。"
    assert words(text) == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("库工郑小满说：“盘点缺的是一双别人的眼睛。”", "郑小满"),
        ("“盘点缺的是一双别人的眼睛。”郑小满说。", "郑小满"),
        ("他说：“盘点缺的是一双别人的眼睛。”", ""),
        ("库工郑小满说：“单子贴出去以后，我反倒睡得着了。”", "郑小满"),
    ],
)
def test_who_says_it_is_named_where_the_sentence_does(said: str, who: str) -> None:
    (one,) = found(TOLD + said)
    assert one.more["who"].endswith(who) if who else one.more["who"] == ""


@pytest.mark.parametrize(
    "said",
    [
        "区委书记说：“盘点缺的是一双别人的眼睛。”",
        "经理说：“盘点缺的是一双别人的眼睛。”",
        "郑小满说：“他缺的是一双别人的眼睛。”",
        "郑小满住院动了手术，他说：“盘点缺的是一双别人的眼睛。”",
    ],
    ids=["a leader", "a manager", "of somebody", "illness"],
)
def test_what_an_office_says_or_what_would_hurt_is_left_alone(said: str) -> None:
    assert found(TOLD + said) == []


@pytest.mark.parametrize("shame", ["罚款", "老板", "患病", "低保", "下岗"])
def test_nothing_that_shames_is_quoted(shame: str) -> None:
    assert words(f"{TOLD}{shame}再多，也换不来干净的柜子。") == []


def test_political_lines_and_leaders_words_are_never_quoted() -> None:
    for line in ("党建工作再忙，也不能忘了门口的单子", "习近平总书记强调，单子再多，也不能乱"):
        assert words(f"{TOLD}{line}。") == []


@pytest.mark.parametrize(
    "told", ["季明远在讲话中肯定了成绩", "各位代表，大家好", "季明远强调，要过细"]
)
def test_nothing_is_taken_out_of_an_address(told: str) -> None:
    claim = "单子清楚了，闲话就少了"
    assert words(f"{TOLD}{claim}。") == [claim]
    assert words(f"{told}。{TOLD}{claim}。") == []


def test_what_somebody_says_of_himself_is_only_asked_for_its_reason() -> None:
    text = f"工人都来看。{TOLD}库工郑小满说：“单子贴出去以后，我反倒睡得着了。”"
    asked = [one.question for one in suggest(Passage("a-1", 0, len(text), text))]
    assert {one.kind for one in asked} == {QuestionKind.ANALYSE}


def test_of_many_only_the_best_are_asked_about() -> None:
    claims = ("单子清楚了，闲话就少了", "灯再亮，也照不到柜子背后", "热闹不能代替办事")
    assert len(words(f"{TOLD}{'。'.join(claims)}。")) == MOST


def test_what_closes_a_paragraph_goes_before_what_stands_within_it() -> None:
    within, last = found(f"{TOLD}灯再亮，也照不到柜子背后。大家都看。单子清楚了，闲话就少了。")
    assert within.words == "单子清楚了，闲话就少了"
    assert within.worth > last.worth


def test_nobody_is_asked_for_the_like_at_the_own_workplace_of_pay_or_of_the_firm() -> None:
    for claim in ("手艺好了，奖金就多了", "企业的活顺了，人心就近了"):
        kinds = {s.question.kind for s in suggest(Passage("a-1", 0, 99, f"{TOLD}{claim}。"))}
        assert QuestionKind.CONNECT not in kinds


def test_claims_of_one_packet_are_asked_about_in_different_ways() -> None:
    asked: list[str] = []
    for claim in ("单子清楚了，闲话就少了", "灯再亮，也照不到柜子背后", "热闹不能代替办事"):
        text = f"{TOLD}{claim}。"
        found = [s.question.text for s in suggest(Passage("a-1", 0, len(text), text), asked)]
        assert found
        assert not set(map(stem, found)) & set(map(stem, asked))
        asked += found
