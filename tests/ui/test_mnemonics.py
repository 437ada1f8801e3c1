"""Every line of every menu can be chosen by a key of its own while the menu is open."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studydesk.ui.actions import MENUS
from studydesk.ui.main_window import MainWindow


def menu_of(window: MainWindow, title: str) -> QMenu:
    menus = [action.menu() for action in window.menuBar().actions()]
    return next(menu for menu in menus if isinstance(menu, QMenu) and menu.title() == title)


def inner(menu: QMenu) -> list[QMenu]:
    """A menu and all those in it."""
    below = [action.menu() for action in menu.actions()]
    return [menu, *(one for sub in below if isinstance(sub, QMenu) for one in inner(sub))]


def signs(menu: QMenu) -> list[str]:
    lines = [action.text() for action in menu.actions() if not action.isSeparator()]
    return ["".join(re.findall(r"\(&(.)\)", line)) for line in lines]


@pytest.mark.parametrize("title", MENUS)
def test_each_line_has_a_mnemonic_of_its_own_while_its_menu_is_open(
    window: MainWindow, title: str
) -> None:
    for menu in inner(menu_of(window, title)):
        menu.aboutToShow.emit()
        given = signs(menu)
        assert all(given), menu.title()
        assert len(set(given)) == len(given)
        menu.aboutToHide.emit()
        assert not any(signs(menu))


def test_the_letter_of_its_keys_is_that_of_a_line(window: MainWindow) -> None:
    menu = menu_of(window, "文件(&F)")
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert {"导入文章(&O)…", "粘贴为文章(&V)", "打印(&P)…"} <= set(texts)
    menu.aboutToHide.emit()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_one_key_chooses_a_line_of_an_open_menu(window: MainWindow, qtbot: QtBot) -> None:
    menu, chosen = menu_of(window, "视图(&V)"), list[str]()
    action = next(one for one in menu.actions() if one.text() == "放大文字")
    action.triggered.connect(lambda: chosen.append(action.text()))
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    (sign,) = re.findall(r"\(&(.)\)", action.text())
    QTest.keyClick(menu, Qt.Key(ord(sign)))
    qtbot.waitUntil(lambda: chosen == ["放大文字"])
