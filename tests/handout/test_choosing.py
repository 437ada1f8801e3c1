from dataclasses import replace

from studydesk.domain.packet import Item, Packet
from studydesk.domain.parts import Part
from studydesk.handout.choosing import chosen, parts_of, prints
from studydesk.handout.presets import find_preset
from studydesk.handout.style import Limits, Preset

PRESET = replace(find_preset("普通讲义"), parts=frozenset(Part))


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


def test_a_heading_over_nothing_that_is_printed_goes_too(items: tuple[Item, ...]) -> None:
    by_id = {item.id: item for item in items}
    packet = Packet("题", items=(by_id["why"], by_id["first"], by_id["part"], by_id["guide"]))
    assert ids(replace(packet, parts=())) == ["why", "part", "guide"]
    alone = replace(packet, items=packet.items[:2])
    assert ids(replace(alone, parts=())) == []


def test_a_heading_that_its_author_left_empty_stays(items: tuple[Item, ...]) -> None:
    packet = Packet("题", items=tuple(item for item in items if item.id == "why"), parts=())
    assert ids(packet) == ["why"]
