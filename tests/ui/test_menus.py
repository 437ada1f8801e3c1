"""The commands of the window: each in a menu, with a key that no other has on the same page."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.own_plan import plan_of
from studydesk.domain.packet import Packet
from studydesk.library import Facet, Facets
from studydesk.ui.actions import COMMANDS, LINE, MENUS, SUBMENUS
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.packet_menu import PacketMenu
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.page import Page
from studydesk.ui.unanswered_keys import leave_menus


def test_every_command_stands_in_a_menu() -> None:
    listed = {part for parts in (*MENUS.values(), *SUBMENUS.values()) for part in parts} - {LINE}
    assert {command.id for command in COMMANDS} <= listed


def test_a_menu_below_another_is_off_where_nothing_in_it_can_be_done(
    window: MainWindow, desk: Desk
) -> None:
    menus = window.menuBar().findChildren(QMenu)
    tidying = next(menu for menu in menus if menu.title().startswith("整理"))
    below = {menu.title(): menu for menu in menus if menu.title() in SUBMENUS}
    desk.show_page("arrange")
    tidying.aboutToShow.emit()
    assert not below["改为"].menuAction().isEnabled()
    below["改为"].actions()[0].setEnabled(True)
    tidying.aboutToShow.emit()
    assert below["改为"].menuAction().isEnabled()


def test_no_menu_is_higher_than_a_small_screen(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        # What opens beside another may stand as high as the bar.
        above = 0 if menu.title() in SUBMENUS else window.menuBar().height()
        assert menu.sizeHint().height() <= 472 - above, menu.title()
        assert menu.sizeHint().width() < 400, menu.title()


LONG = "关于深入学习贯彻" * 20 + "的第二次集中学习"
"""What somebody called something; its end tells it from others."""


def recent(desk: Desk) -> QMenu:
    desk.library.save_packet(Packet(LONG))
    return desk.recent


def packets(desk: Desk) -> QMenu:
    desk.library.save_packet(Packet(LONG))
    return desk.findChildren(PacketMenu)[0]


def packets_of_the_glance(desk: Desk) -> QMenu:
    desk.library.save_packet(Packet(LONG))
    desk.pick.glance.offer(desk.library.packets())
    return desk.pick.glance.menu


def plans(desk: Desk) -> QMenu:
    desk.library.keep_plan(plan_of(Packet("方案"), LONG))
    return desk.findChildren(PlanMenu)[0]


def columns(desk: Desk) -> QMenu:
    desk.pick.browser.filters.offer(Facets((), (Facet(LONG, LONG, 3),), (), ()))
    menus = desk.pick.browser.filters.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
    return next(menu for menu in menus if any("关于" in each.text() for each in menu.actions()))


@pytest.mark.parametrize("menu", [recent, packets, packets_of_the_glance, plans, columns])
def test_a_long_name_keeps_its_ends_and_its_menu_on_the_screen(
    window: MainWindow, menu: Callable[[Desk], QMenu]
) -> None:
    assert window.desk is not None
    listed = menu(window.desk)
    listed.aboutToShow.emit()
    (line,) = (each for each in listed.actions() if each.text().startswith("关于深入"))
    assert "的第二次集中学习" in line.text()
    assert listed.sizeHint().width() < 450


def pages_of(action: QAction) -> set[QWidget]:
    """The pages of the window on which alone the keys of an action do something; none where they
    do it everywhere.
    """
    if action.shortcutContext() is not Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return set()
    owners = [one for one in action.associatedObjects() if isinstance(one, QWidget)]
    pages = [page for owner in owners for page in _above(owner) if isinstance(page, Page)]
    return set(pages)


def _above(widget: QWidget) -> Iterator[QWidget]:
    here: QWidget | None = widget
    while here is not None:
        yield here
        here = here.parentWidget()


def test_no_two_commands_of_a_page_share_a_key(window: MainWindow) -> None:
    users: dict[str, list[QAction]] = {}
    for action in window.findChildren(QAction):
        for key in {key.toString() for key in action.shortcuts()}:
            users.setdefault(key, []).append(action)
    for key, actions in users.items():
        for one, other in combinations(actions, 2):
            places = pages_of(one), pages_of(other)
            assert all(places), (key, one.text(), other.text())
            assert not places[0] & places[1], (key, one.text(), other.text())


def test_no_key_is_a_single_letter(window: MainWindow) -> None:
    for command in COMMANDS:
        assert not re.fullmatch("[A-Za-z0-9]", command.keys)
        assert not command.keys or not QKeySequence(command.keys).isEmpty()


def test_commands_that_need_an_article_are_off_without_one(window: MainWindow, desk: Desk) -> None:
    assert not window.actions_by_id["copy-cited"].isEnabled()
    desk.pick.open_article(desk.library.articles()[0].id)
    assert window.actions_by_id["copy-cited"].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keys_of_a_command_do_it_while_a_menu_is_open(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    menu = next(each for each in window.menuBar().findChildren(QMenu) if each.actions())
    desk.show_page("arrange")
    window.menuBar().setActiveAction(menu.menuAction())
    qtbot.keyClick(menu, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not menu.isVisible()
    assert desk.pick.isVisible()
    assert not window.status.currentMessage()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keys_of_a_command_do_it_while_the_menu_of_contents_is_open(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.show_page("arrange")
    panel = desk.arrange.packet_panel
    panel.open_add_menu()
    qtbot.keyClick(panel.add_menu, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not panel.add_menu.isVisible()
    assert desk.pick.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_item_is_pasted_behind_the_open_menu_of_contents(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.show_page("arrange")
    desk.arrange.insert_item("guide")
    desk.arrange.outline.setFocus()
    desk.arrange.commands.copy()
    assert desk.current.packet is not None
    count = len(desk.current.packet.items)
    desk.arrange.packet_panel.open_add_menu()
    menu = desk.arrange.packet_panel.add_menu
    qtbot.keyClick(menu, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not menu.isVisible()
    assert len(desk.current.packet.items) == count + 1


class _Staying(QMenu):
    """A menu that does not let itself be closed."""

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        event.ignore()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_command_is_done_over_a_menu_that_stays_open(window: MainWindow, qtbot: QtBot) -> None:
    menu = _Staying(window)
    menu.addAction("一行")
    menu.popup(QPoint())
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not leave_menus(key, window.menuBar().actions())
    menu.hide()
