"""What the window does to keep its library safe: a copy each day, a check after a power cut, and
the way back to a copy or out of the trash.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import LibraryDamaged, StudyDeskError
from studydesk.library import Backup, Library, Stop, TrashKind
from studydesk.services import backing_up
from studydesk.services.unfinished_imports import (
    UnfinishedImport,
    forget,
    unfinished,
    what_came,
)
from studydesk.ui.deed import Where
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.safekeeping import BackupSheet, TrashSheet, moment_text
from studydesk.ui.well_again import WellAgain
from studydesk.ui.words.outcomes import unfinished_sentence

if TYPE_CHECKING:
    from studydesk.ui.desk import Desk


class Safety(QObject):
    """Looks after the library of a window."""

    message = Signal(str)
    """A sentence for the user."""
    failed = Signal(object)
    """An error to tell the user."""
    opening_requested = Signal(object, object)
    """The library of this folder is to be opened, in this way."""
    restored = Signal(object, object)
    """Something (a Trashed) was taken out of the trash, in a place (a Where)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._gone_back = ""
        self._well_again: WellAgain | None = None

    def look_after(self, desk: "Desk", jobs: Jobs) -> None:
        """Copy the library that a desk stands on, which was just opened, check it where it had not
        been closed, and offer to go on with an import that was cut off then; what the notice says
        of it is true for as long as it is said.
        """
        library = desk.library
        if self._well_again is not None:
            self._well_again.deleteLater()
        self._well_again = WellAgain(library, jobs, desk.notice)
        self._well_again.message.connect(self.message)
        if self._gone_back:
            self._window.activateWindow()  # the sheet that asked has gone
            self.message.emit(self._gone_back)
            self._gone_back = ""
        self._back_up(library, jobs)
        if library.was_cut_off:
            self._check(library, jobs)
        self._look_for_unfinished(desk, jobs)

    def _look_for_unfinished(self, desk: "Desk", jobs: Jobs) -> None:
        """Tell of imports that were cut off, until somebody goes on with them or does not want
        to; they are asked for before others can be begun.
        """
        library = desk.library
        try:
            imports = unfinished(library)
        except StudyDeskError as error:
            self.failed.emit(error)
            return

        def settle(files: Sequence[Path]) -> None:
            jobs.start(
                lambda _progress: forget(library, map(str, files), imports),
                done=lambda _nothing: None,
                failed=self.failed.emit,
            )

        def done(found: UnfinishedImport) -> None:
            sentence = unfinished_sentence(found)
            if found.missing:  # they stay on record until another import of them has ended
                go_on, decline = (
                    partial(desk.take_files, found.missing),
                    partial(settle, found.missing),
                )
                desk.notice.propose(sentence, go_on, "接着导入", declined=decline)
            elif found.taken:
                self.message.emit(sentence)
            settle(found.taken)

        if imports:
            jobs.start(
                lambda _progress: what_came(library, imports), done=done, failed=self.failed.emit
            )

    def _back_up(self, library: Library, jobs: Jobs) -> None:
        """Copy the library at the first start of a day; only a failure is worth a word."""
        stop = Stop()

        def work(progress: Progress) -> Path | None:
            return backing_up.back_up_daily(library, progress, stop)

        def done(copy: Path | None) -> None:
            logging.getLogger(__name__).info("backup: %s", copy or "not needed")

        unsound = partial(self._tell_unsound, library.folder, jobs)
        jobs.start_quiet(work, interrupt=stop.set, done=done, failed=unsound)

    def _check(self, library: Library, jobs: Jobs) -> None:
        """Read a library that was not closed as a whole; only damage is worth a word."""
        stop = Stop()

        def work(progress: Progress) -> None:
            progress(0, 1)  # what the user waits for goes first
            library.check(stop)

        unsound = partial(self._tell_unsound, library.folder, jobs)
        jobs.start_quiet(work, interrupt=stop.set, done=lambda _nothing: None, failed=unsound)

    def _tell_unsound(self, folder: Path, jobs: Jobs, error: Exception) -> None:
        if not isinstance(error, LibraryDamaged):
            self.failed.emit(error)
        elif not self._window.findChildren(BackupSheet):  # check and copy may both find it
            why = "资料库有一处损坏，可能是上次突然断电。请恢复到最近的备份。"
            self.show_backups(folder, jobs, why)

    def show_backups(self, folder: Path, jobs: Jobs, sentence: str = "") -> None:
        """Let a copy of the library be chosen to go back to, after a sentence that says why."""
        sheet = BackupSheet(folder, jobs, sentence, self._window)
        sheet.chosen.connect(partial(self._go_back, folder))
        sheet.failed.connect(self.failed)
        sheet.open()

    def show_trash(
        self,
        library: Library,
        take: Callable[[str, Where], bool],
        fetch: Callable[[TrashKind, str], str],
    ) -> None:
        """Show what was deleted; `take` goes a step back or forth in what is done there, and
        `fetch` takes one thing out.
        """
        sheet = TrashSheet(library, self._window, take, fetch)
        sheet.restored.connect(self.restored)
        sheet.failed.connect(self.failed)
        sheet.open()

    def _go_back(self, folder: Path, backup: Backup) -> None:
        """Open the library of this folder as it was when a backup was made."""

        def opening(folder: Path, copying: Progress, stop: Stop) -> Library:
            library = backing_up.go_back(folder, backup.path, copying, stop)
            self._gone_back = f"已恢复到 {moment_text(backup.made_at)} 的资料库。"
            return library

        self.opening_requested.emit(folder, opening)
