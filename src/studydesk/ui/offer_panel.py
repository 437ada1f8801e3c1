"""What is offered beside the item being edited: a quiet list, from which one key adds an item."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Item, PassageItem
from studydesk.services.outfits import Outfit
from studydesk.study.agenda import Plan
from studydesk.ui.arrange.editors.base import rule
from studydesk.ui.fields import LineField
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.giving_way import GivingWay, LowPanel
from studydesk.ui.key_names import native
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.sentence import Sentence
from studydesk.ui.short_words import unbroken
from studydesk.ui.theme import GRID

_HEIGHT, _LEAST = 22 * GRID, 5 * GRID
"""Pixels of the list at most, and where the window is low."""

_UNIT = re.compile(r"\d+ 分钟")
"""What stands in one line."""

_BESIDE = 54 * GRID
"""Pixels that words about an offer and all buttons for it need beside one another."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could be added: a word for its kind, what it says, more about it for the
    line below, and the item itself, or the plan or outfit that the whole packet shall get.
    """

    tag: str
    text: str
    detail: str
    item: Item | Plan | Outfit


class _Lines(QListWidget):
    """Wrapped lines; Enter takes the current one, Space looks it up, Esc leaves the list."""

    taken = Signal(int)
    looked = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.taken.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.looked.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew; the line that is marked stays in sight."""
        super().resizeEvent(event)
        self.wrap()
        self.scrollTo(self.currentIndex())

    def wrap(self) -> None:
        """Give every line the height that its words need."""
        room = self.viewport().width() - 3 * GRID
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        for row in range(self.count()):
            line = self.item(row)
            words = self.fontMetrics().boundingRect(0, 0, room, 10_000, flags, line.text())
            line.setSizeHint(QSize(room, words.height() + GRID))


class OfferPanel(LowPanel):
    """Groups of offers, one of them shown; each is asked for when it is first looked at."""

    group_chosen = Signal(str)
    """Show this group."""
    taken = Signal(object)
    """Add this offer."""
    looked = Signal(object)
    """Show where this offer, a passage, stands."""
    left = Signal()
    """The user has seen enough."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: tuple[Offer, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self.list = _Lines()
        self.list.setAccessibleName("建议")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("ground", "surface")
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setStyleSheet("QListView::item { padding: 3px 8px; }")
        self.list.currentRowChanged.connect(self._tell_detail)
        self.list.taken.connect(self.take)
        self.list.itemDoubleClicked.connect(lambda line: self.take(self.list.row(line)))
        self.list.looked.connect(self.look)
        self.list.left.connect(self._leave)
        self.detail = Sentence(role="muted")
        self.add_button = QPushButton("添加 ⏎")
        self.add_button.setToolTip(f"把这一条加进学习包；{native('Ctrl+Z')} 撤消")
        self.add_button.clicked.connect(lambda: self.take(self.list.currentRow()))
        self.look_button = QPushButton("看原文")
        self.look_button.setToolTip("在文章里看这一段（空格）")
        self.look_button.setProperty("role", "link")
        self.look_button.clicked.connect(lambda: self.look(self.list.currentRow()))
        self._lay_out(groups)
        self.show_offers((), "")

    def _lay_out(self, groups: Sequence[str]) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(GRID, 0, GRID, 0)
        head.setSpacing(GRID)
        for group in groups:
            button = QPushButton(group)
            button.setCheckable(True)
            button.setProperty("role", "link")
            button.setStyleSheet(
                "QPushButton:checked { font-weight: bold; color: palette(window-text); }"
            )
            button.clicked.connect(lambda on, name=group: self._choose(name if on else ""))
            head.addWidget(button)
            self.buttons[group] = button
        head.addStretch(1)
        self._tools = FlowRow()
        self._tools.setContentsMargins(GRID, 0, GRID, 0)
        self._body = QWidget()
        self.search = LineField("在题库里找", "找题：几个词，如 技能 行动建议")
        OwnUndo(self.search)
        self.search.hide()
        self._deeds = buttons = QHBoxLayout()
        for button in (self.look_button, self.add_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.addWidget(self.detail)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        foot.addWidget(GivingWay(said, ground="surface"), 1)
        foot.addLayout(buttons)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, GRID)
        body.setSpacing(GRID // 2)
        self._field = QHBoxLayout()
        self._field.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._field.addWidget(self.search)
        body.addLayout(self._field)
        body.addWidget(self.list)
        body.addLayout(foot)
        self.list.setMaximumHeight(_HEIGHT)
        self.list.setMinimumHeight(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(rule())
        layout.addWidget(self._body)
        layout.addLayout(self._tools)
        layout.addWidget(self._head)  # last: it stays where it is, whatever opens above
        self.setTabOrder(list(self.buttons.values())[-1], self.search)
        self.setTabOrder(self.search, self.list)
        self._body.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons stand below one another where the panel is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _BESIDE
        beside, below = QHBoxLayout.Direction.LeftToRight, QHBoxLayout.Direction.TopToBottom
        self._deeds.setDirection(below if narrow else beside)

    @property
    def group(self) -> str:
        """The group that is shown; empty where the list is folded away, or goes with another kind
        of item.
        """
        shown = (name for name, button in self.buttons.items() if button.isVisibleTo(self))
        return next((name for name in shown if self.buttons[name].isChecked()), "")

    def _choose(self, group: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == group)
        self._body.setVisible(bool(group))
        self.show_offers((), "")  # these are offers of another group
        self.group_chosen.emit(group)

    def open(self, group: str) -> None:
        """Show a group and put the cursor into its list."""
        if self.group != group:
            self._choose(group)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_tool(self, text: str, tip: str, slot: Callable[[], object]) -> QPushButton:
        """One more button above the groups."""
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setToolTip(tip)
        button.clicked.connect(slot)
        self.add_field(button)
        return button

    def add_field(self, field: QWidget) -> None:
        """A field among the buttons; Tab goes through them as they stand there."""
        last = self._tools.itemAt(self._tools.count() - 1)
        before = (last and last.widget()) or list(self.buttons.values())[-1]
        self._tools.addWidget(field)
        self.setTabOrder(before, field)

    def add_at_search(self, button: QWidget) -> None:
        """A button beside the field that searches; Tab comes to it between the two."""
        self._field.addWidget(button)
        self.setTabOrder(self.search, button)
        self.setTabOrder(button, self.list)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Let these groups be chosen from; none of them hides the list too."""
        for name, button in self.buttons.items():
            button.setVisible(name in groups)
        self._body.setVisible(self.group in groups)

    @property
    def current(self) -> Offer | None:
        """The offer that is marked."""
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def show_offers(self, offers: Sequence[Offer], nothing: str) -> None:
        """List the offers of the group, or say in one sentence why there are none."""
        row = max(0, self.list.currentRow())
        self._offers = tuple(offers)
        self.list.clear()
        for offer in offers:
            line = QListWidgetItem(f"{offer.tag}　{offer.text}")
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.tag}：{offer.text}")
            self.list.addItem(line)
        self.list.wrap()
        self.list.setVisible(bool(offers))
        self.add_button.setVisible(bool(offers))
        self.look_button.setVisible(any(isinstance(offer.item, PassageItem) for offer in offers))
        self.detail.setText(nothing)
        if offers:
            self.list.setCurrentRow(min(row, len(offers) - 1))
            self._tell_detail(self.list.currentRow())  # a list with the focus was there before
            heights = [self.list.sizeHintForRow(n) for n in range(len(offers))]
            tall, whole = sum(heights) + GRID, min(max(heights), _HEIGHT // 2)
            self.list.setMaximumHeight(min(tall, _HEIGHT))
            self.list.setMinimumHeight(min(tall, max(_LEAST, whole)))

    def take(self, row: int) -> None:
        """Add an offer, which is offered no more."""
        if 0 <= row < len(self._offers):
            offer = self._offers[row]
            self.show_offers((*self._offers[:row], *self._offers[row + 1 :]), "")
            self.taken.emit(offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves also where there is no list."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Give the keys back, and fold away what was opened."""
        self.left.emit()
        self._choose("")

    def look(self, row: int) -> None:
        """Let the passage of an offer be seen where it stands; nothing for other offers."""
        if 0 <= row < len(self._offers) and isinstance(self._offers[row].item, PassageItem):
            self.looked.emit(self._offers[row])

    def _tell_detail(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self.detail.setText(
                _UNIT.sub(lambda found: unbroken(found[0]), self._offers[row].detail)
            )
