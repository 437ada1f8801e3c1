"""What 撤消 takes back, and 重做 does again: an edit of the history in use or another deed."""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from studydesk.errors import EditRefused, NotFound, StudyDeskError
from studydesk.ui.deed import Deed
from studydesk.ui.notice import Notice
from studydesk.ui.words import messages

_LONGEST = 24
"""Characters by which a deed is named in the menu."""


class _Done(NamedTuple):
    """A deed, where each history stood by then, and the ids that it would still bring back."""

    deed: Deed
    stood: dict[QUndoStack, int]
    brings: set[str]

    @property
    def name(self) -> str:
        """What was done, for the menu and the status line."""
        name = self.deed.name
        return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


class TakingBack(QObject):
    """The histories of edits, and beside them what the notice offers to take back: deletions,
    tags, facts of sources. All of it is taken back in the order in which it was done.
    """

    asked = Signal()
    """撤消 or 重做 was asked for: whatever was changed and waits to be done is done now."""
    undo_changed = Signal(bool, str)
    """Whether there is something to take back, and what."""
    redo_changed = Signal(bool, str)
    said = Signal(str)
    """What was taken back or done again, in a sentence."""

    def __init__(self, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._group = QUndoGroup(self)
        self._deeds: list[_Done] = []
        self._undone: list[_Done] = []
        self._merge = ""  # of the last deed, while nothing else has been done
        self._group.indexChanged.connect(self._follow_edit)

    def follow(self, history: QUndoStack) -> None:
        """Let edits be those of this history."""
        self._group.addStack(history)
        self._group.setActiveStack(history)
        self._tell()

    def offer(self, deed: Deed) -> None:
        """Something was done that no history has; the notice says so, where there is a sentence."""
        self._undone.clear()
        self._end_redo()
        if deed.merge and deed.merge == self._merge:
            deed = replace(deed, take_back=self._deeds.pop().deed.take_back)
        self._add(deed)
        self._merge = deed.merge

    def _end_redo(self) -> None:
        """Let the history in use do nothing again, as after an edit; Qt does not keep a command
        that is obsolete.
        """
        history = self._group.activeStack()
        if history is not None and history.canRedo():
            nothing = QUndoCommand()
            nothing.setObsolete(True)
            history.push(nothing)

    def _add(self, deed: Deed) -> None:
        stood = self._stand()
        for stack in stood:
            stack.setClean()  # Qt merges nothing into this state: what is typed on is a step after
        self._deeds.append(_Done(deed, stood, set(deed.brings)))
        if deed.said:
            self._notice.offer(deed.said, self._take_back)
        else:
            self._notice.withdraw()  # its button would take back this
        self._tell()

    def forget(self, back: Collection[str]) -> None:
        """Offer no more what brings back only what is back already, by these ids."""
        self._merge = ""
        last = self._deeds[-1:]
        for done in [done for done in self._deeds if not done.brings.isdisjoint(back)]:
            done.brings.difference_update(back)
            if not done.brings:
                self._deeds.remove(done)
        if last != self._deeds[-1:]:
            self._notice.withdraw()
        self._tell()

    def undo(self) -> None:
        """Take back what was done last."""
        self.asked.emit()
        if self._deed_is_last():
            self._take_back()
        elif self._group.canUndo():
            name = self._group.undoText()
            self._group.undo()
            self.said.emit(f"已撤消：{name}。")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.asked.emit()
        self._merge = ""
        if self._deed_is_next():
            done = self._undone.pop()
            try:
                done.deed.again()
            except StudyDeskError as error:
                self._undone.append(done)
                self._notice.tell(messages.sentence(error))
                self._tell()
            else:
                self._add(done.deed)
                self.said.emit(f"已重做：{done.name}。")
        elif self._group.canRedo():
            name = self._group.redoText()
            self._group.redo()
            self.said.emit(f"已重做：{name}。")

    def _take_back(self) -> None:
        self._merge = ""
        done, refused = self._deeds.pop(), None
        self._notice.withdraw()
        try:
            done.deed.take_back()
        except StudyDeskError as error:
            refused = error
            self._notice.tell(messages.sentence(error))
        if refused is None:
            self._undone.append(done._replace(stood=self._stand()))
            self.said.emit(f"已撤消：{done.name}。")
        elif not isinstance(refused, (NotFound, EditRefused)):  # it may do next time
            self._deeds.append(done)
        self._tell()

    def _stand(self) -> dict[QUndoStack, int]:
        return {stack: stack.index() for stack in self._group.stacks()}

    def _follow_edit(self) -> None:
        """A new edit ends what could be done again, and what the notice offers: its button would
        take back this edit, too.
        """
        self._merge = ""
        history = self._group.activeStack()
        if history is not None:
            here = history.index()
            self._undone = [done for done in self._undone if here <= done.stood.get(history, here)]
        if not self._deed_is_last():
            self._notice.withdraw()
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
