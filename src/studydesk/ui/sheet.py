"""What stands in front of the window in a window of its own never reaches beyond the screen."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from studydesk.ui import window_place


class Sheet(QDialog):
    """Every sheet and form of the program is one of these."""

    def showEvent(self, event: QShowEvent) -> None:
        """Come up within the screen, title and buttons too."""
        super().showEvent(event)
        window_place.fit_sheet(self)

    def keep_or_leave(self, keep: Callable[[], object]) -> QDialogButtonBox:
        """The buttons 保存, which calls `keep`, and 取消, which closes the sheet."""
        buttons = QDialogButtonBox()
        buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(keep)
        buttons.rejected.connect(self.reject)
        return buttons
