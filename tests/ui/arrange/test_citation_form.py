"""The form of a citation follows the kind of its source."""

from dataclasses import replace

from studydesk.domain.article import SourceKind
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
