"""What the window says: every widget has a name, and nothing is in English."""

import re

from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from studydesk.library import Library
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.sheets import about_sheet, shortcut_sheet

FOREIGN = {
    "CSV",
    "DOCX",
    "PDF",
    "WPS",
    "Word",
    "Enter",
    "Ctrl",
    "Shift",
    "PgUp",
    "PgDown",
    "Alt",
    "Esc",
    "Del",
    "Ins",
    "Insert",
    "KB",
    "MB",
    "A4",
} | {f"F{n}" for n in range(1, 13)}
"""Latin words that users read: names of formats, programs and keys, units and paper sizes."""


def told(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def ours(widget: QWidget) -> bool:
    """Whether we made it: not a part of one of Qt's own widgets."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QCalendarWidget | QLineEdit | QSpinBox):
            return False
        parent = parent.parentWidget()
    return not widget.objectName().startswith("qt_") and not isinstance(widget, QHeaderView)


def test_every_widget_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    kinds = (QLineEdit, QTextEdit, QAbstractItemView, QComboBox, QProgressBar, QSpinBox)
    widgets = [widget for kind in kinds for widget in window.findChildren(kind) if ours(widget)]
    assert widgets
    assert [widget for widget in widgets if not widget.accessibleName()] == []


def test_every_button_says_what_it_does(window: MainWindow) -> None:
    buttons = [button for button in window.findChildren(QAbstractButton) if ours(button)]
    assert [button for button in buttons if not button.isHidden() and not told(button)] == []


def words(widget: QWidget) -> str:
    said = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    if isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    return "\n".join(said)


def test_nothing_is_said_in_english(window: MainWindow, pick: PickPage, library: Library) -> None:
    sheets = [shortcut_sheet(window), about_sheet(window, "资料库")]
    said = [words(widget) for widget in window.findChildren(QWidget)]
    said += [action.text() + action.toolTip() for action in window.findChildren(QAction)]
    for sheet in sheets:
        sheet.close()
    names = [source.name for source in library.sources()]
    names += ["/", "\\"]  # the names of folders are not ours
    own = [text for text in said if not any(name in text for name in names)]
    english = {word for text in own for word in re.findall("[A-Za-z][A-Za-z0-9]+", text)}
    assert english <= FOREIGN
