"""What the buttons in the panel of offers have in common: what they tell, and what they work on."""

from PySide6.QtCore import QObject, Signal

from studydesk.library import Library
from studydesk.ui.jobs import Jobs
from studydesk.ui.offer_panel import OfferPanel


class OfferTools(QObject):
    """The base of the buttons that go with one list of offers."""

    changed = Signal()
    message = Signal(str)
    failed = Signal(object)
    undoable = Signal(object)
    """What was done to the list: a Deed."""

    def __init__(
        self, library: Library, jobs: Jobs, panel: OfferPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs, self._panel = library, jobs, panel

    def _tell(self, sentence: str) -> None:
        self.message.emit(sentence)
        self.changed.emit()
