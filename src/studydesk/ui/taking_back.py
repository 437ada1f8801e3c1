"""What 撤消 takes back, and 重做 does again: an edit of the history in use or another deed.

Everything is taken back in the place where it was done, and only there, in the order in which it
was done there. 选材 and 编排 stand on one packet, whose edits both have; that articles came, went
or were tagged is left to 选材. Each page in 整理 is a place, and so is a form that is open, which
has what was done in it since; when it is closed, that is left to what is behind it. Who begins a
packet, copies it or opens its file takes that back only while that packet is open, after all its
edits, so that none of them goes unseen; and only there is a packet deleted again. What changes a
page and the packet, as an 出处 that is filled in, was done in both.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack
from shiboken6 import isValid

from studydesk.errors import Cancelled, EditRefused, NotFound, StudyDeskError
from studydesk.ui.deed import DESK, Deed, Where
from studydesk.ui.notice import Notice
from studydesk.ui.words import messages
from studydesk.ui.words.quotes import cut

_LONGEST = 24
"""Characters by which a deed is named in the menu."""


class _Done(NamedTuple):
    """A deed, where each history stood by then, and the places in which it is the next one."""

    deed: Deed
    stood: dict[QUndoStack, int]
    places: frozenset[Where]

    @property
    def name(self) -> str:
        """What was done, for the menu and the status line."""
        return cut(self.deed.name, _LONGEST)


class TakingBack(QObject):
    """The histories of edits, and beside them what the notice offers to take back: deletions,
    tags, facts of sources.
    """

    asked = Signal()
    """撤消 or 重做 was asked for: whatever was changed and waits to be done is done now."""
    undo_changed = Signal(bool, str)
    """Whether there is something to take back here, and what; or that there is not."""
    redo_changed = Signal(bool, str)
    said = Signal(str)
    """What was taken back or done again, in a sentence."""
    nothing_left = Signal(str)
    """There was nothing to take back here, or to do again, in a sentence."""
    next_changed = Signal()
    """撤消 would take back something else now than was told of."""

    def __init__(self, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._group = QUndoGroup(self)
        self._places = frozenset([DESK])
        self._nothing = "没有可{}的了。"
        self._elsewhere = ""
        self._deeds: list[_Done] = []
        self._undone: list[_Done] = []
        self._next: _Done | QUndoCommand | None = None  # to be taken back
        self._merge = ""  # of the last deed, while nothing else has been done
        self._besides = ""  # what to say of the step that is taken back, or done again, just now
        self._is_moving = False  # the history, by what is no new edit
        self._index = 0  # of the history in use
        self._group.indexChanged.connect(self._follow_edit)

    def follow(
        self,
        history: QUndoStack,
        places: Collection[Where] = (DESK,),
        nothing: str = "没有可{}的了。",
        elsewhere: str = "",
    ) -> None:
        """Let edits be those of this history, and deeds those of these places. What is said where
        nothing is left, with 撤消 or 重做 in it; `elsewhere` where something is in other places.
        """
        self._places, self._nothing, self._elsewhere = frozenset(places), nothing, elsewhere
        was_moving, self._is_moving = self._is_moving, True
        self._group.addStack(history)
        self._group.setActiveStack(history)
        self._is_moving = was_moving
        self._tell()

    def know(self, history: QUndoStack) -> None:
        """Edits of this history are done in some place, though it is not the one in front."""
        self._group.addStack(history)

    def offer(self, deed: Deed) -> None:
        """Something was done that no history has; the notice says so, where there is a sentence."""
        places = frozenset(deed.places)
        if not places.isdisjoint(self._places):
            self._end_redo()
            places |= self._places
        self._undone = [done for done in self._undone if done.places.isdisjoint(places)]
        if self._goes_on(deed):
            deed = replace(deed, take_back=self._deeds.pop().deed.take_back)
        self._add(deed)
        self._merge = deed.merge

    def _goes_on(self, deed: Deed) -> bool:
        """Whether this is more of the last deed, as typing is."""
        last = self._deeds[-1].deed if self._deeds else None
        alike = last is not None and last.places == deed.places
        return bool(deed.merge) and deed.merge == self._merge and alike

    def _end_redo(self) -> None:
        """Let the history in use do nothing again, as after an edit; Qt does not keep a command
        that is obsolete.
        """
        history = self._group.activeStack()
        if history is not None and history.canRedo():
            merge = self._merge
            nothing = QUndoCommand()
            nothing.setObsolete(True)
            was_moving, self._is_moving = self._is_moving, True
            history.push(nothing)
            self._merge, self._is_moving = merge, was_moving

    def _add(self, deed: Deed) -> None:
        stood = self._stand()
        for stack in stood:
            stack.setClean()  # Qt merges nothing into this state: what is typed on is a step after
        done = _Done(deed, stood, frozenset(deed.places))
        self._deeds = [*(each for each in self._deeds if not each.deed.is_over()), done]
        if deed.said:
            self._notice.offer(deed.said, lambda: self._take_back(done))
        else:
            self._notice.withdraw()  # its button would take back what came before this
        self._tell()

    def forget(self, back: str) -> None:
        """Offer no more what brings back what has this id: that is back already."""
        self._merge = ""
        last = self._deeds[-1:]
        self._deeds = [done for done in self._deeds if done.deed.brings != back]
        if last != self._deeds[-1:]:
            self._notice.withdraw()
        self._tell()

    def undo(self) -> None:
        """Take back what was done last in the place in front, or say that nothing is left."""
        self._ask()
        done = self._next_back()
        if done is not None:
            self._take_back(done)
        elif self._group.canUndo():
            name = self._group.undoText()
            self._group.undo()
            self._say(f"已撤消：{name}。")
        else:
            self.nothing_left.emit(self._why_nothing_back())

    def _ask(self) -> None:
        self.asked.emit()
        self._besides = ""

    def add(self, sentence: str) -> None:
        """Say this as well of the step that is taken back, or done again, just now."""
        self._besides = sentence

    def _say(self, sentence: str) -> None:
        besides, self._besides = self._besides, ""
        self.said.emit(sentence + besides)

    @property
    def next_back(self) -> tuple[str, QUndoCommand | None]:
        """What `undo` would take back: its name, empty where there is nothing, and the edit."""
        done = self._next_back()
        return (self._group.undoText(), self._last_edit()) if done is None else (done.name, None)

    def redo(self) -> None:
        """Do again what was taken back last in the place in front, or say that nothing is left."""
        self._ask()
        self._merge = ""
        done = self._next_again()
        if done is not None:
            self._do_again(done)
        elif self._group.canRedo():
            name = self._group.redoText()
            self._is_moving = True
            self._group.redo()
            self._is_moving = False
            self._say(f"已重做：{name}。")
        else:
            self.nothing_left.emit(self._why_nothing_again())

    def undo_in(self, place: Where) -> bool:
        """Take back the last deed of a place that stands before the one in front; whether there
        was one.
        """
        self._ask()
        done = _last(self._deeds, {place})
        if done is not None:
            self._take_back(done)
        return done is not None

    def redo_in(self, place: Where) -> bool:
        """Do again what was taken back last of such a place; whether there was something."""
        self._ask()
        self._merge = ""
        done = _last(self._undone, {place})
        if done is not None:
            self._do_again(done)
        return done is not None

    def _take_back(self, done: _Done) -> None:
        self._merge = self._besides = ""
        at, refused = self._deeds.index(done), None
        self._deeds.remove(done)
        self._notice.withdraw()
        try:
            done.deed.take_back()
        except StudyDeskError as error:
            refused = error
        if not isValid(self):  # the window left its library while this was waited for
            return
        if refused is None:
            places = frozenset(done.deed.again_in or done.deed.places)
            self._undone.append(done._replace(stood=self._stand(), places=places))
            self._say(f"已撤消：{done.name}。{done.deed.besides()}")
        else:
            self._tell_refused(refused, "撤消")
            if not isinstance(refused, (NotFound, EditRefused)):  # it may do next time
                self._deeds.insert(at, done)
        self._tell()

    def _do_again(self, done: _Done) -> None:
        at, refused = self._undone.index(done), None
        self._undone.remove(done)
        self._is_moving = True
        try:
            done.deed.again()
        except StudyDeskError as error:
            refused = error
        finally:
            self._is_moving = False
        if not isValid(self):  # see above
            return
        if refused is None:
            self._add(done.deed)
            self._say(f"已重做：{done.name}。")
        else:
            self._undone.insert(at, done)
            self._tell_refused(refused, "重做")
            self._tell()

    def _tell_refused(self, error: StudyDeskError, verb: str) -> None:
        """Say why it was not done; that its user would rather not is no failure."""
        if isinstance(error, Cancelled):
            self.said.emit(f"已取消，没有{verb}。")
        else:
            self._notice.tell(messages.sentence(error))

    def _stand(self) -> dict[QUndoStack, int]:
        return {stack: stack.index() for stack in self._group.stacks()}

    def _follow_edit(self) -> None:
        """A new edit ends what could be done again, and what the notice offers: its button would
        take back what came before this edit.
        """
        self._merge = ""
        history = self._group.activeStack()
        before, self._index = self._index, history.index() if history is not None else 0
        if history is not None and not history.canRedo() and not self._is_moving:
            self._undone = [done for done in self._undone if done.places.isdisjoint(self._places)]
            # It comes after those, though elsewhere more was undone; what is only typed on, or
            # taken out again by more typing, is no step more.
            for done in self._deeds if self._index > before else ():
                done.stood[history] = min(done.stood.get(history, 0), self._index - 1)
        self._tell()

    def _last_edit(self) -> QUndoCommand | None:
        """The edit that the history in use would take back."""
        history = self._group.activeStack()
        if history is None or not history.canUndo():
            return None
        return history.command(history.index() - 1)

    def _next_back(self) -> _Done | None:
        """The last deed here, unless the history in use has something that came after it."""
        deeds = [done for done in self._deeds if not done.deed.is_over()]
        done, history = _last(deeds, self._places), self._group.activeStack()
        if done is not None and history is not None:
            return done if history.index() <= done.stood.get(history, 0) else None
        return done

    def _next_again(self) -> _Done | None:
        """The deed here that was taken back last, unless the history in use can do something
        again that comes before it.
        """
        done, history = _last(self._undone, self._places), self._group.activeStack()
        if done is not None and history is not None and history.canRedo():
            return done if history.index() >= done.stood.get(history, 0) else None
        return done

    def _why_nothing_back(self) -> str:
        others = [stack for stack in self._group.stacks() if stack is not self._group.activeStack()]
        there = any(stack.canUndo() for stack in others) or any(
            not done.deed.is_over() for done in self._deeds
        )
        return self._nothing.format("撤消") + (self._elsewhere if there else "")

    def _why_nothing_again(self) -> str:
        return self._nothing.format("重做")

    def _tell(self) -> None:
        done = self._next_back()
        before, self._next = self._next, done or self._last_edit()
        if self._next is not before:
            if done not in self._deeds[-1:]:
                self._notice.withdraw()  # it offers what was done elsewhere, or before
            self.next_changed.emit()
        name = done.name if done else self._group.undoText()
        there = done is not None or self._group.canUndo()
        self.undo_changed.emit(there, name if there else self._why_nothing_back())
        done = self._next_again()
        name = done.name if done else self._group.redoText()
        there = done is not None or self._group.canRedo()
        self.redo_changed.emit(there, name if there else self._why_nothing_again())


def _last(deeds: Collection[_Done], places: Collection[Where]) -> _Done | None:
    """The last of these that belongs to one of the places."""
    here = [done for done in deeds if not done.places.isdisjoint(places)]
    return here[-1] if here else None
