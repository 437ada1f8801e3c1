"""五段话 said where six are printed."""

import pytest

from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.proof.counts import other_count

THREE = tuple(PassageItem(Passage("a-1", n, n + 3, "念一遍"), id=f"p{n}") for n in range(3))


def found(*items: Item) -> list[str]:
    return [told for _, _, told in other_count(Packet("学习", items=(*THREE, *items)))]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("今天选的五段话", ["五段话 3 段"]),
        ("领读12段选文", ["12段选文 3 段"]),
        ("两段原文、三段选文", ["两段原文 3 段"]),
    ],
)
def test_another_number_of_passages_is_told(said: str, told: list[str]) -> None:
    assert found(Guide(said)) == told
    assert found(Agenda((AgendaStep(said, 10),))) == told


@pytest.mark.parametrize(
    "said",
    [
        "这三段话",
        "各划出一段话",
        "第五段话最要紧",
        "第十二段话",
        "前两段原文",
        "任选两段文字",
        "其中两段话",
        "每人抽两段选文",
        "五段经历",
    ],
)
def test_what_counts_right_or_something_else_is_left_alone(said: str) -> None:
    assert found(Guide(said)) == []


def test_terms_are_counted_where_there_are_any() -> None:
    assert found(Guide("弄明白三个词")) == []
    assert found(Guide("弄明白三个词"), Term("产改", "改革")) == ["三个词 1 个"]


def test_questions_that_are_printed_are_counted() -> None:
    assert found(Guide("议三道题"), Question("哪一句？"), Question(" ")) == ["三道题 1 道"]
