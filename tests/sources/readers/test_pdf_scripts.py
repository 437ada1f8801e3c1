"""Raised and lowered figures of PDF pages: no number becomes another one."""

import pytest
from reportlab.pdfbase import pdfmetrics
from tests.sources.readers.pdf_pages import FONT, Placed, column, pdf

from studydesk.sources.readers.pdf import read_pdf

SIZE, LINE = 10.0, 700.0


def printed(*parts: tuple[str, float, float]) -> str:
    """A line as it is read of which each part has a size and stands so far above the line."""
    pdf(column(60, 200, 1))  # makes the font known
    left, placed = 60.0, [*column(60, 200, 20)]
    for text, size, above in parts:
        placed.append(Placed(left, LINE - above - size, text, size))
        left += pdfmetrics.stringWidth(text, FONT, size)
    return read_pdf(pdf(placed), "a").text.split("\n")[-1]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ([("面积5×10", SIZE, 0), ("4", 6, 4), ("平方米", SIZE, 0)], "面积5×10⁴平方米"),
        ([("10", SIZE, 0), ("12", 6, 4), ("人次", SIZE, 0)], "10¹²人次"),
        ([("CO", SIZE, 0), ("2", 6, -1.5), ("减排", SIZE, 0)], "CO₂减排"),
        ([("力量", SIZE, 0), ("1", 6, 4), ("，是", SIZE, 0)], "力量¹，是"),
        ([("力量", SIZE, 0), ("a", 6, 4), ("，是", SIZE, 0)], "力量a，是"),
        ([("共有", SIZE, 0), ("12", 6, 0), ("人", SIZE, 0)], "共有12人"),
        ([("共有", SIZE, 0), ("12", SIZE, 2), ("人", SIZE, 0)], "共有12人"),
        ([("力量", SIZE, 0), ("1,2", 6, 4), ("，是", SIZE, 0)], "力量¹,²，是"),
        ([("10", SIZE, 0), ("-2", 6, 4), ("米", SIZE, 0)], "10⁻²米"),
        ([("力量", SIZE, 0), ("1", 6, 4)], "力量¹"),
    ],
    ids=[
        *("one", "two", "lowered", "note", "letter", "on the line", "large"),
        *("two notes", "minus", "last"),
    ],
)
def test_only_small_figures_off_the_line_are_raised_or_lowered(
    parts: list[tuple[str, float, float]], line: str
) -> None:
    assert printed(*parts) == line


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ([("22", 24, 0), ("2024年11月", 8, 10)], "# 222024年11月"),
        ([("22", 12, 0), ("11月", 8, 3)], "2211月"),
        ([("工作要点", 22, 0), ("2024", 12, 4), ("年度", 12, 4)], "# 工作要点2024年度"),
        ([("成效", 12, 0), ("20", 8, 3), ("年来，", 8, 3)], "成效20年来，"),
        ([("中国工会第", 22, 0), ("18", 17, -1.2), ("次大会", 22, 0)], "# 中国工会第18次大会"),
        ([("第", 12, 0), ("18", 9, -1.2), ("次大会", 12, 0)], "第18次大会"),
        ([("95", 30, 0), ("5", 12, 6), ("%", 12, 0)], "# 955%"),
        ([("通知", 12, 0), ("2024", 8, 4), ("（修订）", 12, 0)], "通知2024（修订）"),
        ([("从", 26, -15), ("20", SIZE, 0), ("年前", SIZE, 0)], "# 从20年前"),
    ],
    ids=[
        *("masthead", "small masthead", "title", "side head", "set lower", "lower in text"),
        *("percent", "year", "drop cap"),
    ],
)
def test_smaller_type_beside_larger_one_is_not_raised_or_lowered(
    parts: list[tuple[str, float, float]], line: str
) -> None:
    assert printed(*parts) == line
