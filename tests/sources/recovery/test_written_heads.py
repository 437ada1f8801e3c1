"""Heads as daily papers set them, over articles and astray: a title on one to three lines, short, a
question, a sentence, with a kicker, a deck, a label and pictures beside it.
"""

from pathlib import Path
from random import Random

import pytest
from tests.sources.recovery.composed_pages import Composed
from tests.sources.recovery.headed_pages import MANNERS, compose
from tests.sources.recovery.recovery_scorer import score_composed

ARTICLES = 5
SEEDS = range(3)
# Whose title is what a reader takes for it in every setting.
PLAIN = ("title, names", "column, title, names", "title, deck, names", "names, title, deck")


def pages() -> list[Composed]:
    """Pages on which every manner comes once for each seed."""
    orders = [(seed, Random(seed).sample(list(MANNERS), len(MANNERS))) for seed in SEEDS]
    return [
        compose(seed, tuple(manners[at : at + ARTICLES]), f"{seed}-{at}")
        for seed, manners in orders
        for at in range(0, len(manners), ARTICLES)
    ]


def test_heads_of_all_manners_are_taken_apart(tmp_path: Path) -> None:
    scores = score_composed(pages(), tmp_path)
    bars = {"title": 0.885, "author_r": 0.95, "author_p": 0.95, "affil": 0.94, "b3_f": 0.99}

    assert {name: scores[name] for name, bar in bars.items() if scores[name] < bar} == {}
    assert (scores["lost"], scores["invented"], scores["repeated"]) == (0, 0, 0)


@pytest.mark.parametrize("manner", PLAIN)
def test_a_plain_head_is_taken_apart_whatever_its_title(manner: str, tmp_path: Path) -> None:
    found = (compose(seed, (manner,) * ARTICLES, f"{seed}") for seed in range(3, 9))
    scores = score_composed(found, tmp_path)

    assert scores["title"] >= 0.99
