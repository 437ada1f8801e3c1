"""A saying of a text is put into the group's own words."""

import pytest

from studydesk.study.coinages import coinages, coined, quoted
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "{}工会把窗口搬到车间门口，职工下了班就能办。办完还有人回访，一件一件问清楚，"
    "再照着职工说的改办法，改完当面念一遍。"
)


def found(text: str) -> list[str]:
    return [find.words for find in coinages(text, sentences(passage(text)))]


def test_a_saying_leads_to_what_the_group_would_call_it() -> None:
    asked = suggest(passage(TOLD.format("服务要让职工“找得到、叫得应”才行。")))
    own = [one.words for one in asked if "换成我们班组的话" in one.question.text]
    assert own == ["找得到、叫得应"]


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


MORE = "谁来领料都在板上写一笔，写清楚领了什么、做什么用，月底按板上的数盘点，一样也不少。"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("库房挂着一块“明白板”：" + MORE, ["明白板"]),
        ("库房有个“明白板”，说的是这样一件事。" + MORE, ["明白板"]),
        ("老周有个“两查一记”，先查数量、再查型号，查完记在本上。" + MORE, ["两查一记"]),
        ("库房把“两查一擦”写进了流程。" + MORE, []),
        ("库房里的“糊涂账”越记越多。" + MORE, []),
        ("大家都叫他“老黄牛”：" + MORE, []),
        ("他说：“先盘点”：" + MORE, []),
    ],
)
def test_a_word_is_asked_for_where_the_text_tells_what_is_meant(
    told: str, words: list[str]
) -> None:
    assert [find.words for find in coined(told, sentences(passage(told)))] == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("库房里的“糊涂账”越记越多。", ["糊涂账"]),
        ("机器爬到拐角就“发懵”。", ["发懵"]),
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
