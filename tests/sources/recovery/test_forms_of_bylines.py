"""Who wrote an article, in the forms that papers print it under the title."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article

from studydesk.domain.article import BlockKind

TITLE = "把安全课开到矿井口上来的三个经验"


@pytest.mark.parametrize(
    "author",
    [
        *("市总工会政策研究室", "江城市总工会经济工作组", "文件解读小组", "本报“职工茶座”栏目"),
        *("市机械冶金建材工会委员会", "东海造船工会联合会"),
        *("作者：北岭新城总工会课题组", "作者：市总工会 法律工作部"),
    ],
)
@pytest.mark.parametrize("heading", ["一、从一堂课说起", MORNING])
def test_an_office_alone_under_a_title_is_the_author(author: str, heading: str) -> None:
    article = only_article(TITLE, author, heading, WORK, NOON)

    assert article.title == TITLE
    assert article.authors == ("".join(author.removeprefix("作者：").split()),)


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("县法院民事审判庭 法官 尹立", "尹立"),
        ("北岭矿业公司工会 主席 雷鸣春", "雷鸣春"),
        ("财务工作者 周宁远", "周宁远"),
        ("乔木（江城市总工会财务部）", "乔木"),
        ("孟怀远（律师、江城市职工服务中心专家）", "孟怀远"),
    ],
)
def test_a_name_beside_who_that_is_is_the_author(byline: str, name: str) -> None:
    article = only_article(TITLE, byline, MORNING, WORK, NOON)

    assert (article.title, article.authors) == (TITLE, (name,))
    assert article.texts(BlockKind.AFFILIATION)


def test_reporters_who_reported_together_are_no_part_of_the_title() -> None:
    byline = "综合本报记者王强、刘洋、通讯员马丽报道"
    article = only_article(TITLE, byline, MORNING, WORK, NOON)

    assert (article.title, article.authors) == (TITLE, ("王强", "刘洋", "马丽"))


def test_that_several_reported_is_no_part_of_the_title() -> None:
    article = only_article(TITLE, "本报综合报道", MORNING, WORK)

    assert (article.title, article.body) == (TITLE, f"{MORNING}\n{WORK}")


@pytest.mark.parametrize(
    "heading",
    [
        "党小组",
        "互助小组",
        "职工工作者 解难题",
        "工会 主席 马上到",
        "作者：一个难题",
        "余论",
        "教室",
    ],
)
def test_a_heading_that_looks_like_such_a_byline_stays_one(heading: str) -> None:
    article = only_article(TITLE, "王敏", MORNING, WORK, heading, NOON, EVENING)

    assert article.authors == ("王敏",)
    assert "".join(article.texts(BlockKind.HEADING)[0].split()) == "".join(heading.split())


@pytest.mark.parametrize(
    "title", ["走进职工互助小组", "工会主席谈心", "本报综合报道之后", "山城（一座公司的城）"]
)
def test_a_title_that_looks_like_such_a_byline_stays_one(title: str) -> None:
    assert only_article(title, "王敏", MORNING, WORK).title == title


@pytest.mark.parametrize("credit", ["图/受访者提供", "图/新华社", "本报记者 王敏 摄影 李伟 制图"])
@pytest.mark.parametrize("over", [True, False])
def test_whose_the_pictures_are_is_beside_the_title_and_names_no_author(
    credit: str, *, over: bool
) -> None:
    head = (credit, TITLE) if over else (TITLE, credit)
    article = only_article(*head, "赵建国", MORNING, WORK, NOON)

    assert (article.title, article.authors) == (TITLE, ("赵建国",))


def test_a_quotation_on_two_lines_under_a_byline_is_no_title_where_one_stands_over_that() -> None:
    spoken = ("“让他们歇歇脚", "喝口热水”")
    texts = ("　　" + MORNING, "　　" + WORK)

    article = only_article(TITLE, "赵建国", *spoken, *texts)

    assert (article.title, article.texts(BlockKind.HEADING)) == (TITLE, ())
    letter = only_article("读者来信", "张明", *spoken, *texts)
    assert "".join((letter.title or "").split()) == "".join(spoken)
