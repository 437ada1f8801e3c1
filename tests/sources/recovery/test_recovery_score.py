"""The three pages that were taken apart by hand, scored with the scorer that came with them."""

import pytest
from tests.sources.recovery.recovery_scorer import DATA, SEEDS, Scores, load_scorer, score


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(DATA / "gold", SEEDS)


@pytest.mark.parametrize("page", ["000", "001", "002"])
@pytest.mark.parametrize("figure", ["lost", "invented", "repeated", "count_err", "title_fp"])
def test_nothing_is_lost_invented_or_given_twice(scores: Scores, page: str, figure: str) -> None:
    assert scores[page][figure] == 0


@pytest.mark.parametrize(
    "figure",
    [
        "b3_f",
        "title",
        "author_r",
        "author_p",
        "affil",
        "column",
        "head_f",
        "out",
        "head_out",
        "dup",
    ],
)
def test_articles_fields_headings_and_duplicates_are_all_right(scores: Scores, figure: str) -> None:
    assert scores["mean"][figure] == 1


def test_paragraphs_and_their_order_are_nearly_all_right(scores: Scores) -> None:
    assert scores["mean"]["para_f"] >= 0.995
    assert scores["mean"]["order"] >= 0.99


def test_the_gold_itself_holds_every_character_once() -> None:
    _, bad = load_scorer().verify(str(DATA / "gold"), str(SEEDS))
    assert bad == 0
