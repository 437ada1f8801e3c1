"""An import that was cut off is gone on with from the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.ui.conftest import OpenWindow

from studydesk.library import Library
from studydesk.services.unfinished_imports import ImportRecord


def test_what_was_not_taken_in_is_imported_from_the_notice_of_the_next_start(
    library: Library, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "没来得及.txt"
    page.write_text("工会的事\n\n" + "大家的事大家商量着办。" * 20, "utf-8")
    ImportRecord(library, [page])
    desk = open_window(library).desk
    assert desk is not None
    qtbot.waitUntil(lambda: "“没来得及.txt”" in desk.notice.sentence)
    desk.notice.withdraw()
    assert desk.notice.isVisible()
    assert desk.notice.undo_button.text() == "接着导入"
    with qtbot.waitSignal(desk.pick.importing.done, timeout=20_000) as done:
        desk.notice.undo_button.click()
    assert done.args is not None
    assert [result.name for result in done.args[0]] == ["没来得及.txt"]
    assert not desk.notice.isVisible()
