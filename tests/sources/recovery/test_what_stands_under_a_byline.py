"""Pictures may stand between the head of an article and its text; they part the two no more than
they end what has no text yet.
"""

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

from studydesk.domain.article import BlockKind
from studydesk.sources.recovery.bylines import is_byline

SHOWN = "夜班的工人在炉台边检查仪表。李伟 摄"
OTHER = "师傅们在食堂里说笑。赵强 摄"


@pytest.mark.parametrize("pictures", [(SHOWN,), (SHOWN, OTHER), (SHOWN, OTHER, "资料图片")])
def test_pictures_stand_between_a_byline_and_the_text(pictures: tuple[str, ...]) -> None:
    article = only_article("炉台边的一天", "本报记者 王敏", *pictures, MORNING, WORK, NOON)

    assert (article.title, article.authors) == ("炉台边的一天", ("王敏",))
    assert text_of(article) == [MORNING, WORK, NOON]


@pytest.mark.parametrize("whose", ["受访者供图", "企业供图", "采访对象供图"])
def test_a_picture_may_be_of_those_it_shows(whose: str) -> None:
    shown = f"李伟（左一）在教徒弟看仪表。{whose}"
    article = only_article("炉台边的一天", "王敏", MORNING, shown, WORK, NOON)

    assert text_of(article) == [MORNING, WORK, NOON]


def test_who_carried_out_a_plan_is_no_name() -> None:
    head = ("炉台边的一天", "策划/本刊编辑部", "执行/本刊记者 王敏 李伟")
    article = only_article(*head, MORNING, WORK, "图片 | 受访者提供", "编辑 | 赵强")

    assert (article.title, article.authors) == ("炉台边的一天", ("王敏", "李伟"))


def test_two_pictures_in_a_text_do_not_end_it() -> None:
    article = only_article("炉台边的一天", "王敏", MORNING, WORK, SHOWN, OTHER, NOON, EVENING)

    assert text_of(article) == [MORNING, WORK, NOON, EVENING]


@pytest.mark.parametrize(
    "headings",
    [
        ("炉火旺起来了", "热姜茶送到炉台"),
        ("一、炉火旺起来了", "二、热姜茶送到炉台"),
        ("●炉火旺", "●热姜茶"),
    ],
)
def test_a_picture_under_a_heading_leaves_it_one(headings: tuple[str, str]) -> None:
    first, second = headings
    article = only_article(
        "炉台边的一天", "王敏", MORNING, first, WORK, second, SHOWN, NOON, EVENING
    )

    found = article.texts(BlockKind.HEADING)
    assert found == tuple(heading.removeprefix("●") for heading in headings)


@pytest.mark.parametrize("counted", ["", "二、"])
def test_a_picture_over_a_heading_leaves_it_one(counted: str) -> None:
    heading = f"{counted}热姜茶送到炉台"
    article = only_article("炉台边的一天", "王敏", MORNING, WORK, SHOWN, heading, NOON, EVENING)

    assert article.texts(BlockKind.HEADING) == (heading,)


@pytest.mark.parametrize(
    "rows", [("▶ 炉火旺起来，大家的脸映", "得通红"), ("● 夜班、早班、中班、晚班、", "班班有热茶")]
)
def test_a_heading_behind_an_icon_may_stand_on_two_rows(rows: tuple[str, str]) -> None:
    text = [WORK[at : at + 14] for at in range(0, len(WORK), 14)]
    article = only_article("炉台边的一天", "王敏", *text, *text, *rows, *text)

    assert article.texts(BlockKind.HEADING) == ("".join(rows)[2:],)


def test_a_title_over_a_byline_behind_a_picture_begins_an_article() -> None:
    page = ("炉台边的一天", "王敏", MORNING, WORK, SHOWN, "热姜茶送到炉台", "李伟", NOON, EVENING)

    assert [article.authors for article in recovered(*page).articles] == [("王敏",), ("李伟",)]


def test_what_a_picture_shows_may_stand_on_two_rows() -> None:
    rows = [WORK[at : at + 17] for at in range(0, len(WORK), 17)]
    caption = ("北江机械厂工会的同志在炉台边宣讲政", "策。 本报记者 李伟 摄")
    article = only_article("炉台边的一天", "王敏", *rows, "热姜茶", *caption, *rows, *rows)

    assert article.texts(BlockKind.CREDIT) == ("".join("".join(caption).split()),)


def test_a_picture_of_the_paper_s_own_is_by_nobody() -> None:
    article = only_article("炉台边的一天", "王敏", MORNING, "热姜茶", "本报资料图片", WORK, NOON)

    assert article.authors == ("王敏",)


def test_a_workplace_in_brackets_under_a_byline_is_no_row_of_the_text() -> None:
    article = only_article("炉台边的一天", "王敏", "（北江大学公共管理学院）", MORNING, WORK)

    assert article.texts(BlockKind.AFFILIATION) == ("（北江大学公共管理学院）",)


@pytest.mark.parametrize("name", ["史强", "王敏"])
def test_a_name_behind_a_dash_stands_over_the_first_row_of_a_text(name: str) -> None:
    rows = [WORK[at : at + 17] for at in range(0, len(WORK), 17)]
    first = "机器一响大家就站到自己的位置上眼睛"
    article = only_article("炉台边的一天", f"—— {name}", first, *rows[1:], *rows)

    assert article.authors == (name,)


def test_a_line_without_a_word_is_no_byline() -> None:
    assert not is_byline("))")


HALVES = (
    ("奋力书写", "北江工人故事的新篇章"),
    ("以技能培训", "点亮夜班工人的好前程"),
    ("加大培育力度", "打造敢想敢干的新工匠"),
)


@pytest.mark.parametrize("halves", HALVES)
def test_a_first_line_that_leads_on_is_no_column(halves: tuple[str, str]) -> None:
    article = only_article(*halves, "王敏", MORNING, WORK, NOON)

    assert "".join(article.title.split()) == "".join(halves)


@pytest.mark.parametrize("column", ["炉台夜话", "北江论坛", "感悟思想"])
def test_a_short_line_over_a_title_stays_a_column(column: str) -> None:
    article = only_article(column, "打造敢想敢干的新工匠", "王敏", MORNING, WORK, NOON)

    assert (article.texts(BlockKind.COLUMN), article.title) == ((column,), "打造敢想敢干的新工匠")


@pytest.mark.parametrize("byline", ["王敏  {}", "{}  王敏"])
def test_several_posts_of_one_author_are_one_affiliation(byline: str) -> None:
    posts = "北江大学教授、江城市总工会副主席"
    article = only_article("炉台边的一天", byline.format(posts), MORNING, WORK)

    assert (article.authors, article.texts(BlockKind.AFFILIATION)) == (("王敏",), (posts,))


KICKERS = ("学习贯彻北江工人大会精神", "炉台安全进行时")


@pytest.mark.parametrize("kicker", KICKERS)
@pytest.mark.parametrize(
    "title", [("怎样让夜班工人喝上热姜茶",), ("用好一碗茶", "暖热一班工人的心")]
)
def test_a_kicker_is_no_line_of_the_title(kicker: str, title: tuple[str, ...]) -> None:
    rows = [WORK[at : at + 17] for at in range(0, len(WORK), 17)]
    article = only_article(kicker, *title, "——以北江厂为例", "本报记者 王敏", *rows, *rows)

    assert article.texts(BlockKind.KICKER) == (kicker,)
    assert "".join(article.title.split()) == "".join(title)


def test_a_phrase_that_nothing_goes_on_from_is_a_kicker() -> None:
    kicker, title = "在建设北江新城中展现工人作为", "怎样让夜班工人喝上热姜茶"
    article = only_article(kicker, title, "王敏", MORNING, WORK)

    assert (article.texts(BlockKind.KICKER), article.title) == ((kicker,), title)
