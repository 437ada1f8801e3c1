"""New text of passages is taken back where their page was tidied, in all packets that quote it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet, tidy_first

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Correct, MoveBlocks, SetAside
from studydesk.services.packs import save_pack
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


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


def test_nothing_is_said_of_passages_whose_text_stays_as_a_step_is_taken_back(
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
    assert "选段" not in window.status.currentMessage()


def test_it_is_said_that_passages_are_cited_by_another_title(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    source = desk.library.sources()[0]
    first, second = desk.library.articles_of(source.id)[:2]
    last = first.body_blocks[-1]
    start = first.body.index(last.text)
    passage = PassageItem(Passage.pick(first, source, start, start + 9))
    desk.current.edit("加入选段", edits.append(open_packet(desk), passage))
    assert desk.flush()
    tidy_first(desk, qtbot)
    at = last.spans[0].start
    assert desk.tidy.current.do("移段", MoveBlocks((at,), second.body_blocks[0].spans[0].start))
    assert desk.flush()
    assert open_packet(desk).passages[-1].citation.title == second.title
    told = window.status.currentMessage()
    assert told == f"学习包“周五班组学习”里 1 个选段的出处跟着改为“{second.title}”。"


def test_what_is_said_of_a_step_stays_while_a_passage_behind_it_follows(
    window: MainWindow, desk: Desk, undo: QAction, redo: QAction, qtbot: QtBot
) -> None:
    source = desk.library.sources()[0]
    article = next(a for a in desk.library.articles_of(source.id) if len(a.body_blocks) > 4)
    start = article.body.index(article.body_blocks[3].text)
    passage = PassageItem(Passage.pick(article, source, start, start + 9))
    desk.current.edit("加入选段", edits.append(open_packet(desk), passage))
    tidy_first(desk, qtbot)
    assert desk.flush()

    def moved_with_its_text(before: Packet) -> bool:
        assert desk.flush()
        return open_packet(desk) != before

    before = open_packet(desk)
    desk.tidy.current.do("移入零件", SetAside(article.body_blocks[0].spans[0].start))
    desk.tidy.message.emit("做完了。")
    assert moved_with_its_text(before)
    assert window.status.currentMessage() == "做完了。"
    for step, verb in ((undo, "撤消"), (redo, "重做")):
        before = open_packet(desk)
        step.trigger()
        assert moved_with_its_text(before)
        assert f"已{verb}：移入零件" in window.status.currentMessage()


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
