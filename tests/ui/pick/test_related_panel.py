"""Related paragraphs below the article in 选材: by keys, off the interface thread, never added by
themselves.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.cut_words import cut_words
from tests.ui.test_window_place import SMALL

from studydesk.domain.article import Problem, ProblemKind, Severity, Span
from studydesk.domain.packet import PassageItem
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.services.importing import import_paste
from studydesk.ui.desk import Desk
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick.related_offers import related_offers

SAID_TWICE = "产业工人队伍建设改革是一项系统工程"


@pytest.fixture
def panel(pick: PickPage, library: Library, qtbot: QtBot) -> OfferPanel:
    """The panel below an article with a sentence that another article has, too."""
    here = library.search(f"{SAID_TWICE}，要体系化统筹推进").hits[0].article.id
    pick.window().activateWindow()
    pick.open_article(here)
    assert pick.article is not None
    start = pick.article.body.index(SAID_TWICE)
    pick.reader.text.select(start, start + 60)
    pick.show_related()
    panel = pick.related.panel
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    return panel


def test_what_is_said_word_for_word_elsewhere_is_shown_with_the_words(panel: OfferPanel) -> None:
    assert panel.list.item(0).text().startswith("原话")
    assert f"“{SAID_TWICE}”" in panel.detail.text()
    assert panel.list.hasFocus()


def test_long_words_that_both_have_are_told_by_whole_clauses(tmp_path: Path) -> None:
    said = (
        "勤学苦练、敢为人先、执着专注、精益求精、一丝不苟、追求卓越、甘于奉献、争创一流、代代相传"
    )
    with Library.open(tmp_path / "资料库") as library:
        for title, ends in (("老师傅的本领", "师傅们说。"), ("车间里的故事", "大家都记住了。")):
            import_paste(library, f"{title}\n\n{said}，这些话{ends}\n")
        here, _ = library.articles()
        (offer,) = related_offers(library, said, here.id)
    assert f"“{said.removesuffix('、代代相传')}…”" in offer.detail


def test_space_shows_the_paragraph_where_it_stands_and_keeps_the_list(
    panel: OfferPanel, pick: PickPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert pick.article is not None
    selection = pick.reader.text.selection()
    assert selection is not None
    assert SAID_TWICE in pick.article.body[slice(*selection)]
    assert panel.isVisible()


def test_enter_adds_the_paragraph_as_a_passage(
    panel: OfferPanel, pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert desk.current.packet is not None
    (passage,) = desk.current.packet.passages
    assert SAID_TWICE in passage.text
    assert pick.article is not None
    assert passage.article_id != pick.article.id


def test_all_of_it_has_room_below_a_high_head_in_a_low_window(
    panel: OfferPanel, pick: PickPage, qtbot: QtBot
) -> None:
    window, reader = pick.window(), pick.reader
    doubts = [Problem(kind, Severity.AMBER, Span(0, 1)) for kind in ProblemKind]
    reader.findings.tell(doubts)
    reader.findings._fold.click()
    reader.tags.show_tags(("安全生产月", "全员学习", "产业工人队伍建设改革"), ())
    reader.tags.begin()
    reader.hint.tell("已加入学习包。")
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    qtbot.waitUntil(lambda: not cut_words(reader))
    assert panel.list.isVisible()
    qtbot.waitUntil(lambda: not reader.tags.field.visibleRegion().isEmpty())


def test_escape_puts_the_panel_away_and_gives_the_keys_back(
    panel: OfferPanel, pick: PickPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert pick.reader.text.hasFocus()


def test_another_article_puts_the_panel_away(
    panel: OfferPanel, pick: PickPage, library: Library
) -> None:
    pick.open_article(library.articles()[0].id)
    assert not panel.isVisible()


def test_an_article_that_nothing_is_related_to_says_so(
    pick: PickPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "related_passages", lambda *_asked: [])
    pick.open_article(library.articles()[0].id)
    pick.show_related()
    panel = pick.related.panel
    qtbot.waitUntil(lambda: "没有" in panel.detail.text())
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_one_has_already_is_not_offered_again(library: Library) -> None:
    every = related_offers(library, SAID_TWICE, "")
    had = [offer.item.passage for offer in every if isinstance(offer.item, PassageItem)]
    assert had
    assert related_offers(library, SAID_TWICE, "", had) == ()


def test_an_article_that_is_deleted_meanwhile_is_in_the_way_of_no_offer(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(article_id: str) -> None:
        raise NotFound("article", article_id)

    monkeypatch.setattr(library, "article", gone)
    assert related_offers(library, SAID_TWICE, "")
