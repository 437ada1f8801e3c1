"""What every item editor is: it shows one item and tells each change as a whole new item."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from studydesk.domain.packet import Item, Packet
from studydesk.ui.arrange.editors.advice import Advice
from studydesk.ui.date_field import DateField
from studydesk.ui.fields import ChoiceField, LineField, TextField
from studydesk.ui.number_field import NumberField
from studydesk.ui.sentence import Sentence


class ItemEditor(QWidget):
    """Edits one item at a time; the page puts the changed item into the packet."""

    edited = Signal(object, str)
    """The user made the item this, by editing the field of this name (empty: one single step)."""
    told = Signal(str)
    """A sentence for the status line."""
    cite_requested = Signal(str, object)
    """The passages of this article shall be cited so: article id, Citation."""
    source_requested = Signal(str, int, int)
    """Show the article at this place."""
    plan_requested = Signal()
    """Fill the agenda from the plan for a session of this length."""

    takes_keys = True
    """Whether there is anything to write or to press."""

    item: Item

    def show_item(self, item: Item, packet: Packet) -> None:
        """Show an item as it stands in the packet now."""
        other = item.id != self.item.id if hasattr(self, "item") else False
        self.item = item
        self.fill(packet)
        if other:  # what was typed wrong belongs to the item before
            dates, numbers = self.findChildren(DateField), self.findChildren(NumberField)
            typed: list[DateField | NumberField] = [*dates, *numbers]
            for field in typed:
                field.forget()

    def fill(self, packet: Packet) -> None:
        """Put the item's values into the fields."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take what was typed and waits to be taken, as the item is about to go."""

    def focus_first(self) -> None:
        """Put the cursor where writing begins."""
        self.setFocus()

    def mark(self, field: str, start: int, end: int) -> None:
        """Show the words of a field from start to end, where the editor has such a field."""

    def focus_marked(self) -> None:
        """Put the cursor where words were marked last, which stay selected."""
        self.focus_first()

    def change(self, field: str, value: object, *, merge: bool = True) -> None:
        """Tell that the user gave one attribute of the item another value."""
        values: dict[str, Any] = {field: value}
        changed: Item = replace(self.item, **values)
        if changed != self.item:
            self.item = changed
            self.edited.emit(changed, field if merge else "")


@dataclass(frozen=True, slots=True)
class LongText:
    """A field of several lines for an attribute of the item."""

    attribute: str
    name: str
    placeholder: str = ""
    lines: int = 3


@dataclass(frozen=True, slots=True)
class ShortText:
    """A one-line field."""

    attribute: str
    name: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number with a unit."""

    attribute: str
    name: str
    unit: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    attribute: str
    name: str
    choices: dict[str, object]


Field = LongText | ShortText | Number | Choice


class FormEditor(ItemEditor):
    """An editor that is a list of fields, some of them marked as the facilitator's own."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        private: tuple[Field, ...] = (),
        hint: str = "",
        advice: Advice | None = None,
    ) -> None:
        """`hint` stands above the fields, `advice` below the first of them."""
        super().__init__()
        self._widgets: dict[str, tuple[Field, Any]] = {}
        self._marked: TextField | LineField | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        if hint:
            layout.addWidget(quiet_label(hint))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.advice = advice
        self._add(form, fields[:1])
        if advice is not None:
            form.addRow("", advice)
        self._add(form, fields[1:])
        if private:
            form.addRow(rule())
            form.addRow(quiet_label("只印在主持人版"))
            self._add(form, private)
        layout.addLayout(form)
        layout.addStretch(1)

    def _add(self, form: QFormLayout, fields: tuple[Field, ...]) -> None:
        for field in fields:
            widget = self._widget(field)
            self._widgets[field.attribute] = (field, widget)
            form.addRow(field.name, widget)

    def _widget(self, field: Field) -> QWidget:
        made: TextField | LineField | NumberField | ChoiceField
        match field:
            case LongText(_, name, placeholder, lines):
                made = TextField(name, lines)
                made.setPlaceholderText(placeholder)
            case ShortText(_, name, placeholder):
                made = LineField(name, placeholder)
            case Number(_, name, unit, low, high):
                made = NumberField(name, unit, low, high)
            case Choice(_, name, choices):
                made = ChoiceField(name, choices)
        discrete = isinstance(field, Choice)
        made.edited.connect(lambda value: self.change(field.attribute, value, merge=not discrete))
        return made

    def field(self, attribute: str) -> QWidget:
        """The widget that edits an attribute."""
        widget: QWidget = self._widgets[attribute][1]
        return widget

    def fill(self, packet: Packet) -> None:  # noqa: ARG002 - some editors need it
        """Put the item's values into the fields."""
        for attribute, (field, widget) in self._widgets.items():
            value = getattr(self.item, attribute)
            match field:
                case LongText() | ShortText():
                    widget.set_text(value)
                case Number():
                    widget.set_number(value)
                case Choice():
                    widget.set_value(value)

    def mark(self, field: str, start: int, end: int) -> None:
        """Select these words, without taking the keys."""
        _, widget = self._widgets.get(field, (None, None))
        if isinstance(widget, TextField | LineField):
            widget.select_words(start, end)
            self._marked = widget

    def focus_marked(self) -> None:
        """Into the field of the words."""
        if self._marked is None:
            self.focus_first()
        else:
            self._marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the cursor at the end of the first field."""
        widget = next(iter(self._widgets.values()))[1]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def quiet_label(text: str = "") -> Sentence:
    """A wrapped line in the quiet text colour."""
    return Sentence(text, "muted")


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("hairline", True)
    line.setFixedHeight(1)
    return line
