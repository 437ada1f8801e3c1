"""What stands around the articles of a page and is none of their text."""

import pytest
from tests.sources.recovery.test_recovery_rules import BODY, LONG, MORE, only, page

from studydesk.domain.article import BlockKind
from studydesk.sources.recovery.running_heads import is_running_head


@pytest.mark.parametrize(
    "line",
    [
        "北江工人报2026年11月18日星期三第3版职工生活",
        "2026年11月18日星期三第3版",
        "第07版：理论周刊",
        "第3版职工生活",
        "工人日报第3版",
        "北江工人报总第1204期2026.11.18",
        "星期三责编王敏",
        "—3—",
        "A3",
        "2026年11月18日星期三农历十月初十",
        "第06版：学习2026年9月4日主编李伟编辑王敏电话010-62345678",
    ],
)
def test_dates_and_numbers_of_pages_are_running_heads(line: str) -> None:
    assert is_running_head(line)


@pytest.mark.parametrize(
    "line",
    [
        "2020年6月23日，北斗三号最后一",
        "2020年6月23日北斗三号最后一颗卫星",
        "第一版教材的由来",
        "星期六的早晨天刚蒙蒙亮",
        "一张小报的二十年",
        "2026年劳动者权益保护新规",
        "工会办好事",
    ],
)
def test_titles_and_lines_of_text_are_none(line: str) -> None:
    assert not is_running_head(line)


def test_the_masthead_is_furniture_and_no_title() -> None:
    masthead = "北江工人报2026年11月18日 星期三 第3版 职工生活"
    found = page(masthead, "题目在此", BODY, between="\n")
    assert only(found).title == "题目在此"
    assert found.furniture[0] == (0, len(masthead))


@pytest.mark.parametrize(
    "name", ["理论·实践 B3", "要闻·理论 3", "07 理论", "职工生活 3版", "评论·理论 2025年8月6日"]
)
def test_the_name_of_the_page_beside_its_number_or_date_is_furniture(name: str) -> None:
    found = page(name, "题目在此", "王敏", BODY, between="\n")
    assert only(found).title == "题目在此"
    assert found.furniture[0] == (0, len(name))


def test_the_name_of_the_page_under_the_date_is_furniture_over_text_too() -> None:
    found = page("2025年8月6日", "职工生活 B3", BODY, between="\n")
    assert not only(found).title


def test_two_words_beside_the_number_of_the_page_are_its_name_over_a_byline_too() -> None:
    found = page("要闻·理论 3", "王敏", BODY, between="\n")
    assert not only(found).title


@pytest.mark.parametrize(
    "title",
    [
        "30年坚守车间一线",
        "5年绘就新蓝图",
        "10名工匠谈创新",
        "12小时抢修",
        "3个班组的故事",
        "20位劳模的心声",
        "新时代工匠10",
        "00后接班人",
        "聚焦G20",
        "劳动者之歌2025年5月1日",
    ],
)
@pytest.mark.parametrize("below", ["本报记者 王敏", MORE])
def test_a_title_with_a_number_is_no_name_of_the_page(title: str, below: str) -> None:
    assert only(page(title, below, BODY)).title == title


def test_a_title_with_a_number_under_the_number_of_the_page_stays_a_title() -> None:
    found = page("2025年11月21日", "3版", "20位劳模的心声", "本报记者 王敏", BODY)
    assert only(found).title == "20位劳模的心声"


def test_a_heading_with_a_number_near_the_top_stays_a_heading() -> None:
    article = only(page("题目写在这里", "王敏", BODY, "5年来", MORE))
    assert article.texts(BlockKind.HEADING) == ("5年来",)


@pytest.mark.parametrize("line", ["广告：本厂食堂承接各类宴席", "【广告】本厂食堂承接各类宴席"])
def test_an_advertisement_in_a_sentence_is_furniture(line: str) -> None:
    rows = [LONG[at : at + 17] for at in range(0, len(LONG), 17)]
    found = page("题目在此", "王敏", *rows[:3], line, *rows[3:], between="\n")
    assert only(found).body == LONG
    assert len(found.furniture) == 1
