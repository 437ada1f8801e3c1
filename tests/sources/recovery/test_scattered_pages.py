"""Recovery on pages whose articles stand in many pieces, their heads far from their text.

The bars stand a little under what is reached.
"""

from pathlib import Path

import pytest
from tests.sources.recovery.recovery_scorer import score_composed
from tests.sources.recovery.scattered_pages import DAMAGES, compose

FORMS = ("paragraphs", "apart", "wrapped")
# How much of the text is in the right article, and how many titles.
BARS = {
    "braided": (0.9, 0.85),
    "all_braided": (0.88, 0.8),
    "head_above": (0.95, 0.9),
    "title_last": (0.97, 0.85),
    "title_inside": (0.97, 0.75),
    "names_apart": (0.93, 0.8),
    "untitled": (0.95, 0.9),
    "label_inside": (0.97, 0.9),
    "unsigned": (0.9, 0.85),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_articles_are_put_together_from_their_pieces(damage: str, tmp_path: Path) -> None:
    pages = [
        compose(seed, damage, form, name=f"{form}-{seed}") for form in FORMS for seed in range(2)
    ]
    scores = score_composed(pages, tmp_path)
    assert (scores["lost"], scores["invented"], scores["repeated"]) == (0, 0, 0)
    assert scores["b3_f"] >= BARS[damage][0]
    assert scores["title"] >= BARS[damage][1]
