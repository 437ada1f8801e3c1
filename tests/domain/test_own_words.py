"""The author's own words in an item, and who reads them."""

from dataclasses import fields
from typing import get_type_hints

import pytest

from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import (
    ITEM_KINDS,
    Agenda,
    AgendaStep,
    FacilitatorNote,
    Item,
    PassageItem,
    Question,
)
from studydesk.domain.passage import Passage


@pytest.mark.parametrize("kind", ITEM_KINDS.values(), ids=ITEM_KINDS)
def test_every_text_of_every_item_kind_is_its_authors(kind: type[Item]) -> None:
    hints = get_type_hints(kind)
    texts = {field.name for field in fields(kind) if hints[field.name] is str} - {"id"}
    own = {field.name for field in kind.OWN}
    assert texts == {name for name in own if hints[name] is str}
    assert own <= hints.keys()


def test_the_words_of_a_passage_are_not_its_editors() -> None:
    item = PassageItem(Passage("a-1", 0, 2, "原文"), "标题")
    assert [words.text for words in own_words(item)] == ["标题"]


def test_the_steps_of_an_agenda_are_found_with_their_places() -> None:
    agenda = Agenda((AgendaStep("领读", 20, "慢"), AgendaStep("讨论", 40)))
    assert [words[:2] for words in own_words(agenda)] == [
        ("steps.0.activity", "领读"),
        ("steps.0.note", "慢"),
        ("steps.1.activity", "讨论"),
        ("steps.1.note", ""),
    ]


def test_what_only_the_facilitator_reads_is_private() -> None:
    question = Question("哪一句？", intent="意图", expected="要点", follow_ups="追问")
    for_all = [words.text for words in own_words(question) if not words.kind.private]
    assert for_all == ["哪一句？"]
    assert all(words.kind.private for words in own_words(FacilitatorNote("提示")))


def test_words_are_put_back_where_they_were_found() -> None:
    agenda = Agenda((AgendaStep("领读", 20, "慢"), AgendaStep("讨论", 40)))
    for words in own_words(agenda):
        changed = with_words(agenda, words.field, "改了")
        assert [(w.field, w.text) for w in own_words(changed) if w.text == "改了"] == [
            (words.field, "改了")
        ]
        assert with_words(changed, words.field, words.text) == agenda
