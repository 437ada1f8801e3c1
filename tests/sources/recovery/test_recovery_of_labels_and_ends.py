"""Labels that stand with another article, names behind the last sentence, and what was doubled."""

import pytest

from studydesk.domain.article import Article, BlockKind, Recovery, Source
from studydesk.sources.recovery.bylines import read_byline, stands_for_names
from studydesk.sources.recovery.credits import is_credit
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.running_heads import is_running_head

FIRST = (
    "集体合同签订以后，关键在于每一条都能落到班组。"
    "有的企业把合同锁在柜子里，职工问起来没有人答得上。"
)
SECOND = (
    "把条款抄到墙上并不难，难的是有人逐条去查、去问。工会每个季度把职工代表请来，一条一条地对着看。"
)
THIRD = "看过之后要有回音，办到什么程度、卡在哪个环节，都要写在同一面墙上，让大家看得见、说得出。"


def read(*lines: str) -> Recovery:
    return recover(Source("paste", "\n\n".join(lines)))


def articles(*lines: str) -> dict[str, Article]:
    return {article.title: article for article in read(*lines).articles}


def test_labels_stay_where_two_articles_want_one() -> None:
    found = articles(
        *("把合同落到班组里去", "王敏", FIRST, "（作者单位：北江市总工会）"),
        *("回音写在同一面墙上", "赵强", THIRD, "（作者单位：北江市总工会）"),
        *("前沿观察", "快评", "墙上的条款要有人查", "李伟", SECOND),
    )
    assert not found["把合同落到班组里去"].column
    assert not found["回音写在同一面墙上"].column


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("（王敏）", "王敏"),
        ("（记者 王 敏）", "王敏"),
        ("（记者 李晓明 王敏）", "李晓明 王敏"),
        ("（通讯\n员 李晓明）", "李晓明"),
        ("（通讯员 李晓\n明）", "李晓明"),
    ],
)
def test_names_in_brackets_behind_the_last_sentence_are_the_authors(signed: str, name: str) -> None:
    news = f"本报讯 北江市总工会日前在三个园区设立夜间服务点。{signed}"
    found = articles("夜间服务点进了园区", news, "墙上的条款要有人查", "李伟", SECOND)
    assert found["夜间服务点进了园区"].authors == (*name.split(),)
    assert len(found["夜间服务点进了园区"].texts(BlockKind.PARAGRAPH)) == 1
    assert found["墙上的条款要有人查"].authors == ("李伟",)


@pytest.mark.parametrize("bracket", ["（见下表）", "（完）", "（一九九八年）", "（全文如下）"])
def test_other_brackets_behind_a_sentence_name_nobody(bracket: str) -> None:
    (article,) = read("夜间服务点进了园区", f"{FIRST}{bracket}", SECOND).articles
    assert not article.authors


def test_a_bracketed_name_inside_a_paragraph_is_text() -> None:
    (article,) = read("夜间服务点进了园区", "李伟", f"{FIRST}（王敏）{SECOND}").articles
    assert article.authors == ("李伟",)
    assert "（王敏）" in article.texts(BlockKind.PARAGRAPH)[0]


def test_a_letterspaced_label_that_ends_like_a_word_for_staff_is_no_byline() -> None:
    assert not read_byline("一 线 快 讯")
    assert read_byline("文 王 敏").names


@pytest.mark.parametrize("names", ["庹国庆 欧阳建国", "欧阳建国", "上官文化 司徒学习", "庹国庆"])
def test_names_of_four_characters_with_a_word_inside_stay_names(names: str) -> None:
    assert stands_for_names(names)


def test_a_letterspaced_word_between_a_title_and_its_text_is_a_name() -> None:
    (article,) = read("老厂房里的灯光", "苇　　笛", FIRST, SECOND).articles
    assert article.authors == ("苇笛",)


def test_a_heading_that_was_doubled_with_its_passage_is_no_label() -> None:
    (article,) = read(
        *("把合同落到班组里去", "王敏", FIRST, "为什么难", SECOND, THIRD),
        *("为什么难", SECOND, THIRD, "（作者单位：北江市总工会）"),
    ).articles
    assert article.texts(BlockKind.HEADING) == ("为什么难", "为什么难")
    assert not article.column


def test_the_cut_end_of_a_doubled_paragraph_is_no_pull_quote() -> None:
    (article,) = read(
        *("把合同落到班组里去", "王敏", FIRST, SECOND[:29], SECOND[29:], THIRD),
        *(FIRST, SECOND, THIRD, "（作者单位：北江市总工会）"),
    ).articles
    assert not article.texts(BlockKind.PULL_QUOTE)


def test_what_is_read_stands_under_the_title_of_a_review() -> None:
    (article,) = read("书评", "慢工里的细活", "读《灯下手记》", "王敏", FIRST).articles
    assert article.title == "慢工里的细活"
    assert article.texts(BlockKind.SUBTITLE) == ("读《灯下手记》",)


def test_lesser_headings_of_markdown_over_text_are_headings_from_the_first() -> None:
    (article,) = read("## 星级驿站的标准", "### 看得见的", FIRST, "### 看不见的", SECOND).articles
    assert article.title == "星级驿站的标准"
    assert article.texts(BlockKind.HEADING) == ("看得见的", "看不见的")


def test_rows_under_a_byline_are_text_from_the_first() -> None:
    rows = [FIRST[at : at + 19] for at in range(0, len(FIRST), 19)]
    (article,) = recover(Source("paste", "\n".join(["墙上的条款", "王敏", *rows]))).articles
    assert article.texts(BlockKind.PARAGRAPH) == (FIRST,)


@pytest.mark.parametrize("line", ["2025年6月30日责任编辑海若理论实践", "2025年6月30日责编：王敏"])
def test_the_date_beside_an_editor_is_a_running_head(line: str) -> None:
    assert is_running_head(line)


@pytest.mark.parametrize("line", ["责任编辑这一行", "编辑部的故事", "从日报到周刊的三十年"])
def test_titles_that_speak_of_editors_are_no_running_heads(line: str) -> None:
    assert not is_running_head(line)


def test_who_drew_the_pictures_of_the_page_is_a_credit() -> None:
    assert is_credit("本版插图 王敏")
    assert not is_credit("本版插图 之美")


def test_an_author_over_a_row_that_ends_in_a_workplace_is_an_author() -> None:
    rows = "近年来，北江市总工会\n把集体合同的每一条都\n落到班组。\n" + FIRST
    (article,) = recover(Source("paste", f"墙上的条款要有人查\n作者：王敏\n{rows}")).articles
    assert article.authors == ("王敏",)
    assert not article.affiliation


@pytest.mark.parametrize("gap", ["  ", "\u3000", "\u3000 "])
def test_a_label_apart_from_the_title_on_its_line_is_the_column(gap: str) -> None:
    (article,) = read(f"声音{gap}墙上的条款要有人查", "王敏", FIRST, SECOND).articles
    assert (article.column, article.title) == ("声音", "墙上的条款要有人查")


@pytest.mark.parametrize(
    ("half", "other"),
    [
        ("加大查验力度", "墙上的条款要有人查"),
        ("深化产改实践", "建强产业工人队伍"),
        ("回应职工关注", "办好民生实事"),
        ("传承红色经纬", "凝聚奋进力量"),
        ("扎实开展调研", "把准职工脉搏"),
        ("多调研", "少发文"),
    ],
)
def test_the_halves_of_a_title_on_one_line_are_no_label_and_title(half: str, other: str) -> None:
    (article,) = read(f"{half}  {other}", "王敏", FIRST, SECOND).articles
    assert not article.column
    assert article.title == f"{half} {other}"


def flat(head: str, *sentences: str) -> Article:
    """The article of a page on one line."""
    text = "\u3000\u3000".join([head, *sentences, *(FIRST, SECOND, THIRD) * 3])
    (article,) = recover(Source("paste", text)).articles
    return article


@pytest.mark.parametrize("number", ["A6", "A12", "E3", "06", "第6版"])
def test_the_number_of_a_page_on_one_line_is_told_behind_its_date(number: str) -> None:
    head = f"江城工人报 2025年9月8日 星期一 理论 {number} 学思践悟 夜校开到车间里 □王敏"
    article = flat(head)
    assert (article.column, article.title) == ("学思践悟", "夜校开到车间里")


@pytest.mark.parametrize(
    "sentence",
    ["老王走进 A3 车间，先看了看设备。", "产品升级到 B2 标准以后，退货少了。"],
)
def test_what_is_numbered_within_a_sentence_is_no_page(sentence: str) -> None:
    texts = [block.text for block in flat("夜校开到车间里 □王敏", sentence).blocks]
    assert "".join(sentence.split()) in texts


def test_a_title_above_a_label_is_of_another_article() -> None:
    found = articles("回音写在同一面墙上", "前沿观察", "墙上的条款要有人查", "李伟", SECOND, THIRD)
    assert found["墙上的条款要有人查"].column == "前沿观察"
    assert "回音写在同一面墙上" in found
