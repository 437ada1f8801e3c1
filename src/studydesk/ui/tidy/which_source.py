"""Which page is tidied: one that was asked for, or else the first in doubt; never one whose
articles are all in the trash.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import StudyDeskError
from studydesk.library import Library, SourceSummary
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.jobs import Job, Jobs
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.source_chooser import SourceChooser, list_sources

_NONE_YET = "导入一个版面以后，在这里对照原文，把文章整理好。"
_ALL_DELETED = (
    "这一版的文章都在回收站里，不能整理。到选材里撤消或重做那一步，或从回收站恢复，它就回来。"
)


class WhichSource(QObject):
    """Keeps the list of sources, chooses one where none is shown, and leaves one that is gone."""

    doubts_counted = Signal(int)
    """So many sources have open problems."""
    elsewhere_counted = Signal(int)
    """So many problems are open in the sources that are not shown."""
    wanted = Signal(str)
    """Show this source."""
    left = Signal()
    """No source is shown any more."""
    import_requested = Signal()
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        current: CurrentSource,
        jobs: Jobs,
        chooser: SourceChooser,
        empty: EmptyState,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._library, self._current, self._jobs = library, current, jobs
        self._chooser, self._empty, self._page = chooser, empty, page
        self._sources: Sequence[SourceSummary] = ()
        self._listing: Job | None = None
        self.is_listed = False
        """Whether it is known which sources there are."""
        self._left = ""
        self.last = ""
        """The source that was tidied when the window was closed."""
        empty.asked.connect(self._answer)
        current.opened.connect(lambda _page: self._forget_left())
        current.opened.connect(lambda _page: self._count_elsewhere())
        current.failed.connect(lambda _error: self._tell_unopened())
        self._tell_opening()

    def list_again(self) -> None:
        """Bring the list of sources, and how many have problems, up to date."""
        if self._listing is not None:
            self._jobs.forget(self._listing)  # it may be of before
        self._listing = self._jobs.start(
            list_sources, self._library, done=self._list, failed=self._tell_unlisted
        )

    def enter(self) -> None:
        """Show some source, now that the page is looked at."""
        self._forget_left()
        self.list_again()

    def follow_library(self) -> None:
        """Other articles are in the library now: leave a source of which none is there, else show
        which are not.
        """
        shown = self._current.opening or self._current.source_id
        try:
            is_gone = bool(shown) and self._library.is_deleted(shown)
            if not is_gone:
                self._current.read_source()
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if is_gone:
            self._left = shown
            self._current.close_page()
            self.left.emit()
            self._tell_left()
        self.list_again()

    def _list(self, sources: Sequence[SourceSummary]) -> None:
        self._sources, self.is_listed = sources, True
        self._chooser.show_sources(sources)
        self.doubts_counted.emit(sum(source.problems > 0 for source in sources))
        self._count_elsewhere()
        if self._current.page is not None:
            return
        if self._left in {source.id for source in sources}:
            self.wanted.emit(self._left)
        elif self._left:
            self._tell_left()
        elif not sources:
            self._empty.tell(_NONE_YET, "导入文章…")
            self.left.emit()
        elif not self._current.opening and self._page.isVisible():
            self._choose()

    def _count_elsewhere(self) -> None:
        shown = self._current.source_id
        others = (source.problems for source in self._sources if source.id != shown)
        self.elsewhere_counted.emit(sum(others))

    def go_to_doubt(self, step: int) -> bool:
        """Show the next source (1) that has open problems, or the one before (-1), if any has."""
        ids = [source.id for source in self._sources]
        shown = self._current.source_id
        here = ids.index(shown) if shown in ids else len(ids)
        round_trip = (*self._sources[here + 1 :], *self._sources[:here])
        doubtful = [source.id for source in round_trip if source.problems]
        if doubtful:
            self.wanted.emit(doubtful[0 if step > 0 else -1])
        return bool(doubtful)

    def _choose(self) -> None:
        known = [source.id for source in self._sources]
        doubtful = [source.id for source in self._sources if source.problems]
        ids = (self._current.unopened, self.last, *doubtful, *known)
        self._tell_opening()
        self.wanted.emit(next(each for each in ids if each in known))

    def _answer(self) -> None:
        """Do what the button of the empty page offers."""
        self._forget_left()
        if not self.is_listed:
            self._tell_opening()
            self.list_again()
        else:
            (self._choose if self._sources else self.import_requested.emit)()

    def _tell_left(self) -> None:
        others = [source for source in self._sources if source.id != self._left]
        self._empty.tell(_ALL_DELETED, "整理别的来源" if others else "导入文章…")

    def _tell_opening(self) -> None:
        self._empty.tell("正在打开来源…")

    def _tell_unlisted(self, error: Exception) -> None:
        self._tell_unopened()
        self.failed.emit(error)

    def _tell_unopened(self) -> None:
        if self._current.page is None and not self._left:
            self._empty.tell("来源没有打开，内容没有改动。", "再试一次")

    def _forget_left(self) -> None:
        self._left = ""
