"""Keys as this system writes them: Ctrl+Z, ⌘Z on a Mac."""

from PySide6.QtGui import QKeySequence


def native(keys: str) -> str:
    """Keys that are written as Ctrl+Z, Del or Alt+Up."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
