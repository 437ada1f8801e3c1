"""Keys that nothing in the window answered: no key does nothing without a word."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from studydesk.ui.key_names import native


def press_button(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Let Enter press the button that has the focus, as the space bar does; whether it did."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if enter and plain and isinstance(focus, QAbstractButton) and focus.isEnabled():
        focus.click()
        return True
    return False


def why_nothing(event: QKeyEvent, actions: Iterable[QAction]) -> str:
    """Why the command with these keys, one of these or in a menu of them, was not done; empty
    where no command has them.
    """
    if event.matches(QKeySequence.StandardKey.Paste):
        return f"这里不能粘贴。要把剪贴板里的文字收为文章，按 {native('Ctrl+Shift+V')}。"
    if action := _command(event, actions):
        name = action.text().split("\t")[0].rstrip("…")
        return action.statusTip() or f"“{name}”现在用不上。"
    return ""


def leave_menus(event: QKeyEvent, actions: Iterable[QAction]) -> bool:
    """Close the menus that are open and do the command with these keys, which cannot be called by
    them as long as one is; whether there was any to do and no menu stayed.
    """
    action = _command(event, actions)
    if not (action and action.isEnabled() and QApplication.activePopupWidget()):
        return False
    while menu := QApplication.activePopupWidget():
        if not menu.close():
            return False
    action.trigger()
    return True


def _command(event: QKeyEvent, actions: Iterable[QAction]) -> QAction | None:
    keys = QKeySequence(event.keyCombination())
    return next((action for action in _listed(actions) if keys in action.shortcuts()), None)


def _listed(actions: Iterable[QAction]) -> Iterator[QAction]:
    """These actions, and all those of their menus in their place."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _listed(menu.actions())
        else:
            yield action
