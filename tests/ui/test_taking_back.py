"""Ctrl+Z takes back what was done last, whatever that was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import rename, title

from studydesk.domain.packet import Packet
from studydesk.errors import DiskFull
from studydesk.services.citing import SourceFacts
from studydesk.ui.deed import LIBRARY
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.pages.pick import PickPage


def test_an_edit_ends_what_could_be_done_again(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction
) -> None:
    desk.deleting.delete_article()
    undo.trigger()
    rename(desk, "新题名")
    assert not window.actions_by_id["redo"].isEnabled()


def test_a_deleted_packet_is_deleted_again(window: MainWindow, desk: Desk, undo: QAction) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.shelf.delete("other")
    undo.trigger()
    window.actions_by_id["redo"].trigger()
    assert "另一份" not in [packet.title for packet in desk.library.packets()]


def test_the_menu_names_what_only_the_notice_offers(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    assert not undo.isEnabled()
    desk.deleting.delete_article()
    assert undo.isEnabled()
    assert undo.text().startswith("撤消：删除文章“")
    undo.trigger()
    assert not undo.isEnabled()
    assert desk.notice.isHidden()


def test_the_button_and_the_key_take_one_thing_back_once(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    desk.deleting.delete_article()
    desk.notice.undo_button.click()
    assert not undo.isEnabled()


def test_a_deleted_packet_comes_back_though_another_has_edits(desk: Desk, undo: QAction) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    rename(desk, "改过")
    desk.shelf.delete("other")
    undo.trigger()
    assert title(desk) == "另一份"


def test_no_page_is_counted_of_a_packet_that_is_gone(desk: Desk) -> None:
    preview = desk.arrange.handout_panel.preview
    desk.show_page("arrange")
    preview.page_label.setText("3/4")
    packet = desk.current.packet
    assert packet is not None
    desk.shelf.delete(packet.id)
    assert preview.page_label.text() == "–/–"
    assert not preview.back.isEnabled()


def test_a_tag_that_could_not_be_kept_is_not_offered_to_be_taken_back(
    desk: Desk, pick: PickPage, undo: QAction, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFull(desk.library.folder)

    keep = desk.library.set_tags
    pick.reader.tags.changed.emit(("甲",), "加标签“甲”")
    monkeypatch.setattr(desk.library, "set_tags", refuse)
    pick.reader.tags.changed.emit(("甲", "乙"), "加标签“乙”")
    assert undo.text() == "撤消：加标签“甲”"
    assert "磁盘" in desk.notice.sentence
    undo.trigger()
    assert "磁盘" in desk.notice.sentence
    assert pick.reader.tags.tags == ("甲",)
    monkeypatch.setattr(desk.library, "set_tags", keep)
    undo.trigger()
    assert not pick.reader.tags.tags


def test_where_a_source_was_printed_is_taken_back_though_there_is_no_packet(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.shelf.delete(packet.id)
    desk.undoing.forget(packet.id)
    before = desk.library.sources()
    pick.reader.source_saved.emit("工人日报", None, "7")
    assert desk.current.flush()
    assert {source.newspaper for source in desk.library.sources()} == {"", "工人日报"}
    undo.trigger()
    assert desk.current.flush()
    assert desk.library.sources() == before


def test_facts_filled_in_for_many_sources_are_taken_back_and_filled_in_again(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(desk.library.sources()[0].id)

    def newspapers() -> set[str]:
        assert desk.current.flush()
        return {source.newspaper for source in desk.library.sources()}

    desk.tidy.facts.ask([source.id for source in desk.library.sources()])
    desk.tidy.form.saved.emit("工人日报", None, "")
    assert newspapers() == {"工人日报"}
    undo.trigger()
    assert newspapers() == {""}
    assert window.status.currentMessage() == "已撤消：填写出处。"
    window.actions_by_id["redo"].trigger()
    assert newspapers() == {"工人日报"}
    undo.trigger()
    assert newspapers() == {""}
    assert not undo.isEnabled()


def test_a_tag_and_a_plan_are_set_again(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction
) -> None:
    redo, plans = window.actions_by_id["redo"], window.findChild(PlanMenu)
    assert plans is not None
    pick.reader.tags.changed.emit(("安全",), "加标签“安全”")
    plans.keep()
    undo.trigger()
    assert window.status.currentMessage() == "已撤消：把“周五班组学习”存为方案。"
    undo.trigger()
    assert (desk.library.plans(), desk.library.tags()) == ([], [])
    redo.trigger()
    assert window.status.currentMessage() == "已重做：加标签“安全”。"
    redo.trigger()
    assert [plan.name for plan in desk.library.plans()] == ["周五班组学习"]
    assert pick.reader.tags.tags == ("安全",)


def test_the_arrows_of_the_tidy_page_say_and_do_what_the_keys_do(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot
) -> None:
    head = desk.tidy.head
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(desk.library.sources()[0].id)
    assert not head.undo.isEnabled()
    desk.tidy.commands.actions["aside"].trigger()
    assert head.undo.toolTip() == "撤消：移入版面零件（Ctrl+Z）"
    head.undo.click()
    assert window.status.currentMessage() == "已撤消：移入版面零件。"
    assert not head.undo.isEnabled()
    head.redo.click()
    assert window.status.currentMessage() == "已重做：移入版面零件。"
    assert undo.isEnabled()
    desk.tidy.current.flush()


def test_what_was_said_of_a_deed_goes_when_it_is_taken_back(
    desk: Desk, pick: PickPage, undo: QAction, qtbot: QtBot, tmp_path: Path
) -> None:
    pick.reader.text.select(0, 20)
    pick.add_selection()
    assert "已加到" in pick.reader.hint.sentence
    undo.trigger()
    assert pick.reader.hint.isHidden()
    page = tmp_path / "新版面.txt"
    page.write_text("新的标题\n\n工匠精神是劳动者对职业的敬畏与热爱。", "utf-8")
    with qtbot.waitSignal(desk.pick.imported):
        desk.take_files([page])
    assert pick.browser.results.isVisible()
    undo.trigger()
    assert pick.browser.results.isHidden()


def test_what_could_not_be_taken_back_is_offered_again(
    desk: Desk, pick: PickPage, undo: QAction, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[str]:
        raise DiskFull(desk.library.folder)

    count = len(desk.library.articles())
    desk.deleting.delete_article()
    with monkeypatch.context() as full:
        full.setattr(desk.library, "restore_all", refuse)
        undo.trigger()
    assert "磁盘已满" in desk.notice.sentence
    undo.trigger()
    assert len(desk.library.articles()) == count


def test_what_can_never_be_taken_back_is_in_the_way_of_nothing(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    rename(desk, "新题名")
    desk.deleting.delete_article()
    desk.library.empty_trash(datetime.now(UTC) + timedelta(seconds=1))
    undo.trigger()
    undo.trigger()
    assert title(desk) == "周五班组学习"


def test_another_deed_ends_what_the_history_could_do_again(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction
) -> None:
    rename(desk, "新题名")
    undo.trigger()
    desk.deleting.delete_article()
    assert not window.actions_by_id["redo"].isEnabled()
    undo.trigger()
    window.actions_by_id["redo"].trigger()
    assert title(desk) == "周五班组学习"


def test_facts_taken_back_from_another_packet_stay_taken_back(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction
) -> None:
    assert pick.article is not None
    source = pick.article.source_id
    before = desk.library.source(source).newspaper
    facts = SourceFacts(source, "某某日报", date(2026, 1, 2), "5")
    deed = desk.current.set_facts([facts], LIBRARY)
    assert deed is not None
    desk.undoing.offer(deed)
    desk.library.save_packet(Packet("别的", id="other"))
    desk.shelf.open("other")
    for _ in range(3):
        undo.trigger()
        desk.current.flush()
        assert desk.library.source(source).newspaper == before
    window.actions_by_id["redo"].trigger()
    desk.current.flush()
    assert desk.library.source(source).newspaper == "某某日报"
    assert not desk.current.history.canUndo()


def test_an_edit_that_has_no_name_is_offered_to_be_taken_back_too(
    desk: Desk, undo: QAction, redo: QAction
) -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("", replace(packet, title="新题名"))
    assert undo.isEnabled()
    undo.trigger()
    assert (title(desk), redo.isEnabled()) == (packet.title, True)


def test_the_menu_names_a_deed_with_all_its_signs(desk: Desk, undo: QAction) -> None:
    rename(desk, "R&D")
    packet = desk.current.packet
    assert packet is not None
    desk.shelf.delete(packet.id)
    assert undo.text() == "撤消：删除学习包“R&&D”"


def test_what_was_said_besides_a_step_is_not_said_of_a_later_one(
    window: MainWindow, desk: Desk, undo: QAction
) -> None:
    rename(desk, "新名")
    desk.undoing.add("出处仍是现在的。")
    undo.trigger()
    assert window.status.currentMessage() == "已撤消：改名。"
