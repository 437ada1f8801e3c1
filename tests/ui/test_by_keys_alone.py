"""The whole job with the keys alone: a page comes in, two paragraphs and a question go into a new
packet, its facts are filled in, and every handout is written.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Question
from studydesk.library import Library
from studydesk.ui.main_window import MainWindow

from .conftest import OpenWindow

TIME = 60_000
PARAGRAPHS = [f"第{number}车间的师傅们说，技能竞赛让大家学到了新本领。" * 4 for number in "一二三"]
PAGE = "\n\n".join(("工人日报", "技能竞赛办到班组里", "本报记者 王敏", *PARAGRAPHS))
MOST = 100
"""More than Tab has to be pressed."""


class Keyboard:
    """What is pressed goes to what has the focus, and nothing is touched otherwise."""

    @property
    def there(self) -> QWidget:
        """What has the keys: a menu, a dialog, or a part of the window."""
        popup = QApplication.activePopupWidget()
        focus = popup or QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None
        return focus

    def press(self, *keys: str) -> None:
        """Press these one after the other."""
        for key in keys:
            QTest.keySequence(self.there, QKeySequence(key))

    def write(self, words: str) -> None:
        """Write words, as an input method gives them: composed first."""
        QApplication.sendEvent(self.there, QInputMethodEvent("zi", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(self.there, event)

    def tab_to(self, name: str) -> None:
        """Press Tab until one has come to what has this name."""
        for _ in range(MOST):
            if self._name().startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"no way to {name}")

    def _name(self) -> str:
        there = self.there
        words = there.text() if isinstance(there, QAbstractButton) else ""
        return there.accessibleName() or words

    def answer_dialog(self, words: str) -> None:
        """What is written into the dialog that comes next, before Enter."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or self.there.window() is not dialog:
                QTimer.singleShot(50, act)
                return
            self.write(words)
            self.press("Return")

        QTimer.singleShot(50, act)


@pytest.fixture
def empty_window(tmp_path: Path, open_window: OpenWindow) -> MainWindow:
    """A window on a library in which nothing is."""
    window = open_window(Library.open(tmp_path / "资料库"))
    window.activateWindow()
    return window


@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_from_a_page_to_the_handouts(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window, keys = empty_window, Keyboard()
    desk = window.desk
    assert desk is not None
    (tmp_path / "版面.txt").write_text(PAGE, "utf-8")

    def soon(what: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(what()), timeout=TIME)

    soon(window.isActiveWindow)
    keys.answer_dialog(str(tmp_path / "版面.txt"))
    keys.press("Ctrl+O")
    soon(lambda: desk.library.articles() and not window.jobs.busy)
    window.activateWindow()  # as a desktop does once a dialog is closed
    soon(window.isActiveWindow)
    keys.press("Ctrl+N", "Ctrl+1")
    soon(lambda: desk.pick.browser.list.articles.rows)
    keys.press("F6", "Home", "Return")
    soon(lambda: desk.pick.article)
    keys.press("Down", "Shift+Down", "Ctrl+Return")
    keys.write("哪一项本领最难学？")
    keys.press("Ctrl+2")
    keys.tab_to("本次学习")
    keys.press("Space")
    keys.tab_to("学习包题名")
    keys.press("Ctrl+A")
    keys.write("技能竞赛")
    keys.tab_to("单位")
    keys.write("第三车间工会")
    keys.press("Ctrl+E", "Space")
    soon(lambda: not window.jobs.busy)

    packet, panel = desk.current.packet, desk.arrange.handout_panel.export_panel
    assert packet is not None
    assert [passage.text for passage in packet.passages] == PARAGRAPHS[:2]
    assert [one.text for one in packet.items if isinstance(one, Question)] == ["哪一项本领最难学？"]
    assert (packet.title, packet.session.unit) == ("技能竞赛", "第三车间工会")
    written = {path.name.rpartition("_")[2] for path in panel.folder.rglob("*技能竞赛*.*")}
    assert {"学员版.docx", "学员版.pdf"} <= written
