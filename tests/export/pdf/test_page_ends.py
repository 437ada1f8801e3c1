"""Where pages end, whatever stands on them: nothing is left alone that belongs to its neighbour."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.export.pdf.layout import Layout, lay_out
from studydesk.export.pdf.pages import NOTES_APART
from studydesk.export.pdf.strips import Strip
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import WRITING_PITCH, Role

Handout = Callable[..., HandoutDocument]

ONE_COLUMN = sorted(name for name, preset in PRESETS.items() if preset.page.columns == 1)

headings = st.builds(
    lambda role, length: Paragraph(role, (Run("题" * length),)),
    st.sampled_from([Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3]),
    st.integers(1, 40),
)
paragraphs = st.builds(
    lambda role, length, keep, note: Paragraph(
        role, (Run("文" * length),), keep_with_next=keep, note="注" * note
    ),
    st.sampled_from([Role.BODY, Role.PASSAGE, Role.QUESTION, Role.NOTE]),
    st.integers(1, 400),
    st.booleans(),
    st.just(0) | st.integers(1, 400),
)
tables = st.builds(
    lambda rows, length, header: Table((0.3, 0.7), header, (("行", "格" * length),) * rows),
    st.integers(1, 30),
    st.integers(1, 120),
    st.sampled_from([(), ("甲", "乙")]),
)
places = st.builds(AnswerLines, st.integers(1, 12)) | st.builds(AnswerBox, st.integers(1, 12))
documents = st.lists(
    headings | paragraphs | tables | places | st.builds(PageBreak), min_size=3, max_size=25
)


def own_strips(layout: Layout) -> Iterator[list[Strip]]:
    """The strips of each page, without the heads of tables that are repeated."""
    for page in layout.pages:
        yield [placed.strip for placed in page.strips if not placed.repeated]


def chains(layout: Layout) -> Iterator[list[tuple[int, Strip]]]:
    """Strips that belong on one page, each with the page it stands on."""
    chain: list[tuple[int, Strip]] = []
    for number, strips in enumerate(own_strips(layout)):
        for strip in strips:
            if strip.begins_page and chain:
                yield chain
                chain = []
            chain.append((number, strip))
            if not strip.joined:
                yield chain
                chain = []


def taken_by_notes(strips: Sequence[Strip]) -> float:
    """What the notes of strips take at the foot of a page, in points."""
    notes = [note for strip in strips for note in strip.notes]
    return sum(note.height for note in notes) + NOTES_APART if notes else 0.0


@given(documents, st.sampled_from(ONE_COLUMN))
def test_what_belongs_together_stands_on_one_page(
    handout: Handout, blocks: list[Block], preset: str
) -> None:
    document = handout(*blocks, preset=preset)
    room = document.preset.page.text_height * 72 / 25.4
    for chain in chains(lay_out(document)):
        strips = [strip for _, strip in chain]
        high = sum(strip.space + strip.height for strip in strips) - strips[0].space
        high += sum(strip.height for strip in strips[0].head) + taken_by_notes(strips)
        assert len({number for number, _ in chain}) == 1 or high > room


@given(documents, st.sampled_from(ONE_COLUMN))
def test_text_ends_above_the_notes_of_its_page(
    handout: Handout, blocks: list[Block], preset: str
) -> None:
    document = handout(*blocks, preset=preset)
    room = document.preset.page.text_height * 72 / 25.4
    for page in lay_out(document).pages:
        end = max((placed.top + placed.strip.height for placed in page.strips), default=0.0)
        own = [placed.strip for placed in page.strips if not placed.repeated]
        assert end + taken_by_notes(own) <= room + 0.1 or len(own) == 1


@given(st.integers(1, 30), st.sampled_from(sorted(PRESETS)))
def test_the_lines_of_an_answer_stand_below_their_question(
    handout: Handout, above: int, preset: str
) -> None:
    before = [Paragraph(Role.BODY, (Run("文"),))] * above
    asked = Paragraph(Role.QUESTION, (Run("问什么？"),))
    layout = lay_out(handout(*before, asked, AnswerLines(4), preset=preset))
    places = {
        (number, placed.left)
        for number, page in enumerate(layout.pages)
        for placed in page.strips
        if isinstance(placed.strip.block, AnswerLines) or placed.strip.block is asked
    }
    assert len(places) == 1


@given(documents, st.sampled_from(ONE_COLUMN))
def test_no_line_of_a_paragraph_stands_alone(
    handout: Handout, blocks: list[Block], preset: str
) -> None:
    layout = lay_out(handout(*blocks, preset=preset))
    counts = [
        (strip.number, strip.block, len([strip, *others]))
        for strips in own_strips(layout)
        for _, group in groupby(strips, key=lambda strip: strip.number)
        for strip, *others in [list(group)]
    ]
    whole = Counter[int]()
    for number, _, count in counts:
        whole[number] += count
    for number, block, count in counts:
        if isinstance(block, Paragraph):
            assert count > 1 or whole[number] == 1


@given(documents, st.sampled_from(ONE_COLUMN))
def test_a_table_that_goes_on_begins_with_its_head(
    handout: Handout, blocks: list[Block], preset: str
) -> None:
    for page in lay_out(handout(*blocks, preset=preset)).pages:
        if page.strips and isinstance(block := page.strips[0].strip.block, Table):
            first = page.strips[0].strip.lines
            texts = {line.line.text for line in first}
            assert texts == set(block.header) or not block.header


@given(documents, st.sampled_from(ONE_COLUMN))
def test_the_head_of_a_table_is_never_left_below(
    handout: Handout, blocks: list[Block], preset: str
) -> None:
    for page in lay_out(handout(*blocks, preset=preset)).pages:
        last = page.strips[-1].strip if page.strips else None
        if last and isinstance(last.block, Table) and last.block.header:
            assert last.head


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("above", range(25, 40))
def test_a_question_stays_whole_where_its_place_to_write_takes_a_page(
    handout: Handout, above: int, preset: str
) -> None:
    room = PRESETS[preset].page.text_height / WRITING_PITCH
    asked = Paragraph(Role.QUESTION, (Run("问" * 60),), keep_with_next=True)
    before = [Paragraph(Role.BODY, (Run("文"),))] * above
    layout = lay_out(handout(*before, asked, AnswerBox(int(room)), preset=preset))
    places = {
        (number, placed.left)
        for number, page in enumerate(layout.pages)
        for placed in page.strips
        if placed.strip.block is asked
    }
    assert len(places) == 1
