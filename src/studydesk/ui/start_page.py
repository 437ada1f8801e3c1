"""What the window shows before a library is open: that it is being opened, or why it cannot be."""

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.ui.theme import GRID

PATIENCE = 300
"""Opening is only mentioned when it takes longer than this many milliseconds."""


class StartPage(QWidget):
    """A quiet page with a sentence, and what can be done when the library does not open."""

    again_requested = Signal()
    other_requested = Signal()
    usual_requested = Signal()
    backup_requested = Signal()
    diagnosis_requested = Signal()
    quit_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slow = QTimer(self, interval=PATIENCE, singleShot=True)
        self._slow.timeout.connect(lambda: self._tell("正在打开资料库…"))
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit_requested.emit)  # no menu is there yet
        self.sentence = ""
        """What is being said below the title."""

    def _fill(self) -> None:
        """Make what is on the page, once it has something to say: the first paint is empty."""
        middle = QtCore.Qt.AlignmentFlag.AlignHCenter
        self._title = QLabel()
        self._title.setAlignment(middle)
        self._title.setProperty("role", "title")
        self._sentence = QLabel()
        self._sentence.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(middle)
        self._sentence.setFixedWidth(64 * GRID)
        self._sentence.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, GRID, 0, 0)
        row.addStretch()
        for text, signal in (
            ("再试一次", self.again_requested),
            ("另选资料库…", self.other_requested),
            ("存诊断包…", self.diagnosis_requested),
            ("退出", self.quit_requested),
        ):
            button = QPushButton(text)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._backup = QPushButton("从备份恢复…")
        self._backup.setProperty("role", "primary")
        self._backup.clicked.connect(self.backup_requested)
        row.insertWidget(1, self._backup)
        self._usual = QPushButton("打开默认资料库")
        self._usual.clicked.connect(self.usual_requested)
        row.insertWidget(2, self._usual)
        self._usual.hide()
        row.addStretch()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._cancel = QPushButton("取消")
        self._cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addStretch(2)
        said = QHBoxLayout()
        said.addStretch()
        said.addWidget(self._sentence)
        said.addStretch()
        column.addWidget(self._title)
        column.addLayout(said)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)
        column.addWidget(self._cancel, alignment=middle)
        column.addStretch(3)
        sides = QHBoxLayout(self)  # centred by stretches: an alignment would cut wrapped lines off
        sides.addStretch()
        sides.addLayout(column)
        sides.addStretch()

    def _tell(
        self,
        title: str,
        sentence: str = "",
        *,
        failed: bool = False,
        goes_on: bool = False,
        can_stop: bool = False,
    ) -> None:
        if self.layout() is None:
            self._fill()
        self.sentence = sentence
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._buttons.setVisible(failed)
        self._bar.setVisible(goes_on)
        self._cancel.setVisible(can_stop)

    def tell_opening(self) -> None:
        """Say, after a moment, that the library is being opened."""
        if self.layout() is not None:
            self._tell("")
        self._slow.start()

    def tell_preparing(self, done: int, total: int) -> None:
        """Say how far a new library is filled with what comes with the program."""
        self._slow.stop()
        self._tell("正在准备自带的文章…", "只有第一次打开要等这几秒钟。", goes_on=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def tell_copying(self, done: int, total: int) -> None:
        """Say how far a library is copied before it is brought up to date, or another takes its
        place; that can be stopped.
        """
        self._slow.stop()
        why = "升级和恢复以前都先备份，资料库越大越久。取消的话，资料库还是原来的样子。"
        self._tell("正在复制资料库…", why, goes_on=True, can_stop=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def tell_failure(self, sentence: str, *, goes_back: bool = False) -> None:
        """Say why the library does not open, and offer what can be done: where it `goes_back`,
        also one of its backups.
        """
        self._slow.stop()
        self._tell("资料库没有打开", sentence, failed=True)
        self._backup.setVisible(goes_back)

    def offer_usual(self, usual: Path | None) -> None:
        """Offer for now the usual library, where that is in this folder, from now on."""
        if usual is not None:
            self._usual.setVisible(True)
            self._usual.setToolTip(f"只这一次用“{usual}”，下次打开的资料库不变")
