"""字数 and reading time of a packet."""

from dataclasses import replace

from studydesk.domain.packet import FacilitatorNote, Guide, Packet, PassageItem, Question
from studydesk.domain.passage import Omission, Passage
from studydesk.study.counting import count

PASSAGE = Passage("x-1", 0, 300, "学" * 300)


def test_passages_and_own_words_are_counted() -> None:
    packet = Packet("包", items=(Guide("导 读\n好"), PassageItem(PASSAGE)))
    assert count(packet).characters == 303


def test_only_passages_are_read_aloud() -> None:
    packet = Packet("包", items=(Guide("导" * 900), PassageItem(PASSAGE)))
    assert count(packet).minutes == 2


def test_what_is_left_out_is_not_read() -> None:
    shorter = PASSAGE.with_operation(Omission(0, 250))
    assert count(Packet("包", items=(PassageItem(shorter),))).minutes == 1


def test_the_facilitators_words_do_not_count() -> None:
    question = Question("问", intent="意图", expected="要点", follow_ups="追问")
    packet = Packet("包", items=(question, FacilitatorNote("提示")))
    assert count(packet).characters == 1
    assert count(replace(packet, items=())).characters == 0
