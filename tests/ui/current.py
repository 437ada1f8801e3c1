"""What tests of the window ask of what is open in it, and do with it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Packet
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


def open_packet(desk: Desk) -> Packet:
    """The packet that is open."""
    assert desk.current.packet is not None
    return desk.current.packet


def rename(desk: Desk, title: str, merge: str = "") -> None:
    """Give the packet that is open another title, as a step."""
    desk.current.edit("改名", replace(open_packet(desk), title=title), merge)


def title(desk: Desk) -> str:
    """That of the packet that is open; none where none is."""
    return desk.current.packet.title if desk.current.packet else ""


def tidy_first(desk: Desk, qtbot: QtBot) -> str:
    """Open the first page in 整理; its id."""
    source = desk.library.sources()[0].id
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(source)
    return source


def press_undo(window: MainWindow) -> None:
    """Ctrl+Z where the keys are."""
    QTest.keyClick(
        window.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
