"""The page beside the packet is the real PDF, and follows every edit."""

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Never

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk, text

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PageBreak, PassageItem
from studydesk.errors import DiskFull
from studydesk.export.pdf.writer import PdfFile
from studydesk.handout.choosing import chosen
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.services import handouts
from studydesk.study.counting import count
from studydesk.ui.arrange.handout.page_places import find_words
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.jobs import Jobs
from studydesk.ui.short_words import unbroken

TIME = 30_000
CARD = PRESETS["班前十分钟卡片"]


def preview_of(desk: Desk) -> Preview:
    return desk.page.handout_panel.preview


def test_the_page_shows_the_packet(printing: Desk) -> None:
    assert "读的时候留意作者怎样下定义" in text(preview_of(printing))


def test_an_edit_is_on_the_page_a_moment_later(printing: Desk, qtbot: QtBot) -> None:
    after = edits.change(printing.packet, Guide("请看黑板。", id="guide"))
    printing.current.edit("改导读", after)
    qtbot.waitUntil(lambda: "请看黑板" in text(preview_of(printing)), timeout=TIME)


def test_undo_is_on_the_page_too(printing: Desk, qtbot: QtBot) -> None:
    printing.current.edit("删", edits.remove(printing.packet, {"guide"}))
    qtbot.waitUntil(lambda: "怎样下定义" not in text(preview_of(printing)), timeout=TIME)
    printing.undo()
    qtbot.waitUntil(lambda: "怎样下定义" in text(preview_of(printing)), timeout=TIME)


def test_a_packet_in_a_preset_that_was_deleted_names_the_one_that_is_used(
    printing: Desk, qtbot: QtBot
) -> None:
    preview = preview_of(printing)
    own = {**PRESETS, "车间讲义": replace(PRESETS["大字版"], name="车间讲义")}
    preview.offer_presets(own)
    preview.preset_chosen.emit("车间讲义")
    assert preview.preset.currentText() == "车间讲义"
    preview.offer_presets(PRESETS)
    assert (preview.preset.currentText(), preview.preset.toolTip()) == ("普通讲义", "普通讲义")
    qtbot.waitUntil(lambda: "车间讲义" in preview.trouble.text(), timeout=TIME)


def test_a_page_that_is_still_being_made_when_the_window_goes_is_no_failure(
    packet: Packet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gone, make = Event(), Event(), handouts.preview

    def late(packet: Packet, edition: Edition, *more: Never) -> PdfFile:
        begun.set()
        assert gone.wait(TIME / 1000)
        return make(packet, edition, *more)

    monkeypatch.setattr(handouts, "preview", late)
    monkeypatch.setattr("studydesk.ui.jobs.PATIENCE", 0)
    jobs = Jobs()
    preview = Preview(jobs, PRESETS)
    preview.show_packet(packet)
    qtbot.waitUntil(begun.is_set)
    assert not jobs.stop()
    shiboken6.delete(preview)
    gone.set()
    jobs.wait()  # what fails is logged, which no test may do


def test_another_packet_begins_at_its_top(printing: Desk, qtbot: QtBot) -> None:
    preview = preview_of(printing)
    assert preview.view is not None
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    other = replace(printing.packet, title="另一个学习包", id="other")
    printing.library.save_packet(other)
    printing.current.open(other)
    qtbot.waitUntil(lambda: "另一个学习包" in text(preview), timeout=TIME)
    assert bar.value() == 0


def test_findings_and_export_do_not_push_the_page_away_together(printing: Desk) -> None:
    panel = printing.page.handout_panel
    panel.findings_button.setChecked(True)
    panel.open_export()
    assert (panel.findings.isVisible(), panel.export_panel.isVisible()) == (False, True)
    panel.step_finding(1)
    assert (panel.findings.isVisible(), panel.export_panel.isVisible()) == (True, False)


def test_another_packet_puts_the_export_away(printing: Desk) -> None:
    printing.page.export()
    other = replace(printing.packet, id="other")
    printing.library.save_packet(other)
    printing.current.open(other)
    assert not printing.page.handout_panel.export_panel.isVisible()


def test_the_last_of_many_edits_is_shown(printing: Desk, qtbot: QtBot) -> None:
    for number in "一二三四":
        guide = Guide(f"第{number}稿。", id="guide")
        printing.current.edit("改", edits.change(printing.packet, guide))
    qtbot.waitUntil(lambda: "第四稿" in text(preview_of(printing)), timeout=TIME)


def test_only_the_facilitators_edition_shows_the_hints(printing: Desk, qtbot: QtBot) -> None:
    assert "先请老师傅说" not in text(preview_of(printing))
    preview_of(printing).show_edition(Edition.FACILITATOR)
    qtbot.waitUntil(lambda: "先请老师傅说" in text(preview_of(printing)), timeout=TIME)


def test_choosing_a_preset_is_an_edit_of_the_packet(printing: Desk, qtbot: QtBot) -> None:
    preview_of(printing).preset.edited.emit("公文式讲义")
    assert printing.packet.preset == "公文式讲义"
    printing.undo()
    assert printing.packet.preset == "普通讲义"


def test_the_page_turns_to_the_item_being_edited(printing: Desk, qtbot: QtBot) -> None:
    packet = edits.insert(printing.packet, 9, PageBreak(), Guide("最后一页。", id="last"))
    printing.current.edit("添", packet)
    preview = preview_of(printing)
    qtbot.waitUntil(lambda: "最后一页" in text(preview), timeout=TIME)
    view, file = preview.view, preview.file
    assert view is not None
    assert file is not None
    printing.page.show_item("heading")
    assert view.pageNavigator().currentPage() == 0
    printing.page.show_item("last")
    assert view.pageNavigator().currentPage() == file.item_pages["last"] - 1 > 0


def test_an_item_low_on_its_page_comes_into_sight(printing: Desk, qtbot: QtBot) -> None:
    printing.page.resize(1280, 420)
    preview = preview_of(printing)
    view, document = preview.view, preview.document
    assert view is not None
    assert document is not None
    printing.page.show_item("heading")
    assert view.verticalScrollBar().value() == 0
    printing.page.show_item("term")
    assert find_words(document, 0, "工匠：手艺") > 200
    assert view.verticalScrollBar().value() > 100


def test_words_are_found_across_the_ends_of_lines(printing: Desk) -> None:
    document = preview_of(printing).document
    assert document is not None
    assert 0 < find_words(document, 0, "读的 时候\n留意") < find_words(document, 0, "工匠精神是")
    assert find_words(document, 0, "没有这句话") == 0


def test_the_place_on_the_page_outlives_an_edit(printing: Desk, qtbot: QtBot) -> None:
    preview = preview_of(printing)
    assert preview.view is not None
    bar = preview.view.verticalScrollBar()
    bar.setValue(120)
    with qtbot.waitSignal(preview.made, timeout=TIME):
        printing.current.edit("题名", edits.rename(printing.packet, "另一个题名"))
    assert bar.value() == 120


def test_a_page_that_cannot_be_made_is_told_in_a_line(
    printing: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(Path("讲义.pdf"))

    preview = preview_of(printing)
    monkeypatch.setattr(handouts, "preview", refuse)
    with qtbot.waitSignal(preview.failed, timeout=TIME):
        printing.current.edit("题名", edits.rename(printing.packet, "另一个题名"))
    assert "磁盘已满" in preview.trouble.text()
    assert "怎样下定义" in text(preview)


def test_a_packet_whose_preset_is_gone_has_the_first_and_that_is_said(
    printing: Desk, qtbot: QtBot
) -> None:
    preview = preview_of(printing)
    with qtbot.waitSignal(preview.made, timeout=TIME):
        printing.current.edit("版式", edits.set_preset(printing.packet, "没有的版式"))
    told = "没有名为“没有的版式”的版式，先按“普通讲义”排；可以另选一个。"
    assert preview.trouble.text() == told
    assert "怎样下定义" in text(preview)
    with qtbot.waitSignal(preview.made, timeout=TIME):
        printing.current.edit("版式", edits.set_preset(printing.packet, "大字版"))
    assert preview.trouble.isHidden()


def test_zooming_and_fitting_tell_how_large(printing: Desk) -> None:
    preview = preview_of(printing)
    fitted = preview.fit.text()
    preview.zoom_in.click()
    assert preview.fit.text() != fitted
    preview.fit.click()
    assert preview.fit.text() == fitted


def test_pages_are_turned_and_told(printing: Desk, qtbot: QtBot) -> None:
    preview = preview_of(printing)
    printing.current.edit("添", edits.append(printing.packet, Guide("后面。")))
    qtbot.waitUntil(lambda: "后面" in text(preview), timeout=TIME)
    printing.page.show_item("heading")
    assert preview.page_label.text().startswith("1/")
    preview.forward.click()
    assert preview.page_label.text().startswith("2/")


def test_what_a_card_has_no_room_for_is_told_and_not_counted(printing: Desk, qtbot: QtBot) -> None:
    more = PassageItem(replace(printing.packet.passages[0], start=0), id="more")
    whole = edits.append(printing.packet, more)
    printing.current.edit("添", replace(whole, preset="班前十分钟卡片"))
    panel = printing.page.handout_panel
    told = panel.preview.notices.told
    qtbot.waitUntil(lambda: "卡片只印选段一" in told.text(), timeout=TIME)
    assert "未印：选段二" in told.text()
    assert told.isVisible()
    assert panel.counts.text().startswith(f"{count(chosen(whole, CARD)).characters} 字")


def test_counts_are_told(printing: Desk) -> None:
    counts = printing.page.handout_panel.counts.text()
    assert counts.endswith(f"页　{unbroken('朗读 1 分钟')}")


def test_characters_that_another_face_draws_are_named(printing: Desk, qtbot: QtBot) -> None:
    panel = printing.page.handout_panel
    assert panel.borrowed.isHidden()
    with qtbot.waitSignal(panel.preview.made, timeout=TIME):
        printing.current.edit("题名", edits.rename(printing.packet, "Šumava 与 Łódź"))
    qtbot.waitUntil(lambda: not panel.borrowed.isHidden(), timeout=TIME)
    assert panel.borrowed.text() == "Š、Ł、ź由相近的字体代印"


def test_a_line_at_the_foot_that_is_cut_short_is_named(
    printing: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = printing.page.handout_panel
    footed = replace(PRESETS["普通讲义"], footer="{题名}" + "长" * 60)
    with qtbot.waitSignal(panel.preview.made, timeout=TIME):
        menu = panel.export_panel.presets
        monkeypatch.setattr(type(menu), "presets", property(lambda _menu: {"普通讲义": footed}))
        menu.changed.emit(menu.presets)
    qtbot.waitUntil(lambda: not panel.borrowed.isHidden(), timeout=TIME)
    assert panel.borrowed.text().startswith("页眉或页脚太长，印成“")


def test_nothing_is_made_while_the_page_is_out_of_sight(printing: Desk, qtbot: QtBot) -> None:
    printing.page.hide()
    with qtbot.assertNotEmitted(preview_of(printing).made, wait=300):
        printing.current.edit("题名", edits.rename(printing.packet, "看不见"))
    with qtbot.waitSignal(preview_of(printing).made, timeout=TIME):
        printing.page.show()


# --- findings ---------------------------------------------------------------------------------


def test_a_packet_that_goes_while_the_page_is_out_of_sight_is_not_seen_again(
    printing: Desk,
) -> None:
    panel = printing.page.handout_panel
    assert panel.preview.file is not None
    printing.page.hide()
    printing.current.open(None)
    printing.page.show()
    assert panel.preview.file is None
    assert not panel.preview.zoom_in.isEnabled()
    assert "学习包" in panel.findings.nothing.text()


def test_findings_and_quotations_are_summed_up(printing: Desk, qtbot: QtBot) -> None:
    button = printing.page.handout_panel.findings_button
    qtbot.waitUntil(lambda: "引文 1/1 ✓" in button.text(), timeout=TIME)


def test_f7_goes_to_what_was_found(printing: Desk, qtbot: QtBot) -> None:
    panel = printing.page.handout_panel
    printing.current.edit("改", edits.change(printing.packet, Guide("等等。。。", id="guide")))
    lines = panel.findings.list
    qtbot.waitUntil(
        lambda: any("省略号" in lines.item(row).text() for row in range(lines.count())),
        timeout=TIME,
    )
    visited = set()
    for _ in range(lines.count()):
        panel.step_finding(1)
        visited.add(printing.page.outline.current_id())
    assert "guide" in visited
    assert panel.findings.isVisible()


def test_a_narrow_panel_has_a_menu_in_place_of_its_zoom(
    packet: Packet, jobs: Jobs, qtbot: QtBot
) -> None:
    preview = Preview(jobs, PRESETS)
    qtbot.addWidget(preview)
    preview.resize(preview.minimumSizeHint().width(), 600)
    preview.show()
    with qtbot.waitSignal(preview.made):
        preview.show_packet(packet)
    qtbot.waitUntil(preview.sizes.isVisible)
    assert not preview.zoom_in.isVisible()
    *_, larger, _, fitting, _ = preview.sizes.menu().actions()
    fitting.trigger()
    fitted = preview.fit.text()
    larger.trigger()
    assert preview.fit.text() != fitted
    fitting.trigger()
    assert preview.fit.text() == fitted
    preview.resize(900, 600)
    qtbot.waitUntil(preview.zoom_in.isVisible)
    assert not preview.sizes.isVisible()
