"""引文核对 of finished files: what stands in a DOCX or PDF, read again, against the packet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import StudyDeskError
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import Preset

_PIECES = 4
"""Pieces that the ends of pages and columns may cut a passage into."""
_SHORTEST = 3
"""Characters that a piece is found by."""
_BETWEEN = 600
"""Characters that may stand between two pieces: a page's foot and head, a column's other words."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How many passages were looked for in how many files, and those that do not stand there
    character by character: the file and the item's id. `unread` files could not be read.
    """

    files: int
    passages: int
    differing: tuple[tuple[Path, str], ...] = ()
    unread: tuple[Path, ...] = ()


def read_back(
    packet: Packet,
    written: Iterable[tuple[Path, Edition]],
    presets: Mapping[str, Preset] = PRESETS,
) -> ReadBack:
    """Read finished handouts of a packet and look for every passage that each should have, as
    it is printed; white space apart, which lines and pages change.
    """
    from studydesk.sources.reading import read_file  # the window opens without it

    preset = find_preset(packet.preset, presets)
    files = passages = 0
    differing: list[tuple[Path, str]] = []
    unread: list[Path] = []
    for path, edition in written:
        document = compose(packet, edition, preset)
        composed = _bare("".join(document.texts()))
        expected = [
            (item.id, printed)
            for item in packet.items
            if isinstance(item, PassageItem)
            and (printed := _bare(item.passage.printed)) in composed
        ]
        if not expected:
            continue
        try:
            found = _bare(read_file(path).raw)
        except StudyDeskError:  # the file is written and whole; only the check is missing
            unread.append(path)
            continue
        files += 1
        passages += len(expected)
        differing.extend(
            (path, item_id) for item_id, printed in expected if not stands(printed, found)
        )
    return ReadBack(files, passages, tuple(differing), tuple(unread))


def stands(printed: str, text: str) -> bool:
    """Whether a passage stands in a text, whole or in the few pieces that page ends make of it;
    every character must be there, in order, and no piece further from the one before it than
    what may stand between columns.
    """
    at = text.find(printed[:_SHORTEST])
    while at >= 0:
        if _stands_at(printed, text, at):
            return True
        at = text.find(printed[:_SHORTEST], at + 1)
    return False


def _stands_at(printed: str, text: str, at: int) -> bool:
    done = 0
    for _ in range(_PIECES):
        size = _agree(printed[done:], text[at:])
        done += size
        if done == len(printed):
            return True
        at = text.find(printed[done : done + _SHORTEST], at + size + 1, at + size + _BETWEEN)
        if at < 0:
            return False
    return False


def _agree(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _bare(text: str) -> str:
    return "".join(text.split())
