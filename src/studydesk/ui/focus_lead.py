"""Where the keys go that a part of the window is given as a whole, as by F6."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class FocusLead(QObject):
    """Gives them on to `to`, what is worked with there. Qt's own focus proxy would do so for Tab
    as well, which then never came to what stands before it, and beside a menu it tears the order
    of Tab apart.
    """

    def __init__(self, panel: QWidget, to: QWidget) -> None:
        super().__init__(panel)
        self.to = to
        panel.installEventFilter(self)

    def eventFilter(self, _panel: QObject, event: QEvent) -> bool:
        """Lead on; the panel sees the event as well."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.to.setFocus(event.reason())
        return False
