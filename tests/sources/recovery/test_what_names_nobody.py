"""Ordinary titles, headings and last lines that look like names are no authors, and end no article
that has its own.
"""

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    recovered,
)


@pytest.mark.parametrize(
    "end", ["（王敏）", "通讯员 李伟", "李伟整理", "（记者 李伟）", "【李伟 赵强】", "——鲁迅", "王敏"]
)
def test_who_else_signs_an_article_with_one_heading_does_not_part_it(end: str) -> None:
    page = (MORNING, WORK, "文化惠民暖人心", NOON, EVENING, end)
    found = recovered("一天从早到晚的事", "本报记者 王敏", *page).articles

    assert (len(found), found[0].authors[0]) == (1, "王敏")
