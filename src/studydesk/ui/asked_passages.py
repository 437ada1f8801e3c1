"""Between the check in 编排 and the question in 整理 which words a passage is to have."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from studydesk.domain.article import source_id_of
from studydesk.domain.packet import PassageItem
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.pages.arrange import ArrangePage
from studydesk.ui.pages.tidy import TidyPage


class AskedPassages(QObject):
    """Leads from a passage that is not as its article to the question, and tells what was said."""

    def __init__(
        self,
        current: CurrentPacket,
        arrange: ArrangePage,
        tidy: TidyPage,
        show_page: Callable[[str], object],
    ) -> None:
        super().__init__(tidy)
        self._current, self._tidy, self._show_page = current, tidy, show_page
        self._findings = arrange.handout_panel.findings
        self._findings.settling.tidy_requested.connect(self._ask)
        self._findings.summary_changed.connect(lambda _summary: self._tell())
        tidy.changed_passages.left_changed.connect(self._tell)

    def _ask(self, item_id: str) -> None:
        packet = self._current.packet
        for item in packet.items if packet else ():
            if packet and item.id == item_id and isinstance(item, PassageItem):
                article_id = item.passage.article_id
                self._show_page("tidy")
                self._tidy.changed_passages.look_at(packet.id, item_id)
                self._tidy.open_article(article_id, source_id_of(article_id))

    def _tell(self) -> None:
        packet = self._current.packet
        left = self._tidy.changed_passages.left()
        self._findings.show_left({key[1] for key in left if packet and key[0] == packet.id})
