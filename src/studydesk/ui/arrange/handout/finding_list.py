"""The list of findings: no line of it is cut, and where there are more, it scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studydesk.ui.theme import GRID

_SHOWN = 5
"""Findings that are seen at once, where there is room."""

_LEAST = 5
"""Lines of them that are seen at least, if there are so many."""

_PART = 4
"""More take no more of the window than one of so many parts of its height."""

_PADDING = 4
"""Pixels above and below the words of each."""

_EDGE = 4
"""Pixels of the list that are not for words."""


class _Inked(QStyledItemDelegate):
    """A marked line keeps its colour, which says how severe it is. Words are drawn as Qt lays them
    out, which keeps room for a scroll bar that may not be there: a line that needs two only then
    would stand between gaps.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ink of the line on the ground of what is marked, as wide as it is laid out."""
        super().initStyleOption(option, index)
        if isinstance(option.widget, FindingList):
            room = QSize(option.widget.room_of_words(), option.rect.height())
            option.rect = QRect(option.rect.topLeft(), room)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(ink, QBrush):
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.HighlightedText, ink.color())
            option.palette = palette


class FindingList(QListWidget):
    """Wrapped sentences, as many lines of them as fit whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("校对提示")
        self.setProperty("ground", "window")
        self.setFrameShape(QFrame.Shape.NoFrame)
        padding = f"QListView::item {{ padding: {_PADDING}px 0; }}"  # Qt wraps beside no padding
        self.setStyleSheet(padding)
        self.setItemDelegate(_Inked(self))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._is_fitting = False

    def room_of_words(self) -> int:
        """Pixels in which the words are wrapped, with a scroll bar or without."""
        metric = QStyle.PixelMetric.PM_ScrollBarExtent
        bar = self.style().pixelMetric(metric, None, self.verticalScrollBar())
        return self.maximumViewportSize().width() - bar

    def fit(self) -> None:
        """Ask for the room of the first findings, and for that of a few lines at least."""
        if self._is_fitting:  # a scroll bar that comes or goes by that changes no line
            return
        self._is_fitting = True
        try:
            self._fit()
        finally:
            self._is_fitting = False

    def _fit(self) -> None:
        ends = self._line_ends()
        least = ends[min(len(ends), _LEAST) - 1] if ends else 0
        part = self.window().height() // _PART
        most = max((end for end in ends if end <= part), default=0)
        self.setMinimumHeight(least + _EDGE if ends else 0)
        self.setMaximumHeight(max(least, most) + _EDGE if ends else 0)
        self._cut_no_line(ends)

    def _line_ends(self) -> list[int]:
        """How high the list is when it ends below each of the lines of the first findings."""
        self.doItemsLayout()  # as they are wrapped now
        ends: list[int] = []
        top = 0
        for at in range(min(self.count(), _SHOWN)):
            words = self.visualItemRect(self.item(at)).height() - 2 * _PADDING
            lines = max(1, round(words / self._line_of(self.item(at).text())))
            ends += [top + _PADDING + words * line // lines for line in range(1, lines)]
            top += words + 2 * _PADDING
            ends.append(top)
        return ends

    def _line_of(self, words: str) -> int:
        """How high a line is: some characters are drawn by other fonts than its own."""
        return self.fontMetrics().boundingRect(words.replace("\n", " ")).height()

    def _cut_no_line(self, ends: list[int]) -> None:
        """Leave free below what is too little for a line."""
        free = self.viewport().height()  # 0 where the margin below has taken all there is
        room = (free or self.maximumViewportSize().height()) + self.viewportMargins().bottom()
        whole = max((end for end in ends if end <= room), default=room)
        self.setViewportMargins(GRID, 0, 0, max(0, room - whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences take more lines where there is less room."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """All that is asked for."""
        return QSize(super().sizeHint().width(), self.maximumHeight())
