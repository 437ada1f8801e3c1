"""Where words end."""

import pytest

from studydesk.typeset.words import ENDS_BADLY, IN_TERM, IN_WORD, Words

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
    marks = {IN_WORD: "", ENDS_BADLY: "", IN_TERM: ":"}
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
        ("产业工人和工会", "产业工人|和工会"),
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


@pytest.mark.parametrize("text", ["工会的发展", "工会和职工", "工会在发展"])
def test_a_word_that_leads_on_to_the_next_ends_no_line(text: str, words: Words) -> None:
    assert words.costs(text)[3] == ENDS_BADLY


def test_a_particle_begins_no_line_and_a_conjunction_may(words: Words) -> None:
    assert words.costs("工会的发展")[2] == IN_WORD > ENDS_BADLY > words.costs("工会和职工")[2]
