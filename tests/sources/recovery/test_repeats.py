"""Finding passages that come twice."""

from hypothesis import given
from hypothesis import strategies as st

from studydesk.sources.recovery.repeats import Repeat, repeats

PASSAGE = "一方面搭建匠心实践平台鼓励各领域建立匠心工作室引导从业者依托工具深耕专业领域"


def test_the_longest_run_is_found_at_both_places() -> None:
    text = f"甲乙丙{PASSAGE}丁戊己庚辛{PASSAGE}壬癸"
    assert list(repeats(text, 24)) == [Repeat(3, 8 + len(PASSAGE), len(PASSAGE))]


def test_a_text_without_repeats_has_none() -> None:
    assert list(repeats(PASSAGE, 24)) == []


@given(st.text("甲乙", max_size=300))
def test_both_copies_are_equal_and_apart(text: str) -> None:
    for first, second, length in repeats(text, 24):
        assert first + length <= second
        assert text[first : first + length] == text[second : second + length]


@given(st.text(max_size=20), st.text(max_size=20))
def test_every_doubled_passage_is_found(before: str, between: str) -> None:
    text = before + PASSAGE + between + PASSAGE
    assert any(length >= len(PASSAGE) for _, _, length in repeats(text, 24))
