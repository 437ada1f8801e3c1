"""The tour of a newcomer: three sentences above 编排, one after the other, closed for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.key_names import native
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID

_LOW = 520
"""Pixels of a page that has no room for the tour beside what can be opened in it."""


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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAccessibleName("入门三步")
        self._steps = steps()
        self._step, self._goes_on = 0, False
        self._openers: tuple[QAbstractButton, ...] = ()
        self._place = QLabel()
        self._place.setProperty("role", "heading")
        self.sentence = Sentence()
        self.on = QPushButton()
        self.on.clicked.connect(self._go_on)
        self.never = QPushButton("不再显示")
        self.never.setProperty("role", "link")
        self.never.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._place)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.never)
        row.addWidget(self.on)
        FocusLead(self, self.on)
        self._show()
        self.hide()

    def start(self) -> None:
        """Show the first step."""
        self._step, self._goes_on = 0, True
        self._show()
        self.show()

    def give_way_to(self, *openers: QAbstractButton) -> None:
        """In a low window, not to be seen as long as one of these has opened something."""
        self._openers = openers
        for opener in openers:
            opener.toggled.connect(self._make_way)

    def _make_way(self) -> None:
        around = self.parentWidget()
        is_low = around is not None and around.height() < _LOW
        is_opened = any(opener.isChecked() for opener in self._openers)
        self.setVisible(self._goes_on and not (is_low and is_opened))

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

    def _go_on(self) -> None:
        if self._step == len(self._steps) - 1:
            self.put_away()
        else:
            self._step += 1
            self._show()

    def put_away(self) -> None:
        """Show it no more."""
        self._goes_on = False
        self.hide()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the same; elsewhere it means something else."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
