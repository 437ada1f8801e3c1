"""The navigation rail: one labelled button for each page."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from studydesk.ui import theme
from studydesk.ui.icons import text_icon
from studydesk.ui.theme import GRID


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

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        for button, icon in self._buttons.values():
            button.setIcon(text_icon(icon, self.palette()))
