"""What colours its own words or ground takes the other colours when light turns to dark."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.passage import Passage
from studydesk.services.reattaching import Change
from studydesk.ui.arrange.handout.page_notices import PageNotices
from studydesk.ui.arrange.handout.page_view import PageView
from studydesk.ui.theme import DARK, LIGHT, Appearance
from studydesk.ui.tidy.changed_passages import ChangedPassages


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Iterator[QWidget]:
    """An empty window, light; it is light again for the next test."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.resize(600, 200)
    yield window
    appearance.set_mode("light")


def put(window: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    widget.show()


def has(widget: QWidget, colour: str) -> bool:
    """Whether a pixel of what is seen has this colour."""
    image, wanted = widget.grab().toImage(), QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def assert_it_follows(
    widget: QWidget, appearance: Appearance, qtbot: QtBot, light: str, dark: str
) -> None:
    for mode, now, before in (("dark", dark, light), ("light", light, dark)):
        appearance.set_mode(mode)
        qtbot.waitUntil(partial(has, widget, now))
        assert not has(widget, before)


class Follower(QWidget):
    """Counts how often it is told that the style has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt names it
        self.told += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_what_is_seen_is_told_once_of_other_colours_and_what_is_not_once_later(
    window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    seen, unseen = Follower(), Follower()
    for follower in (seen, unseen):
        put(window, follower, qtbot)
    unseen.hide()
    for mode in ("dark", "light"):
        seen.told = unseen.told = 0
        appearance.set_mode(mode)
        assert (seen.told, unseen.told) == (1, 0)
        qtbot.waitUntil(lambda: unseen.told == 1)
        assert seen.told == 1


def test_what_has_a_sheet_of_its_own_follows_too(
    window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    listed = QListWidget()
    listed.setProperty("ground", "surface")
    listed.setStyleSheet("QListView::item { padding: 6px 8px; }")
    put(window, listed, qtbot)
    assert_it_follows(listed, appearance, qtbot, LIGHT.surface, DARK.surface)
    listed.hide()
    appearance.set_mode("dark")
    listed.show()
    qtbot.waitUntil(lambda: has(listed, DARK.surface))
    assert not has(listed, LIGHT.surface)


def test_what_lies_around_the_pages(window: QWidget, appearance: Appearance, qtbot: QtBot) -> None:
    view = PageView(window)
    put(window, view, qtbot)
    assert_it_follows(view, appearance, qtbot, LIGHT.line, DARK.line)


def test_links_in_what_was_noticed(window: QWidget, appearance: Appearance, qtbot: QtBot) -> None:
    notices = PageNotices()
    put(window, notices, qtbot)
    notices.fit.hide()
    notices.loosen.hide()
    notices.tell('末页（<a href="4">4</a>）只有 2 行')
    assert_it_follows(notices, appearance, qtbot, LIGHT.accent, DARK.accent)


def test_marks_of_what_differs(window: QWidget, appearance: Appearance, qtbot: QtBot) -> None:
    asked = ChangedPassages()
    put(window, asked, qtbot)
    before, after = Passage("a", 0, 3, "旧原文"), Passage("a", 0, 3, "新原文")
    asked.ask([Change("packet", "学习包", "item", before, after)])
    assert_it_follows(asked, appearance, qtbot, LIGHT.hit, DARK.hit)
