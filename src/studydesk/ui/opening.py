"""A library is opened off the interface thread; the start page tells how that goes, or why not."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from studydesk.errors import Cancelled, LibraryAway, LibraryDamaged, LibraryGone, LibraryTooNew
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.start_page import StartPage
from studydesk.ui.words import messages

if TYPE_CHECKING:  # what stands on a library is loaded after the first paint
    from studydesk.library import Library, Stop

Way = Callable[[Path, Progress, "Stop"], "Library"]
"""Another way to open the library in a folder than the usual one; it may copy that first, which it
tells, and raises Cancelled where it is stopped.
"""


def open_known(folder: Path, copying: Progress, stop: "Stop") -> "Library":
    """The way to a library that was open last time, which is not made anew where it is away."""
    from studydesk.services import starting  # heavy, and not needed for the first paint

    return starting.open_known(folder, copying, stop)


def choose_library(window: QWidget) -> Path | None:
    """The folder that a user chooses for a library; asks before one is made in a folder that they
    have for other things.
    """
    from studydesk.services.starting import others_in
    from studydesk.ui import dialogs

    folder = dialogs.ask_folder(window, "选择资料库文件夹")
    others = others_in(folder) if folder is not None else 0
    if folder is None or not others:
        return folder
    may_settle = dialogs.confirm(
        window,
        f"“{folder.name or folder}”里没有资料库，要在这里新建一个吗？",
        f"这里已有 {others} 个别的文件或文件夹，它们都会原样留着，新资料库的文件放在它们旁边。"
        "若要打开原来的资料库，请取消，再选有 library.db 的那个文件夹。",
        "在这里新建",
    )
    return folder if may_settle else None


class Opening(QObject):
    """Opens one library, and brings it to who waits for it."""

    _copying = Signal(int, int)
    _preparing = Signal(int, int)

    def __init__(self, page: StartPage, jobs: Jobs) -> None:
        super().__init__(page)
        self._page, self._jobs = page, jobs
        self._stop: Stop | None = None
        self._copying.connect(page.tell_copying)
        self._preparing.connect(page.tell_preparing)

    def begin(self, folder: Path, done: "Callable[[Library], None]", way: Way | None) -> None:
        """Open the library in a folder, in the usual way or this one."""
        self._page.tell_opening()

        def work(progress: Progress) -> "Library":
            from studydesk.library import Stop  # heavy, and not needed for the first paint
            from studydesk.services import starting

            import_module("studydesk.ui.desk")  # its pages would keep the window from answering
            self._stop = Stop()
            copying = _told(progress, self._copying)
            if way is not None:
                return way(folder, copying, self._stop)
            preparing = _told(progress, self._preparing)
            return starting.open_library(folder, preparing, copying, self._stop)

        job = self._jobs.start(
            work, done=done, failed=self.tell_failure, cancelled=self._tell_cancelled
        )
        self._page.cancel_requested.connect(job.cancel)
        self._page.cancel_requested.connect(self._interrupt)

    def _interrupt(self) -> None:
        """Stop what reports no progress, too."""
        if self._stop is not None:
            self._stop.set()

    def _tell_cancelled(self) -> None:
        self._page.tell_failure(messages.sentence(Cancelled()))

    def tell_failure(self, error: Exception) -> None:
        """Say why the library is not open, and offer what can be done."""
        goes_back = isinstance(error, LibraryDamaged | LibraryGone | LibraryTooNew)
        self._page.tell_failure(messages.sentence(error), goes_back=goes_back)
        if isinstance(error, LibraryAway | LibraryGone):
            self._offer_usual(error.folder)

    def _offer_usual(self, folder: Path) -> None:
        """Offer the usual library where it is there, on a drive that may take long to answer."""

        def work() -> Path | None:
            from studydesk.services import starting

            return starting.usual_besides(folder)

        # What fails is in the log; why the library is not open stays to be read.
        self._jobs.look(work, done=self._page.offer_usual, failed=lambda _error: None)


def _told(progress: Progress, signal: SignalInstance) -> Progress:
    """Reports to a signal as well, what is new; `progress` may stop the work."""
    last = (-1, -1)

    def report(done: int, total: int) -> None:
        nonlocal last
        progress(done, total)
        if last != (done, total):
            last = done, total
            signal.emit(done, total)

    return report
