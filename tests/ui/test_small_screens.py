"""Nothing in any state of the window is cut, covered or beyond an edge on a small screen: what one
of 1366×768 leaves to a window at one and a half times the usual size, at one and a quarter, and at
the usual size.
"""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.cut_words import cut_words
from tests.nameless import nameless
from tests.ui.test_window_place import SMALL
from tests.window_states import State, Studio, all_states, main_states

from studydesk.domain import edits
from studydesk.domain.packet import Guide
from studydesk.errors import LibraryReadOnly
from studydesk.services import starting
from studydesk.ui.desk import Desk
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.giving_way import GivingWay
from studydesk.ui.main_window import MainWindow
from studydesk.ui.number_field import NumberField
from studydesk.ui.short_words import MIDDLE, RIGHT, PartedButton, ShortLabel, shorten
from studydesk.ui.theme import Appearance

TIME = 30_000


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library as it is at the first start, to be copied: its pages take their time."""
    folder = tmp_path_factory.mktemp("starter") / "资料库"
    starting.open_library(folder).close()
    return folder


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("screen_reader")
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("size", "states"),
    [(SMALL, all_states), (QSize(1076, 542), main_states), (QSize(1366, 728), main_states)],
    ids=["150%", "125%", "100%"],
)
def test_every_word_of_every_state_can_be_read_and_every_control_has_a_name(
    size: QSize,
    states: Callable[[Studio], Iterable[State]],
    starter: Path,
    tmp_path: Path,
    appearance: Appearance,
) -> None:
    shutil.copytree(starter, tmp_path / "资料库")
    studio = Studio(tmp_path, appearance, size, pause=40)
    told: dict[str, str] = {}
    for name, shown in states(studio):
        assert shown is not studio.window or shown.size() == size, name
        for sentence in (*cut_words(shown), *nameless(shown)):
            told.setdefault(sentence, name)
    studio.window.close()
    assert not told, "\n".join(f"{name}: {sentence}" for sentence, name in told.items())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_opens_below_the_page_lies_over_nothing(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("添", edits.append(packet, Guide("学习二十四中全会精神。" * 40)))
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    monkeypatch.setattr(handout.preview.notices, "show_file", lambda *_: None)
    handout.preview.notices.setMinimumHeight(36)
    handout.preview.notices.show()
    qtbot.waitUntil(lambda: handout.findings.list.count() > 0, timeout=TIME)
    qtbot.waitUntil(lambda: bool(handout.counts.text()), timeout=TIME)
    settle(qtbot, window)
    below = handout.export_button.mapTo(window, QPoint())
    handout.findings_button.click()
    handout.step_finding(1)
    handout.keep_finding()
    qtbot.waitUntil(handout.findings.settling.name.isVisible)
    settle(qtbot, window, lambda: handout.export_button.mapTo(window, QPoint()) == below)
    handout.export_button.click()
    handout.export_panel._tell_refusal(LibraryReadOnly(Path("U盘")))
    settle(qtbot, window, lambda: handout.export_button.mapTo(window, QPoint()) == below)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("said", ["校对未见提示 · 引文 4/4 ✓", "校对 12 · 引文 13/14 ⚠"])
def test_what_was_found_can_be_read_beside_the_buttons(
    qtbot: QtBot, window: MainWindow, desk: Desk, appearance: Appearance, said: str
) -> None:
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    desk.arrange.splitter.setSizes([200, 400, 200])
    qtbot.waitUntil(lambda: handout.findings.checked is not None, timeout=TIME)
    qtbot.waitUntil(lambda: bool(handout.counts.text()), timeout=TIME)
    handout.findings.summary_changed.emit(said)
    settle(qtbot, window)
    assert handout.findings_button.text().replace("\n", " · ") == said


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_export_leaves_the_page_in_sight_where_there_is_little_room(
    qtbot: QtBot, window: MainWindow, desk: Desk, appearance: Appearance
) -> None:
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    handout = desk.arrange.handout_panel
    qtbot.waitUntil(lambda: bool(handout.counts.text()), timeout=TIME)
    desk.export()
    view, choices = handout.preview.view, handout.export_panel.findChild(GivingWay)
    assert view is not None
    assert choices is not None
    handout.preview.notices.tell("末页（5）只有 8 行")
    bar = choices.verticalScrollBar()
    settle(
        qtbot,
        window,
        lambda: view.visibleRegion().boundingRect().height() > 80 and bar.maximum() == 0,
    )
    handout.export_panel._tell_refusal(LibraryReadOnly(Path("U盘")))
    settle(
        qtbot,
        window,
        lambda: (
            view.mapTo(handout, view.rect().bottomLeft()).y() < handout.export_panel.y()
            and bar.maximum() == 0
        ),
    )
    for name in ("学员版.docx", "学员版.pdf", "主持人版.docx", "主持人版.pdf"):
        handout.export_panel._results.add_file(name, "打开", Path(name))
    settle(qtbot, window, lambda: view.visibleRegion().boundingRect().height() >= 40)
    assert handout.preview.edition.isVisible()
    handout.export_panel.set_folder(Path("/home/user/文稿/各班组打印的学习资料/十一月/第四周"))
    handout.export_panel._show_running(running=True)
    settle(qtbot, window)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_all_facts_of_a_session_are_seen_at_once(
    qtbot: QtBot, window: MainWindow, desk: Desk, appearance: Appearance
) -> None:
    window.setMinimumSize(SMALL)
    window.resize(SMALL)
    desk.show_page("arrange")
    session = desk.arrange.packet_panel.session
    session.rename()
    settle(
        qtbot,
        window,
        lambda: session.minutes.visibleRegion().boundingRect() == session.minutes.rect(),
    )


def settle(qtbot: QtBot, window: MainWindow, is_so: Callable[[], bool] = lambda: True) -> None:
    """Wait until the window is laid out, has no word cut, and something is so."""
    QApplication.processEvents()  # what was only just shown has its place
    qtbot.waitUntil(lambda: not cut_words(window) and is_so())


def row(qtbot: QtBot, width: int, *widgets: QWidget) -> QWidget:
    """A panel of this width with a row of widgets in it."""
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(FlowRow(widgets))
    column.addStretch(1)
    panel.resize(width, 200)
    panel.show()
    return panel


def test_a_row_goes_on_in_another_line(qtbot: QtBot) -> None:
    boxes = [QCheckBox(name) for name in ("学员版", "主持人版", "记录册", "审校单")]
    panel = row(qtbot, 160, *boxes)
    assert len({box.y() for box in boxes}) > 1
    assert not cut_words(panel)
    panel.resize(800, 200)
    assert len({box.y() for box in boxes}) == 1


def test_a_row_leaves_no_gap_for_what_is_hidden(qtbot: QtBot) -> None:
    first, hidden, last = (QPushButton(name) for name in ("甲", "乙", "丙"))
    panel = row(qtbot, 800, first, hidden, last)
    before = last.x()
    hidden.hide()
    qtbot.waitUntil(lambda: last.x() < before)
    assert not cut_words(panel)


def test_long_words_are_shortened_and_told_whole(qtbot: QtBot) -> None:
    label = ShortLabel("2026-11-21_新设备来了，老手艺怎么传_主持人版.docx")
    panel = row(qtbot, 800, label)
    label.resize(120, 20)
    assert not cut_words(panel)
    assert label.text().startswith("2026")
    assert label.text().endswith(".docx")
    assert "…" in label.text()
    assert label.toolTip() == label.words


def test_parts_of_a_button_stand_below_one_another_where_there_is_no_room(qtbot: QtBot) -> None:
    button = PartedButton("校对")
    panel = row(qtbot, 800, button)
    button.say("校对未见提示 · 引文 4/4 ✓")
    one_line = button.sizeHint()
    button.resize(one_line.width() - 1, button.heightForWidth(one_line.width() - 1))
    assert button.text() == "校对未见提示\n引文 4/4 ✓"
    assert button.height() > one_line.height()
    assert not cut_words(panel)
    button.resize(one_line)
    assert button.text() == button.words


def test_a_button_keeps_its_sign_however_long_its_words_are(qtbot: QtBot) -> None:
    button = QPushButton()
    panel = row(qtbot, 800, button)
    button.resize(120, 30)
    shorten(button, "甲&乙" * 30, RIGHT, " ▾")
    assert button.text().endswith("… ▾")
    assert button.sizeHint().width() <= 120
    assert "&&" in button.text()
    assert not cut_words(panel)


@pytest.mark.parametrize(
    ("width", "wraps", "what"),
    [(30, False, "too narrow"), (30, True, "too low"), (300, False, "")],
)
def test_cut_words_are_found(qtbot: QtBot, width: int, wraps: bool, what: str) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    label = QLabel("这句话要六十像素以上才放得下", panel)
    label.setWordWrap(wraps)
    label.setGeometry(0, 0, width, 20)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    panel.resize(400, 100)
    panel.show()
    told = cut_words(panel)
    assert bool(told) == bool(what)
    assert all(what in sentence for sentence in told)


@pytest.mark.parametrize(("mode", "told"), [(RIGHT, True), (MIDDLE, False)])
def test_a_name_that_lost_its_ending_is_found(
    qtbot: QtBot, mode: Qt.TextElideMode, told: bool
) -> None:
    button, title = QPushButton(), "新设备来了，老手艺怎么传（副本）"
    panel = row(qtbot, 800, button)
    button.resize(140, 30)
    button.setToolTip(f"{title}\n换一个学习包")
    shorten(button, title, mode, " ▾")
    assert bool([each for each in cut_words(panel) if "ending" in each]) == told


def test_a_number_wider_than_its_field_is_found(qtbot: QtBot) -> None:
    field = NumberField("每行", "字", 5, 80)
    panel = row(qtbot, 800, field)
    field.line.setText("99999")
    assert not cut_words(panel)
    field.line.setFixedWidth(52)
    assert "too narrow" in cut_words(panel)[0]


def test_words_that_touch_a_button_are_found(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    label, button = QLabel("朗读 0 分钟", panel), QPushButton("导出", panel)
    wide = label.sizeHint().width()
    label.setGeometry(0, 0, wide, 30)
    panel.resize(400, 100)
    panel.show()
    for apart, told in ((1, True), (12, False)):
        button.setGeometry(wide + apart, 0, 90, 30)
        assert bool(cut_words(panel)) == told


def test_rows_and_hints_that_are_cut_are_found(qtbot: QtBot) -> None:
    names, field = QListWidget(), QPlainTextEdit()
    panel = row(qtbot, 200, names, field)
    names.addItem("在深入实施创新驱动发展战略中充分发挥工人阶级主力军作用")
    field.setPlaceholderText("一行一种，如：作者《题名》，《报名》年月日第几版" * 3)
    field.setFixedSize(120, 40)
    told = cut_words(panel)
    assert any("no tip" in sentence for sentence in told)
    assert any("its hint" in sentence for sentence in told)


def test_what_lies_over_something_or_beyond_the_edge_is_found(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    for place in (0, 20, 380):
        QPushButton("看", panel).setGeometry(place, 0, 60, 30)
    panel.resize(400, 100)
    panel.show()
    told = cut_words(panel)
    assert sum("overlap" in sentence for sentence in told) == 1
    assert sum("beyond the edge" in sentence for sentence in told) == 1
