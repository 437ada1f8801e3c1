"""The packets of the library as the window handles them: open, new, copy, delete, files."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from studydesk.domain.merging import merge
from studydesk.domain.own_plan import OwnPlan, laid_round
from studydesk.domain.packet import Packet, new_id
from studydesk.errors import Cancelled, EditRefused, StudyDeskError
from studydesk.library import Arrival, Library, PacketSummary, Reason, Trashed, TrashKind
from studydesk.services.citing import as_on_record
from studydesk.services.series import keep_usual_facts, with_last_time, with_usual_facts
from studydesk.study.agenda import Plan
from studydesk.study.session_template import set_up
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import DESK, Deed, Where, in_packet
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.words.quotes import quoted

_COPY = re.compile(r"（副本）(（\d+）)?$")
"""How the title of a copy ends: one of it is another of the same."""


class Opened(NamedTuple):
    """The packet of a file, and whether it came into the library with it."""

    packet: Packet
    is_new: bool


class PacketShelf(QObject):
    """Changes which packet is the current one."""

    message = Signal(str)
    failed = Signal(object)
    work_started = Signal(str, object)
    undoable = Signal(object)
    """What was just done: a Deed."""
    created = Signal()
    """The current packet is a new one, or a copy, and may be given a name."""
    asked = Signal(object, object)
    """The packet file (a Path) has another state of a packet than the library: an Arrival."""
    file_read = Signal(object, object)
    """What came of opening a packet file (a Path): a Packet, an Arrival or what went wrong."""

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._jobs = library, current, jobs

    def summaries(self) -> list[PacketSummary]:
        """All packets, the one changed last first; none when the library cannot say."""
        self._current.flush()
        try:
            return self._library.packets()
        except StudyDeskError as error:
            self.failed.emit(error)
            return []

    def open(self, packet_id: str) -> None:
        """Make a packet the current one; where it is gone, the newest. Where its passages were
        published is told as it is known by now.
        """
        summaries = self.summaries()
        if packet_id not in {summary.id for summary in summaries}:
            packet_id = summaries[0].id if summaries else ""
        try:
            packet = self._current.read(packet_id) if packet_id else None
            self._current.open(packet and as_on_record(self._library, packet))
        except StudyDeskError as error:
            self.failed.emit(error)

    def create(self) -> None:
        """Begin an empty packet named after the day, for whom sessions usually are."""
        packet = with_usual_facts(self._library, self._begun())
        if self._keep(packet, "新建"):
            self.message.emit(f"已新建学习包{quoted(packet.title)}。")

    def _begun(self) -> Packet:
        """An empty packet named after the day, once what was typed into the last is in it."""
        self._current.leaving.emit()
        return Packet(self._free(_todays_title()))

    def keep_usual_facts(self, typed: dict[str, str]) -> None:
        """Begin packets from now on for whom somebody typed that this one is, fact by fact."""
        keep_usual_facts(self._library, typed)

    def _free(self, title: str) -> str:
        """A title, with a number where a packet has it already."""
        taken = {summary.title for summary in self.summaries()}
        numbered = (f"{title}（{number}）" for number in range(2, len(taken) + 3))
        return title if title not in taken else next(t for t in numbered if t not in taken)

    def create_from(self, plan: Plan | OwnPlan) -> None:
        """Begin a packet that has all of a plan but its passages; what is picked next goes where
        those belong.
        """
        packet, place = self._begun(), ""
        if isinstance(plan, OwnPlan):
            packet = laid_round(packet, plan)
            place = packet.items[len(plan.before) - 1].id if plan.before else ""
        else:
            packet = set_up(packet, plan)
        packet = with_usual_facts(self._library, packet)
        try:
            packet = with_last_time(self._library, packet, _today())
        except StudyDeskError as error:  # it is begun without
            self.failed.emit(error)
        if self._keep(packet, "新建"):
            self._current.set_place(place)
            self.message.emit(f"已按“{plan.name}”新建，接着到“选材”里摘选段。")

    def duplicate(self, packet_id: str) -> None:
        """Open a copy of a packet, named as one, for which nobody has answered yet."""
        try:
            packet = self._current.read(packet_id)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        items = tuple(replace(item, id=new_id()) for item in packet.items)
        title = self._free(f"{_COPY.sub('', packet.title)}（副本）")
        copy = replace(packet, id=new_id(), title=title, items=items, kept=(), signatures=())
        self._current.know_copy(packet, copy)
        if self._keep(copy, "复制"):
            self.message.emit(f"已复制成学习包{quoted(title)}。")

    def delete(self, packet_id: str) -> None:
        """Take a packet out of the library; if it is the current one, open the newest left."""
        try:
            title = self.discard(packet_id)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        what = f"删除学习包{quoted(title)}"
        back, again = partial(self.restore, packet_id), partial(self.discard, packet_id)
        there = (in_packet(packet_id),)
        self.undoable.emit(Deed(what, back, again, f"已{what}。", packet_id, again_in=there))

    def discard(self, packet_id: str, then: str = "") -> str:
        """Move a packet into the trash; its title. Where it is the current one, open another then,
        or else the newest left. Raises NotFound, or what keeps it there.
        """
        current = self._current.packet
        packet = self._current.discard(packet_id)
        if current is not None and current.id == packet_id:
            self.open(then)
        return packet.title

    def restore(self, packet_id: str) -> None:
        """Open a packet that was deleted; one that is back already, as it is now. Raises
        NotFound.
        """
        self.open(self._library.restore(TrashKind.PACKET, packet_id))

    def show_restored(self, thing: Trashed, sheet: Where) -> None:
        """Open a packet that came back from the trash; that can be taken back, first of all in the
        sheet in which it was done.
        """
        self.open(thing.id)
        what = f"恢复学习包{quoted(thing.title)}"
        said = f"已{what}，现在打开着的就是它。"
        back, again = partial(self.discard, thing.id), partial(self.restore, thing.id)
        places, again_in = (in_packet(thing.id), sheet), (DESK, sheet)
        self.undoable.emit(Deed(what, back, again, said, places=places, again_in=again_in))

    def put_back(self, number: str, sheet: Where) -> None:
        """Put a passage out of the trash where it stood in its packet, which is opened: an edit of
        that, which can be taken back in the sheet in which it was done, too.
        """
        try:
            packet = self._current.read(self._library.removed_passage(number).packet_id)
            gone = self._library.removed_passage(number)  # as what waited until now has made it
            after = as_on_record(self._library, gone.back_in(packet))
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self._current.open(packet)
        step = self._current.edit_in("恢复选段", packet, after, at=[gone.item.id])
        self._current.flush()
        places = (in_packet(packet.id), sheet)
        back, again = partial(self._take, step.back), partial(self._take, step.again)
        self.undoable.emit(Deed("恢复选段", back, again, places=places))
        self.message.emit("已恢复选段，在它原来的地方。")

    def _take(self, step: Callable[[], bool]) -> None:
        """Take back an edit, or do it again, where nothing came after it."""
        if not step():
            raise EditRefused("edited-since")
        self._current.flush()

    def _keep(self, packet: Packet, verb: str) -> bool:
        """Save a new packet and open it, to be given a name."""
        before = self._current.packet.id if self._current.packet else ""
        try:
            self._library.save_packet(packet)
        except StudyDeskError as error:
            self.failed.emit(error)
            return False
        self._current.open(packet)
        back, again = partial(self.discard, packet.id, before), partial(self.restore, packet.id)
        what, places = f"{verb}学习包{quoted(packet.title)}", (in_packet(packet.id),)
        self.undoable.emit(
            Deed(what, back, again, places=places, again_in=(DESK,), besides=_where_it_is)
        )
        self.created.emit()
        return True

    def open_file(self, path: Path) -> None:
        """Add the packet of a .studypack file to the library and open it; where the library has
        another state of it, ask first.
        """

        def work(progress: Progress) -> Opened | Arrival:
            from studydesk.services import packs  # what it reads with is not needed to start

            arrival = packs.look_into(self._library, path, progress)
            return arrival if arrival.differs else _add(progress, self._library, path)

        def done(found: Opened | Arrival) -> None:
            if isinstance(found, Arrival):
                self.asked.emit(path, found)
                self.file_read.emit(path, found)
            else:
                self._opened(found)
                self.file_read.emit(path, found.packet)

        def failed(error: Exception) -> None:
            self.failed.emit(error)
            self.file_read.emit(path, error)

        if self._current.flush():
            cancelled = partial(self.file_read.emit, path, Cancelled())
            self._read_file(path, work, done, failed, cancelled)

    def add_file(self, path: Path) -> None:
        """Add the packet of a file beside the one that is there, and open it."""
        self._read_file(path, partial(_add, library=self._library, path=path), self._opened)

    def merge_file(self, path: Path) -> None:
        """Put what the packet of a file has besides into the one that is there: one undo step."""
        self._read_file(path, partial(_bring, library=self._library, path=path), self._merge)

    def replace_by_file(self, path: Path) -> None:
        """Let the packet that is there be as that of a file is: one undo step."""
        self._read_file(path, partial(_bring, library=self._library, path=path), self._replace)

    def _read_file(
        self,
        path: Path,
        work: Callable[[Progress], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], object] = lambda: None,
    ) -> None:
        self._jobs.start(
            work,
            done=done,
            failed=failed or self.failed.emit,
            cancelled=cancelled,
            started=partial(self.work_started.emit, f"正在打开 {path.name}"),
            in_order=True,
        )

    def _mine(self, theirs: Packet) -> Packet | None:
        """The packet that is there, opened; None where it was deleted meanwhile."""
        current = self._current.packet
        if current is None or current.id != theirs.id:
            self.open(theirs.id)
        mine = self._current.packet
        return mine if mine is not None and mine.id == theirs.id else None

    def _replace(self, theirs: Packet) -> None:
        mine = self._mine(theirs)
        if mine == theirs:
            self.message.emit("文件里的和这里的一样，学习包没有改动。")
        elif mine is not None:
            self._current.keep_version(Reason.REPLACED)
            self._current.edit("换成文件里的学习包", theirs)
            self.message.emit(f"已换成文件里的；按 {native('Ctrl+Z')} 撤消。")

    def _merge(self, theirs: Packet) -> None:
        mine = self._mine(theirs)
        if mine is None:
            return
        merged = merge(mine, theirs)
        if merged == mine:
            self.message.emit("文件里没有更多的内容，学习包没有改动。")
            return
        self._current.keep_version(Reason.REPLACED)
        self._current.edit("合并学习包文件", merged)
        came = len(merged.items) - len(mine.items)
        self.message.emit(f"已合并，添了 {came} 项，原有的都没有动；按 {native('Ctrl+Z')} 撤消。")

    def _opened(self, found: Opened) -> None:
        current, packet = self._current.packet, found.packet
        if current is None or current.id != packet.id:  # else it may have been edited meanwhile
            if found.is_new:  # one with this id that was there before is another
                self._current.forget_history(packet.id)
            self._current.open(packet)
            self._let_go_back(found, current)
        alike = [summary for summary in self.summaries() if summary.title == packet.title]
        known = "资料库里已有同名的，这是另一份；按 F2 可以改名。" if len(alike) > 1 else ""
        self.message.emit(f"已打开学习包{quoted(packet.title)}。{known}")

    def _let_go_back(self, found: Opened, before: Packet | None) -> None:
        """Say that the packet of a file is open now instead of another, and let that be undone:
        what the file brought goes into the trash then.
        """
        packet, last = found.packet, before.id if before else ""
        back: Callable[[], object] = partial(self.open, last)
        again = partial(self.open, packet.id)
        if found.is_new:
            back, again = partial(self.discard, packet.id, last), partial(self.restore, packet.id)
        what = f"打开学习包{quoted(packet.title)}"
        said = f"已从文件{what}，原来打开的{quoted(before.title)}还在。" if before else ""
        places = (in_packet(packet.id),)
        self.undoable.emit(Deed(what, back, again, said, places=places, again_in=(DESK,)))

    def save_file(self, path: Path) -> None:
        """Write the current packet, with its sources, into a .studypack file."""
        packet = self._current.packet
        if packet is None or not self._current.flush():
            return

        def work(progress: Progress) -> Path:
            from studydesk.services import packs  # see above

            packs.save_pack(self._library, packet.id, path, progress)
            return path

        self._jobs.start(
            work,
            done=lambda path: self.message.emit(f"学习包已存到 {path}"),
            failed=self.failed.emit,
            started=partial(self.work_started.emit, f"正在保存 {path.name}"),
            writes=bool,
        )


def _add(progress: Progress, library: Library, path: Path) -> Opened:
    from studydesk.services import packs  # what it reads with is not needed to start

    known = {summary.id for summary in library.packets()}
    packet = packs.open_pack(library, path, progress)
    return Opened(packet, packet.id not in known)


def _bring(progress: Progress, library: Library, path: Path) -> Packet:
    from studydesk.services import packs  # see above

    return packs.bring(library, path, progress)


def _where_it_is() -> str:
    """Of a packet that is taken back with all that is in it."""
    return f"它在回收站里，按 {native('Ctrl+Y')} 就回来。"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the user's own calendar


def _todays_title() -> str:
    today = _today()
    return f"{today.month}月{today.day}日学习"


def list_names(summaries: Sequence[PacketSummary]) -> dict[str, str]:
    """What packets are called in a list, by id: of those with one title, with when each was
    changed, and which of several it is where that was in the same minute. On paper they keep
    their title.
    """
    titles = Counter(summary.title for summary in summaries)
    moments = Counter((summary.title, _moment(summary.changed_at)) for summary in summaries)
    names, numbers = dict[str, str](), Counter[tuple[str, str]]()
    for summary in summaries:
        this = title, moment = summary.title, _moment(summary.changed_at)
        numbers[this] += 1
        number = f"，第 {numbers[this]} 份" if moments[this] > 1 else ""
        names[summary.id] = f"{title}（{moment}改{number}）" if titles[title] > 1 else title
    return names


def _moment(moment: datetime) -> str:
    here = moment.astimezone()
    return f"{here.month}月{here.day}日 {here:%H:%M} "
