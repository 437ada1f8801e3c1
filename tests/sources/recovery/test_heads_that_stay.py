"""Titles, labels and headings that look like something else stay what they are."""

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    head_of,
    only_article,
    recovered,
)

from studydesk.domain.article import BlockKind


def test_lines_of_a_title_that_go_together_stay_one_title() -> None:
    lines = ("把职工小家建到工地边", "让建设者工余有地方歇脚看书学习")

    assert only_article(*lines, "王敏", MORNING, WORK).title == " ".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("车间里的新鲜事", "从换一盏灯说起"),
        ("让老厂房", "重新亮起来的那些人"),
        ("北 江 机 械 厂 的 夜 班", "一群人的坚守与期盼"),
        ("新 时 代 的 工 人 文 化 宫", "该怎么办才能让职工满意"),
        ("读《资本论》有感", "从价值形式说起"),
        ("读《平凡的世界》", "想起矿上的日子"),
    ],
)
def test_both_lines_of_a_title_stay_over_their_text(lines: tuple[str, str]) -> None:
    article = only_article(*lines, "王敏", MORNING, WORK, NOON)

    assert not article.texts(BlockKind.SUBTITLE)
    assert all(line.replace(" ", "") in "".join(head_of(article)) for line in lines)


@pytest.mark.parametrize("label", ["班 组 故 事", "工 人 之 声", "厂 里 的 事"])
def test_a_letterspaced_label_does_not_take_the_place_of_the_title(label: str) -> None:
    article = only_article(label, "把合同落到班组里去", "王敏", MORNING, WORK)

    assert (article.title, article.column) == ("把合同落到班组里去", label.replace(" ", ""))


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("专题研究", "基层实践"),
        ("前沿观察", "快评"),
        ("理论视野", "名家访谈"),
        ("工会论坛", "一线声音"),
        ("深度观察", "短评"),
    ],
)
def test_two_labels_right_over_a_title_are_both_its_own(upper: str, lower: str) -> None:
    first, second = recovered(
        *("一天从早到晚的事", "李伟", MORNING, WORK, "（作者单位：北江市总工会）"),
        *(upper, lower, "把食堂办到车间旁边去", "王敏", NOON, EVENING),
    ).articles

    assert (first.column, second.title) == ("", "把食堂办到车间旁边去")
    assert second.texts(BlockKind.COLUMN) == (upper, lower)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("让车间亮起来", "让食堂热起来"),
        ("第一道工序上", "第二道工序上"),
        ("机器的轰鸣声", "停下来的时候"),
        ("早班里的故事", "晚班里的笑声"),
        ("一张旧工作证", "一双新劳保鞋"),
    ],
)
def test_equal_headings_under_a_byline_stay_headings(first: str, second: str) -> None:
    article = only_article("一天从早到晚的事", "李伟", first, MORNING, second, NOON, EVENING)

    assert article.texts(BlockKind.HEADING) == (first, second)


@pytest.mark.parametrize(
    "levels", [("##", "##"), ("###", "###"), ("##", "###"), ("###", "##"), ("##", "")]
)
def test_headings_of_markdown_stay_headings_of_one_article(levels: tuple[str, str]) -> None:
    article = only_article(
        "# 一天从早到晚的事",
        "李伟",
        *(f"{levels[0]} 早晨的班前会", MORNING, f"{levels[1]} 晚上的班后会".strip(), EVENING),
    )

    assert article.title == "一天从早到晚的事"
    assert article.texts(BlockKind.HEADING) == ("早晨的班前会", "晚上的班后会")


@pytest.mark.parametrize("title", ["我们的周刊", "厂里的副刊", "办好专版", "创办周刊", "老专刊"])
def test_a_title_that_speaks_of_a_supplement_stays_over_its_byline(title: str) -> None:
    article = only_article(title, "王敏", MORNING, WORK)

    assert article.title == title


PARALLEL = "抓改革，促创新；强服务，聚合力"


@pytest.mark.parametrize("mark", ["", "# "])
@pytest.mark.parametrize("title", [PARALLEL, "建功“十五五”，奋进新征程；凝聚新力量，展现新作为"])
def test_a_title_of_two_equal_halves_stays_the_title(title: str, mark: str) -> None:
    article = only_article(mark + title, "本报记者 王敏", MORNING, WORK)

    assert (article.title, article.body) == (title, f"{MORNING}\n{WORK}")


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "## 横向到边，纵向到底；点面结合，上下联动",
            "一、守正创新，与时俱进；凝心聚力，团结奋斗",
        ),
        *("（二）强化保障，夯实基础；把事办实", "## 守住安全，不出事；让职工一年到头都放心"),
        "横向到边，纵向到底；点面结合，上下联动",
    ],
)
def test_a_marked_or_equal_heading_with_a_semicolon_stays_a_heading(heading: str) -> None:
    mark = "# " if heading.startswith("#") else ""
    article = only_article(f"{mark}一天从早到晚的事", "李伟", MORNING, heading, NOON, EVENING)

    assert article.texts(BlockKind.HEADING) == (heading.removeprefix("## "),)
    assert article.title == "一天从早到晚的事"


@pytest.mark.parametrize(
    "title", ["下一步，夜校往哪里走", "如今，夜校开到了车间门口", "应当看到，手艺也是一种语言"]
)
def test_a_title_that_opens_as_sentences_do_stays_over_its_byline(title: str) -> None:
    signed = (MORNING, WORK, "（作者单位：江城大学）")
    first, second = recovered(title, "王敏", *signed, title, "李伟", NOON, EVENING).articles

    assert (first.title, second.title) == (title, title)
    assert (first.authors, second.authors) == (("王敏",), ("李伟",))


def test_a_sentence_that_opens_so_is_no_title_between_paragraphs() -> None:
    row = "下一步，要把夜校办到工地上去"
    article = only_article("夜校开到车间里", "王敏", MORNING, row, WORK)

    assert article.title == "夜校开到车间里"
    assert not article.texts(BlockKind.HEADING)
