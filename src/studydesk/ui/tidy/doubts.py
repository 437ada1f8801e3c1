"""Steps through the doubts of a page: to the next one, 看过了, or what is offered against it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import Problem
from studydesk.services.tidying import TidiedPage
from studydesk.ui.key_names import native
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.problem_strip import ProblemStrip
from studydesk.ui.tidy.remedies import Remedies
from studydesk.ui.tidy.table import TidyTable
from studydesk.ui.tidy.which_source import WhichSource


class Doubts(QObject):
    """Each method is what a key or a button of the strip does."""

    message = Signal(str)
    """A sentence for the status line."""

    def __init__(
        self, current: CurrentSource, strip: ProblemStrip, table: TidyTable, which: WhichSource
    ) -> None:
        super().__init__(strip)
        self._current, self._strip, self._which = current, strip, which
        self._sides, self._articles, self._table = table.sides, table.articles, table
        self._remedies = Remedies(current, table.commands)
        self._await_none()
        strip.find_remedies = self._remedies.of
        strip.shown.connect(self.go_to)
        strip.settled.connect(self._settle)
        strip.remedy_wanted.connect(self.remedy)
        strip.step_wanted.connect(self.step)
        current.stepped.connect(lambda doubt, _moved: self._come_back(doubt))
        current.failed.connect(lambda _error: self._await_none())
        self._looks_again = False
        current.history_moved.connect(self._forget_look)
        current.kept.connect(lambda tidied, _moment: self._tell_listed(tidied.page))

    def go_to(self, problem: Problem) -> None:
        """Show a problem on both sides, the keys with the articles."""
        self._sides.go_to(problem.span)
        focus = self._strip.window().focusWidget()
        if focus is None or not self._strip.isAncestorOf(focus):
            self._articles.setFocus()

    def leave(self) -> None:
        """Stand at no doubt: the text shows what was taken back; no remedy for what is unseen."""
        self._strip.show_problems(self._strip.problems, afresh=True)
        self._sides.mark_problem(None)

    def _come_back(self, problem: Problem | None) -> None:
        """Stand at the doubt again that the step answers which was taken back."""
        self.leave()
        if problem is not None and self._strip.stand_at(problem):
            self._sides.go_to(problem.span)

    def step(self, step: int) -> None:
        """Go on from the problem shown while the caret is there, else from the caret, or source;
        in a source that is being opened, once it is.
        """
        strip, articles = self._strip, self._articles
        if self._is_opening() or not strip.problems:
            self._step_elsewhere(step)
            return
        problem, here = strip.problem, articles.here()
        if problem is None or articles.rows.number_at(problem.span.start) != here:
            strip.stand_before(self._passed(step))
        strip.step(step)

    def _passed(self, step: int) -> int:
        """How many doubts the caret is behind; one right before it that a step has just made, such
        as by parting a row there, is still to come.
        """
        articles, caret = self._articles, self._articles.textCursor().selectionStart()
        page, here = self._current.page, articles.offset_at(caret)
        printed = len(page.source.raw[:here].rstrip()) if page and here >= 0 and step > 0 else 0
        return sum(
            articles.position_of(each.span.start) < caret
            and not (self._strip.is_new(each) and printed <= each.span.end <= here)
            for each in self._strip.problems
        )

    def _is_opening(self) -> bool:
        return bool(self._current.opening) or not self._which.is_listed

    def _step_elsewhere(self, step: int) -> None:
        if self._is_opening() or self._which.go_to_doubt(step):
            self._awaited = self._current.opening, step
            self.message.emit("正在打开来源，打开后就到存疑的地方。")
        else:
            self.message.emit("没有存疑之处。")

    def step_awaited(self) -> None:
        """Do the step that was asked for while the source that is shown now was being opened."""
        (source_id, step), self._awaited = self._awaited, ("", 0)
        if step and source_id in {"", self._current.source_id}:
            self.message.emit("")
            if self._strip.problems:  # else on and on, from source to source
                self.step(step)

    def _await_none(self) -> None:
        self._awaited = "", 0

    def settle_here(self) -> None:
        """The doubt that is shown was looked at; where none is, say so."""
        if self._strip.problem is not None:
            self._strip.settle.click()
        else:
            self._tell_none()

    def _settle(self, problem: Problem) -> None:
        """Nothing is to be done here: go on to the next place at once."""
        had_remedy = bool(self._strip.remedies)
        self._table.commands.words.settle(problem)
        self._strip.step(1)
        left = "，没有照提示改" if had_remedy else ""
        self.message.emit(f"上一处标为看过{left}；{native('Ctrl+Z')} 退回那一处。")

    def look_again(self) -> None:
        """List those, too, that were looked at; they are there, and it is said, once it is kept."""
        self._current.look_again("再看看过的存疑")
        self._looks_again = True

    def _forget_look(self) -> None:
        self._looks_again = False

    def _tell_listed(self, page: TidiedPage) -> None:
        if self._looks_again and not page.has_settled:
            self._forget_look()
            self.message.emit(f"标为看过的存疑又都列出来了，按 F8 去看；{native('Ctrl+Z')} 撤消。")

    def remedy_here(self, number: int) -> None:
        """Do the first (0) or the other thing (1) that is offered; where nothing is, say so."""
        if self._strip.problem is None:
            self._tell_none()
        elif number < len(self._strip.remedies):
            self.remedy(number)
        else:
            self.message.emit("这一处没有别的办法可选，请在右边动手改，或者按 F9。")

    def remedy(self, number: int) -> None:
        """Do what helps, in sight of it; where that is all, stay, so that it can be looked at."""
        problem, remedies = self._strip.problem, self._strip.remedies
        if problem is None:
            return
        known = self._current.page
        self._sides.go_to(problem.span)
        remedies[number].do()
        if remedies[number].is_done and self._current.page is not known:
            self.leave()
            self._sides.bring_raw()

    def _tell_none(self) -> None:
        there = bool(self._strip.problems)
        self.message.emit("先按 F8 到一处存疑。" if there else "这一页没有存疑了。")

    def steps(self) -> tuple[tuple[str, str, partial[None]], ...]:
        """What the menu lists: its name, its key, and what it does."""
        return (
            ("下一处存疑", "F8", partial(self.step, 1)),
            ("上一处存疑", "Shift+F8", partial(self.step, -1)),
            ("这一处看过了", "F9", partial(self.settle_here)),
            ("照提示改", "Shift+F9", partial(self.remedy_here, 0)),
            ("照另一种提示改", "Ctrl+F9", partial(self.remedy_here, 1)),
        )
