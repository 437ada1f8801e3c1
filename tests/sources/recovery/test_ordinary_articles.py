"""Of ordinary articles nothing becomes furniture, an author or a title by mistake."""

from itertools import pairwise

import pytest
from tests.sources.recovery.ordinary_articles import (
    AUTHORS,
    Ordinary,
    ordinary_articles,
    printed,
)

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.recovery.recover import recover

ARTICLES = list(ordinary_articles())
# Behind a line without a stop only its place could tell where the next article begins.
PAIRS = [pair for pair in pairwise(ARTICLES) if pair[0].last[-1] in "。）"]
IN_TEXT = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.NOTE}


def told(article: Article) -> tuple[str, tuple[str, ...], str]:
    """What is to be the same: the title, the authors, and all that the text says."""
    body = "".join(block.text for block in article.blocks if block.kind in IN_TEXT)
    return article.title, article.authors, body


def meant(article: Ordinary) -> tuple[str, tuple[str, ...], str]:
    """The same of an article as it was written."""
    return article.title, (AUTHORS[article.author],), "".join(article.body)


@pytest.mark.parametrize("form", ["close", "apart", "wrapped"])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title)
def test_an_ordinary_article_alone_is_all_there(article: Ordinary, form: str) -> None:
    (found,) = recover(Source("page", printed(article.lines, form))).articles

    assert told(found) == meant(article)


@pytest.mark.parametrize("form", ["close", "apart", "wrapped"])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title)
def test_only_what_stands_over_text_is_a_heading(article: Ordinary, form: str) -> None:
    (found,) = recover(Source("page", printed(article.lines, form))).articles

    assert found.texts(BlockKind.HEADING) == (article.heading,)


@pytest.mark.parametrize("form", ["close", "apart", "wrapped"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].title)
def test_two_ordinary_articles_are_two(pair: tuple[Ordinary, Ordinary], form: str) -> None:
    page = printed(tuple(line for article in pair for line in article.lines), form)

    assert [told(found) for found in recover(Source("page", page)).articles] == list(
        map(meant, pair)
    )
