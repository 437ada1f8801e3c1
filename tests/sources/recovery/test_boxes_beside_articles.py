"""Boxes beside an article that explain or advise, under a label: articles of their own."""

from itertools import chain

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered, text_of

from studydesk.domain.article import BlockKind, ProblemKind

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


@pytest.mark.parametrize("label", ["知识窗", "相关链接", "【小贴士】"])
@pytest.mark.parametrize(
    "headings",
    [
        ("一、把师傅请进课堂", "二、把徒弟送上讲台"),
        ("把师傅请进课堂", "把徒弟送上讲台"),
        ("建强队伍，请进师傅", "搭好台子，站上徒弟"),
    ],
)
@pytest.mark.parametrize("width", [18, 100])
def test_an_article_goes_on_behind_a_box_with_its_next_heading(
    label: str, headings: tuple[str, str], width: int
) -> None:
    first, second = headings
    box = (label, "什么是“新八级工”制度", EXPLAINED)
    texts = (*HEAD[:3], first, WORK, *box, second, NOON, "（作者单位：江城市总工会）")

    page = recovered(
        *(text[at : at + width] for text in texts for at in range(0, len(text), width))
    )

    assert [article.title for article in page.articles] == [HEAD[0], box[1]]
    assert page.articles[0].texts(BlockKind.HEADING) == headings
    assert page.articles[0].affiliation == "作者单位：江城市总工会"
    assert text_of(page.articles[1]) == [EXPLAINED]
    assert ProblemKind.COLUMNS_MIXED in {problem.kind for problem in page.problems}


def test_an_article_goes_on_behind_several_boxes() -> None:
    page = recovered(
        *(*HEAD[:3], "一、把师傅请进课堂", WORK, "知识窗", "什么是“新八级工”制度", EXPLAINED),
        *(
            "二、把徒弟送上讲台",
            NOON,
            "小贴士",
            "怎样报名参加评定",
            EXPLAINED.replace("制度", "评定"),
        ),
        *("三、把难题摆上桌面", EVENING),
    )

    assert len(page.articles) == 3
    assert text_of(page.articles[0])[-2:] == ["三、把难题摆上桌面", EVENING]


def test_where_nothing_tells_where_a_box_ends_it_is_said() -> None:
    lines = (*HEAD[:3], "知识窗", "什么是“新八级工”制度", EXPLAINED, WORK, NOON)
    page = recovered(*lines)

    (problem,) = (each for each in page.problems if each.kind is ProblemKind.COLUMNS_MIXED)
    assert "\n".join(lines)[slice(*problem.span)] == WORK


@pytest.mark.parametrize(
    "line",
    [
        "知识窗 什么是“新八级工”制度",
        "■相关链接　什么是“新八级工”制度",
        "【知识窗】什么是“新八级工”制度",
    ],
)
def test_the_label_of_a_box_may_stand_on_the_line_of_its_title(line: str) -> None:
    page = recovered(*HEAD, line, EXPLAINED)

    assert [article.title for article in page.articles] == [HEAD[0], "什么是“新八级工”制度"]


def test_a_title_of_two_halves_may_begin_as_such_a_label() -> None:
    page = recovered("小知识 大学问", *HEAD[1:])

    assert [article.title for article in page.articles] == ["小知识 大学问"]
