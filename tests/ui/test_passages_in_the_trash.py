"""A passage is put back out of the trash, and that is taken back where it was done."""

from dataclasses import replace
from threading import Event

from studydesk.domain import edits
from studydesk.domain.packet import Packet
from studydesk.library import TrashKind
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.safekeeping import TrashSheet


def taken_out(desk: Desk, *titles: str) -> list[str]:
    """The ids of passages, each taken out of a packet of its own with one of these titles."""
    gone = []
    for title in titles:
        desk.library.save_packet(Packet(title, id=title))
        desk.shelf.open(title)
        desk.pick.add_selection()
        packet = desk.current.packet
        assert packet is not None
        gone.append(packet.items[-1].id)
        desk.current.edit("删除", edits.remove(packet, gone[-1:]))
        desk.current.flush()
    return gone


def in_packets(desk: Desk, *titles: str) -> list[str]:
    """The ids of what is in the packets with these titles."""
    return [item.id for title in titles for item in desk.current.read(title).items]


def restore_all(sheet: TrashSheet, kind: TrashKind) -> None:
    for place, thing in reversed(list(enumerate(sheet._things))):
        if thing.kind is kind:
            sheet.list.setCurrentRow(place)
            sheet.take.click()


def test_passages_that_were_restored_are_taken_out_again_in_the_sheet_before_what_is_older(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    gone = taken_out(desk, "甲", "乙")
    window.actions_by_id["delete-article"].trigger()
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    restore_all(sheet, TrashKind.ARTICLE)
    restore_all(sheet, TrashKind.PASSAGE)
    assert in_packets(desk, "甲", "乙") == gone
    for step, left in (("undo", 1), ("undo", 2), ("undo", 3), ("redo", 2), ("redo", 1)):
        sheet.take_step(step)
        assert len(desk.library.trashed()) == sheet.list.count() == left
    assert in_packets(desk, "甲", "乙") == gone[:1]
    sheet.reject()


def test_a_passage_that_was_restored_is_taken_out_again_where_the_sheet_is_closed(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    gone = taken_out(desk, "甲")
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    sheet.take.click()
    sheet.reject()
    for step, left in (("undo", []), ("redo", gone), ("undo", [])):
        window.actions_by_id[step].trigger()
        assert in_packets(desk, "甲") == left


def test_a_passage_that_came_back_while_the_trash_was_open_is_not_put_there_twice(
    window: MainWindow, desk: Desk, pick: PickPage
) -> None:
    gone = taken_out(desk, "甲")
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    desk.current.history.undo()
    sheet.take.click()
    assert in_packets(desk, "甲") == gone
    assert sheet.list.count() == 0
    sheet.reject()


def test_a_passage_that_is_taken_out_before_it_was_written_is_in_the_trash_all_the_same(
    desk: Desk, pick: PickPage
) -> None:
    waited, free = list[bool](), Event()
    desk.library.save_packet(Packet("甲", id="甲"))
    desk.shelf.open("甲")
    desk.current._saving.save("first", lambda: waited.append(free.wait(10)))
    pick.add_selection()
    packet = desk.current.packet
    assert packet is not None
    desk.current.edit("删除", edits.remove(packet, [packet.items[-1].id]))
    desk.current.edit("题名", replace(packet, title="乙", items=()))
    assert desk.library.trashed() == []
    free.set()
    desk.current.flush()
    assert [(thing.kind, thing.packet) for thing in desk.library.trashed()] == [
        (TrashKind.PASSAGE, "乙")
    ]
