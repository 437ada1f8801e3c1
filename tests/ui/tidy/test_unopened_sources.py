"""A source that cannot be read is not said to be being opened for ever."""

import pytest
from pytestqt.qtbot import QtBot

from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.pages.tidy import TidyPage
from studydesk.ui.theme import Appearance
from studydesk.ui.tidy import current_source, which_source


@pytest.mark.parametrize(
    ("room", "step"), [(current_source, "tidied_page"), (which_source, "list_sources")]
)
def test_a_source_that_could_not_be_opened_can_be_asked_for_again(
    qtbot: QtBot,
    library: Library,
    jobs: Jobs,
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
    room: object,
    step: str,
) -> None:
    page = TidyPage(library, CurrentPacket(library), jobs)
    qtbot.addWidget(page)

    def fail(*_arguments: object) -> None:
        raise NotFound("source", "")

    with monkeypatch.context() as away, qtbot.waitSignal(page.failed):
        away.setattr(room, step, fail)
        page.show()
    assert page.empty.sentence.startswith("来源没有打开")
    with qtbot.waitSignal(page.current.opened):
        page.empty.asked.emit()


@pytest.mark.parametrize("number", [0, -1])
def test_it_is_the_source_that_was_asked_for_that_is_asked_for_again(
    qtbot: QtBot,
    library: Library,
    jobs: Jobs,
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    page = TidyPage(library, CurrentPacket(library), jobs)
    qtbot.addWidget(page)
    wanted = library.sources()[number].id

    def fail(*_arguments: object) -> None:
        raise NotFound("source", "")

    with monkeypatch.context() as away:
        away.setattr(current_source, "tidied_page", fail)
        with qtbot.waitSignal(page.failed):
            page.open_article(library.ids_of([wanted])[0], wanted)
        page.show()
        qtbot.waitUntil(lambda: page.which.is_listed and not page.current.opening)
    with qtbot.waitSignal(page.current.opened):
        page.empty.asked.emit()
    assert page.current.source_id == wanted
