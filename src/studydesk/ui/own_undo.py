"""撤消 and 重做 in fields and forms that are no part of the packet: they take back what was done
in them, and say so when nothing is left; what is behind them stays as it is.
"""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from studydesk.ui.keys_to_window import step_asked_for

_NOTHING = {"undo": "这里没有可撤消的了。", "redo": "这里没有可重做的了。"}


def tell_nothing_left(step: str, at: QWidget, besides: str = "") -> None:
    """Say below a widget that there is nothing for `undo` or `redo`, and what else there is to
    say.
    """
    QToolTip.showText(at.mapToGlobal(QPoint(0, at.height())), _NOTHING[step] + besides, at)


class OwnUndo(QObject):
    """An event filter for a field; what its user has not typed is never taken back by it."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer these keys, which the window would else answer."""
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            step = step_asked_for(event) if isinstance(event, QKeyEvent) else ""
            if step:
                event.accept()
                if kind is QEvent.Type.KeyPress:
                    self.take(step)
                return True
        return super().eventFilter(watched, event)

    def take(self, step: str) -> None:
        """Do `undo` or `redo` in the field, or say that nothing is left."""
        if not self._is_left(step):
            tell_nothing_left(step, self._field)
            return
        QToolTip.hideText()
        (self._field.undo if step == "undo" else self._field.redo)()

    def _is_left(self, step: str) -> bool:
        field = self._field
        history = field.document() if isinstance(field, QPlainTextEdit) else field
        return history.isUndoAvailable() if step == "undo" else history.isRedoAvailable()
