"""Deleted or imported articles are taken back among edits, in the order of what was done."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import rename, title

from studydesk.domain.packet import Packet
from studydesk.ui import notice
from studydesk.ui.deed import in_form
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


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


def test_a_deletion_can_be_taken_back_after_its_notice_went(
    desk: Desk, pick: PickPage, undo: QAction, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "OFFERED", 1)
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    qtbot.waitUntil(desk.notice.isHidden)
    undo.trigger()
    assert len(desk.library.articles()) == count


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
