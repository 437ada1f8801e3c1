"""A button over a field in which a list is written, a name on each line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.theme import GRID
from studydesk.ui.unanswered_keys import press_button


class MenuContent(QWidget):
    """Fields and buttons that stand in a menu: Tab goes round among them, Enter presses. The menu
    itself would take such keys, and have nothing to do with them.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next or the previous field or button; after the last comes the first."""
        stops = [widget for widget in self.findChildren(QWidget) if self._is_stop(widget)]
        focus = self.focusWidget()
        step = 1 if forward else -1
        here = stops.index(focus) if focus in stops else min(-step, 0)
        if stops:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(here + step) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_button(event, self.focusWidget()):
            super().keyPressEvent(event)

    def _is_stop(self, widget: QWidget) -> bool:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        return bool(takes_tab) and widget.isEnabled() and widget.isVisibleTo(self)


def open_over(button: QToolButton, content: MenuContent, name: str) -> QMenu:
    """Let a button open a menu that is nothing but this content; its name is read aloud."""
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    action = QWidgetAction(menu)
    action.setDefaultWidget(content)
    action.setText(name)
    menu.addAction(action)
    button.setMenu(menu)
    return menu


class ListMenu(QToolButton):
    """The field has the cursor as soon as it is open; below it stand buttons and a note."""

    def __init__(
        self, name: str, hint: str, note: str, lines: int, parent: QWidget | None = None
    ) -> None:
        """`lines` is the least height of the field, in steps of the grid."""
        super().__init__(parent)
        self.field = QPlainTextEdit()
        OwnUndo(self.field)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setProperty("field", True)
        self.field.setTabChangesFocus(True)
        self.field.setMinimumSize(32 * GRID, lines * GRID)
        told = QLabel(note)
        told.setProperty("role", "muted")
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        holder = MenuContent()
        self._column = column = QVBoxLayout(holder)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.field)
        column.addLayout(self._buttons)
        column.addWidget(told)
        menu = open_over(self, holder, name)
        menu.aboutToShow.connect(self._take_keys)

    def _take_keys(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)  # which has them when this is closed
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def add_words(self, words: QLabel) -> None:
        """Put words right below the field, on lines of their own."""
        words.setWordWrap(True)
        self._column.insertWidget(1, words)

    def add_button(self, button: QPushButton) -> None:
        """Put a button below the field, the first at the left."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
