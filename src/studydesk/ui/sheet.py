"""What stands in front of the window in a window of its own never reaches beyond the screen."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from studydesk.ui import window_place


class Sheet(QDialog):
    """Every sheet and form of the program is one of these."""

    def showEvent(self, event: QShowEvent) -> None:
        """Come up within the screen, title and buttons too."""
        super().showEvent(event)
        window_place.fit_sheet(self)
