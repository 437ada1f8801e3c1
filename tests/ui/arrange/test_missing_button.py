"""还缺几项: listed below the session's facts, each with a way to it."""

from dataclasses import replace
from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import PassageItem, Session
from studydesk.domain.passage import Citation
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.arrange.missing_button import MissingButton

from .conftest import Desk

WHOLE = Citation("题名", ("作者",), "日报", date(2026, 3, 1), "7")


def button(desk: Desk, session: Session, citation: Citation) -> MissingButton:
    """The button of a packet whose passages are all cited so."""
    packet = replace(desk.packet, session=session)
    items = tuple(
        replace(item, passage=replace(item.passage, citation=citation))
        if isinstance(item, PassageItem)
        else item
        for item in packet.items
    )
    desk.current.edit("改", replace(packet, items=items))
    return desk.page.packet_panel.missing


def texts(button: MissingButton) -> list[str]:
    return [action.text() for action in button.menu().actions()]


def test_what_is_missing_is_counted_and_listed(arranging: Desk) -> None:
    missing = button(arranging, Session("一车间"), replace(WHOLE, page=""))
    assert missing.text().startswith("⚠ 还缺")
    assert texts(missing)[:3] == ["日期", "地点", "主持人"]
    assert "的出处：版次" in texts(missing)[3]


def test_nothing_is_shown_where_nothing_is_missing(arranging: Desk) -> None:
    known = Session("一车间", date(2026, 3, 6), "会议室", "老王")
    assert button(arranging, known, WHOLE).isHidden()


def test_a_line_leads_to_the_field_of_the_session(arranging: Desk, qtbot: QtBot) -> None:
    missing = button(arranging, Session("一车间", date(2026, 3, 6)), WHOLE)
    missing.menu().actions()[0].trigger()
    assert QApplication.focusWidget() is arranging.page.packet_panel.session.place
    missing.menu().actions()[1].trigger()
    assert QApplication.focusWidget() is arranging.page.packet_panel.session.host


def test_a_line_leads_to_the_part_of_the_citation(arranging: Desk, qtbot: QtBot) -> None:
    known = Session("一车间", date(2026, 3, 6), "会议室", "老王")
    missing = button(arranging, known, replace(WHOLE, published=None))
    missing.menu().actions()[0].trigger()
    editor = arranging.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    assert QApplication.focusWidget() is editor.citation.published.line


def test_what_articles_of_one_page_lack_is_one_line_and_filled_in_once(arranging: Desk) -> None:
    known = Session("一车间", date(2026, 3, 6), "会议室", "老王")
    missing = button(arranging, known, replace(WHOLE, page=""))
    first = arranging.packet.items[2]
    assert isinstance(first, PassageItem)
    source_id = first.passage.article_id.rpartition("-")[0]
    second = replace(first.passage, article_id=f"{source_id}-9")
    other = edits.append(arranging.packet, PassageItem(second, id="other"))
    arranging.current.edit("添", other)
    assert texts(missing) == ["选段一的出处：版次（2 段共用，填一次）"]
    missing.menu().actions()[0].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "5")
    assert missing.isHidden()
    assert {passage.citation.page for passage in arranging.packet.passages} == {"5"}
