"""The middle panel: the editor of the item that is current in the outline."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.ui.arrange.caret_area import CaretArea
from studydesk.ui.arrange.editors import EDITORS
from studydesk.ui.arrange.editors.base import FormEditor, ItemEditor
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words.item_kinds import KINDS, labels

_REST = 1000
"""Milliseconds for which there is nothing until the editor is made that the first passage will
need: it takes as long to make as to add all else, and nobody waits for it then.
"""
_LEAST, _LEAST_PASSAGE = 8 * GRID, 13 * GRID
"""Pixels of the editor that are always in sight: of a passage a line, and what goes in there."""


class ItemPanel(QWidget):
    """Keeps one editor for each kind of item and shows the one that is needed."""

    edited = Signal(object, str)
    """The current item shall be this; name of the field, or empty for a step of its own."""
    cite_requested = Signal(str, object)
    source_requested = Signal(str, int, int)
    plan_requested = Signal()
    """Fill the current agenda from the plan."""
    message = Signal(str)
    """A sentence for the status line."""
    start_requested = Signal()
    """The one button of the empty state was pressed."""
    left = Signal()
    """What had the keys here went away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[type[Item], ItemEditor] = {}
        self._ahead = QTimer(self, interval=_REST, singleShot=True)
        self._ahead.timeout.connect(lambda: self._editor(PassageItem))
        self.editor: ItemEditor | None = None
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.purpose = QLabel()
        self.purpose.setProperty("role", "muted")
        self._body = QWidget()
        self._body.setProperty("ground", "surface")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(2 * GRID, 0, 2 * GRID, 2 * GRID)
        self._area = CaretArea(self._body)
        self._area.setMinimumHeight(_LEAST)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        head.addWidget(self.title)
        head.addSpacing(GRID)
        head.addWidget(self.purpose, 1)
        self._empty = self._make_empty()
        self._column.addWidget(self._empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._area, 1)
        self._layout = layout
        self.show_nothing("", "")

    def dock(self, widget: QWidget) -> None:
        """Keep a widget below the editor, always in sight."""
        self._layout.addWidget(widget)

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        self.empty_text = Sentence(role="muted")
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_button = QPushButton()
        self.empty_button.setAccessibleName("下一步")
        self.empty_button.setProperty("role", "primary")
        self.empty_button.clicked.connect(self.start_requested)
        column = QVBoxLayout(empty)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(self.empty_text)
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return empty

    def show_nothing(self, sentence: str, button: str) -> None:
        """Say in one sentence what to do next, with one button (no button for an empty text)."""
        self._head.hide()
        self._put_away_editor()
        self.empty_text.setText(sentence)
        self.empty_button.setText(button)
        self.empty_button.setVisible(bool(button))
        self._empty.show()
        if button:
            self._ahead.start()

    def show_item(self, item: Item, packet: Packet) -> None:
        """Show an item in the editor of its kind; another one than before from its beginning."""
        editor = self._editor(type(item))
        if item.id != self.item_id:
            self._area.begin()
        if editor is not self.editor:
            self._put_away_editor()
            self.editor = editor
            self._empty.hide()
            self._head.show()
            editor.show()
        is_passage = isinstance(editor, PassageEditor)
        self._area.setMinimumHeight(_LEAST_PASSAGE if is_passage else _LEAST)
        self.title.setText(labels(packet)[item.id])
        kind = KINDS[type(item)]
        self.purpose.setText(kind.measure(item) if kind.measure else kind.purpose)
        editor.show_item(item, packet)

    @property
    def item_id(self) -> str:
        """The item that is shown; empty where there is none."""
        return self.editor.item.id if self.editor is not None else ""

    @property
    def typed_places(self) -> Sequence[str]:
        """By which ids it is known what is typed here: the item, and where a passage is from."""
        item = self.editor.item if self.editor is not None else None
        cited = (item.passage.article_id,) if isinstance(item, PassageItem) else ()
        return (self.item_id, *cited)

    def settle(self) -> None:
        """Take what was typed and waits in the editor."""
        if self.editor is not None:
            self.editor.settle()

    def show_hints(self, hints: Sequence[str]) -> None:
        """Say what could be better about the question, below its words."""
        if isinstance(self.editor, FormEditor) and self.editor.advice is not None:
            self.editor.advice.tell(hints)

    def show_sharing(self, sentence: str) -> None:
        """Say of a passage what else follows its citation; nothing, where nothing does."""
        if isinstance(self.editor, PassageEditor):
            self.editor.citation.show_sharing(sentence)

    def _put_away_editor(self) -> None:
        """Let the keys not go to whatever comes next in the window."""
        editor, self.editor = self.editor, None
        if editor is not None:
            focus = QApplication.focusWidget()
            if focus is not None and editor.isAncestorOf(focus):
                self.left.emit()
            editor.hide()

    def mark(self, field: str, start: int, end: int) -> None:
        """Show words of the current item in its editor."""
        if self.editor is not None:
            self.editor.mark(field, start, end)

    def focus_marked(self) -> None:
        """Let the words that are shown be written over."""
        if self.editor is not None:
            self.editor.focus_marked()

    def focus_citation(self, part: str) -> None:
        """Put the cursor into a part of the passage's citation, as `focus_on` of its form."""
        if isinstance(self.editor, PassageEditor):
            self.editor.citation.focus_on(part)

    @property
    def takes_keys(self) -> bool:
        """Whether there is a field or a button to go to: a page break has none."""
        editor = self.editor
        return self.empty_button.isVisible() if editor is None else editor.takes_keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here wants to write."""
        super().focusInEvent(event)
        self.focus_editor()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """What has the keys and goes away gives them to what is next to it here, or to the list of
        items: never to what is beside this panel, where the next key would do something else.
        """
        focus = QApplication.focusWidget()
        goes_away = focus is not None and not (focus.isVisible() and focus.isEnabled())
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if goes_away and not (focus is not None and self.isAncestorOf(focus)):
            self.left.emit()
        return moved

    def focus_editor(self) -> None:
        """Put the cursor into the editor."""
        if self.editor is not None:
            self.editor.focus_first()
        elif self.empty_button.isVisible():
            self.empty_button.setFocus()

    def _editor(self, kind: type[Item]) -> ItemEditor:
        if kind not in self._editors:
            editor = EDITORS[kind]()
            editor.edited.connect(self.edited)
            editor.told.connect(self.message)
            editor.cite_requested.connect(self.cite_requested)
            editor.source_requested.connect(self.source_requested)
            editor.plan_requested.connect(self.plan_requested)
            editor.hide()
            self._column.insertWidget(self._column.count(), editor, 1)
            self._editors[kind] = editor
        return self._editors[kind]
