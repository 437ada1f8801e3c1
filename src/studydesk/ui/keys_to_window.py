"""Keys that a field leaves to the window, though Qt would let the field take them."""

from collections.abc import Set
from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from studydesk.ui.actions import COMMANDS

_SAME_VISIT = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}
"""A field that gets the focus back for these was not left: its own menu, or another program."""


def step_asked_for(event: QKeyEvent) -> str:
    """Which of the commands `undo` and `redo` has these keys; else nothing."""
    keys = QKeySequence(event.keyCombination())
    usual = {"undo": QKeySequence.StandardKey.Undo, "redo": QKeySequence.StandardKey.Redo}
    for command in COMMANDS:
        if command.id in usual:
            own = [QKeySequence(key) for key in (command.keys, *command.more_keys)]
            if keys in own or event.matches(usual[command.id]):
                return command.id
    return ""


@cache  # Qt asks for the Chinese of each word of each key
def _keys_of_the_window() -> Set[QKeySequence]:
    return {
        QKeySequence(key)
        for command in COMMANDS
        if not command.local
        for key in (command.keys, *command.more_keys)
        if key
    }


class UndoToWindow(QObject):
    """An event filter that keeps a field from taking the keys of commands, as line fields take
    Ctrl+E on some desktops. 撤消 and 重做 are among them: the packet has one history.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = _keys_of_the_window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass these keys on; the field sees everything else."""
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and isinstance(event, QKeyEvent) and self._takes(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._keys or bool(step_asked_for(event))


class OlderUndoToWindow(UndoToWindow):
    """The same for a line that is no part of the packet: it takes back what was typed since one
    went there; what was done before that is taken back by the window.
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes into the line has typed nothing yet."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and _is_visit(event):
            self._line.setText(self._line.text())  # which ends what could be undone
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self._line.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self._line.isRedoAvailable()
        return super()._takes(event)


def _is_visit(event: QFocusEvent) -> bool:
    return event.reason() not in _SAME_VISIT
