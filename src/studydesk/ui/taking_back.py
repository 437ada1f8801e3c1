"""What 撤消 takes back: the newest thing done, an edit of the history in use or another deed."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from studydesk.ui.notice import Notice

_LONGEST = 24
"""Characters by which a deed is named in the menu."""


class _Deed(NamedTuple):
    """What was done, how it is taken back, and where each history stood by then."""

    name: str
    take_back: Callable[[], object]
    stood: dict[QUndoStack, int]


class TakingBack(QObject):
    """The histories of edits, and beside them what the notice offers to take back: deletions,
    tags, facts of sources. All of it is taken back in the order in which it was done.
    """

    undo_changed = Signal(bool, str)
    """Whether there is something to take back, and what."""
    redo_changed = Signal(bool, str)

    def __init__(self, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._group = QUndoGroup(self)
        self._deeds: list[_Deed] = []
        self._group.indexChanged.connect(lambda _index: self._tell())

    def follow(self, history: QUndoStack) -> None:
        """Let edits be those of this history."""
        self._group.addStack(history)
        self._group.setActiveStack(history)
        self._tell()

    def offer(self, sentence: str, take_back: Callable[[], object]) -> None:
        """Something was done that no history has; the notice says so."""
        stood = {stack: stack.index() for stack in self._group.stacks()}
        self._deeds.append(_Deed(_name(sentence), take_back, stood))
        self._notice.offer(sentence, self._take_back)
        self._tell()

    def forget_deeds(self) -> None:
        """Offer no more what was taken back in another way."""
        self._deeds.clear()
        self._notice.withdraw()
        self._tell()

    def undo(self) -> None:
        """Take back what was done last."""
        if self._deed_is_last():
            self._take_back()
        else:
            self._group.undo()

    def redo(self) -> None:
        """Do again the edit that was taken back last."""
        self._group.redo()

    def _take_back(self) -> None:
        deed = self._deeds.pop()
        self._notice.withdraw()
        deed.take_back()
        self._tell()

    def _deed_is_last(self) -> bool:
        """Whether the history in use has nothing that came after the last deed."""
        history = self._group.activeStack()
        if not self._deeds or history is None:
            return bool(self._deeds)
        return history.index() <= self._deeds[-1].stood.get(history, 0)

    def _tell(self) -> None:
        name = self._deeds[-1].name if self._deed_is_last() else self._group.undoText()
        self.undo_changed.emit(bool(self._deeds) or self._group.canUndo(), name)
        self.redo_changed.emit(self._group.canRedo(), self._group.redoText())


def _name(sentence: str) -> str:
    name = sentence.partition("，")[0].rstrip("。")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
