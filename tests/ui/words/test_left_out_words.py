"""What a small page has no room for, in words."""

from dataclasses import replace

import pytest

from studydesk.domain.packet import Action, Guide, Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.handout.presets import PRESETS
from studydesk.ui.words.left_out_words import left_out_sentence

CARD = PRESETS["班前十分钟卡片"]


def packet(passages: int, *questions: str) -> Packet:
    texts = (f"第{number}天下了雨。" for number in range(passages))
    picked = (PassageItem(Passage("a-1", 0, len(text), text)) for text in texts)
    return Packet("学习", items=(*picked, *map(Question, questions)))


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (packet(1, "带伞了吗？"), ""),
        (packet(0), ""),
        (packet(3), "卡片只印选段一；未印：选段二、三"),
        (packet(5), "卡片只印选段一；未印：选段二至五"),
        (packet(1, "甲？", "", "乙？"), ""),
        (packet(1, "甲？", "", "乙？", "丙？"), "卡片只印选段、思考题1、2；未印：思考题3"),
        (packet(1, "甲？", "乙？", "丙？"), "卡片只印选段、思考题1、2；未印：思考题3"),
        (
            packet(2, "选段二说了什么？", "选段一说了什么？"),
            "卡片只印选段一、思考题2；未印：选段二，思考题1",
        ),
        (
            packet(3, "选段二说了什么？", "选段三说了什么？"),
            "卡片只印选段一；思考题都问到别的选段，不印；未印：选段二、三，思考题1、2",
        ),
    ],
)
def test_what_a_card_has_no_room_for_is_told(whole: Packet, told: str) -> None:
    assert left_out_sentence(whole, CARD) == told


def test_what_nobody_chose_is_not_told_of() -> None:
    whole = replace(packet(1, "甲？", "乙？", "丙？"), parts=())
    assert left_out_sentence(whole, CARD) == ""


def test_a_preset_without_limits_leaves_nothing_out() -> None:
    assert left_out_sentence(packet(9, *"甲乙丙"), PRESETS["普通讲义"]) == ""


@pytest.mark.parametrize("own", [Guide("今天读三段话。"), Action("读完三段话写一句")])
def test_own_words_that_count_passages_are_said_to_stay(own: Guide | Action) -> None:
    whole = packet(3)
    guided = replace(whole, items=(own, *whole.items))
    told = "卡片只印选段一；未印：选段二、三；“三段”照您写的印"
    assert left_out_sentence(guided, CARD) == told
