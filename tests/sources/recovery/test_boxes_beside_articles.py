"""Boxes beside an article that explain or advise, under a label: articles of their own."""

from itertools import chain

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.domain.article import BlockKind

EXPLAINED = (
    "“新八级工”制度是指在原有的五个等级的基础上，往上增设特级技师和首席技师，往下补设学徒工。"
)
HEAD = ("让技能成长看得见", "王敏", MORNING, WORK, NOON)


@pytest.mark.parametrize("label", ["知识窗", "小贴士", "【知识链接】", "名词解释", "小知识"])
@pytest.mark.parametrize(
    "title", ["什么是“新八级工”制度", "新八级工怎么评？", "新八级工", "一线职工晋升的新台阶"]
)
@pytest.mark.parametrize("width", [18, 22, 100])
@pytest.mark.parametrize("empty", [True, False])
def test_a_labelled_box_behind_an_article_without_an_end_is_another(
    label: str, title: str, width: int, *, empty: bool
) -> None:
    between = [""] if empty else []
    texts = (*HEAD, label, title, EXPLAINED)
    rows = ([text[at : at + width] for at in range(0, len(text), width)] for text in texts)

    page = recovered(*chain.from_iterable([*row, *between] for row in rows))

    assert [article.title for article in page.articles] == [HEAD[0], title]
    assert page.articles[1].column == label
    assert EXPLAINED in page.articles[1].body
    assert EXPLAINED not in page.articles[0].body


def test_several_terms_under_one_label_are_headings_of_one_box() -> None:
    page = recovered(*HEAD, "名词解释", "新八级工", EXPLAINED, "能级工资", EVENING)

    assert [article.title for article in page.articles] == [HEAD[0], "名词解释"]
    assert page.articles[1].texts(BlockKind.HEADING) == ("新八级工", "能级工资")


def test_a_heading_that_explains_something_in_an_article_stays_one() -> None:
    page = recovered(*HEAD, "名词解释", EXPLAINED, "（作者单位：江城市总工会）")

    (article,) = page.articles
    assert article.texts(BlockKind.HEADING) == ("名词解释",)
