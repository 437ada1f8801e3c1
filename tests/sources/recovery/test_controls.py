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


@pytest.mark.parametrize("gap", [" ", "　　"])
def test_names_of_the_paper_and_rights_on_a_page_of_one_line_are_of_no_article(gap: str) -> None:
    head = "江城工人报 理论周刊 第05版：学与思 2025年12月02日 工运论坛"
    days = gap.join((MORNING, NOON, WORK, EVENING) * 2)
    end = "（作者单位：江城大学法学院） 版权所有 未经书面授权 不得转载"
    (article,) = recovered(f"{head} {TITLES[0]} 苏青禾{gap}{days}{gap}{end}").articles

    assert (article.column, article.title) == ("工运论坛", TITLES[0])
    assert (article.authors, article.affiliation) == (("苏青禾",), "作者单位：江城大学法学院")


def heads_on_lines(*heads: str) -> list[tuple[str, str, tuple[str, ...]]]:
    days = ((MORNING, NOON), (WORK, EVENING))
    rows = [(head, *day) for head, day in zip(heads, days, strict=True)]
    found = recovered(*(line for article in rows for line in (*article, "（作者单位：江城大学）")))
    return [(article.column, article.title, article.authors) for article in found.articles]


@pytest.mark.parametrize("label", ["", "工运论坛"])
def test_heads_that_all_stand_on_one_line_are_taken_apart(label: str) -> None:
    heads = (f"{label} {TITLES[0]} 苏青禾", f"{label} {TITLES[1]} 王敏")

    assert heads_on_lines(*map(str.strip, heads)) == [
        (label, TITLES[0], ("苏青禾",)),
        (label, TITLES[1], ("王敏",)),
    ]


def test_two_phrases_of_a_title_that_ends_like_a_name_stay_one() -> None:
    found = recovered("凝心聚力谋发展 向未来", "王敏", MORNING, WORK)

    assert found.articles[0].title == "凝心聚力谋发展 向未来"
