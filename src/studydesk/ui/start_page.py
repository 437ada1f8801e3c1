"""What the window shows before a library is open: that it is being opened, or why it cannot be."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydesk.ui.theme import GRID

PATIENCE = 300
"""Opening is only mentioned when it takes longer than this many milliseconds."""


class StartPage(QWidget):
    """A quiet page with a sentence, and what can be done when the library does not open."""

    again_requested = Signal()
    other_requested = Signal()
    backup_requested = Signal()
    diagnosis_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slow = QTimer(self, interval=PATIENCE, singleShot=True)
        self._slow.timeout.connect(lambda: self._tell("正在打开资料库…"))
        self.sentence = ""
        """What is being said below the title."""

    def _fill(self) -> None:
        """Make what is on the page, once it has something to say: the first paint is empty."""
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(64 * GRID)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, GRID, 0, 0)
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
        row.insertWidget(0, self._backup)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addStretch(2)
        for part in (self._title, self._sentence, self._buttons):
            column.addWidget(part)
        column.addStretch(3)
        sides = QHBoxLayout(self)  # centred by stretches: an alignment would cut wrapped lines off
        sides.addStretch()
        sides.addLayout(column)
        sides.addStretch()

    def _tell(self, title: str, sentence: str = "", *, failed: bool = False) -> None:
        if self.layout() is None:
            self._fill()
        self.sentence = sentence
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._buttons.setVisible(failed)

    def tell_opening(self) -> None:
        """Say, after a moment, that the library is being opened."""
        if self.layout() is not None:
            self._tell("")
        self._slow.start()

    def tell_failure(self, sentence: str, *, damaged: bool = False) -> None:
        """Say why the library does not open, and offer what can be done."""
        self._slow.stop()
        self._tell("资料库没有打开", sentence, failed=True)
        self._backup.setVisible(damaged)
