"""Buttons of an electronic page are of no article, wherever they stand side by side."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article, recovered

TITLES = ("夜校开到车间里", "老厂房里的新食堂")
ROWS = (
    *("放大+ 缩小- 默认o", "放大 缩小 默认", "上一篇 下一篇 返回目录", "3上一版  下一版4"),
    *("朗读 | 全文复制 | 打印", "返回目录　放大＋　缩小－　分享"),
)


@pytest.mark.parametrize("row", ROWS)
def test_buttons_between_a_title_and_its_names_on_a_page_of_one_line_are_of_no_article(
    row: str,
) -> None:
    days = ((MORNING, NOON), (WORK, EVENING))
    names = ("苏青禾", "王敏 李伟")
    parts = [
        f"工运论坛 {title} {row} {name}　　{'　　'.join(day * 3)}　　（作者单位：江城大学法学院）"
        for title, name, day in zip(TITLES, names, days, strict=True)
    ]
    found = recovered(f"理论周刊 第05版：学与思 2025年12月02日 上一版 下一版 {' '.join(parts)}")

    assert tuple(article.title for article in found.articles) == TITLES
    assert [article.authors for article in found.articles] == [("苏青禾",), ("王敏", "李伟")]


@pytest.mark.parametrize("row", ROWS)
def test_buttons_on_a_line_of_their_own_or_behind_a_title_are_of_no_article(row: str) -> None:
    below = only_article(TITLES[0], row, "王敏", MORNING, WORK, row)
    beside = only_article(f"{TITLES[0]} {row}", "王敏", MORNING, WORK)

    assert below.title == beside.title == TITLES[0]
    assert below.body == beside.body == f"{MORNING}\n{WORK}"


@pytest.mark.parametrize("told", ["她点了点 放大 键，字就清楚了。", "大字 中字，各有用处。"])
def test_a_single_word_of_a_button_stays_in_its_sentence(told: str) -> None:
    body = only_article(TITLES[0], "王敏", MORNING, told, WORK).body

    assert told.replace(" ", "") in body


def test_a_star_close_to_a_clause_stays_with_the_note() -> None:
    note = ("★逾期没有提交申请的，在此期间发生的费用", "由用人单位负担。")
    article = only_article(TITLES[0], "王敏", MORNING, *note, WORK)

    assert "★逾期" in article.body


@pytest.mark.parametrize("title", ["放大 缩小 一样见功夫", "返回目录 放大 是门手艺"])
def test_two_words_of_buttons_stay_in_a_title(title: str) -> None:
    assert only_article(title, "王敏", MORNING, WORK).title == title


def test_cells_of_a_table_are_no_buttons() -> None:
    body = only_article(TITLES[0], "王敏", MORNING, "| 按钮 | 上一页 | 下一页 |", WORK).body
    assert "上一页" in body
