"""Every command of the window in one table, and the menus that list them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from studydesk.ui.key_names import native

if TYPE_CHECKING:
    from studydesk.ui.taking_back import TakingBack


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a user can ask for. `needs` is a key of NEEDS: what must be there first;
    the keys of a `local` command are told in the menu but answered by the widget that has the
    focus.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: str = ""
    more_keys: tuple[str, ...] = ()
    local: bool = False


NEEDS = {
    "packet": "先新建或打开一个学习包（{new}）。",
    "article": "先在“选材”里打开一篇文章。",
    "reading": "这个命令在“选材”里读文章时用。",
    "passage": "这个命令在“选材”里读文章、在“编排”里选中选段时用。",
}
"""What commands need, and what is said where it is not there."""


def missing(need: str) -> str:
    """What is said where this need, a key of NEEDS, is not met."""
    return NEEDS[need].format(new=native("Ctrl+N"))


COMMANDS: tuple[Command, ...] = (
    Command("import", "导入文章…", "Ctrl+O", "file-input"),
    Command("paste", "粘贴为文章", "Ctrl+Shift+V", "clipboard-paste"),
    Command("open-pack", "打开学习包文件…", "Ctrl+Shift+O", "folder-open"),
    Command("save-pack", "另存为学习包文件…", "Ctrl+Shift+S", "", "packet"),
    Command("choose-library", "另选资料库…"),
    Command("backups", "从备份恢复…"),
    Command("trash", "回收站…", "", "trash-2"),
    Command("export", "导出讲义…", "Ctrl+E", "file-output", "packet"),
    Command("print", "打印…", "Ctrl+P", "printer", "packet"),
    Command("quit", "退出", "Ctrl+Q"),
    Command("undo", "撤消", "Ctrl+Z", "undo-2"),
    Command("redo", "重做", "Ctrl+Y", "redo-2", more_keys=("Ctrl+Shift+Z",)),
    Command("copy-cited", "复制带出处", "Ctrl+Shift+C", "copy", "reading"),
    Command("search", "搜索", "Ctrl+K", "search", more_keys=("Ctrl+F",)),
    Command("next-hit", "下一处命中", "F3", "", "reading"),
    Command("previous-hit", "上一处命中", "Shift+F3", "", "reading"),
    Command("source-facts", "填写出处", "Ctrl+Shift+I", "pencil-line", "article"),
    Command("tidy-article", "整理这篇文章", "Ctrl+Shift+T", "newspaper", "article"),
    Command("tag", "加标签", "Ctrl+T", "", "article"),
    Command("delete-article", "删除这篇文章", "", "", "reading"),
    Command("delete-source", "删除这个来源的全部文章", "", "", "reading"),
    Command("next-panel", "下一栏", "F6"),
    Command("previous-panel", "上一栏", "Shift+F6"),
    Command("larger", "放大文字", "Ctrl++", more_keys=("Ctrl+=",)),
    Command("smaller", "缩小文字", "Ctrl+-"),
    Command("usual-size", "恢复文字大小", "Ctrl+0"),
    Command("full-screen", "全屏", "F11", "maximize"),
    Command("new-packet", "新建学习包", "Ctrl+N", "plus"),
    Command("copy-packet", "复制学习包", "", "copy", "packet"),
    Command("delete-packet", "删除学习包", "", "trash-2", "packet"),
    Command("versions", "历史版本…", "Ctrl+Shift+H", "", "packet"),
    Command("sessions", "学习台账…"),
    Command("phrases", "规范表述库…"),
    Command("add", "加入学习包", "Return", "list-plus", "reading", local=True),
    Command(
        *("add-and-ask", "加入并提问", "Ctrl+Return", "message-circle-question-mark", "reading"),
        more_keys=("Ctrl+Enter",),
    ),
    Command("complete", "补到整句", "Ctrl+L", "", "reading"),
    Command("related", "相关段落", "Ctrl+Shift+R", "", "passage"),
    Command("manual", "使用说明"),
    Command("shortcuts", "快捷键", "F1", "info"),
    Command("diagnosis", "存诊断包…"),
    Command("update", "检查更新包…"),
    Command("about", "关于学习台"),
)

Parts = Mapping[str, QAction | Sequence[QAction] | QMenu]
"""What stands in the menus, by id."""

LINE = "-"
"""A line between two groups of a menu."""

MENUS: dict[str, tuple[str, ...]] = {
    "文件(&F)": (
        *("import", "paste", LINE),
        *("open-pack", "recent", "save-pack", "choose-library", LINE),
        *("trash", "backups", LINE),
        *("export", "print", LINE, "quit"),
    ),
    "编辑(&E)": (
        "undo",
        "redo",
        LINE,
        "copy-cited",
        LINE,
        "search",
        "next-hit",
        "previous-hit",
        LINE,
        "source-facts",
        "tag",
        "delete-article",
        "delete-source",
    ),
    "整理(&T)": (
        *("tidy-article", "存疑", LINE),
        *("tidying", "改字", "改为", "移动", "光标", LINE, "afresh"),
    ),
    "视图(&V)": (
        *("pages", LINE, "next-panel", "previous-panel", "turning", LINE),
        *("larger", "smaller", "usual-size", LINE, "appearance", "full-screen"),
    ),
    "学习包(&P)": (
        *("new-packet", "plans", "packets", LINE),
        *("rename-packet", "copy-packet", "delete-packet", LINE),
        *("versions", "sessions", "phrases", LINE),
        *("选段", "内容", "校对", "offers"),
    ),
    "帮助(&H)": ("manual", "shortcuts", LINE, "diagnosis", "update", LINE, "about"),
}
"""The menu bar, by command id, with the names of SUBMENUS; "pages", "appearance", "packets",
"recent", "plans", "rename-packet", "offers", "items", "proofing", "turning", "tidying", "doubting",
"wording", "kinds", "moving", "going" and "afresh" stand for what the window and its pages make
themselves."""

SUBMENUS: dict[str, tuple[str, ...]] = {
    "选段": ("add", "add-and-ask", "complete", "related"),
    "内容": ("items",),
    "校对": ("proofing",),
    "存疑": ("doubting",),
    "改字": ("wording",),
    "改为": ("kinds",),
    "移动": ("moving",),
    "光标": ("going",),
}
"""What is a menu of its own in another, which would be higher than a small screen."""


def make_actions(owner: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One action for every command, with its keys and its slot, by id. A command without a slot
    is a fault.
    """
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.text, owner)
        action.setData(command.id)
        keys = [QKeySequence(key) for key in (command.keys, *command.more_keys) if key]
        if command.local:
            native = keys[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{command.text}\t{native}")
        else:
            action.setShortcuts(keys)
        slot = slots[command.id]
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
        made[command.id] = action
    draw_icons(made, owner)
    return made


def draw_icons(made: Mapping[str, QAction], owner: QWidget) -> None:
    """Give the actions their icons in the owner's text colour."""
    from studydesk.ui.icons import text_icon  # the first paint has none

    for command in COMMANDS:
        if command.icon and command.id in made:
            made[command.id].setIcon(text_icon(command.icon, owner.palette()))


def enable(made: Mapping[str, QAction], there: Collection[str]) -> None:
    """Enable the commands whose needs (of NEEDS) are there; the others say what is missing."""
    for command in COMMANDS:
        if command.needs:
            met = command.needs in there
            made[command.id].setEnabled(met)
            made[command.id].setStatusTip("" if met else missing(command.needs))


def follow_undo(made: Mapping[str, QAction], undoing: "TakingBack") -> None:
    """Let 撤消 and 重做 say what they would take back, and be off when there is nothing."""
    for name, changed in (("undo", undoing.undo_changed), ("redo", undoing.redo_changed)):
        action = made[name]
        changed.connect(partial(_name_step, action, action.text()))
        _name_step(action, action.text(), False, f"没有可{action.text()}的了。")


def _name_step(action: QAction, plain: str, there: bool, step: str) -> None:
    """`step` is what would be taken back, or why there is nothing."""
    action.setEnabled(there)
    named = step.replace("&", "&&")  # else it would be a mnemonic
    action.setText(f"{plain}：{named}" if there and step else plain)
    action.setStatusTip("" if there else step)


def bind_to_page(made: Collection[QAction], title: str, *, shown: bool) -> None:
    """Let the commands of a page be on while it is shown, and say where they belong."""
    for action in made:
        action.setEnabled(shown)
        name = action.text().split("\t")[0].rstrip("…")
        action.setStatusTip("" if shown else f"“{name}”到“{title}”里用。")


def choices(
    owner: QWidget, texts: Mapping[str, str], chosen: str, choose: Callable[[str], object]
) -> list[QAction]:
    """Actions of which exactly one is ticked, from texts by id."""
    group = QActionGroup(owner)
    for choice, text in texts.items():
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(choice == chosen)
        action.triggered.connect(lambda _checked=False, choice=choice: choose(choice))
    return group.actions()


def page_actions(
    owner: QWidget, keys: Mapping[str, tuple[str, str]], show: Callable[[str], object]
) -> list[QAction]:
    """One action for each page, from (text, keys) by id."""
    made: list[QAction] = []
    for page_id, (text, shortcut) in keys.items():
        action = QAction(text, owner)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False, page_id=page_id: show(page_id))
        made.append(action)
    return made


def fill_menu_bar(bar: QMenuBar, parts: Parts) -> None:
    """Fill the menu bar from MENUS; `parts` holds what each id stands for."""
    bar.clear()
    for title, ids in MENUS.items():
        _fill_menu(bar.addMenu(title), ids, parts)


def _fill_menu(menu: QMenu, ids: Sequence[str], parts: Parts) -> None:
    for part_id in ids:
        if part_id == LINE:
            menu.addSeparator()
        elif part_id in SUBMENUS:
            below = menu.addMenu(part_id)
            _fill_menu(below, SUBMENUS[part_id], parts)
            menu.aboutToShow.connect(partial(_follow_what_is_in_it, below))
        else:
            _add_part(menu, parts[part_id])


def _follow_what_is_in_it(menu: QMenu) -> None:
    menu.menuAction().setEnabled(any(action.isEnabled() for action in menu.actions()))


def _add_part(menu: QMenu, part: QAction | Sequence[QAction] | QMenu) -> None:
    if isinstance(part, QMenu):
        menu.addMenu(part)
    else:
        menu.addActions([part] if isinstance(part, QAction) else list(part))
