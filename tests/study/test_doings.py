"""What a text tells that is done: names and what they are done for."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.doings import named_doings, purposes
from studydesk.study.find import Find
from studydesk.study.sentences import sentences

TOLD = (
    "师傅每周来两个下午，当着大家的面拆开来讲，一个人做，三个人看，做完了换人再做一遍。"
    "讲完了各人写一张纸条，写自己原先错在哪里，贴在门后，过一个月再揭下来看。"
)
FINDERS = {"named": named_doings, "purpose": purposes}


def found(structure: str, text: str) -> list[Find]:
    return list(FINDERS[structure](text, sentences(Passage("a-1", 0, len(text), text))))


def words(structure: str, text: str) -> list[str]:
    return [one.words for one in found(structure, text)]


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
    "founded", ["班长琢磨出“{}法”", "门口挂了一块“{}板”", "每天班前三分钟“{}”"]
)
def test_what_is_thought_out_hung_up_or_done_every_day_has_its_name(founded: str) -> None:
    (name,) = words("named", f"{founded.format('听三声')}。{TOLD}")
    assert name.startswith("听三声")


def test_a_prize_by_a_name_of_ones_own_is_a_practice_and_a_great_one_is_none() -> None:
    assert words("named", f"车间设了“细心奖”。{TOLD}") == ["细心奖"]
    assert words("named", f"车间设了“特等奖”。{TOLD}") == []


def test_a_name_in_a_row_of_names_is_not_told_of() -> None:
    assert words("named", f"车间推行“故障课堂”“创新小组”。{TOLD}") == []


def test_a_name_that_another_follows_at_once_is_not_asked_about() -> None:
    one = "各县区培育服务品牌，有的面向返乡人员开设“归雁夜校”，有的依托物流枢纽建起司机小站。"
    behind = "品牌办得好不好，由职工说了算。每到年底请职工当面打分，分数低的品牌要重新再来一遍。"
    assert found("named", one + behind) == []
    assert found("named", one.replace("，有的依托", "，教返乡人员学电焊，也依托") + behind) != []
