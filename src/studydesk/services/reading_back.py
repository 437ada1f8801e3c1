"""引文核对 of finished files: what stands in a DOCX or PDF, read again, against the packet."""

import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from pathlib import Path

from studydesk.domain.comparison import common_start
from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import Cancelled, StudyDeskError
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Paragraph
from studydesk.handout.paragraphs import printable
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.style import Preset, Role

_PIECES = 4
"""Pieces that the ends of pages and columns may cut a passage into, in a file that has them."""
_OF_A_PASSAGE = {Role.PASSAGE, Role.PASSAGE_HEADING}
_WITH_PAGES = ".pdf"
_HEADING = re.compile(r"^#{1,6} ")
"""How a subheading of a DOCX is read."""
_HEAD = re.compile(r"<!-- (.+) -->")
"""How a line is read that was taken for a running head or foot, which may be one of a passage: two
pages that end alike are enough.
"""
_SHORTEST = 8
"""Characters that a piece is found by; one of fewer must be a whole line."""
_NOTE_MARK = re.compile("[①-⑳]|\\d{2,3}")
"""What ends the last line of a passage whose source is in a note."""
_BETWEEN = 2000
"""Characters that may stand between two pieces: a page's foot and head, a column's other words."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How many passages were looked for in how many files, and those that do not stand there
    character by character, or were not set so: the file and the item's id. `unread` files could
    not be read.
    """

    files: int
    passages: int
    differing: tuple[tuple[Path, str], ...] = ()
    unread: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says, white space left out, and where its lines begin, in order; no line where
    it has no pages, whose ends could cut a passage. `heads` are lines that may be missing there,
    taken for those that stand on many pages.
    """

    text: str
    lines: tuple[int, ...] = ()
    heads: tuple[str, ...] = ()


def read_back(
    packet: Packet,
    written: Iterable[tuple[Path, Edition]],
    presets: Mapping[str, Preset] = PRESETS,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ReadBack:
    """Read finished handouts of a packet and look for every passage that each should have, as
    it is printed; white space apart, which lines and pages change, and what leaves nothing on
    paper. `progress` counts the files; what it raises stops the reading.
    """
    from studydesk.sources.readers.compatibility import map_back
    from studydesk.sources.reading import read_file  # the window opens without it

    preset = preset_for(packet.preset, presets)
    items = (item for item in packet.items if isinstance(item, PassageItem))
    printed = {item.id: _bare(printable(item.passage.printed)) for item in items}
    files = passages = 0
    differing: list[tuple[Path, str]] = []
    unread: list[Path] = []
    written = list(written)
    for number, (path, edition) in enumerate(written):
        progress(number, len(written))
        expected = list(_passages(compose(packet, edition, preset)))
        if not expected:
            continue
        has_pages = path.suffix == _WITH_PAGES
        try:
            found = _text(read_file(path).raw, preset.page.columns if has_pages else 0)
        except Cancelled:
            raise
        except (StudyDeskError, RuntimeError) as error:  # the file is whole; only the check is not
            if not isinstance(error, StudyDeskError):  # ours, not the world's: keep the trace
                logging.getLogger(__name__).exception("a file was not read back")
            unread.append(path)
            continue
        files += 1
        passages += len(expected)
        for item_id, paragraphs in expected:
            progress(number, len(written))
            text = _with_numbers(paragraphs)
            is_set = printed[item_id] == _bare("".join(map(_words, paragraphs)))
            if not is_set or not stands(map_back(text) if has_pages else text, found):
                differing.append((path, item_id))
    return ReadBack(files, passages, tuple(differing), tuple(unread))


def _passages(document: HandoutDocument) -> Iterator[tuple[str, list[Paragraph]]]:
    """Every passage: its item and its paragraphs."""
    paragraphs = (
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role in _OF_A_PASSAGE
    )
    for item_id, group in groupby(paragraphs, attrgetter("item_id")):
        yield item_id, list(group)


def _words(paragraph: Paragraph) -> str:
    """Its text without the mark of a note."""
    return "".join(run.text for run in paragraph.runs if not run.raised)


def _with_numbers(paragraphs: Iterable[Paragraph]) -> str:
    """A passage as it is read in a file, with the numbers that its paragraphs may have."""
    return _bare("".join(f"{each.number or ''}{_words(each)}" for each in paragraphs))


def stands(printed: str, found: FileText) -> bool:
    """Whether a passage stands in a file, whole or in the few pieces that page ends make of it.
    Every character must be there, in order; a piece begins and ends with a line, no further from
    the one before it than what may stand between columns.
    """
    return any(
        _stands_at(rest, found, at)
        for rest in (printed, *_without_heads(printed, found))
        for at in _places(rest, found)
    )


def _places(printed: str, found: FileText) -> Iterator[int]:
    """Where a passage may begin: where its first words stand, or its first line, which a page may
    end with, is all of a line.
    """
    at = found.text.find(printed[:_SHORTEST])
    while at >= 0:
        yield at
        at = found.text.find(printed[:_SHORTEST], at + 1)
    for begin, end in pairwise(found.lines):
        if begin < end < begin + _SHORTEST and printed.startswith(found.text[begin:end]):
            yield begin


def _without_heads(rest: str, found: FileText) -> Iterator[str]:
    """What follows the lines taken for heads, one, two or more, that a text begins with."""
    for head in found.heads:
        if rest.startswith(head):
            yield rest[len(head) :]
            yield from _without_heads(rest[len(head) :], found)


def _stands_at(printed: str, found: FileText, at: int) -> bool:
    rest = printed
    for _ in range(_PIECES):
        size = common_start(rest, found.text[at:])
        if size == len(rest):
            return True
        number = bisect_right(found.lines, at + size) - 1  # a page ends where a line does
        if number < 0 or found.lines[number] <= at:
            return False
        rest = rest[found.lines[number] - at :]
        if any(_goes_on(other, found, number) for other in _without_heads(rest, found)):
            return True
        line = _begins(rest, found, found.lines[number])
        if line is None:
            return False
        at = line
    return False


def _goes_on(rest: str, found: FileText, number: int) -> bool:
    """Whether the rest of a passage stands from this line on."""
    line = _begins(rest, found, found.lines[number] - 1)
    return not rest or (line is not None and _stands_at(rest, found, line))


def _begins(rest: str, found: FileText, after: int) -> int | None:
    """The first line behind a place that goes on with the rest of a passage."""
    key = rest[:_SHORTEST]
    for number in range(bisect_right(found.lines, after), len(found.lines)):
        line = found.lines[number]
        if line > after + _BETWEEN:
            break
        if found.text.startswith(key, line):
            ends = (*found.lines[number + 1 : number + 2], len(found.text))[0]
            behind = found.text[line + len(key) : ends]
            if len(key) == _SHORTEST or not behind or _NOTE_MARK.fullmatch(behind):
                return line
    return None


def _text(raw: str, columns: int) -> FileText:
    """What was read in a file with pages of so many columns, or without pages. Lines that stand
    side by side in two columns may have been read as one, with a wide space between them.
    """
    lines = raw.splitlines()
    if columns > 1:
        lines = [part for line in lines for part in line.split("\u3000")]
    lines = [_bare(_HEADING.sub("", line)) for line in lines]
    if not columns:
        return FileText("".join(lines))
    begins = accumulate(map(len, lines), initial=0)
    heads = dict.fromkeys(filter(None, map(_bare, _HEAD.findall(raw))))
    return FileText("".join(lines), tuple(begins), tuple(heads))


def _bare(text: str) -> str:
    return "".join(text.split())
