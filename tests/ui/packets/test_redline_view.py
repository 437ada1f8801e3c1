"""A comparison in a low window."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Guide, Packet
from studydesk.handout.redline import redline
from studydesk.ui.packets.redline_view import RedlineView

BEFORE = Packet("甲", items=tuple(Guide(f"第{at}件。" * 20, id=str(at)) for at in range(9)))
AFTER = Packet("甲", items=tuple(Guide(f"这{at}件。" * 20, id=str(at)) for at in range(9)))


@pytest.mark.parametrize("height", range(100, 130, 5))
def test_no_line_is_cut_through_at_the_foot(qtbot: QtBot, height: int) -> None:
    view = RedlineView()
    qtbot.addWidget(view)
    view.resize(300, height)
    view.show()
    view.show_comparison(redline(BEFORE, AFTER, "旧", "新"))
    room = view.viewport().height()
    last = view.cursorRect(view.cursorForPosition(QPoint(20, room - 1)))
    assert last.bottom() <= room + 1
    assert room > height - 40
