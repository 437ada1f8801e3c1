"""What a text tells bears something out by a reason, an example or a figure."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.reasons import abandoned, borne_out, only_asks, shown
from studydesk.study.sentences import Sentence, sentences


@pytest.mark.parametrize(
    ("told", "bears"),
    [
        ("因为图纸没有人看得懂。", True),
        ("有的班组天天练，有的一年练一回。", True),
        ("返工少了三成。", True),
        ("去年有37人拿到证书。", True),
        ("路会越走越宽，力量也就有了最深厚的源泉。", False),
    ],
)
def test_only_a_reason_an_example_or_a_figure_bears_something_out(
    told: str, *, bears: bool
) -> None:
    assert borne_out(told) is bears


def test_an_aphorism_and_an_outlook_are_only_asked_for_what_they_mean() -> None:
    assert shown("练出来的才是自己的") == {"meant": "yes"}
    assert shown("找不到的，以后年轻人去找") == {"meant": "yes"}
    assert shown("真实比宏大更有力量") == {"evidence": "yes"}


def test_what_is_to_be_done_is_neither_shown_nor_meant() -> None:
    assert shown("经费要在监督上求严") == {}
    assert shown("应当人人都看得懂") == {}
    assert shown("找准职工需要什么，比埋头做什么更重要") == {"evidence": "yes"}


def told(text: str) -> tuple[Sentence, ...]:
    return sentences(Passage("a-1", 0, len(text), text))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("建议把图纸挂出来。同时允许班组自己画图。", True),
        ("出发之前，要把情况吃透。调研之中，要敢于多问。", True),
        ("调查发现，半数人看不懂图。要把图纸挂出来。要请师傅来讲。", False),
        ("去年要求挂图37张。师傅可以来讲。", False),
        ("要把图纸挂出来。", False),
    ],
)
def test_a_text_that_goes_on_to_measures_is_told_from_one_that_reports(
    text: str, *, asks: bool
) -> None:
    assert only_asks(told(text)) is asks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("看图是上机之本。不看图就不会上机。然而，有的图纸锁在柜里。", True),
        ("看图是上机之本。有的班组天天看，废料就少。然而，图纸常锁在柜里。", False),
        ("看图是上机之本。不看图就不会上机。", False),
    ],
)
def test_a_maxim_is_abandoned_where_the_text_turns_to_how_things_are(
    text: str, *, left: bool
) -> None:
    assert abandoned(told(text), 0) is left
