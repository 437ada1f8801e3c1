"""New terms: what many texts make much of, and no part of anything longer."""

import pytest

from studydesk.errors import Cancelled
from studydesk.study.discovery import new_terms

FRAMES = (
    "去年{0}搬进了新楼，大家高兴。",
    "车间门口新添了{0}，工人爱去。",
    "有人问{0}怎么办才好？",
    "今天{0}里坐满了人。",
    "老李说{0}帮了大忙，应当多办。",
    "缺了{0}，夜班就难熬。",
)


MUCH_ELSE = "".join(map(chr, range(0x5000, 0x5800)))


def texts(term: str) -> list[str]:
    return [MUCH_ELSE, *(frame.format(term) for frame in FRAMES)]


def test_what_many_texts_speak_of_is_found_whole() -> None:
    assert new_terms(texts("职工驿站")) == ("职工驿站",)


def test_a_term_that_is_known_is_not_new_nor_is_a_part_of_one() -> None:
    assert new_terms(texts("职工驿站"), {"职工驿站"}) == ()
    assert new_terms(texts("职工驿站"), {"流动职工驿站"}) == ()


def test_what_stands_in_one_text_only_is_no_term_of_the_library() -> None:
    assert new_terms(["".join(texts("职工驿站"))]) == ()


def test_a_text_that_is_printed_again_and_again_makes_no_terms() -> None:
    assert new_terms(["职工驿站真热闹，大家都爱去。"] * 20) == ()


def test_names_of_those_who_are_quoted_are_no_terms() -> None:
    assert new_terms(texts("习近平总书记")) == ()


@pytest.mark.parametrize("few", [[], [""], ["一句话。"]])
def test_little_text_has_no_terms(few: list[str]) -> None:
    assert new_terms(few) == ()


def test_the_search_stops_when_it_is_told_to() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        new_terms(texts("职工驿站"), progress=stop)
