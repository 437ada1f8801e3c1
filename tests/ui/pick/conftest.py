"""The panel that tells of imported files."""

import pytest
from pytestqt.qtbot import QtBot

from studydesk.library import Library
from studydesk.ui.pick.import_results import ImportResults
from studydesk.ui.theme import Appearance


@pytest.fixture
def panel(qtbot: QtBot, library: Library, appearance: Appearance) -> ImportResults:
    """The panel on the library of the seeds."""
    panel = ImportResults(library)
    qtbot.addWidget(panel)
    panel.show()
    return panel
