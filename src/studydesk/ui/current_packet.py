"""The packet being worked on: every page edits it here, and from here it is saved at once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from studydesk.domain import edits
from studydesk.domain.packet import Packet
from studydesk.errors import DiskFull
from studydesk.library import Library, Reason, RemovedPassage, taken_out
from studydesk.services.citing import FactsChange, SourceFacts
from studydesk.services.following import Following, Said, changes, still_as_left, unchanged
from studydesk.ui.deed import Deed, Direction, Where, in_packet
from studydesk.ui.saving import Saving
from studydesk.ui.source_record import SourceRecord
from studydesk.ui.typist import typist
from studydesk.ui.undo import PacketEdit, State, Steps, new_step
from studydesk.ui.words.citation_words import filled


class Step(NamedTuple):
    """What takes an edit back, and does it again, where that is what its history would do next;
    each says whether it did.
    """

    back: Callable[[], bool]
    again: Callable[[], bool]


class CurrentPacket(QObject):
    """One packet, its undo history, and its place in the library.

    What is edited is saved off the interface thread. Whoever reads packets from the library, or
    changes them there, asks for `flush` first; `read` and `discard` do so themselves.
    """

    leaving = Signal()
    """The packet is about to be left, or read: what was typed and waits is put into it now."""
    opened = Signal(object)
    """Another packet is current (or None, where the library has no packet)."""
    changed = Signal(object)
    """The current packet is now this one."""
    saving = Signal()
    """There is an edit to save; passages that follow their page are none."""
    saved = Signal(object)
    """All of it is on the disk, since this datetime."""
    facts_kept = Signal()
    """It is on the disk, too, where sources were published."""
    facts_stay = Signal()
    """Some of what a step was to put on record is not: that was changed elsewhere since, and
    stays.
    """
    history_made = Signal(object)
    """A packet has a history (a QUndoStack) from now on."""
    place_changed = Signal(str)
    """New items go after this item of the packet now; an empty id is the end."""
    save_failed = Signal(object)
    """It could not be saved: a StudyDeskError. What is in memory is kept, and tried again
    every few seconds.
    """

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._packet: Packet | None = None
        self.place = ""
        self.edited_at: tuple[str, ...] = ()
        self._histories: dict[str, QUndoStack] = {}
        self._no_history = QUndoStack(self)
        self._saving = Saving(self)
        self._unsaved: dict[str, Packet] = {}  # as they are in the window, by their ids
        self._gone: dict[str, RemovedPassage] = {}  # out of what was not saved, by their ids
        self._record = SourceRecord(library)
        self._steps = Steps(self._put_facts, self._put, self._record.can_put)
        self._saving.saved.connect(self._tell_saved)
        self._saving.failed.connect(self.save_failed)

    @property
    def packet(self) -> Packet | None:
        """The packet being worked on, if any."""
        return self._packet

    @property
    def history(self) -> QUndoStack:
        """The undo stack of the current packet; it lasts as long as the window."""
        return self._history_of(self._packet.id) if self._packet else self._no_history

    def _history_of(self, packet_id: str) -> QUndoStack:
        if packet_id not in self._histories:
            self._histories[packet_id] = QUndoStack(self)
            self.history_made.emit(self._histories[packet_id])
        return self._histories[packet_id]

    def open(self, packet: Packet | None) -> None:
        """Make a packet of the library the current one."""
        self.leaving.emit()
        if packet is not None and self._record.waits and packet.id not in self._unsaved:
            packet = self._unsaved[packet.id] = self._record.caught_up(packet)
        self._packet = packet
        self.set_place("")
        self.opened.emit(packet)

    def forget_history(self, packet_id: str) -> None:
        """Begin a new undo history for a packet that came from elsewhere than the last edit."""
        if packet_id in self._histories:
            self._histories.pop(packet_id).deleteLater()

    def set_place(self, item_id: str) -> None:
        """Let new items go after this one, where the user works; an empty id is the end."""
        if item_id != self.place:
            self.place = item_id
            self.place_changed.emit(item_id)

    def edit(
        self,
        text: str,
        after: Packet,
        merge: str = "",
        facts: FactsChange = ((), ()),
        at: Sequence[str] = (),
    ) -> bool:
        """Put an edited packet in place of the current one, as one undo step named `text`;
        whether there is anything new.

        Steps with the same `merge` key that follow one another become one, until the typist begins
        anew. `facts` are those of sources before and after, where the step sets them right as well.
        `at` are the items that are gone to with the step, also when it is taken back or done
        again: `edited_at` by then.
        """
        if self._packet is None:
            return False
        own = self._record.own_words(after.id)
        before = State(self._packet, facts[0], tuple(at), own)
        now = State(after, facts[1], tuple(at))
        if now == before:
            return False
        merge = f"{merge} {typist.step}" if merge else ""
        last = self.history.command(self.history.index() - 1)
        number = last.number_of(merge) if isinstance(last, PacketEdit) else new_step()
        # What it puts on record holds for the packet before it, too, until it is taken back.
        before = before.follow(Following(facts, number))
        now = replace(now, own=unchanged(before.own, self._packet, after))
        self.history.push(PacketEdit(text, before, now, self._steps, merge, number))
        return True

    def edit_in(self, text: str, before: Packet, after: Packet, at: Sequence[str] = ()) -> Step:
        """Edit a packet, which need not be the current one, as a step of its own history; it can
        be taken back from elsewhere. `at` is as in `edit`.
        """
        history = self._history_of(before.id)
        own = self._record.own_words(before.id)
        now = State(after, at=tuple(at), own=unchanged(own, before, after))
        history.push(PacketEdit(text, State(before, at=tuple(at), own=own), now, self._steps))
        return _last_step(history, lambda: self._histories.get(before.id) is history)

    def last_step(self) -> Step:
        """The edit that was made last, to be taken back from elsewhere."""
        history = self.history
        return _last_step(history, lambda: history is self.history)

    def set_facts(self, facts: Sequence[SourceFacts], place: Where) -> Deed | None:
        """Set where sources were published, on record, which all packets follow: no step of any,
        but a deed done in this place, and at the packet as well where that cites one of them; None
        where nothing is new. Raises NotFound.
        """
        before = self._record.of(each.source_id for each in facts)
        after, cited = tuple(facts), self._packet
        if before == after:
            return None
        number = new_step()
        back = partial(self._set_facts, (after, before), number)
        again = partial(self._set_facts, (before, after), number)
        again()

        def changes_nothing(step: Direction) -> bool:
            return not self._record.can_put((after, before) if step == "undo" else (before, after))

        here = self._packet
        places = (place,) if here is None or here == cited else (place, in_packet(here.id))
        return Deed(
            *("填写出处", back, again, filled(before, after)),
            places=places,
            changes_nothing=changes_nothing,
        )

    def on_record(self, article_id: str) -> SourceFacts | None:
        """What is on record of the source of an article; None where the article is gone."""
        return self._record.of_article(article_id)

    def _set_facts(self, step: FactsChange, number: int) -> None:
        self._put_facts(step, number)
        now = self._unsaved.get(self._packet.id) if self._packet else None
        if now is not None and now != self._packet:
            self._put_packet(now)

    def _put_facts(self, step: FactsChange, number: int) -> None:
        """Put on record what a step changes, as far as the record is as the step before left it.
        What cites it follows, as no step of any history.
        """
        wanted = changes(step)
        if not wanted[0]:
            return
        change = still_as_left(wanted, self._record.of(each.source_id for each in wanted[0]))
        if change != wanted:
            self.facts_stay.emit()
        if not change[1]:
            return
        following = Following(change, number)
        self.saving.emit()
        in_hand = self._in_hand()
        self._saving.save("facts", self._record.put(following, in_hand))
        self._change_histories(lambda state: state.follow(following))
        for packet in in_hand.values():
            said = following(Said(packet, self._record.own_words(packet.id)))
            self._record.keep_own_words(packet.id, said.own)
            self._unsaved[packet.id] = said.packet

    def _in_hand(self) -> dict[str, Packet]:
        """The packets as they are in the window: that which is open, and what is not saved yet."""
        return self._unsaved | ({self._packet.id: self._packet} if self._packet else {})

    def follow(self, place: Callable[[Packet], Packet]) -> None:
        """Let passages be where `place` puts them, in the packet as it is by now and in all that
        can be undone or done again, of other packets as well; that is no step of its own.
        """
        self._change_histories(lambda state: state.place(place))
        self._unsaved = {each: place(packet) for each, packet in self._unsaved.items()}
        if self._packet is not None and (placed := place(self._packet)) != self._packet:
            self._put_packet(placed)

    def _change_histories(self, change: Callable[[State], State]) -> None:
        for history in self._histories.values():
            for number in range(history.count()):
                step = history.command(number)
                if isinstance(step, PacketEdit):
                    step.change(change)

    def read(self, packet_id: str) -> Packet:
        """A packet as it was edited last. Raises NotFound, or what kept it from being saved."""
        self.leaving.emit()
        if not self.flush() and packet_id in self._in_hand():
            return self._in_hand()[packet_id]
        return self._library.packet(packet_id)

    def know_copy(self, packet: Packet, copy: Packet) -> None:
        """Take the words that a packet says by itself for those of a copy as well, whose items are
        in the same order under other ids.
        """
        ids = {old.id: new.id for old, new in zip(packet.items, copy.items, strict=True)}
        own = self._record.own_words(packet.id)
        kept = frozenset((step, ids[item], name) for step, item, name in own if item in ids)
        self._record.keep_own_words(copy.id, kept)

    def discard(self, packet_id: str) -> Packet:
        """Move a packet into the trash as it was edited last. Raises NotFound, or what kept it
        from being saved.
        """
        packet = self.read(packet_id)
        if packet != self._library.packet(packet_id):
            self._save(packet)()
        self._saving.forget(packet_id)
        self._unsaved.pop(packet_id, None)
        self._library.delete_packet(packet_id)
        return packet

    def rename_preset(
        self, before: str, after: str, only: Collection[str] | None = None
    ) -> set[str]:
        """Let every packet with a preset have it by another name, before and after every edit; or
        `only` these packets. The ids of those that had it, all of them once that is saved.
        """
        renamed: set[str] = set()

        def name(packet: Packet) -> Packet:
            if packet.preset != before or not (only is None or packet.id in only):
                return packet
            renamed.add(packet.id)
            return edits.set_preset(packet, after)

        def save() -> None:
            renamed.update(self._library.rename_preset(before, after, only))

        self.saving.emit()
        self._saving.save(f"preset {before}", save)
        self.follow(name)
        return renamed

    def others_in(self, preset: str) -> int:
        """How many packets other than this one are set in a preset."""
        self.flush()
        here = self._packet.id if self._packet else ""
        return len(set(self._library.packets_in(preset)) - {here})

    def keep_version(self, reason: Reason, packet: Packet | None = None) -> None:
        """Keep the packet as it is now, or this one as it was just now, among its versions; soon,
        and before any later edit.
        """
        if packet is not None and packet != self._packet:
            keep = partial(self._library.keep_version, packet, reason)
            self._saving.save(f"version of {packet.id}", keep)
        elif self._packet is not None and self.flush():
            packet_id = self._packet.id
            keep = partial(self._library.keep_version, packet_id, reason)
            self._saving.save(f"version of {packet_id}", keep)

    @property
    def is_saved(self) -> bool:
        """Whether every edit is on the disk."""
        return self._saving.is_done

    def flush(self) -> bool:
        """Wait until every edit is on the disk; False where one could not be saved, and why is
        told by `save_failed`.
        """
        return self._saving.flush()

    def _save(self, packet: Packet) -> Callable[[], None]:
        """What keeps a packet, with the passages out of it that were never saved, but not where
        they are what there is no room for.
        """
        gone = [each for each in self._gone.values() if each.packet_id == packet.id]

        def save() -> None:
            try:
                self._library.save_packet(packet, gone)
            except DiskFull:
                self._library.save_packet(packet)

        return save

    def _tell_saved(self) -> None:
        self._unsaved.clear()
        self._gone.clear()
        facts_kept = self._record.written()
        self.saved.emit(datetime.now().astimezone())
        if facts_kept:
            self.facts_kept.emit()

    def _put(self, state: State) -> None:
        self.saving.emit()
        self._record.keep_own_words(state.packet.id, state.own)
        self._put_packet(state.packet, state.at)

    def _put_packet(self, packet: Packet, at: tuple[str, ...] = ()) -> None:
        before, self.edited_at = self._packet, at
        for each in taken_out(self._unsaved.get(packet.id, packet), packet):
            self._gone[each.item.id] = each
        self._unsaved[packet.id] = packet
        self._saving.save(packet.id, self._save(packet))
        if before is not None and before.id != packet.id:  # it is not the current one
            return
        self._packet = packet
        self.changed.emit(packet)
        if before is not None:
            self.set_place(_last_left(before, packet, self.place))


def _last_step(history: QUndoStack, is_there: Callable[[], bool]) -> Step:
    """The edit that was made last, while its history is there."""
    step = history.command(history.index() - 1)

    def back() -> bool:
        is_next = is_there() and history.command(history.index() - 1) is step
        if is_next:
            history.undo()
        return is_next

    def again() -> bool:
        is_next = is_there() and history.command(history.index()) is step
        if is_next:
            history.redo()
        return is_next

    return Step(back, again)


def _last_left(before: Packet, after: Packet, item_id: str) -> str:
    """The item, or where it was taken out the last one before it that is left; else none."""
    left, last = {item.id for item in after.items}, ""
    for item in before.items:
        last = item.id if item.id in left else last
        if item.id == item_id:
            return last
    return item_id if item_id in left else ""
