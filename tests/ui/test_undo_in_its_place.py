"""What was done in one place is taken back there, and nowhere else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Correct, SetAside
from studydesk.services.packs import save_pack
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.deed import in_form
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


def tidy_first(desk: Desk, qtbot: QtBot) -> str:
    """Open the first page in 整理; its id."""
    source = desk.library.sources()[0].id
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(source)
    return source


def rename(desk: Desk, title: str) -> None:
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("改名", replace(packet, title=title))


def title(desk: Desk) -> str:
    return desk.current.packet.title if desk.current.packet else ""


def press_undo(window: MainWindow) -> None:
    QTest.keyClick(
        window.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )


# --- 整理 and the rest ---------------------------------------------------------------------------


def test_in_tidying_neither_edits_nor_deeds_of_other_pages_are_taken_back(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction, qtbot: QtBot
) -> None:
    rename(desk, "新题名")
    tidied = desk.library.sources()[0].id
    other = next(each.id for each in desk.library.articles() if each.source_id != tidied)
    desk.deleting.delete([other])
    count = len(desk.library.articles())
    tidy_first(desk, qtbot)
    desk.tidy.commands.actions["aside"].trigger()
    undo.trigger()
    assert not undo.isEnabled()
    assert undo.text() == "撤消"
    press_undo(window)
    assert title(desk) == "新题名"
    assert len(desk.library.articles()) == count
    said = "这一页没有可撤消的了。选材、编排里的改动，请到那里撤消。"
    assert window.status.currentMessage() == said
    assert (undo.statusTip(), desk.tidy.head.undo.toolTip()) == (said, said)
    desk.show_page("pick")
    undo.trigger()
    undo.trigger()
    assert title(desk) == "周五班组学习"
    assert len(desk.library.articles()) == count + 1
    desk.tidy.current.flush()


def test_on_other_pages_no_step_of_tidying_is_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    desk.tidy.commands.actions["aside"].trigger()
    done = desk.tidy.current.page
    for page in ("arrange", "pick"):
        desk.show_page(page)
        assert not undo.isEnabled()
        press_undo(window)
        assert desk.tidy.current.page == done
        assert "整理里的" in window.status.currentMessage()
    desk.show_page("tidy")
    assert undo.text() == "撤消：移入版面零件"
    desk.tidy.current.flush()


def tag(desk: Desk, word: str) -> None:
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.reader.tags.changed.emit((word,), "加标签")


def test_in_arranging_only_the_packet_is_taken_back_and_in_picking_the_library_too(
    window: MainWindow, desk: Desk, pick: PickPage, undo: QAction, redo: QAction
) -> None:
    rename(desk, "新题名")
    tag(desk, "安全")
    desk.show_page("arrange")
    assert undo.text() == "撤消：改名"
    undo.trigger()
    assert not undo.isEnabled()
    press_undo(window)
    assert "选材、整理里的" in window.status.currentMessage()
    assert desk.library.tags() == ["安全"]
    desk.show_page("pick")
    assert undo.text() == "撤消：加标签"
    undo.trigger()
    assert not desk.library.tags()
    redo.trigger()
    assert redo.text() == "重做：改名"
    redo.trigger()
    assert (title(desk), redo.isEnabled()) == ("新题名", False)


def test_an_edit_that_came_after_a_deed_of_the_library_is_taken_back_before_it(
    desk: Desk, pick: PickPage, undo: QAction
) -> None:
    rename(desk, "先")
    rename(desk, "后")
    tag(desk, "安全")
    desk.show_page("arrange")
    undo.trigger()
    undo.trigger()
    rename(desk, "新")
    rename(desk, "更新")
    desk.show_page("pick")
    undone = []
    while undo.isEnabled():
        undone.append(undo.text())
        undo.trigger()
    assert undone == ["撤消：改名", "撤消：改名", "撤消：加标签"]


def test_where_nothing_was_done_anywhere_no_other_place_is_named(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    press_undo(window)
    assert window.status.currentMessage() == "这一页没有可撤消的了。"


def test_what_is_taken_back_in_one_place_is_done_again_there_though_there_was_a_step_elsewhere(
    desk: Desk, pick: PickPage, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    count = len(desk.library.articles())
    desk.deleting.delete_article()
    undo.trigger()
    tidy_first(desk, qtbot)
    assert not redo.isEnabled()
    desk.tidy.commands.actions["aside"].trigger()
    undo.trigger()
    desk.show_page("pick")
    desk.tidy.current.flush()
    redo.trigger()
    assert len(desk.library.articles()) == count - 1
    desk.show_page("tidy")
    assert redo.text() == "重做：移入版面零件"


def test_what_was_cut_is_left_where_it_is_by_undo_and_what_was_put_is_put_back(
    window: MainWindow, desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    tidy_first(desk, qtbot)
    actions, articles = desk.tidy.commands.actions, desk.tidy.articles
    moves = desk.tidy.commands.moves
    actions["aside"].trigger()
    aside = desk.tidy.current.page
    articles.go_to_row(2)
    actions["cut"].trigger()
    assert undo.text() == "撤消：剪下"
    undo.trigger()
    assert (moves.carried, desk.tidy.current.page) == ((), aside)
    redo.trigger()
    assert moves.carried
    articles.go_to_row(4)
    actions["put"].trigger()
    assert undo.text() == "撤消：移动段落"
    undo.trigger()
    assert desk.tidy.current.page == aside
    assert undo.text() == "撤消：移入版面零件"
    articles.go_to_row(2)
    actions["cut"].trigger()
    moves.let_go()
    assert undo.text() == "撤消：移入版面零件"
    desk.tidy.current.flush()


def test_where_a_page_was_printed_is_taken_back_where_it_was_filled_in(
    desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    source = tidy_first(desk, qtbot)

    def newspaper() -> str:
        desk.current.flush()
        return desk.library.source(source).newspaper

    desk.tidy.facts.ask([source])
    desk.tidy.form.saved.emit("工人日报", date(2026, 11, 27), "7")
    assert newspaper() == "工人日报"
    desk.show_page("arrange")
    assert not undo.isEnabled()
    desk.show_page("tidy")
    undo.trigger()
    assert newspaper() == ""
    redo.trigger()
    assert newspaper() == "工人日报"


def quote(desk: Desk, qtbot: QtBot) -> str:
    """Put a passage into the packet and correct a word of it in 整理; the passage."""
    source = desk.library.sources()[0]
    article = next(a for a in desk.library.articles_of(source.id) if len(a.body_blocks) > 4)
    text = article.body_blocks[3].text
    start = article.body.index(text)
    packet = desk.current.packet
    assert packet is not None
    passage = Passage.pick(article, source, start, start + len(text))
    desk.current.edit("加入选段", edits.append(packet, PassageItem(passage)))
    tidy_first(desk, qtbot)
    at = article.body_blocks[3].spans[0].start
    with qtbot.waitSignal(desk.tidy.current.kept, timeout=20_000):
        assert desk.tidy.current.do("改字", Correct(at, at + 1, "甲"))
    return text


def test_it_is_said_that_passages_follow_as_a_step_is_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot
) -> None:
    source = desk.library.sources()[0]
    article = next(a for a in desk.library.articles_of(source.id) if len(a.body_blocks) > 4)
    start = article.body.index(article.body_blocks[3].text)
    passage = PassageItem(Passage.pick(article, source, start, start + 9))
    desk.current.edit("加入选段", edits.append(open_packet(desk), passage))
    before = open_packet(desk)
    tidy_first(desk, qtbot)
    assert desk.tidy.current.do("移入零件", SetAside(article.body_blocks[0].spans[0].start))
    assert desk.flush()
    assert open_packet(desk) != before
    assert "选段" not in window.status.currentMessage()
    undo.trigger()
    assert desk.flush()
    assert open_packet(desk) == before
    assert window.status.currentMessage() == "学习包“周五班组学习”里的选段也跟着变了。"


def passage_of(desk: Desk, packet_id: str) -> str:
    assert desk.current.flush()
    return desk.library.packet(packet_id).passages[0].text


@pytest.mark.parametrize("is_open", [True, False])
def test_new_text_of_a_passage_is_taken_back_in_tidying_and_asked_about_again(
    desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot, is_open: bool
) -> None:
    packet = desk.current.packet
    assert packet is not None
    text = quote(desk, qtbot)
    if not is_open:
        desk.library.save_packet(Packet("另一份", id="other"))
        desk.shelf.open("other")
        desk.show_page("tidy")
    panel = desk.tidy.changed_passages
    panel.take.click()
    assert passage_of(desk, packet.id) == f"甲{text[1:]}"
    assert undo.text() == "撤消：换用新文"
    undo.trigger()
    assert passage_of(desk, packet.id) == text
    assert panel.change is not None
    redo.trigger()
    assert passage_of(desk, packet.id) == f"甲{text[1:]}"
    assert panel.change is None
    desk.shelf.open(packet.id)
    assert undo.text() == "撤消：换用新文"
    undo.trigger()
    assert passage_of(desk, packet.id) == text


@pytest.fixture
def unopened(desk: Desk, qtbot: QtBot) -> str:
    """A packet that has no history, as at the next start of the program, with a passage that is
    asked about in 整理; another packet is open.
    """
    packet = open_packet(desk)
    quote(desk, qtbot)
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.shelf.open("other")
    desk.current.forget_history(packet.id)
    desk.show_page("tidy")
    return packet.id


def test_new_text_of_a_packet_that_was_not_opened_is_taken_back_in_the_order_it_was_done(
    desk: Desk, undo: QAction, unopened: str
) -> None:
    desk.tidy.changed_passages.take.click()
    desk.show_page("pick")
    desk.pick.open_article(desk.library.articles()[0].id)
    desk.pick.reader.tags.changed.emit(("后来的",), "加标签")
    desk.shelf.open(unopened)
    assert undo.text() == "撤消：加标签"
    undo.trigger()
    assert undo.text() == "撤消：换用新文"


def test_new_text_is_taken_back_though_the_file_of_its_packet_was_opened_since(
    desk: Desk, undo: QAction, unopened: str, qtbot: QtBot, tmp_path: Path
) -> None:
    text = passage_of(desk, unopened)
    desk.tidy.changed_passages.take.click()
    assert desk.flush()
    save_pack(desk.library, unopened, tmp_path / "a.studypack")
    with qtbot.waitSignal(desk.shelf.file_read):
        desk.shelf.open_file(tmp_path / "a.studypack")
    desk.show_page("tidy")
    undo.trigger()
    assert passage_of(desk, unopened) == text


def test_new_text_of_a_packet_that_begins_anew_stays(
    desk: Desk, undo: QAction, unopened: str, qtbot: QtBot
) -> None:
    desk.tidy.changed_passages.take.click()
    text = passage_of(desk, unopened)
    with qtbot.waitSignal(next(iter(desk.current._histories.values())).destroyed):
        for packet_id in tuple(desk.current._histories):
            desk.current.forget_history(packet_id)
    undo.trigger()
    assert passage_of(desk, unopened) == text
    assert "又改过" in desk.notice.sentence


# --- 出处, which all packets follow --------------------------------------------------------------


@pytest.fixture
def cited(desk: Desk, pick: PickPage) -> str:
    """The source that is read: the packet that is open quotes it, and one that has a history."""
    assert pick.article is not None
    first = open_packet(desk).id
    desk.library.save_packet(Packet("另一份", id="other"))
    for packet_id in ("other", first):
        desk.shelf.open(packet_id)
        pick.reader.text.select(0, 20)
        pick.add_selection()
    return pick.article.source_id


def newspapers(desk: Desk, source_id: str) -> set[str]:
    """What the record and all packets say, in the library and in the window."""
    assert desk.current.flush()
    packets = [desk.library.packet(each.id) for each in desk.library.packets()]
    packets.append(open_packet(desk))
    said = {each.citation.newspaper for packet in packets for each in packet.passages}
    return said | {desk.library.source(source_id).newspaper}


def fill_in(desk: Desk, newspaper: str) -> None:
    desk.pick.reader.source_saved.emit(newspaper, None, "7")


def test_all_packets_say_what_is_on_record_when_it_is_filled_in_corrected_and_taken_back(
    desk: Desk, cited: str, undo: QAction, redo: QAction
) -> None:
    fill_in(desk, "工人曰报")
    fill_in(desk, "工人日报")
    assert newspapers(desk, cited) == {"工人日报"}
    for command, said in ((undo, "工人曰报"), (undo, ""), (redo, "工人曰报"), (redo, "工人日报")):
        command.trigger()
        assert newspapers(desk, cited) == {said}
    desk.shelf.open("other")
    assert newspapers(desk, cited) == {"工人日报"}


def test_what_a_packet_was_before_follows_too(
    desk: Desk, cited: str, undo: QAction, redo: QAction
) -> None:
    fill_in(desk, "工人日报")
    desk.shelf.open("other")
    rename(desk, "新题名")
    desk.show_page("arrange")
    undo.trigger()
    assert newspapers(desk, cited) == {"工人日报"}
    desk.show_page("pick")
    undo.trigger()
    assert undo.text() == "撤消：加入选段"
    assert newspapers(desk, cited) == {""}
    redo.trigger()
    redo.trigger()
    assert (title(desk), newspapers(desk, cited)) == ("新题名", {"工人日报"})


def test_a_citation_typed_in_one_packet_reaches_the_others_and_is_taken_back_with_its_step(
    desk: Desk, cited: str, undo: QAction, redo: QAction
) -> None:
    packet = open_packet(desk)
    passage = packet.passages[0]
    for typed in ("工", "工人", "工人日报"):
        said = replace(passage.citation, newspaper=typed)
        desk.arrange.item_panel.cite_requested.emit(passage.article_id, said)
    assert newspapers(desk, cited) == {"工人日报"}
    desk.show_page("pick")
    fill_in(desk, "中国工人")
    steps = ((undo, "工人日报"), (undo, ""), (redo, "工人日报"), (redo, "中国工人"))
    for command, newspaper in steps:
        command.trigger()
        assert newspapers(desk, cited) == {newspaper}


def cite_in_arrange(desk: Desk, newspaper: str) -> None:
    passage = open_packet(desk).passages[0]
    said = replace(passage.citation, newspaper=newspaper)
    desk.arrange.item_panel.cite_requested.emit(passage.article_id, said)


def test_what_two_packets_typed_of_one_source_is_taken_back_in_each_and_no_mixture_is_left(
    window: MainWindow, desk: Desk, cited: str, undo: QAction, redo: QAction
) -> None:
    first = open_packet(desk).id
    desk.show_page("arrange")
    cite_in_arrange(desk, "甲报")
    desk.shelf.open("other")
    cite_in_arrange(desk, "乙报")
    desk.shelf.open(first)
    undo.trigger()
    assert newspapers(desk, cited) == {"乙报"}
    assert "出处后来在别处改过，没有撤消。" in window.status.currentMessage()
    desk.shelf.open("other")
    undo.trigger()
    assert newspapers(desk, cited) == {"甲报"}
    redo.trigger()
    assert newspapers(desk, cited) == {"乙报"}
    desk.shelf.open(first)
    desk.show_page("pick")
    redo.trigger()
    assert newspapers(desk, cited) == {"乙报"}


def test_a_citation_is_taken_back_and_done_again_though_its_article_was_deleted_between(
    desk: Desk, cited: str, undo: QAction, redo: QAction
) -> None:
    desk.show_page("arrange")
    cite_in_arrange(desk, "甲报")
    desk.show_page("pick")
    desk.deleting.delete(desk.library.ids_of([cited]))
    desk.show_page("arrange")
    undo.trigger()
    assert newspapers(desk, cited) == {""}
    redo.trigger()
    assert newspapers(desk, cited) == {"甲报"}
    desk.show_page("pick")
    undo.trigger()
    assert desk.library.ids_of([cited])
    assert newspapers(desk, cited) == {"甲报"}
    undo.trigger()
    assert newspapers(desk, cited) == {""}


# --- new packets ---------------------------------------------------------------------------------


def test_a_new_packet_is_taken_back_only_after_its_edits_and_comes_back_with_all_of_them(
    desk: Desk, undo: QAction, redo: QAction
) -> None:
    first = title(desk)
    desk.shelf.create()
    new = desk.current.packet
    assert new is not None
    rename(desk, "一")
    rename(desk, "二")
    titles = []
    while undo.isEnabled():
        undo.trigger()
        titles.append(title(desk))
    assert titles == ["一", new.title, first]
    while redo.isEnabled():
        redo.trigger()
        titles.append(title(desk))
    assert titles[3:] == [new.title, "一", "二"]
    assert desk.current.flush()
    assert desk.library.packet(new.id).title == "二"


def test_a_new_packet_with_edits_stays_where_another_one_is_open(desk: Desk, undo: QAction) -> None:
    before = desk.current.packet
    desk.shelf.create()
    new = desk.current.packet
    assert before is not None
    assert new is not None
    rename(desk, "改过")
    desk.shelf.open(before.id)
    assert not undo.isEnabled()
    assert "别的学习包" in undo.statusTip()
    desk.shelf.open(new.id)
    assert undo.text() == "撤消：改名"
    undo.trigger()
    undo.trigger()
    assert [packet.id for packet in desk.library.packets()] == [before.id]


def test_a_packet_out_of_the_trash_stays_where_another_one_is_open(
    desk: Desk, undo: QAction
) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    desk.library.delete_packet("other")
    (gone,) = desk.library.trashed()
    before = desk.current.packet
    assert before is not None
    desk.show_restored(replace(gone, id=desk.library.restore(gone.kind, gone.id)), in_form())
    rename(desk, "改过")
    desk.shelf.open(before.id)
    assert not undo.isEnabled()


@pytest.mark.parametrize("command", ["new-packet", "delete-packet"])
def test_what_is_no_part_of_tidying_is_done_where_it_is_seen_and_taken_back(
    window: MainWindow, desk: Desk, undo: QAction, qtbot: QtBot, command: str
) -> None:
    desk.library.save_packet(Packet("另一份", id="other"))
    before = {packet.id for packet in desk.library.packets()}, len(desk.library.articles())
    tidy_first(desk, qtbot)
    window.actions_by_id[command].trigger()
    assert desk.page_id == "arrange"
    undo.trigger()
    assert (
        {packet.id for packet in desk.library.packets()},
        len(desk.library.articles()),
    ) == before


# --- 改版式 --------------------------------------------------------------------------------------


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> PresetForm:
    """改版式, open for a copy that was made before."""
    desk.show_page("arrange")
    rename(desk, "新题名")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.copy.trigger()
    menu.editing.close()
    menu.change.trigger()
    form = menu.editing.form
    assert form is not None
    form._groups.setCurrentIndex(1)
    activate(form, qtbot)
    return form


def activate(form: PresetForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)


def press(form: PresetForm, key: Qt.Key) -> None:
    QTest.keyClick(form.focusWidget() or form, key, Qt.KeyboardModifier.ControlModifier)


def test_the_form_of_a_preset_takes_back_what_was_done_in_it_and_no_more(
    desk: Desk, form: PresetForm, undo: QAction
) -> None:
    assert desk.current.packet is not None
    copy = desk.current.packet.preset
    for text in ("甲", "乙"):
        form.page.footer.setFocus()
        form.page.footer.setText(text)
        form.page.footer.edited.emit(text)
        form.flush()
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == ""
    press(form, Qt.Key.Key_Z)
    assert QToolTip.text().startswith("这里没有可撤消的了。")
    assert desk.current.packet.preset == copy
    assert title(desk) == "新题名"
    press(form, Qt.Key.Key_Y)
    assert form.page.footer.text() == "乙"
    press(form, Qt.Key.Key_Y)
    assert QToolTip.text().startswith("这里没有可重做的了。")
    assert QToolTip.text().endswith("请到编排里重做。")
    form.accept()
    assert undo.text().startswith("撤消：改版式“")


def test_what_was_changed_when_the_form_was_open_before_is_left_to_the_window(
    desk: Desk, form: PresetForm, qtbot: QtBot
) -> None:
    form.page.footer.edited.emit("甲")
    form.accept()
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.change.trigger()
    activate(form, qtbot)
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == "甲"


def test_what_was_just_typed_is_taken_back_though_it_was_not_handed_over(form: PresetForm) -> None:
    form.page.footer.setFocus()
    QTest.keyClicks(form.page.footer, "A")
    press(form, Qt.Key.Key_Z)
    assert form.page.footer.text() == ""


def test_a_number_that_is_refused_is_taken_back_first(form: PresetForm) -> None:
    margin = form.page.margins["left"]
    before = margin.number
    margin.line.setText("999")
    margin.line.edited.emit("999")
    form.page.footer.setFocus()
    margin.line.editingFinished.emit()
    press(form, Qt.Key.Key_Z)
    assert (margin.number, margin.line.text(), margin.is_doubtful()) == (
        before,
        f"{before:g}",
        False,
    )


def test_what_waits_is_taken_back_by_the_window_though_its_command_is_off(
    window: MainWindow, desk: Desk
) -> None:
    desk.show_page("arrange")
    menu = desk.arrange.handout_panel.export_panel.presets
    menu.change.trigger()
    form = menu.editing.form
    assert form is not None
    assert desk.current.packet is not None
    before = desk.current.packet.preset
    form.page.footer.setText("甲")
    form.page.footer.edited.emit("甲")
    assert not window.actions_by_id["undo"].isEnabled()
    press_undo(window)
    assert form.page.footer.text() == ""
    assert desk.current.packet.preset == before
