"""What 导出 does off the interface thread: check, write, read back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studydesk.domain.packet import Packet
from studydesk.errors import Cancelled
from studydesk.handout.designs import with_fonts_embedded
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.handout.proof_sheet import Review
from studydesk.handout.style import Preset
from studydesk.handout.tightening import STEPS
from studydesk.services import checking
from studydesk.services.checking import Checked
from studydesk.services.handouts import has_cards, is_booklet
from studydesk.services.originals import Originals
from studydesk.services.reading_back import ReadBack, read_back
from studydesk.services.typefaces import FontReport, font_report
from studydesk.ui.jobs import Progress
from studydesk.ui.words import outcomes


@dataclass(frozen=True, slots=True)
class Exported:
    """The files, whether they say what the packet says, whether that is what sources say, and what
    they are set in; `embedded`, a DOCX carries its fonts. `docx_size` are the bytes of the largest
    DOCX. `loose` are the editions of which drawing in could save a page, and how many they would
    have then. No files where something has to be settled first.
    """

    paths: list[Path]
    read: ReadBack
    checked: Checked
    fonts: FontReport | None = None
    embedded: bool = False
    docx_size: int = 0
    loose: tuple[tuple[Edition, int], ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether there are files, and every quotation in them is known to be as in its source."""
        doubtful = self.read.differing or self.read.unread or self.checked.unproven
        return bool(self.paths) and not doubtful


def export(
    progress: Progress,
    packet: Packet,
    folder: Path,
    editions: tuple[Edition, ...],
    formats: tuple[str, ...],
    *,
    booklet: bool,
    originals: Originals,
    names: Sequence[str],
    groups: Sequence[str],
    presets: Mapping[str, Preset],
    embed_fonts: bool = False,
) -> Exported:
    """Check a packet against its originals, write its files with what was found, and read them
    back; nothing is written that has to be settled first. With `embed_fonts` a DOCX carries the
    bundled faces; other arguments as for `handouts.export`.
    """
    from studydesk.services import handouts

    progress(0, _WHOLE)
    signing = names if Edition.RECORD in editions else ()
    checked = checking.check_against(
        originals, packet, _stage(progress, 0, _CHECKED), presets, (*signing, *groups)
    )
    if checking.is_held(checked, editions):
        return Exported([], ReadBack(0, 0), checked)
    if embed_fonts:
        presets = {name: with_fonts_embedded(preset) for name, preset in presets.items()}
    review = outcomes.review_of(packet, checked)
    paths = handouts.export(
        packet,
        folder,
        editions,
        formats,
        packet.preset,
        _stage(progress, _CHECKED, _WRITTEN),
        booklet=booklet,
        review=review,
        names=names,
        groups=groups,
        presets=presets,
    )
    sizes = (path.stat().st_size for path in paths if path.suffix == ".docx" and path.exists())
    docx_size = max(sizes, default=0)
    plain = (path for path in paths if not (is_booklet(path) or has_cards(path)))
    made_for = (edition for edition in editions for _ in formats)
    pairs = list(zip(plain, made_for, strict=True))
    try:
        read = read_back(packet, pairs, presets, _stage(progress, _WRITTEN, _WHOLE))
    except Cancelled:  # the files are written; only the check is missing
        read = ReadBack(0, 0, unread=tuple(path for path, _ in pairs))
    fonts = font_report(packet, editions, packet.preset, presets)
    embedded = preset_for(packet.preset, presets).embed_fonts
    loose = tuple(_loose(packet, editions, review, names, presets))
    return Exported(paths, read, checked, fonts, embedded, docx_size, loose)


def _loose(
    packet: Packet,
    editions: Sequence[Edition],
    review: Review,
    names: Sequence[str],
    presets: Mapping[str, Preset],
) -> Iterator[tuple[Edition, int]]:
    """The editions whose last page could be saved, and the pages that they would have then. Their
    lines have been composed for the files; to make the pages again takes a fraction of a second.
    """
    from studydesk.services import handouts

    for edition in editions if packet.tightness < STEPS else ():
        file = handouts.preview(packet, edition, packet.preset, review, names, presets)
        may_fit = any(notice.may_fit for notice in file.notices)
        if may_fit and handouts.steps_to_fit(packet, edition, packet.preset, presets):
            yield edition, file.page_count - 1


_CHECKED, _WRITTEN, _WHOLE = 100, 600, 1000
"""Of all that an export does, how much is done when the packet is checked, when the files are
written, and when they are read back.
"""


def _stage(progress: Progress, begin: int, end: int) -> Progress:
    """Tells of a stage of the whole."""
    return lambda done, total: progress(begin + (end - begin) * done // max(1, total), _WHOLE)
