"""What names questions by their numbers is in a merged packet once, however often it is merged."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.merging import merge
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, Question


def asked(name: str) -> Question:
    return Question(f"{name}是哪一句？", id=name)


AGENDA = Agenda((AgendaStep("讨论思考1至3", 20),), id="agenda")
MINE = Packet("课", items=(AGENDA, *map(asked, "甲乙丙")))


@pytest.mark.parametrize(
    "theirs",
    [
        edits.move(MINE, {"丙"}, 2),
        edits.insert(
            edits.change(MINE, Question("丙改？", id="丙")), 1, Guide("先看思考3", id="g")
        ),
    ],
)
def test_merging_their_order_and_words_again_adds_no_agenda(theirs: Packet) -> None:
    merged = merge(MINE, theirs)
    assert merge(merged, theirs) == merged


NAMED = ("看思考1。", "看思考3至4，讨论思考1", "思考2、4", "思考 1 至 3", "没有")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("insert", "move", "remove", "ask", "say")), *[st.integers(0, 7)] * 2
    ),
    max_size=5,
)


def edited(packet: Packet, done: list[tuple[str, int, int]], whose: str) -> Packet:
    for number, (kind, which, to) in enumerate(done):
        if kind == "insert":
            packet = edits.insert(packet, to, asked(f"{whose}{number}"))
        elif kind == "say" and len(packet.questions) >= 4:
            said = Guide(NAMED[which % len(NAMED)], id=f"{whose}say{number}")
            packet = edits.insert(packet, to, said)
        elif packet.items and kind in ("remove", "move"):
            chosen = {packet.items[which % len(packet.items)].id}
            is_moved = kind == "move"
            packet = edits.move(packet, chosen, to) if is_moved else edits.remove(packet, chosen)
        elif kind == "ask" and packet.questions:
            question = packet.questions[which % len(packet.questions)]
            packet = edits.change(packet, replace(question, text=f"{question.id}改{to % 2}"))
    return packet


# Not said: names that are written ahead of their questions.
@given(st.lists(st.sampled_from(NAMED), min_size=1, max_size=3, unique=True), EDITS, EDITS)
def test_merging_again_changes_nothing(
    texts: list[str], mine_done: list[tuple[str, int, int]], theirs_done: list[tuple[str, int, int]]
) -> None:
    guides = (Guide(text, id=f"g{at}") for at, text in enumerate(texts))
    base = Packet("课", items=(*guides, *map(asked, "甲乙丙丁")))
    mine, theirs = edited(base, mine_done, "我"), edited(base, theirs_done, "他")
    merged = merge(mine, theirs)
    assert merge(merged, theirs) == merged
    assert merge(mine, mine) == mine
