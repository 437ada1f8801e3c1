"""Says at the bottom of the window whether everything is kept, whichever page it was done on."""

from datetime import datetime

from PySide6.QtCore import QObject

from studydesk.ui.desk import Desk
from studydesk.ui.notice import StatusLine


class SavedState(QObject):
    """Follows what is edited on a desk, packets and pages alike."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__(desk)
        self._desk, self._status = desk, status

    def tell(self, moment: datetime) -> None:
        """Something was kept at this moment: say that all is since then, and no more what went
        wrong before; or else that something is not.
        """
        if self._desk.current.is_saved and self._desk.tidy.current.is_saved:
            self._status.tell_saved(moment)
            self._desk.notice.settle(saved=True)
        else:
            self._status.tell_unsaved()

    def tell_failure(self, error: Exception) -> None:
        """Say that an edit could not be kept, until it is."""
        self._status.tell_unsaved()
        self._desk.notice.tell_error(error, unsaved=True)
