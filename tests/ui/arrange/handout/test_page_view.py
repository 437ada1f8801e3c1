"""The pages of a PDF as they are seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.arrange.handout.page_view import PageView

Paper = Callable[[str], QPdfDocument]


@pytest.fixture
def view(qapp: QApplication) -> Iterator[PageView]:
    """An empty view of pages."""
    window = QWidget()
    view = PageView(window)
    view.setGeometry(0, 0, 400, 500)
    window.show()
    yield view
    window.close()


@pytest.fixture
def paper(tmp_path: Path, view: PageView) -> Paper:
    """A document of one page in one colour."""

    def make(colour: str) -> QPdfDocument:
        writer = QPdfWriter(str(tmp_path / f"{colour}.pdf"))
        painter = QPainter(writer)
        painter.fillRect(painter.viewport(), QColor(colour))
        painter.end()
        document = QPdfDocument(view.window())
        document.load(str(tmp_path / f"{colour}.pdf"))
        return document

    return make


def seen(view: PageView) -> QColor:
    """The colour in the middle of the first page."""
    return view.viewport().grab().toImage().pixelColor(200, 200)


def test_a_page_still_being_drawn_is_not_seen_for_the_next_one(
    view: PageView, paper: Paper, qtbot: QtBot
) -> None:
    for colour in ("red", "blue"):
        view.show_document(paper(colour), from_top=True)
        view.viewport().repaint()  # its page is asked for
    qtbot.waitUntil(lambda: seen(view) == QColor("blue"))
