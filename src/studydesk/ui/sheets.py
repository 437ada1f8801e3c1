"""The help menu: the manual, the keys, and what this program is."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydesk import __version__
from studydesk.ui import dialogs
from studydesk.ui.key_names import native
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_Group = tuple[str, tuple[tuple[str, str], ...]]

_KEYS: tuple[_Group, ...] = (
    (
        "到处",
        (
            ("Ctrl+1　Ctrl+2　Ctrl+3", "选材、编排、整理"),
            ("Ctrl+K　Ctrl+F", "搜索"),
            ("F6　Shift+F6", "下一栏、上一栏"),
            ("Ctrl+Z　Ctrl+Y", "撤消、重做"),
            ("Ctrl+O", "导入文章"),
            ("Ctrl+Shift+V", "粘贴为文章"),
            ("Ctrl+Shift+I", "填写出处"),
            ("Ctrl+Shift+T　Ctrl+T", "整理这篇文章；给它加标签"),
            ("Ctrl+N", "新建学习包"),
            ("Ctrl+Shift+O", "打开学习包文件"),
            ("Ctrl+Shift+S", "另存为学习包文件"),
            ("Ctrl+Shift+H", "历史版本：花脸稿，恢复"),
            ("Ctrl+E　Ctrl+P", "导出、打印"),
            ("Ctrl++　Ctrl+-　Ctrl+0", "文字大小；恢复"),
            ("F1　F11　Ctrl+Q", "快捷键、全屏、退出"),
        ),
    ),
    (
        "选材",
        (
            ("↑　↓", "在列表里换文章，在正文里换段落"),
            ("Return", "打开文章；在正文里把所选加入学习包"),
            ("F3　Shift+F3", "下一处、上一处命中"),
            ("空格　Shift+↓", "选中段落"),
            ("Ctrl+Return", "加入学习包并提一个问题"),
            ("Ctrl+L", "把选区补到整句"),
            ("Ctrl+Shift+C", "复制所选文字，带出处"),
            ("Ctrl+Shift+R", "相关段落：别处怎么说"),
            ("Delete　Shift+↓", "在列表里：删除文章、多选"),
            ("Delete　Return", "在右栏：删除内容、去编排里改"),
        ),
    ),
    (
        "编排",
        (
            ("Insert", "添加内容"),
            ("Alt+↑　Alt+↓", "上移、下移"),
            ("Alt+←　Alt+→", "改变级别"),
            ("Delete　Ctrl+D", "在列表里：删除内容、再来一份"),
            ("Ctrl+X　Ctrl+C　Ctrl+V", "在列表里：剪切、复制、粘贴内容"),
            ("F2　F4", "学习包改名；在日期里打开日历"),
            ("F8　Shift+F8", "下一条、上一条校对提示"),
            ("F9　Shift+F9", "保留、改正这一条"),
            ("Ctrl+PgUp　Ctrl+PgDown", "讲义上一页、下一页"),
            ("Ctrl+G　Return", "问题建议；添加这一条"),
            ("Ctrl+Shift+G", "按时长配上题目和名词"),
            ("Ctrl+Shift+R　空格", "相关段落；看原文"),
            ("Ctrl+Backspace　Ctrl+I", "在选段里：省略、插入〔…〕"),
            ("Ctrl+U　Ctrl+B", "着重号、加粗"),
            ("Ctrl+J　Ctrl+R", "填空、还原"),
        ),
    ),
    (
        "整理",
        (
            ("F8　Shift+F8", "下一处、上一处存疑"),
            ("F9　Shift+F9　Ctrl+F9", "看过了；照提示改、照另一种改"),
            ("Return　Backspace", "在光标处拆开、接上段"),
            ("Ctrl+Shift+Return", "从此另起一篇"),
            ("Ctrl+Shift+Backspace", "并入上一篇"),
            ("Alt+↑　Alt+↓", "上移、下移"),
            ("Alt+Shift+↑　Alt+Shift+↓", "移到上一篇、下一篇"),
            ("Ctrl+Shift+↑　Ctrl+Shift+↓", "选中整段，再按多选一段"),
            ("Ctrl+X　Ctrl+V　Ctrl+Alt+V", "剪下选中的；放到这段后、前"),
            ("Alt+1 … 9　Alt+0", "移到第几篇；另成一篇（可免 Alt）"),
            ("Ctrl+PgUp　Ctrl+PgDown", "光标到上一篇、下一篇"),
            ("Alt+PgUp　Alt+PgDown", "整篇上移、下移"),
            ("Delete　Ctrl+Delete", "移入版面零件、去掉重复"),
            ("F2　Shift+F2　F4", "改字、改回原文、补写标题和作者"),
            ("Ctrl+Alt+0 … 9", "改为段落、标题、副题…"),
        ),
    ),
)
"""What each key does, by the page it is for; keys with an ideographic space between them."""


def _sheet(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = Sheet(parent)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
    column.setSpacing(GRID)
    return dialog, column


def _finish(dialog: QDialog, column: QVBoxLayout, *more: QPushButton) -> QDialog:
    close = QPushButton("关闭")
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch()
    for button in (*more, close):
        row.addWidget(button)
    close.setDefault(True)
    column.addSpacing(GRID)
    column.addLayout(row)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def shortcut_sheet(parent: QWidget) -> QDialog:
    """The keys of the window on one sheet, no higher than the screen; what is more scrolls. It can
    be printed, on one page, and leads to the manual.
    """
    dialog, column = _sheet(parent, "快捷键")
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 2 * GRID, 0)
    row.setSpacing(3 * GRID)
    for groups in (_KEYS[:2], _KEYS[2:]):
        side = QVBoxLayout()
        side.addLayout(_keys_of(groups))
        side.addStretch()
        row.addLayout(side)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    area.setMinimumWidth(sheet.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
    column.addWidget(area, 1)
    on_paper = QPushButton("打印…")
    on_paper.clicked.connect(lambda: _print_keys(on_paper))
    manual = QPushButton("使用说明")
    manual.clicked.connect(dialog.accept)
    manual.clicked.connect(lambda: show_manual(parent))
    _finish(dialog, column, manual, on_paper)
    frame = dialog.sizeHint().height() - area.sizeHint().height()
    dialog.resize(dialog.sizeHint().width(), sheet.sizeHint().height() + frame)
    return dialog


def _print_keys(button: QPushButton) -> None:
    """Ask for a printer, and print the keys."""
    if dialogs.lacks_printer():
        button.setText(dialogs.NO_PRINTER)
        button.setEnabled(False)
        return
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # what few ask for

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("学习台快捷键")
    dialog = QPrintDialog(printer, button)
    dialog.setWindowTitle("打印快捷键")
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        _keys_on_paper().print_(printer)


def _keys_on_paper() -> QTextDocument:
    """The keys in two columns, for a page of A4."""
    sides = "".join(
        f"<td width='50%'><table cellpadding='2'>{''.join(map(_printed, groups))}</table></td>"
        for groups in (_KEYS[:2], _KEYS[2:])
    )
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(8)
    document.setDefaultFont(font)
    document.setHtml(f"<h2>学习台快捷键</h2><table width='100%'><tr>{sides}</tr></table>")
    return document


def _printed(group: _Group) -> str:
    heading, keys = group
    rows = "".join(
        f"<tr><td>{escape(_written(key))}</td><td>{escape(what)}</td></tr>" for key, what in keys
    )
    return f"<tr><td colspan='2'><b>{heading}</b></td></tr>{rows}"


def _written(keys: str) -> str:
    """Keys as this system calls them."""
    return "　".join(native(part) for part in keys.split("　"))


def _keys_of(groups: Sequence[_Group]) -> QGridLayout:
    """Keys on the left, what they do on the right, under the names of their groups."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    for group, keys in groups:
        heading = QLabel(group)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, GRID, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for key, what in keys:
            row = grid.rowCount()
            grid.addWidget(QLabel(_written(key)), row, 0)
            grid.addWidget(QLabel(what), row, 1)
    return grid


def show_manual(window: QWidget) -> None:
    """Show the manual, the one that is open if any, beside the window, which goes on being used."""
    from studydesk.ui.manual import Manual  # what nobody asks for at the start

    opened = (manual for manual in window.findChildren(Manual) if manual.isVisible())
    manual = next(opened, None) or Manual(window)
    manual.show()
    manual.raise_()
    manual.activateWindow()


def about_sheet(parent: QWidget, library_folder: str) -> QDialog:
    """What this is, which version, and where everything is kept."""
    dialog, column = _sheet(parent, "关于学习台")
    title = QLabel("学习台")
    title.setProperty("role", "title")
    column.addWidget(title)
    for text in (
        f"版本 {__version__}",
        "把报纸版面变成可以打印的学习讲义。",
        "不联网，不上传；所有内容都在下面这个文件夹里，随时可以拷走。",
        library_folder or "（没有打开资料库）",
    ):
        line = QLabel(text)
        line.setWordWrap(True)
        line.setMinimumWidth(52 * GRID)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(line)
    return _finish(dialog, column)
