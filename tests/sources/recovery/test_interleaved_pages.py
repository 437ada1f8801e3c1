"""Recovery on pages whose columns change from one article to another between two full lines.

The bars stand a little under what is reached.
"""

from pathlib import Path

import pytest
from tests.sources.recovery.interleaved_pages import HEADS, MISHAPS, compose, compose_in_order
from tests.sources.recovery.recovery_scorer import score_composed

from studydesk.domain.article import Source
from studydesk.sources.recovery import interleaving
from studydesk.sources.recovery.articles import Draft
from studydesk.sources.recovery.interleaving import Order
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.recover import recover

# How much of the text is in the right article, and how many of the authors.
BARS = {"plain": (0.92, 0.95), "kickers": (0.9, 0.93), "quotes": (0.92, 0.9)}


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


@pytest.mark.parametrize("mishap", MISHAPS)
def test_a_page_in_order_is_never_cut_between_full_lines(
    mishap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[bool] = []
    look = interleaving.across_seams

    def watched(page: Page, drafts: list[Draft], order: Order) -> tuple[Page, Order]:
        found = look(page, drafts, order)
        cut.append(found[0] is not page)
        return found

    monkeypatch.setattr(interleaving, "across_seams", watched)
    for seed in range(12):
        head = list(HEADS)[seed % len(HEADS)]
        page = compose_in_order(seed, mishap, head, indented=seed % 2 == 1)
        recover(Source(page.name, page.raw))
    assert cut
    assert not any(cut)
