from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest

from studydesk.domain.packet import (
    ITEM_KINDS,
    Agenda,
    AgendaStep,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    new_id,
)
from studydesk.domain.passage import Passage


def test_every_item_kind_has_a_name_to_be_stored_by() -> None:
    assert set(ITEM_KINDS.values()) == set(get_args(Item))


@pytest.mark.parametrize("kind", ITEM_KINDS.values(), ids=ITEM_KINDS)
def test_every_item_has_a_key_of_its_own(kind: type[Item]) -> None:
    key = {field.name: field for field in fields(kind)}["id"]
    assert key.default_factory is new_id


def test_keys_do_not_repeat() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_the_five_kinds_of_question_stand_in_the_order_of_a_session() -> None:
    assert list(QuestionKind) == ["理解", "分析", "联系实际", "行动建议", "反思"]


def test_the_minutes_of_an_agenda_are_those_of_its_steps() -> None:
    assert Agenda((AgendaStep("签到", 4), AgendaStep("领读", 10))).minutes == 14


def test_an_empty_agenda_takes_no_time() -> None:
    assert Agenda(()).minutes == 0


def test_a_packet_lists_its_passages_and_questions_in_order() -> None:
    one, two = (Passage("s-1", place, place + 2, "学习") for place in (0, 4))
    ask = Question("怎么学？")
    packet = Packet("题", items=(PassageItem(one), ask, Guide("读"), PassageItem(two)))
    assert packet.passages == (one, two)
    assert packet.questions == (ask,)


def test_two_packets_of_the_same_title_are_two_packets() -> None:
    assert Packet("班组学习") != Packet("班组学习")


def test_a_packet_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        Packet("题").title = "别的"  # type: ignore[misc]  # that it is refused is the point


@pytest.mark.parametrize(
    ("activity", "talk"),
    [
        *((words, False) for words in ("宣读决议", "听取汇报", "播放汇报片")),
        *((words, True) for words in ("分享", "分组辩论", "谈一谈", "小组汇报")),
    ],
)
def test_a_step_is_talk_where_people_say_something_themselves(activity: str, *, talk: bool) -> None:
    assert AgendaStep(activity, 5).is_talk is talk
