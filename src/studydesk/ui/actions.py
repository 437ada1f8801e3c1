"""Every command of the window in one table, and the menus that list them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from studydesk.ui.icons import text_icon


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a user can ask for. `needs` names what must be there first: "", "library",
    "packet" or "article"; `page` the page that carries it out, "" for the window itself. Keys
    in `local` are told in the menu but answered by the widget that has the focus.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: str = "library"
    page: str = ""
    more_keys: tuple[str, ...] = ()
    local: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("import", "导入文章…", "Ctrl+O", "file-input"),
    Command("paste", "粘贴为文章", "Ctrl+Shift+V", "clipboard-paste"),
    Command("open-pack", "打开学习包文件…", "Ctrl+Shift+O", "folder-open"),
    Command("save-pack", "另存为学习包文件…", "Ctrl+Shift+S", needs="packet"),
    Command("choose-library", "另选资料库…", needs=""),
    Command("export", "导出讲义…", "Ctrl+E", "file-output", "packet", "arrange"),
    Command("print", "打印…", "Ctrl+P", "printer", "packet", "arrange"),
    Command("quit", "退出", "Ctrl+Q", needs=""),
    Command("copy-cited", "复制带出处", "Ctrl+Shift+C", "copy", "article", "pick"),
    Command("search", "搜索", "Ctrl+K", "search", page="pick"),
    Command("source-facts", "填写出处", "Ctrl+Shift+I", "pencil-line", "article", "pick"),
    Command("next-panel", "下一栏", "F6"),
    Command("previous-panel", "上一栏", "Shift+F6"),
    Command("larger", "放大文字", "Ctrl++", more_keys=("Ctrl+=",)),
    Command("smaller", "缩小文字", "Ctrl+-"),
    Command("usual-size", "恢复文字大小", "Ctrl+0"),
    Command("full-screen", "全屏", "F11", "maximize", ""),
    Command("new-packet", "新建学习包", "Ctrl+N", "plus"),
    Command("rename-packet", "重命名学习包", "", "pencil-line", "packet"),
    Command("delete-packet", "删除学习包…", "", "trash-2", "packet"),
    Command("add", "加入学习包", "Return", "list-plus", "article", "pick", local=True),
    Command(
        "add-and-ask",
        "加入并提问",
        "Ctrl+Return",
        "message-circle-question-mark",
        "article",
        "pick",
        more_keys=("Ctrl+Enter",),
    ),
    Command("shortcuts", "快捷键", "F1", "info", ""),
    Command("about", "关于学习台", needs=""),
)

LINE = "-"
"""A line between two groups of a menu."""

MENUS: dict[str, tuple[str, ...]] = {
    "文件(&F)": (
        *("import", "paste", LINE, "open-pack", "save-pack", "choose-library", LINE),
        *("export", "print", LINE, "quit"),
    ),
    "编辑(&E)": ("undo", "redo", LINE, "copy-cited", "search", LINE, "source-facts"),
    "视图(&V)": (
        *("pages", LINE, "next-panel", "previous-panel", LINE),
        *("larger", "smaller", "usual-size", LINE, "appearance", "full-screen"),
    ),
    "学习包(&P)": (
        *("new-packet", "packets", "rename-packet", "delete-packet", LINE),
        *("add", "add-and-ask", LINE, "items"),
    ),
    "帮助(&H)": ("shortcuts", "about"),
}
"""The menu bar, by command id; "undo", "redo", "pages", "appearance", "packets" and "items" stand
for actions and menus that the window or a page makes itself."""


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """One action for every command, with its keys, by id."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.text, owner)
        action.setData(command)
        if command.keys and not command.local:
            action.setShortcuts([QKeySequence(key) for key in (command.keys, *command.more_keys)])
        actions[command.id] = action
    draw_icons(actions, owner)
    return actions


def draw_icons(actions: Mapping[str, QAction], owner: QWidget) -> None:
    """Give the actions their icons in the owner's text colour."""
    for action in actions.values():
        command = action.data()
        if isinstance(command, Command) and command.icon:
            action.setIcon(text_icon(command.icon, owner.palette()))


def fill_menu_bar(bar: QMenuBar, parts: Mapping[str, QAction | QMenu | Iterable[QAction]]) -> None:
    """Fill the menu bar from MENUS; `parts` holds what each id stands for. Ids that no page has
    brought are passed over.
    """
    for title, ids in MENUS.items():
        menu = bar.addMenu(title)
        for part_id in ids:
            part = parts.get(part_id)
            if part_id == LINE:
                menu.addSeparator()
            elif isinstance(part, QMenu):
                menu.addMenu(part)
            elif isinstance(part, QAction):
                menu.addAction(part)
            elif part is not None:
                menu.addActions(list(part))


def connect_actions(
    actions: Mapping[str, QAction], slots: Mapping[str, Callable[[], object]]
) -> None:
    """Connect every command to what carries it out; a command without a slot is a fault."""
    for command_id, action in actions.items():
        slot = slots[command_id]
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
