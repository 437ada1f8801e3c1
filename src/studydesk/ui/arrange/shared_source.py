"""What else follows an 出处 that is filled in: said where it is, before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.ui.arrange.item_panel import ItemPanel
from studydesk.ui.words.quotes import cut, quoted

_LONGEST = 12
"""Characters by which a packet is named."""


class SharedSource(QObject):
    """Tells in the editor of a passage how many others are of the same source. The library is
    asked as another passage, or packet, is shown: not while somebody types.
    """

    def __init__(self, library: Library, panel: ItemPanel) -> None:
        super().__init__(panel)
        self._library, self._panel = library, panel
        self._shown = "", ""
        self._others: Sequence[str] = ()

    def show_item(self, item: Item | None, packet: Packet | None) -> None:
        """Tell it of this item, where it is a passage."""
        if not isinstance(item, PassageItem) or packet is None:
            return
        source_id = item.passage.article_id.rpartition("-")[0]
        if self._shown != (packet.id, item.id):
            self._shown = packet.id, item.id
            self._others = self._citing(source_id, packet.id)
        alike = [p for p in packet.passages if p.article_id.startswith(f"{source_id}-")]
        self._panel.show_sharing(sharing(len(alike) - 1, self._others))

    def _citing(self, source_id: str, but: str) -> Sequence[str]:
        try:
            found = self._library.citing(source_id)
        except StudyDeskError:  # nothing is to be told of it here
            return ()
        return [title for packet_id, title in found if packet_id != but]


def sharing(passages: int, packets: Sequence[str]) -> str:
    """So many other passages of this packet, and these packets, follow; empty where none does."""
    parts = [f"另 {passages} 段"] if passages else []
    if packets:
        name = quoted(cut(packets[0], _LONGEST))
        count = f"等 {len(packets)} 份" if len(packets) > 1 else ""
        parts.append(f"学习包{name}{count}")
    if not parts:
        return ""
    return f"同一来源的{'、'.join(parts)}跟着改；题名、作者和各自另写的不动。"
