"""What is told and asked after an import has room in every window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.pick.imported import BODY, imported

from studydesk.errors import StudypackDamaged
from studydesk.library import Library
from studydesk.ui.desk import Desk
from studydesk.ui.pick.import_results import ImportResults


def test_all_of_what_is_wrong_with_a_date_can_be_read_in_a_narrow_panel(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.resize(288, 600)
    panel.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    doubt = panel.form._doubt
    assert doubt.isHidden()
    panel.form.published.setText("去年")
    panel.form._save_button.click()
    QApplication.processEvents()
    assert doubt.isVisible()
    assert doubt.height() >= doubt.heightForWidth(doubt.width())
    assert doubt.width() >= doubt.fontMetrics().horizontalAdvance("日期写成 2026-11-27 这样。") / 2


def test_in_a_low_window_the_list_has_its_room_and_the_form_comes_when_asked_for(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    browser, window = desk.pick.browser, desk.window()
    results = browser.results
    row = browser.list.sizeHintForRow(0)  # as high as the system's typeface makes it
    window.resize(894, 472)
    results.show_results(
        imported(desk.library, tmp_path, **{f"第{n}份": f"题{n}\n{BODY}" * n for n in range(1, 9)})
    )
    qtbot.waitUntil(lambda: browser.list.height() >= 1.5 * row)
    assert not results.form.isVisible()
    results.cite.click()
    assert results.form.isVisible()
    qtbot.waitUntil(lambda: browser.list.height() >= row)  # one article whole beside the form
    results.fold.click()
    assert not results.form.isVisible()
    qtbot.waitUntil(lambda: browser.list.height() >= 3 * row)
    window.resize(1366, 728)
    results.fold.click()
    assert results.form.isVisible()
    assert results._scroll.isVisible()


def test_the_article_that_is_read_stays_in_sight_above_the_results(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    browser = desk.pick.browser
    listed = browser.list
    desk.window().resize(894, 472)
    desk.pick.open_article(listed.articles.rows[len(listed.articles.rows) - 1].article.id)
    qtbot.waitUntil(lambda: listed.visualRect(listed.currentIndex()).bottom() <= listed.height())
    before = listed.height()
    browser.results.show_results(imported(desk.library, tmp_path, 甲=f"题\n{BODY}", 乙="无\n"))
    qtbot.waitUntil(lambda: listed.height() < before)
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


def test_the_form_stays_while_one_types_in_it_though_the_window_gets_lower(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window, results = desk.window(), desk.pick.browser.results
    window.resize(1366, 728)
    results.show_results(imported(desk.library, tmp_path, 甲=f"题\n{BODY}"))
    results.form.newspaper.setFocus()
    before = desk.pick.browser.height()
    window.resize(1366, 560)
    qtbot.waitUntil(lambda: desk.pick.browser.height() < before)
    assert results._scroll.isHidden()
    assert results.form.isVisible()
    assert window.focusWidget() is results.form.newspaper


def test_the_line_of_a_packet_comes_where_it_is_seen(panel: ImportResults) -> None:
    assert not panel.fold.isChecked()
    panel.tell_packet("甲.studypack", StudypackDamaged(Path("甲.studypack")))
    assert panel._scroll.isVisible()
    assert panel.fold.text().endswith("▴")


def test_the_lines_are_scrolled_with_the_keys(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    results = desk.pick.browser.results
    results.show_results(
        imported(desk.library, tmp_path, **{f"第{n}份": f"题{n}\n{BODY}" * n for n in range(1, 9)})
    )
    bar = results._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    results.fold.setFocus()
    qtbot.keyClick(results.fold, Qt.Key.Key_Tab)
    qtbot.keyClick(desk.window().focusWidget(), Qt.Key.Key_Tab)
    assert desk.window().focusWidget() is results._scroll
    qtbot.keyClick(results._scroll, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_date_that_cannot_be_read_is_in_sight_where_it_is_told_of(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    panel.form.published.setText("去年")
    panel.fold.setChecked(False)
    assert not panel.form.isVisible()
    assert panel.doubt() is panel.form.published
    assert panel.form.isVisible()
    assert panel.doubt() is None


def test_the_lines_have_more_room_once_the_form_is_put_away(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    pages = {f"第{n}份": f"题{n}\n{BODY}" * n for n in range(1, 9)}
    panel.show_results(imported(library, tmp_path, **pages))
    panel.give_room(600)
    room = panel._scroll.maximumHeight()
    panel.form._cancel.click()
    assert panel._scroll.maximumHeight() == 2 * room


def test_nothing_that_is_pressed_moves_where_a_page_is_doubted(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    results = desk.pick.browser.results
    results.show_results(imported(desk.library, tmp_path, 甲=f"题\n{BODY}"))
    form, window = results.form, desk.window()
    qtbot.waitUntil(form.isVisible)
    form.page.clear()
    parts: list[QWidget] = [form.newspaper, form.page, form._save_button]

    def places() -> list[int]:
        for _ in range(3):  # Qt lays out what is inside once it has laid out what is around it
            QApplication.processEvents()
        return [part.mapTo(window, part.rect().topLeft()).y() for part in parts]

    before = places()
    qtbot.keyClicks(form.page, "2026-04-27")
    assert form._doubt.isVisible()
    assert places() == before
