"""Moves of chains tell quickly what becomes of them, and are the same however often asked for."""

from collections.abc import Sequence

import pytest
from tests.sources.recovery import interleaved_pages, shuffled_pages
from tests.sources.recovery.composed_pages import Composed
from tests.sources.recovery.scattered_pages import compose

from studydesk.domain.article import Source
from studydesk.sources.recovery import interleaving
from studydesk.sources.recovery.evidence import Evidence
from studydesk.sources.recovery.interleaving import CLEARLY, MOST_MEASURED, best_move, gain_of
from studydesk.sources.recovery.moves import MOST_WEIGHED, Move, Moves
from studydesk.sources.recovery.pieces import Chain
from studydesk.sources.recovery.recover import recover

Asked = list[tuple[Evidence, list[Chain], list[Move]]]


def asked_on(page: Composed) -> Asked:
    """All moves that are weighed on a page, with their chains."""
    found: Asked = []

    class Watched(Moves):
        def likeliest(self, chains: Sequence[Chain], most: int, last: int) -> list[Move]:
            moves = super().likeliest(chains, most, last)
            found.append((self._evidence, list(chains), moves))
            return moves

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interleaving, "Moves", Watched)
        recover(Source(page.name, page.raw))
    return found


@pytest.fixture(scope="module")
def asked() -> Asked:
    """The same on a page whose articles are braided."""
    return asked_on(compose(1, "all_braided", "wrapped"))


def test_a_move_is_impossible_where_what_it_makes_is(asked: Asked) -> None:
    told = [
        (move.is_impossible, any(map(evidence.is_impossible, move.after)))
        for evidence, chains, moves in asked
        if not any(map(evidence.is_impossible, chains))
        for move in moves
    ]
    assert {quick for quick, _ in told} == {False, True}
    assert all(quick == slow for quick, slow in told)


def test_what_a_move_makes_has_the_same_pieces(asked: Asked) -> None:
    for _, _, moves in asked:
        for move in moves:
            before = [id(piece) for strand in move.strands for piece in strand.chain]
            after = [id(piece) for chain in move.after for piece in chain]
            assert sorted(before) == sorted(after)


def test_moves_thought_of_before_are_those_thought_of_anew(asked: Asked) -> None:
    for evidence, chains, moves in asked:
        anew = Moves(evidence).likeliest(chains, MOST_WEIGHED, evidence.work + 1_000_000)
        assert [(m.promise, m.after) for m in anew] == [(m.promise, m.after) for m in moves]


@pytest.mark.parametrize(
    "page",
    [
        compose(4, "all_braided", "wrapped"),
        interleaved_pages.compose(4, "kickers", "close", indented=True),
        shuffled_pages.compose(0, "opening_last", "paragraphs"),
        shuffled_pages.compose(4, "title_elsewhere", "wrapped"),
        shuffled_pages.compose(6, "columns_swapped", "paragraphs"),
    ],
    ids=["braided", "interleaved", "opening last", "title elsewhere", "columns swapped"],
)
def test_of_all_moves_the_best_one_is_found_by_measuring_few(page: Composed) -> None:
    asked = asked_on(page)
    for evidence, _, moves in asked:
        found = best_move(evidence, moves, evidence.work + 1_000_000)
        best = max((gain_of(evidence, move) for move in moves), default=0.0)
        assert (gain_of(evidence, found) if found else None) == (best if best >= CLEARLY else None)
    assert max(len(moves) for _, _, moves in asked) > MOST_MEASURED
