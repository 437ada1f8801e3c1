import pytest

from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    EditorNote,
    FacilitatorNote,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.passage import Insertion, Omission, Passage
from studydesk.study.counting import count


@pytest.mark.parametrize(
    ("item", "characters"),
    [
        (SectionHeading("学 原文"), 3),
        (Guide("两字"), 2),
        (EditorNote("三个字"), 3),
        (Term("产改", "改革", "文件"), 6),
        (Question("问什么？", expected="不算在内", follow_ups="也不算"), 4),
        (Agenda((AgendaStep("领读", 10, "不算"), AgendaStep("议", 50))), 3),
        (Action("做什么"), 3),
        (FacilitatorNote("不算"), 0),
        (PageBreak(), 0),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, int) else "",
)
def test_what_participants_read_is_counted_and_nothing_else(item: Item, characters: int) -> None:
    assert count(Packet("题名不算", items=(item,))).characters == characters


def test_a_passage_counts_as_it_is_printed() -> None:
    text = "工匠精神" * 100
    passage = Passage("a", 0, 400, text).with_operation(Omission(0, 100))
    passage = passage.with_operation(Insertion(200, "注"))
    counts = count(Packet("学习", items=(PassageItem(passage, label="选段"),)))
    assert (counts.characters, counts.minutes) == (300 + 2 + 3 + 2, 2)


def test_only_passages_are_read_aloud() -> None:
    assert count(Packet("学习", items=(Guide("导读" * 500),))).minutes == 0
