"""What was written over a sentence, as corrections: each change by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Span
from studydesk.ui.tidy.words import differences

SENTENCE = "工人们三三两两走进车间，互相打着招呼。"
FEW = st.text("工会一二 ，", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        (SENTENCE, []),
        ("职工们三三两两走进车间，互相打着招呼。", [(0, 2, "职工")]),
        ("职工们三三两两走进车间，一同打着招呼。", [(0, 2, "职工"), (12, 14, "一同")]),
        ("工人们三三两两走进新车间，互相打着招呼。", [(8, 9, "进新")]),
        ("的工人们三三两两走进车间，互相打着招呼。", [(0, 1, "的工")]),
        ("工人们两两走进车间，打着招呼。", [(3, 5, ""), (12, 14, "")]),
    ],
)
def test_each_change_is_a_correction(new: str, changes: list[tuple[int, int, str]]) -> None:
    assert differences(SENTENCE, new) == changes


def test_what_is_corrected_already_changes_as_a_whole() -> None:
    new = SENTENCE.replace("互相", "互想")
    assert differences(SENTENCE, new, [Span(11, 14)]) == [(11, 14, "，互想")]


@given(FEW, FEW, st.lists(st.tuples(st.integers(0, 5), st.integers(6, 12)), max_size=1))
def test_the_changes_together_make_the_new_words(
    old: str, new: str, whole: list[tuple[int, int]]
) -> None:
    words = " ".join(new.split())
    made = old
    for start, end, text in reversed(differences(old, new, [Span(*each) for each in whole])):
        assert start < end
        made = made[:start] + text + made[end:]
    assert made == words
