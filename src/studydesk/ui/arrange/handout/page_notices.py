"""A line below the page: what stands badly on the pages, and the offer to fit them to fewer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from studydesk.handout.notices import Fault, PageNotice
from studydesk.ui.theme import GRID

if TYPE_CHECKING:
    from studydesk.export.pdf.writer import PdfFile

_NAMED = 3
"""Notices of one kind that are told page by page."""
_FEW = 8
"""Lines of a last page that are told by their number: more are not only so many."""


class _Linked(QLabel):
    """Words with links, with a frame while they have the keys: Tab comes to the first link at once,
    where Qt would stand before it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", "true")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on to a link."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.focusNextPrevChild(True)


class PageNotices(QWidget):
    """Says what was noticed; a click on a page number goes there."""

    page_wanted = Signal(int)
    """Turn to this page, from 1."""
    fit_wanted = Signal()
    """Draw the packet in to save a page."""
    loosen_wanted = Signal()
    """Print the packet with the spaces of its preset again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gives_way = False
        self.told = _Linked()
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        self.told.linkActivated.connect(lambda page: self.page_wanted.emit(int(page)))
        self.fit = QPushButton("挤进页数")
        self.fit.setToolTip("在版式允许的范围内收紧段间和行距；可以撤消")
        self.fit.clicked.connect(self.fit_wanted)
        self.loosen = QPushButton("恢复原来的疏密")
        self.loosen.setProperty("role", "link")
        self.loosen.clicked.connect(self.loosen_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self.told, 1)
        row.addWidget(self.loosen)
        row.addWidget(self.fit)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Links are coloured when they are set: set them anew when light turns to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            words = self.told.text()
            self.told.clear()
            self.told.setText(words)

    def show_file(self, file: "PdfFile", tightness: int, left_out: str = "") -> None:
        """Tell of a file that was made of a packet drawn in by so many steps, and first of what is
        left out of it, in a sentence.
        """
        self.fit.hide()
        self.loosen.setVisible(tightness > 0)
        noticed = "；".join(_sentences(file.notices)) or ("已收紧段间和行距" if tightness else "")
        self.tell("。".join(filter(None, (left_out, noticed))))

    def offer_to_fit(self, pages: int) -> None:
        """Offer to fit the file to so many pages, until another is shown."""
        self.fit.setText(f"挤进 {pages} 页")
        self.fit.show()

    def tell(self, sentence: str) -> None:
        """Say this instead, with the buttons as they are."""
        self.told.setText(sentence)
        self._show()

    def give_way(self, gives_way: bool) -> None:
        """Stay away for as long as the page needs the room."""
        self._gives_way = gives_way
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.told.text()) and not self._gives_way)


def _sentences(notices: Sequence[PageNotice]) -> list[str]:
    words = {Fault.OVERFULL: "有放不下的文字", Fault.ALONE: "有落单的行"}
    told = []
    for fault, what in words.items():
        pages = list(dict.fromkeys(notice.page for notice in notices if notice.fault is fault))
        if pages:
            linked = "、".join(f'<a href="{page}">{page}</a>' for page in pages[:_NAMED])
            told.append(f"第 {linked} 页{'等' if len(pages) > _NAMED else ''}{what}")
    for notice in notices:
        if notice.fault is Fault.HALF_EMPTY:
            held = f"只有 {notice.lines} 行" if 0 < notice.lines <= _FEW else "不到半页"
            told.append(f'末页（<a href="{notice.page}">{notice.page}</a>）{held}')
    return told
