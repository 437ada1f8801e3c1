"""The filters above the article list: 来源, 栏目, 作者, 标签."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from studydesk.library import ArticleFilter, Facet, Facets
from studydesk.ui import actions
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.pinyin import pinyin
from studydesk.ui.short_words import menu_line
from studydesk.ui.theme import GRID

PARTS = {"source_id": "来源", "column": "栏目", "author": "作者", "tag": "标签"}
"""The parts of an ArticleFilter, and what users call them."""

MOST = 100
"""Values that a menu lists at most; others are found by their names."""

_SHOWN = 8
"""Characters of a chosen value that its button shows."""


def _is_named(name: str, words: str) -> bool:
    """Whether words stand in a name where no number of theirs goes on: 1 is not named by 11."""
    before = r"(?<!\d)" if words[:1].isdecimal() else ""
    behind = r"(?!\d)" if words[-1:].isdecimal() else ""
    return re.search(f"{before}{re.escape(words)}{behind}", name) is not None


class Filters(QWidget):
    """One button for each part, with a menu of the values there are."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = ArticleFilter()
        self._values: dict[str, Sequence[Facet]] = {}
        self._buttons: dict[str, QToolButton] = {}
        row = FlowRow(gap=GRID // 2)
        self.setLayout(row)
        for part, name in PARTS.items():
            button = QToolButton()
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(self._fill, part))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setAccessibleName(f"按{name}筛选")
            row.addWidget(button)
            self._buttons[part] = button
        self._name_buttons()

    def offer(self, facets: Facets) -> None:
        """Offer the values that the library has; a part without any is off, unless it filters."""
        self._values = {
            "source_id": facets.sources,
            "column": facets.columns,
            "author": facets.authors,
            "tag": facets.tags,
        }
        for part, button in self._buttons.items():
            button.setEnabled(bool(self._values[part] or getattr(self.filter, part)))
        self._name_buttons()

    def choose(self, part: str, value: str) -> None:
        """Filter by one value of a part; an empty one lifts that part of the filter."""
        self._show(replace(self.filter, **{part: value}))

    def named(self, words: str) -> tuple[str, Facet] | None:
        """The part and the one value that has these words in its name, if just one has."""
        found = [
            (part, facet)
            for part in PARTS
            for facet in self._values.get(part, ())
            if _is_named(facet.name, words)
        ]
        same = [one for one in found if one[1].name == words]
        return next((one for one in (same, found) if len(one) == 1), [None])[0]

    def show_filter(self, wanted: ArticleFilter) -> None:
        """Show a filter that is asked for already."""
        self.filter = wanted
        self._name_buttons()

    def clear(self) -> None:
        """Lift the whole filter."""
        self._show(ArticleFilter())

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return self.filter != ArticleFilter()

    def _show(self, wanted: ArticleFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._name_buttons()
            self.changed.emit(wanted)

    def _fill(self, part: str) -> None:
        """List the values of a part in its menu, which is about to be shown; where there are very
        many, those with some words in their names, which can be typed.
        """
        menu = self._buttons[part].menu()
        menu.clear()
        values = self._values.get(part, ())
        if len(values) > MOST:
            field = QLineEdit()
            field.setPlaceholderText(f"按名称找{PARTS[part]}")
            field.setAccessibleName(f"按名称找{PARTS[part]}")
            OwnUndo(field)
            field.textChanged.connect(lambda words: self._list(part, words))
            action = QWidgetAction(menu)
            action.setDefaultWidget(field)
            action.setText(field.accessibleName())
            menu.addAction(action)
        self._list(part, "")

    def _list(self, part: str, words: str) -> None:
        menu = self._buttons[part].menu()
        for action in menu.actions():
            if not isinstance(action, QWidgetAction):
                menu.removeAction(action)
        for group in menu.findChildren(QActionGroup):
            group.deleteLater()  # with the values that were listed before
        chosen = getattr(self.filter, part)
        fitting = [
            facet
            for facet in self._values.get(part, ())
            if all(word in facet.name for word in words.split())
        ]
        texts = {"": f"全部{PARTS[part]}"}
        listed = sorted(fitting, key=lambda facet: facet.value != chosen)[:MOST]
        if part != "source_id":  # those as they came
            listed.sort(key=lambda one: (one.value != chosen, -one.count, pinyin(one.name)))
        for facet in listed:
            texts[facet.value] = f"{menu_line(facet.name, menu)}　{facet.count}"
        menu.addActions(actions.choices(menu, texts, chosen, partial(self.choose, part)))
        if len(fitting) > MOST:
            menu.addAction(f"还有 {len(fitting) - MOST:,} 个，输入几个字来找").setEnabled(False)

    def _name(self, part: str, value: str) -> str:
        """What a value is called; the value itself, as long as nothing is known of it."""
        names = (facet.name for facet in self._values.get(part, ()) if facet.value == value)
        return next(names, value)

    def _name_buttons(self) -> None:
        for part, button in self._buttons.items():
            value = getattr(self.filter, part)
            name = self._name(part, value) if value else ""
            short = name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…"
            button.setText(f"{short or PARTS[part]} ▾".replace("&", "&&"))
            button.setToolTip(f"{PARTS[part]}：{name or '全部'}")
            button.setProperty("chosen", bool(value))
            button.style().polish(button)
