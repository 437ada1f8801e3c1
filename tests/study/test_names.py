"""What is sure to be somebody's name."""

import pytest

from studydesk.study.names import is_name, names_in


@pytest.mark.parametrize("name", ["王海", "孙德顺", "欧阳春", "司马静"])
def test_a_surname_and_a_given_name_are_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words", ["安全员", "师傅", "高兴", "安全", "负责人", "黄河", "王市长", "王", "海王海王海"]
)
def test_a_trade_an_office_and_a_usual_word_are_no_name(words: str) -> None:
    assert not is_name(words)


def test_a_name_is_found_behind_a_post() -> None:
    assert names_in("某学院的李明")
    assert not names_in("车间里的安全员")
