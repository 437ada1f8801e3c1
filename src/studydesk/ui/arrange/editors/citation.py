"""出处 in place: where a passage was published, and what of it is still unknown."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from studydesk.domain.article import SourceKind
from studydesk.domain.passage import Citation
from studydesk.ui.date_field import DateField
from studydesk.ui.fields import ChoiceField, LineField
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words.citation_words import KINDS, part_names

_NAMED = frozenset({SourceKind.NEWSPAPER, SourceKind.JOURNAL, SourceKind.ONLINE})
"""Kinds that go by a name which may be the same: a newspaper has a site, too."""


class CitationForm(QWidget):
    """出处: author, title, newspaper, date, page; what is missing says so."""

    edited = Signal(object)
    """The user made the citation this."""

    def __init__(self) -> None:
        super().__init__()
        self._citation = Citation()
        self._left: dict[SourceKind, Citation] = {}  # what was written for other kinds meanwhile
        self.state = Sentence()  # which parts no name at its end
        self.state.setMinimumHeight(QLabel("⚠\n⚠").sizeHint().height())  # moves no field
        self.sharing = Sentence(role="muted")
        self.sharing.hide()
        self.kind = ChoiceField("类别", {name: kind for kind, name in KINDS.items()})
        self.title = LineField("文章题名", "待补")
        self.authors = LineField("作者", "待补；多人用空格分开")
        self.newspaper = LineField("报名", "待补，如：工人日报")
        self.published = DateField("日期", tells_below=False)
        self.page = LineField("版次", "待补，如：5")
        self.seen = DateField("查阅日期", tells_below=False)
        for date in (self.published, self.seen):
            date.doubted.connect(self._tell_state)
        self.kind.edited.connect(self._change_kind)
        self.seen.edited.connect(lambda day: self._change("seen", day))
        self.title.edited.connect(lambda text: self._change("title", text.strip()))
        self.authors.edited.connect(lambda text: self._change("authors", tuple(text.split())))
        self.newspaper.edited.connect(lambda text: self._change("newspaper", text.strip()))
        self.published.edited.connect(lambda day: self._change("published", day))
        self.page.edited.connect(lambda text: self._change("page", text.strip()))
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("类别", self.kind)
        form.addRow("题名", self.title)
        form.addRow("作者", self.authors)
        form.addRow("报名", self.newspaper)
        form.addRow("日期", self.published)
        form.addRow("版次", self.page)
        form.addRow("查阅日期", self.seen)

    def show_citation(self, citation: Citation) -> None:
        """Show a citation; a field that already means it keeps what was typed."""
        if citation != self._citation:
            self._left.clear()
        self._citation = citation
        if self.title.text().strip() != citation.title:
            self.title.set_text(citation.title)
        if tuple(self.authors.text().split()) != citation.authors:
            self.authors.set_text(" ".join(citation.authors))
        if self.newspaper.text().strip() != citation.newspaper:
            self.newspaper.set_text(citation.newspaper)
        if self.page.text().strip() != citation.page:
            self.page.set_text(citation.page)
        self.published.show_date(citation.published)
        self.seen.show_date(citation.seen)
        self.kind.setCurrentIndex(list(KINDS).index(citation.kind))
        self._name_fields()
        self._tell_state()

    def _name_fields(self) -> None:
        """Call the fields what they are for a source of this kind; one that it has not is off."""
        kind = self._citation.kind
        names = part_names(kind)
        for part, field in (("newspaper", self.newspaper), ("page", self.page)):
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(names[part][0])
            field.setAccessibleName(names[part][0])
            field.setPlaceholderText(names[part][1])
        self._form.setRowVisible(self.page, kind is not SourceKind.DOCUMENT)
        self._form.setRowVisible(self.seen, kind is SourceKind.ONLINE)

    def show_sharing(self, sentence: str) -> None:
        """Say what else follows what is filled in here; nothing takes no room."""
        self.sharing.setText(sentence)
        self.sharing.setVisible(bool(sentence))

    def focus_on(self, part: str) -> None:
        """Put the cursor into one part: title, newspaper, published or page."""
        lines = {"title": self.title, "newspaper": self.newspaper, "page": self.page}
        lines.get(part, self.published.line).setFocus()

    def _change_kind(self, kind: SourceKind) -> None:
        """Let no part stand that is another thing in this kind, as a page is no address; what
        stood there for this kind before is back.
        """
        before = self._citation
        if kind is before.kind:
            return
        self._left[before.kind] = before
        names, was = part_names(kind), part_names(before.kind)
        blank = self._left.get(kind, Citation())
        both_named = {kind, before.kind} <= _NAMED
        self._edit(
            replace(
                before,
                kind=kind,
                newspaper=before.newspaper if both_named else blank.newspaper,
                page=before.page if names["page"] == was["page"] else blank.page,
            )
        )

    def _change(self, part: str, value: object) -> None:
        values: dict[str, Any] = {part: value}
        self._edit(replace(self._citation, **values))

    def _edit(self, citation: Citation) -> None:
        if citation != self._citation:
            left = self._left.copy()
            self.show_citation(citation)
            self._left = left
            self.edited.emit(citation)

    def _tell_state(self) -> None:
        missing, told = _missing(self._citation), ""
        dates = [("日期", self.published)]
        if self._form.isRowVisible(self.seen):
            dates.append(("查阅日期", self.seen))
        if doubts := [(name, date.doubt.sentence) for name, date in dates if date.doubt.sentence]:
            name, doubt = doubts[0]
            told = doubt if doubt.startswith(name) else f"{name}：{doubt}"
        elif missing:
            told = f"待补：{'、'.join(missing)}"
        elif self._citation.has_odd_page:
            told = f"{part_names(self._citation.kind)['page'][0]}像是写错了"
        self.state.setText(f"出处　⚠ {told}" if told else "出处　齐全 ✓")
        self.state.setProperty("role", "amber" if told else "muted")
        self.state.style().polish(self.state)


def _missing(citation: Citation) -> list[str]:
    names = part_names(citation.kind)
    return [names[part][0] for part in citation.lacking]
