"""Numbers on lines of their own: those of sections are headings, those of pages are furniture."""

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    only_article,
    recovered,
    text_of,
)

from studydesk.domain.article import Article, BlockKind

TITLE = "一天从早到晚的事"


def headings(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.HEADING]


def left_out(*lines: str) -> list[str]:
    found = recovered(*lines)
    raw = "\n".join(lines)
    return [raw[start:end] for start, end in found.furniture]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("01", "02", "03")])
def test_numbers_between_whole_paragraphs_are_headings(numbers: tuple[str, ...]) -> None:
    one, two, three = numbers
    article = only_article(TITLE, "王敏", one, MORNING, two, WORK, NOON, three, EVENING)

    assert headings(article) == list(numbers)
    assert text_of(article) == [one, MORNING, two, WORK, NOON, three, EVENING]


def test_the_first_number_may_stand_behind_an_opening() -> None:
    article = only_article(TITLE, "王敏", NOON, "1", MORNING, "2", WORK, "3", EVENING)

    assert headings(article) == ["1", "2", "3"]


@pytest.mark.parametrize("width", [20, 15])
def test_numbers_between_paragraphs_in_rows_are_headings(width: int) -> None:
    def rows(text: str) -> list[str]:
        return [text[at : at + width] for at in range(0, len(text), width)]

    day = (MORNING + NOON[:-5] + "。", WORK + EVENING, NOON + MORNING)
    lines = [row for count, part in enumerate(day, 1) for row in (str(count), *rows(part))]
    article = only_article(TITLE, "王敏", *lines)

    assert headings(article) == ["1", "2", "3"]


def test_two_articles_count_their_sections_by_themselves() -> None:
    parts = ("1", MORNING, "2", WORK, "3", EVENING)
    found = recovered(TITLE, "王敏", *parts, "（作者单位：江城大学）", "老厂", "李伟", *parts)

    assert [headings(article) for article in found.articles] == [["1", "2", "3"]] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ("1", TITLE, "王敏", MORNING, "2", WORK, "3", EVENING),  # over each page
        (TITLE, "王敏", MORNING, "1", WORK, "2", NOON, "3"),  # under each page
        (TITLE, "王敏", NOON, "1", MORNING, "2", WORK[:20], "3", WORK[20:], "4", EVENING),
        (TITLE, "王敏", MORNING, "1", WORK, "2", EVENING),  # too few
        (TITLE, "王敏", MORNING, "3", WORK, "4", NOON, "5", EVENING),
        (TITLE, "王敏", MORNING, "1", WORK, "3", NOON, "5", EVENING),
        (TITLE, "王敏", MORNING, "工人日报 2025年3月5日", "1", WORK, "2", NOON, "3", EVENING),
    ],
)
def test_numbers_of_pages_are_left_out(lines: tuple[str, ...]) -> None:
    numbers = [line for line in lines if line.isdigit()]

    assert [part for part in left_out(*lines) if part.isdigit()] == numbers


def test_numbers_over_headings_adorn_them_and_begin_no_article() -> None:
    parts = ("01", "早上的班前会", MORNING, "02", "机器边的规矩", "金句", WORK[:27] + "。", NOON)
    article = only_article(TITLE, "王敏", NOON, *parts, "03", "收工以后的话", EVENING)

    assert headings(article) == ["早上的班前会", "机器边的规矩", "收工以后的话"]
    assert article.title == TITLE
