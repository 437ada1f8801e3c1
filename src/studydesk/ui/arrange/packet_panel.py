"""The left panel: which packet, its session facts, its items, and the sum of its minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.services.checking import minutes_wanted
from studydesk.ui.arrange.add_menu import AddButton, AddMenu
from studydesk.ui.arrange.editors.agenda import sum_line
from studydesk.ui.arrange.editors.base import rule
from studydesk.ui.arrange.missing_button import MissingButton
from studydesk.ui.arrange.outline import OutlineModel
from studydesk.ui.arrange.outline_view import OutlineView
from studydesk.ui.arrange.packet_list import PacketList
from studydesk.ui.arrange.session_form import SessionForm
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.hovering import put_out_after
from studydesk.ui.key_names import native
from studydesk.ui.packets.packet_shelf import PacketShelf
from studydesk.ui.short_words import MIDDLE, shorten
from studydesk.ui.theme import GRID

_CHOOSE = "换一个学习包，新建、复制或删除"


class PacketPanel(QWidget):
    """The outline with everything that belongs to the packet as a whole."""

    item_wanted = Signal(str)
    """A new item of this kind (a key of ITEM_KINDS) is wanted."""
    citation_wanted = Signal(str, str)
    """Part of a passage's citation is to be filled in: item id, part."""

    def __init__(self, shelf: PacketShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packet: Packet | None = None
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model)
        self.view.setProperty("ground", "window")
        self.view.setMinimumHeight(3 * GRID)  # the form above it needs room in a low window
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.packets = PacketList(shelf)
        self.session = SessionForm()
        self.session.left.connect(self.view.setFocus)
        self.session.typed.connect(shelf.keep_usual_facts)
        self.missing = MissingButton()
        self.missing.fact_wanted.connect(self.session.open_field)
        self.missing.citation_wanted.connect(self.citation_wanted)
        self.chooser = QPushButton("学习包 ▾")
        self.chooser.setStyleSheet(
            "QPushButton { text-align: left; font-weight: 600; font-size: 15px; padding: 5px 8px; }"
            "QPushButton:focus { padding: 4px 7px; }"
        )
        self.chooser.setCheckable(True)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chooser.toggled.connect(self._show_packets)
        self.sum = QLabel()
        self.sum.setAccessibleName("时间合计")
        self.add_menu = AddMenu(self)
        self.add_menu.wanted.connect(self.item_wanted)
        self.add_button = AddButton("＋ 内容")
        self.add_button.asked.connect(self.open_add_menu)
        self.add_button.setToolTip(f"添加内容（{native('Ins')}）")
        self.add_button.setMenu(self.add_menu)
        put_out_after(self.add_menu, self.add_button)
        self._lay_out()

    def _lay_out(self) -> None:
        outline = QWidget()
        inner = QVBoxLayout(outline)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID // 2)
        head = QVBoxLayout()
        head.setContentsMargins(GRID, 0, GRID, 0)
        head.addWidget(self.session)
        head.addWidget(self.missing)
        foot = FlowRow((self.add_button, self.sum))
        foot.setContentsMargins(GRID + 4, GRID // 2, GRID + 4, GRID)
        inner.addLayout(head)
        inner.addWidget(rule())
        inner.addWidget(self.view, 1)
        inner.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(outline)
        self._stack.addWidget(self.packets)
        top = QHBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, 0)
        top.addWidget(self.chooser, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self._lead = FocusLead(self, self.view)

    def show_packet(self, packet: Packet | None) -> None:
        """Show a packet, or the list to choose one from."""
        self._packet = packet
        self.model.show_packet(packet)
        self.add_button.setEnabled(packet is not None)
        self._name_chooser()
        if packet is None:
            self.sum.clear()
            self.chooser.setChecked(True)
            return
        self.session.show_packet(packet)
        self.missing.show_packet(packet)
        minutes = sum(agenda.minutes for agenda in packet.agendas)
        told = sum_line(minutes, packet.session.minutes, minutes_wanted(packet))
        self.sum.setText(told if packet.agendas else "")
        self.sum.setToolTip("议程各步的分钟数与本次时长")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the list of packets away, unless there is nothing else to show."""
        if event.key() == Qt.Key.Key_Escape and self.chooser.isChecked() and self._packet:
            self.show_outline()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title is shortened to the panel's width."""
        super().resizeEvent(event)
        self._name_chooser()

    def _name_chooser(self) -> None:
        title = self._packet.title if self._packet else "选择学习包"
        shorten(self.chooser, title, MIDDLE, " ▴" if self.chooser.isChecked() else " ▾")
        self.chooser.setAccessibleName(f"学习包：{title}")
        self.chooser.setToolTip(f"{title}\n{_CHOOSE}")

    def open_add_menu(self) -> None:
        """Open the menu of everything that can be put in, its first entry marked."""
        if self.add_button.isEnabled():
            self.add_button.showMenu()
            self.add_menu.setActiveAction(self.add_menu.actions()[0])

    def show_outline(self) -> None:
        """Put the list of packets away."""
        self.chooser.setChecked(False)

    def open_fact(self, name: str) -> None:
        """Put the cursor where a fact of the packet is filled in, as `SessionForm.open_field`."""
        self.show_outline()
        self.session.open_field(name)

    def settle(self) -> None:
        """The packet is about to be left, or read: nothing that was typed waits any more."""
        self.session.settle()
        self.session.tell_typed()

    def _show_packets(self, shown: bool) -> None:
        if shown:
            self.packets.refresh(self._packet.id if self._packet else "")
        self._stack.setCurrentIndex(int(shown))
        self._lead.to = self.packets.list if shown else self.view
        self.setFocus()
        self._name_chooser()
