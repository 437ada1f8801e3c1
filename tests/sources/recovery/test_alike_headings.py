"""Questions and steps in a box, each over its own paragraph: the first is a heading as the later
ones are, however its title is worded, wrapped or set.
"""

from itertools import chain

import pytest
from tests.sources.recovery.day_at_work import only_article, recovered

from studydesk.domain.article import BlockKind
from studydesk.sources.recovery.alike_headings import are_alike

LEAVE = (
    "生育可以休多少天产假？",
    "女职工生育享受98天产假，其中产前可以休假15天。难产的，增加产假15天。",
    "流产能休产假吗？",
    "可以。怀孕未满4个月流产的，享受15天产假；怀孕满4个月流产的，享受42天产假。",
    "产假期间工资谁来发？",
    "已经参加生育保险的，由生育保险基金支付生育津贴；没有参加的，由用人单位支付。",
)
STEPS = (
    "{}报告事故",
    "职工发生事故后，应当立即向用人单位报告，单位要在24小时内送医，并保存好现场的记录。",
    "{}提出申请",
    "用人单位应当在30日内提出工伤认定申请；单位没有提出的，职工本人可以在一年内提出。",
    "{}等待认定",
    "社会保险行政部门应当在60日内作出认定决定，并书面通知职工本人和用人单位。",
)


def wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


@pytest.mark.parametrize("title", ["女职工产假，这几点要知道", "生育休假，这几点女职工要知道"])
@pytest.mark.parametrize("width", [16, 22, 100])
@pytest.mark.parametrize("empty", [True, False])
def test_the_first_question_of_a_box_is_no_line_of_its_title(
    title: str, width: int, *, empty: bool
) -> None:
    between = [""] if empty else []
    rows = chain.from_iterable([*wrapped(text, width), *between] for text in (title, *LEAVE))

    article = only_article(*rows)

    assert article.title == title
    assert article.texts(BlockKind.QUESTION) == LEAVE[::2]


@pytest.mark.parametrize(
    "counted", [("第一步 ", "第二步 ", "第三步 "), ("步骤一：", "步骤二：", "步骤三：")]
)
@pytest.mark.parametrize(
    "title", ["工伤认定怎么办？四步走完全流程", "出了工伤别慌，三步走完认定流程"]
)
def test_the_first_step_of_a_box_is_a_heading_as_the_later_ones(
    title: str, counted: tuple[str, ...]
) -> None:
    steps = [text.format(counted[at // 2]) for at, text in enumerate(STEPS)]

    article = only_article(*chain.from_iterable((line, "") for line in (title, *steps)))

    assert article.title == title
    assert article.texts(BlockKind.HEADING) == tuple(steps[::2])


def test_a_title_that_asks_on_its_second_line_stays_one_over_text_without_headings() -> None:
    article = only_article("让职工休好产假", "还差些什么？", *LEAVE[1::2])

    assert "".join((article.title or "").split()) == "让职工休好产假还差些什么？"


def test_headings_are_alike_that_ask_or_count_or_are_short() -> None:
    assert are_alike("误区一：多喝水", "误区二：不出汗")
    assert are_alike("案情回放", "律师分析")
    assert not are_alike("误区一：多喝水", "误区三：不出汗")
    assert not are_alike("一张图纸的故事", "二十年的坚守")


def test_who_sent_an_item_ends_it_and_is_no_part_of_the_title_behind() -> None:
    page = recovered(
        *("让职工书屋真正用起来", "王敏", LEAVE[1], "怎样把书送到车间", LEAVE[3]),
        *("这四种情形可以领失业金，您清楚吗？", LEAVE[5], "（市职工服务中心供稿）班组讲坛"),
        *("技能竞赛不能一赛了之", "李伟", LEAVE[3]),
    )

    assert [article.title for article in page.articles] == [
        "让职工书屋真正用起来",
        "这四种情形可以领失业金，您清楚吗？",
        "技能竞赛不能一赛了之",
    ]
    assert page.articles[1].texts(BlockKind.CREDIT) == ("（市职工服务中心供稿）",)


@pytest.mark.parametrize(
    ("printed", "names"),
    [("车以宁 容若愚", ("车以宁", "容若愚")), ("容若愚", ("容若愚",)), ("岑 望", ("岑望",))],
)
def test_names_of_any_surname_stand_over_where_their_owners_work(
    printed: str, names: tuple[str, ...]
) -> None:
    workplace = "（作者单位：江城职工大学）"

    article = only_article("技能竞赛不能一赛了之", printed, workplace, *LEAVE[1::2])

    assert article.title == "技能竞赛不能一赛了之"
    assert article.authors == names
    assert article.affiliation == workplace[1:-1]


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        (("骑手送餐路上受了伤", "到底算不算工伤？"), ("劳动关系怎么认定？", "赔偿由谁来承担？")),
        (("江城有个热心人", "一名职工的二十年"), ("二名徒弟的心里话", "三名同事的评价")),
    ],
)
@pytest.mark.parametrize("width", [18, 22, 100])
@pytest.mark.parametrize("byline", [(), ("王敏",)])
def test_the_second_half_of_a_title_is_no_heading_though_it_asks_or_counts_as_they_do(
    title: tuple[str, str], headings: tuple[str, str], width: int, byline: tuple[str, ...]
) -> None:
    texts = [wrapped("　　" + text, width) for text in LEAVE[1::2]]
    parts = [
        row for heading, text in zip(headings, texts[1:], strict=True) for row in (heading, *text)
    ]

    article = only_article(*title, *byline, *texts[0], *parts)

    assert "".join((article.title or "").split()) == "".join(title)
    found = article.texts(BlockKind.HEADING) + article.texts(BlockKind.QUESTION)
    assert found == headings
