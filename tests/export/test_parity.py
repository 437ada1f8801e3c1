"""Whatever a packet holds and however it is set: packet, DOCX and PDF say the same."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from random import Random
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdfium2 import PdfDocument
from tests.export.as_written import folio, with_contents
from tests.export.random_packets import COMMON, RARE, URL, Design, designs, packets
from tests.reading_back import bare, text_of_docx

from studydesk.domain.own_words import own_words
from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation, Emphasis, Passage
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Paragraph
from studydesk.handout.paragraphs import lines
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Sources
from studydesk.handout.tightening import STEPS


class Said(NamedTuple):
    """The text of a file without its white space: the body, and the notes."""

    body: str
    notes: str


def said_by_document(document: HandoutDocument, *, with_marks: bool) -> Said:
    """What a file is to say; a DOCX counts its notes, so that their marks are no text there."""
    bodies, notes = [], []
    plain = replace(
        document,
        blocks=tuple(
            replace(block, note="") if isinstance(block, Paragraph) else block
            for block in document.blocks
        ),
    )
    bodies = list(plain.texts())
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.note:
            mark = block.runs[-1].text
            notes.append(block.note if with_marks else block.note.removeprefix(mark))
            if not with_marks:
                at = bodies.index(block.text)
                bodies[at] = bodies[at].removesuffix(mark)
    return Said(bare("".join(bodies)), bare("".join(notes)))


def said_by_docx(data: bytes) -> Said:
    with ZipFile(BytesIO(data)) as package:
        if "word/footnotes.xml" not in package.namelist():
            return Said(text_of_docx(data), "")
        notes = etree.fromstring(package.read("word/footnotes.xml")).iter("{*}t")
        return Said(text_of_docx(data), bare("".join(node.text or "" for node in notes)))


def pages_of(data: bytes, document: HandoutDocument) -> Iterator[str]:
    """What stands on each page without its foot, which comes last, and its head. PDFium tells a
    hyphen at the end of a line by a character of its own.
    """
    with PdfDocument(data) as file:
        for number, page in enumerate(file, start=1):
            head, edges = bare(document.header_on(number)), folio(document, number, len(file))
            text = bare(page.get_textpage().get_text_range().replace("\ufffe", "-"))
            text = text.removeprefix(head) if text.startswith(head) else text.removesuffix(head)
            assert text.endswith(edges)
            yield text.removesuffix(edges)


def matches(pages: list[str], meant: Said, heads: list[str]) -> bool:
    """Whether the pages hold the body and the notes, each in order: on each page first of the
    one, then of the other. Heads of tables come again where the page goes on with their rows.
    """
    body, notes = meant
    for page in pages:
        head = next((head for head in heads if page.startswith(head)), "")
        text = page if body.startswith(head) else page.removeprefix(head)
        ends = (at for at in range(len(text), -1, -1) if body.startswith(text[:at]))
        end = next((at for at in ends if notes.startswith(text[at:])), None)
        if end is None:
            return False
        body, notes = body[end:], notes[len(text) - end :]
    return not body and not notes


def check(document: HandoutDocument) -> None:
    document = with_contents(document)
    assert said_by_docx(write_docx(document)) == said_by_document(document, with_marks=False)
    tables = (getattr(block, "header", ()) for block in document.blocks)
    heads = [bare("".join(header)) for header in tables if header]
    pages = list(pages_of(write_pdf(document).data, document))
    meant = said_by_document(document, with_marks=True)
    assert matches(pages, meant, heads)


@settings(max_examples=40, phases=(Phase.reuse, Phase.generate))  # to shrink would take minutes
@given(packets, st.sampled_from(Edition), designs)
def test_docx_and_pdf_say_what_the_document_says(
    packet: Packet, edition: Edition, design: Design
) -> None:
    check(compose(packet, edition, design.made()))


# --- packet and document -------------------------------------------------------------------

ANYTHING = replace(PRESETS["普通讲义"], parts=frozenset(Part))


@given(packets)
def test_a_document_says_all_that_its_authors_wrote(packet: Packet) -> None:
    packet = replace(packet, parts=None)
    for edition in (Edition.PARTICIPANT, Edition.FACILITATOR):
        said = bare("".join(compose(packet, edition, ANYTHING).texts()))
        for item in packet.items:
            for text in written(item, private=edition is Edition.FACILITATOR):
                assert text in said


def written(item: Item, *, private: bool) -> Iterator[str]:
    """Every line that is to be printed of an item; of a question only where it asks something."""
    if isinstance(item, PassageItem):
        yield from map(bare, lines(item.passage.printed))
    if isinstance(item, Question) and not lines(item.text):
        return
    if isinstance(item, PassageItem) and not lines(item.passage.printed):
        return
    for words_of_it in own_words(item):
        if private or not words_of_it.kind.private:
            yield from map(bare, lines(words_of_it.text))


# --- long packets --------------------------------------------------------------------------


def long_packet(seed: int, count: int) -> Packet:
    """So many items of every kind, each of another length."""
    chance = Random(seed)

    def some(most: int) -> str:
        return "".join(chance.choices(COMMON + RARE, k=chance.randint(0, most))) or "学"

    def made() -> Item:
        text = some(300)
        emphasis = (Emphasis(0, len(text) // 2 or 1),)
        passage = Passage("s-1", 0, len(text), text, citation=Citation(some(9), (some(3),)))
        return chance.choice(
            (
                SectionHeading(some(12), chance.randint(1, 2)),
                Guide(some(200)),
                PassageItem(replace(passage, operations=emphasis), some(8)),
                EditorNote(some(90)),
                Term(some(5), some(60), some(5)),
                Question(some(60), lines=chance.randint(0, 9), expected=some(60)),
                Question(some(60), space=chance.choice(list(AnswerSpace))),
                FacilitatorNote(some(60)),
                FurtherReading(f"{some(30)}\n{URL}"),
            )
        )

    agenda = Agenda(tuple(AgendaStep(some(9), chance.randint(0, 30)) for _ in range(12)))
    items = tuple(made() for _ in range(count - 1))
    return Packet("讲义" + some(9), Session(some(9), minutes=90), (agenda, *items))


SETTINGS: Mapping[str, tuple[Edition, Sources]] = {
    "普通讲义": (Edition.PARTICIPANT, Sources.FOOTNOTE),
    "公文式讲义": (Edition.FACILITATOR, Sources.LINE),
    "两栏资料": (Edition.PARTICIPANT, Sources.LINE),
    "口袋本 A5": (Edition.PARTICIPANT, Sources.FOOTNOTE),
}


@pytest.mark.parametrize("preset", SETTINGS)
def test_five_hundred_items_are_all_there(preset: str) -> None:
    edition, sources = SETTINGS[preset]
    packet = replace(long_packet(len(preset), 500), parts=tuple(Part), tightness=STEPS // 2)
    check(compose(packet, edition, replace(PRESETS[preset], sources=sources)))
