"""A text is found where a body says nearly the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.services.nearest_words import nearest

BODY = (
    "前面一句。党的二十届四中全会通过的《建议》强调，要更好发挥工会作用。我们要认真贯彻。后面一句。"
)


def found(text: str, body: str = BODY, start: int = 0) -> str:
    there = nearest(text, start, body)
    return body[there.start : there.end] if there else ""


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "党的二十届四\n建议》强调",
            "党的二十届四中全会通过的《建议》强调",
        ),
        ("要更好发挥公会作用。我们要认真贯彻。", "要更好发挥工会作用。我们要认真贯彻。"),
        ("我们要认真学习。后面一句。", "我们要认真贯彻。后面一句。"),
        ("更好发挥公会作用，我们", "更好发挥工会作用。我们"),
        ("我们要认真贯彻。党的二十届四中全会通过的《建议》", "党的二十届四中全会通过的《建议》"),
        ("更好发挥公会", ""),
        ("别的话都不在这里。后面一句。", ""),
        ("完全是别的话。", ""),
        ("，。", ""),
    ],
)
def test_what_says_nearly_the_same_is_found_whole(text: str, there: str) -> None:
    assert found(text) == there


def test_of_words_that_come_again_those_near_where_it_was_picked_are_meant() -> None:
    body = "甲乙丙丁戊己辛壬。" * 3
    there = nearest("甲乙丙丁戊己辛壬。庚", 18, body)
    assert there is not None
    assert there.start == 18


@given(st.permutations(range(5)), st.sets(st.integers(0, 4), max_size=3))
def test_what_is_found_is_a_stretch_of_the_body_however_its_sentences_stand(
    order: list[int], gone: set[int]
) -> None:
    said = (
        "请来的老师每周轮着讲。",
        "大家听得明白。",
        "毛病就改好了。",
        "厂里都知道。",
        "去年开的头。",
    )
    body = "".join(said[at] for at in order if at not in gone)
    there = nearest("".join(said), 0, body)
    if there is not None:
        assert 0 <= there.start < there.end <= len(body)
        assert there.known <= there.end - there.start


def test_words_that_come_again_are_counted_once() -> None:
    assert nearest("甲乙。甲乙。甲乙。丙丁戊己庚。", 0, "开头甲乙说了别的。") is None


def test_a_text_is_looked_for_near_where_it_was_picked() -> None:
    body = "别的话说了又说。" * 10_000 + BODY
    assert nearest("要更好发挥公会作用。我们要认真贯彻。", len(body) - 40, body)
    assert nearest("要更好发挥公会作用。我们要认真贯彻。", 0, body) is None


def test_what_stands_further_off_than_the_text_is_long_is_no_part_of_it() -> None:
    said = "请来的老师每周轮着讲。"
    body = f"{said}{'厂里别的事也不少，' * 9}大家听得明白。"
    assert found(f"{said}大家听得明白。", body) == said


def test_a_single_sign_in_common_says_nothing_of_what_stands_beside() -> None:
    said = "请来的老师每周轮着讲一次"
    assert found(f"{said}，毛病都改。", f"{said}？他们都走。") == said
    assert found(f"{said}，毛病都改。", f"{said}，他们都走。") == f"{said}，"
