"""Widgets beside one another, in as many lines as there have to be."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from studydesk.ui.theme import GRID


class FlowRow(QLayout):
    """Each widget is as wide as it wants to be; one that does not fit begins another line."""

    def __init__(self, widgets: Iterable[QWidget] = (), gap: int = GRID) -> None:
        """`gap` is in pixels; between lines half a GRID is left."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over what is added."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are, seen or not."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width is more lines."""
        return True

    def invalidate(self) -> None:
        """Something in it is of another size."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height of as many lines as this width makes. It is kept: where there are many rows,
        all are asked whenever one comes.
        """
        if width not in self._heights:
            lines = [rect.bottom() + 1 for _, rect in self._places(width)]
            self._heights[width] = max(lines, default=0) + self._around
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        margins = self.contentsMargins()
        corner = rect.topLeft() + QPoint(margins.left(), margins.top())
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(corner))

    def sizeHint(self) -> QSize:
        """One line of everything."""
        hints = [item.sizeHint() for item in self._seen()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + self._beside, height + self._around)

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        if self._least is None:
            least = QSize()
            for item in self._seen():
                least = least.expandedTo(item.sizeHint())
            around = QSize(self._beside, self._around)
            self._least = least + around if least.isValid() else QSize(0, 0)
        return self._least

    @property
    def _beside(self) -> int:
        return self.contentsMargins().left() + self.contentsMargins().right()

    @property
    def _around(self) -> int:
        return self.contentsMargins().top() + self.contentsMargins().bottom()

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Where each goes in this width, from the corner inside the margins; those of a line
        stand about its middle.
        """
        room, top = width - self._beside, 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._seen():
            size = item.sizeHint().boundedTo(QSize(max(room, 1), item.sizeHint().height()))
            left = line[-1][1].right() + 1 + self._gap if line else 0
            if line and left + size.width() > room:
                yield from _centred(line)
                top = max(rect.bottom() for _, rect in line) + 1 + GRID // 2
                line, left = [], 0
            line.append((item, QRect(QPoint(left, top), size)))
        yield from _centred(line)


def take_out(row: QLayout, widgets: Iterable[QWidget]) -> None:
    """Take widgets out of any row for good, and from the screen at once."""
    for gone in widgets:
        row.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def _centred(line: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    height = max((rect.height() for _, rect in line), default=0)
    for item, rect in line:
        yield item, rect.translated(0, (height - rect.height()) // 2)
