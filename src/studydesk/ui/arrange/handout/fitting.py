"""挤进 N 页: the packet drawn in to save a page, and let out again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.style import Preset
from studydesk.handout.tightening import STEPS
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest

if TYPE_CHECKING:
    from studydesk.export.pdf.writer import PdfFile

_PAUSE = 400
"""Milliseconds that a page is looked at before it is tried to save it."""


def _steps_to_fit(
    _progress: Progress, packet: Packet, edition: Edition, presets: Mapping[str, Preset]
) -> int:
    from studydesk.services import handouts

    return handouts.steps_to_fit(packet, edition, packet.preset, presets)


class Fitting(QObject):
    """Looks whether a page that was made could be saved, and offers that where it can; `edit` is
    told the name of an edit and its outcome.
    """

    message = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        current: CurrentPacket,
        jobs: Jobs,
        edit: Callable[[str, Packet], None],
        preview: Preview,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._current, self._edit, self._preview = current, edit, preview
        self._latest = Latest(jobs, self._look, _PAUSE, self)
        self._drawn_in: Packet | None = None
        current.opened.connect(self._forget)
        current.changed.connect(self._forget)
        preview.made.connect(self._follow)
        preview.notices.fit_wanted.connect(self.fit)
        preview.notices.loosen_wanted.connect(self.loosen)

    def fit(self) -> None:
        """Draw the packet in by as little as saves a page of the edition on screen."""
        if self._drawn_in is not None:
            self._edit("挤进页数", self._drawn_in)

    def loosen(self) -> None:
        """Print the packet with the spaces of its preset again."""
        if self._current.packet is not None:
            self._edit("恢复疏密", set_tightness(self._current.packet, 0))

    def _forget(self, _packet: Packet | None) -> None:
        """Offer no more what was found out of a packet that is another now."""
        self._drawn_in = None
        self._preview.notices.fit.hide()

    def _follow(self, file: "PdfFile") -> None:
        packet = self._current.packet
        may_fit = any(notice.may_fit for notice in file.notices)
        if packet is not None and packet.tightness < STEPS and may_fit:
            self._latest.ask()

    def _look(self) -> None:
        packet = self._current.packet
        if packet is not None:
            edition = Edition(self._preview.edition.currentText())
            self._latest.run(
                _steps_to_fit,
                *(packet, edition, self._preview.presets),
                done=partial(self._offer, packet, edition),
                failed=self.failed.emit,
            )

    def _offer(self, packet: Packet, edition: Edition, steps: int) -> None:
        """Offer what was found out of a packet, while that and the edition are on screen."""
        file, shown = self._preview.file, self._preview.edition.currentText()
        if steps and file is not None and (packet, edition) == (self._current.packet, shown):
            self._drawn_in = set_tightness(packet, steps)
            self._preview.notices.offer_to_fit(file.page_count - 1)
