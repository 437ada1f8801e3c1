"""What is torn out of a sentence is doubtful as a title, and as the beginning of a text."""

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Problem, ProblemKind, Span
from studydesk.sources.recovery.fragments import beginning_problems, title_fragments

TITLE, AUTHOR, HEADING, TEXT = (
    BlockKind.TITLE,
    BlockKind.AUTHOR,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
)
BODY = (TEXT, "班组是企业的细胞。")


def article(*pieces: tuple[BlockKind, str]) -> Article:
    """An article of these blocks, a hundred characters apart on the page."""
    blocks = (
        Block(kind, text, (Span(100 * n, 100 * n + len(text)),), int(kind is HEADING))
        for n, (kind, text) in enumerate(pieces)
    )
    return Article("a", "page", tuple(blocks))


def doubted(problems: list[Problem]) -> list[tuple[ProblemKind, int]]:
    return [(problem.kind, problem.span.start // 100) for problem in problems]


@pytest.mark.parametrize(
    "lines",
    [
        ("要特别关注困难职工、转岗职工、", "校企同心育好现场工程师"),
        ("教师围着现场转，培", "养出来的学生才能顶岗"),
        ("在班组里安家，",),
        ("职工书屋里的",),
    ],
)
def test_a_line_of_a_title_that_ends_inside_a_sentence_is_doubtful(lines: tuple[str, ...]) -> None:
    whole = article(*((TITLE, line) for line in lines), BODY)
    assert doubted(list(title_fragments(whole))) == [(ProblemKind.TITLE_UNCERTAIN, 0)]


@pytest.mark.parametrize(
    "lines",
    [("凝心聚力，", "再启新程"), ("王敏：", "把车间当作课堂"), ("织密保障网",)],
)
def test_a_title_in_whole_lines_is_not(lines: tuple[str, ...]) -> None:
    whole = article(*((TITLE, line) for line in lines), BODY)
    assert not list(title_fragments(whole))


def test_a_title_that_goes_on_in_the_text_is_doubtful_where_no_author_stands_between() -> None:
    title, text = (TITLE, "学生走上了舞"), (TEXT, "台就不想下来。")
    assert doubted(list(title_fragments(article(title, text))))
    assert not list(title_fragments(article(title, (AUTHOR, "王敏"), text)))


def test_a_title_in_the_middle_of_an_article_is_doubtful() -> None:
    whole = article((TITLE, "甲题"), BODY, (TITLE, "乙题"), BODY)
    assert doubted(list(title_fragments(whole))) == [(ProblemKind.TITLE_UNCERTAIN, 2)]


def test_a_text_that_begins_with_the_end_of_a_word_lacks_characters() -> None:
    for text in ("线、扛得起大梁。", "的做法值得推广。"):
        told = beginning_problems(article((TEXT, text), BODY).body_blocks)
        assert doubted(list(told)) == [(ProblemKind.CHARACTER_MISSING, 0)]
    for text in ("的确如此。", "一、头一件事。", "班组、车间都来了。"):
        assert not list(beginning_problems(article((TEXT, text), BODY).body_blocks))


def test_a_text_whose_first_numbered_heading_is_not_the_first_says_which_are_missing() -> None:
    whole = article(BODY, (HEADING, "五、以党建引领"), BODY, (HEADING, "六、再接再厉"), BODY)
    (problem,) = beginning_problems(whole.body_blocks)
    assert doubted([problem]) == [(ProblemKind.ORDINAL_MISSING, 1)]
    assert problem.detail == "一”至“四"
    (problem,) = beginning_problems(article(BODY, (HEADING, "（二）题"), BODY).body_blocks)
    assert problem.detail == "（一）"


def test_a_text_whose_headings_are_numbered_from_the_first_is_in_order() -> None:
    whole = article(BODY, (HEADING, "一、首题"), BODY, (HEADING, "（一）小题"), BODY)
    assert not list(beginning_problems(whole.body_blocks))
