"""Where the window is on the screen, kept in plain text; it never reaches beyond the screen."""

import base64
from collections.abc import Mapping
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

LEAST = QSize(880, 440)
"""The window is not made smaller than this, where the screen has room for it."""

USUAL = QSize(1280, 720)
"""The size of a window that is opened for the first time."""

_FRAME = QSize(16, 40)
"""What borders and title take about, as long as the window has none yet."""


def room_of(window: QWidget) -> QRect:
    """What the screen leaves to windows, in its own pixels."""
    return window.screen().availableGeometry()


def fit(window: QWidget, room: QRect | None = None) -> None:
    """Move and shrink a window, with its frame, into `room`: what the screen leaves to windows."""
    room = room or room_of(window)
    framed = window.frameGeometry().size() - window.size()
    most = room.size() - (_FRAME if framed.isEmpty() else framed)
    window.setMinimumSize(LEAST.boundedTo(most))
    if not (window.isMaximized() or window.isFullScreen()):
        _take_place(window, room, most)


def fit_sheet(sheet: QWidget) -> None:
    """Move and shrink what stands in front of the window into what the screen leaves to windows,
    before it has a frame.
    """
    room = room_of(sheet)
    _take_place(sheet, room, room.size() - _FRAME)


def _take_place(window: QWidget, room: QRect, most: QSize) -> None:
    window.resize(window.size().boundedTo(most))
    taken = QRect(window.pos(), window.size() + (room.size() - most))
    left = max(room.left(), min(taken.left(), room.right() + 1 - taken.width()))
    top = max(room.top(), min(taken.top(), room.bottom() + 1 - taken.height()))
    if window.pos() != QRect(left, top, 0, 0).topLeft():
        window.move(left, top)


def kept(window: QWidget) -> dict[str, Any]:
    """The place of a window, to be remembered, and the width of its screen."""
    return {
        "geometry": base64.b64encode(window.saveGeometry().data()).decode(),
        "maximized": window.isMaximized(),
        "screen": window.screen().geometry().width(),
    }


def restore(window: QWidget, place: Mapping[str, Any]) -> None:
    """Put a window where it was, as far as that is still on the screen. Qt takes no place of a
    screen of quite another width, or scale; what filled that one shall fill this one, too.
    """
    geometry = base64.b64decode(place.get("geometry", ""))
    if not window.restoreGeometry(QByteArray(geometry)) and place.get("maximized"):
        window.setWindowState(window.windowState() | QtCore.Qt.WindowState.WindowMaximized)
    fit(window)


def for_these_screens(place: Mapping[str, Any]) -> dict[str, Any]:
    """What is remembered, without the widths of panels where they are of no screen there is."""
    here = {screen.geometry().width() for screen in QGuiApplication.screens()}
    if place.get("screen") in {None, *here}:
        return dict(place)
    pages = place.get("pages", {}).items()
    without = {
        name: {key: value for key, value in state.items() if key != "sizes"}
        for name, state in pages
    }
    return {**place, "pages": without}
