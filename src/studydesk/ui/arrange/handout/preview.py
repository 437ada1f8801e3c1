"""The real PDF beside the packet, made off the interface thread and shown page for page."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.handout.proof_sheet import UNCHECKED, Review
from studydesk.handout.style import Preset
from studydesk.ui.arrange.handout.page_notices import PageNotices
from studydesk.ui.arrange.handout.page_places import find_words, pages_of, spread_of
from studydesk.ui.fields import ChoiceField
from studydesk.ui.giving_way import LowPanel
from studydesk.ui.icons import IconButton
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words import outcomes
from studydesk.ui.words.left_out_words import left_out_sentence

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

    from studydesk.export.pdf.writer import PdfFile
    from studydesk.ui.arrange.handout.page_view import PageView

_PAUSE_MOST, _PAUSE_LEAST = 150, 20
"""Milliseconds without an edit before the page is made again: an eighth of what it took the last
time, so that what is made at once is seen at once, and what takes long is not begun with every key.
"""

_ZOOM_STEP = 1.1

_NO_PAGES = "–/–"

_GAP = 2
"""Pixels between what stands above the page."""

_PRESET_MOST, _PRESET_LEAST = 18 * GRID, 8 * GRID
"""Pixels for the name of a preset; users may give long ones."""

_SIGN = 30
"""Pixels of a button that shows a sign."""


def _make(
    progress: Progress,
    packet: Packet,
    edition: Edition,
    review: Review,
    names: Sequence[str],
    presets: Mapping[str, Preset],
    facing: bool,
) -> "tuple[PdfFile, QPdfDocument]":
    """Make a PDF and open it too: looking at all its pages takes a while. The open document is
    handed over to the interface thread.
    """
    from PySide6.QtPdf import QPdfDocument

    from studydesk.services import handouts

    progress(0, 1)
    file = handouts.preview(packet, edition, packet.preset, review, names, presets)
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(handouts.on_screen(file, facing=facing)))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    for page in range(document.pageCount()):
        document.pagePointSize(page)  # it is worked out once
    if application := QCoreApplication.instance():
        document.moveToThread(application.thread())
    return file, document


class Preview(LowPanel):
    """Shows one edition of the packet as it will be printed."""

    preset_chosen = Signal(str)
    """The packet shall be printed with this preset."""
    change_wanted = Signal()
    """The preset shall be changed."""
    failed = Signal(object)
    """The page could not be made: an exception."""
    made = Signal(object)
    """A page was made and is shown: the PdfFile."""

    def __init__(self, jobs: Jobs, presets: Mapping[str, Preset]) -> None:
        super().__init__()
        self.presets = presets
        self._packet: Packet | None = None
        self.review, self.names = UNCHECKED, tuple[str, ...]()
        self._wanted_item = self._wanted_words = ""
        self._from_top = self._spread = False
        self.file: PdfFile | None = None
        self.document: QPdfDocument | None = None
        self.view: PageView | None = None
        self._latest = Latest(jobs, self._make, _PAUSE_MOST, self)
        self._begun = 0.0
        self.edition = ChoiceField("版本", {edition.value: edition for edition in Edition})
        self.edition.edited.connect(lambda _edition: self._turn_edition())
        self.preset = ChoiceField("版式", {name: name for name in presets})
        self.preset.setMaximumWidth(_PRESET_MOST)
        self.preset.setMinimumWidth(_PRESET_LEAST)
        self.preset.edited.connect(lambda name: self.preset_chosen.emit(str(name)))
        self._lay_out()

    def _lay_out(self) -> None:
        self.zoom_out = IconButton("minus", "缩小页面")
        self.zoom_in = IconButton("plus", "放大页面")
        self.zoom_out.clicked.connect(lambda: self._zoom(1 / _ZOOM_STEP))
        self.zoom_in.clicked.connect(lambda: self._zoom(_ZOOM_STEP))
        self.change = IconButton("pencil-line", "改这个版式：边距、字体、页眉……")
        self.change.clicked.connect(self.change_wanted)
        self.facing = IconButton("book-open-text", "对开：像翻开的书一样看两页")
        self.facing.setCheckable(True)
        self.facing.toggled.connect(self._turn_edition)
        self.sizes = self._sizes()
        self.notices = PageNotices()
        self.notices.page_wanted.connect(lambda page: self._jump_to(page - 1))
        self.fit = QToolButton()
        self.fit.setText("100%")
        self.fit.setToolTip("页面大小；点一下，让页面与栏一样宽")
        self.fit.setAccessibleName("适合宽度")
        self.fit.setMinimumWidth(52)
        self.fit.clicked.connect(self._fit_width)
        self.back = IconButton("chevron-left", "上一页")
        self.forward = IconButton("chevron-right", "下一页")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.page_label = QLabel(_NO_PAGES)
        self.page_label.setAccessibleName("页码")
        self._empty = QLabel("这里显示印出来的样子", alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self.paper = QWidget()  # where something may lie on the pages
        on_paper = QVBoxLayout(self.paper)
        on_paper.setContentsMargins(0, 0, 0, 0)
        on_paper.addWidget(self._pages)
        self.trouble = Sentence(role="red")
        self.trouble.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self.trouble)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self.notices)  # last: it moves no page while one types

    def _bar(self) -> QHBoxLayout:
        zoom = (self.facing, self.zoom_out, self.fit, self.zoom_in)
        turning = (self.back, self.page_label, self.forward)
        for widget in (self.change, *zoom, self.sizes, *turning):
            if isinstance(widget, IconButton):
                widget.setFixedWidth(_SIGN)
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID, GRID, GRID)
        bar.setSpacing(_GAP)
        bar.addWidget(self.edition)
        bar.addSpacing(GRID // 2)
        bar.addWidget(self.preset)
        bar.addWidget(self.change)
        bar.addStretch(1)
        for widget in (*zoom, self.sizes, *turning):
            bar.addWidget(widget)
        return bar

    def _sizes(self) -> IconButton:
        """What a narrow panel has in place of the buttons for turning and the size of pages."""
        button, menu = IconButton("ellipsis", "翻页、页面大小和对开"), QMenu(self)
        menu.addAction("上一页", lambda: self.turn(-1))
        menu.addAction("下一页", lambda: self.turn(1))
        menu.addSeparator()
        menu.addAction("放大页面", self.zoom_in.click)
        menu.addAction("缩小页面", self.zoom_out.click)
        menu.addAction("与栏一样宽", self._fit_width)
        facing = menu.addAction("对开：看两页", self.facing.click)
        facing.setCheckable(True)
        self.facing.toggled.connect(facing.setChecked)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    # --- what to show ---------------------------------------------------------------------

    def offer_presets(self, presets: Mapping[str, Preset]) -> None:
        """Offer the presets that there are now, and make the page anew."""
        self.presets = presets
        self.preset.set_choices({name: name for name in presets})
        self.show_packet(self._packet)

    def show_packet(self, packet: Packet | None) -> None:
        """Make the packet's page anew after a short pause; the last page stays meanwhile."""
        fresh = packet is None or self._packet is None or packet.id != self._packet.id
        self._packet = packet
        for button in (self.zoom_out, self.fit, self.zoom_in, self.sizes, self.change):
            button.setEnabled(packet is not None)
        if packet is None:
            self.file = None
            self._pages.setCurrentWidget(self._empty)
            self.notices.hide()
            self.page_label.setText(_NO_PAGES)
            for button in (self.facing, self.back, self.forward):
                button.setEnabled(False)
            return
        used = preset_for(packet.preset, self.presets).name
        self.preset.set_value(used)
        self.preset.setToolTip(used)
        self._from_top = self._from_top or fresh
        self._latest.ask(0 if fresh else None)

    def show_item(self, item_id: str, words: str = "") -> None:
        """Bring an item into view: its first page, and there its opening words. Where it is the
        one that was shown, the page that is made of it anew turns there.
        """
        other = item_id != self._wanted_item
        self._wanted_item, self._wanted_words = item_id, words
        if other:
            self._turn_to_item()

    def show_edition(self, edition: Edition) -> None:
        """Show another edition."""
        self.edition.set_value(edition)
        self._turn_edition()

    def show_review(self, review: Review) -> None:
        """What a check of the packet found, for the proof sheet."""
        if review != self.review:
            self.review = review
            self._make_if(Edition.PROOF)

    def show_names(self, names: Sequence[str]) -> None:
        """The names of those who are to sign, for the record."""
        if tuple(names) != self.names:
            self.names = tuple(names)
            self._make_if(Edition.RECORD)

    def _make_if(self, edition: Edition) -> None:
        if self.edition.currentText() == edition:
            self._turn_edition()

    def tell_trouble(self, sentence: str) -> None:
        """Say why there is no new page; the last good one stays."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _turn_edition(self) -> None:
        if self._packet is not None:
            self._latest.ask(0)

    def rest(self) -> None:
        """Make nothing more until a packet is shown again."""
        self._latest.rest()

    @property
    def shown_edition(self) -> Edition:
        """The edition that was chosen."""
        return Edition(self.edition.currentText())

    @property
    def left_out(self) -> str:
        """What of the packet its preset has no room for, in a sentence; else nothing."""
        if self._packet is None:
            return ""
        return left_out_sentence(self._packet, preset_for(self._packet.preset, self.presets))

    # --- making ---------------------------------------------------------------------------

    def _make(self) -> None:
        if self._packet is None:
            return
        self._begun = monotonic()
        self._latest.run(
            _make,
            *(self._packet, self.shown_edition, self.review, self.names, self.presets),
            self.facing.isChecked(),
            done=self._done,
            failed=self.failed.emit,
        )

    def _done(self, made: "tuple[PdfFile, QPdfDocument]") -> None:
        took = round(1000 * (monotonic() - self._begun))
        self._latest.pause = max(_PAUSE_LEAST, min(took // 8, _PAUSE_MOST))
        if self._packet is not None:
            self.tell_trouble(outcomes.preset_sentence(self._packet.preset, self.presets))
            self._show(*made)

    def _show(self, file: "PdfFile", document: "QPdfDocument") -> None:
        view, before = self._prepare_view(), self.document
        document.setParent(self)
        view.show_document(document, from_top=self._from_top)
        if before is not None:
            before.deleteLater()
        self.document, self.file = document, file
        self.facing.setEnabled(file.page_count > 1)
        self._spread = document.pageCount() < file.page_count
        tightness = self._packet.tightness if self._packet else 0
        self.notices.show_file(file, tightness, self.left_out)
        self._pages.setCurrentWidget(view)
        self._from_top = False
        self._turn_to_item()
        self._tell_page()
        self.made.emit(file)

    def _prepare_view(self) -> "PageView":
        if self.view is None:
            from studydesk.ui.arrange.handout.page_view import PageView  # see there

            self.view = PageView(self)
            self.view.pageNavigator().currentPageChanged.connect(self._tell_page)
            self._pages.addWidget(self.view)
            self.setTabOrder(self.notices.fit, self.view)
        return self.view

    # --- zoom and pages -------------------------------------------------------------------

    def _zoom(self, factor: float) -> None:
        if self.view is not None:
            self.view.zoom(factor)
            self._tell_zoom()

    def _fit_width(self) -> None:
        if self.view is not None:
            self.view.setZoomMode(self.view.ZoomMode.FitToWidth)
            self._tell_zoom()

    def _tell_zoom(self) -> None:
        if self.view is not None:
            self.fit.setText(f"{round(100 * self.view.shown_zoom())}%")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page as wide as the panel changes its size with it."""
        super().resizeEvent(event)
        self._make_room()
        self._tell_zoom()

    def _make_room(self) -> None:
        """A panel too narrow for all of the bar has a menu in place of most buttons."""
        pages = (self.facing, self.zoom_out, self.fit, self.zoom_in, self.back, self.forward)
        others = (self.edition, self.preset, self.change, self.page_label)
        widths = (min(w.sizeHint().width(), w.maximumWidth()) for w in (*pages, *others))
        has_room = self.width() >= sum(width + _GAP for width in widths) + 3 * GRID
        for widget in pages:
            widget.setVisible(has_room)
        self.sizes.setVisible(not has_room)

    def turn(self, by: int) -> bool:
        """Turn so many pages on, or back; whether there are so many."""
        if self.view is None or self.document is None:
            return False
        to = self.view.pageNavigator().currentPage() + by
        there = 0 <= to < self.document.pageCount()
        if there:
            self.view.jump(to)
        return there

    def _turn_to_item(self) -> None:
        """Turn to the item, unless it is in sight."""
        if self.view is None or self.document is None or self.file is None:
            return
        if page := self.file.item_pages.get(self._wanted_item):
            sheet = self._sheet_of(page - 1)
            self.view.turn_to(sheet, find_words(self.document, sheet, self._wanted_words))

    def _jump_to(self, page: int) -> None:
        if self.view is not None:
            self.view.jump(self._sheet_of(page))

    def _sheet_of(self, page: int) -> int:
        """Where a page is seen, both from 0: two that face each other are one sheet on screen."""
        return spread_of(page) if self._spread else page

    def _tell_page(self) -> None:
        if self.view is not None and self.document is not None and self.file is not None:
            pages = self.document.pageCount()
            page = min(self.view.pageNavigator().currentPage() + 1, pages)
            count = self.file.page_count
            seen = pages_of(page - 1, count) if self._spread else range(page - 1, page)
            self.page_label.setText("–".join(str(at + 1) for at in seen) + f"/{count}")
            self.back.setEnabled(page > 1)
            self.forward.setEnabled(page < pages)
            self._tell_zoom()
