"""Passages in print: a label over each, its text, and where it is taken from, below it or in a
note at the foot of the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studydesk.domain.packet import PassageItem
from studydesk.domain.paragraph_count import is_counted
from studydesk.domain.passage import Citation, Passage
from studydesk.domain.passage_code import code_of
from studydesk.handout import wording
from studydesk.handout.citation import source_line
from studydesk.handout.model import Block, Paragraph, Run
from studydesk.handout.paragraphs import kept_with, label, one_line, paragraphs, passage_paragraphs
from studydesk.handout.style import Preset, Role, Sources


class PassageSetter:
    """Sets the passages of a packet one after the other, and numbers them and their notes."""

    def __init__(self, preset: Preset, of: int) -> None:
        self._of = of
        self._has_numbers = preset.paragraph_numbers
        self._has_codes = preset.passage_codes
        self._has_footnotes = preset.sources is Sources.FOOTNOTE and preset.page.columns == 1
        self._passages = 0
        self._notes = 0
        self._noted: dict[Citation, str] = {}
        self._told: Citation | None = None
        self._told_under = ""

    def blocks(
        self, item: PassageItem, before: Iterable[Block] = (), *, in_a_row: bool = False
    ) -> Iterator[Block]:
        """The next passage, with what stands before its text; nothing where it has no text. One
        that is `in_a_row` comes right after the one before.
        """
        text = passage_paragraphs(item.passage, item.id)
        if not text:
            return
        if self._has_numbers:
            text = list(_numbered(text))
        self._passages += 1
        head = wording.passage_label(self._passages, self._of, one_line(item.label))
        yield label(Role.HEADING_3, head, item.id)
        yield from before
        source_told = self._source(item.passage, in_a_row=in_a_row)
        source = paragraphs(Role.SOURCE_LINE, source_told, item.id)
        if source and self._has_footnotes:
            self._notes += 1
            mark = wording.note_mark(self._notes)
            self._noted.setdefault(item.passage.citation, mark)
            yield from _with_note(text, mark, source[0].text)
        else:
            yield from kept_with(text, source)
            yield from source

    def _source(self, passage: Passage, *, in_a_row: bool) -> str:
        same = self._told_before(passage.citation, in_a_row=in_a_row)
        return source_line(passage, code_of(passage) if self._has_codes else "", same)

    def _told_before(self, source: Citation, *, in_a_row: bool) -> str:
        """Where a source was told that needs not be told again: in a note, or under the first of
        several passages in a row.
        """
        if self._has_footnotes:
            mark = self._noted.get(source, "")
            return wording.same_source(mark) if mark else ""
        if in_a_row and source == self._told:
            return wording.same_source(self._told_under)
        self._told = source
        self._told_under = wording.passage_label(self._passages, self._of, "")
        return ""


def _numbered(text: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with their numbers where there are several to count."""
    number = 0
    is_one = sum(map(_is_counted, text)) == 1
    for paragraph in text:
        if is_one or not _is_counted(paragraph):
            yield paragraph
        else:
            number += 1
            yield replace(paragraph, number=number)


def _is_counted(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.PASSAGE and is_counted(paragraph.text)


def _with_note(text: list[Paragraph], mark: str, note: str) -> Iterator[Paragraph]:
    """The paragraphs, with the mark of a note at their end; a note in brackets does without."""
    if note.startswith("（") and note.endswith("）"):
        note = note[1:-1]
    *before, last = text
    yield from before
    runs = (*last.runs, Run(mark, raised=True))
    yield replace(last, runs=runs, note=f"{mark} {note}。")
