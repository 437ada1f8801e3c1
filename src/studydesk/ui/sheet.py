"""What stands in front of the window in a window of its own never reaches beyond the screen."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from studydesk.ui import window_place
from studydesk.ui.keys_to_window import step_asked_for
from studydesk.ui.own_undo import tell_nothing_left


class Sheet(QDialog):
    """Every sheet and form of the program is one of these."""

    _told_of: object = None  # what the sheet said of that it is not kept

    def showEvent(self, event: QShowEvent) -> None:
        """Come up within the screen, title and buttons too."""
        super().showEvent(event)
        window_place.fit_sheet(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """撤消 and 重做 stay in the sheet."""
        if step := step_asked_for(event):
            self.take_step(step)
        else:
            super().keyPressEvent(event)

    def take_step(self, step: str) -> None:
        """Do the step back or forth, `undo` or `redo`, that was asked for in the sheet."""
        tell_nothing_left(step, self.focusWidget() or self)

    def unkept(self) -> object:
        """What was written and is not kept; nothing where all is."""
        return None

    def tell_unkept(self, sentence: str) -> None:
        """Say in the sheet that something is not kept."""

    def reject(self) -> None:
        """Leave the sheet; where something is not kept, stay once and say so."""
        unkept = self.unkept()
        if unkept is None or unkept == self._told_of:
            super().reject()
        else:
            self._told_of = unkept
            self.tell_unkept("改动还没有保存。要留下，点“保存”；不要了，再取消一次。")

    def keep_or_leave(self, keep: Callable[[], object]) -> QDialogButtonBox:
        """The buttons 保存, which calls `keep`, and 取消, which closes the sheet."""
        buttons = QDialogButtonBox()
        buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(keep)
        buttons.rejected.connect(self.reject)
        return buttons
