"""A sentence in the status line goes as soon as it is not true any more: what Ctrl+Z will do, and
what is said of a page.
"""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Packet, SectionHeading, new_id
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage

PROMISE = "已删除“小标题”，按 Ctrl+Z 恢复。"


@pytest.fixture
def promised(window: MainWindow, desk: Desk) -> MainWindow:
    """The window that has just said what Ctrl+Z does, in 编排."""
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.show_page("arrange")
    rename(desk, "改过的")
    heading = SectionHeading("标题", id=new_id())
    desk.current.edit("添标题", edits.append(open_packet(desk), heading))
    desk.arrange.commands.remove(heading.id)
    assert window.status.currentMessage() == PROMISE
    return window


def rename(desk: Desk, title: str) -> None:
    desk.current.edit("改名", replace(open_packet(desk), title=title))


def test_what_ctrl_z_would_bring_back_is_promised_no_more_in_another_packet(
    promised: MainWindow, desk: Desk
) -> None:
    desk.shelf.open("other")
    assert promised.status.currentMessage() == ""


def test_nor_once_it_is_back_or_something_was_done_since(
    promised: MainWindow, desk: Desk, undo: QAction
) -> None:
    promised.status.tell(PROMISE)
    undo.trigger()
    assert promised.status.currentMessage() == "已撤消：删除小标题。"
    promised.status.tell(PROMISE)
    rename(desk, "又改过的")
    assert promised.status.currentMessage() == ""


def test_what_a_shelf_promises_stays_where_it_is_true(promised: MainWindow, desk: Desk) -> None:
    desk.shelf.message.emit("已合并；按 Ctrl+Z 撤消。")
    desk.show_page("pick")
    assert "Ctrl+Z" in promised.status.currentMessage()
    desk.show_page("tidy")
    assert promised.status.currentMessage() == ""


def test_what_was_promised_of_a_page_in_tidying_is_not_of_an_article_deleted_before(
    desk: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    desk.deleting.delete_article()
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(desk.library.sources()[-1].id)
    desk.tidy.commands.actions["aside"].trigger()
    desk.tidy.offered.emit("撤消（Ctrl+Z）可以回来。", lambda: None)
    desk.show_page("pick")
    assert desk.undoing.next_back[0].startswith("删除文章")
    assert desk.notice.isHidden()


@pytest.mark.parametrize("page_id", ["pick", "arrange", "tidy"])
def test_a_message_goes_with_its_page(window: MainWindow, desk: Desk, page_id: str) -> None:
    desk.show_page(page_id)
    desk.pages[page_id].message.emit("剪贴板里没有文字。")
    assert window.status.currentMessage() == "剪贴板里没有文字。"
    desk.show_page("arrange" if page_id == "pick" else "pick")
    assert window.status.currentMessage() == ""


def test_a_message_stays_as_its_page_comes_to_the_front(window: MainWindow, desk: Desk) -> None:
    desk.show_page("arrange")
    desk.pick.message.emit("要关窗口就再关一次。")
    desk.show_page("pick")
    desk.show_page("pick")
    assert window.status.currentMessage() == "要关窗口就再关一次。"
