"""The tour of a newcomer: three sentences, one after the other, closed for good. They lie on the
printed page: whatever is used stays where it is when they come and go.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.key_names import native
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID


def steps() -> tuple[tuple[str, str], ...]:
    """Where to look, and what can be done there."""
    return (
        ("左边排内容", "导读、选段、思考题按次序列着；拖动换位置，“＋ 内容”添加。"),
        ("中间改", f"左边点哪一项，就在中间改哪一项；改了马上保存，{native('Ctrl+Z')} 撤消。"),
        ("右边就是打印的样子", "上面换版本和版式；下面“导出”成文件，或者直接“打印”。"),
    )


class Tour(QFrame):
    """One step at a time; not seen until it is started."""

    finished = Signal()
    """The user has seen it, or does not want to."""

    def __init__(self, paper: QWidget, home: QWidget) -> None:
        """It lies at the foot of `paper`, while there is room for it. The keys that it had go back
        where they were, or `home` where they cannot.
        """
        super().__init__(paper)
        self._paper = paper
        self._home = self._before = home
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_before)
        self.setProperty("card", True)
        self.setAccessibleName("入门三步")
        self._steps = steps()
        self._step, self._goes_on = 0, False
        self._place = QLabel()
        self._place.setProperty("role", "heading")
        self.sentence = Sentence()
        self.on = QPushButton()
        self.on.clicked.connect(self._go_on)
        self.never = QPushButton("不再显示")
        self.never.setProperty("role", "link")
        self.never.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.never)
        buttons.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self._place)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        paper.installEventFilter(self)
        FocusLead(self, self.on)
        self._show()

    def start(self) -> None:
        """Show the first step."""
        self._step, self._goes_on = 0, True
        self._show()

    def eventFilter(self, paper: QObject, event: QEvent) -> bool:
        """Stay at the foot of the page."""
        if event.type() is QEvent.Type.Resize:
            self._lie_down()
        return super().eventFilter(paper, event)

    def _lie_down(self) -> None:
        """Not to be seen as long as what is opened leaves the page too little room."""
        room = self._paper.rect().adjusted(GRID, GRID, -2 * GRID, -GRID)
        height = self.heightForWidth(room.width())
        self.setGeometry(room.left(), room.bottom() + 1 - height, room.width(), height)
        self.setVisible(self._goes_on and height <= room.height())
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """What was seen once does not come again at the next start."""
        super().showEvent(event)
        self.finished.emit()

    def _show(self) -> None:
        place, sentence = self._steps[self._step]
        self._place.setText(f"{self._step + 1}/{len(self._steps)}　{place}")
        self.sentence.setText(sentence)
        last = self._step == len(self._steps) - 1
        self.on.setText("知道了" if last else "下一步")
        self.never.setVisible(not last)
        self._lie_down()

    def _go_on(self) -> None:
        if self._step == len(self._steps) - 1:
            self.put_away()
        else:
            self._step += 1
            self._show()

    def _note_before(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None and self.isAncestorOf(now):
            self._before = self._before if self.isAncestorOf(before) else before

    def _give_keys_back(self) -> None:
        """Else Qt gives them to whatever comes next, and scrolls there."""
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            can_have_them = isValid(self._before) and self._before.isVisible()
            (self._before if can_have_them else self._home).setFocus()

    def put_away(self) -> None:
        """Show it no more."""
        self._goes_on = False
        self._give_keys_back()
        self.hide()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the same; elsewhere it means something else."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
