"""从方案新建: the usual session plans and the user's own, from which a packet is begun."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from studydesk.domain.own_plan import OwnPlan, plan_of
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.study.agenda import PLANS, Plan
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Deed
from studydesk.ui.packets.packet_shelf import PacketShelf
from studydesk.ui.pinyin import pinyin
from studydesk.ui.short_words import menu_line


class PlanMenu(QMenu):
    """The plans, listed anew whenever it opens; own ones can be taken out again."""

    def __init__(
        self, library: Library, current: CurrentPacket, shelf: PacketShelf, parent: QWidget
    ) -> None:
        super().__init__("从方案新建", parent)
        self._library, self._current, self._shelf = library, current, shelf
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the plans."""
        self.clear()
        for plan in PLANS:
            action = self.addAction(f"{plan.name}\t{plan.minutes} 分钟")
            action.triggered.connect(partial(self._begin, plan))
        own = self._own()
        if own:
            self.addSeparator()
        for mine in own:
            action = self.addAction(f"{menu_line(mine.name, self)}\t{mine.session.minutes} 分钟")
            action.triggered.connect(partial(self._begin, mine))
        self.addSeparator()
        keep = self.addAction("把现在这个学习包存为方案")
        keep.triggered.connect(lambda _checked=False: self.keep())
        keep.setEnabled(self._current.packet is not None)
        if own:
            out = self.addMenu("移出方案")
            for mine in own:
                out.addAction(menu_line(mine.name, out)).triggered.connect(
                    partial(self._forget, mine)
                )

    def _own(self) -> list[OwnPlan]:
        try:
            return sorted(self._library.plans(), key=lambda plan: pinyin(plan.name))
        except StudyDeskError as error:
            self._shelf.failed.emit(error)
            return []

    def _begin(self, plan: Plan | OwnPlan, _checked: bool = False) -> None:
        self._shelf.create_from(plan)

    def keep(self) -> None:
        """Keep the plan of the current packet under the packet's title."""
        packet = self._current.packet
        if packet is None:
            return
        try:
            plan = plan_of(packet, packet.title)
            before = [known for known in self._library.plans() if known.name == plan.name]
            self._library.keep_plan(plan)
        except StudyDeskError as error:
            self._shelf.failed.emit(error)
            return
        back = (
            partial(self._library.keep_plan, before[0])
            if before
            else partial(self._library.forget_plan, plan.name)
        )
        again = partial(self._library.keep_plan, plan)
        self._shelf.undoable.emit(Deed(f"把“{plan.name}”存为方案", back, again))
        replaced = "，换下了原来同名的" if before else ""
        self._shelf.message.emit(
            f"“{plan.name}”的安排已存为方案{replaced}；选段、名词和问到选段的题没有存进去。"
        )

    def _forget(self, plan: OwnPlan, _checked: bool = False) -> None:
        try:
            self._library.forget_plan(plan.name)
        except StudyDeskError as error:
            self._shelf.failed.emit(error)
            return
        put_back = partial(self._library.keep_plan, plan)
        again = partial(self._library.forget_plan, plan.name)
        said = f"方案“{plan.name}”已移出。"
        self._shelf.undoable.emit(Deed(f"移出方案“{plan.name}”", put_back, again, said))
