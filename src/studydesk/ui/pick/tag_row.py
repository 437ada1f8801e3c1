"""The tags of the article being read: set, and taken off, where they are seen."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from studydesk.ui.flow_row import FlowRow, take_out
from studydesk.ui.key_names import native
from studydesk.ui.keys_to_window import OlderUndoToWindow
from studydesk.ui.pinyin import pinyin
from studydesk.ui.theme import GRID

LONGEST = 20
"""Characters of a tag."""

_TYPED = 10 * LONGEST
"""Characters that are typed at most: several tags."""


def read_tags(text: str) -> list[str]:
    """The tags that were typed, each once: spaces and commas stand between them."""
    return list(dict.fromkeys(filter(None, re.split(r"[\s,，、;；]+", text))))


class _NewTag(QLineEdit):
    """A line for one tag; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TagRow(QWidget):
    """A button for each tag, and one that adds another."""

    changed = Signal(object, str)
    """The tags shall be these; what is done by that, in words."""
    told = Signal(str)
    """What was typed and is no tag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags: tuple[str, ...] = ()
        self._known = QStringListModel(self)
        self.add_button = QPushButton("＋ 标签")
        self.add_button.setProperty("role", "link")
        self.add_button.setToolTip(f"给这篇文章加一个标签，以后可以按它筛选（{native('Ctrl+T')}）")
        self.add_button.clicked.connect(self.begin)
        self.field = _NewTag()
        self.field.installEventFilter(OlderUndoToWindow(self.field))
        self.field.setAccessibleName("新标签")
        self.field.setPlaceholderText("标签，回车加上")
        self.field.setMaxLength(_TYPED)
        self.field.setFixedWidth(16 * GRID)
        completer = QCompleter(self._known, self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._add_typed)
        self.field.left.connect(self._end)
        self._chips: list[QPushButton] = []
        self._row = FlowRow((self.field, self.add_button), gap=GRID // 2)
        self.setLayout(self._row)
        self._end()

    def show_tags(self, tags: Iterable[str], known: Iterable[str]) -> None:
        """Show the tags of an article; `known` ones are offered while a new one is typed."""
        self.tags = tuple(sorted(tags, key=pinyin))
        self._known.setStringList(sorted(known, key=pinyin))
        take_out(self._row, self._chips)
        self._chips = []
        for tag in self.tags:
            chip = QPushButton(f"{tag} ✕".replace("&", "&&"))
            chip.setStyleSheet("padding: 1px 8px; border-radius: 10px;")
            chip.setToolTip(f"去掉标签“{tag}”")
            chip.setAccessibleName(f"去掉标签“{tag}”")
            chip.clicked.connect(partial(self._remove, tag))
            self._chips.append(chip)
        for stays in (self.field, self.add_button):  # behind the tags
            self._row.removeWidget(stays)
        for part in (*self._chips, self.field, self.add_button):
            self._row.addWidget(part)
        self._end()

    def begin(self) -> None:
        """Let a tag be typed."""
        self.add_button.hide()
        self.field.show()
        self.field.setFocus()

    def settle(self) -> None:
        """Add the tag that is being typed, if any, as the article is about to go."""
        if not self.field.isHidden():
            self._tell_long(self._add(), "")
            self._end()

    def _end(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.clear()
        self.add_button.show()
        if had_focus:
            self.add_button.setFocus()
        self.field.hide()

    def _add_typed(self) -> None:
        """Add what was typed; what is too long stays in the field."""
        if long := self._add():
            self.begin()
            self.field.setText(" ".join(long))
            self._tell_long(long, "；请改短")

    def _add(self) -> list[str]:
        """Add the tags that were typed; those that are too long for one."""
        typed = read_tags(self.field.text())
        long = [tag for tag in typed if len(tag) > LONGEST]
        tags = [tag for tag in typed if tag not in (*self.tags, *long)]
        if tags:
            self.changed.emit((*self.tags, *tags), f"加标签“{'、'.join(tags)}”")
        self._end()
        return long

    def _tell_long(self, long: Sequence[str], what_to_do: str) -> None:
        for tag in long[:1]:
            self.told.emit(
                f"标签最多 {LONGEST} 个字，“{tag}”有 {len(tag)} 个字，没有加上{what_to_do}。"
            )

    def _remove(self, tag: str, *_checked: bool) -> None:
        rest = tuple(other for other in self.tags if other != tag)
        self.changed.emit(rest, f"去掉标签“{tag}”")
