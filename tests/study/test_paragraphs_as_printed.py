"""Paragraphs are counted where a question points to them as they are printed (段号)."""

from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Omission, Passage
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, Paragraph
from studydesk.handout.presets import PRESETS
from studydesk.study.sentences import sentences

_LINES = (
    "{}号师傅带徒弟。",
    "——{}号从班组做起。",
    "——王{}，车间主任。",
    "做法{}：",
    "{}号开早会。{}号再讲。",
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """A passage of several lines, each told apart by its number, with a stretch left out."""
    kinds = draw(st.lists(st.sampled_from(_LINES), min_size=2, max_size=8))
    lines = [kind.replace("{}", "甲乙丙丁戊己庚辛"[at]) for at, kind in enumerate(kinds)]
    text = "\n".join(lines)
    first = draw(st.integers(0, len(lines) - 1))
    last = draw(st.integers(first, len(lines) - 1))
    start = len("\n".join(lines[:first])) + (first > 0)
    end = len("\n".join(lines[: last + 1]))
    start -= draw(st.sampled_from([0, min(start, 2)]))
    operations = draw(st.sampled_from([(), (Omission(start, end),)]))
    return Passage("s-1", 0, len(text), text, operations=operations)


@given(passages())
def test_a_sentence_is_told_in_the_paragraph_that_it_is_printed_in(passage: Passage) -> None:
    packet = Packet("一讲", items=(PassageItem(passage, id="i"),))
    document = compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    printed = [block for block in document.blocks if isinstance(block, Paragraph)]
    if any(block.number for block in printed):
        for sentence in sentences(passage):
            if sentence.whole and not _is_left_out(sentence.start, sentence.end, passage):
                (block,) = (block for block in printed if sentence.text in block.text)
                assert block.number == sentence.paragraph


def _is_left_out(start: int, end: int, passage: Passage) -> bool:
    gone = (operation for operation in passage.operations if isinstance(operation, Omission))
    return any(each.start < end and start < each.end for each in gone)
