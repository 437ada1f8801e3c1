"""What a text tells that is done: deeds, names and what they are done for."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.doings import deeds, named_doings, purposes, ways
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "师傅每周来两个下午，当着大家的面拆开来讲，一个人做，三个人看，做完了换人再做一遍。"
    "讲完了各人写一张纸条，写自己原先错在哪里，贴在门后，过一个月再揭下来看。"
)
FINDERS = {"deed": deeds, "named": named_doings, "purpose": purposes}


def found(structure: str, text: str) -> list[Find]:
    return list(FINDERS[structure](text, sentences(Passage("a-1", 0, len(text), text))))


def words(structure: str, text: str) -> list[str]:
    return [one.words for one in found(structure, text)]


@pytest.mark.parametrize("who", ["", "他们", "车间工会"])
def test_a_deed_is_quoted_from_what_it_is_done_with(who: str) -> None:
    assert words("deed", f"{who}把课堂搬到了故障现场。{TOLD}") == ["把课堂搬到了故障现场"]


@pytest.mark.parametrize(
    "ill",
    [
        "有的车间把课堂搬到了食堂里",
        "不能把课堂搬到别人的工位上",
        "车间把出错的责任推到徒弟身上",
        "如果把课堂搬到故障现场",
        "把课堂办成体制机制改革的样板",
    ],
)
def test_what_is_not_done_or_ill_done_or_only_on_paper_is_no_deed(ill: str) -> None:
    assert words("deed", f"{ill}。{TOLD}") == []


def test_a_deed_that_the_text_tells_nothing_of_is_not_asked_about() -> None:
    assert words("deed", "车间把课堂搬到了故障现场。大家都说好。") == []


def test_only_what_changes_shape_or_place_is_one_to_copy() -> None:
    (copied,) = found("deed", f"车间把图纸改成了大字本。{TOLD}")
    (only_asked,) = found("deed", f"车间把理由讲给每一个人听。{TOLD}")
    assert ("own" in copied.more, "own" in only_asked.more) == (True, False)


@pytest.mark.parametrize("name", ["“故障课堂”", "“拆一遍”工作法"])
def test_what_is_founded_under_a_name_is_asked_about_by_it(name: str) -> None:
    assert words("named", f"车间推行{name}。{TOLD}") == [name.partition("”")[0][1:]]


@pytest.mark.parametrize("name", ["“五一奖杯”", "“老周耳朵”", "“党员示范岗”"])
def test_a_prize_a_nickname_and_a_political_name_are_not(name: str) -> None:
    assert words("named", f"车间设立{name}。{TOLD}") == []


def test_a_name_without_its_story_is_not_asked_about() -> None:
    assert words("named", "车间推行“故障课堂”。大家都说好。") == []


def test_what_something_is_done_for_is_asked_about() -> None:
    assert words("purpose", f"为了让夜班的徒弟也学得上，车间想了办法。{TOLD}") == [
        "让夜班的徒弟也学得上"
    ]
    assert words("purpose", "为了让夜班的徒弟也学得上，车间想了办法。") == []
    assert words("purpose", f"为了让他们也学得上，车间想了办法。{TOLD}") == []


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("车间的做法是把图纸挂到机台边", ["把图纸挂到机台边"]),
        ("车间的做法是由他挂图纸到机台边", []),
        ("过去的做法是把坏件藏在柜子里", []),
    ],
)
def test_what_the_way_of_doing_something_is_is_a_deed(way: str, words: list[str]) -> None:
    text = f"{way}。{TOLD}"
    found_ = ways(text, sentences(Passage("a-1", 0, len(text), text)))
    assert [one.words for one in found_] == words


@pytest.mark.parametrize(
    "founded", ["班长琢磨出“{}法”", "门口挂了一块“{}板”", "每天班前三分钟“{}”"]
)
def test_what_is_thought_out_hung_up_or_done_every_day_has_its_name(founded: str) -> None:
    (name,) = words("named", f"{founded.format('听三声')}。{TOLD}")
    assert name.startswith("听三声")


def test_what_a_deed_is_done_for_may_stand_before_it() -> None:
    deed = "把图纸、样板和记录本都请到机台边上"
    (aimed,) = found("deed", f"为了让徒弟看得明白，车间{deed}。大家看了再做。{TOLD}")
    assert aimed.words == deed
    assert "reason" in aimed.more


def test_a_prize_by_a_name_of_ones_own_is_a_practice_and_a_great_one_is_none() -> None:
    assert words("named", f"车间设了“细心奖”。{TOLD}") == ["细心奖"]
    assert words("named", f"车间设了“特等奖”。{TOLD}") == []


def test_what_somebody_learns_by_heart_is_no_deed_to_copy() -> None:
    assert words("deed", f"半年之后，把三百个检查点背得一个不差。{TOLD}") == []


def test_a_name_in_a_row_of_names_is_not_told_of() -> None:
    assert words("named", f"车间推行“故障课堂”“创新小组”。{TOLD}") == []


@pytest.mark.parametrize(
    ("led_to", "asked"),
    [
        ("夜班和白班碰不上面，徒弟常常误事。", True),
        ("夜班和白班都在一个车间里。", False),
        ("要紧的是徒弟常常误事，班里应当", False),
    ],
)
def test_what_a_deed_is_for_is_asked_where_something_was_hard_before(
    led_to: str, *, asked: bool
) -> None:
    text = (
        f"{led_to}把炉子的脾气写在一张纸上。两年下来有四百多张，按炉号装订成册。"
        "车间里谁接班谁先翻，翻过的人都点头，新来的职工也照着做，后来各班都有一本。"
    )
    found = [one.question.text for one in suggest(passage(text))]
    assert any("难处" in one for one in found) is asked
