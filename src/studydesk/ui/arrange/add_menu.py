"""The menu of everything that can be put into a packet."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QWidget

from studydesk.domain.packet import ITEM_KINDS
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

    def event(self, event: QEvent) -> bool:
        """Take every key while it is open: the commands of the window wait behind it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
