"""What is printed beside the packet: the outcome of the check, and the names of a list."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, text

from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.handout.model import Edition
from studydesk.library.studypack import write_studypack
from studydesk.ui import dialogs

TIME = 30_000
NAME = "欧阳建国"


def test_the_proof_sheet_on_screen_tells_what_the_check_found(printing: Desk, qtbot: QtBot) -> None:
    panel = printing.page.handout_panel
    panel.preview.show_edition(Edition.PROOF)
    qtbot.waitUntil(lambda: panel.preview.review.is_done, timeout=TIME)
    qtbot.waitUntil(lambda: "与原文逐字一致" in text(panel.preview), timeout=TIME)


def test_names_stand_on_the_sheet_to_sign(printing: Desk, qtbot: QtBot) -> None:
    panel = printing.page.handout_panel
    panel.preview.show_edition(Edition.RECORD)
    panel.export_panel.names.field.setPlainText(f"张三、{NAME}")
    qtbot.waitUntil(lambda: NAME in text(panel.preview), timeout=TIME)
    assert panel.export_panel.names.text() == "签到名单 2 人"
    assert panel.export_panel.names.read.text() == "读到 2 人"


def test_a_name_that_would_be_printed_as_a_box_stands_in_the_list_of_the_proof(
    printing: Desk, qtbot: QtBot
) -> None:
    panel = printing.page.handout_panel
    panel.export_panel.names.field.setPlainText("张三、欧阳𠮷")
    told = "必改　名单　字库里没有这些字：𠮷"
    listed = panel.findings.list
    qtbot.waitUntil(
        lambda: any(listed.item(row).text().startswith(told) for row in range(listed.count())),
        timeout=TIME,
    )


def test_names_that_no_record_is_printed_with_are_told_of(arranging: Desk) -> None:
    panel = arranging.page.handout_panel.export_panel
    panel.names.field.setPlainText("张三、张三")
    assert "记录册" in panel.notes.unprinted.text()
    assert not panel.notes.unprinted.isHidden()
    panel.editions[Edition.RECORD].setChecked(True)
    assert panel.notes.unprinted.isHidden()


def test_a_sheet_to_sign_without_names_is_told_of_where_it_is_chosen(arranging: Desk) -> None:
    panel = arranging.page.handout_panel.export_panel
    assert panel.notes.unnamed.isHidden()
    panel.editions[Edition.RECORD].setChecked(True)
    assert "空白行" in panel.notes.unnamed.text()
    assert not panel.notes.unnamed.isHidden()
    panel.names.field.setPlainText("张三")
    assert panel.notes.unnamed.isHidden()
    panel.names.clear.click()
    panel.parts.actions_of[Part.SIGN_IN].trigger()
    assert panel.notes.unnamed.isHidden()


def test_what_is_read_of_the_names_has_lines_of_its_own(arranging: Desk) -> None:
    names = arranging.page.handout_panel.export_panel.names
    names.field.setPlainText("\n".join(["欧阳建国·买买提", "欧阳建国·买买提", "李四", "李四"]))
    holder = names.read.parentWidget()
    assert holder is not None
    holder.adjustSize()
    assert names.read.wordWrap()
    assert names.read.width() == names.field.width()
    assert names.read.height() >= names.read.heightForWidth(names.read.width())


def test_several_lists_are_read_as_one(
    arranging: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = [tmp_path / "甲班.txt", tmp_path / "没有.txt", tmp_path / "乙班.txt"]
    lists[0].write_text("张三\n", "utf-8")
    lists[2].write_text("李四\n", "utf-8")
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: lists)
    panel = arranging.page.handout_panel.export_panel
    panel.names.from_file.click()
    assert panel.names.names == ("张三", "李四")


def test_names_are_kept_nowhere(arranging: Desk, tmp_path: Path) -> None:
    arranging.page.handout_panel.export_panel.names.field.setPlainText(NAME)
    write_studypack(tmp_path / "包.studypack", arranging.kept(), ())
    arranging.library.close()
    kept = (path for path in tmp_path.rglob("*") if path.is_file())
    assert not [path for path in kept if NAME.encode() in path.read_bytes()]


def test_names_are_forgotten_with_the_packet(arranging: Desk) -> None:
    names = arranging.page.handout_panel.export_panel.names
    names.field.setPlainText(NAME)
    arranging.current.open(Packet("别的学习包"))
    assert names.names == ()


def test_who_is_named_twice_is_told_and_nothing_is_cleared_of_nothing(arranging: Desk) -> None:
    names = arranging.page.handout_panel.export_panel.names
    assert not names.clear.isEnabled()
    names.field.setPlainText("张三、李四、张三")
    assert names.names == ("张三", "李四", "张三")
    assert names.read.text() == "读到 3 人，“张三”不止一次，是同一人就删掉一个"
    names.field.setPlainText("张三、李四、张三、李四")
    assert names.read.text() == "读到 4 人，“张三”等 2 个名字不止一次，是同一人就删掉一个"
    names.clear.click()
    assert (names.read.text(), names.clear.isEnabled()) == ("", False)


def test_the_keys_come_back_to_the_button_of_a_list(arranging: Desk) -> None:
    page = arranging.page
    page.export()
    names = page.handout_panel.export_panel.names
    page.handout_panel.export_panel.booklet.setFocus()
    names.menu().aboutToShow.emit()
    assert page.window().focusWidget() is names
