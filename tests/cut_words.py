"""What of a window cannot be read: words wider than their room, things beyond an edge or over one
another.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStatusBar,
    QStyledItemDelegate,
    QTabBar,
    QToolButton,
    QWidget,
)

from studydesk.ui.short_words import PartedButton

SLACK = 1
"""Pixels that may be missing: sizes are rounded."""

_APART = 4
"""Pixels that are between words and a button beside them, at least."""

_WORDED = QLabel | QAbstractButton | QComboBox | QLineEdit
_FIELD, _CHOICE = 22, 34
"""Pixels of a line to write in, and of a box to choose from, that are not for words."""


def cut_words(top: QWidget) -> list[str]:
    """A sentence for everything visible in a window or sheet that is cut or covered."""
    shown = [widget for widget in top.findChildren(QWidget) if widget.isVisibleTo(top)]
    own = [widget for widget in shown if _own(widget, top)]
    worded = [widget for widget in own if isinstance(widget, _WORDED)]
    lists = [widget for widget in own if isinstance(widget, QAbstractScrollArea)]
    told = [f"{_name(widget)}: {why}" for widget in worded for why in _cut(widget, top)]
    told += [f"{_name(bar)}: {why}" for bar in shown for why in _sideways(bar)]
    told += [f"{_name(parted)}: {why}" for parted in own for why in _parts_cut(parted)]
    told += [f"{_name(one)} touches {_name(other)}" for one, other in _touching(worded)]
    told += [
        f"{_name(one)} and {_name(other)} overlap" for one, other in _overlapping([*worded, *lists])
    ]
    return told


def _own(widget: QWidget, top: QWidget) -> bool:
    """Whether it is part of this window, and no part of what Qt builds of parts."""
    parent = widget.parentWidget()
    built_in = isinstance(parent, QComboBox | QLineEdit | QTabBar)
    return widget.window() is top.window() and not built_in


def _cut(widget: QWidget, top: QWidget) -> Iterator[str]:
    missing = _wanted_width(widget) - widget.width()
    if missing > SLACK:
        yield f"{missing} pixels too narrow"
    missing = _wanted_height(widget) - widget.height()
    if missing > SLACK:
        yield f"{missing} pixels too low"
    beyond = _beyond(widget, top)
    if beyond:
        yield f"{beyond} pixels beyond the edge"
    if _loses_ending(widget):
        yield "a name without its ending, which two may differ in"


def _loses_ending(widget: QWidget) -> bool:
    """Whether a name was shortened at its end. Facts, which dots part, may: the first say most; so
    may a sentence, in which no name is told from another.
    """
    if not isinstance(widget, QLabel | QAbstractButton):
        return False
    shown, dots, rest = widget.text().replace("&&", "&").strip().partition("…")
    whole = next((line for line in widget.toolTip().split("\n") if line.startswith(shown)), "")
    return bool(dots and shown and whole and not rest.strip(" ▾▴")) and not (
        " · " in whole or whole.endswith("。")
    )


def _wanted_width(widget: QWidget) -> int:
    if isinstance(widget, QComboBox):  # its own hint is for the widest of its entries
        fits = widget.toolTip() == widget.currentText() and widget.currentText()
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return 0 if fits else words + _CHOICE
    if isinstance(widget, QLineEdit):
        words = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if widget.validator() is not None:  # a number, which says something else without its end
            return widget.fontMetrics().horizontalAdvance(widget.text()) + _FIELD
        told = widget.text() or widget.toolTip() == widget.placeholderText()
        return 0 if told else words + _FIELD
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0
    if isinstance(widget, PartedButton):
        return widget.minimumSizeHint().width()
    if isinstance(widget, QToolButton) and not widget.text():
        return widget.iconSize().width()
    return widget.sizeHint().width()


def _wanted_height(widget: QWidget) -> int:
    if isinstance(widget, QLabel):
        if not widget.text():
            return 0
        if widget.wordWrap():
            return widget.heightForWidth(widget.width())
    if isinstance(widget, PartedButton):
        return widget.heightForWidth(widget.width())
    return min(widget.sizeHint().height(), widget.fontMetrics().height() + 4)


def _beyond(widget: QWidget, top: QWidget) -> int:
    """So many pixels lie outside of what the parents show; what can be scrolled to is shown."""
    parent, most, scrolled = widget.parentWidget(), 0, False
    while parent is not None:
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        room, around = parent.rect(), parent.parentWidget()
        if isinstance(around, QAbstractScrollArea) and parent is around.viewport():
            if not isinstance(around, QScrollArea):
                return most  # it stands on a text, and goes with it
            scrolled = True
        most = max(most, room.left() - place.left(), place.right() - room.right())
        if not scrolled:
            most = max(most, room.top() - place.top(), place.bottom() - room.bottom())
        if parent is top:
            return most
        parent = around
    return most


def _sideways(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if bar.isVisible() and bar.maximum() > 0:
            yield f"scrolls sideways by {bar.maximum()} pixels"
        held = widget.widget() if isinstance(widget, QScrollArea) else None
        if held is not None:
            missing = held.width() - widget.viewport().width()
            if missing > SLACK:
                yield f"holds what is {missing} pixels wider"
    elif isinstance(widget, QStatusBar) and widget.currentMessage():
        permanent = [part.x() for part in widget.findChildren(QLabel) if part.isVisible()]
        room = min([widget.width(), *permanent])
        words = widget.fontMetrics().horizontalAdvance(widget.currentMessage())
        if words + 8 > room:
            yield f"its message is {words + 8 - room} pixels too long"


def _parts_cut(widget: QWidget) -> Iterator[str]:
    """Tabs, rows of a list and what stands in an empty field, where they are cut."""
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            missing = widget.tabSizeHint(at).width() - widget.tabRect(at).width()
            if missing > SLACK:
                yield f"its tab {widget.tabText(at)} is {missing} pixels too narrow"
    elif isinstance(widget, QPlainTextEdit) and not widget.toPlainText():
        room = widget.viewport().rect().adjusted(4, 0, -4, 0)
        wrapped = QRect(0, 0, room.width(), 10_000)
        hint = widget.placeholderText()
        words = widget.fontMetrics().boundingRect(wrapped, Qt.TextFlag.TextWordWrap, hint)
        if words.height() > room.height():
            yield f"{words.height() - room.height()} pixels too low for its hint"
    elif isinstance(widget, QListWidget) and type(widget.itemDelegate()) is QStyledItemDelegate:
        for item in map(widget.item, range(min(widget.count(), 50))):
            lines = item.text().split("\n")
            wide = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
            if wide > widget.viewport().width() and not (item.toolTip() or widget.wordWrap()):
                yield f"its row {lines[0]} is cut and has no tip"


def _touching(worded: Sequence[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Labels whose words end where a button beside them begins."""
    for label, button in permutations(worded, 2):
        if not (isinstance(label, QLabel) and isinstance(button, QPushButton)):
            continue
        if label.parentWidget() is not button.parentWidget() or not label.text():
            continue
        flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextExpandTabs
        words = label.fontMetrics().boundingRect(label.contentsRect(), flags, label.text())
        end = label.x() + label.contentsRect().left() + words.width()
        beside = label.y() < button.geometry().bottom() and button.y() < label.geometry().bottom()
        if beside and label.x() < button.x() and button.x() - end < _APART:
            yield label, button


def _overlapping(worded: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    for one, other in combinations(worded, 2):
        beside = one.parentWidget() is other.parentWidget()
        over = one.geometry().intersected(other.geometry())
        if beside and min(over.width(), over.height()) > SLACK and not _floats(one, other):
            yield one, other


def _floats(*widgets: QWidget) -> bool:
    """A number on a button is meant to lie there."""
    return any(widget.property("role") == "badge" for widget in widgets)


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", None) or getattr(widget, "currentText", None)
    said = (words() if words else "") or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{said}”"
