"""A piece has more in common with what speaks of the same, as far as one looks ahead."""

from studydesk.sources.recovery.likeness import CONTEXT, Likeness
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.pieces import Piece
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit


def piece(number: int, *texts: str) -> Piece:
    lines = [Line(0, len(text), text, len(text), closed=True) for text in texts]
    return Piece(number, 0, body=[Unit((line,), Role.TEXT) for line in lines])


CONTEST = piece(0, "职工技能竞赛在车间举行，选手同台比武。")
WINNERS = piece(1, "选手从技能竞赛走上讲台，带动车间职工。")
BRIDGE = piece(2, "大桥的养护需要资金，两岸的村民盼望通车。")
LONG = piece(3, *["两岸通车"] * CONTEXT)
EMPTY = piece(4)
LIKENESS = Likeness([CONTEST, WINNERS, BRIDGE, LONG, EMPTY])


def test_a_piece_goes_rather_behind_what_speaks_of_the_same() -> None:
    assert LIKENESS.says((CONTEST,), WINNERS) > 0 > LIKENESS.says((BRIDGE,), WINNERS)


def test_all_that_stands_near_tells_what_it_is_about() -> None:
    far, near = (CONTEST, BRIDGE), (BRIDGE,)
    assert LIKENESS.says(far, WINNERS) > LIKENESS.says(near, WINNERS)


def test_nobody_looks_farther_ahead_than_a_long_text() -> None:
    assert LIKENESS.says((CONTEST, LONG), WINNERS) == LIKENESS.says((LONG,), WINNERS)


def test_a_piece_without_text_says_nothing() -> None:
    assert LIKENESS.says((CONTEST,), EMPTY) == LIKENESS.says((EMPTY,), CONTEST) == 0
