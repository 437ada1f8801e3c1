"""Where words end."""

import pytest

from studydesk.typeset.words import IN_TERM, IN_WORD, Words

USUAL = (
    *"的和高",
    "产业",
    "工人",
    "队伍",
    "建设",
    "工会",
    "职工",
    "质量",
    "发展",
    "推动",
    "计划",
    "设计",
)
TERMS = ["高质量发展", "产业工人", "产业工人队伍建设"]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(USUAL, TERMS)


def cut(text: str, words: Words) -> str:
    """The text, with | where a line may well end, : in a long term between its words."""
    marks = {IN_WORD: "", IN_TERM: ":"}
    costs = words.costs(text)
    return "".join(
        (marks.get(cost, "|") if at else "") + character
        for at, (character, cost) in enumerate(zip(text, costs, strict=True))
    )


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("推动工会发展", "推动|工会|发展"),
        ("推动高质量发展", "推动|高质量发展"),
        ("产业工人和工会", "产业工人|和|工会"),
        ("推动产业工人队伍建设", "推动|产业工人:队伍:建设"),
        ("建设计划", "建设|计划"),
        ("", ""),
        ("工会", "工会"),
    ],
)
def test_lines_may_end_between_words(text: str, parted: str, words: Words) -> None:
    assert cut(text, words) == parted


def test_a_text_without_a_known_word_may_be_cut_anywhere(words: Words) -> None:
    assert IN_WORD not in words.costs("龘靐齉")


def test_an_end_after_a_particle_is_better_than_one_before_it(words: Words) -> None:
    costs = words.costs("工会的发展")
    assert costs[3] < 0 < costs[2]
