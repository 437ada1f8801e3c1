"""The form of a citation follows the kind of its source."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.article import SourceKind
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Citation
from studydesk.ui.arrange.editors.passage import PassageEditor

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


def test_passages_of_the_same_page_that_are_filled_in_with_it_are_told_of(
    arranging: Desk, qtbot: QtBot
) -> None:
    item = arranging.packet.items[2]
    assert isinstance(item, PassageItem)
    other = edits.append(arranging.packet, replace(item, id="other"))
    arranging.current.edit("添选段", other)
    form = form_of(arranging).citation
    with qtbot.waitSignal(arranging.page.message) as told:
        form.page.edited.emit("5")
    assert told.args == ["同一版的 2 段一起填了。"]
    assert [passage.citation.page for passage in arranging.packet.passages] == ["5", "5"]
