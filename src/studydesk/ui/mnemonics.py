"""Mnemonics: a letter or a digit behind every line of a menu, which chooses it by one key."""

import re
from collections.abc import Iterator
from functools import partial
from string import ascii_uppercase, digits

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_FREE = f"{digits[1:]}{ascii_uppercase}"
"""What is given to lines whose keys have no letter, in this order."""

_GIVEN = re.compile(r"\(&[0-9A-Z]\)")


def give_mnemonics(bar: QMenuBar) -> None:
    """Let each menu below the bar have mnemonics while it is open, for whatever it lists then;
    elsewhere the commands are called by their plain names.
    """
    for menu in _menus([action.menu() for action in bar.actions()]):
        let_choose(menu)


def let_choose(menu: QMenu) -> None:
    """Let a menu have mnemonics while it is open."""
    menu.aboutToShow.connect(partial(_give, menu))
    menu.aboutToHide.connect(partial(_take, menu))


def _menus(listed: list[object]) -> Iterator[QMenu]:
    for menu in listed:
        if isinstance(menu, QMenu):
            yield menu
            yield from _menus([action.menu() for action in menu.actions()])


def _give(menu: QMenu) -> None:
    """That of its keys, as far as no line before it has it, or else the next that is free."""
    _take(menu)
    lines = [action for action in menu.actions() if not action.isSeparator()]
    given: dict[str, QAction] = {}
    for action in lines:
        if letter := _letter_of(action):
            given.setdefault(letter, action)
    free = iter([sign for sign in _FREE if sign not in given])
    own = {id(action): letter for letter, action in given.items()}
    for action in lines:
        if sign := own.get(id(action)) or next(free, ""):
            name, tab, keys = action.text().partition("\t")
            bare = name.removesuffix("…")
            action.setText(f"{bare}(&{sign}){name[len(bare) :]}{tab}{keys}")


def _take(menu: QMenu) -> None:
    for action in menu.actions():
        action.setText(_GIVEN.sub("", action.text()))


def _letter_of(action: QAction) -> str:
    """The letter of a line's keys: O for Ctrl+O; nothing where they have none."""
    portable = QKeySequence.SequenceFormat.PortableText
    keys = action.shortcut().toString(portable) or action.text().partition("\t")[2]
    last = keys.rpartition("+")[2]
    return last if len(last) == 1 and last in ascii_uppercase else ""
