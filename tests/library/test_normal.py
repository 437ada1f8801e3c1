"""The normal form, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.library.normal import (
    index_form,
    index_query,
    normal_places,
    normalise,
    query_terms,
)

MESSY = st.text(
    st.sampled_from("工会职 \u3000\t\n，。“”Aaé１２①㈠½ﬁß\u200b\u0301\ufe0f\ud800𠮷々")
    | st.characters()
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ＡＩ技术", "ai技术"),
        ("木 之 长 者", "木之长者"),
        ("4 月 28 日", "4月28日"),
        ("New York", "new york"),
        ("工\u200b会", "工会"),
        ("工会\n职工", "工会 职工"),
        ("生产。产业", "生产 产业"),
        ("①㈠", "1 一 "),
        ("é", "é"),
        ("着\u0323重\u0323号\u0323", "着重号"),
    ],
)
def test_the_normal_form_is(text: str, normal: str) -> None:
    assert normalise(text) == normal


@given(MESSY)
def test_every_character_of_the_normal_form_has_its_place(text: str) -> None:
    normal = normal_places(text, normalise(text))
    assert normal.text == normalise(text)
    assert len(normal.places) == len(normal.text)
    for character, place in zip(normal.text, normal.places, strict=True):
        assert character in normalise(text[place]) + " "


@given(MESSY)
def test_places_never_go_back(text: str) -> None:
    places = list(normal_places(text, normalise(text)).places)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(MESSY, st.data())
def test_what_is_copied_from_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    assert all(term in normalise(text) for term in query_terms(text[start:end]))


@given(MESSY)
def test_the_index_holds_one_token_for_each_letter(text: str) -> None:
    tokens = index_form(normalise(text)).split()
    assert [token[0] for token in tokens] == [c for c in normalise(text) if c != " "]


def test_the_last_letter_before_a_break_stands_alone() -> None:
    assert index_form("生产 产业") == "生产 产 产业 业"


def test_words_of_a_query_are_divided_by_spaces_and_punctuation() -> None:
    assert query_terms("“十五五”规划  AI ＡＩ") == ("十五五", "规划", "ai")


def test_a_query_without_letters_asks_for_nothing() -> None:
    assert query_terms(" “，。” \u200b") == ()


def test_the_operators_of_the_index_are_plain_words_in_a_query() -> None:
    assert index_query(query_terms('NOT "a* OR')) == '("no ot" AND "a"* AND "or")'
