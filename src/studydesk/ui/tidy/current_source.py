"""The page being tidied: what is done to it shows at once, and is saved at once behind that."""

from collections import deque
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from studydesk.domain.article import Problem
from studydesk.domain.tidying import MoveBlocks, Settle, Tidying, apply
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.services.reattaching import Change, Strayed
from studydesk.services.tidying import (
    Tidied,
    TidiedPage,
    changed_passages,
    tidied_page,
    tidy,
    trashed_after,
)
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.saving import Saving


class Put(Protocol):
    """Shows a page in place of another, and keeps it; `again` tells that it was there before,
    `about` which doubt the step answers that is taken back, and `moved` where in the raw text
    begins what it moved, -1 for nothing.
    """

    def __call__(
        self,
        page: TidiedPage,
        other: TidiedPage,
        *,
        again: bool = False,
        about: Problem | None = None,
        moved: int = -1,
    ) -> None:
        """Show it and keep it."""


class TidyStep(QUndoCommand):
    """Puts the page after some operations, or back before them."""

    def __init__(
        self,
        text: str,
        before: TidiedPage,
        after: TidiedPage,
        put: Put,
        about: Problem | None = None,
        moved: int = -1,
    ) -> None:
        super().__init__(text)
        self._before, self.after, self._put = before, after, put
        self._about, self._moved = about, moved
        self._is_new = True

    def redo(self) -> None:
        """Put the page after the step: as it is done, later as it is done again."""
        self._put(self.after, self._before, again=not self._is_new, moved=self._moved)
        self._is_new = False

    def undo(self) -> None:
        """Put the page before the step."""
        self._put(self._before, self.after, again=True, about=self._about, moved=self._moved)


class CurrentSource(QObject):
    """One page of the library, the history of what was done to it, and its place there."""

    leaving = Signal()
    """Another page is about to be shown: what was typed and waits is done to this one now."""
    opened = Signal(object)
    """Another page is shown now: a TidiedPage."""
    changed = Signal(object)
    """The same page, after something was done to it."""
    passages_differ = Signal(object)
    """Passages in packets that the page opened does not have: a sequence of Change."""
    kept = Signal(object, object)
    """It is saved: what came of that (Tidied), and when (datetime)."""
    failed = Signal(object)
    """The page could not be read."""
    refused = Signal(object)
    """An operation does not fit (EditRefused)."""
    stepped = Signal(object, int)
    """The page has just become what it was before, or what it was made then; the doubt (Problem)
    that the step answers which was taken back, or None; and where in the raw text begins what the
    step moves, or -1.
    """
    followed = Signal(object)
    """Passages are cited otherwise, or articles left the trash, with a step: what came of it
    (Tidied).
    """
    history_moved = Signal()
    """Something else can be undone or done again now."""
    save_failed = Signal(object)
    """The page could not be saved. It is kept in memory, and tried again
    every few seconds, when it is asked for again, and when the window closes."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._histories: dict[str, QUndoStack] = {}
        self._no_history = QUndoStack(self)
        self._kept: deque[Tidied] = deque()
        self._strayed: Strayed = {}  # they go home as a step is taken back
        self._reading: Job | None = None
        self._afresh: TidyStep | None = None  # what comes of it is known once it is kept
        self._saving = Saving(self)
        self._saving.saved.connect(self._tell_kept)
        self._saving.failed.connect(self._tell_unsaved)
        self.opening = ""
        """The source that was asked for and is not shown yet, if any."""
        self.unopened = ""
        """The source that could not be read, unless one was since."""
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

    def open(self, source_id: str) -> None:
        """Show a source, once it is read; `opened` tells. What was done to it before is kept
        first; what is done to it meanwhile counts, and not what is read.
        """
        if source_id == self.opening:
            return
        self._stop_opening()
        self.opening = source_id
        if self._saving.waits(source_id):
            self._saving.try_again()
        else:
            self._read()

    def stay(self) -> None:
        """Go on with the source that is shown, whichever was asked for since."""
        self._stop_opening()

    def close_page(self) -> None:
        """Show no source, as this one is no more in the library; its history stays for the day it
        is back. What could not be saved of it by now has no place any more.
        """
        self._stop_opening()
        source_id, self.page = self.source_id, None
        if self._saving.waits(source_id):
            self._saving.forget(source_id)

    @property
    def is_saved(self) -> bool:
        """Whether every step is on the disk."""
        return self._saving.is_done

    def flush(self) -> bool:
        """Wait until every step is on the disk, and what came of it told; False where one could
        not be saved, and why is told by `save_failed`.
        """
        return self._saving.flush()

    def do(self, text: str, *operations: Tidying, about: Problem | None = None) -> bool:
        """Do operations as one undo step, which may answer a doubt; False, and `refused` tells why,
        where one does not fit.
        """
        if self.page is None:
            return False
        recovery = self.page.recovery
        try:
            for operation in operations:
                recovery = apply(self.page.source, recovery, operation)
        except EditRefused as refusal:
            self.refused.emit(refusal)
            return False
        done = (*self.page.operations, *operations)
        trashed = trashed_after(self.page, recovery)
        after = replace(self.page, recovery=recovery, operations=done, trashed=trashed)
        moved = next((each.blocks[0] for each in operations if isinstance(each, MoveBlocks)), -1)
        self.history.push(TidyStep(text, self.page, after, self._put, about, moved))
        return True

    def start_afresh(self, text: str) -> None:
        """Leave out all that was done, as one undo step; the page shows it once it is saved."""
        if self.page is not None and self.page.operations:
            after = replace(self.page, operations=())
            step = self._afresh = TidyStep(text, self.page, after, self._put)
            self.history.push(step)

    def look_again(self, text: str) -> None:
        """Forget which doubts were looked at, as one undo step; they are shown once it is saved."""
        if self.page is not None and self.page.has_settled:
            left = tuple(each for each in self.page.operations if not isinstance(each, Settle))
            after = replace(self.page, operations=left)
            self.history.push(TidyStep(text, self.page, after, self._put))

    def read_source(self) -> None:
        """Take over what is on record of the source now, and which of its articles are in the
        trash. Raises what Library.source raises.
        """
        if self.page is None:
            return
        source, trashed = self._library.source(self.source_id), self.page.trashed
        if not self._saving.waits(self.source_id):  # else it is told when that is kept
            trashed = self._library.ids_in_trash(self.source_id)
        page = replace(self.page, source=source, trashed=trashed)
        if page != self.page:
            self.page = page
            self.changed.emit(page)

    def _put(
        self,
        page: TidiedPage,
        other: TidiedPage,
        *,
        again: bool = False,
        about: Problem | None = None,
        moved: int = -1,
    ) -> None:
        source_id = page.source.id
        if self.page is not None and source_id == self.source_id:
            # Facts are no part of the history; of the trash, what a step moved out of it or into it
            # is, and nothing that was deleted or restored since.
            trashed = (self.page.trashed - other.trashed) | (page.trashed - other.trashed)
            trashed |= self.page.trashed & page.trashed
            page = replace(page, source=self.page.source, trashed=trashed)
        if again:
            self._afresh = None
        if source_id == self.opening:
            self._stop_opening()  # what is being read of it is of yesterday
        self.page = page
        self.changed.emit(page)
        if again:
            self.stepped.emit(about, moved)
        self._saving.save(source_id, partial(self._keep, page, self._afresh is None))

    def _keep(self, page: TidiedPage, is_known: bool) -> None:
        """Called off the interface thread; `_tell_kept` tells of it there."""
        trashed = page.trashed if is_known else None
        source_id, operations = page.source.id, page.operations
        self._kept.append(tidy(self._library, source_id, operations, trashed, self._strayed))

    def _read(self) -> None:
        source_id = self.opening

        def read(_progress: Progress) -> tuple[TidiedPage, tuple[Change, ...]]:
            if self._library.is_deleted(source_id):
                raise EditRefused("source-deleted")
            page = tidied_page(self._library, source_id)
            return page, changed_passages(self._library, source_id)

        def failed(error: Exception) -> None:
            self._stop_opening()
            self.unopened = source_id
            self.failed.emit(error)

        self._reading = self._jobs.start(read, done=self._open, failed=failed)

    def _open(self, read: tuple[TidiedPage, tuple[Change, ...]]) -> None:
        self.leaving.emit()
        self._stop_opening()
        self._afresh = None
        self.unopened = ""
        self.page, changes = read
        self.opened.emit(self.page)
        self.passages_differ.emit(changes)

    def _stop_opening(self) -> None:
        if self._reading is not None:
            self._jobs.forget(self._reading)
        self.opening, self._reading = "", None

    def _tell_kept(self) -> None:
        """Tell of all that was kept, in order; then read the page that waited for that."""
        while self._kept:
            tidied = self._kept.popleft()
            self._follow(tidied.page)
            self.kept.emit(tidied, datetime.now().astimezone())
            if tidied.back or tidied.aside or tidied.recited:
                self.followed.emit(tidied)
        if self.opening and self._reading is None and not self._saving.waits(self.opening):
            self._read()

    def _follow(self, kept: TidiedPage) -> None:
        """Show a page as it was kept, unless it has changed since."""
        page = self.page
        if page is None or (kept.source.id, kept.operations) != (self.source_id, page.operations):
            return
        kept = replace(kept, source=page.source)
        if self._afresh is not None and not kept.operations:
            self._afresh.after = kept
        self._afresh = None
        if kept != page:
            self.page = kept
            self.changed.emit(kept)

    def _tell_unsaved(self, error: Exception) -> None:
        self._tell_kept()
        if self._reading is None:
            self.opening = ""  # it cannot be read before it is kept
        self.save_failed.emit(error)
