"""The editor of an agenda: a table of steps whose minutes should add up to the session."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Agenda, AgendaStep, Packet
from studydesk.services.checking import minutes_wanted
from studydesk.ui.arrange.editors.base import ItemEditor, quiet_label
from studydesk.ui.fields import LineField
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.icons import IconButton
from studydesk.ui.number_field import NumberField
from studydesk.ui.theme import GRID

_LINES = 3
"""Lines of the grid for each step: two of fields and one of room."""


def sum_line(minutes: int, session: int, wanted: int = 0) -> str:
    """议程 60′ ✓, or by how much the steps miss the session's length; or else what the packet has
    `wanted`, for which the session is too short.
    """
    if minutes == session:
        return f"议程 {minutes}′，内容要 {wanted}′" if wanted else f"议程 {minutes}′ ✓"
    over = minutes - session
    return f"议程 {minutes}′　{'超' if over > 0 else '差'} {abs(over)}′"


class _StepRow:
    """The fields of one step, on two lines, so that their words can be read."""

    def __init__(self, editor: "AgendaEditor", at: int) -> None:
        number = at + 1
        self.activity = LineField(f"第 {number} 步：做什么", "做什么")
        self.minutes = NumberField(f"第 {number} 步：时间", "分", 0, 240)
        self.note = LineField(f"第 {number} 步：主持人备注", "主持人备注")
        self.activity.edited.connect(lambda text: editor.set_step(at, "activity", text))
        self.minutes.edited.connect(lambda minutes: editor.set_step(at, "minutes", minutes))
        self.note.edited.connect(lambda text: editor.set_step(at, "note", text))
        self.buttons = [
            _small("chevron-up", f"第 {number} 步上移", lambda: editor.move_step(at, at - 1)),
            _small("chevron-down", f"第 {number} 步下移", lambda: editor.move_step(at, at + 1)),
            _small("x", f"删除第 {number} 步", lambda: editor.remove_step(at)),
        ]

    @property
    def widgets(self) -> list[QWidget]:
        """Everything of the step, in the order of the keys."""
        return [self.activity, self.minutes, self.note, *self.buttons, self.minutes.doubt]

    def place(self, grid: QGridLayout, at: int) -> None:
        """What and minutes on one line; note and buttons below it, and some room, in which stands
        what is doubtful.
        """
        grid.addWidget(self.activity, _LINES * at, 0)
        grid.addWidget(self.minutes, _LINES * at, 1, 1, len(self.buttons))
        for column, widget in enumerate((self.note, *self.buttons)):
            grid.addWidget(widget, _LINES * at + 1, column)
        grid.addWidget(self.minutes.doubt, _LINES * at + 2, 0, 1, 1 + len(self.buttons))
        grid.setRowMinimumHeight(_LINES * at + 2, GRID)

    def fill(self, step: AgendaStep) -> None:
        """Show a step."""
        self.activity.set_text(step.activity)
        self.minutes.set_number(step.minutes)
        self.note.set_text(step.note)


class AgendaEditor(ItemEditor):
    """Steps: what, minutes, the facilitator's note; steps are added, moved, removed."""

    item: Agenda

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_StepRow] = []
        self._marked: LineField | None = None
        self.sum = QLabel()
        self.add_button = QPushButton("＋ 添一步")
        self.add_button.clicked.connect(self.add_step)
        self.plan_button = QPushButton("按时长排一份")
        self.plan_button.setToolTip("按本次时长填入常用的步骤和时间")
        self.plan_button.clicked.connect(self.plan_requested)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        foot = FlowRow((self.add_button, self.plan_button, self.sum))  # no wider than the steps
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(quiet_label("备注只印在主持人版。"))
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        layout.addStretch(1)

    def fill(self, packet: Packet) -> None:
        """Show the steps and their sum against the session."""
        item = self.item
        while len(self._rows) < len(item.steps):
            row = _StepRow(self, len(self._rows))
            row.place(self._grid, len(self._rows))
            self._rows.append(row)
        if len(self._rows) > len(item.steps):
            self._marked = None
        while len(self._rows) > len(item.steps):
            for widget in self._rows.pop().widgets:
                widget.hide()
                widget.deleteLater()
            self._grid.setRowMinimumHeight(_LINES * len(self._rows) + 2, 0)
        for row, step in zip(self._rows, item.steps, strict=True):
            row.fill(step)
        if self._rows:
            for row in self._rows:
                row.buttons[1].setEnabled(row is not self._rows[-1])
            self._rows[0].buttons[0].setEnabled(False)
        self.sum.setText(sum_line(item.minutes, packet.session.minutes, minutes_wanted(packet)))
        self.plan_button.setVisible(not item.steps or item.minutes != packet.session.minutes)

    def mark(self, field: str, start: int, end: int) -> None:
        """Select these words of a step, as in steps.2.note, without taking the keys."""
        _, _, place = field.partition(".")
        number, _, name = place.partition(".")
        if number.isdecimal() and int(number) < len(self._rows) and name in ("activity", "note"):
            self._marked = getattr(self._rows[int(number)], name)
            self._marked.select_words(start, end)

    def focus_marked(self) -> None:
        """Into the words of the step."""
        if self._marked is not None:
            self._marked.show()  # a step that is new is shown later, and could take no keys yet
            self._marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_step(self, at: int, field: str, value: object) -> None:
        """Give one attribute of one step another value."""
        values: dict[str, Any] = {field: value}
        steps = list(self.item.steps)
        steps[at] = replace(steps[at], **values)
        self._set_steps(steps, f"steps.{at}.{field}")

    def _set_steps(self, steps: Iterable[AgendaStep], field: str = "") -> None:
        """Tell new steps; `field` names the one that was typed in, for undo."""
        changed = replace(self.item, steps=tuple(steps))
        if changed != self.item:
            self.item = changed
            self.edited.emit(changed, field)

    def add_step(self) -> None:
        """Put an empty step at the end and the cursor into it."""
        self._set_steps((*self.item.steps, AgendaStep("", 5)))
        if self._rows:
            self._rows[-1].activity.setFocus()

    def move_step(self, at: int, to: int) -> None:
        """Set one step in another's place."""
        steps = list(self.item.steps)
        steps.insert(to, steps.pop(at))
        self._set_steps(steps)

    def remove_step(self, at: int) -> None:
        """Take one step out."""
        steps = self.item.steps
        self._set_steps(steps[:at] + steps[at + 1 :])

    def focus_first(self) -> None:
        """Put the cursor into the first step, or on the button that makes one."""
        if self._rows:
            self._rows[0].activity.setFocus()
        else:
            self.plan_button.setFocus()


def _small(icon: str, name: str, clicked: Callable[[], None]) -> IconButton:
    button = IconButton(icon, name)
    button.setStyleSheet("padding: 2px;")
    button.setFixedWidth(26)
    button.clicked.connect(clicked)
    return button
