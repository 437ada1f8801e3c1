"""What else follows an 出处 that is filled in: said where it is, before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject

from studydesk.domain.packet import Item, Packet, PassageItem
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.ui.arrange.item_panel import ItemPanel
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.packets.packet_shelf import PacketShelf
from studydesk.ui.words.quotes import cut, quoted

_LONGEST = 12
"""Characters by which a packet is named."""


class SharedSource(QObject):
    """Tells in the editor of a passage how many others are of the same source. The library is
    asked as another passage, or packet, is shown, and as packets come or go: not while somebody
    types.
    """

    def __init__(
        self, library: Library, current: CurrentPacket, shelf: PacketShelf, panel: ItemPanel
    ) -> None:
        super().__init__(panel)
        self._library, self._current, self._panel = library, current, panel
        self._shown: tuple[Item | None, Packet | None] = None, None
        self._asked_of = "", ""
        self._source_id = ""  # where there is one on record that others can follow
        self._others: Sequence[str] = ()
        current.opened.connect(self._forget)  # and then the page shows an item of that packet
        shelf.undoable.connect(self._tell_anew)
        panel.installEventFilter(self)

    def show_item(self, item: Item | None, packet: Packet | None) -> None:
        """Tell it of this item, where it is a passage."""
        self._shown = item, packet
        if not isinstance(item, PassageItem) or packet is None:
            return
        article_id = item.passage.article_id
        if self._asked_of != (packet.id, item.id):
            self._asked_of = packet.id, item.id
            self._source_id, self._others = self._ask(article_id, packet.id)
        cited = [each.article_id for each in packet.passages] if self._source_id else []
        others = [each for each in cited if each != article_id]
        of_source = sum(each.startswith(f"{self._source_id}-") for each in others)
        of_article = len(cited[1:]) - len(others)  # besides the one that is shown
        self._panel.show_sharing(sharing(of_article, of_source, self._others))

    def _ask(self, article_id: str, but: str) -> tuple[str, Sequence[str]]:
        """The source of an article, and the packets besides this one that cite it; nothing where
        the library has not got it, as nothing follows then.
        """
        try:
            known = self._current.on_record(article_id)
            found = self._library.citing(known.source_id) if known else ()
        except StudyDeskError:  # nothing is to be told of it here
            return "", ()
        titles = [title for packet_id, title in found if packet_id != but]
        return known.source_id if known else "", titles

    def _forget(self) -> None:
        self._asked_of = "", ""

    def _tell_anew(self) -> None:
        self._forget()
        self.show_item(*self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On other pages articles and packets may have come or gone."""
        if event.type() == QEvent.Type.Show:
            self._tell_anew()
        return super().eventFilter(watched, event)


def sharing(of_article: int, of_source: int, packets: Sequence[str]) -> str:
    """So many other passages of the article are cited alike; so many of other articles, and these
    packets, follow in what belongs to the source. Empty where none does.
    """
    parts = [f"另 {of_source} 段"] if of_source else []
    if packets:
        name = quoted(cut(packets[0], _LONGEST))
        count = f"等 {len(packets)} 份" if len(packets) > 1 else ""
        parts.append(f"学习包{name}{count}")
    told = [f"同一篇的另 {of_article} 段一起改"] if of_article else []
    if parts:
        stays = "题名、作者和别的学习包另写的" if packets else "题名、作者"
        told.append(f"同一来源的{'、'.join(parts)}跟着改，{stays}不动")
    return f"{'；'.join(told)}。" if told else ""
