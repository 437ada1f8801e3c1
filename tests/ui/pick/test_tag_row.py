"""The tags of an article, as they are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studydesk.ui.pick.tag_row import TagRow


@pytest.mark.parametrize("typed", ["产改，技能", "产改、技能", "产改 技能,产改", "，产改; 技能；"])
def test_several_tags_are_added_at_once(qtbot: QtBot, typed: str) -> None:
    row = TagRow()
    qtbot.addWidget(row)
    row.show_tags(("旧的",), ())
    row.begin()
    row.field.setText(typed)
    with qtbot.waitSignal(row.changed) as changed:
        QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert changed.args == [("旧的", "产改", "技能"), "加标签“产改、技能”"]


def test_tags_stand_in_the_order_of_pinyin(qtbot: QtBot) -> None:
    row = TagRow()
    qtbot.addWidget(row)
    row.show_tags(("10 车间", "张三", "安全", "闫鑫", "9 车间", "李四"), ("重点", "产改", "班组"))
    assert row.tags == ("9 车间", "10 车间", "安全", "李四", "闫鑫", "张三")
    assert row._known.stringList() == ["班组", "产改", "重点"]


def test_a_tag_that_is_too_long_is_not_cut_but_told_and_can_be_made_shorter(qtbot: QtBot) -> None:
    row, long = TagRow(), "产业工人队伍建设改革五年来的成就与经验系列报道"
    qtbot.addWidget(row)
    row.show_tags((), ())
    row.begin()
    told = list[str]()
    row.told.connect(told.append)
    with qtbot.waitSignal(row.changed) as changed:
        row.field.insert(f"产改 {long}")
        QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert changed.args == [("产改",), "加标签“产改”"]
    assert (row.field.text(), row.field.isHidden()) == (long, False)
    assert told == [f"标签最多 20 个字，“{long}”有 {len(long)} 个字，没有加上；请改短。"]
    row.settle()
    assert row.field.isHidden()
    assert told[1:] == [f"标签最多 20 个字，“{long}”有 {len(long)} 个字，没有加上。"]
