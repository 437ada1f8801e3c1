"""What 撤消 takes back, and 重做 does again: an edit of the history in use or another deed.

Everything is taken back in the place where it was done, and only there, in the order in which it
was done there. 选材 and 编排 stand on one packet, whose edits both have; that articles came, went
or were tagged is left to 选材. Each page in 整理 is a place, and so is a form that is open, which
has what was done in it since; when it is closed, that is left to what is behind it. Who begins a
packet, copies it or opens its file takes that back only while that packet is open, after all its
edits, so that none of them goes unseen, and from the menu, where it is named: keys that take back
one edit after the other stop before it. Only there is a packet deleted again. What changes a
page and the packet, as an 出处 that is filled in, was done in both. What would change nothing, as
that 出处 was changed elsewhere since, or what came back was deleted again, is passed over.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack
from shiboken6 import isValid

from studydesk.errors import Cancelled, EditRefused, NotFound, StudyDeskError
from studydesk.ui.deed import DESK, Deed, Direction, Where
from studydesk.ui.notice import Notice
from studydesk.ui.typist import typist
from studydesk.ui.undo import PacketEdit
from studydesk.ui.words.quotes import cut

_VERBS: dict[Direction, str] = {"undo": "撤消", "redo": "重做"}
_OVER = "出处后来在别处改过，没有{}。"
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

    @property
    def can_be_taken_back(self) -> bool:
        """Whether that would change anything."""
        return not (self.deed.is_over() or self.deed.changes_nothing("undo"))


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
        self.look_again()

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
        self.look_again()

    def forget(self, back: str) -> None:
        """Offer no more what brings back what has this id: that is back already."""
        self._merge = ""
        last = self._deeds[-1:]
        self._deeds = [done for done in self._deeds if done.deed.brings != back]
        if last != self._deeds[-1:]:
            self._notice.withdraw()
        self.look_again()

    def undo(self) -> None:
        """Take back what was done last in the place in front, or say that nothing is left."""
        self._ask()
        done, edit = self._next_back(), self._next_edit("undo")
        if done is not None:
            self._take_back(done)
        elif edit is not None:
            self._go_on_to(edit, "undo")
        else:
            self.nothing_left.emit(self._why_nothing_back())

    def _go_on_to(self, edit: QUndoCommand, step: Direction) -> None:
        """Do `undo` or `redo` until it is done of this edit, and tell of what is passed over."""
        take = self._group.undo if step == "undo" else self._group.redo
        over, name = self._passed_over(step), edit.text()
        for _ in range(over):
            take()
        self._besides = ""
        take()
        if over:
            self._besides += _OVER.format(_VERBS[step])
        self._say(f"已{_VERBS[step]}：{name}。")

    def _ask(self) -> None:
        self.asked.emit()
        typist.go_on("undoing", anew=True)  # what is typed next is no more of what was typed before
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
        done, edit = self._next_back(), self._next_edit("undo")
        return (edit.text() if edit else "", edit) if done is None else (done.name, None)

    @property
    def would_take_packet_away(self) -> bool:
        """Whether all edits of the packet that is open are taken back, and `undo` would go on to
        how it came.
        """
        done = self._next_back()
        came = done is not None and DESK in done.deed.again_in
        return came and self._next_edit("redo") is not None

    def redo(self) -> None:
        """Do again what was taken back last in the place in front, or say that nothing is left."""
        self._ask()
        self._merge = ""
        done, edit = self._next_again(), self._next_edit("redo")
        if done is not None:
            self._do_again(done)
        elif edit is not None:
            self._is_moving = True
            self._go_on_to(edit, "redo")
            self._is_moving = False
        else:
            self.nothing_left.emit(self._why_nothing_again())

    def undo_in(self, place: Where) -> bool:
        """Take back the last deed of a place that stands before the one in front; whether there
        was one.
        """
        self._ask()
        done = self._last_back({place})
        if done is not None:
            self._take_back(done)
        return done is not None

    def redo_in(self, place: Where) -> bool:
        """Do again what was taken back last of such a place; whether there was something."""
        self._ask()
        self._merge = ""
        done = self._last_again({place})
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
        self.look_again()

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
            self.look_again()

    def _tell_refused(self, error: StudyDeskError, verb: str) -> None:
        """Say why it was not done; that its user would rather not is no failure."""
        if isinstance(error, Cancelled):
            self.said.emit(f"已取消，没有{verb}。")
        else:
            self._notice.tell_error(error)

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
        self.look_again()

    def _to_come(self, step: Direction) -> Iterator[QUndoCommand]:
        """The edits of the history in use that it would take back, or do again, one by one."""
        history = self._group.activeStack()
        if history is not None:
            here, count = history.index(), history.count()
            for place in range(here - 1, -1, -1) if step == "undo" else range(here, count):
                yield history.command(place)

    def _passed_over(self, step: Direction) -> int:
        """How many of them come first and would change nothing."""
        return sum(1 for _ in takewhile(partial(_changes_nothing, step), self._to_come(step)))

    def _next_edit(self, step: Direction) -> QUndoCommand | None:
        """The edit that the history in use would take back, or do again."""
        return next(
            (each for each in self._to_come(step) if not _changes_nothing(step, each)), None
        )

    def _last_back(self, places: Collection[Where]) -> _Done | None:
        """The last deed of one of the places that can be taken back."""
        return next((done for done in _of(self._deeds, places) if done.can_be_taken_back), None)

    def _last_again(self, places: Collection[Where]) -> _Done | None:
        """The one of them that was taken back last and can be done again."""
        undone = _of(self._undone, places)
        return next((done for done in undone if not done.deed.changes_nothing("redo")), None)

    def _next_back(self) -> _Done | None:
        """The last deed here, unless the history in use has something that came after it."""
        done, history = self._last_back(self._places), self._group.activeStack()
        if done is not None and history is not None:
            here = history.index() - self._passed_over("undo")
            return done if here <= done.stood.get(history, 0) else None
        return done

    def _next_again(self) -> _Done | None:
        """The deed here that was taken back last, unless the history in use can do something
        again that comes before it.
        """
        done, history = self._last_again(self._places), self._group.activeStack()
        if done is not None and history is not None and self._next_edit("redo"):
            here = history.index() + self._passed_over("redo")
            return done if here >= done.stood.get(history, 0) else None
        return done

    def _why_nothing_back(self) -> str:
        others = [stack for stack in self._group.stacks() if stack is not self._group.activeStack()]
        there = any(stack.canUndo() for stack in others) or any(
            done.can_be_taken_back for done in self._deeds
        )
        over = _OVER.format("撤消") if self._passed_over("undo") else ""
        return self._nothing.format("撤消") + (over or (self._elsewhere if there else ""))

    def _why_nothing_again(self) -> str:
        over = _OVER.format("重做") if self._passed_over("redo") else ""
        return self._nothing.format("重做") + over

    def look_again(self) -> None:
        """Tell what is next by now: what is in the library may be other than it was."""
        done, edit = self._next_back(), self._next_edit("undo")
        before, self._next = self._next, done or edit
        if self._next is not before:
            if done not in self._deeds[-1:]:
                self._notice.withdraw()  # it offers what was done elsewhere, or before
            self.next_changed.emit()
        self.undo_changed.emit(*_offered(done, edit, self._why_nothing_back))
        done, edit = self._next_again(), self._next_edit("redo")
        self.redo_changed.emit(*_offered(done, edit, self._why_nothing_again))


def _offered(
    done: _Done | None, edit: QUndoCommand | None, why: Callable[[], str]
) -> tuple[bool, str]:
    """Whether there is a deed or an edit, and what it is called, or `why` there is nothing."""
    if done is not None:
        return True, done.name
    return (False, why()) if edit is None else (True, edit.text())


def _changes_nothing(step: Direction, edit: QUndoCommand) -> bool:
    """Whether this step of an edit would change nothing."""
    return isinstance(edit, PacketEdit) and edit.changes_nothing(step)


def _of(deeds: Sequence[_Done], places: Collection[Where]) -> Iterator[_Done]:
    """Those of these that belong to one of the places, the last one first."""
    return (done for done in reversed(deeds) if not done.places.isdisjoint(places))
