"""Draws a row of the article list: title, facts, marks, and what a search found."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from studydesk.ui import theme
from studydesk.ui.theme import GRID, Colours
from studydesk.ui.utf16 import Utf16Places, shown
from studydesk.ui.words.article_row import ArticleRow

ROW = Qt.ItemDataRole.UserRole
"""The data role under which a model gives the ArticleRow."""

Index = QModelIndex | QPersistentModelIndex
_Kind = tuple[str, tuple[str, ...]]

TITLE = 15
"""The height of titles in pixels."""

SMALL = 12
"""The height of facts and excerpts in pixels."""

_SIDE = 2 * GRID
_TOP = GRID + 2
_GAP, _LEADING = 4, 2
_LINES = 2
"""Lines of an excerpt."""
_EXCERPTS = 2
"""Excerpts shown of one article."""


class ArticleDelegate(QStyledItemDelegate):
    """Two lines for an article, two more for each excerpt that a search found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height depends on the excerpts; the width is the list's."""
        row, kind = index.data(ROW), _kind(option.font)
        title, small = (height for _font, height in _types(kind))
        height = 2 * _TOP + title + _GAP + small
        if isinstance(row, ArticleRow) and isinstance(option.widget, QAbstractItemView):
            room = option.widget.viewport().width() - 2 * _SIDE
            for excerpt in row.excerpts[:_EXCERPTS]:
                height += _GAP + _lines(excerpt.text, room, kind) * (small + _LEADING)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and bar, then title, facts, marks and excerpts from top to bottom."""
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        scheme = theme.colours(option.palette)
        kind = _kind(option.font)
        (title_font, title), (small_font, small) = _types(kind)
        box = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        painter.save()
        _draw_ground(painter, option, scheme)
        painter.setPen(QColor(scheme.text))
        line = QRect(box.left(), box.top(), box.width(), title)
        _draw(painter, line, row.title, title_font, row.title_highlights, scheme)
        line = QRect(box.left(), line.bottom() + 1 + _GAP, box.width(), small)
        _draw_facts(painter, line, row, small_font, scheme)
        painter.setPen(QColor(scheme.text))
        for excerpt in row.excerpts[:_EXCERPTS]:
            lines, high = _lines(excerpt.text, box.width(), kind), small + _LEADING
            line = QRect(box.left(), line.bottom() + 1 + _GAP, box.width(), lines * high)
            _draw(painter, line, excerpt.text, small_font, excerpt.highlights, scheme, lines)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The tip says what cannot be seen: the whole title, and what the marks mean."""
        row = index.data(ROW)
        if event.type() == QEvent.Type.ToolTip and isinstance(row, ArticleRow):
            lines = (row.title, row.facts, *(meaning for _, meaning in row.marks))
            QToolTip.showText(event.globalPos(), "\n".join(lines), view)
            return True
        return super().helpEvent(event, view, option, index)


class _Type(NamedTuple):
    """What a line is set in, and its height."""

    font: QFont
    height: int


def _kind(font: QFont) -> _Kind:
    """What tells a font; Qt alone writes but the first of its faces."""
    return font.toString(), tuple(font.families())


@lru_cache(8)
def _types(kind: _Kind) -> tuple[_Type, _Type]:
    """Title and small print of a list in a font of this kind."""
    told, faces = kind
    made = []
    for size in (TITLE, SMALL):
        font = QFont()
        font.fromString(told)
        font.setFamilies(faces)
        font.setPixelSize(size)
        made.append(_Type(font, QFontMetrics(font).height()))
    return made[0], made[1]


def _lines(text: str, room: int, kind: _Kind) -> int:
    """How many lines an excerpt takes, of those it may take."""
    return _LINES if _width(text, kind) > room else 1


@lru_cache(1024)  # a list asks for the heights of all its rows whenever some come
def _width(text: str, kind: _Kind) -> int:
    _, small = _types(kind)
    return QFontMetrics(small.font).horizontalAdvance(text)


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, scheme: Colours) -> None:
    state, rect = option.state, option.rect
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(scheme.selected))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(scheme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(scheme.hover))
    painter.setPen(QColor(scheme.line))
    painter.drawLine(rect.left() + _SIDE, rect.bottom(), rect.right() - _SIDE, rect.bottom())


def _draw_facts(
    painter: QPainter, rect: QRect, row: ArticleRow, font: QFont, scheme: Colours
) -> None:
    """Author and minutes from the left, the marks from the right; the marks are never cut."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    right = rect.right() + 1
    for sign, _ in reversed(row.marks):
        width = metrics.horizontalAdvance(sign)
        right -= width
        painter.setPen(QColor(scheme.amber if sign.startswith("⚠") else scheme.accent))
        place = QRect(right, rect.top(), width, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, sign)
        right -= GRID
    room = max(0, right - rect.left())
    painter.setPen(QColor(scheme.muted))
    facts = metrics.elidedText(row.facts, Qt.TextElideMode.ElideRight, room)
    place = QRect(rect.left(), rect.top(), room, rect.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, facts)


def _draw(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    highlights: Sequence[tuple[int, int]],
    scheme: Colours,
    lines: int = 1,
) -> None:
    """Text in so many lines, cut with … where it is longer, with places highlighted."""
    text, metrics = cut_to(shown(text), font, rect.width(), lines), QFontMetrics(font)
    layout = QTextLayout(text, font)
    layout.setFormats(_formats(text, highlights, scheme))
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, number * (metrics.height() + _LEADING)))
    layout.endLayout()
    layout.draw(painter, QPointF(rect.topLeft()))


def cut_to(text: str, font: QFont, width: int, lines: int) -> str:
    """As much of a text as goes into so many lines, with … at the end of the last where it is
    longer.
    """
    before, rest = _before_last(text, font, width, lines) if lines > 1 else ("", text)
    return before + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)


def _before_last(text: str, font: QFont, width: int, lines: int) -> tuple[str, str]:
    """A text in two: what is in all lines but the last, and the rest."""
    layout, last = QTextLayout(text, font), 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        last = line.textStart()
    layout.endLayout()
    units = text.encode("utf-16-le")
    return units[: 2 * last].decode("utf-16-le"), units[2 * last :].decode("utf-16-le")


def _formats(
    text: str, highlights: Sequence[tuple[int, int]], scheme: Colours
) -> list[QTextLayout.FormatRange]:
    places, formats = Utf16Places(text), []
    look = QTextCharFormat()
    look.setBackground(QColor(scheme.hit))
    for start, end in highlights:
        if start < len(text):
            stretch = QTextLayout.FormatRange()
            stretch.start = places.units(start)
            stretch.length = places.units(min(end, len(text))) - stretch.start
            stretch.format = look
            formats.append(stretch)
    return formats
