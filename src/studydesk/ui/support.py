"""The help menu's way to a maintainer and to a later version: 存诊断包, 检查更新包. Both are files
that the user carries; nothing goes over a network.
"""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk import __version__
from studydesk.errors import NotOpened, StudyDeskError
from studydesk.services.diagnosis import write_diagnosis
from studydesk.services.updating import CHECKSUMS, Update, look_at
from studydesk.ui import dialogs
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID
from studydesk.ui.words.diagnosis_words import about_diagnosis

_KIND = "诊断包 (*.zip)"
_PACKAGES = "学习台安装包 (studydesk*)"


class Support(QObject):
    """What the window does for its user when something is amiss, or out of date."""

    message = Signal(str)
    """A sentence for the user."""
    failed = Signal(object)
    """An error to tell the user."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_for_diagnosis(self, desk: Desk | None, jobs: Jobs) -> None:
        """Say what is in the file, and let it be written; `desk` is None where no library is
        open.
        """
        packet = desk.current.packet if desk is not None else None
        sheet = DiagnosisSheet(self._window, can_have_packet=packet is not None)

        def write() -> None:
            self._write(desk, jobs, packet.id if packet and sheet.with_packet.isChecked() else None)

        sheet.accepted.connect(write)
        sheet.open()

    def _write(self, desk: Desk | None, jobs: Jobs, packet_id: str | None) -> None:
        name = f"学习台诊断包{date.today():%Y%m%d}.zip"  # noqa: DTZ011 - the user's own day
        path = dialogs.ask_new_file(self._window, "存诊断包", name, _KIND)
        if path is None:
            return
        if desk is not None and not desk.flush():
            packet_id = None  # what could not be saved is told already
        library = desk.library if desk is not None else None
        screen = _screen(self._window)

        def work(_progress: Progress) -> Path:
            return write_diagnosis(
                path, library, about=about_diagnosis, screen=screen, packet_id=packet_id
            )

        jobs.start(work, done=self._tell_written, failed=self.failed.emit, writes=bool)

    def _tell_written(self, path: Path) -> None:
        self.message.emit(f"诊断包已存为“{path.name}”，可以发给维护者了。")

    def ask_for_update(self, jobs: Jobs) -> None:
        """Let a package be chosen, and say what it would bring."""
        for path in dialogs.ask_files(self._window, "选下载好的安装包", [_PACKAGES])[:1]:
            jobs.start(partial(_look, path), done=self._offer, failed=self.failed.emit)

    def _offer(self, found: tuple[Update, bool]) -> None:
        update, has_program = found
        sheet = UpdateSheet(update, self._window)
        sheet.accepted.connect(partial(self._install, update, has_program=has_program))
        sheet.open()

    def _install(self, update: Update, *, has_program: bool) -> None:
        """Hand over to the system; a program cannot be replaced while it runs. It stays where
        nothing is there to go on.
        """
        try:
            if update.unpacked:
                dialogs.open_path(update.path.parent, self.failed.emit)
            elif not has_program:
                self.failed.emit(NotOpened(update.path))
            elif self._window.close():
                dialogs.open_path(update.path)
        except StudyDeskError as error:
            self.failed.emit(error)


def _look(path: Path, _progress: Progress) -> tuple[Update, bool]:
    """What a package would bring, and whether the system has a program that installs it."""
    update = look_at(path)
    return update, update.unpacked or dialogs.has_program(path)


def _screen(window: QWidget) -> dict[str, object]:
    screens = QGuiApplication.screens()
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "window": [window.width(), window.height()],
        "screens": [
            [s.size().width(), s.size().height(), s.devicePixelRatio(), s.logicalDotsPerInch()]
            for s in screens
        ],
    }


class _Asking(Sheet):
    """Some lines, and two buttons: do it, or do not."""

    def __init__(self, title: str, lines: tuple[str, ...], yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)
        for text in lines:
            line = QLabel(text)
            line.setWordWrap(True)
            line.setMinimumWidth(52 * GRID)
            line.setTextFormat(Qt.TextFormat.PlainText)
            self.column.addWidget(line)
        self.take = QPushButton(yes)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        leave = QPushButton("取消")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.take)
        row.addWidget(leave)
        self.column.addSpacing(GRID)
        self.column.addLayout(row)


class DiagnosisSheet(_Asking):
    """What a 诊断包 has in it; the user's own words only where that is ticked."""

    def __init__(self, parent: QWidget, *, can_have_packet: bool) -> None:
        lines = (
            "学习台出了毛病，就存一个诊断包发给维护者。",
            "里面有：程序和系统的版本、几项设置、资料库里各有多少、程序出错的位置。",
            "没有：文章和学习包里的字、文件名、姓名。",
        )
        super().__init__("存诊断包", lines, "存到…", parent)
        self.with_packet = QCheckBox("把现在的学习包和完整的日志也放进去（里面有您写的话）")
        self.with_packet.setEnabled(can_have_packet)
        self.column.insertWidget(len(lines), self.with_packet)


class UpdateSheet(_Asking):
    """What a package would bring, and how sure that is."""

    def __init__(self, update: Update, parent: QWidget) -> None:
        super().__init__("检查更新包", tuple(lines_of(update)), _YES[update.unpacked], parent)


_YES = {False: "退出并安装", True: "打开所在文件夹"}


def lines_of(update: Update) -> list[str]:
    """What is told of a package."""
    whole = (
        "文件完整，和校验文件一致。"
        if update.checked
        else f"旁边没有校验文件 {CHECKSUMS}，没法核对文件是否完整、是否被改过。"
        "请确认安装包是从可靠的地方得到的。"
    )
    how = (
        "这是解开就能用的：先退出学习台，再解开它，换掉原来的文件夹。"
        if update.unpacked
        else "退出学习台以后，由系统接着安装。"
    )
    return [
        f"“{update.path.name}”是学习台 {update.version}，现在用的是 {__version__}。",
        whole,
        f"{how}资料库不会动。",
    ]
