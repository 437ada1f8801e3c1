"""印哪些部分: the parts of a handout, ticked in a menu that stays open while one ticks."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from studydesk.domain.edits import set_parts
from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.handout.choosing import parts_of
from studydesk.handout.style import Preset

_GROUPS = {
    "学员版和主持人版": (
        *(Part.COVER, Part.CONTENTS, Part.GOALS, Part.AGENDA, Part.TERMS, Part.QUESTIONS),
        *(Part.ACTION, Part.FURTHER, Part.REFERENCES, Part.SOURCES),
    ),
    "只在主持人版": (Part.AT_HAND,),
    "记录册": (Part.SIGN_IN, Part.RECORD, Part.GROUPS, Part.REFLECTION, Part.FEEDBACK),
}
_AS_PRESET, _AS_CHOSEN = "印哪些部分", "印哪些部分（自选）"


class PartsMenu(QToolButton):
    """A button with the parts of a handout, those ticked that are printed."""

    chosen = Signal(object)
    """The packet, to be printed with the parts that the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_AS_PRESET)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.as_preset = menu.addAction("照版式")
        self.as_preset.setCheckable(True)
        self.as_preset.triggered.connect(self._follow_preset)
        self.actions_of: dict[Part, QAction] = {}
        for name, parts in _GROUPS.items():
            menu.addSection(name)
            for part in parts:
                action = menu.addAction(part.value)
                action.setCheckable(True)
                action.triggered.connect(self._choose)
                self.actions_of[part] = action
        menu.installEventFilter(self)
        self.setMenu(menu)
        self._packet: Packet | None = None

    def show_packet(self, packet: Packet | None, preset: Preset | None) -> None:
        """Tick what is printed of a packet with its preset, if there is such a one."""
        self._packet = packet
        self.setEnabled(preset is not None)
        if packet is not None and preset is not None:
            self.as_preset.setChecked(packet.parts is None)
            self.setText(_AS_PRESET if packet.parts is None else _AS_CHOSEN)
            self._tick(parts_of(packet, preset))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click or the space bar ticks and leaves the menu open; Enter ticks and closes it."""
        menu = self.menu()
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        spaced = isinstance(event, QKeyEvent) and event.text() == " "
        spaced = spaced and event.type() is QEvent.Type.KeyPress
        action = menu.activeAction()
        if watched is menu and (clicked or spaced) and action is not None and action.isEnabled():
            action.trigger()
            return True
        return super().eventFilter(watched, event)

    def _tick(self, parts: Iterable[Part]) -> None:
        wanted = set(parts)
        for part, action in self.actions_of.items():
            action.setChecked(part in wanted)

    def _choose(self) -> None:
        if self._packet is not None:
            wanted = [part for part, action in self.actions_of.items() if action.isChecked()]
            self.chosen.emit(set_parts(self._packet, wanted))

    def _follow_preset(self) -> None:
        if self._packet is not None:
            self.as_preset.setChecked(True)
            self.chosen.emit(set_parts(self._packet, None))
