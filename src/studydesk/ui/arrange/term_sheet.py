"""名词表: the terms that a library always looks for, those it never names, and what it found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.services.terms import TermLists
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.sentence import Sentence
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_LOOKING = "正在从文章里找新词……"
_NONE_NEW = "没有找到新词；文章多了再来看。"
_NEW = "资料库里常说、词表里没有的词。选中后点“置顶”或“隐藏”。"


class TermSheet(Sheet):
    """Two lists to write in, a term a line, and the discovered terms to choose from."""

    kept = Signal(list, list)
    """Keep these as pinned and these as hidden."""

    def __init__(self, lists: TermLists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("名词表")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pinned = _edit("置顶的名词")
        self.hidden = _edit("隐藏的名词")
        self._own_undo = {edit: OwnUndo(edit) for edit in (self.pinned, self.hidden)}
        self.pinned.setPlainText("\n".join(lists.pinned))
        self.hidden.setPlainText("\n".join(lists.hidden))
        self._kept = self._written()
        self._offered: Sequence[str] = lists.offered
        self._changed = self.pinned
        for edit in (self.pinned, self.hidden):
            edit.textChanged.connect(partial(self._follow, edit))
        self.found = QListWidget()
        self.found.setAccessibleName("新发现的词")
        self.found.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.about = Sentence(_LOOKING, "muted")
        self.pin_button = QPushButton("置顶")
        self.hide_button = QPushButton("隐藏")
        self.pin_button.clicked.connect(lambda: self._move(self.pinned))
        self.hide_button.clicked.connect(lambda: self._move(self.hidden))
        self.buttons = self.keep_or_leave(self._keep)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for column, (heading, widget) in enumerate(
            (
                ("置顶：总会列出", self.pinned),
                ("隐藏：不再列出", self.hidden),
                ("新发现", self.found),
            )
        ):
            grid.addWidget(QLabel(heading), 0, column)
            grid.addWidget(widget, 1, column)
            widget.setMinimumSize(22 * GRID, 32 * GRID)
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.pin_button)
        row.addWidget(self.hide_button)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column_layout.setSpacing(GRID)
        column_layout.addLayout(grid, 1)
        column_layout.addLayout(row)
        column_layout.addWidget(self.buttons)

    def show_found(self, lists: TermLists) -> None:
        """Show what was discovered, without what stands in the lists by now."""
        self._offered = lists.offered
        self._show()
        self.about.setText(_NEW if self.found.count() else _NONE_NEW)

    def _show(self) -> None:
        """List what was discovered and stands in neither list."""
        taken = {*_lines(self.pinned), *_lines(self.hidden)}
        terms = [term for term in self._offered if term not in taken]
        if terms != [self.found.item(row).text() for row in range(self.found.count())]:
            self.found.clear()
            self.found.addItems(terms)
        for button in (self.pin_button, self.hide_button):
            button.setEnabled(bool(terms))

    def _follow(self, edit: QPlainTextEdit) -> None:
        self._changed = edit
        self._show()

    def take_step(self, step: str) -> None:
        """From outside the lists: in the one that was changed last."""
        self._changed.setFocus()
        self._own_undo[self._changed].take(step)

    def _move(self, to: QPlainTextEdit) -> None:
        """Write the marked terms into a list, as if they were typed."""
        terms = [line.text() for line in self.found.selectedItems()]
        if not terms:
            return
        end = QTextCursor(to.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        is_new_line = end.atBlockStart()
        end.insertText(("" if is_new_line else "\n") + "\n".join(terms))

    def _written(self) -> tuple[list[str], list[str]]:
        return _lines(self.pinned), _lines(self.hidden)

    def unkept(self) -> object:
        """The lists as they are written by now, where they are others."""
        written = self._written()
        return None if written == self._kept else written

    def tell_unkept(self, sentence: str) -> None:
        """Say it where it is said what was found."""
        self.about.setText(sentence)
        self.buttons.buttons()[0].setFocus()

    def _keep(self) -> None:
        self.kept.emit(*self._written())
        self.accept()


def _edit(name: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText("一行一个")
    edit.setProperty("field", True)
    edit.setTabChangesFocus(True)
    return edit


def _lines(edit: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in edit.toPlainText().split("\n") if line.strip()]
