"""The page being tidied: no reading of it, however late, takes back what was done meanwhile."""

from collections.abc import Collection, Iterator, Sequence
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain.tidying import SetAside, Tidying
from studydesk.errors import DiskFull
from studydesk.library import Library
from studydesk.services import tidying
from studydesk.services.reattaching import Strayed
from studydesk.services.tidying import Tidied, TidiedPage
from studydesk.ui.jobs import Jobs
from studydesk.ui.tidy.current_source import CurrentSource


@pytest.fixture
def current(library: Library, qtbot: QtBot) -> Iterator[CurrentSource]:
    """The first source of the library, opened."""
    jobs = Jobs()
    current = CurrentSource(library, jobs)
    with qtbot.waitSignal(current.opened, timeout=20_000):
        current.open(library.sources()[0].id)
    yield current
    current.flush()
    jobs.stop()


class Held:
    """Pages are read, and steps kept, only once `free` is set; `read` tells that one was read."""

    def __init__(self) -> None:
        self.free, self.read, self.full = Event(), Event(), Event()

    def reading(self, library: Library, source_id: str) -> TidiedPage:
        """Read at once, and hand it over late."""
        page = tidying.tidied_page(library, source_id)
        self.read.set()
        self.free.wait(10)
        return page

    def keeping(
        self,
        library: Library,
        source_id: str,
        operations: Sequence[Tidying],
        trashed: Collection[str] | None,
        strayed: Strayed | None,
    ) -> Tidied:
        """Keep late, or not at all while the disk is `full`."""
        self.free.wait(10)
        if self.full.is_set():
            raise DiskFull(library.folder)
        return tidying.tidy(library, source_id, operations, trashed, strayed)


@pytest.fixture
def held(current: CurrentSource, monkeypatch: pytest.MonkeyPatch) -> Held:
    """From the first page on, everything is late."""
    held = Held()
    monkeypatch.setattr("studydesk.ui.tidy.current_source.tidied_page", held.reading)
    monkeypatch.setattr("studydesk.ui.tidy.current_source.tidy", held.keeping)
    return held


def set_aside(current: CurrentSource) -> None:
    """Do one step: the last block of the first article is none of it."""
    assert current.page is not None
    article = current.page.recovery.articles[0]
    assert current.do("不属于正文", SetAside(article.blocks[-1].spans[0][0]))


def is_kept(current: CurrentSource, library: Library, qtbot: QtBot) -> bool:
    """Whether the page shown is the page kept, once all is quiet."""
    qtbot.waitUntil(lambda: not current.opening and not current._jobs.busy, timeout=20_000)
    assert current.flush()
    assert current.page is not None
    return library.operations(current.source_id) == current.page.operations


def test_a_step_outlives_a_reading_that_began_before_it(
    current: CurrentSource, library: Library, held: Held, qtbot: QtBot
) -> None:
    current.open(current.source_id)
    assert held.read.wait(10)
    set_aside(current)
    held.free.set()
    assert is_kept(current, library, qtbot)
    assert current.page is not None
    assert len(current.page.operations) == 1


def test_a_reading_from_before_a_step_is_not_taken_for_one_asked_for_after_it(
    current: CurrentSource, library: Library, held: Held, qtbot: QtBot
) -> None:
    shown: list[int] = []
    current.opened.connect(lambda page: shown.append(len(page.operations)))
    current.open(current.source_id)
    assert held.read.wait(10)
    set_aside(current)
    current.open(current.source_id)
    held.free.set()
    assert is_kept(current, library, qtbot)
    assert shown == [1]


def test_a_page_asked_for_twice_is_opened_once(
    current: CurrentSource, held: Held, qtbot: QtBot
) -> None:
    opened: list[object] = []
    current.opened.connect(opened.append)
    current.open(current.source_id)
    current.open(current.source_id)
    held.free.set()
    qtbot.waitUntil(lambda: not current._jobs.busy, timeout=20_000)
    assert len(opened) == 1


def test_a_step_not_kept_yet_is_kept_before_its_page_is_read_again(
    current: CurrentSource, library: Library, held: Held, qtbot: QtBot
) -> None:
    first, second = (source.id for source in library.sources()[:2])
    set_aside(current)
    current.open(second)
    current.open(first)
    held.free.set()
    assert is_kept(current, library, qtbot)
    assert current.source_id == first
    assert current.page is not None
    assert len(current.page.operations) == 1


def test_a_step_that_could_not_be_kept_is_kept_when_its_page_is_asked_for_again(
    current: CurrentSource, library: Library, held: Held, qtbot: QtBot
) -> None:
    first, second = (source.id for source in library.sources()[:2])
    held.free.set()
    held.full.set()
    with qtbot.waitSignal(current.save_failed):
        set_aside(current)
    with qtbot.waitSignal(current.opened, timeout=20_000):
        current.open(second)
    with qtbot.waitSignal(current.save_failed):
        current.open(first)
    assert not current.opening
    held.full.clear()
    with qtbot.waitSignal(current.opened, timeout=20_000):
        current.open(first)
    assert is_kept(current, library, qtbot)
    assert current.page is not None
    assert len(current.page.operations) == 1


def test_what_came_of_a_step_is_told_before_flush_is_over(
    current: CurrentSource, library: Library
) -> None:
    told: list[Tidied] = []
    current.kept.connect(lambda tidied, _moment: told.append(tidied))
    set_aside(current)
    current._saving._jobs.wait()
    assert current.flush()
    assert [len(tidied.page.operations) for tidied in told] == [1]


def test_a_page_that_could_not_be_read_can_be_asked_for_again(
    current: CurrentSource, library: Library, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(current.failed):
        current.open("gone")
    with qtbot.waitSignal(current.failed):
        current.open("gone")
