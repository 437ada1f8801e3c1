"""Packets with whatever people may put into one, and designs to set them in."""

from dataclasses import replace
from typing import NamedTuple

from hypothesis import strategies as st

from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import (
    Blank,
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
    Passage,
    Subheading,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset, Sources
from studydesk.handout.tightening import STEPS

COMMON = "职工会班组学习《》“”（），。；：！？、…—·ABCxyz0123456789 %℃～①"
RARE = "䶮々〇é龘𠀀𬭚𰻝㙍𫖯😀²½"
URL = "https://example.org/handbook/" + "chapter-index/" * 9 + "?q=%E5%B7%A5&page=12351"

characters = st.sampled_from(COMMON) | st.sampled_from(RARE)
words = st.text(characters, max_size=12)
prose = (
    st.text(characters | st.just("\n"), max_size=120) | st.just(f"见 {URL}。\n{URL}") | st.just("")
)
citations = st.builds(Citation, words, st.tuples(words), words, st.none() | st.dates(), words)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(prose) or "学"
    operations: list[Operation] = [Omission(0, 1), Insertion(1, "即工会"), Blank(0, 1)]
    operations += [Emphasis(0, 1, mark) for mark in EmphasisMark]
    marks = st.sampled_from(operations)
    headings = st.builds(Subheading, st.just(0), st.integers(1, len(text)))
    return Passage(
        *("s-1", 0, len(text), text),
        citation=draw(citations),
        operations=draw(st.tuples() | st.tuples(marks)),
        subheadings=draw(st.tuples() | st.tuples(headings)),
    )


steps = st.builds(AgendaStep, st.text(COMMON, max_size=5), st.integers(0, 90), words)
items = st.one_of(
    st.builds(SectionHeading, words, st.sampled_from([1, 2])),
    st.builds(Guide, prose),
    st.builds(PassageItem, passages(), words),
    st.builds(EditorNote, prose),
    st.builds(Term, words, prose, words),
    st.builds(
        Question,
        *(prose, st.sampled_from(QuestionKind), st.integers(0, 30), st.sampled_from(AnswerSpace)),
        *(st.integers(0, 40), prose, prose, prose),
    ),
    st.builds(Action, words),
    st.builds(Goals, prose),
    st.builds(FurtherReading, prose),
    st.builds(FacilitatorNote, prose),
    st.builds(PageBreak),
)
agendas = st.builds(Agenda, st.lists(steps, max_size=3).map(tuple))
packets = st.builds(
    Packet,
    words.map(lambda title: f"讲义{title}"),
    st.builds(Session, words, st.none() | st.dates(), words, words, st.integers(0, 120)),
    st.tuples(agendas, items, items, items, items),
    parts=st.none() | st.sets(st.sampled_from(Part)).map(tuple),
    tightness=st.integers(0, STEPS),
)


class Design(NamedTuple):
    """What is changed of a preset."""

    preset: str
    sources: Sources
    footer: str
    header: str
    columns: int

    def made(self) -> Preset:
        preset = PRESETS[self.preset]
        page = replace(preset.page, columns=self.columns, mirrored=self.columns == 1)
        preset = replace(preset, footer=self.footer, header=self.header)
        return replace(preset, sources=self.sources, page=page)


designs = st.builds(
    Design,
    st.sampled_from(list(PRESETS)),
    st.sampled_from(Sources),
    st.sampled_from(["", "总装车间工会"]),
    st.sampled_from(["", "内部学习资料"]),
    st.sampled_from([1, 1, 2]),
)
