"""签字: who wrote the packet, who read it against the paper and who lets it go out."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.domain.signing import sign, signature_of, unsign
from studydesk.domain.vouching import Duty
from studydesk.errors import StudyDeskError
from studydesk.handout.wording import SIGNATURE_HINTS
from studydesk.library import Library
from studydesk.ui.fields import LineField
from studydesk.ui.list_menu import MenuContent, open_over
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words.vouching_words import day_told, remark

_NAMES = "who signs"
"""The names that were typed last are remembered in the library under this key, by duty."""


class SigningMenu(QToolButton):
    """A button over three names to sign with; each signature is one step of the packet."""

    edited = Signal(str, object)
    """The user made the packet this: name of the step, packet."""
    signed = Signal()
    """Somebody signed the packet as it is now."""
    failed = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._packet: Packet | None = None
        self.setToolTip("三个人签字；签后又改了，会提醒")
        holder = MenuContent()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._grid.setColumnStretch(1, 1)
        self.names: dict[Duty, LineField] = {}
        self.buttons: dict[Duty, QPushButton] = {}
        self.told: dict[Duty, QLabel] = {}
        for row, duty in enumerate(Duty):
            self._add_row(2 * row, duty)
        note = QLabel("签字连同日期印在审校单上，可以撤消。")
        note.setProperty("role", "muted")
        self._grid.addWidget(note, 2 * len(Duty), 0, 1, 3)
        menu = open_over(self, holder, "签字")
        menu.aboutToShow.connect(self._begin)
        menu.aboutToHide.connect(self._keep_names)
        self.show_packet(None)

    def _add_row(self, row: int, duty: Duty) -> None:
        name = LineField(f"{duty.value}人姓名", SIGNATURE_HINTS[duty])
        name.setMinimumWidth(20 * GRID)
        OwnUndo(name)
        button = QPushButton("签字")
        button.setAccessibleName(f"{duty.value}签字")
        told = Sentence(role="muted")
        name.textChanged.connect(lambda text: button.setEnabled(bool(text.strip())))
        name.returnPressed.connect(lambda: self._press(duty))
        button.clicked.connect(lambda: self._press(duty))
        self.names[duty], self.buttons[duty], self.told[duty] = name, button, told
        self._grid.addWidget(QLabel(duty.value), row, 0)
        self._grid.addWidget(name, row, 1)
        self._grid.addWidget(button, row, 2)
        self._grid.addWidget(told, row + 1, 1, 1, 2)

    def show_packet(self, packet: Packet | None) -> None:
        """Show who signed a packet, when, and whether it was changed since."""
        self._packet = packet
        self.setEnabled(packet is not None)
        signed = len(packet.signatures) if packet else 0
        self.setText(f"签字 {signed}/{len(Duty)} ▾")
        for duty in Duty:
            self._show_duty(duty)

    def _show_duty(self, duty: Duty) -> None:
        signature = signature_of(self._packet, duty) if self._packet else None
        name, button, told = self.names[duty], self.buttons[duty], self.told[duty]
        name.setReadOnly(signature is not None)
        button.setText("签字" if signature is None else "撤回")
        told.setVisible(signature is not None)
        if signature is not None and self._packet is not None:
            name.setText(signature.name)
            told.setText(f"{day_told(signature.on)}签，{remark(self._packet, signature)}。")
        button.setEnabled(bool(name.text().strip()))

    def _begin(self) -> None:
        """Offer the names that were typed last, and put the cursor on the first that is missing."""
        known: dict[str, str] = self._library.recall(_NAMES, {})
        waiting = []
        for duty, field in self.names.items():
            if not field.isReadOnly():
                field.setText(str(known.get(duty, "")))
                waiting.append(field)
        for field in waiting[:1]:
            field.setFocus(Qt.FocusReason.PopupFocusReason)
            field.selectAll()

    def _keep_names(self) -> None:
        """Whoever signs later, or in the next packet, is offered what was typed; who has signed
        this one may be of another group.
        """
        typed = {
            duty.value: " ".join(field.text().split())
            for duty, field in self.names.items()
            if not field.isReadOnly()
        }
        try:
            known: dict[str, str] = self._library.recall(_NAMES, {})
            if known != known | typed:
                self._library.remember(_NAMES, known | typed)
        except StudyDeskError as error:
            self.failed.emit(error)

    def _press(self, duty: Duty) -> None:
        packet = self._packet
        if packet is None:
            return
        if signature_of(packet, duty) is not None:
            self.edited.emit(f"撤回{duty.value}签字", unsign(packet, duty))
            return
        name = self.names[duty].text()
        try:
            signed = sign(packet, duty, name, date.today())  # noqa: DTZ011 - the user's own day
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self._keep_names()
        self.edited.emit(f"{duty.value}签字", signed)
        self.signed.emit()
