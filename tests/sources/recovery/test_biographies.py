"""Who the authors are, told in a paragraph, is taken whole, and nothing with it."""

from itertools import pairwise

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

WIDTH = 18
POSTS = "江城大学管理学院副教授"
STUDIES = "主要研究方向为技能形成和劳动关系，著有多部著作。"
TITLES = ("夜校开到车间里", "让技能成为青年职工立身之本的通道", "从学徒到师傅的一年四季与春夏秋冬")


def rows(text: str) -> list[str]:
    """A paragraph as rows."""
    cuts = [*range(0, len(text), WIDTH), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def told(who: list[str], title: str = TITLES[0]) -> tuple[str, str, tuple[str, ...]]:
    """The affiliation of an article that ends with these rows, and the head of the next one."""
    first, second = recovered(
        *("一天从早到晚的事", "王敏", *rows(MORNING + WORK), *who),
        *(title, "李伟", *rows(NOON + EVENING)),
    ).articles
    assert "".join(rows(MORNING + WORK)) == first.body.replace("\n", "")
    return first.affiliation, second.title, second.authors


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "who",
    [
        f"作者简介：王敏，{POSTS}。{STUDIES}",
        f"作者简介：王敏，{POSTS[:8]}教授。{STUDIES}曾获江城市优秀成果奖。",
        f"作者简介：王敏，{POSTS}",
        "作者简介：王敏，江城大学教授，江城市劳动关系学会理事长、市总工会特聘专家委员",
        "作者简介：王敏，江城大学教授；赵强，江城机械厂工程师，江城市劳动模范。",
        f"作者简介：王敏，江城大学{'公共' * 3}管理学院的副院长",
    ],
)
def test_a_biography_ends_where_its_last_sentence_or_the_post_does(who: str, title: str) -> None:
    assert told(rows(who), title) == (who, title, ("李伟",))


@pytest.mark.parametrize(
    "who",
    [
        ("作者简介：王敏，江城大学教授。", "赵强，江城机械厂工程师。"),
        ("作者简介：王敏，女，江城大学教授", "赵强，男，江城机械厂工程师"),
        ("【作者简介】", "王敏，江城大学教授", "赵强，江城机械厂工程师", "周杰，某报编辑。"),
        ("作者简介：", "王敏，江城大学教授。", "", "赵强，江城机械厂工程师。"),
        ("第一作者简介：王敏，江城大学教授。", "通讯作者简介：赵强，江城机械厂工程师。"),
    ],
)
def test_each_of_several_authors_is_told_of(who: tuple[str, ...]) -> None:
    affiliation, title, authors = told(list(who))

    assert affiliation.replace("；", "").replace(" ", "").endswith("".join(who)[-12:])
    assert "".join(who[:1]).strip("【】：") in affiliation
    assert (title, authors) == (TITLES[0], ("李伟",))


def test_text_under_a_biography_that_stands_in_the_head_is_no_part_of_it() -> None:
    who = "作者简介：王敏，江城大学法学院教授。"
    (article,) = recovered("一天从早到晚的事", "王敏", who, *rows(MORNING + WORK)).articles

    assert article.affiliation == who
    assert article.body.replace("\n", "") == MORNING + WORK


def test_a_paragraph_that_is_set_in_below_a_biography_is_no_part_of_it() -> None:
    who = "作者简介：王敏，江城大学法学院教授。"
    head = ("一天从早到晚的事", "王敏", *rows(MORNING + WORK))
    first = recovered(*head, who, *rows("\u3000\u3000" + NOON + EVENING)).articles[0]

    assert first.affiliation == who
