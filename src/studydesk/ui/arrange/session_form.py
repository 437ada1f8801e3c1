"""The facts of the session: one line that opens into a small form, edited in place."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studydesk.domain import edits
from studydesk.domain.packet import Packet
from studydesk.study.agenda import of_length
from studydesk.ui.date_field import DateField, date_text
from studydesk.ui.fields import LineField
from studydesk.ui.giving_way import GivingWay
from studydesk.ui.number_field import NumberField
from studydesk.ui.short_words import RIGHT, shorten
from studydesk.ui.theme import GRID
from studydesk.ui.typist import typist

_PAUSE = 1500
"""Milliseconds without another key after which a length is typed to its end."""


class SessionForm(QWidget):
    """Title, unit, date, place, host and length of the packet."""

    edited = Signal(str, object, str)
    """The user made the packet this: name of the step, packet, field."""
    told = Signal(str)
    """A sentence for the status line."""
    typed = Signal(dict)
    """Facts that the user typed for this packet, by the names of their fields: they still stand as
    it is left.
    """
    left = Signal()
    """The form was put away by a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packet: Packet | None = None
        self._typed: dict[str, str] = {}
        self._before_length: Packet | None = None
        self._of_length: Packet | None = None
        self._length_step = typist.step
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.settle)
        self.facts = QPushButton()
        self.facts.setProperty("role", "link")
        self.facts.setCheckable(True)
        self.facts.setStyleSheet("text-align: left; padding: 0 4px;")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.facts.toggled.connect(self._open)
        self.title = LineField("学习包题名")
        self.unit = LineField("单位", "如：第三车间工会")
        self.held_on = DateField("日期")
        self.place = LineField("地点", "如：车间学习室")
        self.host = LineField("主持人")
        self.minutes = NumberField("时长", "分钟", 1, 480)
        self.title.edited.connect(self._rename)
        self.title.editingFinished.connect(self._restore_title)
        for name, field, signal in (
            ("单位", "unit", self.unit.edited),
            ("日期", "held_on", self.held_on.edited),
            ("地点", "place", self.place.edited),
            ("主持人", "host", self.host.edited),
        ):
            signal.connect(lambda value, name=name, field=field: self._set_fact(name, field, value))
        self.minutes.edited.connect(self._set_length)
        self.minutes.settled.connect(self.settle)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(GRID // 2)
        form.setHorizontalSpacing(GRID // 2)  # a date has just the room it needs
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, widget in (
            ("题名", self.title),
            ("单位", self.unit),
            ("日期", self.held_on),
            ("地点", self.place),
            ("主持人", self.host),
            ("时长", self.minutes),
        ):
            form.addRow(name, widget)
        below = QVBoxLayout()
        below.addLayout(form)
        for doubt in (self.minutes.doubt, self.held_on.doubt):
            below.addWidget(doubt)  # last: it moves no field that one is about to press
        self._form = GivingWay(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.facts)
        layout.addWidget(self._form)
        self._form.hide()

    def show_packet(self, packet: Packet) -> None:
        """Show the packet's facts; what is being typed is left alone."""
        other = self._packet is None or self._packet.id != packet.id
        self._packet = packet
        session = packet.session
        if self.title.text().strip() != packet.title:
            self.title.set_text(packet.title)
        self.unit.set_text(session.unit)
        self.held_on.show_date(session.held_on)
        self.place.set_text(session.place)
        self.host.set_text(session.host)
        self.minutes.set_number(session.minutes)
        if other:
            self._typed.clear()
            self.held_on.forget()
            self.minutes.forget()
        self._name_facts()

    def _name_facts(self) -> None:
        """Say what is known of the session, as far as there is room."""
        if self._packet is None:
            return
        session = self._packet.session
        minutes, day = f"{session.minutes} 分钟", session.held_on
        known = _joined(date_text(day), minutes, session.unit)
        short = _joined(f"{day.month}月{day.day}日" if day else "", minutes, session.unit)
        shorten(self.facts, short, RIGHT, " ▴" if self.facts.isChecked() else " ▾")
        self.facts.setAccessibleName(f"本次学习：{known}")
        self.facts.setToolTip(f"{known}\n填写单位、日期、地点、主持人和时长")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The facts are shortened to the width."""
        super().resizeEvent(event)
        self._name_facts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away."""
        if event.key() == Qt.Key.Key_Escape and self.facts.isChecked():
            self.facts.setChecked(False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is gone to: the form is closed, unless something in it is doubtful."""
        super().hideEvent(event)
        if not (event.spontaneous() or self.held_on.doubt.sentence or self.minutes.is_doubtful()):
            self.facts.setChecked(False)

    def rename(self) -> None:
        """Open the form with the title ready to be typed over."""
        self.facts.setChecked(True)
        self.title.setFocus()
        self.title.selectAll()

    def open_field(self, name: str) -> None:
        """Open the form with the cursor in one field: title, unit, held_on, place, host or
        minutes.
        """
        self.facts.setChecked(True)
        fields: dict[str, QWidget] = {"unit": self.unit, "place": self.place, "host": self.host}
        fields |= {"title": self.title, "minutes": self.minutes.line}
        fields.get(name, self.held_on.line).setFocus()

    def _open(self, opened: bool) -> None:
        self._form.setVisible(opened)
        if self._packet is not None:
            self.show_packet(self._packet)
        if opened:
            self.title.setFocus()

    def _rename(self, text: str) -> None:
        if self._packet is not None and text.strip():
            self.edited.emit("改题名", edits.rename(self._packet, text), "title")

    def _restore_title(self) -> None:
        """A title emptied and left is the old one again."""
        if self._packet is not None and not self.title.text().strip():
            self.title.set_text(self._packet.title)

    def _set_fact(self, name: str, field: str, value: object) -> None:
        if self._packet is not None:
            if isinstance(value, str):
                self._typed[field] = value
            values: dict[str, Any] = {field: value}
            session = replace(self._packet.session, **values)
            self.edited.emit(f"改{name}", edits.set_session(self._packet, session), field)

    def _set_length(self, minutes: int) -> None:
        """The agendas follow when it is typed to its end; until then they are as before, and all
        that is typed is one step: none is to end with agendas that are not as long.
        """
        if self._packet is None:
            return
        if self._before_length is None or self._packet != self._of_length:
            self._before_length = self._packet
        if not self._pause.isActive():
            self._length_step = typist.step
        session = replace(self._before_length.session, minutes=minutes)
        self._put_length(edits.set_session(self._before_length, session))
        self._pause.start()

    def tell_typed(self) -> None:
        """The packet is left: tell which of its facts were typed and not taken back."""
        typed, self._typed = self._typed, {}
        session = self._packet.session if self._packet else None
        stand = {name: value for name, value in typed.items() if getattr(session, name) == value}
        if stand:
            self.typed.emit(stand)

    def settle(self) -> None:
        """The length is typed to its end: let the agendas be as long, and say so; the same undo
        step.
        """
        self._pause.stop()
        before, packet = self._before_length, self._packet
        if before is None or packet is None or packet != self._of_length:
            return  # that was taken back, or is another packet
        minutes = packet.session.minutes
        stretched = of_length(before, minutes)
        if minutes != before.session.minutes and stretched != packet:
            self._put_length(stretched)
            self.told.emit(f"议程已按 {minutes} 分钟重排。")

    def _put_length(self, packet: Packet) -> None:
        self._of_length = packet
        with typist.within(self._length_step):
            self.edited.emit("改时长", packet, "minutes")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
