"""Items of news and short boxes beside each other, and what says where the next one begins."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article, recovered
from tests.sources.recovery.test_recovery_rules import BODY, MORE, page

from studydesk.domain.article import BlockKind

REPORT = "本报讯（记者 马骁）" + BODY


def test_kicker_title_and_second_line_over_a_report_are_its_head() -> None:
    (article,) = page(
        "白鹭市深化新就业群体服务", "小哥有了红色加油站", "年底前全覆盖", REPORT
    ).articles
    assert not article.texts(BlockKind.HEADING)
    assert article.title
    assert article.title.startswith("小哥有了红色加油站")


def test_names_behind_an_item_begin_it_under_its_title_where_a_report_has_its_reporter() -> None:
    found = page("小哥有了红色加油站", REPORT, MORE, "铁军夜战冰雪保供电", BODY, "（牛犇）")
    assert [article.title for article in found.articles] == [
        "小哥有了红色加油站",
        "铁军夜战冰雪保供电",
    ]
    assert [article.authors for article in found.articles] == [("马骁",), ("牛犇",)]


def test_each_title_under_a_column_of_short_news_begins_an_item() -> None:
    titles = ("南浦区职工篮球联赛收官", "六百名女职工享受筛查", "书香满园")
    lines = [line for title in titles for line in (title, BODY)]
    found = page("王敏谈改革", "王敏", MORE, "（作者单位：某某大学）", "短讯", *lines)
    assert [article.title for article in found.articles[1:]] == list(titles)


def test_who_asks_and_who_answers_are_no_headings_and_no_authors() -> None:
    (article,) = page(
        "年休假能折算成钱吗",
        "问：我在一家公司工作了六年，年休假一天也没休，单位这样做合法吗？",
        "读者　小何",
        "答：不合法。单位应当按照日工资收入的百分之三百支付年休假工资报酬。",
        "解答人：启航律师事务所律师　卓越",
    ).articles
    assert article.authors == ()
    assert article.texts(BlockKind.HEADING) == ()
    assert len(article.texts(BlockKind.CREDIT)) == 2


def test_the_first_of_two_headings_of_as_many_characters_is_no_line_of_the_title() -> None:
    (article,) = page(
        "离职后公司不给开证明怎么办",
        "案情回放",
        BODY,
        MORE,
        "律师分析",
        BODY.replace("桥梁", "纽带"),
    ).articles
    assert article.title == "离职后公司不给开证明怎么办"
    assert article.texts(BlockKind.HEADING) == ("案情回放", "律师分析")


def test_the_title_over_questions_begins_an_article_behind_one_without_any() -> None:
    asked = ("问：在空调房里上班有没有高温津贴？", "答：采取措施降到33℃以下的，可以不发。")
    found = page("朋友圈请假算不算", "王敏", BODY, MORE, "三问高温津贴", *asked)
    assert [article.title for article in found.articles] == ["朋友圈请假算不算", "三问高温津贴"]


def test_an_office_of_the_paper_is_no_author_beside_the_name() -> None:
    (article,) = page("让老把式成为新师傅", "本报评论部　蓝天野", BODY).articles
    assert article.authors == ("蓝天野",)


@pytest.mark.parametrize(
    "headings",
    [("一、主要做法", "二、几点体会"), ("站点建在路口", "方案先过代表", "事情办到心坎")],
)
@pytest.mark.parametrize("empty", [True, False])
def test_who_sent_an_article_takes_no_heading_from_it(
    headings: tuple[str, ...], *, empty: bool
) -> None:
    between = [""] if empty else []
    texts = ("　　" + text for text in (MORNING, NOON, EVENING))
    parts = [line for pair in zip(headings, texts, strict=False) for line in pair]
    lines = ("把服务送到骑手身边", "王敏", "　　" + WORK, *parts, "（江城市总工会供稿）")

    article = only_article(*(row for line in lines for row in (line, *between)))

    assert article.texts(BlockKind.HEADING) == headings
    assert article.texts(BlockKind.CREDIT) == ("（江城市总工会供稿）",)


def test_who_sent_an_item_begins_it_where_its_title_stands_farther_off_than_headings() -> None:
    found = recovered(
        *("把服务送到骑手身边", "王敏", "　　" + WORK, "站点建在路口", "　　" + MORNING),
        *("", "食堂添了新菜", "　　" + NOON, "（江城市总工会供稿）"),
    )

    assert [article.title for article in found.articles] == ["把服务送到骑手身边", "食堂添了新菜"]


@pytest.mark.parametrize("ordinal", ["一、", "（一）", "1."])
def test_what_counts_a_part_begins_no_item(ordinal: str) -> None:
    heading = ordinal + "几点体会"
    texts = ("　　" + MORNING, heading, "　　" + NOON)

    article = only_article("把服务送到骑手身边", "王敏", *texts, "（江城市总工会供稿）")

    assert article.texts(BlockKind.HEADING) == (heading,)
