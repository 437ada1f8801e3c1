"""A finding is put right as its suggestion says, where its words stand by now."""

from dataclasses import replace

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, SectionHeading
from studydesk.errors import EditRefused
from studydesk.proof.finding import Finding, WordRule
from studydesk.proof.mending import can_mend, mend
from studydesk.proof.rules import proofread
from studydesk.proof.word_rules import UNQUOTED_RULES, WORD_RULES


def found_in(packet: Packet) -> Finding:
    return next(finding for finding in proofread(packet) if can_mend(finding))


def mended(text: str) -> str:
    packet = Packet("学习", items=(Guide(text, id="g"),))
    (guide,) = mend(packet, found_in(packet)).items
    assert isinstance(guide, Guide)
    return guide.text


@pytest.mark.parametrize("rule", [*WORD_RULES, *UNQUOTED_RULES], ids=lambda rule: str(rule.id))
def test_whatever_is_suggested_is_found_no_more(rule: WordRule) -> None:
    item = SectionHeading(rule.wrong) if rule.titles_only else Guide(rule.wrong)
    packet = Packet("学习", items=(item,))
    for finding in [one for one in proofread(packet) if one.rule == rule.id and can_mend(one)]:
        packet = mend(packet, finding)
    assert not [one for one in proofread(packet) if one.rule == rule.id and can_mend(one)]


def test_only_what_was_found_is_changed() -> None:
    assert mended("说“14五”和“14五”规划") == "说“十四五”和“14五”规划"


def test_words_that_moved_while_their_field_was_edited_are_found_again() -> None:
    packet = Packet("学习", items=(Guide("党的二十四中全会，设备...", id="g"),))
    finding = next(one for one in proofread(packet) if one.rule == "P06")
    later = edits.change(packet, Guide("学一学：党的二十四中全会，设备...", id="g"))
    assert mend(later, finding).items[0] == Guide("学一学：党的二十届四中全会，设备...", id="g")
    gone = edits.change(packet, Guide("全会", id="g"))
    for other in (gone, edits.remove(packet, ["g"])):
        with pytest.raises(EditRefused, match="finding-gone"):
            mend(other, finding)


def test_a_step_of_an_agenda_and_the_title_of_a_packet_are_put_right() -> None:
    agenda = Agenda((AgendaStep("领读", 20), AgendaStep("设备...", 40)), id="a")
    packet = Packet("学习", items=(agenda,))
    (put_right,) = mend(packet, found_in(packet)).items
    assert isinstance(put_right, Agenda)
    assert put_right.steps[1].activity == "设备……"
    titled = Packet("学习。")
    assert mend(titled, found_in(titled)).title == "学习"


def test_what_has_no_single_answer_is_not_changed() -> None:
    packet = Packet("学习", items=(Guide("他说“工匠精神", id="g"),))
    (finding,) = proofread(packet)
    assert not can_mend(finding)
    with pytest.raises(EditRefused):
        mend(packet, replace(finding, suggestion=""))
