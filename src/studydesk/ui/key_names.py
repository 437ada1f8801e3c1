"""Keys as this system writes them: Ctrl+Z, ⌘Z on a Mac."""

from functools import cache

from PySide6.QtGui import QKeySequence

_ANY = "X"


def native(keys: str) -> str:
    """Keys that are written as Ctrl+Z, Del or Alt+Up; of several, as Alt+↑↓ or Alt+1 … 9, what is
    held with them.
    """
    written = _written(keys)
    held, plus, last = keys.rpartition("+")
    if written or not plus:
        return written or keys
    return _written(f"{held}+{_ANY}").removesuffix(_ANY) + last


@cache
def _written(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
