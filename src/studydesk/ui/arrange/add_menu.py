"""The menu of everything that can be put into a packet."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from studydesk.domain.packet import ITEM_KINDS
from studydesk.ui.mnemonics import let_choose
from studydesk.ui.words.item_kinds import KINDS


class AddMenu(QMenu):
    """One entry for each kind of item, with what it is for."""

    wanted = Signal(str)
    """A new item of this kind (a key of ITEM_KINDS) is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        for key, kind in ITEM_KINDS.items():
            known = KINDS[kind]
            action = self.addAction(f"{known.name}\t{known.purpose}")
            action.triggered.connect(lambda _checked=False, key=key: self.wanted.emit(key))
        let_choose(self)

    def event(self, event: QEvent) -> bool:
        """Take every key while it is open: the commands of the window wait behind it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys with Ctrl are a command's, which is done, and seen, once the menu is closed."""
        owner = self.parentWidget()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() != Qt.Key.Key_Control and owner is not None and self.close():
            QCoreApplication.sendEvent(owner.window(), event)
        else:
            super().keyPressEvent(event)


class AddButton(QPushButton):
    """The button over that menu; ↓ opens it as well."""

    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ would go to what comes next."""
        if event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        else:
            super().keyPressEvent(event)
