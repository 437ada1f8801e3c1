"""Findings one by one: put right, let stand by name, silenced; each step can be undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import PARAGRAPHS, Desk

from studydesk.domain import edits
from studydesk.domain.article import Article, Source
from studydesk.domain.packet import EditorNote, Guide, Packet, PassageItem, Question, Session
from studydesk.domain.passage import Passage
from studydesk.handout.model import Edition
from studydesk.services.checking import Finding
from studydesk.ui.arrange.handout.findings import Findings
from studydesk.ui.arrange.handout.settling import Settling
from studydesk.ui.deed import Deed

TIME = 30_000
RED = "学习二十四中全会精神，设备..."


@pytest.fixture
def desk(printing: Desk, qtbot: QtBot) -> Desk:
    """The packet with a red finding and a grey one in its guide, and the list open."""
    guide = Guide(RED, id="guide")
    with qtbot.waitSignal(findings_of(printing).summary_changed, timeout=TIME):
        printing.current.edit("改", edits.change(printing.packet, guide))
    printing.page.handout_panel.findings_button.setChecked(True)
    return printing


def findings_of(desk: Desk) -> Findings:
    return desk.page.handout_panel.findings


def settling_of(desk: Desk) -> Settling:
    return findings_of(desk).settling


def checked_again(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings_of(desk).summary_changed, timeout=TIME):
        pass


def mark(desk: Desk, rule: str) -> None:
    panel = findings_of(desk)
    assert panel.checked is not None
    rows = [panel.list.item(row) for row in range(panel.list.count())]
    found = next(row for row in rows if rule in found_rule(row.data(Qt.ItemDataRole.UserRole + 2)))
    panel.list.setCurrentItem(found)


def found_rule(found: object) -> str:
    return found.rule if isinstance(found, Finding) else ""


def press(desk: Desk, keys: str) -> None:
    actions = desk.page.menu_actions()
    (action,) = [one for one in actions if one.shortcut().toString() == keys]
    assert isinstance(action, QAction)
    action.trigger()


def text_of(desk: Desk) -> str:
    guide = desk.item("guide")
    assert isinstance(guide, Guide)
    return guide.text


def lines(desk: Desk) -> list[str]:
    panel = findings_of(desk)
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_one_key_puts_right_what_was_found_and_one_step_takes_it_back(desk: Desk) -> None:
    told: list[str] = []
    desk.page.message.connect(told.append)
    mark(desk, "P06")
    press(desk, "Shift+F9")
    assert text_of(desk) == "学习二十届四中全会精神，设备..."
    assert not [line for line in lines(desk) if "全会的名称" in line]
    assert desk.current.history.undoText() == "把“二十四中全会”改为“二十届四中全会”"
    assert told[0].startswith("已把“二十四中全会”改为“二十届四中全会”")
    assert desk.page.item_panel.item_id == "guide"
    desk.undo()
    assert text_of(desk) == RED


def test_findings_can_be_put_right_in_a_row_before_they_are_checked_again(desk: Desk) -> None:
    mark(desk, "P06")
    press(desk, "Shift+F9")
    mark(desk, "B02")
    press(desk, "Shift+F9")
    assert text_of(desk) == "学习二十届四中全会精神，设备……"


@pytest.mark.parametrize(("rule", "field"), [("C07", "unit"), ("A02", "minutes")])
def test_a_finding_about_the_session_is_put_right_in_its_field(
    desk: Desk, qtbot: QtBot, rule: str, field: str
) -> None:
    short = Session(held_on=date(2026, 11, 27), minutes=1)
    packet = replace(edits.append(desk.packet, Question("哪一句？", minutes=20)), session=short)
    desk.current.edit("改", packet)
    checked_again(desk, qtbot)
    mark(desk, rule)
    panel = findings_of(desk)
    panel.list.itemActivated.emit(panel.list.currentItem())
    session = desk.page.packet_panel.session
    assert desk.page.focusWidget() is {"unit": session.unit, "minutes": session.minutes.line}[field]


def test_one_key_lets_a_hint_stand_and_it_is_listed_last(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "B02")
    with qtbot.waitSignal(desk.page.message) as told:
        press(desk, "F9")
    assert told.args[0].startswith("已保留提示")
    checked_again(desk, qtbot)
    assert lines(desk)[-1].startswith("✓ 保留")
    assert [kept.rule for kept in desk.kept().kept] == ["B02"]
    mark(desk, "B02")
    assert settling_of(desk).keep_button.text() == "重新提示"
    press(desk, "F9")
    assert desk.packet.kept == ()


def test_the_editor_follows_to_the_next_finding_as_a_hint_is_let_stand(desk: Desk) -> None:
    panel = findings_of(desk)
    desk.page.show_item("break")
    panel.list.setCurrentRow(0)
    mark(desk, "B02")
    row = panel.list.currentRow()
    assert row + 1 < panel.list.count()
    press(desk, "F9")
    item_id = panel.list.item(row).data(Qt.ItemDataRole.UserRole)
    assert desk.page.outline.current_id() == item_id


def test_a_red_finding_stands_only_by_name(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "P06")
    press(desk, "F9")
    tools = settling_of(desk)
    assert desk.packet.kept == ()
    assert not tools.confirm.isEnabled()
    tools.name.setText("王芳")
    tools.reason.setText("原件如此")
    qtbot.keyClick(tools.reason, Qt.Key.Key_Return)
    (kept,) = desk.kept().kept
    assert (kept.rule, kept.by, kept.reason) == ("P06", "王芳", "原件如此")
    assert kept.on is not None
    desk.undo()
    assert desk.packet.kept == ()
    checked_again(desk, qtbot)
    mark(desk, "P06")
    press(desk, "F9")
    assert tools.name.text() == "王芳"


def test_a_check_meanwhile_leaves_the_name_that_is_being_typed(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "P06")
    press(desk, "F9")
    settling_of(desk).name.setText("王")
    desk.current.edit("改", edits.append(desk.packet, Guide("新的", id="new")))
    checked_again(desk, qtbot)
    assert settling_of(desk).name.isVisible()
    assert settling_of(desk).name.text() == "王"


def test_next_and_previous_pass_over_what_stands(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "B02")
    press(desk, "F9")
    checked_again(desk, qtbot)
    panel = findings_of(desk)
    waiting = sum(not line.startswith("✓") for line in lines(desk))
    seen = []
    for _ in range(waiting + 1):
        press(desk, "F8")
        seen.append(panel.list.currentRow())
    assert sorted(seen[:-1]) == list(range(waiting))
    assert seen[-1] == seen[0]
    press(desk, "Shift+F8")
    assert panel.list.currentRow() == seen[-2]


def test_the_words_that_were_found_are_shown_in_the_editor(desk: Desk) -> None:
    mark(desk, "B02")
    findings_of(desk)._go(findings_of(desk).list.currentItem())
    editor = desk.page.item_panel.editor
    assert editor is not None
    field = editor.field("text")  # type: ignore[attr-defined] # a guide is edited in a form
    assert field.textCursor().selectedText() == "..."


def test_a_key_that_can_do_nothing_says_why(desk: Desk, qtbot: QtBot) -> None:
    for rule, keys, told in (
        ("", "Shift+F9", "没有选中校对提示；按 F8 到下一条。"),
        ("C01", "Shift+F9", "这一条没有唯一的改法，请自己改，或者保留。"),
    ):
        findings_of(desk).list.setCurrentRow(-1)
        if rule:
            mark(desk, rule)
        with qtbot.waitSignal(desk.page.message) as said:
            press(desk, keys)
        assert said.args == [told]


# --- rules that are not asked --------------------------------------------------------------


def entries(desk: Desk) -> list[QAction]:
    menu = settling_of(desk).rules.menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.text() and not action.isSeparator()]


def choose(desk: Desk, words: str) -> None:
    next(action for action in entries(desk) if words in action.text()).trigger()


def test_no_name_is_asked_for_before_anything_is_kept(desk: Desk) -> None:
    assert settling_of(desk).mend_button.isVisible()
    assert not settling_of(desk).name.isVisible()


def test_the_menu_of_rules_is_never_empty(desk: Desk) -> None:
    findings_of(desk).list.setCurrentRow(-1)
    menu = settling_of(desk).rules.menu()
    menu.aboutToShow.emit()
    (told,) = menu.actions()
    assert not told.isEnabled()


def test_a_rule_is_silenced_for_the_packet_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "B02")
    choose(desk, "本学习包不再提示")
    checked_again(desk, qtbot)
    assert desk.kept().silenced == ("B02",)
    assert not [line for line in lines(desk) if "省略号" in line]
    choose(desk, "省略号应当是六个点（B02）　本学习包")
    checked_again(desk, qtbot)
    assert [line for line in lines(desk) if "省略号" in line]


def test_a_rule_is_silenced_for_the_library_and_that_can_be_undone(
    desk: Desk, qtbot: QtBot
) -> None:
    mark(desk, "B02")
    with qtbot.waitSignal(desk.page.undoable) as done:
        choose(desk, "本资料库都不再提示")
    checked_again(desk, qtbot)
    assert desk.library.silenced_rules() == {"B02"}
    assert not [line for line in lines(desk) if "省略号" in line]
    deed = done.args[0]
    assert isinstance(deed, Deed)
    deed.take_back()
    assert desk.library.silenced_rules() == frozenset()
    checked_again(desk, qtbot)
    assert [line for line in lines(desk) if "省略号" in line]


# --- what keeps a packet from going out ----------------------------------------------------


def test_an_export_waits_for_a_red_finding_and_leads_there(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = desk.page.handout_panel
    panel.open_export()
    held = panel.export_panel.held
    assert held.sentence.text() == "1 处必改没有处理（导读“二十四中全会”）。"
    panel.export_panel.set_folder(tmp_path / "出")
    panel.export_panel.start()
    qtbot.waitUntil(lambda: held.sentence.text().startswith("没有写出文件："), timeout=TIME)
    assert not (tmp_path / "出").exists()
    held.button.click()
    assert panel.findings_button.isChecked()
    assert "全会的名称" in panel.findings.list.currentItem().text()


def test_an_edit_that_is_taken_back_is_no_new_refusal(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.page.handout_panel
    panel.open_export()
    told = panel.export_panel.held.sentence
    panel.export_panel.start()
    qtbot.waitUntil(lambda: told.text().startswith("没有写出文件："), timeout=TIME)
    guides = [item.id for item in desk.packet.items if isinstance(item, Guide)]
    desk.current.edit("删导读", edits.remove(desk.packet, guides))
    qtbot.waitUntil(lambda: told.text() == "", timeout=TIME)
    desk.current.history.undo()
    qtbot.waitUntil(lambda: told.text() == "1 处必改没有处理（导读“二十四中全会”）。", timeout=TIME)


def test_a_packet_whose_red_finding_stands_by_name_goes_out_and_says_so(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    mark(desk, "P06")
    press(desk, "F9")
    settling_of(desk).name.setText("王芳")
    settling_of(desk).confirm.click()
    checked_again(desk, qtbot)
    panel = desk.page.handout_panel.export_panel
    assert panel.held.sentence.text() == ""
    panel.set_folder(tmp_path)
    for edition, box in panel.editions.items():
        box.setChecked(edition in (Edition.PROOF, Edition.PARTICIPANT))
    panel.formats["pdf"].setChecked(False)
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.results()), timeout=TIME)
    assert len(list(tmp_path.glob("2026*.docx"))) == 2


def test_printing_waits_too(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.message) as told:
        desk.page.printing.ask()
    assert told.args[0].startswith("没有打印：1 处必改没有处理（导读“")


def test_another_packet_has_nothing_of_it(desk: Desk, qtbot: QtBot) -> None:
    mark(desk, "P06")
    other = Packet("别的", id="other")
    desk.library.save_packet(other)
    desk.current.open(other)
    checked_again(desk, qtbot)
    assert not settling_of(desk).keep_button.isEnabled()


def test_a_passage_cut_before_its_full_stop_is_told_and_made_whole_by_the_same_key(
    desk: Desk, qtbot: QtBot, article: Article, source: Source
) -> None:
    whole = len(PARAGRAPHS[0])
    cut = PassageItem(Passage.pick(article, source, 0, whole - 1), id="passage")
    with qtbot.waitSignal(findings_of(desk).summary_changed, timeout=TIME):
        desk.current.edit("改", edits.change(desk.packet, cut))
    assert any(line.startswith("留意") and "断在半句" in line for line in lines(desk))
    mark(desk, "Q13")
    assert settling_of(desk).mend_button.text() == "补到整句"
    press(desk, "Shift+F9")
    item = desk.item("passage")
    assert isinstance(item, PassageItem)
    assert item.passage.text == PARAGRAPHS[0]
    desk.undo()
    assert desk.item("passage") == cut


def test_a_look_at_another_finding_leaves_what_is_typed_for_this_one(desk: Desk) -> None:
    mark(desk, "P06")
    press(desk, "F9")
    tools = settling_of(desk)
    tools.name.setText("王芳")
    tools.reason.setText("原件如此")
    mark(desk, "B02")
    assert not tools.reason.isVisible()
    mark(desk, "P06")
    press(desk, "F9")
    assert (tools.name.text(), tools.reason.text()) == ("王芳", "原件如此")


def test_nothing_found_does_not_hide_what_is_still_missing(desk: Desk, qtbot: QtBot) -> None:
    findings = findings_of(desk)
    bare = replace(desk.packet, items=(EditorNote("练手艺。"),), session=Session("一车间"))
    with qtbot.waitSignal(findings.summary_changed, timeout=TIME):
        desk.current.edit("只留按语", bare)
    assert findings.nothing.text() == "没有校对提示，但还缺 3 项没有填，打印前可从“还缺”补上。"
    session = Session("一车间", date(2026, 1, 9), "学习室", "老王")
    with qtbot.waitSignal(findings.summary_changed, timeout=TIME):
        desk.current.edit("填全", replace(bare, session=session))
    assert "可以导出、打印了" in findings.nothing.text()
