"""规范表述库 in the window: looked through, changed, kept, taken back, in and out as a table."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from studydesk.errors import DiskFull
from studydesk.services.phrase_bank import (
    Phrase,
    keep_phrases,
    phrases,
    read_phrases,
    shipped,
    write_phrases,
)
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets import packet_records, phrase_sheet
from studydesk.ui.packets.phrase_sheet import PhraseSheet

OWN = Phrase("工友书屋", wrong=("工友书吧",), source="公司工会", dated=date(2026, 3, 1))


@pytest.fixture
def sheet(window: MainWindow, desk: Desk) -> PhraseSheet:
    """The sheet on the shipped bank and an entry of one's own."""
    keep_phrases(desk.library, (OWN, *shipped()))
    window.actions_by_id["phrases"].trigger()
    (sheet,) = window.findChildren(PhraseSheet)
    return sheet


def write(line: QLineEdit, text: str) -> None:
    """Write over a line, as an input method does."""
    line.setText(text)
    line.textEdited.emit(text)


def listed(sheet: PhraseSheet) -> list[str]:
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_the_bank_is_listed_with_the_first_entry_shown(sheet: PhraseSheet) -> None:
    assert listed(sheet)[0] == sheet.form.text.text() == "工友书屋"
    assert (sheet.form.wrong.text(), sheet.form.source.text()) == ("工友书吧", "公司工会")
    assert f"共 {len(shipped()) + 1} 条" in sheet.about.text()
    sheet.reject()


def test_words_find_entries_by_name_source_and_wrong_form(sheet: PhraseSheet) -> None:
    sheet.search.setText("书吧 公司")
    assert listed(sheet) == ["工友书屋"]
    sheet.search.setText("没有这样的词")
    assert (listed(sheet), sheet.form.isEnabled()) == ([], False)
    sheet.reject()


def test_leaving_with_what_is_not_kept_stays_once_and_says_so(
    sheet: PhraseSheet, desk: Desk
) -> None:
    sheet.add()
    write(sheet.form.text, "工友茶座")
    assert f"共 {len(shipped()) + 2} 条" in sheet.about.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert "还没有保存" in sheet.about.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not isValid(sheet) or not sheet.isVisible()
    assert phrases(desk.library)[0] == OWN


def test_what_is_typed_counts_once_it_is_kept(sheet: PhraseSheet, desk: Desk) -> None:
    write(sheet.form.wrong, "工友书吧；工友图书屋")
    assert phrases(desk.library)[0] == OWN
    sheet.buttons.buttons()[0].click()
    assert phrases(desk.library)[0].wrong == ("工友书吧", "工友图书屋")


def test_keeping_can_be_taken_back_and_done_again(
    window: MainWindow, sheet: PhraseSheet, desk: Desk
) -> None:
    sheet.remove()
    sheet.buttons.buttons()[0].click()
    assert phrases(desk.library) == shipped()
    window.actions_by_id["undo"].trigger()
    assert phrases(desk.library)[0] == OWN
    window.actions_by_id["redo"].trigger()
    assert phrases(desk.library) == shipped()


def test_what_was_taken_out_is_back_when_the_sheet_is_left(sheet: PhraseSheet, desk: Desk) -> None:
    sheet.remove()
    assert "已移出“工友书屋”" in sheet.about.text()
    sheet.reject()
    assert phrases(desk.library)[0] == OWN


def test_a_new_entry_is_written_in_the_form(sheet: PhraseSheet, desk: Desk) -> None:
    sheet.add()
    write(sheet.form.text, "匠心杯")
    assert listed(sheet)[:2] == ["匠心杯", "工友书屋"]
    sheet.add()
    sheet.buttons.buttons()[0].click()
    assert [one.text for one in phrases(desk.library)[:2]] == ["匠心杯", "工友书屋"]


def test_what_is_overwritten_in_a_field_comes_back_by_itself(sheet: PhraseSheet) -> None:
    before = sheet.form.source.text()
    for text in ("ab", "XYZ"):
        sheet.form.source.selectAll()
        QTest.keyClicks(sheet.form.source, text)
    sheet.take_step("undo")
    assert sheet.form.source.text() == "ab"
    sheet.take_step("undo")
    assert sheet.form.source.text() == before
    sheet.reject()


def test_a_day_that_cannot_be_read_is_told_and_changes_nothing(sheet: PhraseSheet) -> None:
    write(sheet.form.dated, "去年")
    assert sheet.form.hint.text() == "日期写成 2026-11-27 这样。"
    write(sheet.form.dated, "2026年4月2日")
    assert (sheet.form.hint.text(), sheet.bank[0].dated) == ("", date(2026, 4, 2))
    sheet.reject()


def test_red_without_a_source_is_told(sheet: PhraseSheet) -> None:
    sheet.form.level.setCurrentIndex(0)
    sheet.form.level.edited.emit(None)
    assert not sheet.form.hint.text()
    write(sheet.form.source, "")
    assert sheet.form.hint.text().startswith("没有出处和日期的")
    sheet.reject()


def test_an_entry_that_is_off_says_so(sheet: PhraseSheet) -> None:
    sheet.form.is_on.click()
    assert listed(sheet)[0] == "工友书屋　（不查）"
    sheet.reject()


def test_shipped_entries_can_be_had_back(sheet: PhraseSheet) -> None:
    sheet.list.setCurrentRow(1)
    sheet.remove()
    assert len(sheet.bank) == len(shipped())
    sheet.restore_shipped()
    assert sheet.bank == [OWN, *shipped()]
    sheet.reject()


def test_a_table_goes_out_and_another_comes_in(
    qtbot: QtBot, sheet: PhraseSheet, tmp_path: Path
) -> None:
    sheet.write(tmp_path / "库.csv")
    qtbot.waitUntil(lambda: "已写进 库.csv" in sheet.about.text())
    write_phrases((Phrase("匠心杯"),), tmp_path / "别家.csv")
    sheet.read(tmp_path / "别家.csv")
    qtbot.waitUntil(lambda: "新收 1 条" in sheet.about.text())
    assert listed(sheet)[0] == "匠心杯"
    with qtbot.waitSignal(sheet.failed):
        sheet.read(tmp_path / "没有.csv")
    sheet.reject()


def test_a_bank_that_cannot_be_kept_stays_open_as_it_was_written(
    sheet: PhraseSheet, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_key: str, _value: object) -> None:
        raise DiskFull(desk.library.folder)

    write(sheet.form.wrong, "工友书吧；工友图书屋")
    with monkeypatch.context() as patch, qtbot.waitSignal(sheet.failed):
        patch.setattr(desk.library, "remember", full)
        sheet.buttons.buttons()[0].click()
    assert sheet.isVisible()
    sheet.buttons.buttons()[0].click()
    assert not sheet.isVisible()
    assert phrases(desk.library)[0].wrong == ("工友书吧", "工友图书屋")


def test_the_same_wording_twice_is_told_and_not_kept(sheet: PhraseSheet, desk: Desk) -> None:
    sheet.add()
    write(sheet.form.text, "工友书屋")
    assert sheet.form.hint.text().startswith("这个表述还有一条")
    sheet.list.setCurrentRow(20)
    assert not sheet.form.hint.text()
    sheet.buttons.buttons()[0].click()
    assert sheet.isVisible()
    assert listed(sheet) == ["工友书屋", "工友书屋"]
    assert sheet.form.hint.text().startswith("这个表述还有一条")
    assert phrases(desk.library) == (OWN, *shipped())
    sheet.list.setCurrentRow(1)
    sheet.remove()
    sheet.buttons.buttons()[0].click()
    assert desk.notice.sentence == f"规范表述库已保存，共 {len(shipped()) + 1} 条。"


def test_a_table_that_comes_in_leaves_entries_alone_that_are_there_twice(
    sheet: PhraseSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.add()
    write(sheet.form.text, "工友书屋")
    write_phrases((Phrase("匠心杯"),), tmp_path / "别家.csv")
    sheet.read(tmp_path / "别家.csv")
    qtbot.waitUntil(lambda: "新收 1 条" in sheet.about.text())
    assert listed(sheet)[:3] == ["匠心杯", "工友书屋", "工友书屋"]
    sheet.reject()


def test_a_table_that_is_read_when_the_sheet_was_left_is_forgotten(
    window: MainWindow,
    desk: Desk,
    sheet: PhraseSheet,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    free = Event()
    monkeypatch.setattr(
        phrase_sheet, "read_phrases", lambda *given: free.wait(60) and read_phrases(*given)
    )
    write_phrases((Phrase("匠心杯"),), tmp_path / "别家.csv")
    sheet.read(tmp_path / "别家.csv")
    sheet.reject()
    qtbot.waitUntil(lambda: not isValid(sheet))
    free.set()
    window.jobs.wait()
    assert "匠心杯" not in {one.text for one in phrases(desk.library)}


def test_a_table_is_written_and_told_when_the_sheet_was_left(
    window: MainWindow,
    sheet: PhraseSheet,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    free = Event()
    monkeypatch.setattr(
        packet_records, "write_phrases", lambda *given: free.wait(60) and write_phrases(*given)
    )
    sheet.write(tmp_path / "库.csv")
    sheet.reject()
    qtbot.waitUntil(lambda: not isValid(sheet))
    free.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert (tmp_path / "库.csv").exists()


def test_what_is_changed_in_the_sheet_is_taken_back_step_by_step(
    sheet: PhraseSheet, desk: Desk, qtbot: QtBot
) -> None:
    bank = list(sheet.bank)
    sheet.form.text.selectAll()
    QTest.keyClicks(sheet.form.text, "books")
    write(sheet.form.source, "工会")
    sheet.remove()
    sheet.add()
    after = list(sheet.bank)
    texts = []
    for _ in range(4):
        sheet.take_step("undo")
        texts.append((sheet.form.text.text(), sheet.form.source.text()))
    assert texts[1:] == [("books", "工会"), ("books", "公司工会"), ("工友书屋", "公司工会")]
    assert sheet.bank == bank
    sheet.take_step("undo")
    assert QToolTip.text() == "这里没有可撤消的了。"
    for _ in range(4):
        sheet.take_step("redo")
    assert sheet.bank == after
    sheet.reject()


def test_the_keys_in_a_line_of_the_sheet_take_back_what_was_typed_there(
    sheet: PhraseSheet, qtbot: QtBot
) -> None:
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    QTest.keyClicks(sheet.form.also, "ab")
    QTest.keyClick(sheet.form.also, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (sheet.form.also.text(), sheet.bank[0].also) == ("", ())
    QTest.keyClick(sheet.form.also, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert sheet.bank[0].also == ("ab",)
    sheet.reject()


def test_what_is_no_day_is_taken_back_first(sheet: PhraseSheet) -> None:
    write(sheet.form.source, "工会")
    write(sheet.form.dated, "去年")
    sheet.take_step("undo")
    assert (sheet.form.dated.text(), sheet.form.source.text()) == ("2026-03-01", "工会")
    sheet.reject()


def test_what_changes_nothing_is_no_step(sheet: PhraseSheet) -> None:
    sheet.restore_shipped()
    bank = list(sheet.bank)
    sheet.restore_shipped()
    sheet.take_step("undo")
    sheet.take_step("redo")
    assert sheet.bank == bank
    sheet.take_step("undo")
    sheet.take_step("undo")
    assert QToolTip.text() == "这里没有可撤消的了。"
    sheet.reject()
