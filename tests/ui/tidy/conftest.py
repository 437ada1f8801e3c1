"""The page 整理 on the library of the seeds, and a way to say what a user does on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Problem, Recovery, Source
from studydesk.library import Library
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.pages.tidy import TidyPage
from studydesk.ui.theme import Appearance
from studydesk.ui.tidy.rows import Row
from studydesk.ui.utf16 import shown

INTERLEAVED = 4
"""The number of the seed on which three articles run into one another."""


@dataclass
class Tidying:
    """The page 整理, and what its user sees and does."""

    qtbot: QtBot
    library: Library
    packet: CurrentPacket
    page: TidyPage
    told: list[str]
    failures: list[Exception]

    @property
    def source(self) -> Source:
        """The source that is being tidied."""
        assert self.page.current.page is not None
        return self.page.current.page.source

    @property
    def recovery(self) -> Recovery:
        """What the page is by now."""
        assert self.page.current.page is not None
        return self.page.current.page.recovery

    @property
    def raw(self) -> str:
        """The raw text."""
        return self.source.raw

    def rows(self) -> list[Row]:
        """Everything on the right side."""
        return list(self.page.articles.rows)

    def row(self, words: str) -> Row:
        """The first row that has these words, apart from names."""
        return next(row for row in self.rows() if words in row.text and not row.is_name)

    def beside(self, words: str) -> str:
        """The title of the article that has these words."""
        article_id = self.row(words).article_id
        return next(a.title for a in self.recovery.articles if a.id == article_id)

    def put_caret(self, words: str) -> None:
        """Click before words on the right side."""
        row = self.row(words)
        self.page.articles.go_to(row.places[row.text.index(words)])

    def select(self, words: str) -> None:
        """Select words on the right side."""
        row = self.row(words)
        first = row.text.index(words)
        self.page.articles.select(row.places[first], row.places[first + len(words) - 1] + 1)

    def press(self, *keys: str) -> None:
        """Press keys in the articles."""
        for key in keys:
            QTest.keySequence(self.page.articles, QKeySequence(key))

    def step_to(self, fits: Callable[[Problem], bool]) -> Problem:
        """Press F8 up to a doubt that fits; round the page at most once."""
        strip = self.page.strip
        for _ in strip.problems:
            if strip.problem is None or not fits(strip.problem):
                self.press("F8")
        assert strip.problem is not None
        assert fits(strip.problem)
        return strip.problem

    def write(self, words: str) -> None:
        """Write into the field that floats over the text, and press Enter."""
        assert self.page.words.isVisible()
        self.page.words.line.setText(words)
        QTest.keyClick(self.page.words.line, Qt.Key.Key_Return)

    def undo(self) -> None:
        """One step back."""
        self.page.current.history.undo()

    def redo(self) -> None:
        """One step forth."""
        self.page.current.history.redo()

    def saved(self) -> None:
        """Wait until the library has it."""

        def same() -> bool:
            page = self.page.current.page
            return page is not None and (
                self.library.operations(page.source.id) == page.operations
                and self.page.current.flush()
                and not self.page._jobs.busy
            )

        self.qtbot.waitUntil(same, timeout=20_000)

    def is_whole(self) -> bool:
        """Whether the right side shows what the page is, each character of it once."""
        document = self.page.articles.document()
        lines = [document.findBlockByNumber(n).text() for n in range(document.blockCount())]
        held = sorted(at for row in self.rows() for span in row.spans for at in range(*span))
        printed = [at for at in range(len(self.raw)) if not self.raw[at].isspace()]
        once = [at for at in held if not self.raw[at].isspace()]
        return lines == [shown(row.text) for row in self.rows()] and once == printed


@pytest.fixture
def tidying(
    qtbot: QtBot, library: Library, jobs: Jobs, appearance: Appearance
) -> Iterator[Tidying]:
    """The interleaved page on the tidy desk, caret in its first row."""
    packet = CurrentPacket(library)
    packet.open(library.packet(library.packets()[0].id))
    page = TidyPage(library, packet, jobs)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    told: list[str] = []
    failures: list[Exception] = []
    page.message.connect(told.append)
    page.offered.connect(lambda sentence, _take_back: told.append(sentence))
    page.failed.connect(failures.append)
    page.restore({"source": library.sources()[INTERLEAVED].id})
    with qtbot.waitSignal(page.current.opened, timeout=20_000), qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.articles.setFocus()
    yield Tidying(qtbot, library, packet, page, told, failures)
    page.hide()
    page.current.flush()
    packet.flush()
    jobs.stop()
