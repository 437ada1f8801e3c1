"""使用说明: what it names is there, and it is found where one looks for help."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.test_start import loaded_by
from tests.ui.test_keys import all_listed, told_on_the_sheet

import studydesk.ui
from studydesk import paths
from studydesk.ui.key_names import native
from studydesk.ui.main_window import MainWindow
from studydesk.ui.manual import Manual
from studydesk.ui.sheets import shortcut_sheet

FOLDER = paths.resources() / "help"
WRITTEN = (FOLDER / "manual.html").read_text("utf-8")
MOST_BYTES = 700_000
"""What the manual may add to the program."""

FILES = {"Word", "WPS", "PDF", "DOCX", "docx", "doc"}
"""The only words in Latin letters, beside keys."""

NOT_OF_THE_WINDOW = {"5/5 ✓", "文档"}
"""What it quotes that stands nowhere in the window as it is."""


def shown(window: MainWindow) -> list[Manual]:
    return [manual for manual in window.findChildren(Manual) if manual.isVisible()]


def is_as_wide(manual: Manual, width: int) -> bool:
    return manual.width() == width


@pytest.fixture
def manual(window: MainWindow) -> Iterator[Manual]:
    """The manual as the menu opens it."""
    window.actions_by_id["manual"].trigger()
    (opened,) = shown(window)
    yield opened
    for left in shown(window):
        left.close()


def test_every_picture_it_names_is_there_and_no_other() -> None:
    named = re.findall('<img src="(.+?)" alt=".+?">', WRITTEN)
    assert named
    assert sorted(named) == sorted(file.name for file in FOLDER.glob("*.png"))
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_BYTES


def test_every_key_it_names_is_one_of_the_window(window: MainWindow) -> None:
    written = QKeySequence.SequenceFormat.NativeText
    known = told_on_the_sheet(window)
    known |= {action.shortcut().toString(written) for action in all_listed(window)}
    named = {native(key) for key in re.findall("<kbd>(.+?)</kbd>", WRITTEN)}
    assert named
    assert named <= known, named - known


def test_every_line_of_a_menu_it_names_is_there(window: MainWindow) -> None:
    lines = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            lines.add(f"{top.text()[:-4]}→{action.text().rstrip('…')}")
    named = set(re.findall("“([^”]+→[^”]+)”", WRITTEN))
    assert named
    assert named <= lines, named - lines


def test_every_other_word_it_quotes_stands_in_the_window() -> None:
    folder = Path(studydesk.ui.__file__).parent
    source = "".join(file.read_text("utf-8") for file in folder.rglob("*.py"))
    quoted = set(re.findall("“([^”→]+)”", WRITTEN)) - NOT_OF_THE_WINDOW
    assert quoted
    assert not {word for word in quoted if word not in source}


def test_nothing_in_it_is_english(manual: Manual) -> None:
    plain = unescape(re.sub("<kbd>.+?</kbd>|<.+?>", "", WRITTEN))
    labels = [manual.windowTitle(), *(b.text() for b in manual.findChildren(QPushButton))]
    assert set(re.findall("[A-Za-z]{2,}", plain + " ".join(labels))) <= FILES


def test_it_leaves_the_window_to_be_used_and_is_opened_once(
    window: MainWindow, manual: Manual
) -> None:
    assert not manual.isModal()
    window.actions_by_id["manual"].trigger()
    assert shown(window) == [manual]


def test_what_it_is_about_leads_there(manual: Manual) -> None:
    (button,) = (b for b in manual.findChildren(QPushButton) if b.text() == "导出与打印")
    button.click()
    place = manual.text.cursorForPosition(manual.text.viewport().rect().center()).block()
    while place.blockFormat().headingLevel() != 2:
        place = place.previous()
    assert place.text() == "导出与打印"


def test_its_pictures_are_drawn_no_wider_than_the_text(manual: Manual, qtbot: QtBot) -> None:
    for width in (500, 1400):
        manual.resize(width, 600)
        qtbot.waitUntil(partial(is_as_wide, manual, width))
        assert manual.text.horizontalScrollBar().maximum() == 0
    manual.text.go_to("选段")
    seen = manual.text.viewport().grab().toImage()
    assert seen.pixelColor(seen.rect().center()) != seen.pixelColor(2, 2)


def test_a_window_that_starts_does_without_it() -> None:
    loaded = loaded_by("from studydesk.ui import commands, main_window, sheets")
    assert "studydesk.ui.commands" in loaded
    assert "studydesk.ui.manual" not in loaded


def test_esc_closes_it(manual: Manual, qtbot: QtBot) -> None:
    qtbot.keyClick(manual.text, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_the_sheet_of_keys_leads_to_it(window: MainWindow) -> None:
    sheet = shortcut_sheet(window)
    sheet.open()
    (button,) = (b for b in sheet.findChildren(QPushButton) if b.text() == "使用说明")
    button.click()
    assert not sheet.isVisible()
    (opened,) = shown(window)
    opened.close()
