"""Files that the system hands over, packets to be opened and others to be imported: on the command
line, by a double click, or from a second start, which leaves the work to the window that has the
library open already.

A window shows that it is there by a folder of its own; a second start puts a note into it. This
works on every system, and without any socket.
"""

import json
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QFileSystemWatcher, QObject
from PySide6.QtWidgets import QApplication, QLabel

from studydesk import paths
from studydesk.errors import StudyDeskError
from studydesk.files import write_file
from studydesk.ui.theme import GRID

if TYPE_CHECKING:
    from studydesk.ui.main_window import MainWindow

PATIENCE = 3.0
"""Seconds that a second start waits for its note to be taken."""

_SOON = 0.3
"""Seconds after which its user wonders whether anything happens."""

NOTE = ".note"


def hand_over(
    library: Path,
    files: Sequence[Path],
    wait: Callable[[], object] = lambda: None,
    *,
    for_now: Path | None = None,
) -> bool:
    """Let the window that has a library open show itself and open files, or where that library is
    away the one that has this other open for now; False where there is none, or where it does not
    answer. Where it takes its time, `wait` is called again and again.
    """
    if not any(_doors().glob("*")):  # as at most starts, which need not ask any further
        return False
    if for_now and _door(for_now).is_dir() and not paths.has_library(library):
        library = for_now
    door = _door(library)
    if not door.is_dir() or not library.is_dir() or not _in_use(library):
        return False
    note = door / f"{os.urandom(16).hex()}{NOTE}"
    try:
        write_file(note, json.dumps([str(file.absolute()) for file in files]).encode())
    except StudyDeskError:
        return False
    begun = time.monotonic()
    while note.exists() and (waited := time.monotonic() - begun) < PATIENCE:
        if waited > _SOON:
            wait()
        time.sleep(0.02)
    taken = not note.exists()
    note.unlink(missing_ok=True)
    return taken


class Calling(QLabel):
    """Says that the window that is open is called, while that takes its time."""

    def wait(self) -> None:
        """Be seen. What it says is not laid out before: that loads typefaces, and most starts need
        none so early.
        """
        if self.isHidden():
            self.setText("学习台已经开着，正在请它出来……")
            self.setWindowFlag(QtCore.Qt.WindowType.SplashScreen)
            self.setMargin(4 * GRID)
            self.adjustSize()
            self.move(self.screen().availableGeometry().center() - self.rect().center())
            self.show()
        QApplication.processEvents()


class HandedFiles(QObject):
    """Opens in a window what is handed over while it is there."""

    def __init__(self, window: "MainWindow", files: Sequence[Path] = ()) -> None:
        super().__init__(window)
        self._window, self._waiting = window, list(files)
        self._door: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._take_notes)
        window.entered.connect(self._enter)

    def open(self, files: Sequence[Path]) -> None:
        """Show the window, and open files as soon as it has a library."""
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        if self._window.desk is None:
            self._waiting += files
        elif files:
            self._window.desk.take_files(files)

    def close(self) -> None:
        """Be there no longer for second starts."""
        if self._door is not None:
            self._watcher.removePath(str(self._door))
            with suppress(OSError):  # a note that came too late; the next window will do
                self._door.rmdir()
            self._door = None

    def _enter(self) -> None:
        """Be there for those who would open this library."""
        self.close()
        desk = self._window.desk
        if desk is None:
            return
        door = _door(desk.library.folder)
        with suppress(OSError):  # a home that cannot be written: second starts are refused then
            door.mkdir(parents=True, exist_ok=True)
            self._watcher.addPath(str(door))
            self._door = door
        files, self._waiting = self._waiting, []
        if files:
            desk.take_files(files)
        self._take_notes()  # a window that died may have left its door, and somebody waits there

    def _take_notes(self) -> None:
        for note in sorted(self._door.glob(f"*{NOTE}")) if self._door else ():
            files = [Path(file) for file in json.loads(note.read_bytes())]
            note.unlink()
            self.open(files)


def _doors() -> Path:
    """Where each window has its folder."""
    return paths.cache_folder() / "windows"


def _door(library: Path) -> Path:
    """The folder that a window on a library has while it is there."""
    from hashlib import blake2b  # the first paint does without it

    name = os.path.normcase(os.path.realpath(library))
    key = blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return _doors() / key


def _in_use(library: Path) -> bool:
    """Whether any process has the library open; else its window has died and left its folder."""
    from studydesk.library.lock import is_held

    return is_held(library)
