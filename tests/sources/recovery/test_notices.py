"""Notices of offices: the number under the title, and who signs them at the end."""

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    head_of,
    only_article,
    recovered,
    text_of,
)

from studydesk.domain.article import BlockKind

TITLE = "省总工会关于办好职工夜校的通知"
TO_WHOM = "各市总工会，各产业工会："
DAY = "2025年10月9日"


def indented(*lines: str) -> list[str]:
    return [f"　　{line}" for line in lines]


@pytest.mark.parametrize("mark", ["", "# "])
@pytest.mark.parametrize(
    "number",
    ["国办发〔2025〕23号", "总工发〔2025〕12号", "江工办函[2024]7号", "（江工发〔2025〕第9号）"],
)
def test_the_number_of_a_document_stands_under_its_title(mark: str, number: str) -> None:
    article = only_article(mark + TITLE, number, TO_WHOM, *indented(MORNING, WORK))

    assert (article.title, article.texts(BlockKind.SUBTITLE)) == (TITLE, (number,))
    assert not article.texts(BlockKind.KICKER)


def test_the_number_over_a_title_is_no_title() -> None:
    article = only_article("江工发〔2025〕9号", TITLE, TO_WHOM, *indented(MORNING, WORK))

    assert (article.title, head_of(article)) == (TITLE, ["江工发〔2025〕9号", TITLE])


def test_a_title_on_two_lines_is_whole_over_its_number() -> None:
    upper, lower = "江城市总工会关于开展", "职工读书活动的通知"
    article = only_article(upper, lower, "江工发〔2025〕9号", TO_WHOM, *indented(MORNING, WORK))

    assert "".join(head_of(article)).replace(" ", "") == upper + lower + "江工发〔2025〕9号"
    assert article.texts(BlockKind.SUBTITLE) == ("江工发〔2025〕9号",)


@pytest.mark.parametrize("who", ["国务院办公厅", "省总工会", "江城市教育局　江城市总工会"])
@pytest.mark.parametrize("day", [DAY, "二〇二五年十月九日"])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_who_signs_a_notice_and_when_are_its_last_paragraphs(
    who: str, day: str, indent: str
) -> None:
    found = recovered(TITLE, TO_WHOM, *indented(MORNING, WORK), indent + who, indent + day)

    (article,) = found.articles
    assert text_of(article)[-2:] == [who.replace("　", ""), day]
    assert (article.authors, article.texts(BlockKind.HEADING), found.problems) == ((), (), ())


def test_what_is_sent_with_a_notice_is_no_heading() -> None:
    sent = ["附件：1.职工夜校报名表", "2.职工夜校课程表"]
    article = only_article(TITLE, TO_WHOM, *indented(MORNING, WORK, *sent), "省总工会", DAY)

    assert text_of(article)[-4:] == [*sent, "省总工会", DAY]
    assert not article.texts(BlockKind.HEADING)


def test_several_offices_may_sign() -> None:
    offices = ["江城市总工会", "江城市教育局"]
    article = only_article(TITLE, TO_WHOM, *indented(MORNING, WORK), *offices, DAY)

    assert text_of(article)[-3:] == [*offices, DAY]
    assert (article.authors, article.texts(BlockKind.HEADING)) == ((), ())


@pytest.mark.parametrize("note", ["（此件公开发布）", "（此件依申请公开）"])
def test_to_whom_a_notice_is_open_is_no_heading(note: str) -> None:
    found = recovered(TITLE, TO_WHOM, *indented(MORNING, WORK), "省总工会", DAY, note)

    assert text_of(found.articles[0])[-3:] == ["省总工会", DAY, note]
    assert (found.articles[0].texts(BlockKind.HEADING), found.problems) == ((), ())


def test_a_notice_above_another_article_keeps_its_signature() -> None:
    below = ("# 一天从早到晚的事", "王敏", *indented(NOON, EVENING))
    first, second = recovered(
        f"# {TITLE}", TO_WHOM, *indented(MORNING, WORK), "省总工会", DAY, *below
    ).articles

    assert (text_of(first)[-2:], second.title) == (["省总工会", DAY], "一天从早到晚的事")


def test_a_heading_with_text_below_stays_one() -> None:
    article = only_article(TITLE, "王敏", MORNING, "省总工会", WORK, "职工活动中心", NOON)

    assert article.texts(BlockKind.HEADING) == ("省总工会", "职工活动中心")


@pytest.mark.parametrize("above", ["理论周刊", "江城日报"])
def test_a_day_under_what_is_no_office_stays_outside(above: str) -> None:
    found = recovered(TITLE, "王敏", MORNING, WORK, above, DAY)

    assert DAY not in text_of(found.articles[0])


def test_a_day_over_an_article_stays_outside() -> None:
    found = recovered("江城市总工会", DAY, "一天从早到晚的事", "王敏", MORNING, WORK)

    assert all(DAY not in block.text for block in found.articles[0].blocks)


def test_a_notice_ends_with_its_day_and_another_article_begins_below() -> None:
    found = recovered(
        "江城市总工会",
        "关于表彰2025年度优秀职工书屋的决定",
        "各区总工会：",
        WORK,
        "附：2025年度优秀职工书屋名单",
        "市第一棉纺厂职工书屋",
        "江城轮渡公司职工书屋",
        "江城市总工会",
        "2025年12月1日",
        "老街修鞋匠",
        NOON,
    )
    notice, after = found.articles
    assert "".join(notice.title.split()) == "江城市总工会关于表彰2025年度优秀职工书屋的决定"
    assert notice.body.splitlines()[-3:] == [
        "江城轮渡公司职工书屋",
        "江城市总工会",
        "2025年12月1日",
    ]
    assert after.title == "老街修鞋匠"
