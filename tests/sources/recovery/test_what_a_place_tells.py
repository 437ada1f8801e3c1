"""What a line is by where it stands: labels over titles on two lines, names behind one icon, the
masthead and the imprint of a page, kickers of whole phrases.
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

from studydesk.domain.article import BlockKind, Source
from studydesk.sources.recovery.recover import recover


@pytest.mark.parametrize(
    "imprint",
    [
        "组稿编辑 柳青 电子信箱 lq@banzu.example",
        "编辑 柳青 制图 方圆圆 热线 62018844",
        "本版责编：柳青 绘图 方圆圆 投稿邮箱：bz@banzu.example",
        "本版编辑 柳青　校对 红叶　投稿邮箱：bz@banzu.example",
        "新闻热线：0851-5500XXXX",
    ],
)
def test_who_made_the_page_and_how_to_reach_them_is_no_heading(imprint: str) -> None:
    found = recovered("夜校开到车间里", "王敏", MORNING, WORK, imprint)

    assert found.articles[0].body == f"{MORNING}\n{WORK}"


def test_the_number_of_a_paper_and_its_telephone_are_of_no_article() -> None:
    masthead = "国内统一刊号CN11-0000　电话：（010）62018844"
    raw = "\n".join((masthead, "夜校开到车间里", "王敏", MORNING, WORK, NOON))

    assert raw[slice(*recovered(raw).furniture[0])] == masthead


def test_a_pen_name_in_brackets_signs_an_article() -> None:
    first, second = recovered(
        "夜校开到车间里", MORNING, WORK, "（老郭）", "把好师傅请上讲台", "李伟", NOON, EVENING
    ).articles

    assert (first.authors, second.authors) == (("老郭",), ("李伟",))


@pytest.mark.parametrize("word", ["（小康）", "（老师）", "（小结）"])
def test_a_word_in_brackets_signs_nothing(word: str) -> None:
    assert only_article("夜校开到车间里", MORNING, WORK, word).authors == ()


@pytest.mark.parametrize("kicker", ["关注外来务工人员子女入学", "来自江北八家工厂的调查"])
def test_a_phrase_that_says_what_it_is_about_is_a_kicker(kicker: str) -> None:
    article = only_article(kicker, "把夜校开到车间大门口", "王敏", MORNING, WORK, NOON)

    assert (article.texts(BlockKind.KICKER), article.title) == ((kicker,), "把夜校开到车间大门口")


def test_from_where_to_where_leads_on_to_the_rest_of_a_title() -> None:
    lines = ("从“等人来”到“找上门”", "班长把大家叫到一起的三个办法")
    article = only_article(*lines, "王敏", MORNING, WORK, EVENING)

    assert article.title == " ".join(lines)
    assert not article.texts(BlockKind.KICKER)


def test_an_article_alone_keeps_a_title_that_could_be_a_kicker() -> None:
    assert only_article("关注夜班工人的早餐", "王敏", MORNING, WORK).title == "关注夜班工人的早餐"


@pytest.mark.parametrize(
    "line", ["字号：大 中 小", "浏览次数：128", "2024-03-07 14:21 来源：江城工会网"]
)
def test_what_a_site_says_over_an_article_is_left_out(line: str) -> None:
    assert only_article(line, "夜校开到车间里", "王敏", MORNING, WORK).body == f"{MORNING}\n{WORK}"


@pytest.mark.parametrize(
    "line", ["字号变大之后", "浏览一座工厂", "2024.3.7机器停了一天", "分享到班组", "扫一扫的背后"]
)
def test_a_title_that_begins_like_what_a_site_says_stays_one(line: str) -> None:
    assert only_article(line, "王敏", MORNING, WORK).title == line


def test_letterspaced_names_beside_a_usual_one_are_names_whatever_their_surnames() -> None:
    found = recovered("夜校开到车间里", "从　嘉  褚 春 明", MORNING, WORK)

    assert found.articles[0].authors == ("从嘉", "褚春明")


def test_a_workplace_with_its_city_and_post_code_is_that_of_the_authors() -> None:
    found = recovered("夜校开到车间里", "王敏", "（江城师范大学，江城 430000）", MORNING, WORK)

    assert found.articles[0].affiliation == "江城师范大学，江城430000"


def test_rules_around_the_number_of_a_page_are_no_mark_of_a_list() -> None:
    found = recovered("夜校开到车间里", "王敏", MORNING, "- 2 -", WORK)

    assert found.articles[0].body == f"{MORNING}\n{WORK}"


def test_a_line_of_the_level_above_the_other_titles_is_a_kicker() -> None:
    first = ("# 推进新型工业化·工会在行动", "## 夜校开到车间里", "王敏", MORNING)
    found = recovered(*first, WORK, "## 老厂房里的新食堂", "李伟", NOON, EVENING)

    assert [article.title for article in found.articles] == ["夜校开到车间里", "老厂房里的新食堂"]


def test_the_shorter_boxes_of_a_page_with_each_on_one_line_are_cut_into_lines_too() -> None:
    long = "夜校开到车间里 王敏　　" + "　　".join([MORNING, WORK, NOON] * 4)
    note = f"对话 把师傅请上讲台 李伟　　编者按 {EVENING}　　{WORK}"
    found = recovered(long, note)

    assert [article.title for article in found.articles] == ["夜校开到车间里", "把师傅请上讲台"]
    assert found.articles[1].authors == ("李伟",)
    assert found.articles[1].texts(BlockKind.NOTE) == (f"编者按{EVENING}",)


def test_what_the_editors_say_over_a_title_introduces_its_article() -> None:
    note = f"编者按：{NOON}"
    found = recovered("观点·工运理论青年说", note, "夜校开到车间里", "王敏", MORNING, WORK)

    assert [article.title for article in found.articles] == ["夜校开到车间里"]
    assert found.articles[0].texts(BlockKind.NOTE) == (note,)


def test_the_label_of_a_box_far_away_is_no_second_column() -> None:
    found = recovered("观点", "职工书屋怎样留住读者", "G 观点撷英", MORNING, WORK, "——王敏")

    assert found.articles[0].column == "观点撷英"


def test_a_long_paragraph_that_another_has_word_for_word_was_doubled_and_is_no_pull_quote() -> None:
    long = WORK + NOON + EVENING
    found = recovered("夜校开到车间里", "王敏", MORNING, long, f"{MORNING[:20]}。{long}")

    assert text_of(found.articles[0])[1] == long


def test_a_paragraph_of_a_page_on_one_line_may_begin_with_a_year() -> None:
    texts = [MORNING, WORK, f"1925年的冬天，{NOON}", EVENING] * 2
    raw = "　　".join(["夜校开到车间里 □王敏", *texts])
    (article,) = recover(Source("page", raw)).articles
    assert article.authors == ("王敏",)
    assert text_of(article).count(texts[2]) == 2


def test_the_number_of_a_page_on_one_line_ends_the_name_of_the_page() -> None:
    texts = [MORNING, WORK, NOON, EVENING] * 2
    head = "江城工人报 2025年9月8日 星期一 理论 A6 学思践悟 夜校开到车间里 □王敏"
    (article,) = recover(Source("page", "　　".join([head, *texts]))).articles
    assert (article.column, article.title) == ("学思践悟", "夜校开到车间里")
