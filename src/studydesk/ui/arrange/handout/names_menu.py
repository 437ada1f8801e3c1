"""签到名单: the names on the sheet to sign, pasted or read from a file, and never kept."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from studydesk.errors import StudyDeskError
from studydesk.services.names import names_in, read_names
from studydesk.ui import dialogs
from studydesk.ui.list_menu import ListMenu

_HINT = "粘贴名单：一行一个，或用空格、顿号隔开"
_NOTE = "印在记录册的签到表上。只用于现在的预览、\n打印和导出，不保存，也不随学习包交给别人。"
_SHOWN = 40
"""Names that the tip of the words below the field tells."""
_KIND = "文本或表格 (*.txt *.csv)"


class NamesMenu(ListMenu):
    """A button over a field of names; they are forgotten with the window, or with the packet."""

    changed = Signal(tuple)
    """The names as they are now."""
    failed = Signal(object)
    """A list could not be read (StudyDeskError)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("签到名单", _HINT, _NOTE, 20, parent)
        self.field.textChanged.connect(self._tell)
        self.from_file = QPushButton("从文件读取…")
        self.from_file.setToolTip("文本文件一行一个，或带“姓名”一栏的 CSV")
        self.from_file.clicked.connect(self._read)
        self.clear = QPushButton("清空")
        self.clear.clicked.connect(self.field.clear)
        for button in (self.from_file, self.clear):
            self.add_button(button)
        self.names: tuple[str, ...] = ()
        self.read = QLabel()
        self.read.setProperty("role", "muted")
        self.read.setAccessibleName("读到的人数")
        self.add_words(self.read)
        self._tell()
        self._show_count()

    def forget(self) -> None:
        """Have no names any more."""
        self.field.clear()

    def _tell(self) -> None:
        self.clear.setEnabled(bool(self.field.toPlainText()))
        names = names_in(self.field.toPlainText())
        if names != self.names:
            self.names = names
            self._show_count()
            self.changed.emit(names)

    def _show_count(self) -> None:
        self.setText(f"签到名单 {len(self.names)} 人" if self.names else "签到名单")
        twice = [name for name, times in Counter(self.names).items() if times > 1]
        more = f"，{_twice(twice)}" if twice else ""
        self.read.setText(f"读到 {len(self.names)} 人{more}" if self.names else "")
        self.read.setToolTip("、".join(self.names[:_SHOWN]))

    def _read(self) -> None:
        names: list[str] = []
        for path in dialogs.ask_files(self, "读取签到名单", [_KIND]):
            try:
                names += read_names(path)
            except StudyDeskError as error:
                self.failed.emit(error)
        if names:
            self.field.setPlainText("\n".join(names))


def _twice(names: Sequence[str]) -> str:
    """Who is there more than once: it may be another of the same name."""
    others = f"等 {len(names)} 个名字" if len(names) > 1 else ""
    return f"“{names[0]}”{others}不止一次，是同一人就删掉一个"
