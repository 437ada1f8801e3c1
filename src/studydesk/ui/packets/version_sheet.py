"""历史版本: what the packet was before, what has changed since, and the way back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.handout.redline import Redline, redline
from studydesk.library import Library, Reason, Version
from studydesk.services.citing import as_cited_now, as_on_record
from studydesk.services.comparing import gone_back, write_comparison
from studydesk.services.handouts import safe_name
from studydesk.ui import dialogs
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.fields import ChoiceField
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.packets.redline_view import RedlineView
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_REASONS = {
    Reason.RESTED: "",
    Reason.EXPORTED: "　导出、打印时",
    Reason.REPLACED: "　替换前",
    Reason.SIGNED: "　签字时",
}
_NOW = "现在"
_FILES = "花脸稿 (*.docx *.html)"


def moment(version: Version) -> str:
    """When a packet was so, on the user's own clock."""
    here = version.made_at.astimezone()
    year = "" if here.year == datetime.now().astimezone().year else f"{here.year}年"
    return f"{year}{here.month}月{here.day}日 {here:%H:%M}"


def _names(versions: Sequence[Version]) -> list[str]:
    """What the versions are called, no two alike."""
    names: list[str] = []
    for version in versions:
        name = f"{moment(version)}{_REASONS[version.reason]}"
        alike = sum(other.partition("（")[0] == name for other in names)
        names.append(f"{name}（{alike + 1}）" if alike else name)
    return names


class VersionSheet(Sheet):
    """The versions of the current packet, newest first; the marked one is compared with the
    packet as it is now, or with another.
    """

    failed = Signal(object)
    message = Signal(str)

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._jobs = library, current, jobs
        self._versions: Sequence[Version] = ()
        self._job: Job | None = None
        self._found: Redline | None = None
        self.setWindowTitle("历史版本")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName("历史版本")
        self.list.setProperty("ground", "surface")
        self.list.setStyleSheet("QListView::item { padding: 6px 8px; }")
        self.list.setMinimumWidth(24 * GRID)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.against = ChoiceField("与哪一版相比", {})
        self.view = RedlineView()
        self.restore_button = QPushButton("恢复到这一版")
        self.restore_button.setToolTip(
            f"整个学习包换成这一版；{native('Ctrl+Z')} 撤消，现在的也留作一版"
        )
        self.restore_button.clicked.connect(self.restore)
        self.write_button = QPushButton("存花脸稿…")
        self.write_button.setToolTip("存成 Word 文档或网页，可以打印、传看")
        self.write_button.clicked.connect(self._ask_and_write)
        self._lay_out()
        self.list.currentRowChanged.connect(self._compare)
        self.against.currentIndexChanged.connect(self._compare)
        self.finished.connect(lambda _result: self._forget_job())
        self._fill()

    def _lay_out(self) -> None:
        said = QLabel("改动停了十分钟、每干半小时，还有导出、打印和签字时，都自动留一版。")
        said.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(QLabel("与它相比："))
        head.addWidget(self.against, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([30 * GRID, 60 * GRID])
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.write_button)
        row.addStretch(1)
        row.addWidget(self.restore_button)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(said)
        layout.addWidget(splitter, 1)
        layout.addLayout(row)
        self.resize(112 * GRID, 72 * GRID)

    def _fill(self) -> None:
        packet = self._current.packet
        self._current.flush()
        try:
            self._versions = self._library.versions(packet.id) if packet else ()
        except StudyDeskError as error:
            self.failed.emit(error)
        names = _names(self._versions)
        for version, name in zip(self._versions, names, strict=True):
            title = "" if packet and version.title == packet.title else f"　{version.title}"
            item = QListWidgetItem(
                f"{name}\n{version.passages} 段 · {version.questions} 题{title}", self.list
            )
            item.setToolTip(version.title)
        self.against.set_choices({name: name for name in (_NOW, *names)})
        self.against.setCurrentIndex(0)
        for widget in (self.against, self.restore_button, self.write_button):
            widget.setEnabled(bool(self._versions))
        if not self._versions:
            self.view.setPlainText("还没有留下别的版本。学习包刚建好，接着做就会自动留。")
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def busy(self) -> bool:
        """Whether a comparison is being worked out."""
        return self._job is not None

    @property
    def version(self) -> Version | None:
        """The version that is marked."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _compare(self) -> None:
        version, packet = self.version, self._current.packet
        self._forget_job()
        if version is None or packet is None:
            return
        place = self.against.currentIndex() - 1
        other = self._versions[place] if place >= 0 else None
        self._job = self._jobs.start(
            _compared, self._library, version, other or packet, done=self._show, failed=self._fail
        )

    def _forget_job(self) -> None:
        if self._job is not None:
            self._jobs.forget(self._job)
            self._job = None

    def _show(self, found: Redline) -> None:
        self._job, self._found = None, found
        self.view.show_comparison(found)

    def _fail(self, error: Exception) -> None:
        self._job = self._found = None
        self.view.show_comparison(None)
        self.failed.emit(error)

    def restore(self) -> None:
        """Let the packet be the marked version; what it is now becomes a version, too. Where more
        than its sources differs, these are published where they are by now, which may be right
        since: that is a step by itself, to be taken back first.
        """
        version, packet = self.version, self._current.packet
        if version is None or packet is None:
            return
        try:
            earlier = gone_back(packet, self._library.version(version.number))
            self._current.keep_version(Reason.REPLACED)
            earlier = as_on_record(self._library, earlier)
            cited_now = as_cited_now(self._current.on_record, packet, earlier)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        name = f"恢复到 {moment(version)} 的版本"
        self._current.edit(name, earlier)
        told = f"按 {native('Ctrl+Z')} 撤消"
        if cited_now != packet and self._current.edit("留用现在的出处", cited_now):
            told = f"出处仍是现在的；按 {native('Ctrl+Z')} 出处也恢复"
        self.message.emit(f"已{name}，{told}。")
        self.accept()

    def _ask_and_write(self) -> None:
        if self._found is None:
            return
        name = f"{safe_name(self._found.title) or '学习包'}_花脸稿.docx"
        path = dialogs.ask_new_file(self, "存花脸稿", name, _FILES)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the comparison that is shown."""
        if self._found is not None:
            told, failed = self.message.emit, self.failed.emit
            self._jobs.start(_written, self._found, path, done=told, failed=failed, writes=bool)


def _compared(
    _progress: Progress, library: Library, version: Version, other: Version | Packet
) -> Redline:
    """The older of two states and the newer, compared."""
    packet = library.version(version.number)
    if isinstance(other, Packet):
        return redline(packet, other, moment(version), _NOW)
    another = library.version(other.number)
    if other.number < version.number:
        return redline(another, packet, moment(other), moment(version))
    return redline(packet, another, moment(version), moment(other))


def _written(_progress: Progress, found: Redline, path: Path) -> str:
    write_comparison(found, path)
    return f"花脸稿已存到 {path}"
