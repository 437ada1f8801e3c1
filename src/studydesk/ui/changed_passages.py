"""Passages whose text is another since the page was tidied: the old one and the new one, one at
a time, for the user to decide.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydesk.services.reattaching import Change
from studydesk.ui import theme
from studydesk.ui.theme import GRID

_AROUND = 24
"""Characters that are shown before and after a difference."""


class ChangedPassages(QFrame):
    """A quiet panel below the page. What was left as it is, is not asked again."""

    accepted = Signal(object)
    """Take the new text of this Change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAccessibleName("选段的原文变了")
        self._changes: list[Change] = []
        self._left: set[tuple[str, str, str]] = set()
        self.title = QLabel()
        self.old, self.new = QLabel(), QLabel()
        for label in (self.old, self.new):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.take = QPushButton("用新文")
        self.take.clicked.connect(self._accept)
        self.leave = QPushButton("保留原样")
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.old)
        column.addWidget(self.new)
        self.hide()

    def ask(self, changes: Sequence[Change]) -> None:
        """Ask about these passages, and about no others any more."""
        self._changes = [change for change in changes if _key(change) not in self._left]
        self._show()

    @property
    def change(self) -> Change | None:
        """The passage that is asked about."""
        return self._changes[0] if self._changes else None

    def _accept(self) -> None:
        change = self._changes.pop(0)
        self._show()
        self.accepted.emit(change)

    def _leave(self) -> None:
        self._left.add(_key(self._changes.pop(0)))
        self._show()

    def _show(self) -> None:
        change = self.change
        self.setVisible(change is not None)
        if change is None:
            return
        rest = f"（还有 {len(self._changes) - 1} 处）" if len(self._changes) > 1 else ""
        there = change.after is not None
        what = "里有一个选段，原文已经变了" if there else "里有一个选段，文章里已经没有它的原文"
        self.title.setText(f"“{change.packet_title}”{what}{rest}")
        after = change.after.text if change.after else ""
        old, new = difference(change.before.text, after, theme.colours(self.palette()).hit)
        self.old.setText(f"选段：{old}")
        self.new.setText(f"现文：{new}")
        self.new.setVisible(there)
        self.take.setVisible(there)


def _key(change: Change) -> tuple[str, str, str]:
    return change.packet_id, change.item_id, change.after.text if change.after else ""


def difference(old: str, new: str, colour: str) -> tuple[str, str]:
    """Two texts as HTML, what differs on a coloured ground; of long common stretches the ends."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    shown_old, shown_new = "", ""
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            common = escape(_shortened(old[a:b], at_start=a == 0, at_end=b == len(old)))
            shown_old, shown_new = shown_old + common, shown_new + common
        else:
            mark = f'<span style="background-color:{colour}">{{}}</span>'
            shown_old += mark.format(escape(old[a:b])) if a < b else ""
            shown_new += mark.format(escape(new[c:d])) if c < d else ""
    return shown_old, shown_new


def _shortened(text: str, *, at_start: bool, at_end: bool) -> str:
    head, tail = "" if at_start else text[:_AROUND], "" if at_end else text[-_AROUND:]
    return text if len(text) <= 2 * _AROUND + 2 else f"{head} … {tail}"
