"""班组卡片: the names of the groups that each get a card; the library remembers them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.names import entries_in
from studydesk.ui.list_menu import ListMenu

GROUPS = "groups"
"""The groups are remembered in the library under this key."""

_NOTE = (
    "每个班组一张卡片，写好班组和日期，两张一页 A4，\n印好从中间裁开。名单记在资料库里，下次还在。"
)


class GroupsMenu(ListMenu):
    """A button over a field of groups, for presets that print cards."""

    failed = Signal(object)
    """The groups could not be remembered (StudyDeskError)."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__("班组名单", "一行一个班组，如：\n钳工一班\n钳工二班", _NOTE, 16, parent)
        self._library = library
        self.menu().aboutToHide.connect(self._keep)
        self.field.setPlainText("\n".join(library.recall(GROUPS, [])))
        self._kept = self.groups
        self.field.textChanged.connect(self._show_count)
        self._show_count()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in their order, each once."""
        return tuple(dict.fromkeys(entries_in(self.field.toPlainText())))

    def _keep(self) -> None:
        """Remember the groups where they are others now; what could not be kept stays written."""
        if self.groups == self._kept:
            return
        try:
            self._library.remember(GROUPS, list(self.groups))
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            self._kept = self.groups

    def _show_count(self) -> None:
        count = len(self.groups)
        self.setText(f"班组卡片 {count} 张" if count else "班组卡片")
