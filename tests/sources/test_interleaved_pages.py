"""Recovery on pages whose columns change from one article to another between two full lines.

The bars stand a little under what is reached.
"""

from pathlib import Path

import pytest
from tests.sources.interleaved_pages import HEADS, compose
from tests.sources.recovery_scorer import score_composed

# How much of the text is in the right article, and how many of the authors.
BARS = {"plain": (0.92, 0.95), "kickers": (0.9, 0.93), "quotes": (0.92, 0.93)}


@pytest.mark.parametrize("head", HEADS)
def test_articles_are_followed_from_line_to_line(head: str, tmp_path: Path) -> None:
    pages = [
        compose(seed, head, "close", indented=indented, name=f"{seed}-{indented}")
        for indented in (False, True)
        for seed in range(6)
    ]
    scores = score_composed(pages, tmp_path)
    assert scores["b3_f"] >= BARS[head][0]
    assert scores["author_r"] >= BARS[head][1]
