"""Only the latest question is answered, one at a time."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studydesk.errors import Cancelled, SourceEmpty
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest


class Asker(QObject):
    """Asks what is in `question`; the first answer waits until it is let go."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.question, self.let_go = "", Event()
        self.answers, self.failures = list[str](), list[Exception]()
        self.latest = Latest(jobs, self._begin, 0, self)

    def ask(self, question: str) -> None:
        self.question = question
        self.latest.ask()

    def _begin(self) -> None:
        self.latest.run(
            self._answer, self.question, done=self.answers.append, failed=self.failures.append
        )

    def _answer(self, _progress: Progress, question: str) -> str:
        self.let_go.wait(10)
        if question == "错":
            raise SourceEmpty("空.txt")
        if question == "停":
            raise Cancelled
        return question


@pytest.fixture
def asker(qapp: object) -> Iterator[Asker]:
    jobs = Jobs()
    asker = Asker(jobs)
    yield asker
    asker.let_go.set()
    jobs.stop()


@pytest.mark.parametrize("first", ["甲", "错", "停"])
def test_what_is_asked_meanwhile_is_answered_instead(
    asker: Asker, qtbot: QtBot, first: str
) -> None:
    asker.ask(first)
    qtbot.waitUntil(lambda: asker.latest._job is not None)
    asker.ask("乙")
    asker.let_go.set()
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert (asker.answers, asker.failures) == (["乙"], [])


@pytest.mark.parametrize("first", ["甲", "错", "停"])
def test_after_every_outcome_it_can_be_asked_again(asker: Asker, qtbot: QtBot, first: str) -> None:
    asker.let_go.set()
    asker.ask(first)
    qtbot.waitUntil(lambda: not asker.latest.busy)
    asker.ask("乙")
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert asker.answers[-1] == "乙"


def test_a_failure_is_told(asker: Asker, qtbot: QtBot) -> None:
    asker.let_go.set()
    asker.ask("错")
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert [type(error) for error in asker.failures] == [SourceEmpty]


def test_nothing_is_begun_at_rest(asker: Asker) -> None:
    asker.ask("甲")
    asker.latest.rest()
    assert not asker.latest.busy
    assert not asker.latest._timer.isActive()
