"""A text is found where a body says nearly the same."""

import pytest

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
        ("更好发挥公会作用", "更好发挥工会作用"),
        ("别的话都不在这里。后面一句。", ""),
        ("完全是别的话。", ""),
        ("，。", ""),
    ],
)
def test_what_says_nearly_the_same_is_found_whole(text: str, there: str) -> None:
    assert found(text) == there


def test_of_words_that_come_again_those_near_where_it_was_picked_are_meant() -> None:
    body = "甲乙丙丁戊己。" * 3
    there = nearest("甲乙丙丁戊己。庚", 14, body)
    assert there is not None
    assert there.start == 14
