from dataclasses import replace

import pytest

from studydesk.domain.packet import Item, Packet, PassageItem, Question, SectionHeading, Session
from studydesk.domain.parts import Part
from studydesk.domain.passage import Passage
from studydesk.handout.choosing import chosen, parts_of, prints
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import find_preset
from studydesk.handout.style import Limits, Preset

PRESET = replace(find_preset("普通讲义"), parts=frozenset(Part))
NO_COVER = replace(PRESET, parts=frozenset())


def ids(packet: Packet, preset: Preset = PRESET) -> list[str]:
    return [item.id for item in chosen(packet, preset).items]


def within(limits: Limits) -> Preset:
    return replace(PRESET, limits=limits)


def test_the_preset_says_which_parts_are_printed(packet: Packet) -> None:
    assert parts_of(packet, PRESET) == set(Part)
    assert not prints(packet, replace(PRESET, parts=frozenset()), Part.GOALS)


def test_what_the_packet_says_of_parts_goes_before_the_preset(packet: Packet) -> None:
    own = replace(packet, parts=(Part.GOALS,))
    assert parts_of(own, PRESET) == {Part.GOALS}
    assert parts_of(replace(packet, parts=()), PRESET) == set()


def test_items_of_parts_that_are_not_printed_are_left_out(packet: Packet) -> None:
    left = ids(replace(packet, parts=(Part.TERMS,)))
    assert "goals" not in left
    assert "first" not in left
    assert "passage" in left


def test_where_all_is_printed_the_packet_stays_as_it_is(packet: Packet) -> None:
    assert chosen(packet, PRESET) is packet


def test_only_the_first_questions_are_printed(packet: Packet) -> None:
    assert set(ids(packet)) - set(ids(packet, within(Limits(questions=1)))) == {"second"}


def test_a_passage_left_out_takes_its_note_along_but_no_other(
    packet: Packet, items: tuple[Item, ...]
) -> None:
    by_id = {item.id: item for item in items}
    more = (replace(by_id["passage"], id="another"), replace(by_id["note"], id="about it"))
    longer = replace(packet, items=(*items, *more))
    left = ids(longer, within(Limits(passages=1)))
    assert "another" not in left
    assert "about it" not in left
    assert "note" in left


CARD = Limits(passages=1, questions=2)
PASSAGES = tuple(
    PassageItem(Passage(f"版-{key}", 0, len(text), text), id=key)
    for key, text in (("one", "班前会上把隐患讲清楚。"), ("two", "请老师傅上讲台传手艺。"))
)


@pytest.mark.parametrize("other", ["选段2差在哪里？", "照选段二说说。", "“上讲台”难在哪？"])
def test_a_question_about_a_passage_left_out_makes_room_for_the_next(other: str) -> None:
    asked = [
        Question(text, id=text) for text in ("选段 1 说了什么？", other, "你怎么看？", "还有？")
    ]
    left = ids(Packet("课", items=(*PASSAGES, *asked)), within(CARD))
    assert left == ["one", "选段 1 说了什么？", "你怎么看？"]


def test_a_question_between_passages_goes_with_the_one_above_it() -> None:
    asked = [Question("这段话说了什么？", id=key) for key in ("first", "second", "general")]
    one, two = PASSAGES
    general = SectionHeading("议一议", id="heading"), asked[2]
    packet = Packet("课", items=(one, asked[0], two, asked[1], *general))
    assert ids(packet, within(CARD)) == ["one", "first", "heading", "general"]


def test_minutes_of_the_session_are_not_printed_over_a_part_of_it() -> None:
    packet = Packet("课", Session(minutes=60), PASSAGES)
    card, whole = (
        list(compose(packet, Edition.PARTICIPANT, preset).texts())
        for preset in (replace(NO_COVER, limits=CARD), NO_COVER)
    )
    assert "60分钟" in whole
    assert "60分钟" not in card


def test_a_heading_over_nothing_that_is_printed_goes_too(items: tuple[Item, ...]) -> None:
    by_id = {item.id: item for item in items}
    packet = Packet("题", items=(by_id["why"], by_id["first"], by_id["part"], by_id["guide"]))
    assert ids(replace(packet, parts=())) == ["why", "part", "guide"]
    alone = replace(packet, items=packet.items[:2])
    assert ids(replace(alone, parts=())) == []


def test_a_heading_that_its_author_left_empty_stays(items: tuple[Item, ...]) -> None:
    packet = Packet("题", items=tuple(item for item in items if item.id == "why"), parts=())
    assert ids(packet) == ["why"]
