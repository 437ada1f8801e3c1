"""最近的学习包 in the menu 文件: back to what was open before, by two keys."""

from PySide6.QtWidgets import QMenu, QWidget

from studydesk.domain.packet import Packet
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.packets.packet_shelf import PacketShelf, list_names
from studydesk.ui.short_words import menu_line

MOST = 9
"""Packets that are listed at most: as many as there are digits to choose one by."""


class RecentPackets(QMenu):
    """The packets that were open last, without the one that is open; where these are few, those
    that were changed last as well. They are listed anew whenever the menu opens.
    """

    def __init__(self, shelf: PacketShelf, current: CurrentPacket, parent: QWidget) -> None:
        super().__init__("最近的学习包", parent)
        self._shelf, self._current = shelf, current
        self.ids: list[str] = []
        current.opened.connect(self._follow)
        self.aboutToShow.connect(self._list)

    def restore(self, ids: object) -> None:
        """Know what was open last, the latest first, as an earlier window kept it."""
        kept = ids if isinstance(ids, list) else []
        self.ids = [each for each in kept if isinstance(each, str)]

    def _follow(self, packet: Packet | None) -> None:
        if packet is not None:
            before = [each for each in self.ids if each != packet.id]
            self.ids = [packet.id, *before][: MOST + 1]

    def _list(self) -> None:
        self.clear()
        names = list_names(self._shelf.summaries())
        if self._current.packet is not None:
            names.pop(self._current.packet.id, None)
        opened = [each for each in self.ids if each in names]
        for packet_id in [*opened, *(each for each in names if each not in opened)][:MOST]:
            action = self.addAction(menu_line(names[packet_id], self))
            action.triggered.connect(lambda _=False, key=packet_id: self._shelf.open(key))
        if not self.actions():
            self.addAction("没有别的学习包").setEnabled(False)
