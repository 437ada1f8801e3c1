"""Passages whose text is another since the page was tidied: the old one and the new one, one at
a time, for the user to decide.
"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydesk.services.reattaching import Change
from studydesk.services.tidying import Tidied
from studydesk.ui import theme
from studydesk.ui.theme import GRID
from studydesk.ui.words.article_row import UNTITLED
from studydesk.ui.words.quotes import quoted

Key = tuple[str, str, str]
"""A packet, an item of it, and the new text that it was asked about with."""

_BREAK = "¶"
"""Where a paragraph ends."""

_AROUND = 24
"""Characters that are shown before and after a difference."""


class ChangedPassages(QFrame):
    """A quiet panel below the page. A passage that was left as it is, is not asked about again,
    but stays listed until its text is back or the new one accepted.
    """

    accepted = Signal(object)
    """Take the new text of this Change."""
    keys_left = Signal()
    """The button that had the keys goes away."""
    left_changed = Signal()
    """Other passages than before were left as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAccessibleName("选段的原文变了")
        self._changes: list[Change] = []
        self._left: set[Key] = set()
        self._first = ("", "")
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.old, self.new = QLabel(), QLabel()
        for label in (self.old, self.new):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.take = QPushButton("用新文")
        self.take.clicked.connect(self._accept)
        self.leave = QPushButton("保留原样")
        self.leave.clicked.connect(self._leave)
        self.again = QPushButton("再看一遍")
        self.again.setProperty("role", "link")
        self.again.clicked.connect(self._ask_again)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.old)
        column.addWidget(self.new)
        self.hide()

    def ask(self, changes: Sequence[Change]) -> None:
        """Ask about these passages, and about no others any more."""
        self._changes = list(changes)
        self._show()

    def ask_again(self, change: Change) -> None:
        """Ask about a passage whose new text was taken back."""
        self._changes.append(change)
        self._show()

    def settle(self, change: Change) -> None:
        """Ask no more about a passage that has its new text again."""
        if change in self._changes:
            self._changes.remove(change)
        self._show()

    def look_at(self, packet_id: str, item_id: str) -> None:
        """Ask about this passage before any other, also where it was left as it is."""
        self._first = packet_id, item_id
        self._left = {key for key in self._left if key[:2] != self._first}
        self._show()
        self.left_changed.emit()

    @property
    def change(self) -> Change | None:
        """The passage that is asked about."""
        asked = [change for change in self._changes if _key(change) not in self._left]
        return min(asked, key=lambda change: _key(change)[:2] != self._first, default=None)

    def left(self) -> list[Key]:
        """Which passages were left as they are, to be kept for another day."""
        return sorted(self._left)

    def restore(self, left: Iterable[Sequence[str]]) -> None:
        """Go back to what `left` told."""
        self._left = {(key[0], key[1], key[2]) for key in left if len(key) == 3}
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Colour what differs anew when light turns to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._changes:
            self._show()

    def _accept(self) -> None:
        change = self.change
        if change is not None:
            self._changes.remove(change)
            self._show()
            self.accepted.emit(change)

    def _leave(self) -> None:
        if self.change is not None:
            self._left.add(_key(self.change))
            self._show()
            self.left_changed.emit()

    def _ask_again(self) -> None:
        self._left.difference_update(map(_key, self._changes))
        self._show()
        self.left_changed.emit()

    def _show(self) -> None:
        change, focus = self.change, self.window().focusWidget()
        stay = () if change is None else (self.leave, *([self.take] if change.after else []))
        if self.isAncestorOf(focus or self) and focus not in stay:
            self.keys_left.emit()  # Qt would give them to what stands first in the window
        self.setVisible(bool(self._changes))
        for part in (self.old, self.new, self.take, self.leave):
            part.setVisible(change is not None)
        self.again.setVisible(change is None)
        if change is None:
            self.title.setText(f"有 {len(self._changes)} 个选段保留着原样，和现在的文章不同。")
            return
        undecided = sum(_key(change) not in self._left for change in self._changes)
        rest = f"（还有 {undecided - 1} 处）" if undecided > 1 else ""
        there = change.after is not None
        what = told_of_change(change)
        self.title.setText(f"{quoted(change.packet_title)}里有一个选段，{what}{rest}")
        after = change.after.text if change.after else ""
        old, new = difference(change.before.text, after, theme.colours(self.palette()).hit)
        self.old.setText(f"选段：{old}")
        self.new.setText(f"现文：{new}")
        self.new.setVisible(there)
        self.take.setVisible(there)


def told_of_change(change: Change) -> str:
    """What has become of the text of a passage."""
    if change.after is None:
        return "现在的文章里找不到它的原文"
    old, new = change.before.text, change.after.text
    if old == new:
        return "文章里有同样的话，分不清是不是这一处"
    if old.replace("\n", "") == new.replace("\n", ""):
        if old.count("\n") < new.count("\n"):
            return f"原文在 {_BREAK} 处拆开了，字没有变"
        return f"原文在 {_BREAK} 处接起来了，字没有变"
    counts = [len(text.replace("\n", "")) for text in (old, new)]
    told = "，{} 字变成 {} 字".format(*counts) if counts[0] != counts[1] else ""
    return f"原文已经变了{told}"


def told_of_following(tidied: Tidied) -> str:
    """What came of a step besides: articles that left the trash, passages that are cited
    otherwise. No step gives a passage another text.
    """
    told = ""
    into = quoted(tidied.into.name or UNTITLED) if tidied.into else "各自的文章"
    here = {article.id for article in tidied.page.recovery.articles}
    alone = [article for article in tidied.back if article.id in here]
    merged = [article for article in tidied.back if article.id not in here]
    for articles, became in (
        (alone, "里有了别处的文字，已从回收站回到资料库"),
        (merged, f"已并进{into}，不在回收站里了"),
        (tidied.aside, "全都不属于正文了，不在回收站里了"),
    ):
        if articles:
            count = f"等 {len(articles)} 篇" if len(articles) > 1 else ""
            told += f"文章{quoted(articles[0].name or UNTITLED)}{count}{became}。"
    for one in tidied.recited:
        name = f"改为{quoted(one.title)}" if one.title else "没有题名了"
        told += f"学习包{quoted(one.packet_title)}里 {one.count} 个选段的出处跟着{name}。"
    return told


def _key(change: Change) -> Key:
    return change.packet_id, change.item_id, change.after.text if change.after else ""


def difference(old: str, new: str, colour: str) -> tuple[str, str]:
    """Two texts as HTML, what differs on a coloured ground; of long common stretches the ends.
    Where a paragraph ends there is a sign for it, as that may be all that differs.
    """
    old, new = old.replace("\n", _BREAK), new.replace("\n", _BREAK)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    shown_old, shown_new = "", ""
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            common = escape(_shortened(old[a:b], at_start=a == 0, at_end=b == len(old)))
            shown_old, shown_new = shown_old + common, shown_new + common
        else:
            mark = f'<span style="background-color:{colour}">{{}}</span>'
            shown_old += mark.format(escape(old[a:b])) if a < b else ""
            shown_new += mark.format(escape(new[c:d])) if c < d else ""
    return shown_old, shown_new


def _shortened(text: str, *, at_start: bool, at_end: bool) -> str:
    head, tail = "" if at_start else text[:_AROUND], "" if at_end else text[-_AROUND:]
    return text if len(text) <= 2 * _AROUND + 2 else f"{head} … {tail}"
