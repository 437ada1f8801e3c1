"""Ordinary titles, headings and last lines that look like names are no authors, and end no article
that has its own.
"""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.domain.article import BlockKind


@pytest.mark.parametrize(
    "end",
    ["（王敏）", "通讯员 李伟", "李伟整理", "（记者 李伟）", "【李伟 赵强】", "——鲁迅", "王敏"],
)
def test_who_else_signs_an_article_with_one_heading_does_not_part_it(end: str) -> None:
    page = (MORNING, WORK, "文化惠民暖人心", NOON, EVENING, end)
    found = recovered("一天从早到晚的事", "本报记者 王敏", *page).articles

    assert (len(found), found[0].authors[0]) == (1, "王敏")


QUOTED = "先生说得好：“其实地上本没有路，走的人多了，也便成了路。”"


@pytest.mark.parametrize(
    ("above", "who"),
    [
        *((QUOTED, "——鲁迅"), (QUOTED, "—— 毛泽东"), (f"{QUOTED[:-2]}”。", "—— 鲁迅")),
        *(
            (f"{WORK[:-1]}的故事，都写进了《车间》", "—— 王敏"),
            (WORK, "——高标准"),
            (WORK, "—— 解难题"),
        ),
    ],
)
def test_who_is_quoted_at_the_end_is_not_the_author(above: str, who: str) -> None:
    (article,) = recovered("一天从早到晚的事", MORNING, above, who).articles

    assert article.authors == ()


BY_SOUNDS = (
    *("热力图", "买买买", "亚克力", "才明白", "特克斯", "布达拉", "达卡尔", "乌克兰", "伊斯兰"),
    *("斯图加特", "阿拉木图", "阿尔巴尼亚"),
)


@pytest.mark.parametrize("heading", [*BY_SOUNDS, "①解难题", "②高标准"])
def test_a_heading_written_by_its_sounds_or_counted_ends_no_article(heading: str) -> None:
    (article,) = recovered("一天从早到晚的事", "作者：王敏", MORNING, heading, NOON).articles

    assert (article.authors, article.texts(BlockKind.HEADING)) == (("王敏",), (heading,))


@pytest.mark.parametrize("title", [*BY_SOUNDS, "①解难题"])
def test_a_title_written_by_its_sounds_or_counted_is_no_author(title: str) -> None:
    (article,) = recovered(title, MORNING, WORK, NOON).articles

    assert (article.title, article.authors) == (title, ())


READERS = (
    "服务职工 解难题",
    "心系职工 明方向",
    "情系一线职工 冒酷暑",
    "一线职工 解难题",
    "普通工人 明方向",
)
TOLD = (
    "讲述师徒情",
    "讲述成长史",
    "讲述劳动美",
    "讲述安全课",
    "口述安全课",
    "采访金点子",
    "讲述 师徒情",
)
OFFICES = ("江城市便民服务站 周转率", "江城市教育局 公安局")
WORKED = ("党群部供稿", "安全科整理", "金点子报道", "农 民 工 文")
BOXES = ("【时间轴】", "【成长史】", "【解难题】", "【应知】", "［应会］", "【古今谈】")


@pytest.mark.parametrize("heading", [*READERS, *TOLD, *OFFICES, *WORKED, *BOXES])
def test_a_heading_like_a_byline_ends_no_article(heading: str) -> None:
    (article,) = recovered("一天从早到晚的事", "作者：王敏", MORNING, heading, NOON, WORK).articles

    told = "".join(article.texts(BlockKind.HEADING)).replace(" ", "")
    assert (article.authors, told) == (("王敏",), heading.replace(" ", ""))


@pytest.mark.parametrize("title", [*READERS, *TOLD, *OFFICES, *WORKED])
def test_a_title_like_a_byline_is_a_title(title: str) -> None:
    (article,) = recovered(title, MORNING, WORK, NOON).articles

    told = article.title.replace(" ", "")
    assert (told, article.authors) == (title.replace(" ", ""), ())


def test_a_box_under_a_title_is_no_author() -> None:
    (article,) = recovered("一天从早到晚的事", "【时间轴】", MORNING, WORK).articles

    assert article.authors == ()


def test_a_letterspaced_word_in_brackets_at_the_end_is_no_author() -> None:
    (article,) = recovered("一天从早到晚的事", MORNING, WORK, "【 水 源 地 】").articles

    assert article.authors == ()
