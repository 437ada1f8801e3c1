"""What became of the files that were imported: a line each, until it is put away."""

import re
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import source_id_of
from studydesk.errors import StudyDeskError
from studydesk.library import ArticleSummary, Library, Likeness, source_name
from studydesk.services.importing import ImportResult, Outcome
from studydesk.services.source_facts import Asked, ask_about
from studydesk.ui.giving_way import GivingWay
from studydesk.ui.icons import IconButton
from studydesk.ui.source_form import SourceForm
from studydesk.ui.theme import GRID
from studydesk.ui.words import outcomes

_SIGNS = {Outcome.ADDED: "✓", Outcome.ALREADY_THERE: "＝", Outcome.REFUSED: "✕"}
_HEIGHT, _SHARE = 15 * GRID, 5
"""Pixels of the lines at most, and how many times that the column of the list is to have; what is
more scrolls. Without the form below they have twice that.
"""
_LOW = 64 * GRID
"""A column that has not this many pixels has no room for lines and form at once."""

_BREAK, _UNBROKEN = "\u200b", re.compile(r"[!-~]{12}")
"""A place to break a line at, and that much of a file's name in which there is none."""
_AT_ONCE = 5
"""Lines that are made at once; more are made as one gets near the last."""
_LATER = "出处以后再填：点这里的“填写登在哪里…”，或点文章题目下面的“出处……”。"
_OUT, _BACK = "不要新的", "恢复"


class ImportResults(QFrame):
    """A quiet panel below the article list. It asks once where the import was printed, and which
    of the articles that the library had already are to go.
    """

    tidy_requested = Signal(str)
    """Show this source where it is tidied."""
    article_requested = Signal(str)
    """Show this article."""
    delete_requested = Signal(object)
    """Delete the articles of these ids."""
    restore_requested = Signal(object)
    """Bring the articles of these ids back."""
    facts_given = Signal(object)
    """Where the sources were printed: a list of SourceFacts."""
    form_asked = Signal()
    """The form is opened again."""
    failed = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._asked: Asked | None = None
        self._files = self._pastes = self._articles = 0
        self._added: list[ImportResult] = []
        self._came: list[tuple[ImportResult, QLabel, QWidget]] = []
        self._is_low = self._is_asking = self._is_folded = self._is_answered = False
        self._room = _HEIGHT
        self.setProperty("ground", "window")
        self.fold = QPushButton()
        self.fold.setProperty("role", "link")
        self.fold.setCheckable(True)
        self.fold.setToolTip("收起，或者再打开")
        self.fold.toggled.connect(lambda _shown: self._unfold())
        self.cite = QPushButton("填写登在哪里…")
        self.cite.setProperty("role", "link")
        self.cite.setToolTip("报名、日期、版次；引用时要写出处")
        self.cite.clicked.connect(self._show_form)
        close = IconButton("x", "收起导入结果")
        close.clicked.connect(self._close)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch()
        head.addWidget(close)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        self._waiting: deque[ImportResult | Likeness] = deque()
        self._shown: list[QLabel] = []
        self._rows: list[QWidget] = []
        self._pairs: list[tuple[Likeness, QLabel, QPushButton]] = []
        self._scroll = GivingWay(self._lines)
        self._lines.setContentsMargins(GRID // 2, 0, GRID, 0)
        self._scroll.setAccessibleName("导入结果")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be scrolled with the keys
        self._scroll.setProperty("pane", "true")
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._go_on)
        bar.rangeChanged.connect(self._go_on)
        self.form = SourceForm(stacked=True)
        self.form.saved.connect(self._keep_facts)
        self.form.closed.connect(self._leave_form)
        self.form.closed.connect(self._scroll.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self.cite, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        self.hide()

    def show_results(self, results: Sequence[ImportResult]) -> None:
        """What asks for a look first: files that were refused, articles and files that the library
        had already; then a line for each other file.
        """
        self.form.settle()
        for old in self._rows:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._shown, self._rows, self._pairs, self._came = [], [], [], []
        self._waiting.clear()
        refused = [result for result in results if result.outcome is Outcome.REFUSED]
        others = [result for result in results if result.outcome is not Outcome.REFUSED]
        others.sort(key=lambda result: result.outcome is Outcome.ADDED and not any(result.printed))
        reprints = [likeness for result in results for likeness in result.alike]
        self._waiting.extend((*refused, *reprints, *others))
        self._scroll.verticalScrollBar().setValue(0)
        self._add_some()
        self._added = [result for result in results if result.outcome is Outcome.ADDED]
        self._pastes = sum(result.is_paste for result in results)
        self._files = len(results) - self._pastes
        self._articles = sum(each.articles for each in self._added)
        self._ask_facts([result.source_id for result in self._added])
        self.fold.setChecked(True)
        self._unfold()
        self.show()

    def give_room(self, height: int) -> None:
        """Take no more than a part of the column of the list, which is this high: where that is
        low, the form comes in place of the lines when asked for, or stays while one types in it.
        """
        self._is_low = height < _LOW
        self.form.keep_room(not self._is_low)
        focus = self.window().focusWidget()
        if focus is not None and self.form.isAncestorOf(focus):
            self._is_asking = True
        self._room = min(_HEIGHT, height // _SHARE)
        self._unfold()

    def _unfold(self) -> None:
        """Show what there is room for."""
        shown, asks = self.fold.isChecked(), self._asked is not None and self._articles > 0
        self._tell_counts()
        form = asks and (self._is_asking or not self._is_low) and not self._is_folded
        self.form.setVisible(shown and form)
        self.cite.setVisible(shown and asks and not form)
        self._scroll.setVisible(shown and not (form and self._is_low))
        self._scroll.setMaximumHeight(self._room * (1 if form or self._is_low else 2))

    def fold_form(self) -> None:
        """Take what was typed, and let the form be opened again: another one is opened."""
        self.form.settle()
        self._is_folded = self._asked is not None
        self._unfold()

    def _show_form(self) -> None:
        if self._is_folded:
            self.form_asked.emit()
            self._ask_facts([result.source_id for result in self._added])
        self._is_asking = True
        self._unfold()
        self.form.newspaper.setFocus()

    def _close(self) -> None:
        self.settle()
        self.hide()

    def doubt(self) -> QWidget | None:
        """As of the form, which is in sight then."""
        field = self.form.doubt()
        if field is not None:
            self.fold.setChecked(True)
            self._show_form()
        return field

    def settle(self) -> None:
        """Take what was typed into the form, which does not come back."""
        self.form.settle()
        self._asked = None
        self._unfold()

    def _leave_form(self) -> None:
        """Put the form away; where nothing was answered, the way back stays in sight."""
        self._is_folded = self._asked is not None and not self._is_answered
        if self._is_folded:
            self.form.told.emit(_LATER)
        else:
            self._asked = None
        self._unfold()

    def tell_packet(self, name: str, found: object) -> None:
        """A line for a packet file that was among the files, and what came of opening it."""
        while self._waiting:  # it comes last
            self._add_some()
        self._add_line(outcomes.packet_file_sentence(name, found), [])
        self._files += 1
        self.fold.setChecked(True)
        self._unfold()
        self.show()

    def _tell_counts(self) -> None:
        mark = "▴" if self.fold.isChecked() else "▾"
        pasted = f"粘贴 {self._pastes} 次" if self._pastes > 1 else "粘贴的文字"
        read = (f"{self._files} 个文件" if self._files else "", pasted if self._pastes else "")
        self.fold.setText(
            f"导入结果：{'、'.join(filter(None, read))}，{self._articles} 篇文章 {mark}"
        )

    def _go_on(self) -> None:
        """Add lines where the last ones come into sight."""
        bar = self._scroll.verticalScrollBar()
        if self._waiting and bar.value() + bar.pageStep() >= bar.maximum():
            self._add_some()

    def _add_some(self) -> None:
        begin = len(self._pairs)
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            told = self._waiting.popleft()
            if isinstance(told, Likeness):
                self._add_likeness(told)
            else:
                self._add_result(told)
        self._look_at(self._pairs[begin:])

    def _add_result(self, result: ImportResult) -> None:
        sentence = f"{_SIGNS[result.outcome]} {outcomes.import_sentence(result)}"
        ways: list[tuple[str, str, Callable[[], object]]] = []
        if result.problems or result.by_hand or any(result.printed):
            tip = f"对照原文，整理“{result.name}”"
            ways = [("去整理", tip, partial(self.tidy_requested.emit, result.source_id))]
        line = self._add_line(sentence, ways)
        if result.articles:
            self._came.append((result, line, self._rows[-1]))

    def _add_line(
        self, sentence: str, ways: Sequence[tuple[str, str, Callable[[], object]]]
    ) -> QLabel:
        """A line, and behind it what can be done: name, tip, and what does it."""
        row, line = QWidget(), QLabel(_breakable(sentence))
        line.setWordWrap(True)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        buttons = QHBoxLayout()
        layout.addLayout(buttons)
        for name, tip, do in ways:
            button = QPushButton(name)
            button.setProperty("role", "link")
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, do=do: do())
            buttons.addWidget(button)
        buttons.addStretch()
        self._lines.insertWidget(len(self._rows), row)
        self._shown.append(line)
        self._rows.append(row)
        return line

    # --- what the library had already ----------------------------------------------------------

    def _add_likeness(self, likeness: Likeness) -> None:
        """A pair of articles; both stay unless the user has the new one deleted."""

        def turn() -> None:
            out = button.text() == _BACK
            (self.restore_requested if out else self.delete_requested).emit([likeness.article_id])

        look = partial(self.article_requested.emit, likeness.other_id)
        line = self._add_line(
            f"≈ {outcomes.likeness_sentence(likeness)}",
            [
                ("看已有的", "打开资料库里原有的那一篇", look),
                (_OUT, "刚导入的这一篇移到回收站，可以恢复；不点就两篇都留着", turn),
            ],
        )
        button = self._rows[-1].findChildren(QPushButton)[-1]
        self._pairs.append((likeness, line, button))

    def look_again(self) -> None:
        """Tell which of the new articles are still there, and let the others be brought back; and
        how many doubts are left.
        """
        if self.isHidden():
            return
        self._look_at(self._pairs)
        sources = [result.source_id for result in self._added]
        try:
            there, doubts = self._library.ids_of(sources), self._library.doubts_of(sources)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            self._count(Counter(map(source_id_of, there)), Counter(doubts))

    def _count(self, left: Counter[str], doubts: Counter[str]) -> None:
        """Say of pages whose articles are all gone, to the trash or for good, that they are."""
        self._articles = sum(min(each.articles, left[each.source_id]) for each in self._added)
        for result, line, row in self._came:
            sentence = f"－ “{result.name}”：文章已删除。"
            if left[result.source_id]:
                now = replace(result, problems=doubts[result.source_id])
                sentence = f"{_SIGNS[result.outcome]} {outcomes.import_sentence(now)}"
            line.setText(_breakable(sentence))
            for button in row.findChildren(QPushButton):
                button.setVisible(left[result.source_id] > 0)
        self._unfold()

    def _look_at(self, pairs: Sequence[tuple[Likeness, QLabel, QPushButton]]) -> None:
        try:
            there = [self._library.number(each.article_id) > 0 for each, *_ in pairs]
            others = [self._library.number(each.other_id) for each, *_ in pairs]
            known = self._library.summaries(others)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        for (likeness, line, button), is_there, other in zip(pairs, there, others, strict=True):
            button.setText(_OUT if is_there else _BACK)
            told = _as_known(likeness, known[other]) if other in known else likeness
            sentence = f"≈ {outcomes.likeness_sentence(told)}"
            line.setText(_breakable(sentence) if is_there else "✓ 新的一篇不要了，已删除。")

    # --- where it was printed ------------------------------------------------------------------

    def _ask_facts(self, source_ids: Sequence[str]) -> None:
        self._asked, self._is_asking, self._is_folded = None, False, False
        self._is_answered = False
        self.form.hide()
        if not source_ids:
            return
        try:
            asked = ask_about(self._library, source_ids)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if asked is not None:
            self._asked = asked
            files = (
                "这次导入登在哪里？"
                if len(source_ids) == 1
                else (f"这 {len(source_ids)} 个文件登在哪里？")
            )
            self.form.ask(f"{files}引用时要写出处。", asked)

    def _keep_facts(self, newspaper: str, published: date | None, page: str) -> None:
        if self._asked is not None:
            replaces = self.form.replaces.isChecked()
            told = self._asked.answered(newspaper, published, page, replaces=replaces)
            self._is_answered = True
            self.facts_given.emit(told)
            self._came = [
                (replace(result, printed=("", None)), line, row) for result, line, row in self._came
            ]
            self.look_again()

    def lines(self) -> list[str]:
        """What is being said, line by line, so far as one has looked."""
        return [line.text().replace(_BREAK, "") for line in self._shown]


def _as_known(likeness: Likeness, other: ArticleSummary) -> Likeness:
    """With where the other article was printed, which may have been filled in since."""
    day = other.published.isoformat() if other.published else None
    name = source_name(other.newspaper, day, other.page, None, other.source_name)
    return replace(likeness, other_source=name)


def _breakable(sentence: str) -> str:
    """Let a file's name go on in the next line, however long it is."""
    return _UNBROKEN.sub(lambda name: name[0] + _BREAK, sentence)
