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
        "试运行的返工次数明显下降",
        "事故起数同比下降六成",
    ],
)
def test_an_effect_is_one_in_any_numerals(effect: str) -> None:
    assert came_of(f"车间换了办法，请师傅来教。{effect}。") == [effect]
    assert came_of(f"大家都在场。{effect}。") == []


def test_what_a_works_has_ruled_is_done() -> None:
    ruled = "企业曾作过一项规定，凡新线试运行，必须有两名操作工签字。"
    assert came_of(f"{ruled}返工次数明显下降。") == ["返工次数明显下降"]


def test_at_least_so_many_is_no_effect() -> None:
    assert came_of("车间换了办法，请师傅来教。师傅每周至少两天在下面。") == []


def test_an_effect_begins_where_its_clause_or_the_one_it_turns_against_begins() -> None:
    done = "车间换了办法，请师傅来教。"
    assert came_of(done + "第二年夏天走的人少了一半还多。") == []
    text = "改动花的钱不多，离职率却从两成降到了半成"
    assert came_of(f"{done}{text}。") == [text]
    assert came_of(f"{done}离职率却从两成降到了半成。") == []


def test_a_result_that_takes_up_the_clause_before_is_quoted_with_it() -> None:
    text = "企业装了一套系统，晚上八点自动关灯。实行三个月，产出没有下降，加班时间倒少了四成。"
    assert came_of(text) == ["产出没有下降，加班时间倒少了四成"]
    assert came_of("车间换了办法，请师傅来教。比三年前提高了21个百分点。") == []


def test_what_only_should_be_done_or_is_told_elsewhere_brings_nothing_about() -> None:
    assert came_of("企业应当把带徒列入计划，请师傅来教。停机次数少了三成。") == []
    assert came_of("车间设立了师傅台，请师傅来教。\n停机次数少了三成。") == []


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


def test_what_befell_a_person_is_no_effect() -> None:
    assert came_of("车间换了办法，请师傅来教。左手从此少了两截手指。") == []


def test_what_is_only_compared_was_brought_about_by_nothing() -> None:
    done = "车间换了办法，请师傅来教。"
    assert came_of(f"{done}返工次数由十次降到三次。") == ["返工次数由十次降到三次"]
    assert came_of(f"{done}与前年相比，返工次数由十次降到三次。") == []


def test_a_sum_of_what_came_in_is_no_deed() -> None:
    text = "截至去年底，意见簿累计收集意见六百条，其中多条改了又改。停机次数减少了三成。"
    assert came_of(text) == []
    assert came_of("车间把意见簿改成白纸，谁都能写。停机次数减少了三成。") != []


def test_what_would_come_of_something_came_of_nothing() -> None:
    done = "工段把停机单贴到墙上，派人轮流去修。"
    assert came_of(f"{done}停机时间一年减少两百小时。")
    assert came_of(f"{done}如果照旧停车，产出一年减少两百小时。") == []


def test_what_is_not_measured_the_same_everywhere_is_no_outcome() -> None:
    done = "车间换了办法，请师傅来教。"
    assert came_of(f"{done}一年下来返工次数减少了七百次。")
    assert came_of(f"{done}一年下来毛利减少了七百万元。") == []


def test_a_sum_beside_it_hides_no_effect() -> None:
    done = "轮到的班组准时开灯，职工刷卡就能领工具。"
    assert came_of(f"{done}到年底累计领用三千次，等候时间缩短了一半。") == ["等候时间缩短了一半"]
    assert came_of(f"{done}其中等候时间缩短了一半。") == []


def test_what_has_not_come_back_since_is_an_effect() -> None:
    text = "车间换了办法，先预热再焊。管线重新接好以后，至今没有再漏。"
    assert came_of(text) == ["管线重新接好以后，至今没有再漏"]


@pytest.mark.parametrize(
    "effect",
    [
        "漏油的机台只剩下两台",
        "报名学手艺的人数翻了一番",
        "全线没有发生一起接错线的差错",
        "漏检由每月七件减为一件",
    ],
)
def test_what_is_left_doubled_or_never_came_is_an_effect(effect: str) -> None:
    assert came_of(f"车间换了办法，请师傅来教。{effect}。") == [effect]


def test_what_was_got_down_is_quoted_without_who_did_it() -> None:
    told = "车间换了办法，请师傅来教。夹具把每件的准备时间从40分钟压缩到12分钟。"
    assert came_of(told) == ["每件的准备时间从40分钟压缩到12分钟"]


def test_what_a_text_qualifies_at_once_is_no_success() -> None:
    told = "车间换了办法，请师傅来教。试运行的返工次数明显下降"
    assert came_of(f"{told}，废料也少了。")
    assert came_of(f"{told}，废料却多了。") == []
