"""The few system dialogs that there are, with Chinese labels on every platform."""

import logging
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeDatabase, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from studydesk import paths
from studydesk.errors import FileMissing, NotOpened, StudyDeskError

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "位置：",
    QFileDialog.DialogLabel.FileName: "文件名：",
    QFileDialog.DialogLabel.FileType: "类型：",
    QFileDialog.DialogLabel.Accept: "确定",
    QFileDialog.DialogLabel.Reject: "取消",
}
"""Qt's own Chinese translation misses some of these."""

_LEAST = 280
"""Pixels of the lines of a question: its own choice is for the shortest line that can be."""

_DESKTOP_HELPER, _NOT_OPENED = "xdg-open", {3, 4}
"""What opens files on Linux, and its exit status where no program could be had for one, or where
that failed (xdg-open(1)).
"""

_ASKED = 5000
"""Milliseconds in which a desktop tells which program opens a kind of file."""

NO_PRINTER = "没有找到打印机"

PACKET_SUFFIX = ".studypack"
PACKET_FILES = f"学习包文件 (*{PACKET_SUFFIX})"


def lacks_printer() -> bool:
    """Whether nothing can be printed on: Windows' own dialog does not even open where there is no
    printer. Others let a PDF file be written.
    """
    from PySide6.QtPrintSupport import QPrinterInfo  # what few ask for

    return sys.platform == "win32" and not QPrinterInfo.availablePrinterNames()


def _dialog(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, folder: Path | None = None
) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setDirectory(str(folder if folder and folder.is_dir() else start_folder()))
    dialog.setViewMode(QFileDialog.ViewMode.List)  # the other view has words in English
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # dozens of endings are cut anyway
    for label, text in _LABELS.items():
        dialog.setLabelText(label, text)
    return dialog


def _answer(dialog: QFileDialog, kept_as: str = "") -> list[Path]:
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    files = [Path(name) for name in dialog.selectedFiles()] if chosen else []
    if files and dialog.fileMode() is QFileDialog.FileMode.ExistingFiles:
        files = list(dict.fromkeys((*_typed(dialog), *files)))
    if files:
        keep_folder(files[0] if files[0].is_dir() else files[0].parent, kept_as)
    return files


def _typed(dialog: QFileDialog) -> list[Path]:
    """The files of whose names several were typed: Qt's own dialog forgets without a word those
    that are not of the type it lists.
    """
    line = dialog.findChild(QLineEdit, "fileNameEdit")  # a system's dialog has none of it
    names = re.findall('"([^"]+)"', line.text()) if isinstance(line, QLineEdit) else []
    files = [Path(dialog.directory().filePath(name)) for name in names]
    return [file for file in files if file.is_file()]


def documents() -> Path:
    """The user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def start_folder(kept_as: str = "") -> Path:
    """Where a dialog begins: the folder that was used last, by those that keep it under a name of
    their own or by all others, while it is there; or the documents.
    """
    try:
        last = Path(_last_folder_file(kept_as).read_text("utf-8"))
    except (OSError, ValueError):  # nothing was asked for yet
        return start_folder() if kept_as else documents()
    return last if last.is_dir() else documents()


def keep_folder(folder: Path, kept_as: str = "") -> None:
    """Begin here the next time; where that cannot be kept, begin as before."""
    file = _last_folder_file(kept_as)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(folder), "utf-8")
    except (OSError, ValueError) as error:
        logging.getLogger(__name__).info("the last folder was not kept: %s", error)


def _last_folder_file(kept_as: str) -> Path:
    name = f"last-{kept_as}-folder.txt" if kept_as else "last-folder.txt"
    return paths.settings_folder() / name


def ask_files(parent: QWidget, title: str, kinds: list[str], kept_as: str = "") -> list[Path]:
    """Files that exist; empty when the user thinks better of it. Where it was last can be kept
    apart from that of other dialogs.
    """
    files = QFileDialog.FileMode.ExistingFiles
    dialog = _dialog(parent, title, files, start_folder(kept_as))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "打开")
    dialog.setNameFilters(kinds)
    return _answer(dialog, kept_as)


def ask_folder(parent: QWidget, title: str, known: Path | None = None) -> Path | None:
    """A folder, or None; begins in the one that is `known`, where it is there."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, known)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog)), None)


def ask_new_file(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """Where a new file should go, or None; asks before a file is replaced."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "保存")
    dialog.setNameFilters([kind])
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    return next(iter(_answer(dialog)), None)


def confirm(parent: QWidget, question: str, what_happens: str, yes: str) -> bool:
    """Whether the user says yes to something that cannot be undone."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("学习台")
    box.setText(question)
    box.setInformativeText(what_happens)
    box.setStyleSheet(f"QLabel#qt_msgbox_informativelabel {{ min-width: {_LEAST}px; }}")
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is accept


def open_path(path: Path, failed: Callable[[StudyDeskError], object] | None = None) -> None:
    """Open a file or folder with the system's own program. Raises FileMissing where it is gone,
    and NotOpened where there is no program for it; where the system says so only later, `failed`
    is told.
    """
    if not path.exists():
        raise FileMissing(path)
    helper = _DESKTOP_HELPER if QGuiApplication.platformName() in {"xcb", "wayland"} else ""
    if failed is not None and helper and shutil.which(helper):
        _ask_helper(helper, path, failed)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise NotOpened(path)


def has_program(path: Path) -> bool:
    """Whether the system has a program that opens such a file, as far as its desktop can be asked:
    that takes part of a second.
    """
    if QGuiApplication.platformName() not in {"xcb", "wayland"}:
        return True
    if not shutil.which(_DESKTOP_HELPER):
        return False
    kind = QMimeDatabase().mimeTypeForFile(str(path))
    return any(map(_opens_kind, (kind.name(), *kind.aliases())))


def _opens_kind(kind: str) -> bool:
    process = QProcess()
    process.start("xdg-mime", ["query", "default", kind])
    if not process.waitForFinished(_ASKED):
        return True  # nobody knows; where it goes wrong, that is told by the system
    return bool(process.readAllStandardOutput().trimmed())


def _ask_helper(helper: str, path: Path, failed: Callable[[StudyDeskError], object]) -> None:
    """Qt asks the same helper of Linux desktops, but takes no notice of what it answers."""
    process = QProcess(QGuiApplication.instance())

    def end(code: int, _status: QProcess.ExitStatus) -> None:
        process.deleteLater()
        if code in _NOT_OPENED:
            failed(NotOpened(path))

    process.finished.connect(end)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.start(helper, [str(path)])
