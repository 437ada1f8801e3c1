"""Quotations in the user's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import Guide, Packet, Question
from studydesk.proof.quoted import nearest, pieces, quotations, stands_in

TEXT = "工会要把握“数字工匠”培养这个关键，为职工搭建更加广阔的舞台，提供有力支撑。"


def quoted(text: str) -> list[str]:
    return [one.text for one in quotations(Packet("学习", items=(Guide(text),)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“为职工搭建更加广阔的舞台”是一句。", ["为职工搭建更加广阔的舞台"]),
        ("文件强调“人人受尊重”。", ["人人受尊重"]),
        ("文件指出：“要把握‘数字工匠’”", ["要把握‘数字工匠’"]),
        ("我们的“小改小革”活动", []),
        ("他说“好的”", []),
        ("没有配对的“引号，后面还有很多很多字", []),
    ],
)
def test_long_words_in_quotation_marks_are_quotations(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_every_field_of_the_users_own_is_looked_at() -> None:
    packet = Packet(
        "学习", items=(Question("问？", expected="“为职工搭建更加广阔的舞台”", id="q"),)
    )
    (found,) = quotations(packet)
    assert (found.item_id, found.field, found.start, found.end) == ("q", "expected", 1, 13)


def test_single_marks_inside_and_a_stop_at_the_end_are_the_quoters_own() -> None:
    assert stands_in("要把握‘数字工匠’培养这个关键。", TEXT)
    assert not stands_in("要把握数字工匠培养这个关键", TEXT)


@pytest.mark.parametrize("at", range(4, 26, 3))
def test_the_words_that_were_meant_are_found_with_one_character_wrong(at: int) -> None:
    right = TEXT[:30]
    wrong = right[:at] + "某" + right[at + 1 :]
    assert not stands_in(wrong, TEXT)
    assert nearest(wrong, TEXT) == right


def test_words_of_another_text_are_not_taken_for_this_one() -> None:
    assert nearest("全面推进乡村振兴必须抓好粮食生产", TEXT) == ""


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_words_can_be_compared_with_any_text(quote: str, text: str) -> None:
    nearest(quote, text)
    assert all(len(piece) >= 4 for piece in pieces(quote))
