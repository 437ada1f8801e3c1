import pytest

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage, Subheading
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, Paragraph
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset

WITH, WITHOUT = PRESETS["普通讲义"], PRESETS["公文式讲义"]


def numbered(*texts: str, preset: Preset = WITH) -> list[tuple[int, str]]:
    passages = (PassageItem(Passage("s-1", 0, len(text), text)) for text in texts)
    document = compose(Packet("讲义", items=tuple(passages)), Edition.PARTICIPANT, preset)
    paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
    return [(each.number, each.text) for each in paragraphs if each.text.endswith("。")]


def test_the_paragraphs_of_each_passage_are_counted() -> None:
    assert numbered("甲。\n乙。", "丙。\n丁。") == [
        (1, "甲。"),
        (2, "乙。"),
        (1, "丙。"),
        (2, "丁。"),
    ]


def test_a_single_paragraph_needs_no_number() -> None:
    assert numbered("甲。") == [(0, "甲。")]


def test_a_subheading_is_not_counted() -> None:
    text = "一、传\n甲。\n二、帮\n乙。"
    heads = (Subheading(0, 3), Subheading(text.index("二"), text.index("二") + 3))
    passage = Passage("s-1", 0, len(text), text, subheadings=heads)
    packet = Packet("讲义", items=(PassageItem(passage),))
    blocks = compose(packet, Edition.FACILITATOR, WITH).blocks
    found = {b.text: b.number for b in blocks if isinstance(b, Paragraph)}
    assert [found[text] for text in ("一、传", "甲。", "二、帮", "乙。")] == [0, 1, 0, 2]


def test_the_line_that_tells_who_spoke_is_not_counted() -> None:
    assert numbered("甲。\n——王敏，车间主任。\n乙。") == [
        (1, "甲。"),
        (0, "——王敏，车间主任。"),
        (2, "乙。"),
    ]


def test_a_single_paragraph_and_who_spoke_it_need_no_number() -> None:
    assert numbered("甲。\n——王敏，车间主任。") == [(0, "甲。"), (0, "——王敏，车间主任。")]


@pytest.mark.parametrize("item", ["——坚持从班组做起。", f"——王敏，{'长' * 60}。"])
def test_a_paragraph_that_begins_with_a_dash_is_counted(item: str) -> None:
    assert numbered(f"甲。\n{item}\n乙。")[1] == (2, item)


def test_a_preset_may_do_without_numbers() -> None:
    assert numbered("甲。\n乙。", preset=WITHOUT) == [(0, "甲。"), (0, "乙。")]


def test_a_number_is_told_before_its_paragraph() -> None:
    text = "甲。\n乙。"
    packet = Packet("讲义", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    told = list(compose(packet, Edition.PARTICIPANT, WITH).texts())
    assert told[-4:] == ["1", "甲。", "2", "乙。"]


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_says_whether_it_numbers_paragraphs(name: str) -> None:
    assert PRESETS[name].paragraph_numbers == (name != "公文式讲义")
