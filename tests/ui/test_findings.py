"""校对 and 引文核对, checked off the interface thread."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article, Source
from studydesk.domain.packet import Guide, Packet, Question
from studydesk.errors import LibraryDamaged
from studydesk.handout.proof_sheet import UNCHECKED
from studydesk.handout.style import Preset
from studydesk.library import Library
from studydesk.services import checking
from studydesk.services.checking import Checked
from studydesk.ui.arrange.handout.findings import Findings
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.theme import DARK, LIGHT, Appearance, Colours, palette_of
from studydesk.ui.words import outcomes


@pytest.fixture
def panel(tmp_path: Path, qtbot: QtBot) -> Iterator[Findings]:
    """The list, on an empty library."""
    with Library.open(tmp_path / "资料库") as library:
        jobs = Jobs()
        panel = Findings(library, jobs)
        qtbot.addWidget(panel)
        yield panel
        jobs.stop()


def test_an_edit_during_a_check_that_fails_is_checked_all_the_same(
    panel: Findings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Packet("甲", items=(Guide(""),)), Packet("乙", items=(Question(" "),))
    real = checking.check

    def check(
        packet: Packet,
        article_of: Callable[[str], Article],
        source_of: Callable[[str], Source],
        silenced: Iterable[str],
        progress: Progress,
        presets: Mapping[str, Preset],
    ) -> Checked:
        if packet is first:
            raise LibraryDamaged(Path())
        return real(packet, article_of, source_of, silenced, progress, presets)

    monkeypatch.setattr(checking, "check", check)
    panel.failed.connect(lambda _error: None)
    panel.show_packet(first)
    with qtbot.waitSignal(panel.summary_changed):
        panel._check()
        panel.show_packet(second)
    assert panel.checked is not None
    assert [line.item_id for line in panel.checked.findings] == [second.items[0].id]


def test_the_next_finding_of_a_check_that_failed_is_looked_for_again(
    panel: Findings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> Checked:
        raise LibraryDamaged(Path())

    with monkeypatch.context() as broken, qtbot.waitSignal(panel.failed):
        broken.setattr(checking, "check", fail)
        panel.show_packet(Packet("甲", items=(Guide(""),)))
    with qtbot.waitSignal(panel.summary_changed), qtbot.waitSignal(panel.settling.told) as told:
        panel.step(1)
    assert "稍候" in told.args[0]
    assert panel.list.count() == 1


def test_without_a_packet_there_is_nothing_to_wait_for(panel: Findings, qtbot: QtBot) -> None:
    panel.show_packet(None)
    with qtbot.waitSignal(panel.settling.told) as told:
        panel.step(1)
    assert "学习包" in told.args[0]


def test_what_was_found_in_one_packet_is_not_said_of_another(panel: Findings, qtbot: QtBot) -> None:
    first, second = Packet("甲", items=(Guide(""),)), Packet("乙")
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(first)
    checked = panel.checked
    assert outcomes.review_of(first, checked).findings
    for other in (second, replace(first, items=())):
        assert outcomes.review_of(other, checked) == UNCHECKED
    panel.show_packet(second)
    assert panel.checked is None
    assert panel.list.count() == 0


def test_lines_change_colour_when_light_turns_to_dark(panel: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide(""),)))
    for scheme in (LIGHT, DARK):
        panel.setPalette(palette_of(scheme))
        assert _ink(panel) == QColor(scheme.amber)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_a_marked_line_keeps_the_colour_of_its_severity(
    panel: Findings, qtbot: QtBot, scheme: Colours
) -> None:
    panel.setPalette(palette_of(scheme))
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide("学习二十四中全会精神。"),)))
    option = QStyleOptionViewItem()
    option.palette = panel.list.palette()
    delegate = panel.list.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, panel.list.model().index(0, 0))
    assert option.palette.highlightedText().color() == QColor(scheme.red)


def _ink(panel: Findings) -> QColor:
    return panel.list.item(0).foreground().color()


def test_a_long_line_is_wrapped_and_not_moved_sideways(panel: Findings, qtbot: QtBot) -> None:
    panel.resize(240, 400)
    panel.show()
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide(""),)))
    short = panel.list.item(0).text()
    panel.list.item(0).setText(short * 9)
    panel.list.doItemsLayout()
    line = panel.list.visualItemRect(panel.list.item(0))
    assert line.height() > 2 * panel.list.fontMetrics().height()
    assert panel.list.horizontalScrollBar().maximum() == 0


def test_the_only_line_is_seen_whole_where_it_is_wrapped(
    panel: Findings, qtbot: QtBot, appearance: Appearance
) -> None:
    panel.resize(160, 400)
    panel.show()
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide(""),)))
    line = panel.list.item(0)
    assert panel.list.visualItemRect(line).height() > 2 * panel.list.fontMetrics().height()
    room = panel.list.viewport()
    qtbot.waitUntil(lambda: panel.list.visualItemRect(line).bottom() < room.height())
    assert panel.list.verticalScrollBar().maximum() == 0


def test_nothing_is_offered_where_nothing_was_found(panel: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide("清楚的一句话。"),)))
    settling = panel.settling
    offered = (panel.list, settling.mend_button, settling.keep_button, settling.rules)
    assert all(widget.isHidden() for widget in offered)
    assert "没有校对提示，但还缺 4 项" in panel.nothing.text()
    panel.show_packet(Packet("甲", items=(Guide("设备..."),)))
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    assert not any(widget.isHidden() for widget in offered)
    assert panel.nothing.isHidden()


def test_going_on_from_the_only_finding_says_that_it_is_the_only_one(
    panel: Findings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.summary_changed):
        panel.show_packet(Packet("甲", items=(Guide("设备..."),)))
    panel.step(1)
    with qtbot.waitSignal(panel.settling.told) as told:
        panel.step(-1)
    assert told.args == ["只有这一条校对提示要处理。"]
