"""The pages of a PDF one below the other: how large they are, and which place of them is seen.

Loaded with the first page: the window appears sooner without it.
"""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from studydesk.ui import theme

_NEAR_THE_END = 0.8
"""What begins lower than this share of the view is not in sight yet."""

_ABOVE = 60
"""Points that are left above a place that is turned to."""

_ZOOM_LEAST, _ZOOM_MOST = 0.25, 4.0


class PageView(QPdfView):
    """Knows places in points, which Qt's own view does not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("印出来的样子")
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that comes and goes makes a page that just fits narrower and wider without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumHeight(8)  # in a low window it gives way to the choices of an export
        (self._renderer,) = self.findChildren(QPdfPageRenderer)
        self._renderer.pageRendered.connect(self._rendered)
        self._mark, self._marks, self._late = 0, 0, False
        self._colour_desk()

    def _colour_desk(self) -> None:
        """What lies around the pages takes a quiet colour of the theme; all else of the palette
        is left to follow it.
        """
        quiet = QColor(theme.colours(self.palette()).line)
        if self.palette().color(QPalette.ColorRole.Dark) != quiet:
            own = QPalette()
            own.setColor(QPalette.ColorRole.Dark, quiet)
            self.setPalette(own)

    def changeEvent(self, event: QEvent) -> None:
        """Colours follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour_desk()

    def event(self, event: QEvent) -> bool:
        """On a screen of another scale the pages are drawn anew: Qt would stretch what it has."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw_anew()
        return super().event(event)

    def _draw_anew(self) -> None:
        self.setPageSpacing(self.pageSpacing() + 1)  # which is what makes Qt forget its pictures
        self.setPageSpacing(self.pageSpacing() - 1)

    def show_document(self, document: QPdfDocument, *, from_top: bool) -> None:
        """Show another document at the place that was seen, or from its beginning."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setDocument(document)
        bar.setValue(0 if from_top else place)  # Qt keeps neither place for sure
        # Qt takes a page of the document before, which is still being drawn, for one of this. Pages
        # are drawn in turn: what comes before a mark, a page that is none, was asked for before.
        self._marks, self._late = self._marks + 1, False
        self._mark = self._renderer.requestPage(document.pageCount(), QSize(1, self._marks))

    def _rendered(self, _page: int, _size: QSize, _image: object, _how: object, at: int) -> None:
        if at == self._mark:
            self._mark = 0
            if self._late:
                self._draw_anew()
        elif self._mark:
            self._late = True

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller than they are seen now."""
        self.setZoomFactor(max(_ZOOM_LEAST, min(_ZOOM_MOST, self.shown_zoom() * factor)))
        self.setZoomMode(QPdfView.ZoomMode.Custom)

    def shown_zoom(self) -> float:
        """The zoom factor as seen, also while the width decides it."""
        if self.document() is None:
            return 1.0
        if self.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.zoomFactor()
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        points = self.document().pagePointSize(0).width() or 595.0
        return width / (points * self.logicalDpiX() / 72)

    def turn_to(self, page: int, down: float) -> None:
        """Turn to a place so many points down a page (from 0), unless it is in sight."""
        top = self._height_of(page) + down * self._scale()
        bar = self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.viewport().height() * _NEAR_THE_END:
            self.jump(page)
            bar.setValue(round(top - _ABOVE * self._scale()))

    def jump(self, page: int) -> None:
        """Turn to the beginning of a page (from 0)."""
        self.pageNavigator().jump(page, QPointF(), 0)

    def _height_of(self, page: int) -> float:
        """How far down the view a page begins, in pixels: Qt turns to pages, not to places."""
        above = sum(
            self.document().pagePointSize(number).height() * self._scale() + self.pageSpacing()
            for number in range(page)
        )
        return self.documentMargins().top() + above

    def _scale(self) -> float:
        """Pixels for a point."""
        return self.shown_zoom() * self.logicalDpiY() / 72
