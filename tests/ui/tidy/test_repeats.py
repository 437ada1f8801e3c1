"""What of a doubled passage is dropped, and what is said of it."""

import pytest

from studydesk.domain.article import Problem, ProblemKind, Severity, Span
from studydesk.ui.tidy.repeats import repeat_at, told_of_repeat
from studydesk.ui.tidy.rows import Row

SAID = "会议十分重要，大家认真学习。"
STOP = SAID.index("，")


def doubled(start: int, end: int) -> Problem:
    return Problem(ProblemKind.REPEATED, Severity.GREY, Span(start, end), "a-1")


@pytest.mark.parametrize(
    ("words", "joint"),
    [
        ("先做。他们又学", "，后面接着“到了一些。完了。”"),
        ("又学到了一些。完了。", "，接在“先做。他们”后面"),
        ("做。他们又学到了一些。完", ""),
    ],
)
def test_half_a_sentence_that_is_left_is_told_with_what_it_is_joined_to(
    words: str, joint: str
) -> None:
    text = "先做。他们又学到了一些。完了。"
    row = Row("a-1", text, places=tuple(range(len(text))), spans=(Span(0, len(text)),))
    start = text.index(words)
    repeat = repeat_at([row], doubled(start, start + len(words)))
    assert repeat.left
    assert repeat.joint == joint


@pytest.mark.parametrize(
    ("between", "dropped", "told"),
    [(0, STOP + 1, "6 字和后面的“，”，共 7 字"), (40, STOP, "6 字")],
    ids=["printed behind it", "behind what was moved away"],
)
def test_the_stop_behind_a_doubled_passage_goes_with_it_where_it_is_printed_there(
    between: int, dropped: int, told: str
) -> None:
    places = tuple(at if at < STOP else at + between for at in range(len(SAID)))
    spans = (Span(0, STOP), Span(STOP + between, len(SAID) + between))
    repeat = repeat_at([Row("a-1", SAID, places=places, spans=spans)], doubled(0, STOP))
    assert repeat.dropped == Span(0, dropped)
    assert told_of_repeat(repeat) == told
