"""What small marks tell: names behind an article, lists, pictures, rows set narrower."""

import pytest
from tests.sources.recovery.test_recovery_rules import BODY, MORE, only, page

from studydesk.domain.article import BlockKind

ROWS = (
    "老街的修鞋摊摆了三十年，摊主只收过一个徒弟，徒",
    "弟如今在商场里开了店，师徒俩每逢周末还坐在一起",
    "比手艺。两个人的活儿放在一处，连行家也分不出哪",
    "一双是师傅补的，哪一双出自徒弟的手。",
)
REST = (
    "街坊们都说，这条街少了谁都行，少了这个摊子可不",
    "行。下雨天借把伞，钥匙忘带了寄一寄，快递替人收",
    "着。摊子不大，装下的却是半条街的日子，谁家的事",
    "他心里都有数。",
)
QUOTE = (
    "手艺是磨出来的，耐心才是传下去",
    "的东西，徒弟学走的是一份耐心，",
    "师傅留下的是一份踏实。",
)


def test_names_in_brackets_behind_an_item_are_its_authors() -> None:
    article = only(page("我市新建三十个驿站", BODY, "（记者 王敏）"))
    assert article.authors == ("王敏",)


@pytest.mark.parametrize("word", ["（高温）", "（马上）"])
def test_a_word_in_brackets_within_text_is_no_name(word: str) -> None:
    article = only(page("题目写在这里", "王敏", BODY, word, MORE, between="\n"))
    assert article.authors == ("王敏",)
    assert word in article.body


@pytest.mark.parametrize("name", ["（记者 王敏）", "（鲍安）"])
def test_a_name_in_brackets_over_text_is_the_author_of_what_stands_above(name: str) -> None:
    found = page("我市新建三十个驿站", BODY, name, MORE)
    assert found.articles[0].authors == (name[-3:-1],)


def test_names_behind_an_article_without_any_are_its_authors() -> None:
    recovery = page("修鞋摊的春秋", BODY, "（作者单位：市博物馆）", "■ 王敏", "本版编辑：李伟")
    assert recovery.articles[0].authors == ("王敏",)


def test_a_picture_of_markdown_is_furniture() -> None:
    recovery = page("# 题目在此", "王敏", BODY, "![图片](img_07.jpg)", MORE)
    assert [kind.kind for kind in only(recovery).blocks].count(BlockKind.PARAGRAPH) == 2
    assert len(recovery.furniture) > 0


def test_items_of_a_list_of_markdown_are_paragraphs_each() -> None:
    article = only(page("# 题目在此", "王敏", BODY, "- 场地不小于三十平方米", "- 图书不少于八百册"))
    assert article.texts(BlockKind.PARAGRAPH)[1:] == ("场地不小于三十平方米", "图书不少于八百册")


def test_what_a_picture_shows_is_no_paragraph() -> None:
    article = only(page("题目在此处", "王敏", BODY, "师傅在教徒弟补鞋。 本报记者 李伟 摄"))
    assert not any("师傅在教" in text for text in article.texts(BlockKind.PARAGRAPH))


def test_a_numbered_heading_above_a_title_that_came_late_stays_a_heading() -> None:
    article = only(page(BODY, "（一）手艺要有人学", "修鞋摊的春秋与变迁", "王敏", MORE))
    assert article.title == "修鞋摊的春秋与变迁"
    assert article.texts(BlockKind.HEADING) == ("（一）手艺要有人学",)


def test_a_short_paragraph_set_narrower_than_the_others_is_a_pull_quote() -> None:
    lines = ("修鞋摊的春秋", "王敏", *ROWS, *QUOTE, *REST)
    article = only(page("\n".join(lines)))
    assert article.texts(BlockKind.PULL_QUOTE) == ("".join(QUOTE),)


def test_a_name_with_a_rare_surname_stands_between_title_and_text() -> None:
    assert only(page("年画工坊的新学徒", "卓玛央金", BODY)).authors == ("卓玛央金",)


def test_two_words_with_a_dot_between_are_no_foreign_name() -> None:
    article = only(page("修鞋摊为何多起来了", "教育观察·记者调查", "王敏", BODY))
    assert article.authors == ("王敏",)
    assert article.title == "修鞋摊为何多起来了"


def test_halves_of_a_title_are_no_occasion_and_title() -> None:
    assert only(page("弘扬抗战精神", "凝聚复兴伟力", "王敏", BODY)).title in (
        "弘扬抗战精神 凝聚复兴伟力",
        "弘扬抗战精神凝聚复兴伟力",
    )
