"""The page being tidied: no reading of it, however late, takes back what was done meanwhile."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain.tidying import SetAside
from studydesk.library import Library
from studydesk.ui.current_source import CurrentSource
from studydesk.ui.jobs import Jobs


@pytest.fixture
def current(library: Library, qtbot: QtBot) -> Iterator[CurrentSource]:
    """The first source of the library, opened."""
    jobs = Jobs()
    current = CurrentSource(library, jobs)
    with qtbot.waitSignal(current.opened, timeout=20_000):
        current.open(library.sources()[0].id)
    yield current
    jobs.stop()


def hold(current: CurrentSource) -> Event:
    """Let nothing be read or kept until the event is set."""
    free, held = Event(), Event()

    def wait(_progress: object) -> None:
        with current._one_at_a_time:
            held.set()
            free.wait(10)

    current._jobs.start(wait, done=lambda _: None, failed=lambda _: None)
    assert held.wait(10)
    return free


def set_aside(current: CurrentSource) -> None:
    """Do one step: the last block of the first article is none of it."""
    assert current.page is not None
    article = current.page.recovery.articles[0]
    assert current.do("不属于正文", SetAside(article.blocks[-1].spans[0][0]))


def is_kept(current: CurrentSource, library: Library, qtbot: QtBot) -> bool:
    """Whether the page shown is the page kept, once all is quiet."""
    qtbot.waitUntil(lambda: not current._jobs.busy, timeout=20_000)
    assert current.page is not None
    return library.operations(current.source_id) == current.page.operations


def test_a_step_outlives_a_reading_that_began_before_it(
    current: CurrentSource, library: Library, qtbot: QtBot
) -> None:
    free = hold(current)
    current.open(current.source_id)
    set_aside(current)
    free.set()
    assert is_kept(current, library, qtbot)
    assert current.page is not None
    assert len(current.page.operations) == 1


def test_a_page_asked_for_twice_is_opened_once(current: CurrentSource, qtbot: QtBot) -> None:
    opened: list[object] = []
    current.opened.connect(opened.append)
    free = hold(current)
    current.open(current.source_id)
    current.open(current.source_id)
    free.set()
    qtbot.waitUntil(lambda: not current._jobs.busy, timeout=20_000)
    assert len(opened) == 1


def test_a_step_not_kept_yet_is_kept_before_its_page_is_read_again(
    current: CurrentSource, library: Library, qtbot: QtBot
) -> None:
    first, second = (source.id for source in library.sources()[:2])
    free = hold(current)
    set_aside(current)
    current.open(second)
    current.open(first)
    free.set()
    assert is_kept(current, library, qtbot)
    assert current.source_id == first
    assert current.page is not None
    assert len(current.page.operations) == 1


def test_a_page_that_could_not_be_read_can_be_asked_for_again(
    current: CurrentSource, library: Library, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(current.failed):
        current.open("gone")
    with qtbot.waitSignal(current.failed):
        current.open("gone")
