"""The page being tidied: what is done to it shows at once, and is saved at once behind that."""

from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from studydesk.domain.tidying import Tidying, apply
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.services.reattaching import Change, changed_passages
from studydesk.services.tidying import Tidied, TidiedPage, tidied_page, tidy
from studydesk.ui.jobs import Jobs, Progress


class Put(Protocol):
    """Shows a page, and keeps it; `again` tells that it was there before."""

    def __call__(self, page: TidiedPage, *, again: bool = False) -> None:
        """Show it and keep it."""


class TidyStep(QUndoCommand):
    """Puts the page after some operations, or back before them."""

    def __init__(self, text: str, before: TidiedPage, after: TidiedPage, put: Put) -> None:
        super().__init__(text)
        self._before, self._after, self._put = before, after, put
        self._is_new = True

    def redo(self) -> None:
        """Put the page after the step: as it is done, later as it is done again."""
        self._put(self._after, again=not self._is_new)
        self._is_new = False

    def undo(self) -> None:
        """Put the page before the step."""
        self._put(self._before, again=True)


class CurrentSource(QObject):
    """One page of the library, the history of what was done to it, and its place there."""

    opened = Signal(object)
    """Another page is shown now: a TidiedPage."""
    changed = Signal(object)
    """The same page, after something was done to it."""
    passages_differ = Signal(object)
    """Passages in packets that the page opened does not have: a sequence of Change."""
    kept = Signal(object, object)
    """It is saved: what came of that (Tidied), and when (datetime)."""
    failed = Signal(object)
    """An operation does not fit, or the page could not be read."""
    stepped = Signal()
    """The page has just become what it was before, or what it was made then."""
    history_moved = Signal()
    """Something else can be undone or done again now."""
    save_failed = Signal(object)
    """The page could not be saved. It is kept in memory, and saved with the next step."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._histories: dict[str, QUndoStack] = {}
        self._no_history = QUndoStack(self)
        self._wanted: dict[str, tuple[Tidying, ...]] = {}
        self._saved: dict[str, tuple[Tidying, ...]] = {}
        self._one_at_a_time = Lock()
        self._opening = ""
        self.page: TidiedPage | None = None

    @property
    def source_id(self) -> str:
        """The id of the source being tidied, or an empty string."""
        return self.page.source.id if self.page else ""

    @property
    def history(self) -> QUndoStack:
        """The undo stack of the page; it lasts as long as the window."""
        if self.page is None:
            return self._no_history
        if self.source_id not in self._histories:
            made = self._histories[self.source_id] = QUndoStack(self)
            made.indexChanged.connect(self.history_moved)
        return self._histories[self.source_id]

    @property
    def opening(self) -> str:
        """The source that was asked for and is not shown yet, if any."""
        return self._opening

    def open(self, source_id: str) -> None:
        """Show a source, once it is read; `opened` tells. What was done to it before is kept
        first; what is done to it meanwhile counts, and not what is read.
        """
        if source_id == self._opening:
            return
        self._opening = source_id

        def read(_progress: Progress) -> tuple[Tidied | None, TidiedPage, tuple[Change, ...]]:
            with self._one_at_a_time:
                tidied = self._keep(source_id)
                page = tidied_page(self._library, source_id)
                return tidied, page, changed_passages(self._library, source_id)

        def failed(error: Exception) -> None:
            if source_id == self._opening:
                self._opening = ""
            self.failed.emit(error)

        self._jobs.start(read, done=self._read, failed=failed)

    def do(self, text: str, *operations: Tidying) -> bool:
        """Do operations as one undo step; False, and `failed` tells why, where one does not fit."""
        if self.page is None:
            return False
        recovery = self.page.recovery
        try:
            for operation in operations:
                recovery = apply(self.page.source, recovery, operation)
        except EditRefused as refusal:
            self.failed.emit(refusal)
            return False
        done = (*self.page.operations, *operations)
        after = replace(self.page, recovery=recovery, operations=done)
        self.history.push(TidyStep(text, self.page, after, self._put))
        return True

    def start_afresh(self, text: str) -> None:
        """Leave out all that was done, as one undo step; the page shows it once it is saved."""
        if self.page is not None and self.page.operations:
            after = replace(self.page, operations=())
            self.history.push(TidyStep(text, self.page, after, self._put))

    def read_source(self) -> None:
        """Take over what is on record of the source now. Raises what Library.source raises."""
        if self.page is not None:
            self.page = replace(self.page, source=self._library.source(self.source_id))
            self.changed.emit(self.page)

    def _put(self, page: TidiedPage, *, again: bool = False) -> None:
        source_id = page.source.id
        if self.page is not None and source_id == self.source_id:
            page = replace(page, source=self.page.source)  # its facts are no part of the history
        if source_id == self._opening:
            self._opening = ""  # what is being read of it is of yesterday
        self.page = page
        self._wanted[source_id] = page.operations
        self.changed.emit(page)
        if again:
            self.stepped.emit()

        def keep(_progress: Progress) -> Tidied | None:
            with self._one_at_a_time:
                return self._keep(source_id)

        self._jobs.start(keep, done=self._keep_told, failed=self.save_failed.emit)

    def _keep(self, source_id: str) -> Tidied | None:
        """Keep the newest operations; each step starts a job, and any of them will do."""
        wanted = self._wanted.get(source_id)
        if wanted is None or self._saved.get(source_id) == wanted:
            return None
        tidied = tidy(self._library, source_id, wanted)
        self._saved[source_id] = wanted
        return tidied

    def _read(self, read: tuple[Tidied | None, TidiedPage, tuple[Change, ...]]) -> None:
        tidied, page, changes = read
        self._keep_told(tidied)
        if page.source.id == self._opening:
            self._opening = ""
            self._saved[page.source.id] = self._wanted[page.source.id] = page.operations
            self.page = page
            self.opened.emit(page)
            self.passages_differ.emit(changes)

    def _keep_told(self, tidied: Tidied | None) -> None:
        if tidied is None:
            return
        page = tidied.page
        newest = page.operations == self._wanted[page.source.id]
        if newest and page.source.id == self.source_id and page != self.page:
            self.page = page
            self.changed.emit(page)
        self.kept.emit(tidied, datetime.now().astimezone())
