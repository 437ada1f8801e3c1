"""What was noticed on the pages, in words."""

import pytest
from pytestqt.qtbot import QtBot

from studydesk.export.pdf.writer import PdfFile
from studydesk.handout.notices import Fault, PageNotice
from studydesk.ui.arrange.handout.page_notices import PageNotices


@pytest.mark.parametrize(
    ("lines", "told"), [(2, "只有 2 行"), (8, "只有 8 行"), (16, "不到半页"), (0, "不到半页")]
)
def test_a_few_lines_of_a_last_page_are_counted(qtbot: QtBot, lines: int, told: str) -> None:
    notices = PageNotices()
    qtbot.addWidget(notices)
    half_empty = PageNotice(Fault.HALF_EMPTY, 3, 0, 0, 0, lines=lines)
    notices.show_file(PdfFile(b"", 3, {}, (), (half_empty,)), 0)
    assert notices.told.text() == f'末页（<a href="3">3</a>）{told}'
