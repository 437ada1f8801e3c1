"""主题 in 选材: of the article being read, of the library, and as a way to articles."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from studydesk.library import Facet, Library
from studydesk.ui.jobs import Progress
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick import topic_menu


def test_the_article_says_what_it_is_about(pick: PickPage) -> None:
    assert "职工生活品质" in pick.reader.topics.topics
    assert not pick.reader.topics.isHidden()


def test_a_topic_leads_to_the_articles_that_have_it(pick: PickPage, qtbot: QtBot) -> None:
    topic = pick.reader.topics.buttons[0]
    with qtbot.waitSignal(pick.browser.listed):
        topic.click()
    assert pick.browser.search.text() == pick.browser.query == topic.accessibleName()
    assert pick.browser.list.articles.rows


def test_the_library_says_what_it_is_about(pick: PickPage, qtbot: QtBot) -> None:
    menu = pick.browser.topics.menu()
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    qtbot.waitUntil(lambda: len(menu.actions()) > 5)
    names = [action.text().split("　")[0] for action in menu.actions()]
    assert "新质生产力" in names
    with qtbot.waitSignal(pick.browser.listed):
        menu.actions()[names.index("新质生产力")].trigger()
    assert pick.browser.query == "新质生产力"


def test_what_is_being_counted_when_articles_come_is_not_shown(
    pick: PickPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = Event()
    answers = [(Facet("旧的", "旧的", 1),), (Facet("新的", "新的", 2),)]

    def count(_library: Library, _progress: Progress) -> tuple[Facet, ...]:
        answer = answers.pop(0)
        assert free.wait(10)
        return answer

    monkeypatch.setattr(topic_menu, "library_topics", count)
    topics = pick.browser.topics
    topics.menu().aboutToShow.emit()
    qtbot.waitUntil(lambda: len(answers) == 1)
    topics.forget()
    topics.menu().aboutToShow.emit()
    free.set()
    qtbot.waitUntil(lambda: topics.menu().actions()[0].isEnabled() is True)
    assert [action.text() for action in topics.menu().actions()] == ["新的　2"]
    topics.forget()
    assert not topics.menu().actions()[0].isEnabled()
