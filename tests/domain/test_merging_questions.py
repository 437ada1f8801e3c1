"""Merged packets go on to name their own questions, and nothing is in them twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.merging import merge
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Item, Packet, Question


def asked(name: str) -> Question:
    return Question(f"{name}是哪一句？", id=name)


AGENDA = Agenda((AgendaStep("讨论思考1至3", 5), AgendaStep("再议思考2", 5)), id="agenda")
MINE = Packet("课", items=(Guide("先看思考1、3。", id="guide"), AGENDA, *map(asked, "甲乙丙")))


def said(packet: Packet) -> list[str]:
    return ["|".join(step.activity for step in agenda.steps) for agenda in packet.agendas]


def test_a_question_that_they_put_right_doubles_nothing_that_names_it() -> None:
    theirs = edits.change(MINE, Question("乙是哪一句话？", id="乙"))
    merged = merge(MINE, theirs)
    assert said(merged) == ["讨论思考1至4|再议思考2"]
    assert [item.text for item in merged.items if isinstance(item, Guide)] == ["先看思考1、4。"]
    assert [question.text for question in merged.questions][1:3] == [
        "乙是哪一句？",
        "乙是哪一句话？",
    ]
    assert merge(merged, theirs) == merged


def test_a_question_that_they_put_in_among_mine_is_one_of_them() -> None:
    theirs = edits.insert(MINE, 3, asked("新"))
    assert merge(MINE, theirs) == theirs


def test_what_only_they_wrote_names_their_questions() -> None:
    theirs = edits.append(edits.insert(MINE, 2, asked("新")), Guide("先看思考1、4", id="new"))
    merged = merge(edits.move(MINE, {"丙"}, 2), theirs)
    assert merged.items[-2:] != theirs.items[-2:]
    assert Guide("先看思考1、2", id="new") in merged.items
    assert merge(merged, theirs) == merged


def test_an_agenda_ahead_of_its_questions_is_that_of_who_wrote_them() -> None:
    ahead = replace(MINE, items=MINE.items[:2])
    assert merge(ahead, MINE) == MINE
    assert merge(MINE, ahead) == MINE


def test_what_they_wrote_ahead_of_their_questions_comes_once() -> None:
    ahead = Guide("看思考2至3，讨论思考1", id="new")
    theirs = edits.append(edits.remove(MINE, {"甲"}), ahead)
    merged = merge(MINE, theirs)
    assert merge(merged, theirs) == merged


@pytest.mark.parametrize("text", ["看思考3。", "看思考1、2。", "看思考〔已删〕。"])
def test_other_numbers_written_by_hand_are_both_kept(text: str) -> None:
    mine = replace(MINE, items=(*MINE.items, Guide("看思考2。", id="hand")))
    merged = merge(mine, edits.change(mine, Guide(text, id="hand")))
    assert [getattr(item, "text", "") for item in merged.items][-2:] == ["看思考2。", text]


NAMED = ["看思考1。", "看思考3至4，讨论思考1", "思考2、4", "思考 1 至 3", "没有", "看思考三"]
START = st.lists(st.sampled_from(NAMED), min_size=1, max_size=3)
KINDS = ["insert", "remove", "ask", "say"]
EDITS = st.lists(
    st.tuples(st.sampled_from(KINDS), *[st.integers(0, 7)] * 2),
    max_size=5,
)


def edited(packet: Packet, done: list[tuple[str, int, int]], whose: str) -> Packet:
    for number, (kind, which, to) in enumerate(done):
        if kind == "insert":
            packet = edits.insert(packet, to, asked(f"{whose}{number}"))
        elif kind == "say" and len(packet.questions) >= 4:
            said = Guide(NAMED[which % len(NAMED)], id=f"{whose}say{number}")
            packet = edits.insert(packet, to, said)
        elif kind != "say" and (questions := packet.questions):
            chosen = questions[which % len(questions)]
            if kind == "ask":
                packet = edits.change(packet, replace(chosen, text=f"{whose}改{to % 2}"))
            else:
                packet = edits.remove(packet, {chosen.id})
    return packet


# Not said: what is ahead of its questions, and ranges where questions were moved and put in.
@given(START, EDITS, EDITS)
def test_merging_again_changes_nothing(
    texts: list[str], mine_done: list[tuple[str, int, int]], theirs_done: list[tuple[str, int, int]]
) -> None:
    first: tuple[Item, ...] = tuple(Guide(text, id=f"g{at}") for at, text in enumerate(texts))
    base = Packet("课", items=(*first, *map(asked, "甲乙丙丁")))
    mine, theirs = edited(base, mine_done, "我"), edited(base, theirs_done, "他")
    merged = merge(mine, theirs)
    assert merge(merged, theirs) == merged
    assert merge(mine, mine) == mine
