"""What became of an export can be read on a small screen, and no choice moves under the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from tests.ui.test_small_screens import settle
from tests.ui.test_window_place import SMALL

from studydesk.handout.model import Edition
from studydesk.ui.arrange.handout.export_panel import ExportPanel
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(window: MainWindow, desk: Desk, qtbot: QtBot) -> ExportPanel:
    """The panel in a window on a small screen."""
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    qtbot.waitUntil(lambda: bool(handout.counts.text()), timeout=60_000)
    desk.export()
    settle(qtbot, window)
    return handout.export_panel


def test_a_tick_moves_no_choice(panel: ExportPanel, window: MainWindow, qtbot: QtBot) -> None:
    boxes = [*panel.editions.values(), *panel.formats.values(), panel.groups, panel.names]

    def places() -> list[QPoint]:
        return [box.mapTo(window, QPoint()) for box in boxes if box.isVisible()]

    before = places()
    panel.editions[Edition.RECORD].click()
    settle(qtbot, window, panel.notes.unnamed.isVisible)
    assert places() == before


def test_what_was_written_has_the_room_of_the_choices(
    panel: ExportPanel, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.set_folder(tmp_path)
    panel.export_button.click()
    qtbot.waitUntil(lambda: len(panel.results()) > 4, timeout=60_000)
    shown, box = panel._results, panel.editions[Edition.RECORD]
    settle(qtbot, window, lambda: shown.visibleRegion().boundingRect().height() > 150)
    assert not box.isVisible()
    panel.change_button.click()
    settle(qtbot, window, box.isVisible)
    assert not panel.results()
    assert not panel.change_button.isVisible()
