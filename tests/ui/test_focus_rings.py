"""Whatever can be gone to with Tab shows that it has the keys: an edge in the accent colour."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.services.terms import TermLists
from studydesk.ui import theme
from studydesk.ui.arrange.handout.page_view import PageView
from studydesk.ui.arrange.passage_text import PassageText
from studydesk.ui.arrange.term_sheet import TermSheet
from studydesk.ui.packets.redline_view import RedlineView

STOPS: dict[str, Callable[[QWidget], QWidget]] = {
    "the printed pages": PageView,
    "a comparison": RedlineView,
    "any list": QListWidget,
    "any table": QTableWidget,
    "a passage": PassageText,
    "pinned terms": lambda window: TermSheet(TermLists(), window).pinned,
    "hidden terms": lambda window: TermSheet(TermLists(), window).hidden,
    "discovered terms": lambda window: TermSheet(TermLists(), window).found,
}


def edge_is_marked(widget: QWidget) -> bool:
    """Whether the upper or the left edge has the accent colour."""
    image, accent = widget.grab().toImage(), QColor(theme.colours(widget.palette()).accent)
    middle = image.width() // 2, image.height() // 2
    return accent in (image.pixelColor(middle[0], 0), image.pixelColor(0, middle[1]))


@pytest.mark.parametrize("name", STOPS)
@pytest.mark.usefixtures("appearance")
def test_it_is_seen_where_the_keys_are(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stop = STOPS[name](window)
    if stop.window() is window:
        QVBoxLayout(window).addWidget(stop)
    with qtbot.waitExposed(stop.window()):
        window.show()
        stop.window().show()
    stop.window().activateWindow()
    stop.window().setFocus()
    assert not edge_is_marked(stop)
    stop.setFocus()
    qtbot.waitUntil(stop.hasFocus)
    assert edge_is_marked(stop)
