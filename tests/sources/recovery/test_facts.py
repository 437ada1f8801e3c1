"""The facts of a notice, line by line."""

from tests.sources.recovery.test_recovery_rules import BODY, page

from studydesk.domain.article import BlockKind

NOTICE = ("关于举办读书沙龙的通知", "经研究，决定举办读书沙龙，现将有关事项通知如下。")


def paragraphs(*lines: str) -> list[str]:
    (article,) = page(*NOTICE, *lines, between="\n").articles
    return [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH][1:]


def test_facts_of_a_notice_are_paragraphs_and_no_headings() -> None:
    facts = ("一、时间：11月6日上午9时", "二、地点：文化宫二楼", "联系人：郑实")
    assert paragraphs(*facts, "请准时参加。") == [
        "一、时间：11月6日上午9时",
        "二、地点：文化宫二楼",
        "联系人：郑实",
        "请准时参加。",
    ]


def test_where_to_call_stays_beside_the_other_facts() -> None:
    assert paragraphs("报名时间：即日起", "报名电话：0312-8850126") == [
        "报名时间：即日起",
        "报名电话：0312-8850126",
    ]


def test_a_title_with_a_colon_is_no_fact() -> None:
    found = page("时间：最公正的裁判", "王敏", BODY)
    assert found.articles[0].title == "时间：最公正的裁判"


def test_where_to_call_the_paper_is_of_no_article() -> None:
    found = page("读书有味", "王敏", BODY, "新闻热线：0312-8850126", "投稿邮箱：lilun@example.cn")
    assert found.articles[0].body == BODY
