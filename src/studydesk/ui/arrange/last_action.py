"""上次那件事: what the session before agreed on, offered for the box of this one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from studydesk.domain import edits
from studydesk.domain.packet import Action, Item, Packet
from studydesk.library import Library
from studydesk.services.series import LastTime, last_time
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words.quotes import quoted


class LastActionOffer(QFrame):
    """A quiet line below the editor of 我的一件事, as long as it asks about nothing yet."""

    message = Signal(str)
    failed = Signal(object)

    def __init__(self, library: Library, current: CurrentPacket, jobs: Jobs) -> None:
        super().__init__()
        self._library, self._current, self._jobs = library, current, jobs
        self._asked: tuple[str, Packet] | None = None
        self._job: Job | None = None
        self._last: LastTime | None = None
        self.setAccessibleName("上次那件事")
        self.sentence = Sentence(role="muted")
        self.take_button = QPushButton("写进来")
        self.take_button.setToolTip(f"印在“我的一件事”上面，问做到没有；{native('Ctrl+Z')} 撤消")
        self.take_button.clicked.connect(self.take)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.take_button)
        self.hide()

    def show_item(self, item: Item | None, packet: Packet | None) -> None:
        """Look for what could be asked about, where that is asked nowhere yet."""
        if not isinstance(item, Action) or packet is None or item.last.strip():
            self._forget()
            self._asked = None
            self.hide()
            return
        if self._asked is not None and self._asked[0] == item.id:
            before = self._asked[1]
            if (before.id, before.session) == (packet.id, packet.session):
                return
        self._forget()
        self._asked = (item.id, packet)
        self._job = self._jobs.start(
            _look, self._library, packet, done=self._show, failed=self._fail
        )

    @property
    def busy(self) -> bool:
        """Whether it is being looked for."""
        return self._job is not None

    def _forget(self) -> None:
        if self._job is not None:
            self._jobs.forget(self._job)
            self._job = None

    def _show(self, last: LastTime | None) -> None:
        self._job, self._last = None, last
        self.setVisible(last is not None)
        if last is not None:
            noted = "定了" if last.noted else "没有记下定了什么，可以印"
            day = f"{last.held_on.month}月{last.held_on.day}日"
            self.sentence.setText(f"上次（{day}{quoted(last.title)}）{noted}：{last.words}")

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def take(self) -> None:
        """Write it into the box."""
        packet, last = self._current.packet, self._last
        if packet is None or last is None or self._asked is None:
            return
        item = packet.items[edits.position(packet, self._asked[0])]
        if isinstance(item, Action):
            changed = edits.change(packet, replace(item, last=last.words))
            self._current.edit("写上次那件事", changed)
            self.message.emit(f"已写进“我的一件事”，按 {native('Ctrl+Z')} 撤消。")


def _look(_progress: Progress, library: Library, packet: Packet) -> LastTime | None:
    today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
    return last_time(library, packet, today)
