"""Moves of chains tell quickly what becomes of them, and are the same however often asked for."""

from collections.abc import Sequence

import pytest
from tests.sources.recovery.scattered_pages import compose

from studydesk.domain.article import Source
from studydesk.sources.recovery import interleaving
from studydesk.sources.recovery.evidence import Evidence
from studydesk.sources.recovery.moves import MOST_WEIGHED, Move, Moves
from studydesk.sources.recovery.pieces import Chain
from studydesk.sources.recovery.recover import recover

Asked = list[tuple[Evidence, list[Chain], list[Move]]]


@pytest.fixture(scope="module")
def asked() -> Asked:
    """All moves that are weighed on one page whose articles are braided, with their chains."""
    found: Asked = []

    class Watched(Moves):
        def likeliest(self, chains: Sequence[Chain], most: int, last: int) -> list[Move]:
            moves = super().likeliest(chains, most, last)
            found.append((self._evidence, list(chains), moves))
            return moves

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interleaving, "Moves", Watched)
        page = compose(1, "all_braided", "wrapped")
        recover(Source(page.name, page.raw))
    return found


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
