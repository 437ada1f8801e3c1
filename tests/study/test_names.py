"""What people called something they set up."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.names import names
from studydesk.study.sentences import sentences

TOLD = "职工有话，就写下来投进去。工会每周开一次箱，当面回话。"


def called(text: str) -> list[str]:
    return [one.words for one in names(text, sentences(Passage("a-1", 0, len(text), text)))]


@pytest.mark.parametrize(
    "text",
    [
        "工会设立“树洞信箱”。",
        "第一个办法叫“树洞信箱”。",
        "班里有一本“树洞信箱”。",
        "工会选了四十六名兼职的“树洞信箱”。",
        "班里用了“树洞信箱”的办法。",
    ],
)
def test_a_name_is_one_by_what_stands_beside_it(text: str) -> None:
    assert called(text + TOLD) == ["树洞信箱"]


def test_a_name_that_tells_all_there_is_to_tell_is_nothing_to_ask_about() -> None:
    assert called(f"工会用了“企业出房、工会出设备、女工出人手”的办法。{TOLD}") == []


def test_the_next_item_of_a_list_tells_nothing_of_a_name() -> None:
    assert (
        called("一是设立“树洞信箱”。二是办好班组书屋，大家来读书。三是请师傅来讲课。师傅讲得好。")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "这样的等待有一个好听的名字，叫“树洞信箱”。",
        "同事开玩笑叫“树洞信箱”。",
        "工会应当设立“树洞信箱”。",
        "职工说起“树洞信箱”。",
    ],
)
def test_a_mocking_word_or_a_plan_is_no_name(text: str) -> None:
    assert called(text + TOLD) == []


@pytest.mark.parametrize(
    "told",
    [
        "：数据占四成，评价占六成。",
        "，即职工有话就写下来投进去。",
        "。由工会和车间按三七出资，专门填补空缺。",
        "。操作前，操作人念一遍，监护人记一遍。",
    ],
)
def test_a_name_that_is_explained_can_be_asked_about(told: str) -> None:
    assert called(f"工会推行“树洞信箱”{told}职工都说好。") == ["树洞信箱"]


@pytest.mark.parametrize(
    "told",
    [
        "进企业186场，听众3.2万人次。选树工匠40名，其中一线职工占八成五。",
        "，每月有一点补贴，哪里来了新人，谁情绪不好，办公室的人不知道，他们先知道。",
        "，每人每天一百元，工会请人登记，大家自己来领。",
        "行动，车间里年内办成一半。职工都说好，大家都很高兴。",
        "。推行片区制，每个片区请两个人，天天记账。",
        "。开展比武，人人发本子，天天记账。",
    ],
    ids=["figures", "no deed", "a sum", "praise", "the next measure", "another measure"],
)
def test_a_name_that_nothing_explains_is_not_asked_about(told: str) -> None:
    assert called(f"工会开展“树洞信箱”{told}") == []


def test_a_figure_of_speech_is_no_name() -> None:
    assert called(f"有人说这叫“求人情”，我说这叫“磨豆腐”。{TOLD}") == []


def test_where_a_name_comes_from_is_not_what_it_stands_for() -> None:
    assert called("班里有一间“凉一会”。名字是大家投票投出来的。" + TOLD) == []
