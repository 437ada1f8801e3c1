"""What 整理 does to words: correct them, take that back, supply what the page lacks."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import BlockKind, Problem, ProblemKind, Span
from studydesk.domain.tidying import Correct, Settle, Supply
from studydesk.ui.block_kinds import KIND_NAMES
from studydesk.ui.key_names import native
from studydesk.ui.tidy.choice import TidyChoice
from studydesk.ui.tidy.repeats import copies
from studydesk.ui.tidy.words import differences, reach, shortened


class WordCommands(QObject):
    """Each method is a command of the user."""

    words_wanted = Signal(str, str, object, int)
    """Ask the user for words: what for, what stands there, a function that takes them, and before
    which character the caret goes; below 0 all of them are selected.
    """
    supplies_wanted = Signal()
    """Ask the user which part of the head is to be supplied."""
    told = Signal(str)
    """A sentence about what was done."""

    def __init__(self, choice: TidyChoice) -> None:
        super().__init__(choice)
        self._choice, self._articles = choice, choice.articles

    def correct(self) -> None:
        """Ask how the selected characters, or the sentence of the caret, should read."""
        chosen = self._articles.chosen()
        row = chosen.rows[0] if chosen.rows else None
        if row is None or len(chosen.rows) > 1 or (row.is_printed and row.is_furniture):
            self._choice.refuse("请在一段文字里选中要改的字。")
            return
        if row.is_name:
            return
        if not row.is_printed:
            self.supply(row.kind or BlockKind.TITLE)
            return
        first, last = reach(row, chosen.start, chosen.end)
        old = row.text[first:last]
        known = [
            Span(fix.start - first, fix.start - first + len(fix.text)) for fix in row.corrections
        ]

        def take(new: str) -> None:
            changes = []
            for start, end, text in differences(old, new, known):
                places = row.places[first + start : first + end]
                changes.append(Correct(min(places), max(places) + 1, text))
            done = bool(changes) and self._choice.do("改字", *changes)
            if done:
                ends = row.places[last - 1], changes[-1].end - 1
                self._articles.go_behind(ends[0 if chosen.has_selection else 1])
            if done and not any(change.text for change in changes):
                gone = len(old) - len(" ".join(new.split()))
                self.told.emit(f"已删去 {gone} 个字，{native('Ctrl+Z')} 恢复。")

        here = row.places.index(chosen.start) if chosen.start in row.places else last
        caret = -1 if chosen.has_selection else here - first
        self.words_wanted.emit(f"把“{shortened(old)}”改成", old, take, caret)

    def corrections(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """The corrections of the chosen rows: what is printed, what stands there now, and what
        takes them back.
        """
        for row in self._articles.chosen().rows:
            for fix in row.corrections:
                yield fix.original, fix.text, partial(self.revert, *fix.span, fix.original)

    def revert(self, start: int, end: int, original: str) -> None:
        """Take a correction back."""
        self._choice.do("改回原文", Correct(start, end, original))

    def revert_chosen(self) -> None:
        """Take back the corrections among the chosen characters, that of the caret, or where there
        is none there, all of the chosen rows.
        """
        chosen = self._articles.chosen()
        known = [fix for row in chosen.rows for fix in row.corrections]
        here = [
            fix
            for fix in known
            if fix.span.start <= max(chosen.start, chosen.end - 1) and chosen.start < fix.span.end
        ]
        back = [Correct(*fix.span, fix.original) for fix in here or known]
        if not back:
            self._choice.refuse("这一段没有改过字。")
        else:
            self._choice.do("改回原文", *back)

    def supply(self, kind: BlockKind, at: int | None = None) -> None:
        """Ask for a part of the head of the article at an offset, or of the caret."""
        choice = self._choice
        article_id = choice.article_here() if at is None else choice.article_of(at)
        numbers = choice.rows.of_article(article_id)
        if not numbers or not article_id:
            return
        place = choice.rows[numbers[0]].at
        known = (
            row.text
            for row in choice.rows
            if row.article_id == article_id and row.kind is kind and not row.is_printed
        )
        name = KIND_NAMES[kind]

        def take(words: str) -> None:
            if choice.do(f"补{name}", Supply(place, kind, words)):
                self._articles.go_to(place)

        number = [known_id for known_id, _ in choice.articles_named()].index(article_id) + 1
        self.words_wanted.emit(f"补上文章 {number} 的{name}", next(known, ""), take, -1)

    def settle(self, problem: Problem) -> None:
        """The user has looked at a problem; of what the page has twice, at both places."""
        doubts, raw = [problem], self._choice.raw_text
        if problem.kind is ProblemKind.REPEATED:
            doubts = copies(raw, self._choice.problems, problem)
        settled = (Settle(each.span.start, each.kind) for each in doubts)
        self._choice.do("标为看过", *settled, about=problem)
