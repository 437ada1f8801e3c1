"""印成小册子: how the sheets are printed, folded and stitched, in three small pictures."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydesk.handout.paper import Page
from studydesk.ui import theme
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_STEP, _HEIGHT, _CAPTION = 150, 132, 44
"""Pixels: the width of a step, the height of all, and that of the words below each."""

_A5 = 150
"""Millimetres: pages no wider than that go on A4, others on A3."""

_STEPS = ("双面打印\n选“短边翻转”", "按顺序叠齐\n从中间对折", "骑马订\n两个钉")
_CUT = ("打印\n一张有两份", "从中间\n裁开")

_FEW = 2
"""Pages that are put on a sheet twice, and make no booklet."""


def sheets_of(pages: int) -> int:
    """How many sheets of paper a booklet of so many pages takes."""
    return 1 if pages <= _FEW else -(-pages // 4)


class FoldPicture(QWidget):
    """Sheets with their page numbers on both sides, folded, and stitched; two pages are cut."""

    def __init__(self, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._captions = _CUT if pages <= _FEW else _STEPS
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName("；".join(text.replace("\n", "，") for text in self._captions))

    def sizeHint(self) -> QSize:
        """A step beside the other."""
        return QSize(_STEP * len(self._captions), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line drawings in the colours of the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._colours = theme.colours(self.palette())
        steps = [self._draw_sheet, self._draw_cut]
        if self._pages > _FEW:
            steps = [self._draw_sides, self._draw_fold, self._draw_stitches]
        for number, (draw, caption) in enumerate(zip(steps, self._captions, strict=True)):
            painter.save()
            painter.translate(number * _STEP, 0)
            painter.setPen(QPen(QColor(self._colours.text), 1.4))
            painter.setBrush(QColor(self._colours.surface))
            draw(painter)
            painter.setPen(QColor(self._colours.text))
            words = QRectF(0, _HEIGHT - _CAPTION, _STEP, _CAPTION)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, caption)
            painter.restore()
        painter.end()

    def _draw_open_sheet(self, painter: QPainter, left: float, top: float, told: str) -> None:
        """A sheet with a page on either side of the fold; what stands on each."""
        sheet = QRectF(left, top, 84, 58)
        painter.drawRect(sheet)
        middle = sheet.center().x()
        painter.save()
        painter.setPen(QPen(QColor(self._colours.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle, sheet.top()), QPointF(middle, sheet.bottom()))
        painter.restore()
        half = QRectF(sheet.left(), sheet.top(), 42, 58)
        for place, words in zip((half, half.translated(42, 0)), told.split("|"), strict=True):
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_sides(self, painter: QPainter) -> None:
        """The back behind the front, and the arrow that turns it over its short edge."""
        whole = -(-self._pages // 4) * 4
        last = str(whole) if whole == self._pages else "空白"
        self._draw_open_sheet(painter, 40, 6, "2|")
        self._draw_open_sheet(painter, 22, 20, f"{last}|1")
        painter.setPen(QPen(QColor(self._colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(98, 26, 36, 46), -70 * 16, 150 * 16)
        self._draw_arrow(painter, QPointF(112, 26), QPointF(-8, 0))

    def _draw_arrow(self, painter: QPainter, tip: QPointF, way: QPointF) -> None:
        painter.setBrush(QColor(self._colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        across = QPointF(-way.y(), way.x()) * 0.7
        painter.drawPolygon(QPolygonF([tip, tip - way + across, tip - way - across]))

    def _draw_fold(self, painter: QPainter) -> None:
        """A sheet that closes like a book."""
        for rise in (8, 4):
            left = [QPointF(75, 28 + rise), QPointF(30, 14 + rise)]
            left += [QPointF(30, 66 + rise), QPointF(75, 80 + rise)]
            right = [QPointF(150 - point.x(), point.y()) for point in left]
            painter.drawPolygon(QPolygonF(left))
            painter.drawPolygon(QPolygonF(right))
        painter.setPen(QPen(QColor(self._colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(46, 4, 58, 34), 30 * 16, 125 * 16)
        self._draw_arrow(painter, QPointF(105, 19), QPointF(4, 7))

    def _draw_stitches(self, painter: QPainter) -> None:
        """The closed booklet with two staples in its spine."""
        for away in (6, 3, 0):
            painter.drawRect(QRectF(52 + away, 14 + away, 46, 64))
        painter.drawText(QRectF(52, 14, 46, 64), Qt.AlignmentFlag.AlignCenter, "1")
        painter.setPen(QPen(QColor(self._colours.accent), 3))
        for height in (30, 60):
            painter.drawLine(QPointF(52, height - 5), QPointF(52, height + 5))

    def _draw_sheet(self, painter: QPainter) -> None:
        self._draw_open_sheet(painter, 33, 14, "1|1")

    def _draw_cut(self, painter: QPainter) -> None:
        for left in (26, 80):
            half = QRectF(left, 14, 42, 58)
            painter.drawRect(half)
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, "1")
        painter.setPen(QPen(QColor(self._colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(74, 8), QPointF(74, 78))


class BookletSheet(Sheet):
    """Tells how a booklet is made, before the printer is asked for."""

    def __init__(self, page: Page, pages: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("印成小册子")
        paper = "A4" if page.width <= _A5 else "A3"
        told = f"{pages} 页，每份用 {sheets_of(pages)} 张 {paper} 纸；打印时不要缩放。"
        if paper == "A3":
            told += "\n没有 A3 打印机，就换成版式“口袋本 A5”，用 A4 纸。"
        self.told = QLabel(told)
        self.told.setProperty("role", "muted")
        print_button, cancel = QPushButton("打印…"), QPushButton("取消")
        print_button.setProperty("role", "primary")
        print_button.setDefault(True)
        print_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(FoldPicture(pages), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.told)
        column.addLayout(row)
