"""Bringing articles into the library from files and from the clipboard."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studydesk.errors import Cancelled, StudyDeskError
from studydesk.files import is_folder
from studydesk.library import Library
from studydesk.services.importable_files import readable_suffixes
from studydesk.services.importing import (
    ImportResult,
    Outcome,
    import_files,
    import_paste,
)
from studydesk.services.unfinished_imports import ImportRecord, forget_packet
from studydesk.ui import dialogs
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.key_names import native

_Work = Callable[[Progress], list[ImportResult]]

_FEW = 40
"""Characters in one line that are hardly an article."""


class _Import(NamedTuple):
    """What is to be imported, its record, and the packets that were handed over with it."""

    what: str
    work: _Work
    record: ImportRecord | None = None
    packs: Sequence[Path] = ()


class ArticleImport(QObject):
    """Imports off the interface thread; one result for each file. Packets are opened elsewhere."""

    done = Signal(list)
    """What became of each file: ImportResults."""
    files_chosen = Signal(list)
    """These files are to be taken in: articles, and packets among them."""
    packs_left = Signal(list)
    """All is imported that these packet files came with; they are to be opened now."""
    failed = Signal(object)
    cancelled = Signal()
    message = Signal(str)
    work_started = Signal(str, object)

    def __init__(self, library: Library, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._library, self._jobs, self._page = library, jobs, page
        self._waiting: deque[_Import] = deque()
        self._results: list[ImportResult] = []
        self._packs: list[Path] = []
        self._to_tell: list[_Import] = []
        """Imports whose outcome is told once nothing waits any more."""
        self._is_on = False

    def ask(self) -> None:
        """Ask for files and import them."""
        suffixes = (*readable_suffixes(), dialogs.PACKET_SUFFIX)
        endings = " ".join(f"*{suffix}" for suffix in suffixes)
        kinds = [f"所有能读的文件 ({endings})", "所有文件 (*)"]
        files = dialogs.ask_files(self._page, "导入文章", kinds, "import")
        if files:
            self.files_chosen.emit(files)

    def take_files(self, files: Sequence[Path], packs: Sequence[Path] = ()) -> None:
        """Import these files, and what is in folders among them; the packet files that came with
        them are left when nothing waits any more, unless it is cancelled. They are on record from
        now on: their turn may be long in coming.
        """
        record = ImportRecord(self._library)
        record.begin(files)
        record.note({pack: [] for pack in packs})

        def work(progress: Progress) -> list[ImportResult]:
            return import_files(self._library, files, progress, record)

        several = any(map(is_folder, files))  # how many there are is told by the lines
        what = "正在导入文件夹" if several else f"正在导入 {len(files)} 个文件"
        self._start(_Import(what, work, record, packs))

    def take_pasted(self) -> None:
        """Import what is on the clipboard, asked for where words may have been meant to be
        written: a few words are no article.
        """
        words = _clipboard().text().strip()
        if 0 < len(words) < _FEW and "\n" not in words and not _copied_files():
            self.message.emit(
                f"“{words}”太短，没有收为文章。要搜索，先按 {native('Ctrl+K')}；"
                f"一定要收，按 {native('Ctrl+Shift+V')}。"
            )
        else:
            self.take_clipboard()

    def take_clipboard(self) -> None:
        """Import what is on the clipboard: files, or text."""
        data, files = _clipboard(), _copied_files()
        text, html = data.text(), data.html()
        if files:
            self.files_chosen.emit(files)
        elif text.strip():
            self._start(
                _Import(
                    "正在导入粘贴的文字",
                    lambda progress: [import_paste(self._library, text, html, progress)],
                )
            )
        else:
            self.message.emit("剪贴板里没有文字。先复制版面文字，再粘贴。")

    def _start(self, wanted: _Import) -> None:
        """Do this, after what is being imported already."""
        self._waiting.append(wanted)
        if self._is_on:
            self.message.emit("还在导入前面的；做完就接着导入这一次的。")
        else:
            self._go_on()

    def _go_on(self) -> None:
        self._is_on = bool(self._waiting)
        if not self._is_on:
            return
        this = self._waiting.popleft()
        self._jobs.start(
            this.work,
            done=partial(self._take, this),
            failed=partial(self._fail, this),
            cancelled=partial(self._cancel, this),
            started=partial(self.work_started.emit, this.what),
        )

    def _take(self, this: _Import, results: list[ImportResult]) -> None:
        stopped = next((each.error for each in results if isinstance(each.error, Cancelled)), None)
        if stopped is not None and this.record is not None:
            self._strike(this.record, _not_cancelled(results))
            results += [_refused(pack, stopped) for pack in this.packs]
            this = this._replace(packs=())
        self._results += results
        self._packs += this.packs
        self._to_tell.append(this)
        self._end(lambda: None)

    def _fail(self, this: _Import, error: Exception) -> None:
        """What a fault of ours ends stays on record."""
        self._packs += this.packs
        self._end(partial(self.failed.emit, error))

    def _cancel(self, this: _Import) -> None:
        """What its user does not want is on record no longer, whatever still waits."""
        if this.record is not None:
            self._strike(this.record)
        self._end(self.cancelled.emit)

    def _end(self, tell: Callable[[], object]) -> None:
        """Tell of everything once nothing waits any more: what came first would be seen no time."""
        results, packs = ([], []) if self._waiting else (self._results, self._packs)
        try:
            if results:
                self._results = []
                self.done.emit(results)
            tell()
            if packs:
                self._packs = []
                self.packs_left.emit(packs)
            if not self._waiting:
                self._close_records()
        finally:
            self._go_on()

    def _close_records(self) -> None:
        """What came of all that was imported was told; the packets are still to be opened."""
        told, self._to_tell = self._to_tell, []
        for each in told:
            if each.record is not None:
                self._strike(each.record, each.packs)

    def strike_pack(self, pack: Path) -> None:
        """What came of opening a packet file was told."""
        self._jobs.start(
            lambda _progress: forget_packet(self._library, pack),
            done=lambda _nothing: None,
            failed=self.failed.emit,
        )

    def _strike(self, record: ImportRecord, left: Sequence[Path] = ()) -> None:
        """Let an import be on record no longer, but for the files that are left to be told of."""
        self._jobs.start(
            lambda _progress: record.close(left),
            done=lambda _nothing: None,
            failed=self.failed.emit,
        )


def _not_cancelled(results: Sequence[ImportResult]) -> list[Path]:
    return [each.path for each in results if each.path and not isinstance(each.error, Cancelled)]


def _refused(pack: Path, error: StudyDeskError) -> ImportResult:
    return ImportResult(pack.name, Outcome.REFUSED, error=error, path=pack)


def _clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData() or QMimeData()  # None where it is empty


def _copied_files() -> list[Path]:
    return [Path(url.toLocalFile()) for url in _clipboard().urls() if url.isLocalFile()]
