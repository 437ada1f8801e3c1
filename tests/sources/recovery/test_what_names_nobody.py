"""Ordinary titles, headings and last lines that look like names are no authors, and end no article
that has its own.
"""

from pathlib import Path

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.domain.article import BlockKind
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.names import is_name

WORDS = Path(__file__).parents[3] / "resources" / "phrases" / "words.txt"
IDIOMS = (
    *("雷厉风行", "乐于奉献", "顾全大局", "安居乐业", "任劳任怨", "农田水利", "司空见惯"),
    *("向阳而生", "高山流水", "向阳花开", "文以载道", "白衣天使", "高山之巅"),
)


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


def test_no_usual_word_of_four_characters_is_a_byline() -> None:
    words = [word for word in WORDS.read_text("utf-8").split() if len(word) == 4]

    assert len(words) > 600
    assert not [word for word in words if is_byline(word)]


@pytest.mark.parametrize("idiom", IDIOMS)
def test_an_idiom_is_a_title_or_a_heading_and_nobody(idiom: str) -> None:
    (titled,) = recovered(idiom, "王敏", MORNING, WORK, NOON).articles
    (headed,) = recovered("一天从早到晚的事", "王敏", MORNING, idiom, WORK, NOON).articles

    assert (titled.title, titled.authors) == (idiom, ("王敏",))
    assert (headed.authors, headed.texts(BlockKind.HEADING)) == (("王敏",), (idiom,))


@pytest.mark.parametrize(
    "name",
    [
        *("欧阳建国", "鲜于建国", "司马建华", "陈王建国", "李陈文华", "欧阳娜娜", "诸葛春晖"),
        *("端木蕻良", "上官云珠", "司马相如", "诸葛孔明", "司徒美堂", "范徐丽泰", "高金素梅"),
    ],
)
def test_two_surnames_and_those_of_two_characters_stay_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word", ["司空见惯", "东方明珠", "百里挑一", "微生物学", "第五纵队", "东郭先生"]
)
def test_a_word_that_begins_like_a_compound_surname_is_no_name(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    "line",
    [
        *("我在江城当记者 王敏", "走访的记者 王敏", "这位记者 王敏", "那位通讯员 王敏"),
        *("一名老记者 王敏", "一位记者 王敏", "江城老记者 王敏", "当时在场记者 王敏"),
        *("正在采访记者 王敏", "在江城当记者 王敏", "想当记者 王敏"),
    ],
)
def test_a_phrase_that_ends_in_a_reporter_is_no_medium(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize("line", ["))", "（", "（）", "【】"])
def test_a_line_of_brackets_alone_is_no_byline(line: str) -> None:
    assert not is_byline(line)


PHOTOGRAPHERS = (
    *(
        "本报记者 李伟 摄",
        "图/李伟",
        "图/本报记者 李伟",
        "图：李伟 摄",
        "本报记者 李伟/图",
        "图 李伟",
    ),
    *("摄影记者 李伟", "摄影 本报记者 李伟", "图/李 伟", "图/视觉中国", "图片来源：视觉中国"),
)


@pytest.mark.parametrize("line", PHOTOGRAPHERS)
def test_who_took_the_pictures_is_no_author_and_parts_no_article(line: str) -> None:
    head = ("夜校开到车间里", "王敏")
    (under_names,) = recovered(*head, line, MORNING, WORK).articles
    (between,) = recovered(*head, MORNING, line, WORK).articles
    first, second = recovered(
        *head, MORNING, WORK, line, "老厂房里的新食堂", "赵强", NOON, EVENING
    ).articles

    for article in (under_names, between, first):
        assert (article.authors, article.body) == (("王敏",), f"{MORNING}\n{WORK}")
    assert (second.title, second.authors) == ("老厂房里的新食堂", ("赵强",))


@pytest.mark.parametrize(
    "byline", ["图/文 王敏", "文/王敏 图/李伟", "本报记者 王敏 文/图", "王敏 文 李伟 图"]
)
def test_who_wrote_and_took_the_pictures_is_the_author(byline: str) -> None:
    (article,) = recovered("夜校开到车间里", byline, MORNING, WORK).articles

    assert article.authors == ("王敏",)


@pytest.mark.parametrize("byline", ["本报记者 王敏", "记者 王敏 通讯员 李伟"])
@pytest.mark.parametrize(
    "dateline", ["本报讯 ", "本报讯（记者 王敏）", "新华社江城5月1日电（记者 王敏）"]
)
def test_a_byline_over_a_dateline_is_of_the_same_article(byline: str, dateline: str) -> None:
    lines = ("夜校开到车间里", byline, dateline + MORNING, WORK)
    first, second = recovered(*lines, "老厂房里的新食堂", *lines[1:]).articles

    assert (first.title, second.title) == ("夜校开到车间里", "老厂房里的新食堂")
    assert first.authors == second.authors == tuple(byline.split()[1::2])
    assert first.body.endswith(MORNING + f"\n{WORK}")
    assert first.body == second.body
