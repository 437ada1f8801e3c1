"""The buttons above the articles in 整理: the commands that are used most, and three menus."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from studydesk.ui.hovering import put_out_after
from studydesk.ui.theme import GRID
from studydesk.ui.tidy import menus as tidy_menus
from studydesk.ui.tidy.commands import TidyCommands

_SHORT = {"split_article": "另起一篇", "aside": "移出"}

_WHERE_TO = (
    "移到另一篇文章，或另成一篇。有序号的放到序号那里；文章是按版面排的，放到版面的次序里；"
    "别的接在上次移进那一篇的段落后面，没有就放到末尾"
)

Fill = Callable[[QMenu, TidyCommands], None]


class TidyBar(QWidget):
    """Keys stay with the text while buttons are clicked."""

    def __init__(self, commands: TidyCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setStyleSheet("QToolButton { padding: 4px; }")  # all fit beside the raw page
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._row.setSpacing(0)
        self._add_button(commands, "split")
        self._add_button(commands, "join")
        self._add_menu(
            "改为 ▾", "这一段是什么：标题、作者、小标题、段落…", tidy_menus.fill_kinds, commands
        )
        self._add_menu("移到 ▾", _WHERE_TO, tidy_menus.fill_articles, commands)
        self._cut = self._add_button(commands, "cut")
        self._put = self._add_button(commands, "put", "放到这里")
        self._add_button(commands, "move_up", "↑")
        self._add_button(commands, "move_down", "↓")
        for method in ("aside", "drop", "correct", "split_article"):
            self._add_button(commands, method, _SHORT.get(method, ""))
        self._add_menu("补写 ▾", "补上版面缺的标题、作者", tidy_menus.fill_supplies, commands)
        self._buttons = self.findChildren(QToolButton)
        self._more = self._add_menu("更多 ▾", "这里放不下的和别的命令", tidy_menus.fill, commands)
        self._row.addStretch()
        self._put_there = False
        self._make_room()

    def offer_put(self, *, there: bool) -> None:
        """Show the button that puts what was cut, while something is, in place of the other."""
        self._put_there = there
        self._make_room()

    def _make_room(self) -> None:
        """Show as many buttons as there is room for, from the left; the menu has everything."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        unwanted = self._cut if self._put_there else self._put
        wanted = [button for button in self._buttons if button is not unwanted]
        widths = [button.sizeHint().width() for button in wanted]
        if sum(widths) > room:
            room -= self._more.sizeHint().width()
        shown = {button for number, button in enumerate(wanted, 1) if sum(widths[:number]) <= room}
        for button in self._buttons:
            button.setVisible(button in shown)
        self._more.setVisible(len(shown) < len(wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more, or fewer."""
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel."""
        return QSize(0, super().minimumSizeHint().height())

    def _add_button(self, commands: TidyCommands, method: str, text: str = "") -> QToolButton:
        action = commands.actions[method]
        button = self._button(text or action.iconText(), action.toolTip())
        button.setAccessibleName(action.iconText())
        button.clicked.connect(action.trigger)
        return button

    def _add_menu(self, text: str, tip: str, fill: Fill, commands: TidyCommands) -> QToolButton:
        button = self._button(text, tip)
        button.setAccessibleName(text.removesuffix(" ▾"))
        menu = QMenu(button)

        def refill() -> None:
            menu.clear()
            fill(menu, commands)

        menu.aboutToShow.connect(refill)
        put_out_after(menu, button)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(button)
        return button
