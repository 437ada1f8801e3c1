"""An 出处 is taken back where it was filled in, and every packet follows."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from tests.ui.current import open_packet, rename, title

from studydesk.domain.packet import Packet
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage


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
