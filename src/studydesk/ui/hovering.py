"""Buttons that open a menu: lit only while the mouse is over them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QMenu


def put_out_after(menu: QMenu, button: QAbstractButton) -> None:
    """Let a button be lit no more once its menu is left, unless the mouse is over it."""

    def leave() -> None:
        is_there = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_there)
        button.update()

    menu.aboutToHide.connect(leave)  # Qt does not hear of the mouse while a menu is open
