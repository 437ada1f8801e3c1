"""Time: what a packet asks for, and what is left out first."""

from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import (
    Action,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    Session,
)
from studydesk.domain.passage import Passage
from studydesk.proof.timing import cuts, needed, over_time

UNDERSTAND, ANALYSE, CONNECT, ACT, REFLECT = QuestionKind
KINDS = (UNDERSTAND, ANALYSE, CONNECT, CONNECT, ACT, REFLECT)


def questions(*kinds: QuestionKind) -> list[Question]:
    return [Question(f"{kind}？", kind, 6) for kind in kinds]


def test_reading_questions_the_action_and_the_frame_are_counted() -> None:
    text = "字" * 401
    items: tuple[Item, ...] = (PassageItem(Passage("a", 0, 401, text)), Action())
    items += tuple(questions(CONNECT, ACT))
    assert needed(Packet("学习", Session(minutes=60), items)) == 3 + 12 + 5 + 11
    assert needed(Packet("班前", Session(minutes=10), items)) == 3 + 12 + 2


def test_reflection_is_cut_first_then_analysis_then_the_second_connection() -> None:
    assert list(cuts(questions(*KINDS), 1)) == [6]
    assert list(cuts(questions(*KINDS), 7)) == [6, 2]
    assert list(cuts(questions(*KINDS), 13)) == [6, 2, 4]


@given(st.lists(st.sampled_from(QuestionKind), max_size=12), st.integers(0, 200))
def test_deeds_understanding_and_one_connection_are_never_cut(
    kinds: list[QuestionKind], over: int
) -> None:
    asked = questions(*kinds)
    left = [q.kind for n, q in enumerate(asked, 1) if n not in set(cuts(asked, over))]
    for kind in (UNDERSTAND, ACT):
        assert left.count(kind) == kinds.count(kind)
    assert (CONNECT in kinds) == (CONNECT in left)


def test_a_packet_that_fits_says_nothing() -> None:
    assert not list(over_time(Packet("学习", Session(minutes=60), tuple(questions(*KINDS)))))


def test_a_packet_that_does_not_fit_says_what_to_cut() -> None:
    (found,) = over_time(Packet("学习", Session(minutes=40), tuple(questions(*KINDS))))
    assert found == ("", "session", "47/40 6 2")
