"""What was done in one place is taken back there, and nowhere else."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import press_undo, rename, tidy_first, title

from studydesk.domain.packet import Packet
from studydesk.ui.deed import in_form
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


def test_in_tidying_neither_edits_nor_deeds_of_other_pages_are_taken_back(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction, qtbot: QtBot
) -> None:
    rename(desk, "新题名")
    tidied = desk.library.sources()[0].id
    other = next(each.id for each in desk.library.articles() if each.source_id != tidied)
    desk.deleting.delete([other])
    count = len(desk.library.articles())
    tidy_first(desk, qtbot)
    desk.tidy.commands.actions["aside"].trigger()
    undo.trigger()
    assert not undo.isEnabled()
    assert undo.text() == "撤消"
    press_undo(window)
    assert title(desk) == "新题名"
    assert len(desk.library.articles()) == count
    said = "这一页没有可撤消的了。选材、编排里的改动，请到那里撤消。"
    assert window.status.currentMessage() == said
    assert (undo.statusTip(), desk.tidy.head.undo.toolTip()) == (said, said)
    desk.show_page("pick")
    undo.trigger()
    undo.trigger()
    assert title(desk) == "周五班组学习"
    assert len(desk.library.articles()) == count + 1
    desk.tidy.current.flush()


def test_on_other_pages_no_step_of_tidying_is_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    desk.tidy.commands.actions["aside"].trigger()
    done = desk.tidy.current.page
    for page in ("arrange", "pick"):
        desk.show_page(page)
        assert not undo.isEnabled()
        press_undo(window)
        assert desk.tidy.current.page == done
        assert "整理里的" in window.status.currentMessage()
    desk.show_page("tidy")
    assert undo.text() == "撤消：移入版面零件"
    desk.tidy.current.flush()


def tag(desk: Desk, word: str) -> None:
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.reader.tags.changed.emit((word,), "加标签")


def test_in_arranging_only_the_packet_is_taken_back_and_in_picking_the_library_too(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction, redo: QAction
) -> None:
    rename(desk, "新题名")
    tag(desk, "安全")
    desk.show_page("arrange")
    assert undo.text() == "撤消：改名"
    undo.trigger()
    assert not undo.isEnabled()
    press_undo(window)
    assert "选材、整理里的" in window.status.currentMessage()
    assert desk.library.tags() == ["安全"]
    desk.show_page("pick")
    assert undo.text() == "撤消：加标签"
    undo.trigger()
    assert not desk.library.tags()
    redo.trigger()
    assert redo.text() == "重做：改名"
    redo.trigger()
    assert (title(desk), redo.isEnabled()) == ("新题名", False)


def test_an_edit_that_came_after_a_deed_of_the_library_is_taken_back_before_it(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    rename(desk, "先")
    rename(desk, "后")
    tag(desk, "安全")
    desk.show_page("arrange")
    undo.trigger()
    undo.trigger()
    rename(desk, "新")
    rename(desk, "更新")
    desk.show_page("pick")
    undone = []
    while undo.isEnabled():
        undone.append(undo.text())
        undo.trigger()
    assert undone == ["撤消：改名", "撤消：改名", "撤消：加标签"]


def test_where_nothing_was_done_anywhere_no_other_place_is_named(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    press_undo(window)
    assert window.status.currentMessage() == "这一页没有可撤消的了。"


def test_what_is_taken_back_in_one_place_is_done_again_there_though_there_was_a_step_elsewhere(
    desk: Desk, pick: PickPage, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    undo.trigger()
    tidy_first(desk, qtbot)
    assert not redo.isEnabled()
    desk.tidy.commands.actions["aside"].trigger()
    undo.trigger()
    desk.show_page("pick")
    desk.tidy.current.flush()
    redo.trigger()
    assert len(desk.library.articles()) == count - 1
    desk.show_page("tidy")
    assert redo.text() == "重做：移入版面零件"


def test_what_was_cut_is_left_where_it_is_by_undo_and_what_was_put_is_put_back(
    window: MainWindow, desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    actions, articles = desk.tidy.commands.actions, desk.tidy.articles
    moves = desk.tidy.commands.moves
    actions["aside"].trigger()
    aside = desk.tidy.current.page
    articles.go_to_row(2)
    actions["cut"].trigger()
    assert undo.text() == "撤消：剪下"
    undo.trigger()
    assert (moves.carried, desk.tidy.current.page) == ((), aside)
    redo.trigger()
    assert moves.carried
    articles.go_to_row(4)
    actions["put"].trigger()
    assert undo.text() == "撤消：移动段落"
    undo.trigger()
    assert desk.tidy.current.page == aside
    assert undo.text() == "撤消：移入版面零件"
    articles.go_to_row(2)
    actions["cut"].trigger()
    moves.let_go()
    assert undo.text() == "撤消：移入版面零件"
    desk.tidy.current.flush()


def test_where_a_page_was_printed_is_taken_back_where_it_was_filled_in(
    desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    source = tidy_first(desk, qtbot)

    def newspaper() -> str:
        desk.current.flush()
        return desk.library.source(source).newspaper

    desk.tidy.facts.ask([source])
    desk.tidy.form.saved.emit("工人日报", date(2026, 11, 27), "7")
    assert newspaper() == "工人日报"
    desk.show_page("arrange")
    assert not undo.isEnabled()
    desk.show_page("tidy")
    undo.trigger()
    assert newspaper() == ""
    redo.trigger()
    assert newspaper() == "工人日报"


def test_a_new_packet_is_taken_back_only_after_its_edits_and_comes_back_with_all_of_them(
    desk: Desk, undo: QAction, redo: QAction
) -> None:
    first = title(desk)
    desk.shelf.create()
    new = desk.current.packet
    assert new is not None
    rename(desk, "一")
    rename(desk, "二")
    titles = []
    while undo.isEnabled():
        undo.trigger()
        titles.append(title(desk))
    assert titles == ["一", new.title, first]
    while redo.isEnabled():
        redo.trigger()
        titles.append(title(desk))
    assert titles[3:] == [new.title, "一", "二"]
    assert desk.current.flush()
    assert desk.library.packet(new.id).title == "二"


def test_a_new_packet_with_edits_stays_where_another_one_is_open(desk: Desk, undo: QAction) -> None:
    before = desk.current.packet
    desk.shelf.create()
    new = desk.current.packet
    assert before is not None
    assert new is not None
    rename(desk, "改过")
    desk.shelf.open(before.id)
    assert not undo.isEnabled()
    assert "别的学习包" in undo.statusTip()
    desk.shelf.open(new.id)
    assert undo.text() == "撤消：改名"
    undo.trigger()
    undo.trigger()
    assert [packet.id for packet in desk.library.packets()] == [before.id]


def test_a_packet_out_of_the_trash_stays_where_another_one_is_open(
    desk: Desk, undo: QAction
) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.library.delete_packet("other")
    (gone,) = desk.library.trashed()
    before = desk.current.packet
    assert before is not None
    desk.show_restored(replace(gone, id=desk.library.restore(gone.kind, gone.id)), in_form())
    rename(desk, "改过")
    desk.shelf.open(before.id)
    assert not undo.isEnabled()


@pytest.mark.parametrize("command", ["new-packet", "copy-packet", "delete-packet"])
def test_what_is_no_part_of_tidying_is_done_where_it_is_seen_and_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot, command: str
) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    before = {packet.id for packet in desk.library.packets()}, len(desk.library.articles())
    tidy_first(desk, qtbot)
    window.actions_by_id[command].trigger()
    assert desk.page_id == "arrange"
    undo.trigger()
    assert (
        {packet.id for packet in desk.library.packets()},
        len(desk.library.articles()),
    ) == before
