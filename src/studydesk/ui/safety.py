"""What the window does to keep its library safe: a copy each day, a check after a power cut, and
the way back to a copy or out of the trash.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studydesk.errors import LibraryDamaged
from studydesk.library import Backup, Library, Stop
from studydesk.services import backing_up
from studydesk.ui.jobs import Progress
from studydesk.ui.safekeeping import BackupSheet, TrashSheet, moment_text

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow


class Safety(QObject):
    """Looks after the library of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._gone_back = ""

    def look_after(self, library: Library) -> None:
        """Copy a library that was just opened, and check it where it had not been closed."""
        if self._gone_back:
            self._window.activateWindow()  # the sheet that asked has gone
            self._window.status.tell(self._gone_back)
            self._gone_back = ""
        self._back_up(library)
        if library.was_cut_off:
            self._check(library)

    def _back_up(self, library: Library) -> None:
        """Copy the library at the first start of a day; only a failure is worth a word."""
        stop = Stop()

        def work(progress: Progress) -> Path | None:
            return backing_up.back_up_daily(library, progress, stop)

        def done(copy: Path | None) -> None:
            logging.getLogger(__name__).info("backup: %s", copy or "not needed")

        self._window.jobs.start_quiet(
            work, interrupt=stop.set, done=done, failed=self._tell_unsound
        )

    def _check(self, library: Library) -> None:
        """Read a library that was not closed as a whole; only damage is worth a word."""
        stop = Stop()

        def work(progress: Progress) -> None:
            progress(0, 1)  # what the user waits for goes first
            library.check(stop)

        self._window.jobs.start_quiet(
            work, interrupt=stop.set, done=lambda _nothing: None, failed=self._tell_unsound
        )

    def _tell_unsound(self, error: Exception) -> None:
        if not isinstance(error, LibraryDamaged):
            self._window.tell_failure(error)
        elif not self._window.findChildren(BackupSheet):  # check and copy may both find it
            self.show_backups("资料库有一处损坏，可能是上次突然断电。请恢复到最近的备份。")

    def show_backups(self, sentence: str = "") -> None:
        """Let a copy be chosen to go back to, after a sentence that says why."""
        window = self._window
        sheet = BackupSheet(window.folder, window.jobs, sentence, window)
        sheet.chosen.connect(self._go_back)
        sheet.failed.connect(window.tell_failure)
        sheet.open()

    def show_trash(self) -> None:
        """Show what was deleted."""
        desk = self._window.desk
        if desk is not None:
            sheet = TrashSheet(desk.library, self._window)
            sheet.restored.connect(desk.show_restored)
            sheet.failed.connect(self._window.tell_failure)
            sheet.open()

    def _go_back(self, backup: Backup) -> None:
        """Open the library of this folder as it was when a backup was made."""

        def opening(folder: Path) -> Library:
            library = backing_up.go_back(folder, backup.path)
            self._gone_back = f"已恢复到 {moment_text(backup.made_at)} 的资料库。"
            return library

        self._window.open_library(self._window.folder, opening)
