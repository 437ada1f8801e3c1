"""Where many files or articles were printed, asked about at once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.importing import ImportResult, import_files
from studydesk.ui.pick.import_results import ImportResults
from studydesk.ui.theme import Appearance

BODY = "党的创新理论是做好工会工作的根本遵循，各级工会要结合实际认真学习，学以致用。\n" * 6


@pytest.fixture
def panel(qtbot: QtBot, library: Library, appearance: Appearance) -> ImportResults:
    """The panel on the library of the seeds."""
    panel = ImportResults(library)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def imported(library: Library, tmp_path: Path, **pages: str) -> list[ImportResult]:
    paths = []
    for name, text in pages.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, "utf-8")
    return import_files(library, paths)


def test_what_a_file_tells_stays_unless_all_are_to_be_replaced(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    given: list[SourceFacts] = []
    panel.facts_given.connect(given.extend)
    results = imported(
        library, tmp_path, 甲=f"工人日报 2025年6月12日\n题\n{BODY}", 乙=f"又\n{BODY}"
    )
    panel.show_results(results)
    assert panel.form.partly.text() == "只填空着的 1 个，已有的不动。"
    panel.form.newspaper.setText("江城工人报")
    panel.form._save_button.click()
    assert [each.newspaper for each in given] == ["工人日报", "江城工人报"]
    panel.show_results(results)
    panel.form.replaces.setChecked(True)
    panel.form.newspaper.setText("江城工人报")
    panel.form._save_button.click()
    assert [each.newspaper for each in given[2:]] == ["江城工人报"] * 2


def test_one_file_is_asked_about_without_a_word_on_others(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.show_results(imported(library, tmp_path, 甲=f"工人日报 2025年6月12日\n题\n{BODY}"))
    assert not panel.form.partly.isVisible()
    assert not panel.form.replaces.isVisible()
