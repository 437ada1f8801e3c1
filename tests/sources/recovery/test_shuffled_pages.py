"""Recovery on pages whose articles stand in pieces, and on clean ones in the same settings.

The bars stand a little under what is reached. Pages pasted without any space are not among them:
only the names behind a title tell where it ends, and nothing where a column label or a heading
does; their articles are told apart by their endings.
"""

from pathlib import Path

import pytest
from tests.sources.recovery.recovery_scorer import score_composed
from tests.sources.recovery.shuffled_pages import DAMAGES, compose

FORMS = ("paragraphs", "close", "spaces", "wrapped", "apart")
# How much of the text is in the right article.
BARS = {
    "nothing": 0.99,
    "broken": 0.99,
    "inset": 0.98,
    "crossed": 0.9,
    "endings_changed": 0.86,
    "ending_first": 0.98,
    "ending_last": 0.97,
    "head_inside": 0.97,
    "head_in_other": 0.9,
    "opening_last": 0.97,
    "title_elsewhere": 0.98,
    "columns_swapped": 0.95,
    "turned": 0.98,
    "doubled": 0.98,
    "no_affiliations": 0.93,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_pieces_find_their_articles(damage: str, tmp_path: Path) -> None:
    pages = [
        compose(seed, damage, form, name=f"{form}-{seed}") for form in FORMS for seed in range(3)
    ]
    scores = score_composed(pages, tmp_path)
    assert (scores["lost"], scores["repeated"]) == (0, 0)
    assert scores["b3_f"] >= BARS[damage]


@pytest.mark.parametrize("damage", ["nothing", "inset", "turned"])
def test_pages_without_any_space_lose_nothing(damage: str, tmp_path: Path) -> None:
    scores = score_composed([compose(seed, damage, "solid") for seed in range(6)], tmp_path)
    assert (scores["lost"], scores["invented"], scores["repeated"]) == (0, 0, 0)
    assert scores["b3_f"] >= 0.75


def test_pages_without_any_space_get_their_authors_and_most_titles(tmp_path: Path) -> None:
    pages = [compose(seed, "nothing", "solid", name=f"{seed}") for seed in range(12)]
    scores = score_composed(pages, tmp_path)
    assert scores["title"] >= 0.55
    assert scores["author_r"] >= 0.9
    assert scores["author_p"] >= 0.95
