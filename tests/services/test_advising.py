"""Advice on a question in its packet."""

from dataclasses import replace
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.proof.word_rules import QUESTION_RULES
from studydesk.services.advising import advise
from studydesk.services.question_bank import templates
from studydesk.services.standing_questions import STANDING
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover
from studydesk.study.suggestions import suggest

TEXT = "部分岗位出现技能断层现象。"


def packet_of(text: str) -> Packet:
    return Packet("学习", items=(PassageItem(Passage("a-1", 0, len(text), text)),))


def test_a_question_is_compared_with_the_others_of_its_packet() -> None:
    first = Question("“技能断层”在哪道工序？", QuestionKind.CONNECT)
    second = Question("“岗位”在哪道工序？", QuestionKind.CONNECT)
    packet = edits.append(packet_of(TEXT), first, second)
    assert [hint.rule for hint in advise(second, packet)] == ["same-stem"]
    assert advise(first, edits.remove(packet, [second.id])) == ()


def test_two_questions_of_one_kind_on_the_same_words_are_told() -> None:
    first = Question("文中为什么说“技能断层”？", QuestionKind.ANALYSE)
    second = Question("“技能断层”，凭哪几句这样说？", QuestionKind.ANALYSE)
    packet = edits.append(packet_of(TEXT), first, second)
    assert [hint.rule for hint in advise(second, packet)] == ["same-words"]
    other = edits.change(packet, replace(first, kind=QuestionKind.UNDERSTAND))
    assert advise(second, other) == ()


def test_no_suggestion_is_found_fault_with(seed_paths: tuple[Path, ...]) -> None:
    for article in (one for path in seed_paths for one in recover(read_file(path)).articles):
        for text in (article.body, *filter(str.strip, article.body.split("\n"))):
            packet = packet_of(text)
            for one in suggest(packet.passages[0]):
                for question in (one.question, one.naming("选段二")):
                    assert advise(question, edits.append(packet, question)) == ()
                    assert not any(any(rule.look(question.text)) for rule in QUESTION_RULES)


def test_no_template_asks_two_things_at_once() -> None:
    found = {hint.rule for one in templates() for hint in advise(one.question, packet_of(TEXT))}
    assert found <= {"quotes-nothing", "no-anchor"}  # until its blank is filled


@pytest.mark.parametrize("question", STANDING, ids=lambda question: question.text[:12])
def test_no_question_that_fits_whatever_is_read_is_advised_against(question: Question) -> None:
    texts = ("昨天下了雨。", "今天天晴了。")
    plain = tuple(PassageItem(Passage("a-1", 0, len(text), text)) for text in texts)
    packet = edits.append(Packet("学习", items=plain), question)
    assert advise(question, packet) == ()
