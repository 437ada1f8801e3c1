"""The navigation rail: one labelled button for each page."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from studydesk.ui import theme
from studydesk.ui.icons import text_icon
from studydesk.ui.theme import GRID


class _Badge(QLabel):
    """A small number over a button; the button's name tells it as well."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self.setProperty("role", "badge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Navigation(QFrame):
    """The pages from top to bottom; the chosen one stays pressed."""

    chosen = Signal(str)

    def __init__(
        self, entries: Iterable[tuple[str, str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Entries are (id, text, icon name, keys)."""
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.setAccessibleName("页面")
        self.setFixedWidth(8 * GRID)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, tuple[QToolButton, str]] = {}
        self._badges: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID, GRID // 2, GRID)
        column.setSpacing(GRID // 2)
        for page_id, text, icon, keys in entries:
            button = QToolButton()
            button.setText(text)
            button.setProperty("rail", "true")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(theme.ICON, theme.ICON))
            button.setFixedWidth(7 * GRID)
            button.setToolTip(f"{text}（{keys}）")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, page_id=page_id: self.chosen.emit(page_id))
            self._group.addButton(button)
            self._buttons[page_id] = (button, icon)
            column.addWidget(button)
        column.addStretch()
        self._draw_icons()

    def show_page(self, page_id: str) -> None:
        """Press the button of a page."""
        self._buttons[page_id][0].setChecked(True)

    def set_badge(self, page_id: str, count: int, what: str) -> None:
        """Show at a page's button how many of something wait there; 0 shows nothing."""
        button, _ = self._buttons[page_id]
        name = button.text()
        button.setAccessibleName(f"{name}，{count} {what}" if count else name)
        badge = self._badges.get(page_id) or self._badges.setdefault(page_id, _Badge(button))
        badge.setText(str(min(count, 99)))
        badge.adjustSize()
        badge.move(button.width() - badge.width() - GRID // 2, GRID // 2)
        badge.setVisible(count > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        for button, icon in self._buttons.values():
            button.setIcon(text_icon(icon, self.palette()))
