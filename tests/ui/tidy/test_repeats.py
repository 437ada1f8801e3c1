"""What of a doubled passage is dropped, and what is said of it."""

import pytest

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
    Span,
)
from studydesk.ui.tidy.repeats import copies, likelier_dropped, repeat_at, told_of_repeat
from studydesk.ui.tidy.rows import Row

SAID = "会议十分重要，大家认真学习。"
STOP = SAID.index("，")


def doubled(start: int, end: int) -> Problem:
    return Problem(ProblemKind.REPEATED, Severity.GREY, Span(start, end), "a-1")


def test_repeats_of_one_length_are_no_copies_of_one_another() -> None:
    first, other, again = doubled(0, 2), doubled(2, 4), doubled(4, 7)
    assert copies("甲乙丙丁甲\n乙", [first, other, again], again) == [first, again]


@pytest.mark.parametrize(("cut", "dropped"), [((), 1), ((2,), 0), ((5,), 1), ((2, 5), 1)])
def test_the_one_copy_that_breaks_off_is_dropped_else_that_which_is_looked_at(
    cut: tuple[int, ...], dropped: int
) -> None:
    both = [doubled(0, 2), doubled(3, 5)]
    broken = (Span(end - 1, end) for end in cut)
    ends = [Problem(ProblemKind.END_MISSING, Severity.RED, span, "a-1") for span in broken]
    page = Recovery((), (), (*both, *ends))
    assert likelier_dropped(Source("page", "甲乙\n甲乙"), page, both[1])[0] == both[dropped]


@pytest.mark.parametrize("looked_at", [0, 1])
def test_of_two_copies_the_one_that_breaks_in_on_half_a_sentence_is_dropped(looked_at: int) -> None:
    raw = "市场良莠不齐。\n有人上当。\n依托农业等优\n齐。\n有人上当。\n势专业。"
    both = [doubled(at, at + 8) for at in (raw.index("齐"), raw.rindex("齐"))]
    lines = [(0, 7), (8, 13), (14, 23), (24, 29), (30, 34)]
    blocks = (
        Block(BlockKind.PARAGRAPH, raw[a:b].replace("\n", ""), (Span(a, b),)) for a, b in lines
    )
    page = Recovery((Article("a-1", "page", tuple(blocks)),), (), tuple(both))
    source = Source("page", raw)
    assert likelier_dropped(source, page, both[looked_at]) == (both[1], "另一处插在半句中间")


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


@pytest.mark.parametrize(
    ("words", "beheads"),
    [
        ("会议十分重要，大家认真学习。", True),
        ("有人记了笔记，", True),
        ("有人记了笔记，有人提问。", False),
        ("有人提问。", False),
        ("会议十分重要，大家认真学习。有人记了笔记，有人提问。散会。", False),
    ],
)
def test_what_takes_the_beginning_of_a_text_or_a_sentence_away_beheads_it(
    words: str, beheads: bool
) -> None:
    text = "会议十分重要，大家认真学习。有人记了笔记，有人提问。散会。"
    row = Row("a-1", text, places=tuple(range(len(text))), spans=(Span(0, len(text)),))
    start = text.index(words)
    assert repeat_at([row], doubled(start, start + len(words))).beheads == beheads
