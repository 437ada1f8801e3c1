"""What 撤消 takes back, and 重做 does again: an edit of the history in use or another deed."""

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
    """What was done, how it is taken back, where each history stood by then, the ids of what
    comes back, and how it is done again, which offers it to be taken back anew.
    """

    name: str
    take_back: Callable[[], object]
    stood: dict[QUndoStack, int]
    brings: set[str]
    again: Callable[[], object] | None


class TakingBack(QObject):
    """The histories of edits, and beside them what the notice offers to take back: deletions,
    tags, facts of sources. All of it is taken back in the order in which it was done.
    """

    undo_changed = Signal(bool, str)
    """Whether there is something to take back, and what."""
    redo_changed = Signal(bool, str)
    said = Signal(str)
    """What was taken back or done again, in a sentence."""

    def __init__(self, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._group = QUndoGroup(self)
        self._deeds: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._redoing = False
        self._group.indexChanged.connect(self._follow_edit)

    def follow(self, history: QUndoStack) -> None:
        """Let edits be those of this history."""
        self._group.addStack(history)
        self._group.setActiveStack(history)
        self._tell()

    def offer(
        self,
        sentence: str,
        take_back: Callable[[], object],
        brings: Collection[str] = (),
        again: Callable[[], object] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Something was done that no history has; the notice says so, unless `quiet`. `take_back`
        may raise StudyDeskError, and then has taken back nothing; `brings` are ids of what comes
        back. `again` does it again, and offers it again.
        """
        stood = self._stand()
        for stack in stood:
            stack.setClean()  # Qt merges nothing into this state: what is typed on is a step after
        if not self._redoing:
            self._undone.clear()
        self._deeds.append(_Deed(_name(sentence), take_back, stood, set(brings), again))
        if quiet:
            self._notice.withdraw()  # its button would take back this
        else:
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
        elif self._group.canUndo():
            name = self._group.undoText()
            self._group.undo()
            self.said.emit(f"已撤消：{name}。")

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._deed_is_next():
            deed = self._undone.pop()
            self._redoing = True
            try:
                _do_again(deed)
            except StudyDeskError as error:
                self._undone.append(deed)
                self._notice.tell(messages.sentence(error))
            else:
                self.said.emit(f"已重做：{deed.name}。")
            finally:
                self._redoing = False
            self._tell()
        elif self._group.canRedo():
            name = self._group.redoText()
            self._group.redo()
            self.said.emit(f"已重做：{name}。")

    def _take_back(self) -> None:
        deed, refused = self._deeds.pop(), None
        self._notice.withdraw()
        try:
            deed.take_back()
        except StudyDeskError as error:
            refused = error
            self._notice.tell(messages.sentence(error))
        if refused is None:
            if deed.again is not None:
                self._undone.append(deed._replace(stood=self._stand()))
            self.said.emit(f"已撤消：{deed.name}。")
        elif not isinstance(refused, (NotFound, EditRefused)):  # it may do next time
            self._deeds.append(deed)
        self._tell()

    def _stand(self) -> dict[QUndoStack, int]:
        return {stack: stack.index() for stack in self._group.stacks()}

    def _follow_edit(self) -> None:
        """A new edit ends what could be done again."""
        history = self._group.activeStack()
        if history is not None:
            here = history.index()
            self._undone = [deed for deed in self._undone if here <= deed.stood.get(history, here)]
        self._tell()

    def _deed_is_next(self) -> bool:
        """Whether the history in use stands where the last deed was taken back, or has nothing
        that could be done again before it.
        """
        history = self._group.activeStack()
        if not self._undone or history is None or not history.canRedo():
            return bool(self._undone)
        return history.index() >= self._undone[-1].stood.get(history, 0)

    def _deed_is_last(self) -> bool:
        """Whether the history in use has nothing that came after the last deed."""
        history = self._group.activeStack()
        if not self._deeds or history is None:
            return bool(self._deeds)
        return history.index() <= self._deeds[-1].stood.get(history, 0)

    def _tell(self) -> None:
        name = self._deeds[-1].name if self._deed_is_last() else self._group.undoText()
        self.undo_changed.emit(bool(self._deeds) or self._group.canUndo(), name)
        name = self._undone[-1].name if self._deed_is_next() else self._group.redoText()
        self.redo_changed.emit(bool(self._undone) or self._group.canRedo(), name)


def _do_again(deed: _Deed) -> None:
    if deed.again is not None:
        deed.again()


def _name(sentence: str) -> str:
    name = sentence.partition("，")[0].rstrip("。")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
