"""Keys that a field leaves to the window, though Qt would let the field take them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from studydesk.ui.actions import COMMANDS

_HISTORY = frozenset({"undo", "redo"})


class CommandsToWindow(QObject):
    """An event filter that keeps a field from taking the keys of commands, as line fields take
    Ctrl+E on some desktops. The field keeps an undo of its own.
    """

    _without = _HISTORY

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = {
            QKeySequence(key)
            for command in COMMANDS
            if not command.local and command.id not in self._without
            for key in (command.keys, *command.more_keys)
            if key
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass these keys on; the field sees everything else."""
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and isinstance(event, QKeyEvent) and self._takes(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._keys


class UndoToWindow(CommandsToWindow):
    """The same for a field of the packet, which has one history: 撤消 and 重做 go there too."""

    _without = frozenset()

    def _takes(self, event: QKeyEvent) -> bool:
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        return super()._takes(event) or any(event.matches(key) for key in keys)
