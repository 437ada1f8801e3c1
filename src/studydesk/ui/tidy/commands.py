"""Every command of 整理 in one table: for menus, buttons and keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import BlockKind
from studydesk.ui.block_kinds import FURNITURE, KIND_NAMES, kind_label
from studydesk.ui.key_names import native
from studydesk.ui.tidy.articles import TidyArticles
from studydesk.ui.tidy.blocks import BlockCommands
from studydesk.ui.tidy.choice import TidyChoice
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.moves import MoveCommands
from studydesk.ui.tidy.raw_page import RawPage
from studydesk.ui.tidy.wording import WordCommands


@dataclass(frozen=True, slots=True)
class TidyCommand:
    """A command by its id. Its keys are answered by the text of the articles, and only told in
    menus: elsewhere in the window they mean other things.
    """

    id: str
    text: str
    keys: str
    tip: str


COMMANDS: tuple[TidyCommand, ...] = (
    TidyCommand("split", "拆开", "Return", "从光标处拆成两段；选中文字则单独成段"),
    TidyCommand("join", "接上段", "Backspace", "接在前一段后面，成为一段"),
    TidyCommand("cut", "剪下", "Ctrl+X", "拿起选中的段落，到别处再放下"),
    TidyCommand("put", "放到这段后面", "Ctrl+V", "把剪下的段落放到光标所在的段落后面"),
    TidyCommand("put_before", "放到这段前面", "Ctrl+Alt+V", "把剪下的段落放到这段前面"),
    TidyCommand("move_up", "上移", "Alt+Up", "移到前一段之前"),
    TidyCommand("move_down", "下移", "Alt+Down", "移到后一段之后"),
    TidyCommand("to_previous", "移到上一篇", "Alt+Shift+Up", "移到上一篇文章里"),
    TidyCommand("to_next", "移到下一篇", "Alt+Shift+Down", "移到下一篇文章里"),
    TidyCommand("split_article", "从此另起一篇", "Ctrl+Shift+Return", "从这一段起是另一篇文章"),
    TidyCommand("join_article", "并入上一篇", "Ctrl+Shift+Backspace", "整篇接在上一篇文章后面"),
    TidyCommand("article_up", "整篇上移", "Alt+PgUp", "这一篇排到上一篇前面"),
    TidyCommand("article_down", "整篇下移", "Alt+PgDown", "这一篇排到下一篇后面"),
    TidyCommand("aside", f"移入{FURNITURE}", "Delete", "不属于任何文章；在零件里再按一次放回文章"),
    TidyCommand("drop", "去掉重复", "Ctrl+Delete", "选中的文字在别处已有，移入版面零件"),
    TidyCommand("correct", "改字", "F2", "改正选中的字；原来的字保留着，可以改回"),
    TidyCommand("revert", "改回原文", "Shift+F2", "改过的字改回印出来的样子"),
    TidyCommand("supply", "补写…", "F4", "补上这一篇缺的标题、作者、单位或栏目"),
    TidyCommand("choose_up", "多选一段（上）", "Ctrl+Shift+Up", "整段选中，再往上多选一段"),
    TidyCommand("choose_down", "多选一段（下）", "Ctrl+Shift+Down", "整段选中，再往下多选一段"),
    TidyCommand("previous_article", "到上一篇", "Ctrl+PgUp", "光标到上一篇文章的开头"),
    TidyCommand("next_article", "到下一篇", "Ctrl+PgDown", "光标到下一篇文章的开头"),
)

KIND_KEYS: dict[str, tuple[BlockKind, int]] = {
    "Ctrl+Alt+0": (BlockKind.PARAGRAPH, 0),
    "Ctrl+Alt+1": (BlockKind.TITLE, 0),
    "Ctrl+Alt+2": (BlockKind.SUBTITLE, 0),
    "Ctrl+Alt+3": (BlockKind.KICKER, 0),
    "Ctrl+Alt+4": (BlockKind.AUTHOR, 0),
    "Ctrl+Alt+5": (BlockKind.AFFILIATION, 0),
    "Ctrl+Alt+6": (BlockKind.PULL_QUOTE, 0),
    "Ctrl+Alt+7": (BlockKind.HEADING, 1),
    "Ctrl+Alt+8": (BlockKind.HEADING, 2),
    "Ctrl+Alt+9": (BlockKind.COLUMN, 0),
}
"""Digits with two keys held down: what they make of the chosen rows."""

NUMBERED = 9
"""So many articles have a digit of their own, which moves rows there, alone or with Alt."""

IN_RAW = ("cut", "to_previous", "to_next", "join", "split_article", "aside")
"""Besides kinds and articles, what can be done to what is selected in the raw page."""

_BESIDE_RAW = frozenset({"split", "drop", "correct", "revert"})
"""What goes by the caret and the selection of the articles alone."""


class TidyCommands(QObject):
    """Turns what is chosen in the articles into operations, by action and by key."""

    restore_wanted = Signal(list)
    """Take these articles, by their ids, out of the trash."""

    def __init__(
        self, current: CurrentSource, articles: TidyArticles, raw: RawPage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.choice = TidyChoice(current, articles, raw, parent)
        self.blocks = BlockCommands(self.choice)
        self.moves = MoveCommands(self.choice)
        self.words = WordCommands(self.choice)
        self.actions: dict[str, QAction] = {}
        self._by_key: dict[str, QAction] = {}
        slots = self._slots()
        for command in COMMANDS:
            do = slots[command.id]
            if command.id in _BESIDE_RAW:
                do = partial(self._do_beside_raw, do)
            action = self._action(command.text, command.keys, do)
            action.setToolTip(f"{command.tip}（{native(command.keys)}）")
            self.actions[command.id] = action
        keys = {of: key for key, of in KIND_KEYS.items()}
        self._kinds = {
            (kind, level): self._action(
                kind_label(kind, level),
                keys.get((kind, level), ""),
                partial(self.blocks.make, kind, level),
            )
            for kind in KIND_NAMES
            for level in ((1, 2, 3) if kind is BlockKind.HEADING else (0,))
        }
        self._in_raw = {*(self.actions[name] for name in IN_RAW), *self.kinds}
        for number in range(NUMBERED + 1):
            move = self._action("移到文章", str(number), partial(self.moves.to_number, number))
            self._by_key[f"Alt+{number}"] = move
            self._in_raw.add(move)
        raw.key_pressed.connect(self._take_key_in_raw)
        articles.key_pressed.connect(self._take_key)
        articles.dropped.connect(lambda at, after: self.moves.move_beside(at, after=after))

    def _slots(self) -> Mapping[str, Callable[[], None]]:
        blocks, moves, words = self.blocks, self.moves, self.words
        return {
            "split": blocks.split,
            "join": blocks.join,
            "cut": moves.cut,
            "put": moves.put,
            "put_before": moves.put_before,
            "move_up": moves.move_up,
            "move_down": moves.move_down,
            "to_previous": moves.to_previous,
            "to_next": moves.to_next,
            "split_article": moves.split_article,
            "join_article": moves.join_article,
            "article_up": moves.article_up,
            "article_down": moves.article_down,
            "aside": blocks.aside,
            "drop": blocks.drop,
            "correct": words.correct,
            "revert": words.revert_chosen,
            "supply": words.supplies_wanted.emit,
            "choose_up": partial(self.choice.articles.choose_more, -1),
            "choose_down": partial(self.choice.articles.choose_more, 1),
            "previous_article": moves.previous_article,
            "next_article": moves.next_article,
        }

    def _action(self, text: str, keys: str, do: Callable[[], object]) -> QAction:
        action = QAction(f"{text}\t{native(keys)}" if keys else text, self)
        action.setIconText(text)
        action.triggered.connect(lambda _checked=False: do())
        if keys:
            self._by_key[QKeySequence(keys).toString()] = action
        return action

    def _take_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.moves.carried:
            self.moves.let_go()
            event.accept()
            return
        self._trigger(self._by_key.get(_keys_of(event)), event)

    def _take_key_in_raw(self, event: QKeyEvent) -> None:
        action = self._by_key.get(_keys_of(event))
        if action in self._in_raw:
            self._trigger(action, event)

    def _do_beside_raw(self, do: Callable[[], None]) -> None:
        """Not to what is selected in the raw page: the articles show another selection."""
        if self.choice.is_raw:
            self.choice.refuse(
                "选中的是原始版面里的字，这一步在右边做：按回车到右边，再选要改的字。"
            )
        else:
            do()

    def _trigger(self, action: QAction | None, event: QKeyEvent) -> None:
        if action is not None:
            action.trigger()
            event.accept()

    @property
    def kinds(self) -> list[QAction]:
        """What makes the chosen rows blocks of each kind."""
        return list(self._kinds.values())

    def action_of(self, kind: BlockKind, level: int) -> QAction:
        """What makes the chosen rows blocks of a kind."""
        return self._kinds[kind, level]


def _keys_of(event: QKeyEvent) -> str:
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString()
