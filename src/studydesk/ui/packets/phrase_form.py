"""One entry of the bank of set wording, to be read and changed."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from studydesk.domain.article import Severity
from studydesk.services.phrase_bank import LEVELS, Phrase
from studydesk.ui.fields import ChoiceField, LineField, TextField
from studydesk.ui.sentence import Sentence
from studydesk.ui.source_form import read_date
from studydesk.ui.theme import GRID

_SEVERAL = "几种写法之间用“；”隔开"
_NO_DATE = "日期写成 2026-11-27 这样。"
_TWICE = "这个表述还有一条，只能留一条：改写法，或移出一条。"
_UNSOURCED = "没有出处和日期的，最多标“留意”。"


class PhraseForm(QWidget):
    """Every change by the user is told; the day of the last look-up follows them. What is taken
    back is left to who is told.
    """

    edited = Signal(object)
    """The user made the entry this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase = Phrase("")
        self._is_twice = False
        self.text = LineField("规范表述", "")
        self.also = LineField("也可写作", _SEVERAL)
        self.wrong = LineField("常见误写", _SEVERAL)
        self.unless = LineField("例外", "同一句里有这些词就不查，如：旧称")
        self.definition = TextField("释义")
        self.definition.setPlaceholderText("原文怎么解释，照抄；有释义的会在“名词解释”里列出")
        self.source = LineField("出处", "文件、条款，或报名、版次")
        self.dated = LineField("出处日期", "如 2025-11-27")
        self.checked = LineField("核对日期", "哪一天对照过原文")
        self.level = ChoiceField("级别", dict(LEVELS))
        self.is_on = QCheckBox("查这一条")
        self.hint = Sentence(role="muted")
        self._lay_out()
        for line in (self.text, self.also, self.wrong, self.unless, self.source):
            line.edited.connect(self._tell)
        for line in (self.dated, self.checked):
            line.edited.connect(self._tell)
        self.definition.edited.connect(self._tell)
        self.level.edited.connect(self._tell)
        self.is_on.clicked.connect(self._tell)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, widget in (
            ("规范表述", self.text),
            ("也可写作", self.also),
            ("常见误写", self.wrong),
            ("例外", self.unless),
            ("释义", self.definition),
            ("出处", self.source),
            ("出处日期", self.dated),
            ("核对日期", self.checked),
            ("级别", self.level),
            ("", self.is_on),
        ):
            form.addRow(name, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addStretch(1)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show an entry; without one the form is off."""
        self._phrase = phrase or Phrase("")
        self.setEnabled(phrase is not None)
        shown = self._phrase
        for line, text in (
            (self.text, shown.text),
            (self.also, "；".join(shown.also)),
            (self.wrong, "；".join(shown.wrong)),
            (self.unless, "；".join(shown.unless)),
            (self.source, shown.source),
            (self.dated, shown.dated.isoformat() if shown.dated else ""),
            (self.checked, shown.checked.isoformat() if shown.checked else ""),
        ):
            if line.text() != text:
                place = line.cursorPosition() if line.hasFocus() else 0
                line.setText(text)
                line.setCursorPosition(place)
        self.definition.set_text(shown.definition)
        self.level.setCurrentIndex(list(LEVELS.values()).index(shown.level))
        self.is_on.setChecked(shown.is_on)
        self._tell_hint()

    def _tell(self) -> None:
        """Read the form; a day that cannot be read stays what it was, and is told."""
        chosen = list(LEVELS.values())[max(0, self.level.currentIndex())]
        phrase = replace(
            self._phrase,
            text=" ".join(self.text.text().split()),
            also=_parts(self.also),
            wrong=_parts(self.wrong),
            unless=_parts(self.unless),
            definition=" ".join(self.definition.toPlainText().split()),
            source=self.source.text().strip(),
            dated=_day(self.dated, self._phrase.dated),
            checked=_day(self.checked, self._phrase.checked),
            level=chosen,
            is_on=self.is_on.isChecked(),
        )
        if phrase != self._phrase:
            self._phrase = phrase
            self.edited.emit(phrase)
        self._tell_hint()

    def mark_twice(self, is_twice: bool) -> None:
        """Tell whether another entry has the same wording."""
        self._is_twice = is_twice
        self._tell_hint()

    def is_unread(self) -> bool:
        """Whether a day is written that cannot be read."""
        return any(_day(line, date.max) == date.max for line in (self.dated, self.checked))

    def _tell_hint(self) -> None:
        unread = self.is_unread()
        red = self._phrase.level is Severity.RED and self._phrase.severity is not Severity.RED
        own = _NO_DATE if unread else _UNSOURCED if red else ""
        self.hint.setText(_TWICE if self._is_twice else own)


def _parts(line: QLineEdit) -> tuple[str, ...]:
    words = line.text().replace(";", "；").split("；")
    return tuple(filter(None, (word.strip() for word in words)))


def _day(line: QLineEdit, before: date | None) -> date | None:
    try:
        return read_date(line.text())
    except ValueError:
        return before
