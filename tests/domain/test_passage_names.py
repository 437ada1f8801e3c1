"""What names a passage by its number goes on to name it, whatever becomes of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.domain.passage_names import chinese_number, names

NAMES = "甲乙丙"


def picked(name: str) -> PassageItem:
    return PassageItem(Passage("a", 0, 1, name), id=name)


def packet(text: str) -> Packet:
    """Three passages with a question behind them."""
    return Packet("课", items=(*map(picked, NAMES), Question(text, id="q")))


def asked(packet: Packet) -> str:
    return packet.questions[0].text


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_numbers_of_headings_are_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("选段一说了什么？", "选段三说了什么？"),
        ("选段 2 和选段3", "选段 1 和选段2"),
        ("选段一、二", "选段三、一"),
        ("选段二至三", "选段一至二"),
        ("选段四呢？", "选段四呢？"),
        ("选段一定要读，选段十分要紧", "选段一定要读，选段十分要紧"),
        ("选段一层意思，选段2026年", "选段一层意思，选段2026年"),
    ],
)
def test_a_number_follows_the_passage_that_moves(text: str, then: str) -> None:
    assert asked(edits.move(packet(text), {"甲"}, 3)) == then


def test_a_passage_put_in_before_moves_the_numbers_on() -> None:
    assert asked(edits.insert(packet("选段一和选段3"), 0, picked("丁"))) == "选段二和选段4"


def test_what_names_a_passage_that_is_gone_says_so() -> None:
    assert asked(edits.remove(packet("选段一、二、三"), {"乙"})) == "选段一、〔已删〕、二"


def test_a_last_passage_that_goes_leaves_no_number_behind() -> None:
    assert asked(edits.remove(packet("选段三"), {"丙"})) == "选段〔已删〕"


def test_all_that_the_user_wrote_follows() -> None:
    agenda = Agenda((AgendaStep("领读选段一", 3, "选段一慢读"),), id="agenda")
    before = edits.insert(packet("选段一"), 0, agenda, Guide("看选段一", id="guide"))
    after = edits.move(before, {"甲"}, 4)
    (step,) = after.agendas[0].steps
    assert (step.activity, step.note) == ("领读选段二", "选段二慢读")
    assert after.items[1] == Guide("看选段二", id="guide")


def test_what_comes_with_a_passage_keeps_its_words() -> None:
    after = edits.insert(packet(""), 0, picked("丁"), Question("选段一？", id="new"))
    assert after.questions[0].text == "选段一？"


@given(st.permutations([*NAMES, "q"]), st.sampled_from(NAMES), st.booleans())
def test_a_name_is_right_in_any_order(order: list[str], meant: str, figures: bool) -> None:
    number = NAMES.index(meant) + 1
    after = packet(f"选段{number if figures else chinese_number(number)}？")
    for item_id in order:
        after = edits.move(after, {item_id}, len(after.items))
    (name,) = names(asked(after))
    passages = [item.id for item in after.items if item.id in NAMES]
    assert (passages[name.number - 1], name.written.isdecimal()) == (meant, figures)
