"""Ctrl+Z takes back what was done last, whatever that was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Packet
from studydesk.errors import DiskFull
from studydesk.services.citing import SourceFacts
from studydesk.ui import notice
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.deed import LIBRARY, in_form
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.pages.pick import PickPage


@pytest.fixture
def menu(desk: Desk) -> PresetsMenu:
    """The presets of the packet, which is set in a copy that was just made; its form is open."""
    desk.show_page("arrange")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.copy.trigger()
    return menu


def rename(desk: Desk, title: str, merge: str = "") -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("改名", replace(packet, title=title), merge)


def type_footer(menu: PresetsMenu, *texts: str) -> None:
    """Type into the form, and do not wait until it hands over what was typed."""
    assert menu.editing.form is not None
    for text in texts:
        menu.editing.form.page.footer.setText(text)
        menu.editing.form.page.footer.edited.emit(text)


def footer(desk: Desk, menu: PresetsMenu) -> str:
    """What the form and the file say by now."""
    assert menu.editing.form is not None
    assert desk.current.packet is not None
    kept = menu.presets[desk.current.packet.preset].footer
    assert menu.editing.form.page.footer.text() == kept
    return kept


def title(desk: Desk) -> str:
    packet = desk.current.packet
    return packet.title if packet else ""


def test_a_deleted_article_comes_back_before_an_older_edit(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    rename(desk, "新题名")
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    undo.trigger()
    assert len(desk.library.articles()) == count
    assert title(desk) == "新题名"
    undo.trigger()
    assert title(desk) == "周五班组学习"


def test_a_later_edit_is_taken_back_before_the_deletion(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    rename(desk, "新题名")
    undo.trigger()
    assert title(desk) == "周五班组学习"
    assert len(desk.library.articles()) == count - 1
    undo.trigger()
    assert len(desk.library.articles()) == count


def test_what_is_typed_on_after_a_deletion_is_taken_back_before_it(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    count = len(desk.library.articles())
    rename(desk, "新", merge="title")
    desk.deleting.delete_article()
    rename(desk, "新题名", merge="title")
    undo.trigger()
    assert title(desk) == "新"
    assert len(desk.library.articles()) == count - 1
    undo.trigger()
    assert len(desk.library.articles()) == count


def test_several_articles_come_back_one_after_the_other(desk: Desk, undo: QAction) -> None:
    articles = [article.id for article in desk.library.articles()]
    for article_id in articles[:2]:
        desk.pick.open_article(article_id)
        desk.deleting.delete_article()
    undo.trigger()
    assert [article.id for article in desk.library.articles()] == articles[1:]
    undo.trigger()
    assert [article.id for article in desk.library.articles()] == articles


def test_a_deletion_taken_back_is_done_again_and_both_are_said(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction
) -> None:
    count, redo = len(desk.library.articles()), window.actions_by_id["redo"]
    rename(desk, "新题名")
    desk.deleting.delete_article()
    undo.trigger()
    assert window.status.currentMessage().startswith("已撤消：删除文章“")
    redo.trigger()
    assert window.status.currentMessage().startswith("已重做：删除文章“")
    assert len(desk.library.articles()) == count - 1
    undo.trigger()
    undo.trigger()
    assert window.status.currentMessage() == "已撤消：改名。"
    redo.trigger()
    assert title(desk) == "新题名"
    redo.trigger()
    assert len(desk.library.articles()) == count - 1
    assert not redo.isEnabled()


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


def test_an_import_is_taken_back_into_the_trash_and_done_again(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot, tmp_path: Path
) -> None:
    before = desk.library.articles()
    page = tmp_path / "新版面.txt"
    page.write_text("新的标题\n\n工匠精神是劳动者对职业的敬畏与热爱。", "utf-8")
    with qtbot.waitSignal(desk.pick.imported):
        desk.take_files([page])
    assert len(desk.library.articles()) == len(before) + 1
    undo.trigger()
    assert desk.library.articles() == before
    assert len(desk.library.trashed()) == 1
    window.actions_by_id["redo"].trigger()
    assert len(desk.library.articles()) == len(before) + 1
    undo.trigger()
    assert desk.library.articles() == before


def test_it_is_said_where_passages_are_left_of_articles_whose_import_is_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "新版面.txt"
    page.write_text("新的标题\n\n工匠精神是劳动者对职业的敬畏与热爱。", "utf-8")
    with qtbot.waitSignal(desk.pick.imported):
        desk.take_files([page])
    desk.pick.reader.text.select(0, 5)
    desk.pick.add_selection()
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.shelf.open("other")  # so that the passage stays
    desk.show_page("pick")
    undo.trigger()
    said = "已撤消：导入 1 篇文章。学习包里的选段还在，但引文核对不到原文了。"
    assert window.status.currentMessage() == said


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


def test_a_deletion_can_be_taken_back_after_its_notice_went(
    desk: Desk, pick: PickPage, undo: QAction, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "OFFERED", 1)
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    qtbot.waitUntil(desk.notice.isHidden)
    undo.trigger()
    assert len(desk.library.articles()) == count


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


def test_of_several_articles_all_come_back_or_none(
    desk: Desk, undo: QAction, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [article.id for article in desk.library.articles()[:2]]
    left = [article.id for article in desk.library.articles()[2:]]
    desk.deleting.delete(gone)
    with desk.library._database.writing() as connection:
        connection.execute("DELETE FROM trash WHERE id = ?", (gone[1],))
    undo.trigger()
    assert [article.id for article in desk.library.articles()] == left


def test_what_was_deleted_and_restored_is_taken_back_step_by_step(
    desk: Desk, undo: QAction, redo: QAction
) -> None:
    rename(desk, "新题名")
    first, second = desk.library.articles()[:2]
    for each in (first, second):
        desk.deleting.delete([each.id])
    thing = next(thing for thing in desk.library.trashed() if thing.id == second.id)
    desk.library.restore(thing.kind, thing.id)
    desk.show_restored(thing, in_form())
    assert desk.notice.sentence.startswith("已恢复文章“")
    assert undo.text().startswith("撤消：恢复文章“")
    there = [[first.id], [first.id, second.id], [first.id], []]
    for command in (undo, redo):
        for before, after in pairwise(there if command is undo else there[::-1]):
            assert {thing.id for thing in desk.library.trashed()} == set(before)
            command.trigger()
            assert {thing.id for thing in desk.library.trashed()} == set(after)
    assert title(desk) == "新题名"


def test_what_is_put_back_beside_an_import_is_taken_back_alone(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    assert pick.article is not None
    deleted = [pick.article.id]
    desk.deleting.delete(deleted)
    pick.browser.results.restore_requested.emit(deleted)
    assert undo.text().startswith("撤消：恢复文章“")
    undo.trigger()
    assert [thing.id for thing in desk.library.trashed()] == deleted
    undo.trigger()
    assert desk.library.trashed() == []


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


def test_a_letter_typed_and_removed_leaves_a_deletion_to_be_taken_back(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    packet, articles = desk.current.packet, desk.library.articles()
    assert packet is not None
    desk.deleting.delete_article()
    for name in (f"{packet.title}a", packet.title):
        desk.current.edit("改名", replace(packet, title=name), f"{packet.id}.title")
    undo.trigger()
    assert desk.library.articles() == articles


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


def test_what_waits_in_the_form_of_a_preset_is_taken_back_before_its_copy(
    desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    assert desk.current.packet is not None
    copy = desk.current.packet.preset
    type_footer(menu, "甲")
    undo.trigger()
    assert desk.current.packet.preset == copy
    assert footer(desk, menu) == ""


def test_what_waits_in_the_form_of_a_preset_is_taken_back_before_an_older_change(
    window: MainWindow, desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    assert menu.editing.form is not None
    type_footer(menu, "甲", "甲车间")
    menu.editing.form.flush()
    margin = menu.editing.form.page.margins["top"]
    before = margin.number
    margin.edited.emit(40)
    undo.trigger()
    assert (margin.number, footer(desk, menu)) == (before, "甲车间")
    undo.trigger()
    type_footer(menu, "乙")
    window.actions_by_id["redo"].trigger()
    assert footer(desk, menu) == "乙"


def test_a_name_half_typed_in_the_form_of_a_preset_is_taken_back_first(
    desk: Desk, menu: PresetsMenu, undo: QAction
) -> None:
    form = menu.editing.form
    assert form is not None
    name = form.name.text()
    form.name.setFocus()
    form.name.setText("车间讲义")
    undo.trigger()
    assert form.name.text() == name
    assert name in menu.presets


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
