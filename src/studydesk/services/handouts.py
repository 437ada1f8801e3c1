"""From a packet to finished handouts: the preview, and files that never replace others."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Packet
from studydesk.export.writers import WRITERS
from studydesk.files import cannot_write, remove_leftovers, write_file, write_new_file
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument
from studydesk.handout.opening import for_group
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.proof_sheet import UNCHECKED, Review
from studydesk.handout.style import Preset
from studydesk.handout.tightening import STEPS

if TYPE_CHECKING:
    from studydesk.export.pdf.writer import PdfFile

Progress = Callable[[int, int], None]

LONGEST_TITLE = 60
"""Characters of a title in a file name; folders and copies add their own."""
LONGEST_TITLE_IN_BYTES = 200
"""Bytes of them in UTF-8: a name may have 255 on most file systems of Linux, with all else."""

CARDS = "班组卡片"
"""What the name of a file ends with that has a card for each group."""
STEPS_OF_A_FILE = 100
"""Steps that progress counts for each file."""

BOOKLET = "小册子"
"""What the name of a file ends with whose pages are to be folded."""

_READ_BY_MANY = (Edition.PARTICIPANT, Edition.FACILITATOR)

_NUMBER = re.compile(r"（\d+）$")
"""No name of an edition ends so."""

_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+'
)
"""What some file system or another refuses, and marks that cannot be seen."""


def preview(
    packet: Packet,
    edition: Edition,
    preset_name: str,
    review: Review = UNCHECKED,
    names: Sequence[str] = (),
    presets: Mapping[str, Preset] = PRESETS,
) -> "PdfFile":
    """One edition as the PDF it will be printed as, page by page like its file; `review`, `names`
    and `presets` as for `export`.
    """
    from studydesk.export.pdf.writer import write_pdf  # the window opens without it

    document = compose(packet, edition, preset_for(preset_name, presets), review, names)
    return write_pdf(document, to_look_at=True)


def on_screen(file: "PdfFile", *, facing: bool) -> bytes:
    """The pages as they are looked at: what was noticed is marked in the margin; `facing`, the
    first page stands alone and the others two by two.
    """
    if not file.notices and not facing:
        return file.data
    from studydesk.export.pdf.screen import for_screen

    return for_screen(file.data, file.notices, facing=facing)


def steps_to_fit(
    packet: Packet,
    edition: Edition,
    preset_name: str,
    presets: Mapping[str, Preset] = PRESETS,
) -> int:
    """By how many steps a packet is to be drawn in, in all, to have a page less than now; 0 where
    its preset does not allow as much.
    """
    from studydesk.export.pdf.writer import count_pages

    preset = preset_for(preset_name, presets)

    def pages(steps: int) -> int:
        return count_pages(compose(set_tightness(packet, steps), edition, preset))

    now = pages(packet.tightness)
    if pages(STEPS) >= now:
        return 0
    return next(steps for steps in range(packet.tightness + 1, STEPS + 1) if pages(steps) < now)


def export(
    packet: Packet,
    folder: Path,
    editions: Sequence[Edition],
    formats: Sequence[str],
    preset_name: str,
    progress: Progress = lambda _done, _total: None,
    *,
    booklet: bool = False,
    review: Review = UNCHECKED,
    names: Sequence[str] = (),
    groups: Sequence[str] = (),
    presets: Mapping[str, Preset] = PRESETS,
) -> list[Path]:
    """Write editions in formats ("docx", "pdf") into a folder, which is made where there is
    none; the files, in that order. With `booklet`, each PDF to be read by many has another beside
    it, two pages on a sheet; `review` is what checks have found, for the proof sheet, and `names`
    are of those who are to sign, which no packet keeps. Where 学员版 is a card and wanted as PDF,
    the last file has one for each of `groups` (班组), two on a sheet. `presets` are those to be
    had; where none has the name, it is the first.

    A file that is there is never replaced: the new one gets （2）, unless all are there already
    as they would be written. Either all files come into being or none: not when `progress` raises
    Cancelled, nor on DiskFull or FileUnwritable.
    """
    preset = preset_for(preset_name, presets)
    wanted = _wanted(editions, formats, booklet=booklet)
    has_cards = preset.is_card and Edition.PARTICIPANT in editions and "pdf" in formats
    groups = groups if has_cards else ()
    total = len(wanted) + len(groups)

    def share_of(place: int) -> Callable[[float], None]:
        """Tells how much of the file at this place is made."""
        return lambda made: progress(place * STEPS_OF_A_FILE + int(made * STEPS_OF_A_FILE), steps)

    steps = total * STEPS_OF_A_FILE
    files: list[tuple[str, str, bytes]] = []
    data = b""
    for edition, suffix, folded in wanted:
        share = share_of(len(files))
        share(0)
        stem = file_stem(packet, edition)
        if folded:
            data = imposed(data)
        else:
            document = _of_today(compose(packet, edition, preset, review, names))
            data = WRITERS[suffix](document, share)
        files.append((f"{stem}_{BOOKLET}" if folded else stem, suffix, data))
    if groups:
        card = _of_today(compose(packet, Edition.PARTICIPANT, preset))
        cards = _cards(card, groups, lambda done: share_of(len(wanted) + done)(0))
        files.append((file_stem(packet, CARDS), "pdf", cards))
    progress(steps, steps)
    return _place(folder, files)


def _wanted(
    editions: Sequence[Edition], formats: Sequence[str], *, booklet: bool
) -> list[tuple[Edition, str, bool]]:
    """Edition and format of each file, and whether it is the one before it as a booklet."""
    return [
        (edition, suffix, folded)
        for edition in editions
        for suffix in formats
        for folded in (False, True)
        if not folded or (booklet and suffix == "pdf" and edition in _READ_BY_MANY)
    ]


def _of_today(document: HandoutDocument) -> HandoutDocument:
    return replace(document, dated=_today())


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day is meant


def _cards(card: HandoutDocument, groups: Sequence[str], progress: Callable[[int], None]) -> bytes:
    """The card of each group, two on a sheet."""
    from studydesk.export.pdf.booklet import impose_cards  # most exports do without

    made = []
    for done, group in enumerate(groups):
        progress(done)
        made.append(WRITERS["pdf"](for_group(card, group)))
    return impose_cards(made)


def imposed(data: bytes) -> bytes:
    """The pages of a PDF as a booklet: two by two on sheets twice as large."""
    from studydesk.export.pdf.booklet import impose  # most exports do without

    return impose(data)


def save_printed(
    packet: Packet,
    edition: Edition,
    path: Path,
    choose: Callable[[int], Sequence[int]],
    *,
    booklet: bool = False,
    review: Review = UNCHECKED,
    names: Sequence[str] = (),
    presets: Mapping[str, Preset] = PRESETS,
) -> int:
    """Write an edition as a PDF that is asked for as print: of so many pages those that `choose`
    names, from 0; how many that are. The file may be there already, and is then replaced. Other
    arguments as for `export`. Raises DiskFull or FileUnwritable, with nothing changed.
    """
    from studydesk.export.pdf.page_choice import count_pages, with_pages

    document = compose(packet, edition, preset_for(packet.preset, presets), review, names)
    data = WRITERS["pdf"](_of_today(document))
    data = imposed(data) if booklet else data
    order = choose(count_pages(data))
    if order:
        write_file(path, with_pages(data, order))
    return len(order)


def file_stem(packet: Packet, kind: str) -> str:
    """日期_题名_版本, fit for every file system: the session's date, or today's."""
    day = packet.session.held_on or _today()
    return f"{day.isoformat()}_{safe_name(packet.title) or '学习包'}_{kind}"


def is_booklet(path: Path) -> bool:
    """Whether a file that was exported is a booklet, by its name."""
    return path.stem.rpartition("_")[2].startswith(BOOKLET)


def has_cards(path: Path) -> bool:
    """Whether a file that was exported has a card for each group, by its name."""
    return path.stem.rpartition("_")[2].startswith(CARDS)


def number_beside(path: Path) -> str:
    """What ends the name of a file that was exported beside others of its name, as （2）; empty
    where there were none.
    """
    found = _NUMBER.search(path.stem)
    return found[0] if found else ""


def safe_name(text: str) -> str:
    """As much of a text as fits into a file's name on every file system; perhaps nothing."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", text).split())[:LONGEST_TITLE]
    return name.encode()[:LONGEST_TITLE_IN_BYTES].decode(errors="ignore").strip(" .")


def _place(folder: Path, files: Sequence[tuple[str, str, bytes]]) -> list[Path]:
    """Write all files under the first number that none of them has: those of one number are alike
    in what they say. Where the very same are there, they are the ones.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    remove_leftovers(folder)
    for number in count(1):
        names = (f"{_numbered(stem, number)}.{suffix}" for stem, suffix, _ in files)
        paths = [folder / name for name in names]
        if _are_there(paths, files):
            break
        if not any(map(os.path.lexists, paths)) and _are_new(paths, files):
            break
    return paths


def _are_there(paths: Sequence[Path], files: Iterable[tuple[str, str, bytes]]) -> bool:
    """Whether all files are there as they would be written."""
    return all(_has(path, data) for path, (_, _, data) in zip(paths, files, strict=True))


def _has(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:  # not there, or not to be read: it gets another beside it
        return False


def _are_new(paths: Sequence[Path], files: Iterable[tuple[str, str, bytes]]) -> bool:
    """Whether all files could be written and none was there; else none is."""
    with ExitStack() as all_or_none:
        for path, (_, _, data) in zip(paths, files, strict=True):
            if not write_new_file(path, data):
                return False
            all_or_none.callback(path.unlink, missing_ok=True)
        all_or_none.pop_all()
    return True


def _numbered(stem: str, number: int) -> str:
    return f"{stem}（{number}）" if number > 1 else stem


def write_beside(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write a new file under the first name that nobody has. Raises DiskFull or FileUnwritable."""
    names = (_numbered(stem, number) for number in count(1))
    paths = (folder / f"{name}.{suffix}" for name in names)
    return next(path for path in paths if write_new_file(path, data))
