"""班组卡片: the names of the groups that each get a card; the library remembers them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from studydesk.library import Library
from studydesk.services.names import names_in
from studydesk.ui.theme import GRID

GROUPS = "groups"
"""The groups are remembered in the library under this key."""

_NOTE = (
    "每个班组一张卡片，写好班组和日期，两张一页 A4，\n印好从中间裁开。名单记在资料库里，下次还在。"
)


class GroupsMenu(QToolButton):
    """A button over a field of groups, for presets that print cards."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("班组名单")
        self.field.setPlaceholderText("一行一个班组，如：\n钳工一班\n钳工二班")
        self.field.setProperty("field", True)
        self.field.setTabChangesFocus(True)
        self.field.setMinimumSize(32 * GRID, 16 * GRID)
        note = QLabel(_NOTE)
        note.setProperty("role", "muted")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.field)
        column.addWidget(note)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        menu.addAction(action)
        menu.aboutToShow.connect(lambda: self.field.setFocus(Qt.FocusReason.PopupFocusReason))
        menu.aboutToHide.connect(self._keep)
        self.setMenu(menu)
        self.field.setPlainText("\n".join(library.recall(GROUPS, [])))
        self.field.textChanged.connect(self._show_count)
        self._show_count()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in their order, each once."""
        return tuple(dict.fromkeys(names_in(self.field.toPlainText())))

    def _keep(self) -> None:
        self._library.remember(GROUPS, list(self.groups))

    def _show_count(self) -> None:
        count = len(self.groups)
        self.setText(f"班组卡片 {count} 张" if count else "班组卡片")
