"""What every page of the window is: a widget that asks by signal and remembers where it was."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """The base of the pages; the main window connects their signals in one place."""

    message = Signal(str)
    """A sentence for the status line."""
    failed = Signal(object)
    """An exception that the user should be told of."""
    undoable = Signal(object)
    """What was just done, where no history has it: a Deed."""
    work_started = Signal(str, object)
    """What is being done, and the Job that does it: the window shows progress and 取消."""
    state_changed = Signal()
    """Something that `state` tells is different now."""

    def state(self) -> dict[str, Any]:
        """Where the user is on this page, as plain JSON."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to where `state` says; parts that no longer exist are passed over."""

    def doubt(self) -> QWidget | None:
        """The field of what was typed and cannot be taken as it is, as the page is about to go;
        that is told once.
        """
        return None

    def settle(self) -> None:
        """Take what was typed and waits to be taken, as far as it can be."""

    def panels(self) -> Sequence[QWidget]:
        """The widgets that F6 steps through, from left to right."""
        return ()

    def menu_actions(self) -> Sequence[QAction]:
        """Commands of this page for the menu 学习包."""
        return ()

    def set_reading_size(self, size: int) -> None:
        """Show articles in type of this many pixels."""
