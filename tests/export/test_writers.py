"""Whatever a packet holds, DOCX and PDF say the same as the document they are made from."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from tests.reading_back import bare, text_of_docx

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
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation, Passage
from studydesk.export.contents import with_contents
from studydesk.export.writers import WRITERS
from studydesk.handout.compose import compose
from studydesk.handout.model import HANDOUTS, Edition, HandoutDocument
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Folio

ALPHABET = "职工会班组学习《》“”（），。；：！？、…·ABCxyz0123456789 %" + "䶮々〇①é龘𠀀"

words = st.text(ALPHABET, max_size=12)
prose = st.text(ALPHABET + "\n", max_size=120)
citations = st.builds(Citation, words, st.tuples(words), words, st.none() | st.dates(), words)
passages = st.builds(
    lambda text, citation: Passage("s-1", 0, len(text), text, citation=citation), prose, citations
)
steps = st.builds(AgendaStep, st.text(ALPHABET, max_size=5), st.integers(0, 90))
items = st.one_of(
    st.builds(SectionHeading, words, st.sampled_from([1, 2])),
    st.builds(Guide, prose),
    st.builds(PassageItem, passages, words),
    st.builds(EditorNote, prose),
    st.builds(Term, words, prose, words),
    st.builds(
        Question,
        prose,
        space=st.sampled_from(AnswerSpace),
        lines=st.integers(0, 6),
        intent=prose,
        expected=prose,
    ),
    st.builds(Action, words),
    st.builds(Goals, prose),
    st.builds(FurtherReading, prose),
    st.builds(FacilitatorNote, prose),
    st.builds(PageBreak),
)
agendas = st.builds(Agenda, st.lists(steps, max_size=3).map(tuple))
"""Only at the head of a packet: further down, a table may begin a page with its header again."""

packets = st.builds(
    Packet,
    words.map(lambda title: f"讲义{title}"),
    st.builds(Session, words, st.none() | st.dates(), words, words, st.integers(0, 120)),
    st.tuples(agendas, items, items, items),
    parts=st.none() | st.sets(st.sampled_from(Part)).map(tuple),
)


def text_of_pdf(data: bytes, document: HandoutDocument) -> str:
    with PdfDocument(data) as file:
        pages = [bare(page.get_textpage().get_text_range()) for page in file]
    return "".join(
        page.removesuffix(bare(document.footer) + folio(document, number, len(pages)))
        for number, page in enumerate(pages, start=1)
    )


def folio(document: HandoutDocument, number: int, of: int) -> str:
    if document.preset.folio is Folio.OUTER_DASHES:
        return f"—{number}—"
    return f"第{number}页共{of}页" if of > 1 else ""


@settings(max_examples=20, phases=(Phase.reuse, Phase.generate))  # to shrink would take minutes
@given(packets, st.sampled_from(HANDOUTS), st.sampled_from(list(PRESETS)))
def test_docx_and_pdf_say_what_the_document_says(
    packet: Packet, edition: Edition, preset: str
) -> None:
    document = with_contents(compose(packet, edition, PRESETS[preset]))
    meant = bare("".join(document.texts()))
    assert text_of_docx(WRITERS["docx"](document)) == meant
    assert text_of_pdf(WRITERS["pdf"](document), document) == meant


@pytest.mark.parametrize("ending", WRITERS)
def test_every_writer_gives_the_same_bytes_twice(ending: str) -> None:
    packet = Packet("讲义", items=(Guide("新设备来了。"), Question("问？")))
    document = compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    assert WRITERS[ending](document) == WRITERS[ending](document)
