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


@pytest.mark.parametrize("row", ["放大 缩小 默认　　朗读", "上一篇 下一篇 回目录"])
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


def test_a_running_head_under_the_number_of_its_page_is_of_no_article() -> None:
    head = "工运园地　2025年6月号"
    pages = [(str(number), head, text) for number, text in enumerate((WORK, NOON, EVENING), 5)]
    found = recovered(TITLES[0], "王敏", MORNING, *(row for page in pages for row in page))

    assert head not in [block.text for article in found.articles for block in article.blocks]


TABLE = ("甲班\t合格\t良好\t优秀", "乙班\t合格\t良好\t优秀", "丙班\t合格\t良好\t优秀")
SPACED_TABLE = tuple(row.replace("\t", " ") for row in TABLE)
REFRAIN, ANSWERS = "学技术 练本领 比贡献", "正确 错误 不清楚"
POEM = ("我们走在大路上", REFRAIN, "汗水洒在车间里", REFRAIN, "为了明天的太阳", REFRAIN)
QUIZ = ("1. 工会是群众组织。", ANSWERS, "2. 职工有权参加。", ANSWERS, "3. 主席可以调动。", ANSWERS)
YEARS = ("2019年", MORNING, "2024年", WORK, "2019年", NOON, "2024年", EVENING, "2019年", "2024年")
ISSUES = ("2019年第1期", MORNING, "2019年第1期", WORK, "2019年第1期", NOON)


@pytest.mark.parametrize("rows", [TABLE, SPACED_TABLE, POEM, QUIZ, YEARS, ISSUES])
def test_what_a_text_says_again_and_again_stays_in_it(rows: tuple[str, ...]) -> None:
    lines = ("班组里的一年", "王敏", MORNING, *rows, EVENING)
    raw = "\n".join(lines) + "\n"
    furniture = {raw[start:end] for start, end in recovered(*lines).furniture}

    assert not furniture & set(rows)


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


def test_a_list_over_titles_marked_as_headings_is_of_no_article() -> None:
    rows = [(f"# {title}", *day) for title, day in zip(TITLES, DAYS, strict=True)]
    found = recovered(f"### {LIST[0]}", *LIST[1:], *(row for article in rows for row in article))

    assert tuple(article.title for article in found.articles) == TITLES


def test_what_stands_only_once_is_no_list() -> None:
    found = recovered(*LIST[:1], "夜校的第一课", "王敏", MORNING, WORK)

    assert found.articles[0].title.endswith("夜校的第一课")
