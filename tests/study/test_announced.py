"""What is announced by its number, where as many follow."""

from time import perf_counter

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.announced import counted
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage


def found(text: str) -> list[Find]:
    finds = counted(text, sentences(Passage("a-1", 0, len(text), text)))
    return [find for find in finds if find.structure == "announced"]


@pytest.mark.parametrize(
    ("text", "words", "keys"),
    [
        (
            "评得准，要有三个支撑。一是标准从岗位上来，写进考核。二是考官从师傅中来。三是结果经得起复核，请职工看。",
            "评得准，要有三个支撑",
            "标准从岗位上来，写进考核；考官从师傅中来；结果经得起复核，请职工看",
        ),
        (
            "联络员有三项职责：听意见、传政策、报险情。",
            "联络员有三项职责",
            "听意见；传政策；报险情",
        ),
        (
            "今年我们有三点打算。单子贴到门口；图纸挂到机台边；工具放回架子上。",
            "三点打算",
            "单子贴到门口；图纸挂到机台边；工具放回架子上",
        ),
        (
            "开工前，我要求代表做三样功课：听一遍意见，弄清近年的账，问一问同行。",
            "三样功课",
            "听一遍意见；弄清近年的账；问一问同行",
        ),
        ("班里保存两类证据：考勤记录和工资流水。", "班里保存两类证据", "考勤记录；工资流水"),
        (
            "这话说得实在，恰好点出了班里的两个毛病：学的用不上，用的没人教。",
            "点出了班里的两个毛病",
            "学的用不上；用的没人教",
        ),
        (
            "班长每天只问两句话：今天的活哪里不一样？上一班留下了什么毛病？",
            "班长每天只问两句话",
            "今天的活哪里不一样？；上一班留下了什么毛病？",
        ),
    ],
)
def test_what_is_announced_is_told_with_its_members(text: str, words: str, keys: str) -> None:
    (one,) = found(text)
    assert (one.words, one.more["keys"]) == (words, keys)


@pytest.mark.parametrize(
    "text",
    [
        "联络员有四项职责：听意见、传政策、报险情。",
        "联络员有三项职责，人人都知道。",
        "他有三项职责：听意见、传政策、报险情。",
        "党的工作有三项职责：听意见、传政策、报险情。",
        "评得准，要有三个支撑。一是标准从岗位上来。二是考官从师傅中来。",
        "车间里一共有三个人：老张、老李、老王。",
    ],
    ids=["fewer", "none", "of somebody", "political", "a list cut off", "people"],
)
def test_what_is_not_told_in_full_or_is_unclear_is_not_asked_about(text: str) -> None:
    assert found(text) == []


def test_two_of_a_kind_and_troubles_are_not_to_be_ranked() -> None:
    (two,) = found("班里保存两类证据：考勤记录和工资流水。")
    (three,) = found("联络员有三项职责：听意见、传政策、报险情。")
    assert "weighable" not in two.more
    assert "weighable" in three.more


def test_a_long_sentence_of_first_items_is_read_once() -> None:
    began = perf_counter()
    assert found("一是好；" * 1000) == []
    assert perf_counter() - began < 3  # each item cut the whole sentence again: it took eight


COINED = (
    "他们摸索出“三筛”。头一筛，筛事与人，涉及人的不上会。第二筛，筛大与小。第三筛，筛能与不能。"
)


def test_a_number_that_is_coined_into_a_name_announces_what_is_numbered_by_it() -> None:
    (one,) = found(COINED)
    assert (one.words, one.more["keys"]) == ("三筛", "筛事与人；筛大与小；筛能与不能")
    assert found(COINED.replace("第三筛", "最后")) == []


def test_where_the_text_names_the_main_one_nobody_is_asked_for_another() -> None:
    text = "班费有三个来源：会费、卖废料的钱、厂里的补贴。会费要按月收。"
    assert "weighable" in found(text)[0].more
    assert "weighable" not in found(text.replace("会费要按月收", "补贴是大头"))[0].more


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        ("车间北门、铁路西侧、加油站", False),
        ("望山机械公司、城南工会、培训中心", False),
        ("照明、通风、走道", True),
    ],
)
def test_of_places_and_bodies_none_is_asked_about(items: str, asked: bool) -> None:
    assert bool(found(f"大家提得最多的有三处：{items}。")) is asked


def test_what_is_only_to_be_read_out_is_not_asked_for() -> None:
    (brief,) = found("班里保存两类证据：考勤记录和工资流水。")
    (long,) = found("班里保存两类证据：每个月的考勤记录和盖了章的工资流水单子。")
    assert ("told" in brief.more, "told" in long.more) == (False, True)


THINGS = (
    "第一件，把车间的大门从早到晚打开，谁来都行。钥匙挂在门后。"
    "第二件，把灯留着，下夜班照得见。第三件，把水烧热。"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"我们做了三件小事。{THINGS}", ["三件小事"]),
        (f"他们做了三件小事。{THINGS}", []),
        (f"我们带了三个徒弟。{THINGS}", []),
        (f"我们做了四件小事。{THINGS}", []),
        (f"我们做了三件小事。{THINGS.replace('谁来都行', '贯彻会议精神')}", []),
    ],
    ids=["ours", "of somebody", "people", "fewer", "political"],
)
def test_of_what_we_announce_ourselves_what_is_counted_is_quoted(
    text: str, words: list[str]
) -> None:
    assert [one.words for one in found(text)] == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("职工有三盼：盼题目贴近岗位，盼考场设在车间，盼评上就兑现。", "三盼"),
        (
            "“三怕三盼”：怕题目太偏、怕耽误上班、怕没人认账，盼贴近岗位、盼设在车间、盼评上就用。",
            "三怕三盼",
        ),
        ("夜校里讲的“三查”，就是查工具顺不顺手、查线路有没有破皮、查记录写没写全。", "三查"),
    ],
)
def test_what_is_counted_by_the_sign_it_begins_with_is_asked_for(told: str, words: str) -> None:
    asked = [one.question for one in suggest(passage(f"{told}工会把这些话记下来，逐条答复。"))]
    assert [one for one in asked if f"说“{words}”，是哪{words}？" in one.text]


@pytest.mark.parametrize(
    "told",
    [
        "职工有三盼：盼题目贴近岗位，盼考场设在车间。",
        "培训班办了三天：三天里大家都来，谁也没有落下，谁也没有迟到。",
        "第三查：查工具顺不顺手、查线路有没有破皮、查记录写没写全。",
    ],
)
def test_what_is_not_as_many_is_not_asked_for(told: str) -> None:
    asked = [one.question.text for one in suggest(passage(f"{told}工会把这些话记下来。"))]
    assert not [question for question in asked if "是哪三" in question]


def test_items_between_commas_are_told_one_by_one() -> None:
    told = (
        "老杨总结出四条经验：其一，先看图纸再开机，其二，听声音辨故障，其三，下班前把工具归位，"
        "其四，每周写一页笔记。徒弟们照着做，半年里没有出过差错。"
    )
    expected = next(one.question.expected for one in suggest(passage(told)))
    assert expected.startswith("先看图纸再开机；听声音辨故障；下班前把工具归位；每周写一页笔记（")
