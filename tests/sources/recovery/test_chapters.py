"""Laws and rules: their chapters are headings, and the list of them is of no article."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article, recovered

from studydesk.domain.article import Article, BlockKind

TITLE = "江城市职工教育条例"
PASSED = "（2021年3月1日江城市第十届人民代表大会常务委员会第二次会议通过）"
CHAPTERS = ("第一章　总则", "第二章　夜校", "第三章　附则")
TEXTS = (f"第一条　{MORNING}", f"第二条　{WORK}", f"第三条　{NOON}")
LAW = [line for pair in zip(CHAPTERS, TEXTS, strict=True) for line in pair]


def headings(article: Article) -> list[str]:
    return [heading.replace(" ", "　") for heading in article.texts(BlockKind.HEADING)]


@pytest.mark.parametrize("above", [[TITLE], [TITLE, PASSED], [f"# {TITLE}", PASSED]])
def test_chapters_are_headings_and_name_nobody(above: list[str]) -> None:
    article = only_article(*above, *LAW)

    assert (article.title, article.authors, article.column) == (TITLE, (), "")
    assert headings(article) == list(CHAPTERS)


@pytest.mark.parametrize("name", ["目录", "目　录"])
@pytest.mark.parametrize("above", [[TITLE], [f"# {TITLE}", PASSED]])
def test_the_list_of_the_chapters_is_of_no_article(above: list[str], name: str) -> None:
    lines = [*above, name, *CHAPTERS, *LAW]
    found = recovered(*lines)

    (article,) = found.articles
    assert (article.title, headings(article)) == (TITLE, list(CHAPTERS))
    left_out = ["\n".join(lines)[start:end] for start, end in found.furniture]
    assert [words for words in left_out if words != "#"] == [name, *CHAPTERS]


def test_a_list_with_the_numbers_of_its_pages_is_of_no_article() -> None:
    listed = [f"{chapter}……{page}" for page, chapter in enumerate(CHAPTERS, 1)]

    assert headings(only_article(TITLE, "目录", *listed, *LAW)) == list(CHAPTERS)


def test_when_a_law_was_passed_is_a_note() -> None:
    found = recovered(TITLE, PASSED, *LAW)

    assert (found.articles[0].texts(BlockKind.NOTE), found.problems) == ((PASSED,), ())


@pytest.mark.parametrize("title", ["第一节课讲给谁听", "第三章　春天"])
def test_a_title_that_counts_stands_over_its_byline(title: str) -> None:
    article = only_article("夜校故事", title, "王敏", MORNING, WORK)

    assert (article.title.replace(" ", "　"), article.authors) == (title, ("王敏",))


def test_what_stands_in_a_list_and_nowhere_else_is_kept() -> None:
    found = recovered(TITLE, "王敏", MORNING, "目录", *CHAPTERS, EVENING)

    assert not found.furniture


def test_a_line_that_begins_like_a_section_and_is_alone_is_of_its_title() -> None:
    article = only_article("开往家乡的夜校列车上", "第三节车厢里坐满了回家的工人", MORNING, WORK)

    assert "第三节车厢里坐满了回家的工人" in article.title
    assert headings(article) == []


def test_one_section_of_a_law_in_chapters_is_a_heading() -> None:
    article = only_article(TITLE, "第一节　教室", TEXTS[0], *LAW[2:])

    assert (article.title, headings(article)) == (TITLE, ["第一节　教室", *CHAPTERS[1:]])


def test_sections_stand_under_chapters_and_what_counts_under_both() -> None:
    lines = (
        "第一章　总则",
        "第一节　宗旨",
        MORNING,
        "第二节　范围",
        "一、夜校",
        WORK,
        "第二章　附则",
        NOON,
    )
    blocks = only_article(TITLE, *lines).blocks

    levels = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    assert levels == [1, 2, 2, 3, 1]


def test_chapters_without_sections_stand_over_what_counts() -> None:
    blocks = only_article(TITLE, "第一章　总则", "一、夜校", WORK, "第二章　附则", NOON).blocks

    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2, 1]
