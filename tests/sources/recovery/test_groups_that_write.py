"""Bylines of groups: alone, and in front of who of them wrote."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article

TITLE = "职工学习小组，怎样才能学得进、坐得住、用得上"


@pytest.mark.parametrize("empty", [(), ("",)])
@pytest.mark.parametrize(
    ("line", "authors", "affiliation"),
    [
        (
            "本报理论学习调研组  执笔：崔闻达（本报理论部副主任）",
            ("本报理论学习调研组", "崔闻达"),
            "本报理论部副主任",
        ),
        (
            "江城大学“产业工人队伍建设”课题组（执笔：王敏）",
            ("江城大学“产业工人队伍建设”课题组", "王敏"),
            "",
        ),
        (
            "江城市总工会课题组　课题组成员：王敏 李伟",
            ("江城市总工会课题组", "王敏", "李伟"),
            "",
        ),
        ("本报采访组 执笔：岑望舒", ("本报采访组", "岑望舒"), ""),
        ("课题组组长：王敏　执笔人：李伟", ("王敏", "李伟"), ""),
        ("《职工夜校办学指南》编写组", ("《职工夜校办学指南》编写组",), ""),
        ("执笔：王敏 李伟", ("王敏", "李伟"), ""),
    ],
)
def test_a_group_is_an_author_and_so_is_who_of_it_wrote(
    line: str, authors: tuple[str, ...], affiliation: str, empty: tuple[str, ...]
) -> None:
    article = only_article(TITLE, *empty, line, *empty, MORNING, WORK, NOON, EVENING)

    assert article.title == TITLE
    assert (article.authors, article.affiliation or "") == (authors, affiliation)


@pytest.mark.parametrize("title", ["一个课题组成员的车间日记", "走进调研组：七天访遍十家厂"])
def test_a_title_that_speaks_of_a_group_names_no_author(title: str) -> None:
    article = only_article(title, MORNING, WORK, NOON, EVENING)

    assert article.title == title
    assert not article.authors
