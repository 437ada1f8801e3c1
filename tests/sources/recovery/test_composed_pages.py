"""Recovery on pages composed from clean articles: many settings, many kinds of damage.

The bars stand a little under what is reached, so that they guard it.
"""

from pathlib import Path
from random import Random

import pytest
from tests.sources.recovery.composed_pages import Setting, compose
from tests.sources.recovery.recovery_scorer import score_composed

PAGES = 6
HEAD = {"title": 1.0, "author_r": 1.0, "author_p": 1.0, "affil": 1.0, "b3_f": 1.0}


def setting(
    width: int = 0, between: str = "\n\n", damage: str = "", *, indented: bool = False
) -> Setting:
    return Setting(width, between, indented, frozenset(damage.split()))


@pytest.mark.parametrize(
    ("page", "bars"),
    [
        (setting(), {**HEAD, "para_f": 1.0, "head_f": 1.0}),
        (setting(between="\n"), {**HEAD, "para_f": 1.0, "head_f": 1.0}),
        (setting(between=" "), {**HEAD, "para_f": 1.0, "head_f": 1.0}),
        (setting(damage="columns glued"), {**HEAD, "para_f": 0.99, "head_f": 0.99}),
        (setting(damage="titles"), {**HEAD, "para_f": 0.99}),
        (setting(damage="endings"), {"b3_f": 0.95, "title": 0.95, "para_f": 0.99}),
        (setting(damage="doubled columns"), {**HEAD, "para_f": 0.98, "dup": 0.9}),
        (setting(14, "\n"), {**HEAD, "para_f": 0.99, "head_f": 0.99}),
        (setting(17, "\n\n"), {**HEAD, "para_f": 0.95, "head_f": 0.8}),
        (setting(20, "\r\n", "letterspaced"), {**HEAD, "para_f": 0.93, "head_f": 0.9}),
        (setting(28, "\n", indented=True), {**HEAD, "para_f": 0.98, "head_f": 0.95}),
        (setting(40, "\n", "glued"), {**HEAD, "para_f": 0.94, "head_f": 0.95}),
        (setting(20, "\n\n", "titles"), {"b3_f": 0.99, "title": 0.95, "para_f": 0.95}),
        (setting(22, "\n", "endings columns"), {"b3_f": 0.85, "title": 0.9, "para_f": 0.94}),
        (setting(damage="kickers halves"), {**HEAD, "para_f": 0.99, "head_f": 0.99}),
        (setting(24, "\n", "kickers"), {**HEAD, "para_f": 0.95, "head_f": 0.99}),
        (setting(22, "\n\n", "halves icons"), {**HEAD, "para_f": 0.95, "head_f": 0.9}),
        (setting(19, "\n", "quotes icons"), {**HEAD, "para_f": 0.99, "out": 0.95}),
        (setting(damage="far posts"), {**HEAD, "para_f": 0.99, "out": 0.95}),
        (setting(damage="roundup credits"), {**HEAD, "para_f": 0.99, "head_f": 0.99}),
        (setting(between=" ", damage="icons quotes credits"), {**HEAD, "para_f": 0.99}),
    ],
)
def test_composed_pages_are_taken_apart(
    page: Setting, bars: dict[str, float], tmp_path: Path
) -> None:
    scores = score_composed((compose(seed, page) for seed in range(PAGES)), tmp_path)
    assert (scores["lost"], scores["invented"], scores["repeated"]) == (0, 0, 0)
    assert {name: scores[name] for name, bar in bars.items() if scores[name] < bar} == {}


@pytest.mark.parametrize("damage", ["titles endings", "doubled columns titles", "letterspaced"])
def test_nothing_is_lost_on_damaged_pages_of_any_width(damage: str, tmp_path: Path) -> None:
    random = Random(damage)
    pages = (
        compose(seed, setting(random.randint(14, 40), random.choice(("\n", "\n\n")), damage))
        for seed in range(10)
    )
    scores = score_composed(pages, tmp_path)
    # The scorer looks for a title as one string: one put together from two places may miss a
    # character. That nothing is invented is held for every text in test_nothing_is_lost.
    assert (scores["lost"], scores["repeated"]) == (0, 0)
    assert scores["invented"] <= 1
