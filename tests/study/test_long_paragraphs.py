"""Paragraphs that go on for pages, as a page has them that has lost its ends of lines."""

import time

import pytest

from studydesk.study.sentences import beside, sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

_PATIENCE = 8.0
"""Seconds that nobody waits, on a machine that does other things, too."""


@pytest.mark.parametrize("said", ["老李说，“活要细。”", "我觉得好。", "“先学后干”、", "老王说："])
def test_a_paragraph_of_pages_is_read_while_somebody_waits(said: str) -> None:
    text = said * (20_000 // len(said))
    begun = time.perf_counter()
    suggest(passage(f"{text.rstrip('。')}。"))
    assert time.perf_counter() - begun < _PATIENCE


def test_lists_without_end_are_read_in_time_that_grows_with_them_only() -> None:
    text = "第一，把工具放好。第二，把图纸挂好。" * 5_500
    begun = time.perf_counter()
    suggest(passage(text))
    assert time.perf_counter() - begun < 1.5 * _PATIENCE


def test_only_what_is_near_in_a_paragraph_stands_beside_a_sentence() -> None:
    parts = sentences(passage("头一段只有一句。\n" + "第二段里的一句。" * 200))
    assert beside(parts, 0) == parts[:1]
    assert beside(parts, 1) == parts[1:22]
    assert beside(parts, 100) == parts[80:121]
    assert beside(parts, 200) == parts[180:]


def test_far_from_the_name_before_the_colon_an_official_still_speaks() -> None:
    told = "机器旁边的人多看一眼，隐患就少一处，这是老师傅们传下来的。" * 60
    words = "工匠不是教出来的，而是练出来的。班组里天天练，手上才有准头。"
    assert suggest(passage(f"{told}{words}"))
    assert not suggest(passage(f"市总工会主席杜长河：{told}{words}"))
