"""挤进 N 页: the packet drawn in to save a page, and let out again."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.style import Preset
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs, Progress


def _steps_to_fit(
    _progress: Progress, packet: Packet, edition: Edition, presets: Mapping[str, Preset]
) -> int:
    from studydesk.services import handouts

    return handouts.steps_to_fit(packet, edition, packet.preset, presets)


class Fitting(QObject):
    """Follows the offers of a preview; `edit` is told the name of an edit and its outcome."""

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
        self._current, self._jobs, self._edit, self._preview = current, jobs, edit, preview
        preview.notices.fit_wanted.connect(self.fit)
        preview.notices.loosen_wanted.connect(self.loosen)

    def fit(self) -> None:
        """Draw the packet in by as little as saves a page of the edition on screen."""
        packet = self._current.packet
        if packet is not None:
            self._jobs.start(
                _steps_to_fit,
                *(packet, Edition(self._preview.edition.currentText()), self._preview.presets),
                done=partial(self._draw_in, packet),
                failed=self.failed.emit,
            )

    def loosen(self) -> None:
        """Print the packet with the spaces of its preset again."""
        if self._current.packet is not None:
            self._edit("恢复疏密", set_tightness(self._current.packet, 0))

    def _draw_in(self, packet: Packet, steps: int) -> None:
        if packet is not self._current.packet:  # edited meanwhile
            return
        if steps:
            self._edit("挤进页数", set_tightness(packet, steps))
        else:
            self._preview.notices.refuse_to_fit()
            self.message.emit("在这个版式允许的范围内省不出一页，可以删减几行，或换一个版式。")
