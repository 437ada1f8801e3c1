"""Who wrote it, for whom and when, on the line under a title."""

import pytest

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.recovery.recover import recover

TITLE = "夜班食堂开门以后"
TEXT = (
    "去年冬天，厂里的夜班食堂又开门了，下了夜班的工友能吃上一碗热汤面。",
    "老赵说，这碗面等了三年，先是没有人手，后来没有经费，谁也说不准哪天能开。",
    "工会的干部跑了几趟，把账一笔一笔算清楚，才把事情定了下来。",
)


def under_title(line: str) -> Article:
    (article,) = recover(Source("paste", "\n".join([TITLE, line, *TEXT]))).articles
    return article


@pytest.mark.parametrize(
    "line",
    [
        "作者：许青",
        "作者：许青 来源：厂区生活",
        "来源：《厂区生活》 作者：许青",
        "作者：许青\u30002026年5月18日",
        "作者：许青  来源：《厂区生活》2026年5月18日",
        "2026-05-18 09:12 来源：厂区生活 作者：许青",
        "作者：许青 | 来源：厂区生活 | 时间：2026-05-18",
    ],
)
def test_the_author_is_told_from_the_other_fields_on_the_line(line: str) -> None:
    article = under_title(line)
    assert (article.title, article.authors) == (TITLE, ("许青",))


@pytest.mark.parametrize(
    "line", ["来源：厂区生活", "来源：厂区生活 2026-05-18", "2026年5月18日 来源：厂区生活"]
)
def test_where_it_was_printed_before_is_no_title(line: str) -> None:
    article = under_title(line)
    assert (article.title, article.authors) == (TITLE, ())
    assert [block.text for block in article.blocks if block.kind is BlockKind.CREDIT] == [
        "来源：厂区生活"
    ]


def test_a_sentence_that_names_a_field_stays_whole() -> None:
    said = "表上要写明作者：许青 来源：厂区生活，谁也不能漏。"
    assert said.replace(" ", "") in under_title(said).body.replace(" ", "")
