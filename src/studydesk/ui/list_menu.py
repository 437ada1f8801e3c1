"""A button over a field in which a list is written, a name on each line."""

from PySide6.QtCore import Qt
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


def open_over(button: QToolButton, content: QWidget) -> QMenu:
    """Let a button open a menu that is nothing but this content."""
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    action = QWidgetAction(menu)
    action.setDefaultWidget(content)
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
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.field)
        column.addLayout(self._buttons)
        column.addWidget(told)
        menu = open_over(self, holder)
        menu.aboutToShow.connect(lambda: self.field.setFocus(Qt.FocusReason.PopupFocusReason))

    def add_button(self, button: QPushButton | QLabel) -> None:
        """Put a button, or words beside those there are, below the field, the first at the left."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
