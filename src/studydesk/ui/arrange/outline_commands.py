"""What can be done to the items of the outline; each is one undo step of the packet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from studydesk.domain import edits
from studydesk.domain.naming import pointing_nowhere
from studydesk.domain.packet import ITEM_KINDS, Item, Packet, PassageItem, SectionHeading, new_id
from studydesk.domain.passage_names import GONE
from studydesk.domain.placing import place_after
from studydesk.domain.question_names import WORD as QUESTION
from studydesk.ui.arrange.outline_view import OutlineView
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.fields import ITEMS_MIME
from studydesk.ui.key_names import native
from studydesk.ui.words.item_kinds import KINDS, label_of, words_of


@dataclass(frozen=True, slots=True)
class _Entry:
    """A command of the outline: text, keys, method; `typed` ones answer only in the list itself,
    so that text fields keep their own use of the keys.
    """

    text: str
    keys: str
    method: str
    typed: bool = False


_COMMANDS = (
    _Entry("上移", "Alt+Up", "move_up"),
    _Entry("下移", "Alt+Down", "move_down"),
    _Entry("升一级", "Alt+Left", "raise_level"),
    _Entry("降一级", "Alt+Right", "lower_level"),
    _Entry("剪切内容", "Ctrl+X", "cut", typed=True),
    _Entry("复制内容", "Ctrl+C", "copy", typed=True),
    _Entry("粘贴内容", "Ctrl+V", "paste", typed=True),
    _Entry("再来一份", "Ctrl+D", "duplicate", typed=True),
    _Entry("删除内容", "Del", "delete", typed=True),
)


class OutlineCommands(QObject):
    """Edits the current packet at what is selected in the outline."""

    inserted = Signal(str)
    """A new item (by id) was put in and waits for words."""
    pick_requested = Signal()
    """A passage can only be picked from an article."""
    message = Signal(str)

    def __init__(self, current: CurrentPacket, view: OutlineView, page: QWidget) -> None:
        super().__init__(page)
        self._current, self._view = current, view
        self._held: tuple[Item, ...] = ()
        self._cut_from: Packet | None = None
        self.actions: list[QAction] = []
        for entry in _COMMANDS:
            owner = view if entry.typed else page
            action = QAction(entry.text, owner)
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(getattr(self, entry.method))
            owner.addAction(action)
            self.actions.append(action)

    # --- putting in and taking out --------------------------------------------------------

    def insert(self, kind: str) -> None:
        """Put a new item of this kind (a key of ITEM_KINDS) where it belongs by the selection."""
        known = KINDS[ITEM_KINDS[kind]]
        if known.make is None:
            self.pick_requested.emit()
            return
        item = known.make()
        self._put(f"添加{known.name}", (item,))
        self.inserted.emit(item.id)

    def remove(self, item_id: str) -> None:
        """Take an item out that is marked elsewhere."""
        self._view.select([item_id])
        if self._view.selected_ids() == [item_id]:
            self.delete()

    def delete(self) -> None:
        """Take the selected items out."""
        ids = self._selected()
        if ids:
            packet = self._packet
            at = edits.position(packet, ids[0])
            after = edits.remove(packet, set(ids))
            follows = [item.id for item in (after.items[at:] or after.items[-1:])[:1]]
            self._current.edit(f"删除{self._name(ids)}", after, at=follows)
            told = _told_gone(packet, after)
            gone = f"“{label_of(packet, ids[0])}”" if len(ids) == 1 else self._count(ids)
            self.message.emit(f"已删除{gone}{told}，按 {native('Ctrl+Z')} 恢复。")

    def copy(self) -> None:
        """Hold the selected items, and put their words on the clipboard."""
        chosen = set(self._selected())
        if chosen:
            self._held = tuple(item for item in self._packet.items if item.id in chosen)
            self._cut_from = None
            data = QMimeData()
            data.setData(ITEMS_MIME, b"held")
            data.setText("\n".join(words_of(item) for item in self._held))
            QGuiApplication.clipboard().setMimeData(data)
            self.message.emit(f"已复制{self._count(list(chosen))}。")

    def cut(self) -> None:
        """Hold the selected items and take them out."""
        before = self._packet
        self.copy()
        self.delete()
        self._cut_from = before

    def paste(self) -> None:
        """Put copies of the held items after the selection; what was cut out of this packet goes
        back itself, once, so that what named its passages names them again.
        """
        if not self._held or not QGuiApplication.clipboard().mimeData().hasFormat(ITEMS_MIME):
            self.message.emit("还没有复制过内容；文字请粘贴到右边的栏里。")
            return
        before, packet = self._cut_from, self._packet
        there = {item.id for item in packet.items}
        if before and before.id == packet.id and not any(one.id in there for one in self._held):
            self._put("粘贴内容", self._held, before)
            self._tell_added(self._held)
        else:
            self._put_copies("粘贴内容", self._held)

    def duplicate(self) -> None:
        """Put a copy of the selected items after them."""
        chosen = set(self._selected())
        if chosen:
            items = tuple(item for item in self._packet.items if item.id in chosen)
            self._put_copies("再来一份", items)

    # --- order and level ------------------------------------------------------------------

    def move(self, ids: Sequence[str], to: int) -> None:
        """Set items before the row `to`."""
        after = edits.move(self._packet, set(ids), to)
        before = {item.id: item for item in self._packet.items}
        renamed = sum(item != before[item.id] for item in after.items)
        self._current.edit(f"移动{self._name(ids)}", after, at=ids)
        if renamed:
            self.message.emit(
                f"{renamed} 项内容里写的“选段几”“思考几”已跟着改；{native('Ctrl+Z')} 撤消。"
            )

    def move_up(self) -> None:
        """Set the selected items one place higher."""
        ids = self._selected()
        if ids and (at := edits.position(self._packet, ids[0])) > 0:
            self.move(ids, at - 1)
        elif ids:
            self.message.emit("已经在最前面了。")

    def move_down(self) -> None:
        """Set the selected items one place lower."""
        ids = self._selected()
        if ids and (at := edits.position(self._packet, ids[-1])) < len(self._packet.items) - 1:
            self.move(ids, at + 2)
        elif ids:
            self.message.emit("已经在最后面了。")

    def raise_level(self) -> None:
        """Make the selected headings first-level ones."""
        self._set_level(1)

    def lower_level(self) -> None:
        """Make the selected headings second-level ones."""
        self._set_level(2)

    def _set_level(self, level: int) -> None:
        chosen = set(self._view.selected_ids())
        packet = self._packet
        headings = [
            item for item in packet.items if item.id in chosen and isinstance(item, SectionHeading)
        ]
        if not headings:
            self.message.emit("只有小标题分级。")
        elif all(heading.level == level for heading in headings):
            self.message.emit("已经是这一级了；小标题只分两级。")
        for heading in headings:
            packet = edits.change(packet, replace(heading, level=level))
        self._current.edit("改标题层次", packet)

    # --- shared ---------------------------------------------------------------------------

    @property
    def _packet(self) -> Packet:
        return self._current.packet or Packet("")

    def _selected(self) -> list[str]:
        """What is selected, in order; where nothing is, say so."""
        ids = self._view.selected_ids()
        if not ids:
            self.message.emit("先在左边的列表里选一项内容。")
        return ids

    def _put_copies(self, text: str, items: tuple[Item, ...]) -> None:
        """Put copies in and say so: they look like what may stand beside them."""
        self._put(text, _copies(items))
        self._tell_added(items)

    def _tell_added(self, items: tuple[Item, ...]) -> None:
        told = f"已添{self._count([item.id for item in items])}"
        self.message.emit(f"{told}，按 {native('Ctrl+Z')} 撤消。")

    def _put(self, text: str, items: tuple[Item, ...], cut_from: Packet | None = None) -> None:
        packet = self._packet
        ids = self._view.selected_ids()
        at = place_after(packet, ids[-1] if ids else "", _leading(items))
        after = (
            edits.put_back(packet, at, items, cut_from)
            if cut_from
            else edits.insert(packet, at, *items)
        )
        self._current.edit(text, after)
        self._view.clearSelection()
        self._view.select([item.id for item in items])

    def _name(self, ids: Sequence[str]) -> str:
        if len(ids) != 1:
            return self._count(ids)
        items = (item for item in self._packet.items if item.id == ids[0])
        return next((KINDS[type(item)].name for item in items), "内容")

    @staticmethod
    def _count(ids: Sequence[str]) -> str:
        return f" {len(ids)} 项内容"


def _told_gone(before: Packet, after: Packet) -> str:
    """What is said of words that named what is gone now."""
    was, now = ([name for *_, name in pointing_nowhere(packet)] for packet in (before, after))
    told = ""
    for word in ("选段", QUESTION):
        more = _count_gone(now, word) - _count_gone(was, word)
        told += f"，{more} 处提到它的话标作“{word}{GONE}”" if more > 0 else ""
    return told


def _count_gone(names: list[str], word: str) -> int:
    return sum(name.count(GONE) for name in names if name.startswith(word))


def _copies(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(replace(item, id=new_id()) for item in items)


def _leading(items: tuple[Item, ...]) -> Item:
    """The item by which a place is found for several: a passage, where there is one."""
    return next((item for item in items if isinstance(item, PassageItem)), items[0])
