"""The right column of 选材: the current packet at a glance, so that picking can be seen."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet, PageBreak
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset
from studydesk.library import PacketSummary
from studydesk.study.counting import count
from studydesk.ui import actions, theme
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.hovering import put_out_after
from studydesk.ui.key_names import native
from studydesk.ui.packets.packet_shelf import list_names
from studydesk.ui.short_words import MIDDLE, menu_line, shorten
from studydesk.ui.theme import GRID
from studydesk.ui.words.item_kinds import KINDS, Entry, entries

_ENTRY = Qt.ItemDataRole.UserRole
_FLASH = Qt.ItemDataRole.UserRole + 1
_PAD = "\u2002"
"""Before the name: Qt draws a button with a menu without the padding of the style sheet."""

FLASH = 1200
"""Milliseconds that something just added stands out."""

Index = QModelIndex | QPersistentModelIndex


class _EntryDelegate(QStyledItemDelegate):
    """One item: its label, and one line of its text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ENTRY)
        scheme = theme.colours(option.palette)
        rect = option.rect
        painter.save()
        if index.data(_FLASH):
            painter.fillRect(rect, QColor(scheme.hit))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(scheme.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(scheme.hover))
        left = rect.left() + 2 * GRID + 2 * GRID * entry.depth
        box = QRect(left, rect.top() + GRID, rect.right() - GRID - left, rect.height() - 2 * GRID)
        small = QFont(option.font)
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignTop, entry.label or KINDS[type(entry.item)].name
        )
        painter.setFont(option.font)
        painter.setPen(QColor(scheme.text))
        text = QFontMetrics(option.font).elidedText(
            words_of(entry), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()


def words_of(entry: Entry) -> str:
    """What an item says, or that it is to be written; a page break has no words to be written."""
    known = KINDS[type(entry.item)]
    unwritten = known.purpose if isinstance(entry.item, PageBreak) else "（还没有写）"
    return entry.summary or unwritten


class PacketGlance(QWidget):
    """Which packet, what is in it, how much it is, and the way to 编排."""

    packet_chosen = Signal(str)
    new_requested = Signal()
    arrange_requested = Signal()
    item_requested = Signal(str)
    item_marked = Signal(str)
    """The user marked an item: new ones go after it."""
    removal_wanted = Signal(str)
    """Take the marked item out of the packet."""
    menu_requested = Signal()
    """The menu of packets is about to be shown: fill it by `offer`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self._packet: Packet | None = None
        self._wanted: Packet | None = None
        self._presets: Mapping[str, Preset] = PRESETS
        self._place = ""
        self._filling = False
        self._flash_over = QTimer(self, interval=FLASH, singleShot=True)
        self._flash_over.timeout.connect(self._calm_down)
        self.chooser = QPushButton()
        self.chooser.setProperty("role", "chooser")
        self.chooser.setAccessibleName("当前学习包")
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.menu_requested)
        self.chooser.setMenu(self.menu)
        put_out_after(self.menu, self.chooser)
        self.list = QListWidget()
        self.list.setAccessibleName("学习包内容")
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("ground", "window")
        self.list.itemActivated.connect(self._open)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._remove)
        self.list.currentItemChanged.connect(self._tell_mark)
        self.empty = EmptyState()
        self.empty.asked.connect(self.new_requested)
        self.counts = QLabel()
        self.counts.setProperty("role", "muted")
        self.counts.setAccessibleName("字数和朗读时间")
        self.arrange = QPushButton("去编排")
        self.arrange.setProperty("role", "primary")
        self.arrange.setToolTip(f"去编排（{native('Ctrl+2')}）")
        self.arrange.clicked.connect(self.arrange_requested)
        self._lead = FocusLead(self, self.chooser)
        self._lay_out()
        self._fill(None)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(GRID, GRID + 4, GRID, GRID)
        head.addWidget(self.chooser)
        hairline = QFrame()
        hairline.setProperty("hairline", "true")
        hairline.setFixedHeight(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.counts)
        foot.addWidget(self.arrange, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def show_packet(self, packet: Packet | None) -> None:
        """Show a packet, once it can be seen; what is new in the one shown before flashes."""
        self._wanted = packet
        if self.isVisible():
            self._fill(packet)

    def follow_presets(self, presets: Mapping[str, Preset]) -> None:
        """Number headings as these presets do, by their names, which may be others now."""
        self._presets = presets
        self._fill(self._packet)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the packet."""
        super().showEvent(event)
        if self._wanted is not self._packet:
            self._fill(self._wanted)

    def _fill(self, packet: Packet | None) -> None:
        before = self._packet
        self._packet = packet
        fresh: set[str] = set()
        same = packet is not None and before is not None and packet.id == before.id
        place = self.list.verticalScrollBar().value() if same else 0
        if packet and before and same:
            fresh = {item.id for item in packet.items} - {item.id for item in before.items}
        self._name(packet)
        self.arrange.setEnabled(packet is not None)
        shown = list(entries(packet, self._presets)) if packet else []
        self._filling = True
        self.list.clear()
        for entry in shown:
            item = QListWidgetItem(entry.line)
            item.setData(_ENTRY, entry)
            item.setData(_FLASH, entry.id in fresh)
            item.setToolTip(entry.summary)
            self.list.addItem(item)
        self._filling = False
        self.mark(self._place)
        self.list.verticalScrollBar().setValue(place)
        if fresh:
            self._show_flash()
        self._stack.setCurrentWidget(self.list if shown else self.empty)
        self._lead.to = self.list if shown else self.chooser
        self._tell_counts(packet)

    def mark(self, item_id: str) -> None:
        """Mark the item after which new ones go; none for the end."""
        self._place = item_id
        row = next((row for row, item in enumerate(self._items()) if _id(item) == item_id), -1)
        self._filling = True
        self.list.setCurrentRow(row)
        self._filling = False

    def flash(self, item_id: str) -> None:
        """Let an item stand out for a moment, in view."""
        for item in self._items():
            if _id(item) == item_id:
                item.setData(_FLASH, True)
        self._show_flash()

    def _show_flash(self) -> None:
        fresh = [item for item in self._items() if item.data(_FLASH)]
        if fresh:
            self.list.scrollToItem(fresh[0])
            self._flash_over.start()

    def _tell_mark(self, item: QListWidgetItem | None) -> None:
        if not self._filling and item is not None:
            self._place = _id(item)
            self.item_marked.emit(self._place)

    def offer(self, summaries: list[PacketSummary]) -> None:
        """Fill the menu with the packets there are."""
        self.menu.clear()
        names = list_names(summaries)
        texts = {id_: menu_line(name, self.menu) for id_, name in names.items()}
        current = self._packet.id if self._packet else ""
        self.menu.addActions(actions.choices(self.menu, texts, current, self.packet_chosen.emit))
        self.menu.addSeparator()
        self.menu.addAction("新建学习包").triggered.connect(self.new_requested)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The packet's name is cut to the width there is."""
        super().resizeEvent(event)
        self._name(self._packet)

    def _name(self, packet: Packet | None) -> None:
        title = packet.title if packet else "还没有学习包"
        shorten(self.chooser, f"{_PAD}{title}", MIDDLE, " ▾")
        self.chooser.setToolTip(title)
        if packet:
            self.empty.tell("这个学习包还是空的。在正文里选中一段，按回车加进来。")
        else:
            self.empty.tell(
                "还没有学习包。新建一个，或者直接从正文里选一段，按回车。", "新建学习包"
            )

    def _tell_counts(self, packet: Packet | None) -> None:
        if packet is None:
            self.counts.clear()
            return
        counts = count(packet)
        passages = len(packet.passages)
        self.counts.setText(
            f"{passages} 段 · {counts.characters:,} 字 · 朗读 {counts.minutes} 分钟"
        )

    def _calm_down(self) -> None:
        for item in self._items():
            item.setData(_FLASH, False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _remove(self) -> None:
        if item := self.list.currentItem():
            self.removal_wanted.emit(_id(item))

    def _open(self, item: QListWidgetItem) -> None:
        self.item_requested.emit(_id(item))


def _id(item: QListWidgetItem) -> str:
    entry: Entry = item.data(_ENTRY)
    return entry.id
