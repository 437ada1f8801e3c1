"""The form of a citation follows the kind of its source."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.article import SourceKind
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.ui.arrange.caret_area import CaretArea
from studydesk.ui.arrange.editors.citation import CitationForm
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.short_words import unbroken

from .conftest import Desk


def form_of(desk: Desk) -> PassageEditor:
    desk.page.show_item("passage")
    editor = desk.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    return editor


def cited(desk: Desk) -> Citation:
    return desk.packet.passages[0].citation


def test_the_kind_of_a_source_names_its_fields_and_is_one_step(arranging: Desk) -> None:
    form = form_of(arranging).citation
    before = cited(arranging)
    form.kind.setCurrentIndex(1)
    form.kind.edited.emit(SourceKind.ONLINE)
    assert cited(arranging).kind is SourceKind.ONLINE
    assert form.page.accessibleName() == "网址"
    assert not form.seen.isHidden()
    arranging.undo()
    assert cited(arranging) == before
    assert (form.page.accessibleName(), form.kind.currentText()) == ("版次", "报纸")


def test_a_document_has_no_page(arranging: Desk) -> None:
    form = form_of(arranging).citation
    form.kind.edited.emit(SourceKind.DOCUMENT)
    assert form.page.isHidden()
    assert form.newspaper.accessibleName() == "文号"


def test_a_page_is_no_address_and_is_back_with_its_kind(arranging: Desk) -> None:
    form = form_of(arranging).citation
    form.show_citation(replace(cited(arranging), newspaper="工人日报", page="3"))
    form.kind.edited.emit(SourceKind.ONLINE)
    assert (cited(arranging).newspaper, cited(arranging).page) == ("工人日报", "")
    assert form.page.text() == ""
    assert "网址" in form.state.text()
    form.kind.edited.emit(SourceKind.BOOK)
    assert cited(arranging).newspaper == ""
    form.kind.edited.emit(SourceKind.NEWSPAPER)
    assert (cited(arranging).newspaper, cited(arranging).page) == ("工人日报", "3")


def test_a_page_without_a_number_is_not_called_complete(arranging: Desk) -> None:
    form = form_of(arranging).citation
    whole = replace(cited(arranging), title="题", newspaper="工人日报", page="3")
    whole = replace(whole, published=date(2025, 11, 21), kind=SourceKind.NEWSPAPER)
    form.show_citation(whole)
    assert "齐全" in form.state.text()
    form.show_citation(replace(whole, page="工人日报"))
    assert form.state.text() == "出处　⚠ 版次像是写错了"
    assert form.state.property("role") == "amber"
    form.show_citation(replace(whole, page="2026-04-277"))
    assert form.state.text() == "出处　⚠ 版次像是写错了"
    form.show_citation(replace(whole, page="2025：3", kind=SourceKind.JOURNAL))
    assert "齐全" in form.state.text()


def test_tab_goes_from_the_date_to_the_page_and_a_key_opens_the_calendar(
    arranging: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(arranging).citation
    form.published.line.setFocus()
    qtbot.keyClick(form.published.line, Qt.Key.Key_Tab)
    assert form.page.hasFocus()
    opened: list[object] = []
    monkeypatch.setattr(QMenu, "popup", opened.append)
    qtbot.keyClick(form.published.line, Qt.Key.Key_F4)
    assert opened


def test_passages_of_the_same_article_that_are_filled_in_with_it_are_told_of(
    arranging: Desk, qtbot: QtBot
) -> None:
    item = arranging.packet.items[2]
    assert isinstance(item, PassageItem)
    other = edits.append(arranging.packet, replace(item, id="other"))
    arranging.current.edit("添选段", other)
    form = form_of(arranging).citation
    with qtbot.waitSignal(arranging.page.message) as told:
        form.page.edited.emit("5")
    assert told.args == ["这份学习包里同一篇的 2 段一起填了。"]
    assert [passage.citation.page for passage in arranging.packet.passages] == ["5", "5"]


def places(editor: PassageEditor) -> list[int]:
    """How far down in the editor its fields stand, by now."""
    form = editor.citation
    for _ in range(3):  # Qt lays out what is inside once it has laid out what is around it
        QApplication.processEvents()
    lines: tuple[QWidget, ...] = (form.title, form.authors, form.newspaper, form.published.line)
    return [line.mapTo(editor, line.pos()).y() for line in (*lines, form.page, editor.label)]


def test_no_field_moves_while_the_form_is_filled_in(arranging: Desk) -> None:
    arranging.page.resize(894, 420)
    editor = form_of(arranging)
    form = editor.citation
    form.edited.emit(Citation())
    before = places(editor)
    for line, typed in (
        (form.title, "t"),
        (form.newspaper, "n"),
        (form.published.line, "2025-13-1"),
        (form.page, "5"),
    ):
        line.setFocus()
        QTest.keyClicks(line, typed)
        assert places(editor) == before
    assert form.state.text() == "出处　⚠ 日期：没有2025年13月1日这一天。日期先空着。"
    form.published.line.clear()
    form.published.line.setFocus()
    QTest.keyClicks(form.published.line, "2025-11-1")
    assert places(editor) == before
    assert "齐全" in form.state.text()


def test_a_doubt_names_its_date_and_is_told_only_where_that_is_asked_for(arranging: Desk) -> None:
    form = form_of(arranging).citation
    whole = replace(cited(arranging), title="题", newspaper="工人日报", kind=SourceKind.ONLINE)
    form.show_citation(replace(whole, published=date(2025, 11, 21)))
    form.seen.line.setFocus()
    QTest.keyClicks(form.seen.line, "2025-13")
    form.page.setFocus()
    assert form.state.text() == "出处　⚠ 查阅日期：日期写成 2026-11-27 这样。日期先空着。"
    form.kind.edited.emit(SourceKind.BOOK)
    assert form.state.text().startswith("出处　⚠ 待补：")


def test_a_doubtful_date_is_not_told_of_the_next_passage(arranging: Desk) -> None:
    item = arranging.packet.items[2]
    assert isinstance(item, PassageItem)
    arranging.current.edit("添", edits.append(arranging.packet, replace(item, id="other")))
    form = form_of(arranging).citation
    form.published.line.setFocus()
    QTest.keyClicks(form.published.line, "2025-13-1")
    form.page.setFocus()
    assert "没有2025年13月1日" in form.state.text()
    arranging.page.show_item("other")
    assert "待补" in form.state.text()


def test_a_line_that_is_pressed_does_not_slip_from_under_the_mouse(
    arranging: Desk, qtbot: QtBot
) -> None:
    arranging.page.resize(894, 420)
    text = "工匠精神是劳动者对职业的敬畏与热爱。" * 40
    item = PassageItem(Passage("a-1", 0, len(text), text), id="passage")
    arranging.current.edit("换", edits.change(arranging.packet, item))
    form = form_of(arranging).citation
    area = arranging.page.findChild(CaretArea)
    window = arranging.page.window().windowHandle()
    assert area is not None
    assert window is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2 * area.viewport().height())
    bar.setValue(bar.maximum())
    below = form.title.mapTo(area, form.title.rect().center()).y() - area.viewport().height()
    bar.setValue(bar.value() + below)  # the lower edge cuts it
    scrolled = bar.value()
    seen = form.title.visibleRegion().boundingRect()
    assert 0 < seen.height() < form.title.height()
    at = form.title.mapTo(arranging.page.window(), seen.center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(form.title.hasFocus)
    QApplication.processEvents()
    assert bar.value() == scrolled
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(form.title, "t")
    qtbot.waitUntil(lambda: bar.value() > scrolled)


def test_one_step_takes_back_what_was_given_in_one_field(arranging: Desk) -> None:
    form = form_of(arranging).citation
    before = cited(arranging)
    for line, typed in (
        (form.newspaper, "gr"),
        (form.published.line, "2025-11-1"),
        (form.page, "5"),
    ):
        line.setFocus()
        QTest.keyClicks(line, typed)
    arranging.undo()
    assert cited(arranging) == replace(
        before, newspaper="gr", published=date(2025, 11, 1), page=before.page
    )
    arranging.undo()
    assert cited(arranging) == replace(before, newspaper="gr")
    arranging.undo()
    assert cited(arranging) == before


def test_no_name_of_what_is_lacking_is_parted_by_the_end_of_a_line(qtbot: QtBot) -> None:
    form = CitationForm()
    qtbot.addWidget(form)
    form.show_citation(Citation("题"))
    assert unbroken("版次") in QLabel.text(form.state)
