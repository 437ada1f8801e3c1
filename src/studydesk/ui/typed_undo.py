"""Ctrl+Z in a field of 编排: what was typed there is taken back; all else at a second press. A
packet whose edits are all taken back stays.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QUndoCommand
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from studydesk.ui.desk import Desk
from studydesk.ui.key_names import native
from studydesk.ui.undo import PacketEdit
from studydesk.ui.words.quotes import quoted

_ALL_BACK = "学习包里的改动都撤消了，按 {} 可以重做。连学习包也不要，就用菜单里的{}。"


class TypedUndo(QObject):
    """Keeps a key from taking away what whoever writes in a field does not think of: a passage, or
    what was typed elsewhere. The menu names what it takes back, and does so at once.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._is_key = False
        self._told: tuple[QWidget, str, QUndoCommand | None] | None = None

    def watch(self, action: QAction) -> None:
        """Know of this action whether a key is asking."""
        action.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key comes before what it asks for."""
        self._is_key = event.type() is QEvent.Type.Shortcut
        return super().eventFilter(watched, event)

    def undo(self) -> None:
        """Take back what was done last, or tell first that it was not done in this field."""
        name, edit = self._desk.undoing.next_back
        field, is_key = QApplication.focusWidget(), self._is_key
        self._is_key = False
        if is_key and self._desk.undoing.would_take_packet_away:
            self._desk.undoing.nothing_left.emit(
                _ALL_BACK.format(native("Ctrl+Y"), quoted(f"撤消：{name}"))
            )
            return
        places = self._places_of(field) if is_key else ()
        typed = isinstance(edit, PacketEdit) and any(map(edit.is_typed_in, places))
        if field is None or not (places and name) or typed or self._told == (field, name, edit):
            self._told = None
            self._desk.undoing.undo()
            return
        if self._desk.notice.is_to_be_read:
            return  # an error, over which nothing would be said
        self._told = field, name, edit
        self._desk.undoing.nothing_left.emit(
            f"这一栏没有可撤消的了；再按一次 {native('Ctrl+Z')}，撤消{quoted(name)}。"
        )

    def _places_of(self, field: QWidget | None) -> Sequence[str]:
        """The ids by which it is known what was typed in a field; none elsewhere."""
        page, packet = self._desk.arrange, self._desk.current.packet
        if not isinstance(field, QLineEdit | QPlainTextEdit) or packet is None:
            return ()
        if page.item_panel.isAncestorOf(field):
            return page.item_panel.typed_places
        return (packet.id,) if page.packet_panel.isAncestorOf(field) else ()
