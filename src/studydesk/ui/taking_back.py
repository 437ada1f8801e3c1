"""What 撤消 takes back: the newest thing done, an edit of the history in use or another deed."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from studydesk.errors import EditRefused, NotFound, StudyDeskError
from studydesk.ui import messages
from studydesk.ui.notice import Notice

_LONGEST = 24
"""Characters by which a deed is named in the menu."""


class _Deed(NamedTuple):
    """What was done, how it is taken back, where each history stood by then, and the ids of what
    comes back.
    """

    name: str
    take_back: Callable[[], object]
    stood: dict[QUndoStack, int]
    brings: set[str]


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

    def offer(
        self, sentence: str, take_back: Callable[[], object], brings: Collection[str] = ()
    ) -> None:
        """Something was done that no history has; the notice says so. `take_back` may raise
        StudyDeskError, and then has taken back nothing; `brings` are ids of what comes back.
        """
        stood = {stack: stack.index() for stack in self._group.stacks()}
        for stack in stood:
            stack.setClean()  # Qt merges nothing into this state: what is typed on is a step after
        self._deeds.append(_Deed(_name(sentence), take_back, stood, set(brings)))
        self._notice.offer(sentence, self._take_back)
        self._tell()

    def forget(self, back: Collection[str]) -> None:
        """Offer no more what brings back only what is back already, by these ids."""
        last = self._deeds[-1:]
        for deed in [deed for deed in self._deeds if not deed.brings.isdisjoint(back)]:
            deed.brings.difference_update(back)
            if not deed.brings:
                self._deeds.remove(deed)
        if last != self._deeds[-1:]:
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
        deed, refused = self._deeds.pop(), None
        self._notice.withdraw()
        try:
            deed.take_back()
        except StudyDeskError as error:
            refused = error
            self._notice.tell(messages.sentence(error))
        if refused and not isinstance(refused, (NotFound, EditRefused)):  # it may do next time
            self._deeds.append(deed)
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
