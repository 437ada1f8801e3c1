"""Pages written and taken apart by hand: our own, of interleaved pieces, too, and eighteen by
somebody who had not seen the rules; and two of the starter library's.

The pages imitate the theory pages of workers' papers and their damage. The bars stand at what is
reached.
"""

from pathlib import Path

import pytest
from tests.sources.recovery.recovery_scorer import DATA, SEEDS, Scores, load_scorer, score

OWN = DATA / "own"
FRESH = DATA / "fresh"
SECOND = DATA / "second"
THIRD = DATA / "third"


@pytest.fixture(scope="module")
def own() -> Scores:
    return score(OWN / "gold", OWN / "pages")


@pytest.fixture(scope="module")
def fresh() -> Scores:
    return score(FRESH / "gold", FRESH / "pages")


@pytest.fixture(scope="module")
def second() -> Scores:
    return score(SECOND / "gold", SECOND / "pages")


@pytest.fixture(scope="module")
def third() -> Scores:
    return score(THIRD / "gold", THIRD / "pages")


@pytest.fixture(scope="module")
def seeds() -> Scores:
    return score(OWN / "seeds", SEEDS)


@pytest.mark.parametrize("page", [f"10{number}" for number in range(1, 10)])
def test_nothing_is_lost_and_every_article_is_found(own: Scores, page: str) -> None:
    figures = ("lost", "invented", "repeated", "count_err")
    assert [own[page][figure] for figure in figures] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "figure", ["b3_f", "title", "author_r", "author_p", "affil", "column", "out", "head_out"]
)
def test_articles_and_their_heads_are_all_right(own: Scores, figure: str) -> None:
    assert {page[figure] for page in own.values()} <= {1, None}


def test_paragraphs_and_headings_are_nearly_all_right(own: Scores) -> None:
    assert own["mean"]["para_f"] >= 0.99
    assert own["mean"]["head_f"] == 1


@pytest.mark.parametrize(
    ("figure", "bar"),
    [
        ("b3_f", 0.999),
        ("title", 1),
        ("author_r", 1),
        ("author_p", 1),
        ("affil", 1),
        ("column", 1),
        ("para_f", 0.99),
        ("head_f", 1),
        ("out", 1),
        ("head_out", 1),
    ],
)
def test_pages_by_somebody_else_are_taken_apart(fresh: Scores, figure: str, bar: float) -> None:
    assert fresh["mean"][figure] >= bar


def test_nothing_is_lost_on_pages_by_somebody_else(fresh: Scores, second: Scores) -> None:
    figures = ("lost", "invented", "repeated", "count_err", "title_fp")
    assert [fresh["mean"][figure] for figure in figures] == [0, 0, 0, 0, 0]
    assert [second["mean"][figure] for figure in figures] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "figure", ["b3_f", "title", "author_r", "author_p", "affil", "column", "head_f", "out", "dup"]
)
def test_pages_in_many_pieces_by_somebody_else_are_taken_apart(second: Scores, figure: str) -> None:
    assert second["mean"][figure] == 1
    assert second["mean"]["para_f"] >= 0.98


@pytest.mark.parametrize(
    ("figure", "bar"),
    [("b3_f", 0.99), ("title", 1), ("author_r", 1), ("affil", 1), ("para_f", 0.98), ("dup", 1)],
)
def test_the_other_pages_of_the_library_are_taken_apart(
    seeds: Scores, figure: str, bar: float
) -> None:
    assert seeds["mean"][figure] >= bar
    assert seeds["mean"]["lost"] == seeds["mean"]["invented"] == 0


@pytest.mark.parametrize(
    ("gold", "pages"),
    [
        (OWN / "gold", OWN / "pages"),
        (OWN / "seeds", SEEDS),
        (FRESH / "gold", FRESH / "pages"),
        (SECOND / "gold", SECOND / "pages"),
    ],
)
def test_the_gold_holds_every_character_once(gold: Path, pages: Path) -> None:
    lines, bad = load_scorer().verify(str(gold), str(pages))
    assert not bad, lines


@pytest.mark.parametrize(
    ("figure", "bar"),
    [
        ("b3_f", 0.985),
        ("title", 0.985),
        ("author_r", 0.985),
        ("author_p", 0.985),
        ("affil", 0.985),
        ("para_f", 0.97),
        ("head_f", 0.98),
        ("out", 0.985),
        ("head_out", 1),
    ],
)
def test_pages_of_many_interleaved_pieces_are_taken_apart(
    third: Scores, figure: str, bar: float
) -> None:
    assert third["mean"][figure] >= bar
