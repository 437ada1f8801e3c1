"""What lists are called, and which of them can be taken up."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage, Subheading
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures
from studydesk.study.suggestions import Suggestion, suggest

DOINGS = (
    "一是推行班组议事，每周碰一次头。二是建立师徒台账，每月写一页。三是开展现场练兵，每季比一回。"
)
FAULTS = "一是师傅不够，徒弟没人带。二是设备太少，工人排不上。三是时间太短，职工练不完。"
POINTS = (
    "一是队伍年轻。受访职工平均三十岁。二是队伍流动。职工半年换一批。三是队伍分散。职工各跑各的。"
)


def under(*sections: tuple[str, str]) -> tuple[Suggestion, ...]:
    """Suggestions for sections with their headings."""
    text, heads = "", []
    for title, body in sections:
        heads.append(Subheading(len(text), len(text) + len(title)))
        text += f"{title}\n{body}\n"
    return suggest(Passage("a-1", 0, len(text), text, subheadings=tuple(heads)))


def kinds(found: tuple[Suggestion, ...]) -> set[QuestionKind]:
    return {one.question.kind for one in found if one.structure.startswith("list")}


@pytest.mark.parametrize(
    ("title", "body", "called"),
    [
        ("二、突出问题", FAULTS, "三个问题"),
        ("四、对策建议", DOINGS, "三条建议"),
        ("几点启示", POINTS, "三条启示"),
        ("近年情况", POINTS, "三点"),
    ],
)
def test_a_list_is_called_as_its_heading_says(title: str, body: str, called: str) -> None:
    assert any(called in one.question.text for one in under((title, body)))


def test_a_list_that_has_no_name_is_not_told_beside_another() -> None:
    assert not any("三点" in o.question.text for o in under(("近年情况", POINTS), ("后来", FAULTS)))


def test_troubles_and_measures_are_asked_for_more_than_to_be_understood() -> None:
    beyond = {QuestionKind.CONNECT, QuestionKind.ACT}
    assert kinds(under(("突出问题", FAULTS))) & beyond
    assert kinds(under(("对策建议", DOINGS))) & beyond


def test_what_has_no_name_is_not_weighed() -> None:
    assert QuestionKind.ANALYSE not in kinds(under(("近年情况", POINTS)))


def test_a_heading_is_pointed_to_as_one_and_quoted_within() -> None:
    body = "职工没有地方提。班组长忙不过来。大家看着点子烂掉。后来设了箱子。"
    (one,) = (o for o in under(("“点子”为什么会沉睡", body)) if o.structure == "title-question")
    assert one.question.expected.startswith("回答在选段的小标题“‘点子’为什么会沉睡”之后")


def test_sentences_are_counted_as_on_paper() -> None:
    text = "“都难，怎么办？不比谁难。”他说完了。为什么晚班没有菜？因为备餐量按白班职工的人数来算。"
    (one,) = (o for o in suggest(Passage("a-1", 0, len(text), text)) if o.structure == "asked")
    assert "第4句" in one.question.expected


@pytest.mark.parametrize(
    "text",
    [
        "首先是建好台账，每月写一页；其次是办好比武，每季比一回；同时也不要忘了管好工具。职工叫好。",
        "工会提出五条建议。一是推行班组议事。二是建立师徒台账。三是开展现场练兵。职工叫好。",
    ],
    ids=["one more", "five of which three are here"],
)
def test_a_list_that_goes_on_beyond_its_items_is_not_asked_about_whole(text: str) -> None:
    assert kinds(suggest(Passage("a-1", 0, len(text), text))) == set()


def test_what_is_counted_is_that_of_the_passage() -> None:
    several = (DOINGS.replace("班组议事", f"{n}班议事") for n in "甲乙丙丁戊己庚辛")
    asked = [one.question.text for text in several for one in under(("四、对策建议", text))]
    assert any("等三条建议" in text for text in asked)
    assert not [text for text in asked if "文中" in text]


def test_what_is_done_is_not_called_a_problem() -> None:
    asked = under(("二、突出问题", DOINGS))
    assert any("三点" in one.question.text for one in asked)
    assert not [one for one in asked if "三个问题" in one.question.text]


@pytest.mark.parametrize(
    ("items", "met"),
    [
        (("人手不足", "时间不够", "说法不一"), True),
        (("任务更加重大", "依据更加多元", "方式要换"), False),
    ],
)
def test_only_what_names_a_trouble_is_looked_for_at_home(
    items: tuple[str, str, str], met: bool
) -> None:
    lists = (f"职工有三个挑战。一是{n}组{{}}。二是{{}}。三是{{}}。" for n in "甲乙丙丁戊己")
    found = {kind for text in lists for kind in kinds(under(("近况", text.format(*items))))}
    assert QuestionKind.UNDERSTAND in found
    assert (QuestionKind.CONNECT in found) is met


def test_a_list_is_asked_about_by_what_leads_up_to_it() -> None:
    text = (
        "入秋之前，车间想办成三件事：一是工具柜换新锁，钥匙归班里；"
        "二是茶水间添一台冰箱，夜班也能用；三是更衣室装排风扇，先装东头。职工都等着。"
    )
    parts = sentences(Passage("a-1", 0, len(text), text))
    (one,) = (f for f in find_structures(text, parts) if f.structure.startswith("list"))
    assert (one.more["lead"], one.more["head"]) == ("车间想办成三件事", "头一件")
    assert one.more["points"].startswith("工具柜换新锁，钥匙归班里；")


def test_a_list_of_long_items_is_asked_about_too() -> None:
    text = (
        "其一，老师傅的手艺传得太慢与新机台来得太快的矛盾。职工两头跑。"
        "其二，白班排得太满与夜班没有人带的矛盾。职工夜里问不到人。"
    )
    asked = suggest(Passage("a-1", 0, len(text), text))
    assert QuestionKind.UNDERSTAND in {one.question.kind for one in asked}
