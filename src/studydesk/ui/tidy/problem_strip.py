"""The strip above 整理: what is doubtful on the page, one at a time, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from studydesk.domain.article import Problem, ProblemKind, Severity, Span
from studydesk.ui.icons import IconButton
from studydesk.ui.key_names import native
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.remedies import Remedy
from studydesk.ui.words import outcomes

_ROLES = {Severity.RED: "red", Severity.AMBER: "amber", Severity.GREY: "muted"}


class ProblemStrip(QFrame):
    """Steps through problems, round and round. Which one is shown stays, as long as it is open."""

    shown = Signal(object)
    """Go to this problem."""
    settled = Signal(object)
    """The user has looked at this problem."""
    remedy_wanted = Signal(int)
    """Do the remedy of this number against the problem that is shown."""
    step_wanted = Signal(int)
    """Go to the next (1) or the previous (-1) problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAccessibleName("存疑之处")
        self.problems: Sequence[Problem] = ()
        self._new: frozenset[tuple[ProblemKind, Span]] = frozenset()
        self.remedies: Sequence[Remedy] = ()
        self.find_remedies: Callable[[Problem], Sequence[Remedy]] = lambda _problem: ()
        self._here = self._between = -1
        self._elsewhere = 0
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = self.count.fontMetrics().horizontalAdvance("999 处存疑")
        self.count.setMinimumWidth(widest)  # the buttons beside it stay below the mouse
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAccessibleName("存疑之处")
        self._back = IconButton("chevron-left", f"上一处存疑（{native('Shift+F8')}）")
        self._on = IconButton("chevron-right", "下一处存疑（F8）")
        self.remedy, self.other_remedy = QPushButton(), QPushButton()
        self.remedy.setMinimumWidth(14 * GRID)
        self.settle = QPushButton("看过了 F9")
        self.settle.setToolTip(
            "没有问题，或者不用改：不再提示这一处（可以撤消；以后在菜单“整理”的“存疑”里“再看看过的存疑”）"
        )
        self._lay_out()
        self._back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._on.clicked.connect(lambda: self.step_wanted.emit(1))
        self.remedy.clicked.connect(lambda: self.remedy_wanted.emit(0))
        self.other_remedy.clicked.connect(lambda: self.remedy_wanted.emit(1))
        self.settle.clicked.connect(self._settle)
        self.show_problems(())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        for widget, stretch in (
            (self._back, 0),
            (self.count, 0),
            (self._on, 0),
            (self.sentence, 1),
            (self.remedy, 0),
            (self.other_remedy, 0),
            (self.settle, 0),
        ):
            row.addWidget(widget, stretch)
        self.setMinimumHeight(6 * GRID)

    @property
    def problem(self) -> Problem | None:
        """The problem that is shown."""
        return self.problems[self._here] if 0 <= self._here < len(self.problems) else None

    def is_new(self, problem: Problem) -> bool:
        """Whether what was done last of all has made this problem, and no step was gone since."""
        return (problem.kind, problem.span) in self._new

    def show_problems(self, problems: Sequence[Problem], *, afresh: bool = False) -> None:
        """Show these problems, from none `afresh` or else where the last one was."""
        old, before = self.problem, self.problems[: max(self._here, 0)]
        self._new = _places(problems) - _places(self.problems) or self._new
        self.problems = problems
        if afresh:
            self._here, self._new = -1, frozenset()
        elif old is not None:
            known = [(problem.kind, problem.span) for problem in problems]
            if (old.kind, old.span) in known:
                self._here = known.index((old.kind, old.span))
            else:  # settled: the next step goes to the one behind it
                self._here = -1
                self._between = sum((each.kind, each.span) in known for each in before)
        self._tell()

    def tell_elsewhere(self, problems: int) -> None:
        """Where none is here, say how many are in other sources; the arrows lead there."""
        self._elsewhere = problems
        self._tell()

    def stand_at(self, problem: Problem) -> bool:
        """Show this problem, where it is among the others."""
        known = [(each.kind, each.span) for each in self.problems]
        if (problem.kind, problem.span) not in known:
            return False
        self._here, self._between = known.index((problem.kind, problem.span)), -1
        self._tell()
        return True

    def stand_before(self, place: int) -> None:
        """Let the next step go to the problem of this number, from 0, or to the one before it."""
        self._between = place

    def step(self, step: int) -> None:
        """Show the next (1) or the previous (-1) problem."""
        self._new = frozenset()
        if self.problems:
            here = self._here if self._here >= 0 or step > 0 else 0
            if self._between >= 0:
                here, self._between = self._between - (step > 0), -1
            self._here = (here + step) % len(self.problems)
            self._tell()
            self.shown.emit(self.problem)

    def _settle(self) -> None:
        """The keys stay with the button, so that the next problem is settled as this one was."""
        had_keys = self.settle.hasFocus()
        if self.problem is not None:
            self.settled.emit(self.problem)
        if had_keys and self.settle.isVisible():
            self.settle.setFocus()

    def _warnings(self) -> str:
        """What the remedies touch besides, said before one is taken."""
        warnings = [each.warning for each in self.remedies if each.is_done]
        if len(set(warnings)) == 1:  # no need to say which
            return f"改动{warnings[0]}。" if warnings[0] else ""
        named = (f"“{each.text}”{each.warning}。" for each in self.remedies if each.warning)
        return "".join(named)

    def _tell(self) -> None:
        problem, total = self.problem, len(self.problems)
        self.count.setText(f"{self._here + 1}/{total}" if problem else f"{total} 处存疑")
        self.count.setVisible(total > 0)
        for button in (self._back, self._on):
            there = total > 0 or self._elsewhere > 0
            if not there and button.hasFocus():
                self.setFocus()  # Qt would give the keys to what stands next in the window
            button.setVisible(there)
        self.remedies = self.find_remedies(problem) if problem else ()
        acts = [(self.settle, problem is not None)]
        offers = ((self.remedy, "Shift+F9"), (self.other_remedy, "Ctrl+F9"))
        for number, (offer, keys) in enumerate(offers):
            remedy = self.remedies[number] if number < len(self.remedies) else None
            size = f" {remedy.size}" if remedy and remedy.size else ""
            offer.setText(f"{remedy.text}{size} {native(keys)}" if remedy else "")
            offer.setToolTip(f"{remedy.tip}（可以撤消）" if remedy else "")
            acts.append((offer, remedy is not None))
        for acting, shown in acts:
            if not shown and acting.hasFocus():  # Enter must not do to another place what it did
                (self._on if total else self).setFocus()
            acting.setVisible(shown)
        if problem:
            self.sentence.setText(outcomes.problem_sentence(problem) + self._warnings())
        elif total:
            self.sentence.setText("按 F8 逐处查看：左边是原始版面，右边是认出的文章。")
        elif self._elsewhere:
            others = f"还有 {self._elsewhere} 处在别的来源，按 F8 去下一个。"
            self.sentence.setText(f"✓ 这个来源没有存疑之处；{others}")
        else:
            self.sentence.setText("✓ 没有存疑之处。")
        role = _ROLES[problem.severity] if problem else "muted"
        self.sentence.setProperty("role", role)
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)


def _places(problems: Sequence[Problem]) -> frozenset[tuple[ProblemKind, Span]]:
    """What is doubtful, and where; the articles may have got other numbers."""
    return frozenset((each.kind, each.span) for each in problems)
