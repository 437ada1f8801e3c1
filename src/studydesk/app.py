"""Builds the window and everything behind it. The first paint comes before anything heavy."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from studydesk import paths
from studydesk.errors import DisplayMissing
from studydesk.ui.first_paint import AfterFirstPaint
from studydesk.ui.garbage import GarbageCollector
from studydesk.ui.handed_files import Calling, HandedFiles, hand_over
from studydesk.ui.main_window import MainWindow
from studydesk.ui.qt_words import QtWords
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance
from studydesk.ui.words import messages

SWITCH_INTERVAL = 0.0001
"""Seconds for which another thread keeps the interface thread waiting for the interpreter. Many a
call of Qt has it wait anew: by the millisecond, showing the pages of an edit took twice as long.
"""

LOG_SIZE = 1_000_000
"""The log is turned over at this many bytes; one old file is kept."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window on a library and stay until it is closed; the exit status."""
    asked = _parse(sys.argv[1:] if arguments is None else arguments)
    if not has_display():
        sys.stderr.write(f"{messages.sentence(DisplayMissing())}\n")
        return 1
    prepare_input_method()
    application = make_application()
    collector = interrupt_little(application)
    settings = Settings(paths.settings_folder() / "window.json")
    folder = library_to_open(asked.library, settings)
    if is_handed_over(folder, asked):
        return 0
    window = MainWindow(settings, Appearance(application, settings.choices.appearance))
    window.entered.connect(collector.begin_anew)
    collector.wait_for(lambda: window.jobs.busy)
    handed = HandedFiles(window, asked.files)
    application.file_opened.connect(lambda file: handed.open([Path(file)]))
    application.aboutToQuit.connect(handed.close)

    def begin() -> None:
        keep_log(window)
        window.open_again(folder, for_now=asked.library is not None)

    AfterFirstPaint(window, begin)
    window.show()
    status = application.exec()
    if window.works_on:
        end_at_once(status)
    return status


def is_handed_over(folder: Path, asked: argparse.Namespace) -> bool:
    """Whether the window that is open on the folder, or for now in its place, took the files that
    were asked for; that it is called is seen.
    """
    calling = Calling()
    for_now = paths.default_library() if asked.library is None else None
    taken = hand_over(folder, asked.files, calling.wait, for_now=for_now)
    calling.close()
    return taken


def end_at_once(status: int) -> None:
    """End the program though a thread of it works on: Python would wait for that. It holds nothing
    by then that its end could harm, as a library outlives even a kill.
    """
    logging.shutdown()
    os._exit(status)


def interrupt_little(application: QApplication) -> GarbageCollector:
    """Let neither other threads nor looking for garbage hold the interface thread long; what looks
    for garbage from now on.
    """
    sys.setswitchinterval(SWITCH_INTERVAL)
    return GarbageCollector(application)


def has_display() -> bool:
    """Whether there is something to show a window on; without it Qt would abort, in English."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class Application(QApplication):
    """Tells of files that macOS hands over for a double click."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take what is sent to the application itself."""
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def make_application() -> Application:
    """The application in Chinese, in the style that is drawn alike everywhere, under its name and
    icon.
    """
    application = Application([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("StudyDesk")
    application.setApplicationDisplayName("学习台")
    application.setDesktopFileName("studydesk")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "studydesk.svg")))
    speak_chinese(application)
    return application


def speak_chinese(application: QApplication) -> None:
    """Let Qt's own words, dates and numbers be Chinese, whatever the system speaks."""
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    QLocale.setDefault(chinese)
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(chinese, "qtbase", "_", folder):
        application.installTranslator(translator)
    application.installTranslator(QtWords(application))


def prepare_input_method() -> None:
    """Qt's own packages bring no fcitx plugin; fcitx answers the ibus protocol as well."""
    if os.environ.get("QT_IM_MODULE") in {"fcitx", "fcitx5"}:
        os.environ["QT_IM_MODULE"] = "ibus"


def keep_log(window: MainWindow) -> None:
    """Write faults of the program down, and tell the user of an unexpected one calmly."""
    from logging.handlers import RotatingFileHandler  # sockets and more, not for the first paint

    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "studydesk.log"
        handlers = [RotatingFileHandler(file, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8")]
    except OSError:  # a home that cannot be written: the standard error stream has to do
        pass
    logging.basicConfig(handlers=handlers, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("studydesk").setLevel(logging.INFO)  # of libraries, what they warn of

    def unexpected(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            window.tell_failure(error)

    sys.excepthook = unexpected


def library_to_open(asked: Path | None, settings: Settings) -> Path:
    """The folder that was asked for, or the library that was open last, wherever that is by now:
    only who never had one gets the usual one.
    """
    if asked is not None:
        return asked.absolute()
    last = settings.choices.library
    return Path(last) if last else paths.default_library()


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="studydesk", description="学习台：打开窗口")
    parser.add_argument("--library", type=Path, metavar="DIR", help="资料库文件夹")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="要打开的学习包、要导入的文章"
    )
    return parser.parse_args(arguments)
