"""What of a doubled passage is dropped, and what is said of it."""

import pytest

from studydesk.domain.article import Problem, ProblemKind, Severity, Span
from studydesk.ui.tidy.repeats import repeat_at, told_of_repeat
from studydesk.ui.tidy.rows import Row

SAID = "会议十分重要，大家认真学习。"
STOP = SAID.index("，")


@pytest.mark.parametrize(
    ("between", "dropped", "told"),
    [(0, STOP + 1, "6 字和后面的“，”，共 7 字"), (40, STOP, "6 字")],
    ids=["printed behind it", "behind what was moved away"],
)
def test_the_stop_behind_a_doubled_passage_goes_with_it_where_it_is_printed_there(
    between: int, dropped: int, told: str
) -> None:
    places = tuple(at if at < STOP else at + between for at in range(len(SAID)))
    problem = Problem(ProblemKind.REPEATED, Severity.GREY, Span(0, STOP), "a-1", "6")
    repeat = repeat_at([Row("a-1", SAID, places=places)], problem)
    assert repeat.dropped == Span(0, dropped)
    assert told_of_repeat(repeat) == told
