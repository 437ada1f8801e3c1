"""Tokens and their kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.typeset.classes import TOKEN, Kind, kind_of, pieces_of


@given(st.text())
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(TOKEN.findall(text)) == text


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("学", Kind.HAN),
        ("𬭎", Kind.HAN),
        ("①", Kind.HAN),
        ("《", Kind.OPEN),
        ("”", Kind.CLOSE),
        ("；", Kind.PAUSE),
        ("？", Kind.STOP),
        ("·", Kind.MIDDLE_DOT),
        ("——", Kind.DASH),
        ("—", Kind.LINK),
        ("……", Kind.ELLIPSIS),
        ("℃", Kind.UNIT),
        ("￥", Kind.PREFIX),
        ("C++", Kind.WORD),
        ("２０２５", Kind.WORD),
        ("\u3000", Kind.SPACE),
    ],
)
def test_a_token_has_its_kind(token: str, kind: Kind) -> None:
    assert kind_of(token) is kind


def test_figures_with_their_signs_are_one_token() -> None:
    assert TOKEN.findall("增长8.5%，达12,351.68万元") == [
        "增", "长", "8.5%", "，", "达", "12,351.68", "万", "元",
    ]  # fmt: skip


@given(st.from_regex(r"[!-~]{25,200}", fullmatch=True))
def test_pieces_of_an_address_are_the_address(address: str) -> None:
    assert "".join(pieces_of(address)) == address


@pytest.mark.parametrize(
    "long",
    [
        "2025-11-21-08-30-15-1234567.html",
        "CN11-0002/2025-11-21-0123-4567-8901",
        "0123456789.0123456789.0123456789",
    ],
)
def test_a_long_number_is_cut_behind_a_sign(long: str) -> None:
    assert all(piece[-1] in "-./" for piece in pieces_of(long)[:-1])


def test_no_date_is_cut_in_an_address_or_a_reference() -> None:
    assert pieces_of("(2025-11-05)[2025-11-20].") == ["(2025-11-05)", "[2025-11-20]."]
    address = ["https://", "example.", "org/", "index-", "2025-11-05-", "12351"]
    assert pieces_of("".join(address)) == address


@pytest.mark.parametrize("word", ["10⁵", "CO₂", "H₂O", "10⁻³", "m²", "Fe³⁺"])
def test_an_index_is_part_of_the_word_before_it(word: str) -> None:
    assert TOKEN.findall(f"约{word}个") == ["约", word, "个"]
    assert kind_of(word[-1:]) is Kind.WORD
