"""Practices that a group may copy, and outcomes with what brought them about."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.practices import outcomes, practices
from studydesk.study.sentences import sentences


def practised(text: str) -> list[str]:
    parts = sentences(Passage("a-1", 0, len(text), text))
    return [one.words for one in practices(text, parts) if one.structure == "practice"]


def came_of(text: str) -> list[str]:
    return [one.words for one in outcomes(text, sentences(Passage("a-1", 0, len(text), text)))]


@pytest.mark.parametrize(
    "practice",
    [
        "补救的办法，是把带教排进生产计划",
        "办的环节，由“谁办谁答”改为“办了再评”",
        "是否办结，由提案人签字认定",
        "宿舍由按工号分配改为自由组合",
        "凡是已经掌握的信息一律不再要职工填报",
        "职工只需在便签上写清哪台设备不顺手",
        "工会把运送员和护士请到一起对时间",
        "一般隐患当班答复职工",
    ],
)
def test_a_practice_is_quoted_whole(practice: str) -> None:
    assert practised(f"工会和职工想了办法。{practice}。大家都说好。") == [practice]


@pytest.mark.parametrize(
    "text",
    [
        "过去提建议，工会在墙上贴出四页表格，写明现状和效益。职工不提。",
        "班组把监护当成轻省活，派给新来的职工。",
        "公司告到法院，法院把职工的请求判决驳回。",
        "工会的函里写着电话，车间把韩女士的手机号贴在墙上。",
        "车间把巡检改成三天一次。半年下来，工伤事故上升了。",
        "七成的职工说最想要的是能有一天不用守着家人。",
        "集团工会把五年的1900多件提案全部翻出来归类。",
        "工会则可以在驿站设立代办点，组织志愿者帮助职工整理材料。",
        "国庆节当天上班，单位说“过几天让你歇回来”，职工没话说。",
        "新款上线当天才公布，班组来不及练。",
        "班组当天就报了修，维修单在系统里停留了二十天。",
        "班组应当停止当日室外露天作业，工会要督促。",
        "职工在线上提出的每一个问题，每一条建议，都不必再跑一趟工会。",
        "由住建、卫健部门会同工会制定体检标准，由医院认定，职工放心。",
        "抽血顺序也由按床号改为按楼层分批，职工都说好。",
        "职工吃过的苦头，在公共区域即可看得清清楚楚。",
    ],
)
def test_what_nobody_is_to_copy_is_no_practice(text: str) -> None:
    assert practised(text) == []


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


def test_an_effect_begins_where_its_clause_or_the_one_it_turns_against_begins() -> None:
    done = "车间换了办法，请师傅来教。"
    assert came_of(done + "第二年夏天走的人少了一半还多。") == []
    text = "改动花的钱不多，离职率却从两成降到了半成"
    assert came_of(f"{done}{text}。") == [text]
    assert came_of(f"{done}离职率却从两成降到了半成。") == []


@pytest.mark.parametrize(
    "text",
    ["工伤事故增加了三成", "职工的满意度下降了三成", "人均工资增加到三千元", "赔偿增加到三千元"],
)
def test_harm_pay_and_damages_are_no_effect_to_look_into(text: str) -> None:
    assert came_of(f"车间换了办法，请师傅来教。{text}。") == []
