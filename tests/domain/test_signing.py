"""Signing a packet, and what was changed in it since."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PassageItem, Question, Session
from studydesk.domain.parts import Part
from studydesk.domain.passage import Omission, Passage
from studydesk.domain.signing import Changes, changes_since, sign, signature_of, unsign
from studydesk.domain.vouching import Duty, Kept
from studydesk.errors import EditRefused

DAY = date(2026, 11, 20)
PASSAGE = PassageItem(Passage("a-1", 3, 7, "工匠精神"), id="p")
PACKET = Packet("周五学习", Session("一车间"), (Guide("导读", id="g"), PASSAGE), id="friday")
SIGNED = sign(PACKET, Duty.READ, "王芳", DAY)


def since(packet: Packet) -> Changes:
    signature = signature_of(packet, Duty.READ)
    assert signature is not None
    return changes_since(packet, signature)


def test_nothing_is_changed_in_a_packet_that_was_just_signed() -> None:
    assert not since(SIGNED)


def test_a_changed_word_a_new_item_and_one_that_is_gone_are_told_apart() -> None:
    changed = edits.change(SIGNED, Guide("导读。", id="g"))
    changed = edits.append(edits.remove(changed, ["p"]), Question("哪一句？", id="q"))
    assert since(changed) == Changes(changed=("g",), added=("q",), removed=1)


def test_another_order_is_a_change_of_no_item() -> None:
    assert since(edits.move(SIGNED, ["p"], 0)) == Changes(moved=True)


def test_title_session_and_what_is_printed_are_looked_at_too() -> None:
    assert since(edits.rename(SIGNED, "周四学习")) == Changes(facts=True)
    assert since(edits.set_session(SIGNED, Session("二车间"))) == Changes(facts=True)
    assert since(edits.set_parts(SIGNED, [Part.COVER])) == Changes(printing=True)


def test_an_operation_on_a_passage_is_a_change_and_its_place_in_the_page_is_none() -> None:
    cut = replace(PASSAGE, passage=PASSAGE.passage.with_operation(Omission(0, 2)))
    assert since(edits.change(SIGNED, cut)) == Changes(changed=("p",))
    elsewhere = replace(PASSAGE.passage, article_id="a-2", start=0, end=4, before="前")
    assert not since(edits.change(SIGNED, replace(PASSAGE, passage=elsewhere)))


def test_what_is_let_stand_or_signed_by_others_is_no_change() -> None:
    packet = edits.silence(edits.keep(SIGNED, Kept("P06", "g", "text", "二十四中全会")), "W02")
    assert not since(sign(packet, Duty.ISSUED, "李强", DAY))


def test_signatures_stand_in_the_order_of_duties_one_for_each() -> None:
    packet = sign(sign(SIGNED, Duty.WRITTEN, "甲", DAY), Duty.READ, " 乙 丙 ", DAY)
    assert [(one.duty, one.name) for one in packet.signatures] == [
        (Duty.WRITTEN, "甲"),
        (Duty.READ, "乙 丙"),
    ]
    assert unsign(unsign(packet, Duty.READ), Duty.WRITTEN) == PACKET


def test_nobody_signs_without_a_name() -> None:
    with pytest.raises(EditRefused, match="empty-name"):
        sign(PACKET, Duty.READ, "　 ", DAY)


@given(st.text(min_size=1))
def test_any_other_words_are_a_change(text: str) -> None:
    other = edits.change(SIGNED, Guide(text, id="g"))
    assert bool(since(other)) is (text != "导读")


def test_lines_drawn_in_are_printed_otherwise() -> None:
    signed = sign(PACKET, Duty.WRITTEN, "王芳", date(2026, 1, 2))
    (signature,) = signed.signatures
    tightened = edits.set_tightness(signed, 2)
    assert changes_since(tightened, signature).printing
    assert not changes_since(edits.set_tightness(tightened, 0), signature)
