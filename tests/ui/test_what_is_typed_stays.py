"""What was typed, and waits to be taken, is kept by whatever leaves its field: another packet,
article or page of the newspaper, another library, the end of the program.
"""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Agenda, AgendaStep, Packet, PassageItem
from studydesk.domain.passage import Insertion, Passage
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.tidying import tidied_page
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pages.tidy import TidyPage


def close(window: MainWindow, library: Library) -> Library:
    """The library as it is once the window is closed, to be asked again."""
    assert window.close()
    return Library.open(library.folder)


# --- the packet --------------------------------------------------------------------------------


@pytest.fixture
def planned(desk: Desk) -> Packet:
    """A packet of an hour with an agenda of an hour, open in 编排."""
    desk.show_page("arrange")
    steps = (AgendaStep("领读", 20), AgendaStep("讨论", 40))
    packet = edits.append(open_packet(desk), Agenda(steps, id="agenda"))
    session = packet.session
    desk.current.edit("议程", edits.set_session(packet, type(session)(minutes=60)))
    return open_packet(desk)


def type_length(desk: Desk, minutes: str) -> None:
    session = desk.arrange.packet_panel.session
    session.facts.setChecked(True)
    session.minutes.line.selectAll()
    QTest.keyClicks(session.minutes.line, minutes)


def minutes_of(packet: Packet) -> tuple[int, int]:
    return packet.session.minutes, packet.agendas[0].minutes


def test_a_length_is_taken_to_its_end_where_a_new_packet_opens(desk: Desk, planned: Packet) -> None:
    type_length(desk, "90")
    desk.shelf.create()
    assert minutes_of(desk.current.read(planned.id)) == (90, 90)


def test_a_length_is_taken_to_its_end_where_its_packet_is_opened_again_or_copied(
    desk: Desk, planned: Packet
) -> None:
    type_length(desk, "90")
    desk.shelf.open(planned.id)
    assert minutes_of(open_packet(desk)) == (90, 90)
    type_length(desk, "30")
    desk.shelf.duplicate(planned.id)
    assert minutes_of(open_packet(desk)) == (30, 30)


def test_a_length_is_taken_to_its_end_where_the_window_closes(
    window: MainWindow, desk: Desk, planned: Packet, library: Library
) -> None:
    type_length(desk, "90")
    with close(window, library) as kept:
        assert minutes_of(kept.packet(planned.id)) == (90, 90)


def test_a_preset_s_new_name_is_kept_where_another_packet_opens(
    desk: Desk, planned: Packet
) -> None:
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.copy.trigger()
    form = menu.editing.form
    assert form is not None
    form.name.setFocus()
    form.name.setText("红旗厂版式")
    desk.shelf.create()
    assert "红旗厂版式" in menu.presets
    assert desk.current.read(planned.id).preset == "红旗厂版式"


@pytest.fixture
def inserting(desk: Desk) -> PassageEditor:
    """A passage with the line open for words to put in behind its second character."""
    article = desk.library.article(desk.library.articles()[0].id)
    passage = Passage.pick(article, desk.library.source(article.source_id), 0, 30)
    packet = edits.append(open_packet(desk), PassageItem(passage, id="passage"))
    desk.current.edit("选段", edits.append(packet, Agenda((), id="agenda")))
    desk.show_page("arrange")
    desk.arrange.show_item("passage")
    editor = desk.arrange.item_panel.editor
    assert isinstance(editor, PassageEditor)
    cursor = editor.text.textCursor()
    cursor.setPosition(2)
    editor.text.setTextCursor(cursor)
    editor.begin_insertion()
    editor.insertion.setText("编者按")
    return editor


def insertions(packet: Packet) -> list[str]:
    operations = packet.passages[0].operations
    return [each.text for each in operations if isinstance(each, Insertion)]


def test_words_to_put_in_stay_in_their_passage_where_one_goes_to_another_item(
    desk: Desk, inserting: PassageEditor
) -> None:
    desk.arrange.show_item("agenda")
    assert insertions(open_packet(desk)) == ["编者按"]
    assert desk.arrange.outline.current_id() == "agenda"
    assert not inserting.insertion_row.isVisibleTo(inserting)


def test_words_to_put_in_are_kept_where_the_window_closes(
    window: MainWindow, desk: Desk, inserting: PassageEditor, library: Library
) -> None:
    packet_id = open_packet(desk).id
    with close(window, library) as kept:
        assert insertions(kept.packet(packet_id)) == ["编者按"]


# --- where it was printed ----------------------------------------------------------------------


def fill_in(pick: PickPage, newspaper: str, day: str) -> str:
    """Type into the form of the article that is read, and press nothing; the id of its source."""
    assert pick.article is not None
    pick.edit_source_facts()
    for field, words in (
        (pick.reader.form.newspaper, newspaper),
        (pick.reader.form.published, day),
    ):
        field.selectAll()
        QTest.keyClicks(field, words)
    return pick.article.source_id


def test_where_it_was_printed_is_kept_where_another_article_opens(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    source_id = fill_in(pick, "Gongren Ribao", "2025-11-3")
    pick.open_article(library.articles()[-1].id)
    desk.current.flush()
    source = library.source(source_id)
    assert (source.newspaper, source.published) == ("Gongren Ribao", date(2025, 11, 3))
    assert not pick.reader.form.isVisible()


def test_where_it_was_printed_is_kept_where_the_window_closes(
    window: MainWindow, pick: PickPage, library: Library
) -> None:
    source_id = fill_in(pick, "Gongren Ribao", "")
    with close(window, library) as kept:
        assert kept.source(source_id).newspaper == "Gongren Ribao"


def test_a_day_that_cannot_be_read_is_told_where_another_article_opens(
    pick: PickPage, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    source_id = fill_in(pick, "Gongren Ribao", "2025-13-40")
    with qtbot.waitSignal(pick.message, check_params_cb=lambda said: "2025-13-40" in said):
        pick.open_article(library.articles()[-1].id)
    desk.current.flush()
    source = library.source(source_id)
    assert (source.newspaper, source.published) == ("Gongren Ribao", None)


def test_the_window_stays_once_for_a_day_that_cannot_be_read(
    window: MainWindow, desk: Desk, pick: PickPage, library: Library
) -> None:
    source_id = fill_in(pick, "Gongren Ribao", "2025-13-40")
    desk.show_page("arrange")
    assert not window.close()
    assert pick.reader.form.isVisible()
    assert pick.reader.form.published.hasFocus()
    hints = [label.text() for label in pick.reader.form.findChildren(QLabel)]
    assert "没有2025年13月40日这一天。" in hints
    assert "要关窗口就再关一次" in window.status.currentMessage()
    with close(window, library) as kept:
        assert kept.source(source_id).newspaper == "Gongren Ribao"


def test_where_it_was_printed_reaches_other_packets_when_they_are_opened(
    desk: Desk, pick: PickPage, library: Library
) -> None:
    assert pick.article is not None
    source = library.source(pick.article.source_id)
    passage = Passage.pick(pick.article, source, 0, 5)
    library.save_packet(Packet("另一份", items=(PassageItem(passage),), id="other"))
    fill_in(pick, "Gongren Ribao", "")
    pick.reader.form.settle()
    desk.shelf.open("other")
    assert open_packet(desk).passages[0].citation.newspaper == "Gongren Ribao"


def test_the_form_that_is_asked_for_again_keeps_what_was_typed(pick: PickPage) -> None:
    fill_in(pick, "Gongren Ribao", "")
    pick.edit_source_facts()
    assert pick.reader.form.newspaper.text() == "Gongren Ribao"


def test_a_form_in_which_nothing_was_typed_changes_nothing(pick: PickPage, desk: Desk) -> None:
    pick.edit_source_facts()
    pick.open_article(desk.library.articles()[-1].id)
    assert not desk.current.history.count()


def test_what_an_import_asks_is_kept_by_the_next_import_and_by_closing(
    window: MainWindow, desk: Desk, library: Library, tmp_path: Path
) -> None:
    results = []
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.txt"
        path.write_text(
            f"{name}的题目\n作者：李明\n" + f"{name}班组一起读报，各人说一说。\n" * 9, "utf-8"
        )
        results.append(import_files(library, [path]))
    panel = desk.pick.browser.results
    panel.show_results(results[0])
    QTest.keyClicks(panel.form.newspaper, "one")
    panel.show_results(results[1])
    QTest.keyClicks(panel.form.newspaper, "two")
    with close(window, library) as kept:
        printed = [kept.source(result[0].source_id).newspaper for result in results]
    assert printed == ["one", "two"]


def test_a_tag_that_is_being_typed_is_kept_by_another_article_and_by_closing(
    window: MainWindow, pick: PickPage, library: Library
) -> None:
    tagged = [library.articles()[0].id, library.articles()[-1].id]
    for article_id in tagged:
        pick.open_article(article_id)
        pick.edit_tags()
        pick.reader.tags.field.setText("工匠")
    with close(window, library) as kept:
        assert [kept.tags_of(each) for each in tagged] == [("工匠",)] * 2


# --- 整理 --------------------------------------------------------------------------------------


@pytest.fixture
def tidy(desk: Desk, qtbot: QtBot) -> TidyPage:
    """The page 整理 with a page of the newspaper open."""
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(desk.library.sources()[0].id)
    return desk.tidy


def correct(tidy: TidyPage, words: str) -> str:
    """Type into the field of F2, and press nothing; the id of the source."""
    tidy.articles.go_to_row(1)
    QTest.keySequence(tidy.articles, QKeySequence("F2"))
    assert tidy.words.isVisible()
    tidy.words.line.setText(words)
    return tidy.current.source_id


def stands(library: Library, source_id: str, words: str) -> bool:
    articles = tidied_page(library, source_id).recovery.articles
    return any(words in block.text for article in articles for block in article.blocks)


def test_words_being_corrected_are_kept_where_another_page_opens(
    tidy: TidyPage, library: Library, qtbot: QtBot
) -> None:
    source_id = correct(tidy, "改过的字")
    with qtbot.waitSignal(tidy.current.opened, timeout=20_000):
        tidy.open_source(library.sources()[1].id)
    tidy.current.flush()
    assert stands(library, source_id, "改过的字")
    assert not tidy.words.isVisible()


def test_words_being_corrected_are_kept_where_the_window_closes(
    window: MainWindow, tidy: TidyPage, library: Library
) -> None:
    source_id = correct(tidy, "改过的字")
    with close(window, library) as kept:
        assert stands(kept, source_id, "改过的字")


def test_words_that_were_emptied_are_not_deleted_by_leaving(
    window: MainWindow, tidy: TidyPage, library: Library
) -> None:
    source_id = correct(tidy, "")
    with close(window, library) as kept:
        assert kept.operations(source_id) == ()


def test_what_tidying_asks_of_the_page_is_kept_where_another_opens_and_by_closing(
    window: MainWindow, tidy: TidyPage, library: Library, qtbot: QtBot
) -> None:
    first, second = (source.id for source in library.sources()[:2])
    tidy.facts.ask([first])
    QTest.keyClicks(tidy.form.newspaper, "one")
    with qtbot.waitSignal(tidy.current.opened, timeout=20_000):
        tidy.open_source(second)
    tidy.facts.ask([second])
    QTest.keyClicks(tidy.form.newspaper, "two")
    with close(window, library) as kept:
        assert [kept.source(each).newspaper for each in (first, second)] == ["one", "two"]
