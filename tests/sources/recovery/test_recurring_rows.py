"""What a page has again and again around its articles is of none: buttons, running heads, lists."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, head_of, recovered

TITLES = ("夜校开到车间里", "老厂房里的新食堂", "一张排班表的来历")
DAYS = (("□ 王敏", MORNING, WORK), ("□ 李伟", NOON, EVENING), ("□ 赵强", WORK, NOON))
LIST = ("标题导航", *(f"· {title}" for title in TITLES), "· 图片新闻")


def page(above: str = "", below: str = "", behind: str = "") -> list[str]:
    """Three articles, each with a line above its title, below it, and behind its text."""
    rows = ((above, title, below, *day, behind) for title, day in zip(TITLES, DAYS, strict=True))
    return [row for article in rows for row in article if row]


@pytest.mark.parametrize(
    "row", ["放大 缩小 默认　　朗读", "工运园地　2025年6月号", "上一篇 下一篇 回目录"]
)
@pytest.mark.parametrize("place", ["above", "below", "behind"])
def test_a_row_that_every_article_has_is_of_none(row: str, place: str) -> None:
    found = recovered(*page(**{place: row}))

    assert tuple(article.title for article in found.articles) == TITLES
    assert len(found.furniture) >= len(TITLES)


def test_buttons_of_which_the_first_and_the_last_lack_one_are_of_no_article() -> None:
    above = (
        "返回目录　放大　缩小　下一篇",
        "返回目录　放大　缩小　上一篇　下一篇",
        "返回目录　放大　缩小　上一篇",
    )
    rows = [(row, title, *day) for row, title, day in zip(above, TITLES, DAYS, strict=True)]
    found = recovered(*(line for article in rows for line in article))

    assert [head_of(article)[0] for article in found.articles] == list(TITLES)


@pytest.mark.parametrize("byline", ["王敏 李伟 赵强", "本报记者 王敏 李伟"])
def test_the_byline_of_all_articles_stays(byline: str) -> None:
    rows = [(title, byline, *day[1:]) for title, day in zip(TITLES, DAYS, strict=True)]
    found = recovered(*(line for article in rows for line in article))

    assert len(found.articles) == len(TITLES)
    assert all(article.authors for article in found.articles)


def test_a_list_of_the_titles_of_a_page_is_of_no_article() -> None:
    found = recovered(*LIST, *page())

    assert tuple(article.title for article in found.articles) == TITLES
    assert len(found.furniture) >= len(LIST)


def test_what_stands_only_once_is_no_list() -> None:
    found = recovered(*LIST[:1], "夜校的第一课", "王敏", MORNING, WORK)

    assert found.articles[0].title.endswith("夜校的第一课")
