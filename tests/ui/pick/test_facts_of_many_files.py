"""Where many files or articles were printed, asked about at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.ui.pick.imported import BODY, imported

from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import keep_facts
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick.import_results import ImportResults


def test_what_a_file_tells_stays_unless_all_are_to_be_replaced(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    given: list[SourceFacts] = []
    panel.facts_given.connect(given.extend)
    results = imported(
        library, tmp_path, 甲=f"工人日报 2025年6月12日\n题\n{BODY}", 乙=f"又\n{BODY}"
    )
    panel.show_results(results)
    assert (
        panel.form.partly.text()
        == "填入 2 个文件中空着的栏：甲.txt、乙.txt。已有或认出而不同的照记。"
    )
    panel.form.newspaper.setText("江城工人报")
    panel.form._save_button.click()
    assert [each.newspaper for each in given] == ["工人日报", "江城工人报"]
    panel.show_results(results)
    panel.form.replaces.setChecked(True)
    panel.form.newspaper.setText("江城工人报")
    panel.form._save_button.click()
    assert [each.newspaper for each in given[2:]] == ["江城工人报"] * 2


def test_one_file_is_asked_about_without_a_word_on_others(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.show_results(imported(library, tmp_path, 甲=f"工人日报 2025年6月12日\n题\n{BODY}"))
    assert not panel.form.partly.isVisible()
    assert not panel.form.replaces.isVisible()


def sources_marked(pick: PickPage, library: Library) -> list[str]:
    """Mark the first articles of three sources in the list; the last is the one that is read."""
    first = {
        row.article.source_id: row.article.id for row in reversed(pick.browser.list.articles.rows)
    }
    chosen = dict(list(first.items())[:3])
    pick.open_article(list(chosen.values())[-1])
    articles = pick.browser.list.articles
    for article_id in chosen.values():
        index = articles.index(articles.place(article_id))
        pick.browser.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    return list(chosen)


def test_all_sources_of_the_marked_articles_are_filled_in_and_taken_back(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    ids = sources_marked(pick, library)
    desk.edit_source_facts()
    form = pick.reader.form
    assert (form.title.isVisible(), form.title.text()) == (True, "3 个来源的出处")
    form.newspaper.setText("江城工人报")
    form.replaces.setChecked(True)
    form.newspaper.returnPressed.emit()
    desk.current.flush()
    assert {library.source(source_id).newspaper for source_id in ids} == {"江城工人报"}


def test_one_article_is_filled_in_alone_after_many_were_asked_about(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    ids = sources_marked(pick, library)
    desk.edit_source_facts()
    pick.reader.edit_source_facts()
    form = pick.reader.form
    assert not form.title.isVisible()
    form.newspaper.setText("江城工人报")
    form.newspaper.returnPressed.emit()
    desk.current.flush()
    assert [library.source(each).newspaper for each in ids].count("江城工人报") == 1


def test_the_menu_of_the_list_fills_in_too(pick: PickPage, library: Library) -> None:
    sources_marked(pick, library)
    next(each for each in pick.browser.list.actions() if "出处" in each.text()).trigger()
    assert pick.reader.form.title.text() == "3 个来源的出处"


def test_enter_that_keeps_what_was_filled_in_presses_nothing_more(
    window: MainWindow, pick: PickPage, library: Library, tmp_path: Path
) -> None:
    results = pick.browser.results
    results.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    results.form.newspaper.setFocus()
    pressed: list[QAbstractButton] = []
    for button in window.findChildren(QAbstractButton):
        button.clicked.connect(partial(pressed.append, button))
    QTest.keyClick(results.form.newspaper, Qt.Key.Key_Return)
    assert results.form.isHidden()
    assert not pressed
    assert not isinstance(window.focusWidget(), QAbstractButton)


def test_enter_presses_the_button_of_the_form_that_has_the_keys(
    window: MainWindow, pick: PickPage
) -> None:
    pick.edit_source_facts()
    pick.reader.form._cancel.setFocus()
    QTest.keyClick(pick.reader.form._cancel, Qt.Key.Key_Return)
    assert pick.reader.form.isHidden()


def test_one_form_is_open_at_a_time(pick: PickPage, library: Library, tmp_path: Path) -> None:
    results = pick.browser.results
    results.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    results.form.newspaper.setText("江城工人报")
    given: list[SourceFacts] = []
    results.facts_given.connect(given.extend)
    pick.edit_source_facts()
    assert [each.newspaper for each in given] == ["江城工人报"]
    assert results.form.isHidden()
    assert pick.reader.form.isVisible()


def test_an_article_whose_page_tells_its_source_asks_to_confirm_that(
    pick: PickPage, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    pages = {"甲": f"工人日报 2025年6月12日 第7版\n题\n{BODY}"}
    (result,) = imported(library, tmp_path, **pages)
    facts = SourceFacts(result.source_id, "", None, "")
    keep_facts(library, [facts])
    pick.open_article(f"{result.source_id}-1")
    told = "出处待确认：《工人日报》2025年6月12日第7版"
    qtbot.waitUntil(lambda: told in pick.reader.text.toPlainText())
    pick.edit_source_facts()
    assert pick.reader.form.newspaper.text() == "工人日报"
    pick.reader.form._save_button.click()
    qtbot.waitUntil(lambda: "待确认" not in pick.reader.text.toPlainText())
