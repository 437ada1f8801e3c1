"""编排: the packet as an outline, the item being edited, and the page it is printed on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, Item, Packet, PassageItem
from studydesk.domain.passage import Citation
from studydesk.errors import StudyDeskError
from studydesk.handout.model import Edition
from studydesk.library import Library, Reason
from studydesk.services.citing import FactsChange, cite
from studydesk.study.agenda import agenda_for
from studydesk.ui.arrange.handout.fitting import Fitting
from studydesk.ui.arrange.handout.handout_panel import HandoutPanel
from studydesk.ui.arrange.handout.packet_preset import PacketPreset
from studydesk.ui.arrange.handout.print_command import PrintCommand
from studydesk.ui.arrange.item_panel import ItemPanel
from studydesk.ui.arrange.last_action import LastActionOffer
from studydesk.ui.arrange.offering import Offering
from studydesk.ui.arrange.outline_commands import OutlineCommands
from studydesk.ui.arrange.packet_panel import PacketPanel
from studydesk.ui.arrange.shared_source import SharedSource
from studydesk.ui.arrange.touched import touched
from studydesk.ui.arrange.tour import Tour
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.meanwhile import draw
from studydesk.ui.packets.packet_shelf import PacketShelf
from studydesk.ui.page import Page
from studydesk.ui.panel_widths import PanelWidths
from studydesk.ui.words.citation_words import filled_together
from studydesk.ui.words.item_kinds import KINDS, opening


class ArrangePage(Page):
    """Three panels on one packet. Every edit goes through CurrentPacket and comes back from it."""

    source_requested = Signal(str, int, int)
    """Show an article at a passage: article id, start, end."""
    facts_requested = Signal()
    """Let be filled in where the source of the article shown was published."""
    pick_requested = Signal()
    """Show the page on which passages are picked."""

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._jobs = library, current, jobs
        self._shown: Packet | None = None
        self._editing = self._showing = False
        self.shelf = PacketShelf(library, current, jobs, self)
        self.packet_panel = PacketPanel(self.shelf)
        self.item_panel = ItemPanel()
        self.handout_panel = HandoutPanel(library, jobs)
        self.outline = self.packet_panel.view
        self.tour = Tour(self.handout_panel.preview.paper, self.outline)
        self.commands = OutlineCommands(current, self.outline, self)
        self.offering = Offering(library, current, jobs, self._edit, self)
        self.last_action = LastActionOffer(library, current, jobs)
        self.shared_source = SharedSource(library, current, self.shelf, self.item_panel)
        draw()
        self.item_panel.dock(self.offering.panel)
        self.item_panel.dock(self.last_action)
        self.fitting = Fitting(current, jobs, self._edit, self.handout_panel.preview, self)
        self.preset = PacketPreset(current, self.handout_panel.export_panel.presets, self)
        self.printing = PrintCommand(current, jobs, self.handout_panel, self)
        self._lay_out()
        self._make_actions()
        self._connect()
        self._show(current.packet)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for panel, ground, least, stretch in (
            (self.packet_panel, "window", 184, 2),
            (self.item_panel, "surface", 312, 4),
            (self.handout_panel, "window", 320, 4),
        ):
            panel.setProperty("ground", ground)
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            panel.setMinimumWidth(least)
            self.splitter.addWidget(panel)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([272, 468, 560])
        self._widths = PanelWidths(self.splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _make_actions(self) -> None:
        self._actions: list[QAction] = []
        for text, keys, slot in (
            ("添加内容", "Ins", self.packet_panel.open_add_menu),
            ("学习包改名", "F2", self.rename_packet),
            ("下一条校对提示", "F8", partial(self.handout_panel.step_finding, 1)),
            ("上一条校对提示", "Shift+F8", partial(self.handout_panel.step_finding, -1)),
            ("保留，不照校对提示改", "F9", self.handout_panel.keep_finding),
            ("按校对提示改正", "Shift+F9", self.handout_panel.mend_finding),
            ("讲义下一页", "Ctrl+PgDown", partial(self._turn_page, 1)),
            ("讲义上一页", "Ctrl+PgUp", partial(self._turn_page, -1)),
            ("问题建议", "Ctrl+G", self.offering.open_questions),
            ("配上题目和名词", "Ctrl+Shift+G", self.offering.dress),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)
            self._actions.append(action)
        self._actions[1:1] = self.commands.actions
        self.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.outline.addActions(self._actions[:5])

    def _connect(self) -> None:
        current, packets = self._current, self.packet_panel.packets
        current.leaving.connect(self.settle)
        current.opened.connect(self._open)
        current.changed.connect(self._show)
        current.place_changed.connect(self._go_to_place)
        self.outline.current_changed.connect(self._take_current)
        self.outline.edit_requested.connect(self.item_panel.focus_editor)
        self.packet_panel.model.move_requested.connect(self.commands.move)
        self.packet_panel.item_wanted.connect(self.insert_item)
        self.packet_panel.session.edited.connect(self._edit_packet)
        self.packet_panel.session.told.connect(self.message)
        self.packet_panel.citation_wanted.connect(self._fill_in)
        packets.deleted.connect(self._show_packets)
        packets.rename_requested.connect(self.rename_packet)
        self.shelf.created.connect(self._name_new_packet)
        self.commands.inserted.connect(lambda _item_id: self.item_panel.focus_editor())
        self.commands.pick_requested.connect(self.pick_requested)
        self.commands.message.connect(self.message)
        for part in (self.offering, self.last_action, self.fitting, self.printing):
            part.message.connect(self.message)
            part.failed.connect(self.failed)
        self.printing.work_started.connect(self.work_started)
        self.offering.source_requested.connect(self.source_requested)
        self.offering.item_wanted.connect(lambda item_id: self.outline.select([item_id]))
        self.offering.undoable.connect(self.undoable)
        self.offering.hinted.connect(self.item_panel.show_hints)
        self.offering.panel.left.connect(self.packet_panel.setFocus)
        self.item_panel.left.connect(self.packet_panel.setFocus)
        self.item_panel.edited.connect(self._edit_item)
        self.item_panel.message.connect(self.message)
        self.item_panel.cite_requested.connect(self._cite)
        self.item_panel.source_requested.connect(self.source_requested)
        self.item_panel.plan_requested.connect(self._plan_agenda)
        self.item_panel.start_requested.connect(self._start)
        self._connect_handout(current)

    def _connect_handout(self, current: CurrentPacket) -> None:
        preview = self.handout_panel.preview
        preview.preset_chosen.connect(self.preset.choose)
        export = self.handout_panel.export_panel
        export.written.connect(partial(current.keep_version, Reason.EXPORTED))
        export.ticked_changed.connect(self.state_changed)
        self.preset.undoable.connect(self.undoable)
        export.parts.chosen.connect(lambda packet: self._edit("换要印的部分", packet))
        preview.edition.edited.connect(lambda _edition: self.state_changed.emit())
        findings = self.handout_panel.findings
        findings.item_requested.connect(self.show_item)
        findings.fact_requested.connect(self.packet_panel.open_fact)
        findings.words_requested.connect(self.item_panel.mark)
        findings.keys_requested.connect(self.item_panel.focus_marked)
        findings.facts_requested.connect(self._ask_facts)
        findings.signing.signed.connect(lambda: current.keep_version(Reason.SIGNED))
        findings.settling.told.connect(self.message)
        findings.settling.undoable.connect(self.undoable)
        findings.failed.connect(self.failed)
        findings.differing.connect(self.packet_panel.model.mark_differing)
        for tools in (findings.settling, findings.signing):
            tools.edited.connect(self._edit)
            tools.failed.connect(self.failed)
        self.handout_panel.print_requested.connect(self.printing.ask)
        self.splitter.splitterMoved.connect(lambda *_: self.state_changed.emit())

    # --- what is shown --------------------------------------------------------------------

    def _open(self, packet: Packet | None) -> None:
        self._shown = None
        self._show(packet)
        if packet is not None:
            self.packet_panel.show_outline()
            if packet.items:
                self.outline.select([packet.items[0].id])
            self._current.set_place("")

    def _show(self, packet: Packet | None) -> None:
        before, self._shown = self._shown, packet
        self._showing = True
        self.packet_panel.show_packet(packet)
        self.handout_panel.show_packet(packet)
        if packet is not None and before is not None and not self._editing:
            ids = touched(before, packet, self._current.edited_at, self.outline.current_id())
            if not self.isVisible() and _item(packet, place := self._current.place):
                # Somebody works on another page, and says where; what comes back is there, too.
                new = [item.id for item in packet.items if _item(before, item.id) is None]
                ids = new[-1:] or [place]
            if ids:
                self.outline.go_to(ids)
                self._current.set_place(ids[0])
        elif packet is not None and before is not None and len(packet.items) > len(before.items):
            self.outline.reveal(touched(before, packet, (), ""))
        self.outline.mark_current()
        self._showing = False
        self._show_current(self.outline.current_id())

    def _take_current(self, item_id: str) -> None:
        """What is picked goes after the item that the user goes to."""
        self._show_current(item_id)
        if not self._showing and item_id:
            self._current.set_place(item_id)

    def _go_to_place(self, item_id: str) -> None:
        """Make the item current after which one picks; at the end, leave the one that is."""
        if item_id and item_id != self.outline.current_id() and _item(self._shown, item_id):
            self.outline.select([item_id])

    def _show_current(self, item_id: str) -> None:
        if item_id != self.item_panel.item_id:
            self.item_panel.settle()
        packet = self._current.packet
        item = _item(packet, item_id)
        self.offering.show_item(item, packet)
        self.last_action.show_item(item, packet)
        if packet is None:
            self.item_panel.show_nothing("还没有学习包。", "新建学习包")
        elif item is not None:
            self.item_panel.show_item(item, packet)
            self.shared_source.show_item(item, packet)
            self.handout_panel.preview.show_item(item_id, opening(item))
        elif packet.items:
            self.item_panel.show_nothing("在左边选一项内容，就在这里编辑。", "")
        else:
            self.item_panel.show_nothing(
                "这个学习包还是空的。\n到“选材”里选中一段文字，按回车就加进来。", "去选材"
            )
        self.state_changed.emit()

    def show_item(self, item_id: str) -> None:
        """Make an item the current one; the list, the editor and the page follow."""
        self.packet_panel.show_outline()
        self.outline.select([item_id])

    def _fill_in(self, item_id: str, part: str) -> None:
        self.show_item(item_id)
        self.item_panel.focus_citation(part)

    def _ask_facts(self, item_id: str) -> None:
        item = _item(self._current.packet, item_id)
        if isinstance(item, PassageItem):
            passage = item.passage
            self.source_requested.emit(passage.article_id, passage.start, passage.end)
            self.facts_requested.emit()

    # --- edits ----------------------------------------------------------------------------

    def _edit(
        self,
        text: str,
        packet: Packet,
        merge: str = "",
        facts: FactsChange = ((), ()),
    ) -> None:
        self._editing = True
        try:
            self._current.edit(text, packet, merge, facts)
        finally:
            self._editing = False

    def _edit_item(self, item: Item, field: str) -> None:
        packet = self._current.packet
        if packet is not None and _item(packet, item.id):
            merge = f"{item.id}.{field}" if field else ""
            self._edit(f"改{KINDS[type(item)].name}", edits.change(packet, item), merge)

    def _edit_packet(self, text: str, packet: Packet, field: str) -> None:
        self._edit(text, packet, f"{packet.id}.{field}")

    def _cite(self, article_id: str, citation: Citation) -> None:
        if self._current.packet is None:
            return
        try:
            known = self._current.on_record(article_id)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            cited = cite(self._current.packet, article_id, citation, known)
            told = filled_together(self._current.packet, cited.packet)
            self._edit("改出处", cited.packet, f"{article_id}.{cited.parts}", cited.facts)
            if told:  # after the edit, which clears what was said before it
                self.message.emit(told)

    def _plan_agenda(self) -> None:
        packet = self._current.packet
        item = _item(packet, self.outline.current_id())
        if packet is not None and isinstance(item, Agenda):
            filled = replace(item, steps=agenda_for(packet).steps)
            self._edit("排议程", edits.change(packet, filled))

    # --- packets --------------------------------------------------------------------------

    def _name_new_packet(self) -> None:
        """Let a new packet be given its title, where that can be seen."""
        if self.isVisible():
            self.rename_packet()

    def rename_packet(self) -> None:
        """Put the cursor on the packet's title."""
        if self._current.packet is not None:
            self.packet_panel.show_outline()
            self.packet_panel.session.rename()
        else:
            self.message.emit("还没有学习包，没有可以改名的。")

    def _show_packets(self) -> None:
        """Keep the list of packets open, whichever packet is the current one now."""
        self.packet_panel.chooser.setChecked(True)
        self.packet_panel.packets.refresh(self._current.packet.id if self._current.packet else "")

    def _start(self) -> None:
        if self._current.packet is None:
            self.shelf.create()
        else:
            self.pick_requested.emit()

    # --- commands -------------------------------------------------------------------------

    def insert_item(self, kind: str) -> None:
        """Put in a new item of this kind (a key of ITEM_KINDS)."""
        if self._current.packet is not None:
            self.packet_panel.show_outline()
            self.commands.insert(kind)

    def _turn_page(self, by: int) -> None:
        if not self.handout_panel.preview.turn(by):
            self.message.emit(f"已经是{'最后' if by > 0 else '第'}一页了。")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what is open below the page."""
        if event.key() != Qt.Key.Key_Escape or not self.handout_panel.put_away():
            super().keyPressEvent(event)

    def export(self) -> None:
        """Open the export panel."""
        if self._current.packet is not None:
            self.handout_panel.open_export()

    # --- the window's questions -----------------------------------------------------------

    def settle(self) -> None:
        """Put into the packet what was typed and waits: a length, words for a passage, a preset."""
        self.packet_panel.settle()
        self.item_panel.settle()
        self.handout_panel.export_panel.presets.editing.settle()

    def panels(self) -> Sequence[QWidget]:
        """Outline, editor, page; the tour comes last, where it is shown at all."""
        editor = (self.item_panel,) if self.item_panel.takes_keys else ()
        return (self.packet_panel, *editor, self.handout_panel, self.tour)

    def menu_actions(self) -> Sequence[QAction]:
        """What can be done to the items."""
        return self._actions

    def state(self) -> dict[str, Any]:
        """Item, edition, what is ticked for export, and the width of the panels."""
        return {
            "item": self.outline.current_id(),
            "edition": self.handout_panel.preview.edition.currentText(),
            "export": self.handout_panel.export_panel.ticked,
            "sizes": self._widths.sizes,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to the item, the edition, the ticks and the widths."""
        if state.get("item"):
            self.outline.select([state["item"]])
            self._current.set_place("")
        if state.get("edition") in list(Edition):
            self.handout_panel.preview.show_edition(Edition(state["edition"]))
        if "export" in state:
            self.handout_panel.export_panel.tick(state["export"])
        self._widths.restore(state.get("sizes", ()))


def _item(packet: Packet | None, item_id: str) -> Item | None:
    items = packet.items if packet else ()
    return next((item for item in items if item.id == item_id), None)
