"""The words of Qt's own dialogs that its Chinese translation misses."""

from PySide6.QtCore import QTranslator

_FILES = {
    "&Look in:": "位置(&L)：",
    "Files of &type:": "类型(&T)：",
    "&File name:": "文件名(&N)：",
    "File name:": "文件名：",
    "&Directory:": "文件夹(&D)：",
    "Cancel": "取消",
}
_KINDS = {
    "Drive": "驱动器",
    "File": "文件",
    "%1 File": "%1 文件",
    "Folder": "文件夹",
    "File Folder": "文件夹",
    "Alias": "替身",
    "Shortcut": "快捷方式",
    "Unknown": "未知",
}
_KEYS = {
    "Return": "回车",
    "Enter": "回车",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}
_WORDS: dict[str, dict[str, str]] = {
    "QFileDialog": _FILES,
    "QAbstractFileIconProvider": _KINDS,
    "QMessageBox": {"OK": "确定"},
    "QShortcut": _KEYS,
    "QPageSetupWidget": {
        "Pages &per sheet:": "每张页数(&P)：",
        "Page &order:": "页面次序(&O)：",
    },
    "QPrintSettingsOutput": {"Page &Set:": "页面范围(&S)："},
}
"""By the class that says them, as Qt writes them."""


class QtWords(QTranslator):
    """Installed after Qt's own translation, it is asked first."""

    def isEmpty(self) -> bool:
        """Qt leaves out translators that say they know nothing."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - the name Qt gives it
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """The Chinese for one of the words above; None for any other."""
        return _WORDS.get(context, {}).get(sourceText)
