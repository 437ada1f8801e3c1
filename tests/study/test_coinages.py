"""A saying of a text is put into the group's own words."""

import pytest

from studydesk.study.coinages import coinages, nicknames, quoted
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "{}工会把窗口搬到车间门口，职工下了班就能办。办完还有人回访，一件一件问清楚，"
    "再照着职工说的改办法，改完当面念一遍。"
)

MORE = "谁来领料都在板上写一笔，写清楚领了什么、做什么用，月底按板上的数盘点，一样也不少。"


def found(text: str) -> list[str]:
    return [find.words for find in coinages(text, sentences(passage(text)))]


def test_a_saying_leads_to_what_the_group_would_call_it() -> None:
    asked = suggest(passage(TOLD.format("职工遇上了“看不懂、记不住”的问题。")))
    own = [one.words for one in asked if "换成我们班组的话" in one.question.text]
    assert own == ["看不懂、记不住"]
    assert not any(
        "换成我们班组的话" in one.question.text
        for one in suggest(passage(TOLD.format("服务实行“找得到、叫得应”的办法。")))
    )


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("班里实行“先通风、后下井”的办法。通风不到一刻钟不算，下井之前再看一眼仪表。", True),
        ("班里琢磨出“听、看、摸”三步法：先贴着机壳听，再拿灯照着看，末了才上手。", True),
        ("班里实行“一张单、两头跑”的办法。大家都说好，来的人比从前多。", False),
    ],
)
def test_a_saying_is_to_be_told_in_other_words_only_where_the_text_unfolds_it(
    told: str, *, asked: bool
) -> None:
    (one,) = coinages(f"{told}{MORE}", sentences(passage(f"{told}{MORE}")))
    assert ("told" in one.more) is asked


@pytest.mark.parametrize(
    "told",
    [
        "他说：“椅子太软、太矮。”",
        "开展“争当能手、争当标兵”活动。",
        "职工获评“爱岗、敬业”称号。",
        "“墙上有块公开栏”也好。",
        "落实“一带一路、合作共赢”倡议。",
    ],
)
def test_what_somebody_says_and_what_is_a_name_is_no_saying(told: str) -> None:
    assert found(TOLD.format(told)) == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("库房设了一本“糊涂账”。", ["糊涂账"]),
        ("库房的单子成了人人头疼的“糊涂账”。", ["糊涂账"]),
        (
            "料领了没人写，写了没人看，月底对不上账，库房一直处在“半睡半醒”的状态。",
            ["半睡半醒"],
        ),
        ("老周每周交一个“听不准”——把拿不准的声音录下来。", ["听不准"]),
        ("库房里的“糊涂账”越记越多。", []),
        ("机器爬到拐角就“发懵”。", []),
        ("手机收到一条“审核通过”的短信。", []),
        ("库房召开“明白账”现场会。", []),
        ("如何让库房成为大家的“第二个家”，要想一想。", []),
        ("他说：“先盘点。”", []),
        ("大家给老周起了个外号“老黄牛”。", []),
        ("班组有“青松”“白桦”“红枫”三个。", []),
        ("大家都在问“怎么盘”的事。", []),
        ("老周评上了“先进班组”称号。", []),
        ("合同里写明“账本归班组管，不归个人”。", []),
    ],
)
def test_a_word_in_quotation_marks_is_asked_for_what_it_stands_for(
    told: str, words: list[str]
) -> None:
    text = f"{told}{MORE * 2}"
    assert [find.words for find in quoted(text, sentences(passage(text)))] == words


def test_a_word_with_little_round_it_cannot_be_understood() -> None:
    text = "库房里的“糊涂账”越记越多。"
    assert not list(quoted(text, sentences(passage(text))))


def test_a_course_that_somebody_takes_is_no_saying_of_the_text() -> None:
    text = (
        "检验员老黄报的是“家常电工”。家里灯不亮、插座打火，过去都要等人，等上一天是常事。"
        "学了八次课，给自家换了漏电保护器，又被邻居喊去看了两回，说是觉得自己也能行。"
    )
    assert list(quoted(text, sentences(passage(text)))) == []


WHY = "她一个人管着三百多样工具，哪一样放在哪一格，闭着眼也摸得到，谁来借都不用等。"


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ("工友们都叫她“活账本”。", ["活账本"]),
        ("班里人管她叫“活账本”。", ["活账本"]),
        ("职工戏称为“三无库房”。", ["三无库房"]),
        ("背地里有人叫她“铁算盘”。", []),
        ("她被评为“岗位能手”。", []),
    ],
)
def test_what_people_call_somebody_kindly_is_asked_for_where_it_comes_from(
    called: str, words: list[str]
) -> None:
    told = passage(f"{WHY}年底盘点，几间库房的东西都在，一样也没有少，连螺钉也数得清。{called}")
    assert [find.words for find in nicknames("", sentences(told))] == words
    asked = [one.question.text for one in suggest(told) if one.structure == "nickname"]
    assert asked == [f"“{word}”这个叫法是怎么来的？从文中找缘由。" for word in words]


def test_of_a_mere_thing_is_asked_what_is_called_so_and_why() -> None:
    told = "本书由几位律师合著，用讲故事的方式解读劳动法规，职工读得懂、用得上。"
    told += "每个案例先讲经过，再讲怎么办。"
    text = f"{told}对于广大职工而言，这是一位随时可以请教的“法律邻居”。"
    (asked,) = (one.question.text for one in suggest(passage(text)) if one.structure == "quoted")
    assert asked == "文中把什么叫作“法律邻居”？从前后找缘由。"


NIGHTS = "夜校办了半年，来的人一天比一天多，大家下了班带着图纸来，围着机台一条一条问清楚才走。"


@pytest.mark.parametrize(
    ("told", "explained"),
    [
        ("车间在班组里设立“知心人”，及时发现谁心里有事，陪着走走路、聊一聊。", True),
        ("车间推行“传帮带”制度，要求每位师傅一年里带出两名能独当一面的徒弟。", True),
        ("车间把练活看作工人的“手上账”，即一年里练过什么活、练成了几样。", True),
        ("车间里推行“传帮带”。夜校里从此热闹起来，谁有空谁都愿意来坐一坐。", False),
        ("小孙通过“求学圆梦”读完大专，又考取了技师，现在带着一支维护组。", False),
        ("当一台台“铁师傅”走进车间，老师傅们还要做什么，大家心里都没有底。", False),
    ],
)
def test_what_a_word_means_is_asked_where_the_text_tells_it(told: str, *, explained: bool) -> None:
    asked = [one.question.text for one in suggest(passage(f"{NIGHTS}{told}"))]
    assert any("用前后的话说明" in question for question in asked) is explained
