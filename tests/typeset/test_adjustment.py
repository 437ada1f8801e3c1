"""Who gives way first when a line is squeezed or stretched (clreq, Line Adjustment)."""

from collections.abc import Callable

import pytest

from studydesk.typeset.galley import Line

SetLines = Callable[..., list[Line]]


def taken(line: Line, natural: Line) -> list[float]:
    """By how much each space of a line is narrower than in the same line with room to spare."""
    return [was - now for was, now in zip(natural.spaces, line.spaces, strict=True)]


def squeezed(set_lines: SetLines, text: str, by: float) -> dict[str, float]:
    """What each character gives, by the character before the gap, where one line is squeezed."""
    (natural,) = set_lines(text, 40)
    (line,) = set_lines(text, natural.end - by)
    given = taken(line, natural)
    return {cell.text: give for cell, give in zip(line.cells, given, strict=True) if give > 1e-9}


def test_brackets_give_first(set_lines: SetLines) -> None:
    given = squeezed(set_lines, "一（二）三，四2025年。五", 0.4)
    assert set(given) == {"一", "）"}


def test_then_marks_of_pause(set_lines: SetLines) -> None:
    given = squeezed(set_lines, "一（二）三，四2025年。五", 0.7)
    assert set(given) == {"一", "）", "，"}


def test_then_the_gap_between_chinese_and_figures(set_lines: SetLines) -> None:
    given = squeezed(set_lines, "一三，四2025年。五", 0.4)
    assert set(given) == {"，", "四", "2025"}


def test_and_marks_of_stop_last(set_lines: SetLines) -> None:
    given = squeezed(set_lines, "一三，四2025年。五", 0.6)
    assert set(given) == {"，", "四", "2025", "。"}
    assert given["四"] == pytest.approx(0.125)


def test_no_mark_is_crowded_as_long_as_another_has_all_its_blank(set_lines: SetLines) -> None:
    given = squeezed(set_lines, "一（二）三，四五。六七", 1.4)
    assert [*given.values()] == pytest.approx([0.35] * 4)


def test_no_gap_between_chinese_and_figures_goes_below_an_eighth(set_lines: SetLines) -> None:
    (natural,) = set_lines("四2025年", 40)
    (line,) = set_lines("四2025年", natural.end - 0.25)
    assert line.spaces[:2] == pytest.approx([0.125, 0.125])


def test_a_line_is_squeezed_before_another_is_stretched(set_lines: SetLines) -> None:
    """先挤进，后推出: the bracket's blank takes in what would else begin the next line."""
    first = set_lines("一二三（四五六）七八九十百千万亿兆", 12.5)[0]
    assert first.text == "一二三（四五六）七八九十百"
    assert max(first.spaces) == 0


def test_gaps_around_figures_are_stretched_first(set_lines: SetLines) -> None:
    first = set_lines("四2025年五六七国internationalisation", 8.6)[0]
    assert first.text == "四2025年五六七国"
    assert first.spaces[0] == pytest.approx(0.3)
    assert first.spaces[3:5] == [0, 0]


def test_spaces_between_words_are_stretched_first(set_lines: SetLines) -> None:
    first = set_lines("四Karl Marx年五六internationalisation", 9.2)[0]
    gaps = dict(zip((cell.text for cell in first.cells), first.spaces, strict=True))
    assert gaps[" "] > gaps["Karl"] == 0
    assert gaps["年"] == 0


def test_last_of_all_every_gap_is_stretched_alike(set_lines: SetLines) -> None:
    first = set_lines("一二三四五六七international", 7.6)[0]
    assert first.text == "一二三四五六七"
    assert first.spaces[:6] == pytest.approx([0.1] * 6)
