"""最近的学习包 in the menu 文件: one goes back to what was open before, also in a new window."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.recent_packets import MOST

OpenWindow = Callable[[Library], MainWindow]


@pytest.fixture
def packets(library: Library) -> list[Packet]:
    """One packet more than the menu lists beside the one that is open."""
    made = [Packet(f"第 {number} 期") for number in range(MOST + 2)]
    for packet in made:
        library.save_packet(packet)
    return made


def offered(window: MainWindow) -> list[QAction]:
    """What the menu lists when it is opened."""
    (files,) = (each.menu() for each in window.menuBar().actions() if each.text() == "文件(&F)")
    assert isinstance(files, QMenu)
    (menu,) = (each.menu() for each in files.actions() if each.text() == "最近的学习包")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.aboutToHide.emit()
    return menu.actions()


def titles(window: MainWindow) -> list[str]:
    return [action.text() for action in offered(window)]


def test_what_was_open_last_comes_first_and_what_is_open_not_at_all(
    packets: list[Packet], window: MainWindow, desk: Desk
) -> None:
    for number in (5, 2, 7, 2, 3):
        desk.shelf.open(packets[number].id)
    assert titles(window)[:3] == ["第 2 期", "第 7 期", "第 5 期"]
    assert "第 3 期" not in titles(window)
    assert len(titles(window)) == MOST


def test_a_packet_that_is_chosen_is_opened(
    packets: list[Packet], window: MainWindow, desk: Desk
) -> None:
    desk.shelf.open(packets[4].id)
    desk.shelf.open(packets[1].id)
    offered(window)[0].trigger()
    assert desk.current.packet == packets[4]


def test_the_next_window_knows_them(
    packets: list[Packet], window: MainWindow, desk: Desk, open_window: OpenWindow
) -> None:
    for number in (6, 0, 3):
        desk.shelf.open(packets[number].id)
    folder = desk.library.folder
    window.close()
    assert titles(open_window(Library.open(folder)))[:2] == ["第 0 期", "第 6 期"]


def test_a_packet_that_was_never_open_is_listed_where_there_is_room(window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.library.save_packet(Packet("同事存的 A&B"))
    assert titles(window) == ["同事存的 A&&B"]


def test_a_packet_that_was_deleted_is_not_listed(window: MainWindow, desk: Desk) -> None:
    desk.shelf.create()
    assert titles(window) == ["周五班组学习"]
    desk.shelf.delete(desk.library.packets()[-1].id)
    assert [(each.text(), each.isEnabled()) for each in offered(window)] == [
        ("没有别的学习包", False)
    ]


def test_what_makes_no_sense_is_passed_over(desk: Desk, window: MainWindow) -> None:
    desk.library.save_packet(replace(Packet("另一期"), id="another"))
    desk.recent.restore([7, None, "gone", "another"])
    assert titles(window) == ["另一期"]
    desk.recent.restore("another")
    assert desk.recent.ids == []
