"""That the library does not answer is said until it does: it is looked at every few seconds."""

from PySide6.QtCore import QObject, QTimer, Signal

from studydesk.errors import LibraryLost
from studydesk.library import Library
from studydesk.ui.jobs import Jobs
from studydesk.ui.notice import Notice

LOOK = 3000
"""Milliseconds between two looks."""

_WELL = "资料库又有回应了，可以接着做。"


class WellAgain(QObject):
    """Looks at one library while a notice says that it does not answer."""

    message = Signal(str)
    """A sentence for the user."""

    def __init__(self, library: Library, jobs: Jobs, notice: Notice) -> None:
        super().__init__(notice)
        self._library, self._jobs, self._notice = library, jobs, notice
        self._timer = QTimer(self, interval=LOOK, singleShot=True)
        self._timer.timeout.connect(self._look)
        notice.speaks.connect(self._begin)

    @property
    def _is_told(self) -> bool:
        """That an edit is not kept stays until it is, which is tried elsewhere."""
        notice = self._notice
        is_lost = isinstance(notice.error, LibraryLost)
        return is_lost and notice.is_told and not notice.is_of_an_edit

    def _begin(self) -> None:
        if self._is_told:
            self._timer.start()

    def _look(self) -> None:
        if self._is_told:
            self._jobs.look(
                self._library.answer,
                done=lambda _nothing: self._tell(),
                failed=lambda _error: self._begin(),
            )

    def _tell(self) -> None:
        if self._is_told:
            self._notice.put_away()
            self.message.emit(_WELL)
