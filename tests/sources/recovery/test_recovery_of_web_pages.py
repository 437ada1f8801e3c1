"""Text copied from a web page with all that stands around the article."""

from time import process_time

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    only_article,
    recovered,
    text_of,
)
from tests.sources.recovery.test_what_stands_under_a_byline import SHOWN

from studydesk.domain.article import BlockKind
from studydesk.sources.recovery.sites import is_of_site

TITLE = "炉台边的一天从早到晚"
BODY = (MORNING, WORK, NOON)
SITE = (
    "3上一版  下一版4",
    "第A02版：北江时评 上一版3  4下一版",
    "返回江城网 版面导航",
    "江城新闻网>>北江工会",
    "您现在的位置：首页 > 工会 > 动态",
    "关于本站 | 联系办法 | 举报电话：010-12345678",
    "您需要登录后才可以回帖 登录 | 马上注册",
    "发布者：王敏 发布时间：2031-03-21 浏览次数：10",
    "来源：江城网",
    "原创 炉台讲堂 北江工人 2031年6月9日 18:30 江城",
    "江ICP备20310012号 江公网安备31000200849号",
    "地址：江城市北江路12号 邮编：310079",
)
NO_SITE = (
    "上一期工程的下一步",
    "登录新平台 点亮新生活",
    "来源于车间，回到车间",
    "数据要素 | 让数字说话",
    "回复职工的每一封来信",
    "专家 | 王敏",
    "发布时间表，画好路线图",
    "2031年6月9日18:30，铃声响了",
    "关闭旧炉 打开新局",
)


@pytest.mark.parametrize("line", SITE)
def test_lines_of_a_site_are_of_no_article(line: str) -> None:
    assert is_of_site("".join(line.split()))


@pytest.mark.parametrize("line", NO_SITE)
def test_titles_that_have_the_words_of_a_site_are_titles(line: str) -> None:
    assert not is_of_site("".join(line.split()))


def test_what_stands_over_the_menu_of_a_site_is_no_title() -> None:
    menu = (
        "北江观察",
        "炉火旺起来",
        "工会送来热姜茶",
        "返回主页 | 江城晚报 | 版面导航 |",
        "下一篇4 【打印】",
    )
    article = only_article(*menu, TITLE, "王敏", *BODY)

    assert (article.title, article.authors) == (TITLE, ("王敏",))


@pytest.mark.parametrize("line", SITE[4:10])
def test_a_line_of_the_site_under_a_title_leaves_it_a_title(line: str) -> None:
    article = only_article(TITLE, line, "王敏", *BODY)

    assert (article.title, article.authors) == (TITLE, ("王敏",))


def test_what_a_site_offers_behind_an_article_is_no_other_article() -> None:
    offers = ("推荐阅读", "铸造车间里的第三代人", "关于本站 | 联系办法 | 版权声明")
    article = only_article(TITLE, "王敏", *BODY, "媒体矩阵", "客户端", SITE[5], *offers)

    assert text_of(article) == list(BODY)


def test_a_list_of_figures_at_the_end_of_a_page_is_no_menu() -> None:
    article = only_article(TITLE, "王敏", *BODY, "炉火旺", "热姜茶")

    assert text_of(article)[:3] == list(BODY)
    assert {"炉火旺", "热姜茶"} <= {block.text for block in article.blocks}


@pytest.mark.parametrize(
    "line",
    [
        "作者：王敏 来源：江城网",
        "来源：江城网 作者：王敏",
        "2031-03-07 10:20 来源：江城网 作者：王敏 浏览次数：100",
        "作 者：王 敏  来源：江城网  时间：2031-03-07",
        "记者｜王敏 编辑｜李伟",
    ],
)
def test_a_site_names_the_author_beside_the_source(line: str) -> None:
    article = only_article(TITLE, line, *BODY)

    assert (article.title, article.authors, text_of(article)) == (TITLE, ("王敏",), list(BODY))


@pytest.mark.parametrize("byline", ["**作者 王敏**", "**文/王敏**", "**本报记者 王敏**"])
@pytest.mark.parametrize("opening", [(MORNING,), (MORNING, SHOWN), (MORNING, WORK)])
def test_a_byline_in_bold_behind_the_opening_parts_nothing(
    byline: str, opening: tuple[str, ...]
) -> None:
    article = only_article(TITLE, *opening, byline, "**炉火旺起来**", NOON, "**热姜茶**", EVENING)

    assert (article.title, article.authors) == (TITLE, ("王敏",))


def test_what_a_picture_shows_goes_on_with_no_paragraph() -> None:
    article = only_article(TITLE, "王敏", MORNING, "▲夜班工人在炉台边。（资料图）", WORK, NOON)

    assert text_of(article) == [MORNING, WORK, NOON]


@pytest.mark.parametrize("credit", ["（文字整理：张 玥 制图：李 伟）", "网络编辑：李伟"])
def test_who_wrote_it_down_heads_no_other_article(credit: str) -> None:
    found = recovered(
        TITLE, "王敏", MORNING, WORK, NOON, credit, "热姜茶", "李伟", EVENING
    ).articles

    assert [article.title for article in found] == [TITLE, "热姜茶"]


def test_the_key_words_of_a_text_are_no_title() -> None:
    article = only_article(TITLE, "[摘要] " + MORNING, "[关键词] 炉台 夜班 姜茶", WORK, NOON)

    assert article.title == TITLE


def test_a_short_line_below_what_a_site_says_of_a_title_is_a_column() -> None:
    article = only_article(TITLE, "来源：江城网", "2031-03-07 14:21", "炉台快语", "王敏", *BODY)

    assert (article.title, article.texts(BlockKind.COLUMN)) == (TITLE, ("炉台快语",))


def test_guests_may_stand_under_a_line_of_their_own() -> None:
    guests = ("李伟 北江大学教授", "赵 强 江城市总工会副主席")
    article = only_article(TITLE, "本报记者 王敏", "嘉宾：", *guests, *BODY)

    assert (article.title, article.authors, text_of(article)) == (TITLE, ("王敏",), list(BODY))


def test_a_workplace_with_its_postcode_is_that_of_the_author() -> None:
    workplace = "（北江大学 公共管理学院，江城 310079）"
    article = only_article(TITLE, "王 敏", workplace, *BODY)

    assert [len(article.texts(BlockKind.AFFILIATION)), article.authors] == [1, ("王敏",)]


@pytest.mark.parametrize(
    "line", ["返回" * 44 + "x", "2031-03-07" * 8 + "x", "上一版返回江" * 14 + "x"]
)
def test_a_line_that_could_be_read_in_many_ways_is_read_at_once(line: str) -> None:
    begin = process_time()
    is_of_site(line)

    assert process_time() - begin < 1
