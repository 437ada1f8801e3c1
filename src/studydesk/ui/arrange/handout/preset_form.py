"""改版式: the fields of one of the user's own presets, each of which shows on the page at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from studydesk.handout import measures
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_text import Changes, Place
from studydesk.handout.style import Preset
from studydesk.ui.arrange.handout.preset_fields import PresetFields, told
from studydesk.ui.arrange.handout.preset_page_fields import PageFields
from studydesk.ui.arrange.handout.preset_text_fields import TextFields
from studydesk.ui.fields import LineField
from studydesk.ui.number_field import NumberField
from studydesk.ui.sheet import Sheet
from studydesk.ui.theme import GRID

_PAUSE = 250
_PAUSE_IN_NUMBER = 1000
"""Milliseconds without another change before one is written; a number has more figures to come:
2 on the way to 28 was not meant.
"""

_WIDTH, _HEIGHT = 54 * GRID, 82 * GRID
"""Of the form in pixels; a taskbar has room below it on a screen of 768 lines."""


class PresetForm(Sheet):
    """Margins, type, fonts, header and logo of a preset."""

    edited = Signal(object)
    """The user wants these Changes."""
    picture_wanted = Signal()
    """The user wants to choose a logo."""
    restored = Signal()
    """The user wants the preset as it was when the form was opened."""
    file_wanted = Signal()
    """The user wants to edit the file itself."""
    step_wanted = Signal(str)
    """The user asks for `undo` or `redo`."""
    refused_unwanted = Signal()
    """The user takes back what was typed and not taken."""
    deletion_wanted = Signal()
    """The user wants the preset no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset: Preset | None = None
        self._waiting: dict[Place, str | float | bool | None] = {}
        self._measured: tuple[measures.Change, float] | None = None
        self._handed: Changes = {}
        self._last_field: QWidget | None = None
        self._stayed_for: frozenset[QWidget] = frozenset()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.name = LineField("版式名称")
        self.name.editingFinished.connect(self._rename)
        self.text = TextFields()
        self._page: PageFields | None = None
        self.trouble = told("不能这样改", "red")
        self._follow(self.text)
        self._lay_out()

    @property
    def page(self) -> PageFields:
        """The group 页面, made when it is first asked for: it would keep the form waiting."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    def _make_page(self) -> PageFields:
        fields = PageFields()
        self._room_of_page.addWidget(fields)
        for before, after in pairwise((fields.description, *self.buttons)):
            self.setTabOrder(before, after)
        self._follow(fields)
        fields.unwanted.connect(lambda place: self._waiting.pop(place, None))
        fields.picture_wanted.connect(self.picture_wanted)
        if self._preset is not None:
            fields.show_preset(self._preset)
        return fields

    def _follow(self, fields: PresetFields) -> None:
        fields.wanted.connect(self._want)
        fields.measured.connect(self._measure)
        for number in fields.findChildren(NumberField):
            number.settled.connect(self._wait_no_longer)

    # --- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        name = QFormLayout()
        name.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        name.addRow("名称", self.name)
        self._groups = groups = QTabWidget()
        groups.setDocumentMode(True)
        groups.setStyleSheet(f"QTabWidget::tab-bar {{ left: {2 * GRID}px; }}")  # below the name
        page = QWidget()
        self._room_of_page = QVBoxLayout(page)
        self._room_of_page.setContentsMargins(0, 0, 0, 0)
        groups.addTab(self.text, "文字")
        groups.addTab(page, "页面")
        groups.currentChanged.connect(lambda _group: self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addLayout(name)
        column.addWidget(groups, 1)
        self.trouble.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        column.addWidget(self.trouble)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.delete, self.file = delete, file = QPushButton("删掉"), QPushButton("打开文件")
        delete.setToolTip("学习包改用“普通讲义”；撤消一次，版式和学习包都回来")
        file.setToolTip("用文本编辑器改这里没有的：每种段落的字号、缩进、段距……")
        for button, wanted in ((delete, self.deletion_wanted), (file, self.file_wanted)):
            button.setProperty("role", "link")
            button.clicked.connect(wanted)
        self.restore = QPushButton("恢复到打开时")
        self.restore.setToolTip("回到这次打开这里之前的样子")
        self.restore.clicked.connect(self._restore)
        close = QPushButton("完成")
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self.buttons = (delete, file, self.restore, close)
        for button in self.buttons:
            button.setAutoDefault(False)  # Enter ends a field, and does nothing else
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.addWidget(delete)
        row.addWidget(file)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(close)
        return row

    def show_beside(self, window: QWidget) -> None:
        """Open at the left of the window, the page in sight; one begins at the name."""
        self.resize(_WIDTH, _HEIGHT)
        self.move(window.x() + 2 * GRID, window.y() + 6 * GRID)
        self.name.setFocus()
        self.show()
        self.activateWindow()

    # --- what is shown --------------------------------------------------------------------

    def show_preset(
        self, preset: Preset, *, is_as_before: bool, is_own: bool = True, keeps_typed: bool = True
    ) -> None:
        """Show what a preset is like; with `keeps_typed`, what is being typed and what was refused
        are left alone. Where it is not yet one of the user's own, there is no file to do anything
        with.
        """
        self._preset = preset
        self.setWindowTitle(f"改版式：{preset.name}")
        if not keeps_typed:
            for number in filter(NumberField.is_doubtful, self.findChildren(NumberField)):
                number.forget()
        if not (keeps_typed and (self.name.hasFocus() or self._name_is_refused())):
            self.name.set_text(preset.name)
        self.text.show_preset(preset)
        if self._page is not None:
            self._page.show_preset(preset, keeps_typed=keeps_typed)
        self.restore.setEnabled(not is_as_before)
        for button in (self.delete, self.file):
            button.setVisible(is_own)

    def offer_fonts(self, offers: Iterable[FontOffer], sentences: Sequence[str]) -> None:
        """Offer the fonts of this computer; `sentences` tell of those that cannot be used."""
        self.text.offer_fonts(offers, sentences)

    def tell(self, sentence: str) -> None:
        """Say why a change was not made; empty where it was, and what is refused from now on
        keeps the form open anew.
        """
        if not sentence:
            self._stayed_for = frozenset()
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # --- what is wanted -------------------------------------------------------------------

    def _want(self, place: Place, value: str | float | bool | None) -> None:
        if self._measured is not None:  # by margins as they are so far
            self.flush()
        self._waiting[place] = value
        self._wait()

    def _measure(self, change: measures.Change, count: float) -> None:
        if self._measured is None or self._measured[0] != change:
            self.flush()
        self._measured = change, count
        self._wait()

    def _wait(self) -> None:
        self._last_field = field = self.focusWidget()
        is_number = field is not None and isinstance(field.parent(), NumberField)
        self._timer.start(_PAUSE_IN_NUMBER if is_number else _PAUSE)

    def _wait_no_longer(self) -> None:
        """What was typed as a number is whole."""
        if self._timer.isActive():
            self._timer.start(_PAUSE)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if self._preset is None or name == self._preset.name:
            return
        if name:
            self._want(("name",), name)
        else:
            self.name.set_text(self._preset.name)

    def _restore(self) -> None:
        """Want nothing of what was changed, not even what is just being typed."""
        self.restore.setFocus()
        self._timer.stop()
        self._waiting, self._measured = {}, None
        self.restored.emit()

    def flush(self) -> None:
        """Hand over what was changed, now."""
        self._timer.stop()
        if self._measured is not None and self._preset is not None:
            change, count = self._measured
            self._measured = None
            self._waiting.update(change(self._preset, count))
        if self._waiting:
            self._handed, self._waiting = self._waiting, {}
            self.edited.emit(self._handed)

    def settle(self) -> None:
        """Hand over what was changed, also what is just being typed."""
        field = self.focusWidget()
        if isinstance(field, QLineEdit):
            field.editingFinished.emit()
        self.flush()

    def take_step(self, step: str) -> None:
        """What was typed and not taken goes first."""
        self.settle()
        if step == "undo" and self._preset is not None and list(self._refused_fields()):
            self.refused_unwanted.emit()
        else:
            self.step_wanted.emit(step)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever goes on in another window finds everything handed over."""
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.flush()
        super().changeEvent(event)

    def put_away(self) -> None:
        """Close the form, whatever is told in it; what was changed is kept."""
        self.flush()
        super().done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """However the form is closed, what was changed is kept. Where something was not taken, it
        stays once, the cursor there.
        """
        self.settle()
        refused = list(self._refused_fields())
        untold = [field for field in refused if field not in self._stayed_for]
        if untold:
            self._stayed_for = frozenset(refused)
            self._go_to(untold[0])
        else:
            super().done(result)

    def _name_is_refused(self) -> bool:
        return bool(self.trouble.text()) and ("name",) in self._handed

    def _refused_fields(self) -> Iterator[QWidget]:
        """The fields that show what was not taken, and the one of which that is told."""
        if self._name_is_refused():
            yield self.name
        elif self.trouble.text() and self._last_field is not None:
            yield self._last_field
        for group in (self.text, self._page):
            yield from group.refused() if group is not None else ()

    def _go_to(self, field: QWidget) -> None:
        """Bring a field into sight, the cursor in it."""
        for group in (self.text, self._page):
            if group is not None and group.isAncestorOf(field):
                self._groups.setCurrentIndex(int(group is self._page))
                group.ensureWidgetVisible(field)
        field.setFocus()
