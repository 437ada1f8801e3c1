"""What of a window a screen reader could not name."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.MenuItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.ProgressBar,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
        QAccessible.Role.TreeItem,
    }
)
"""What a user does something with."""


def controls(top: QWidget) -> list[QAccessibleInterface]:
    """The controls seen in a window or sheet, as a screen reader comes upon them."""
    root = QAccessible.queryAccessibleInterface(top)
    return [node for node in _below(root) if node.role() in CONTROLS] if root else []


def nameless(top: QWidget) -> list[str]:
    """A sentence for every control seen in a window or sheet that has no name."""
    unnamed = (one for one in controls(top) if not one.text(QAccessible.Text.Name).strip())
    return sorted({f"{_place(one)}: has no name" for one in unnamed})


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if node.state().invisible:
        return
    yield node
    for number in range(node.childCount()):
        if child := node.child(number):
            yield from _below(child)


def _place(node: QAccessibleInterface) -> str:
    role = node.role().name
    owner: QObject | None = node.object()
    while owner is None and (parent := node.parent()):
        node, owner = parent, parent.object()
    kinds: list[str] = []
    while owner is not None and len(kinds) < 4:
        kinds.append(type(owner).__name__)
        owner = owner.parent()
    return f"{role} in {' < '.join(kinds)}"
