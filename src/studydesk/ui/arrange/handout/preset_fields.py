"""What both groups of the preset form share: a column of fields that tell what is wanted."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydesk.handout.preset_text import Place
from studydesk.ui.number_field import NumberField
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID


class PresetFields(QScrollArea):
    """A group of fields, each with its place in the file of a preset."""

    wanted = Signal(object, object)
    """The user wants this value (None takes out what is there) at this Place."""
    measured = Signal(object, float)
    """The user wants this much of a measure (measures.Change)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fields = QWidget()
        self.form = QFormLayout(fields)
        self.form.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.form.setVerticalSpacing(GRID)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(fields)

    def tell_wanted(self, signals: Iterable[tuple[Place, SignalInstance]]) -> None:
        """Tell what fields are set to, each with its place."""
        for place, signal in signals:
            signal.connect(lambda value, place=place: self.wanted.emit(place, value))

    def refused(self) -> list[QWidget]:
        """The fields that show what cannot be taken."""
        numbers = self.findChildren(NumberField)
        return [number.line for number in numbers if number.is_doubtful()]

    def add_heading(self, text: str) -> None:
        """Begin a few fields of one kind."""
        heading = QLabel(text)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, GRID, 0, 0)
        self.form.addRow(heading)


def told(name: str, role: str = "muted") -> QLabel:
    """A line of words that is hidden until there is something to tell."""
    label = Sentence(role=role)
    label.setAccessibleName(name)
    label.hide()
    return label


def side_by_side(*widgets: QWidget) -> QWidget:
    """A row of fields, from the left; what is doubtful in a number stands below them all, where
    it has room and moves none of them.
    """
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch()
    column.addLayout(row)
    for widget in widgets:
        if isinstance(widget, NumberField):
            column.addWidget(widget.doubt)
    return holder
