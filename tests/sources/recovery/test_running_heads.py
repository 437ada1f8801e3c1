"""What stands around the articles of a page and is none of their text."""

import pytest
from tests.sources.recovery.test_recovery_rules import BODY, LONG, only, page

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


@pytest.mark.parametrize("line", ["广告：本厂食堂承接各类宴席", "【广告】本厂食堂承接各类宴席"])
def test_an_advertisement_in_a_sentence_is_furniture(line: str) -> None:
    rows = [LONG[at : at + 17] for at in range(0, len(LONG), 17)]
    found = page("题目在此", "王敏", *rows[:3], line, *rows[3:], between="\n")
    assert only(found).body == LONG
    assert len(found.furniture) == 1
