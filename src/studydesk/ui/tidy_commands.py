"""What can be done to the rows that are chosen in 整理: one table for menus, buttons and keys."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from studydesk.domain.article import BlockKind, Problem, ProblemKind
from studydesk.domain.tidied_articles import HEAD_KINDS
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    DropRepeat,
    JoinArticles,
    JoinBlocks,
    MoveBlocks,
    SetAside,
    Settle,
    SplitArticle,
    SplitBlock,
    Supply,
    Tidying,
)
from studydesk.ui.block_kinds import FURNITURE, KIND_NAMES, kind_label
from studydesk.ui.current_source import CurrentSource
from studydesk.ui.tidy_articles import TidyArticles
from studydesk.ui.tidy_rows import Row, Rows, article_name
from studydesk.ui.tidy_words import difference, reach


@dataclass(frozen=True, slots=True)
class TidyCommand:
    """A command under the name of the method that does it. Its keys are answered by the text,
    and only told in menus: elsewhere in the window they mean other things.
    """

    method: str
    text: str
    keys: str
    tip: str


COMMANDS: tuple[TidyCommand, ...] = (
    TidyCommand("split", "拆开", "Return", "从光标处拆成两段；选中文字则单独成段"),
    TidyCommand("join", "接上段", "Backspace", "接在前一段后面，成为一段"),
    TidyCommand("move_up", "上移", "Alt+Up", "移到前一段之前"),
    TidyCommand("move_down", "下移", "Alt+Down", "移到后一段之后"),
    TidyCommand("to_previous", "移到上一篇", "Alt+Shift+Up", "移到上一篇文章里"),
    TidyCommand("to_next", "移到下一篇", "Alt+Shift+Down", "移到下一篇文章里"),
    TidyCommand("split_article", "从此另起一篇", "Ctrl+Shift+Return", "从这一段起是另一篇文章"),
    TidyCommand("join_article", "并入上一篇", "Ctrl+Shift+Backspace", "整篇接在上一篇文章后面"),
    TidyCommand("aside", f"移入{FURNITURE}", "Delete", "不属于任何文章；在零件里再按一次放回文章"),
    TidyCommand("drop", "去掉重复", "Ctrl+Delete", "选中的文字在别处已有，移入版面零件"),
    TidyCommand("correct", "改字", "F2", "改正选中的字；原来的字保留着，可以改回"),
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


class TidyCommands(QObject):
    """Turns what is chosen in the articles into operations."""

    words_wanted = Signal(str, str, object)
    """Ask the user for words: what for, what stands there, and a function that takes them."""
    refused = Signal(str)
    """A sentence why there is nothing to do."""

    def __init__(self, current: CurrentSource, articles: TidyArticles, parent: QWidget) -> None:
        super().__init__(parent)
        self._current, self._articles = current, articles
        self.actions: dict[str, QAction] = {}
        self._by_key: dict[str, QAction] = {}
        for command in COMMANDS:
            action = self._action(command.text, command.keys, getattr(self, command.method))
            action.setToolTip(f"{command.tip}（{_native(command.keys)}）")
            self.actions[command.method] = action
        keys = {of: key for key, of in KIND_KEYS.items()}
        self._kinds = {
            (kind, level): self._action(
                kind_label(kind, level),
                keys.get((kind, level), ""),
                partial(self.make, kind, level),
            )
            for kind in KIND_NAMES
            for level in ((1, 2, 3) if kind is BlockKind.HEADING else (0,))
        }
        articles.key_pressed.connect(self._take_key)

    def _action(self, text: str, keys: str, do: Callable[[], object]) -> QAction:
        action = QAction(f"{text}\t{_native(keys)}" if keys else text, self)
        action.setIconText(text)
        action.triggered.connect(lambda _checked=False: do())
        if keys:
            self._by_key[QKeySequence(keys).toString()] = action
        return action

    def _take_key(self, event: QKeyEvent) -> None:
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._by_key.get(QKeySequence(QKeyCombination(modifiers, key)).toString())
        if action is not None:
            action.trigger()
            event.accept()

    # --- limits of blocks ----------------------------------------------------------------------

    def split(self) -> None:
        """Part the row at the caret, or the selected characters from what is around them."""
        chosen = self._articles.chosen()
        row = chosen.rows[0] if chosen.rows else None
        if row is None or not row.is_printed or chosen.start < 0:
            self.refused.emit("把光标放在要拆开的地方，再按 Enter。")
            return
        cuts = [at for at in (chosen.start, self._after(row, chosen.end)) if at != row.places[0]]
        if not chosen.has_selection:
            cuts = cuts[:1]
        operations = [SplitBlock(at) for at in cuts if at >= 0]
        if operations:
            self._current.do("拆开", *operations)
            self._articles.go_to(chosen.start)
        else:
            self.refused.emit("光标在一段的开头，没有什么可拆。把光标放在段落中间。")

    @staticmethod
    def _after(row: Row, end: int) -> int:
        """The place of the first character of a row behind a selection, or -1."""
        inside = [n for n, at in enumerate(row.places) if at == end - 1]
        behind = inside[-1] + 1 if inside else len(row.places)
        return row.places[behind] if behind < len(row.places) else -1

    def join(self) -> None:
        """Join the chosen rows into one; a single one with the row before it."""
        rows = self._printed()
        joined = rows[1:] if len(rows) > 1 else rows
        if any(row.is_furniture for row in joined):
            self.refused.emit(f"{FURNITURE}不能接起来，请先放回文章。")
        elif joined and self._current.do("接上段", *(JoinBlocks(row.at) for row in joined)):
            self._articles.go_to(joined[0].at)

    # --- order ---------------------------------------------------------------------------------

    def move_up(self) -> None:
        """Set the chosen rows before the row before them; out of an article, if it has none."""
        self._move(-1)

    def move_down(self) -> None:
        """Set the chosen rows behind the row behind them."""
        self._move(1)

    def _move(self, step: int) -> None:
        moving = self._blocks()
        if not moving:
            return
        order = [row for row in self._rows if row.is_printed and not row.is_furniture]
        edge = order.index(moving[0] if step < 0 else moving[-1]) + step
        if not 0 <= edge < len(order):
            self.refused.emit("已经到头了。")
            return
        anchor = order[edge]
        same = anchor.article_id == moving[0 if step < 0 else -1].article_id
        self._move_to("移动段落", moving, anchor.at, after=same == (step > 0))

    def to_previous(self) -> None:
        """Put the chosen rows into the article before theirs."""
        self._to_neighbour(-1)

    def to_next(self) -> None:
        """Put the chosen rows into the article behind theirs."""
        self._to_neighbour(1)

    def _to_neighbour(self, step: int) -> None:
        moving = self._blocks()
        ids = [article_id for article_id, _ in self._articles_named()]
        if moving:
            number = ids.index(moving[0].article_id) + step
            if 0 <= number < len(ids):
                self.to_article(ids[number])
            else:
                self.refused.emit("那边没有文章了。")

    def to_article(self, article_id: str) -> None:
        """Put the chosen rows into an article, where they stand in it on the page; into one of
        their own where the id is empty.
        """
        moving = self._blocks()
        if not moving:
            return
        if not article_id:
            self._move_to("另成一篇", moving, None, after=False)
            return
        there = [self._rows[n] for n in self._rows.of_article(article_id)]
        there = [row for row in there if row not in moving]
        if not there:
            return
        before = [row for row in there if row.at < moving[0].at]
        # A title that is printed further down still comes before what is moved behind it.
        anchor = before[-1] if before else _first_of_body(there)
        after = bool(before) or anchor.kind in HEAD_KINDS
        self._move_to("移到另一篇", moving, anchor.at, after=after)

    def _move_to(self, text: str, moving: Sequence[Row], to: int | None, *, after: bool) -> None:
        ats = tuple(row.at for row in moving)
        if self._current.do(text, MoveBlocks(ats, to, after)):
            self._articles.choose_rows(ats)

    # --- articles ------------------------------------------------------------------------------

    def split_article(self) -> None:
        """Let a new article begin with the first chosen row."""
        rows = self._blocks()
        if rows and self._current.do("另起一篇", SplitArticle(rows[0].at)):
            self._articles.go_to(rows[0].at)

    def join_article(self) -> None:
        """Join the article of the caret with the one before it."""
        ids = [article_id for article_id, _ in self._articles_named()]
        here = self._article_here()
        if here not in ids:
            return
        number = ids.index(here)
        if number == 0:
            self.refused.emit("这是第一篇，前面没有文章。")
            return
        joined = self._rows[self._rows.of_article(here)[0]].at
        to = self._rows[self._rows.of_article(ids[number - 1])[0]].at
        if self._current.do("并入上一篇", JoinArticles(joined, to)):
            self._articles.go_to(joined)

    # --- kinds ---------------------------------------------------------------------------------

    def make(self, kind: BlockKind, level: int = 0) -> None:
        """Make the chosen rows blocks of a kind; furniture goes back to its article so."""
        rows = [row for row in self._printed() if (row.kind, row.level) != (kind, level)]
        operations = [ChangeKind(row.at, kind, level) for row in rows]
        if operations and self._current.do(f"改为{kind_label(kind, level)}", *operations):
            self._articles.choose_rows([row.at for row in rows])

    def aside(self) -> None:
        """Put the chosen rows among the furniture, or furniture back into its article."""
        rows = self._printed()
        if not rows:
            return
        back = all(row.is_furniture for row in rows)
        moving = rows if back else [row for row in rows if not row.is_furniture]
        operations: list[Tidying] = [
            ChangeKind(row.at, BlockKind.PARAGRAPH) if back else SetAside(row.at) for row in moving
        ]
        here = self._articles.here()
        if self._current.do("放回文章" if back else f"移入{FURNITURE}", *operations):
            if back:
                self._articles.choose_rows([row.at for row in moving])
            else:
                self._articles.go_to_row(here)

    def drop(self) -> None:
        """Drop the selected characters, or else the repeat or the row that the caret is in."""
        chosen = self._articles.chosen()
        rows = self._blocks()
        if not rows:
            return
        if chosen.has_selection:
            self.drop_repeat(chosen.start, chosen.end)
            return
        repeats = (p for p in self._problems() if p.kind is ProblemKind.REPEATED)
        here = next((p.span for p in repeats if p.span.start <= chosen.start < p.span.end), None)
        self.drop_repeat(*(here or (rows[0].at, rows[0].spans[-1].end)))

    def drop_repeat(self, start: int, end: int) -> None:
        """Drop characters that the page has elsewhere too."""
        here = self._articles.here()
        if self._current.do("去掉重复", DropRepeat(start, end)):
            self._articles.go_to_row(here)

    # --- words ---------------------------------------------------------------------------------

    def correct(self) -> None:
        """Ask how the selected characters, or the sentence of the caret, should read."""
        chosen = self._articles.chosen()
        row = chosen.rows[0] if chosen.rows else None
        if row is None or len(chosen.rows) > 1 or (row.is_printed and row.is_furniture):
            self.refused.emit("请在一段文字里选中要改的字。")
            return
        if row.is_name:
            return
        if not row.is_printed:
            self.supply(row.kind or BlockKind.TITLE)
            return
        first, last = reach(row, chosen.start, chosen.end)
        old = row.text[first:last]
        what = f"把“{_short(old)}”改成"

        def take(new: str) -> None:
            cut = difference(old, new)
            if cut is not None:
                start, end, text = cut
                places = row.places[first + start : first + end]
                self._current.do("改字", Correct(min(places), max(places) + 1, text))

        self.words_wanted.emit(what, old, take)

    def revert(self, start: int, end: int, original: str) -> None:
        """Take a correction back."""
        self._current.do("改回原文", Correct(start, end, original))

    def supply(self, kind: BlockKind, at: int | None = None) -> None:
        """Ask for a part of the head of the article at an offset, or of the caret."""
        article_id = self._article_here() if at is None else self._article_of(at)
        numbers = self._rows.of_article(article_id)
        if not numbers or not article_id:
            return
        place = self._rows[numbers[0]].at
        known = (
            row.text
            for row in self._rows
            if row.article_id == article_id and row.kind is kind and not row.is_printed
        )
        name = KIND_NAMES[kind]

        def take(words: str) -> None:
            if self._current.do(f"补{name}", Supply(place, kind, words)):
                self._articles.go_to(place)

        self.words_wanted.emit(f"补上{name}", next(known, ""), take)

    def settle(self, problem: Problem) -> None:
        """The user has looked at a problem."""
        self._current.do("看过了", Settle(problem.span.start, problem.kind))

    def action_of(self, kind: BlockKind, level: int) -> QAction:
        """What makes the chosen rows blocks of a kind."""
        return self._kinds[kind, level]

    def corrections(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """What the corrections of the chosen rows replaced, and what brings it back."""
        for row in self._articles.chosen().rows:
            for fix in row.corrections:
                yield fix.original, partial(self.revert, *fix.span, fix.original)

    def neighbours(self) -> Iterator[tuple[str, str, bool]]:
        """The articles of the page, id and title, and whether all chosen rows are in it."""
        here = {row.article_id for row in self._articles.chosen().rows}
        for article_id, name in self._articles_named():
            yield article_id, name, here == {article_id}

    # --- shared --------------------------------------------------------------------------------

    @property
    def _rows(self) -> Rows:
        return self._articles.rows

    def _problems(self) -> tuple[Problem, ...]:
        return self._current.page.recovery.problems if self._current.page else ()

    def _printed(self) -> list[Row]:
        return [row for row in self._articles.chosen().rows if row.is_printed]

    def _blocks(self) -> list[Row]:
        """The chosen rows of articles; told why not, where there are none."""
        rows = [row for row in self._printed() if not row.is_furniture]
        if not rows:
            self.refused.emit("请先选中文章里的一段。")
        return rows

    def _article_here(self) -> str:
        number = self._articles.here()
        return self._rows[number].article_id if 0 <= number < len(self._rows) else ""

    def _article_of(self, at: int) -> str:
        number = self._rows.number_at(at)
        return self._rows[number].article_id if number >= 0 else ""

    def _articles_named(self) -> list[tuple[str, str]]:
        page = self._current.page
        return [(a.id, article_name(a)) for a in page.recovery.articles] if page else []


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _short(text: str, length: int = 12) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _first_of_body(rows: Sequence[Row]) -> Row:
    return next((row for row in rows if row.kind not in HEAD_KINDS), rows[-1])
