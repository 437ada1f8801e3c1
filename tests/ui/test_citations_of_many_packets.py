"""出处 that several packets share: nobody's later or own words are lost by a step of another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from tests.full_disk import disk_full
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, new_id
from studydesk.domain.passage import Citation, Passage
from studydesk.library import Reason
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import facts_of
from studydesk.ui.deed import LIBRARY, Deed, in_page
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.version_sheet import VersionSheet
from studydesk.ui.pages.pick import PickPage


@pytest.fixture
def blank(desk: Desk, pick: PickPage) -> SourceFacts:
    """Nothing is on record of the source that the packet in 编排 quotes."""
    assert pick.article is not None
    source_id = pick.article.source_id
    facts = replace(record(desk, source_id), newspaper="", published=None, page="")
    desk.current.set_facts([facts], LIBRARY)
    pick.add_selection()
    desk.show_page("arrange")
    assert desk.current.flush()
    return facts


def record(desk: Desk, source_id: str) -> SourceFacts:
    return facts_of(desk.library, [source_id])[0]


def said(desk: Desk) -> Citation:
    """What the packet that is open says."""
    return open_packet(desk).passages[0].citation


def said_in(desk: Desk, packet_id: str) -> Citation:
    """What a packet says in the library."""
    assert desk.current.flush()
    return desk.library.packet(packet_id).passages[0].citation


def type_in(desk: Desk, name: str, value: object) -> None:
    """Type into a field of the 出处, as the packet's editor has it."""
    passage = open_packet(desk).passages[0]
    typed: dict[str, Any] = {name: value}
    citation = replace(passage.citation, **typed)
    desk.arrange.item_panel.cite_requested.emit(passage.article_id, citation)


def copied(desk: Desk, **own: object) -> str:
    """Another packet of the library, which says these words by itself."""
    words: dict[str, Any] = own
    cited = replace(said(desk), **words)
    items = tuple(
        replace(item, passage=replace(item.passage, citation=cited))
        for item in open_packet(desk).items
        if isinstance(item, PassageItem)
    )
    other = Packet("另一份", items=items, id=new_id())
    desk.library.save_packet(other)
    return other.id


def test_fields_typed_while_the_disk_is_full_all_stay(
    desk: Desk, blank: SourceFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk_full(monkeypatch):
        for name, value in (("newspaper", "甲报"), ("page", "5"), ("page", "57")):
            type_in(desk, name, value)
            assert not desk.current.flush()
        assert (said(desk).newspaper, said(desk).page) == ("甲报", "57")
    cited = said_in(desk, open_packet(desk).id)
    assert (cited.newspaper, cited.page) == ("甲报", "57")
    assert record(desk, blank.source_id) == replace(blank, newspaper="甲报", page="57")


def test_own_words_of_other_packets_stay_when_steps_reach_the_disk_together(
    desk: Desk, blank: SourceFacts, undo: QAction, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, follower = copied(desk, newspaper="甲报", page="5"), copied(desk)
    with disk_full(monkeypatch):
        type_in(desk, "newspaper", "甲报")
        type_in(desk, "page", "5")
        assert not desk.current.flush()
    for steps_left in (2, 1, 0):
        cited = said_in(desk, own)
        assert (cited.newspaper, cited.page) == ("甲报", "5")
        cited = said_in(desk, follower)
        assert (bool(cited.newspaper), bool(cited.page)) == (steps_left > 0, steps_left > 1)
        undo.trigger()


def test_what_was_filled_in_on_several_pages_at_once_is_taken_back_in_every_packet(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    first, *others = {each.source_id: each.id for each in desk.library.articles()}.items()
    quoted = dict([first, others[0]])
    facts = [replace(record(desk, one), newspaper="", published=None, page="") for one in quoted]
    desk.current.set_facts(facts, LIBRARY)
    items = tuple(PassageItem(Passage(each, 0, 2, "选段"), id=new_id()) for each in quoted.values())
    desk.library.save_packet(other := Packet("另一份", items=items, id=new_id()))
    deed = desk.current.set_facts([replace(one, newspaper="工人日报") for one in facts], LIBRARY)
    assert deed is not None
    assert desk.current.flush()
    desk.show_page("pick")
    desk.undoing.offer(deed)
    undo.trigger()
    assert desk.current.flush()
    assert [each.citation.newspaper for each in desk.library.packet(other.id).passages] == ["", ""]


def test_a_step_that_can_take_nothing_back_is_passed_over_and_told_of(
    window: MainWindow, desk: Desk, blank: SourceFacts, undo: QAction, redo: QAction
) -> None:
    first, other = open_packet(desk).id, copied(desk)
    title = open_packet(desk).title
    desk.current.edit("改题名", replace(open_packet(desk), title="新题名"))
    type_in(desk, "page", "7")
    type_in(desk, "published", date(2026, 1, 2))
    desk.shelf.open(other)
    type_in(desk, "newspaper", "甲报")
    desk.shelf.open(first)
    assert undo.text() == "撤消：改题名"
    undo.trigger()
    told = "已撤消：改题名。出处后来在别处改过，没有撤消。"
    assert (open_packet(desk).title, window.status.currentMessage()) == (title, told)
    redo.trigger()
    assert (open_packet(desk).title, redo.isEnabled()) == ("新题名", False)
    for cited in (said(desk), said_in(desk, first), said_in(desk, other)):
        assert where(cited) == ("甲报", date(2026, 1, 2), "7")


def test_where_no_step_can_take_anything_back_it_is_said_why(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    desk.shelf.duplicate(open_packet(desk).id)
    type_in(desk, "page", "7")
    deed = desk.current.set_facts([replace(record(desk, blank.source_id), page="8")], LIBRARY)
    assert deed is not None
    told: list[str] = []
    desk.undoing.nothing_left.connect(told.append)
    desk.undoing.follow(desk.current.history)
    assert not undo.isEnabled()
    desk.undoing.undo()
    assert told == ["没有可撤消的了。出处后来在别处改过，没有撤消。"]


def make_void(desk: Desk, source_id: str) -> None:
    """Let the page be another on record, as in another packet, than a step of this one left it."""
    desk.current.set_facts([replace(record(desk, source_id), page="8")], LIBRARY)


def test_a_deed_is_taken_back_next_where_the_edit_after_it_is_passed_over(
    desk: Desk, blank: SourceFacts
) -> None:
    steps: list[str] = []
    desk.undoing.offer(Deed("做了", lambda: steps.append("back"), lambda: None))
    type_in(desk, "page", "7")
    make_void(desk, blank.source_id)
    desk.undoing.undo()
    assert (steps, len(open_packet(desk).passages)) == (["back"], 1)


def test_a_deed_is_done_again_next_where_the_edit_before_it_is_passed_over(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    steps, title = list[str](), open_packet(desk).title
    type_in(desk, "page", "7")
    desk.undoing.offer(Deed("做了", lambda: steps.append("back"), lambda: steps.append("again")))
    desk.current.edit("改题名", replace(open_packet(desk), title="新题名"))
    for _ in range(3):
        undo.trigger()
    make_void(desk, blank.source_id)
    desk.undoing.redo()
    assert (steps, open_packet(desk).title) == (["back", "again"], title)
    desk.undoing.redo()
    assert open_packet(desk).title == "新题名"


def test_typing_goes_on_after_another_packet_and_is_taken_back_to_what_that_left(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    first, other = open_packet(desk).id, copied(desk)
    type_in(desk, "page", "7")
    desk.shelf.open(other)
    type_in(desk, "newspaper", "甲报")
    desk.shelf.open(first)
    type_in(desk, "page", "78")
    undo.trigger()
    assert (said(desk).newspaper, said(desk).page) == ("甲报", "7")


FILLED = ("工人日报", date(2025, 11, 10), "7")


def where(cited: Citation) -> tuple[str, date | None, str]:
    return cited.newspaper, cited.published, cited.page


@pytest.fixture
def built_upon(desk: Desk, pick: PickPage) -> tuple[str, str]:
    """A packet that was begun, and in which 选材 filled in the 出处 of a passage; and its copy,
    which has set the page right. Both by their ids.
    """
    assert pick.article is not None
    bare = replace(record(desk, pick.article.source_id), newspaper="", published=None, page="")
    desk.current.set_facts([bare], LIBRARY)
    desk.shelf.create()
    first = open_packet(desk).id
    desk.show_page("pick")
    pick.add_selection()
    assert desk.current.flush()
    pick.reader.source_saved.emit(*FILLED)
    desk.show_page("arrange")
    desk.shelf.duplicate(first)
    type_in(desk, "page", "6")
    assert where(said_in(desk, first)) == (*FILLED[:2], "6")
    return first, open_packet(desk).id


def test_what_a_copy_has_built_upon_is_not_taken_back_by_halves(
    window: MainWindow, desk: Desk, built_upon: tuple[str, str], undo: QAction
) -> None:
    first, copy = built_upon
    desk.shelf.open(first)
    told = []
    while undo.isEnabled() and open_packet(desk).id == first:
        undo.trigger()
        told.append(window.status.currentMessage())
        assert where(said_in(desk, copy)) == (*FILLED[:2], "6")
    assert told[0] == "已撤消：加入选段。"
    assert open_packet(desk).id != first


def test_after_redo_elsewhere_a_packet_takes_back_its_own_steps_in_their_order(
    desk: Desk, built_upon: tuple[str, str], undo: QAction, redo: QAction
) -> None:
    first, copy = built_upon
    desk.shelf.open(first)
    while undo.isEnabled() and open_packet(desk).id == first:
        undo.trigger()
    while redo.isEnabled():
        redo.trigger()
    assert open_packet(desk).id == first
    desk.shelf.open(copy)
    assert undo.text() == "撤消：改出处"
    undo.trigger()
    for packet_id in (first, copy):
        assert where(said_in(desk, packet_id)) == FILLED
    assert "复制" in undo.text()


def test_what_another_packet_set_right_since_stays_when_a_step_is_taken_back(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    first, other = open_packet(desk).id, copied(desk)
    desk.current.edit("改题名", replace(open_packet(desk), title="新题名"))
    type_in(desk, "newspaper", "工人曰报")
    desk.shelf.open(other)
    type_in(desk, "newspaper", "工人日报")
    desk.shelf.open(first)
    undo.trigger()
    for cited in (said(desk), said_in(desk, first), said_in(desk, other)):
        assert cited.newspaper == "工人日报"
    assert record(desk, blank.source_id).newspaper == "工人日报"


def test_what_was_typed_in_arranging_stays_whole_when_a_page_takes_back_what_was_filled_in(
    desk: Desk, blank: SourceFacts, undo: QAction, qtbot: QtBot
) -> None:
    facts = replace(blank, newspaper="甲报")
    deed = desk.current.set_facts([facts], in_page(blank.source_id))
    assert deed is not None
    desk.undoing.offer(deed)
    type_in(desk, "page", "7")
    type_in(desk, "published", date(2026, 1, 2))
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(blank.source_id)
    undo.trigger()
    cited = said_in(desk, open_packet(desk).id)
    assert where(cited) == ("甲报", date(2026, 1, 2), "7")


def test_own_words_of_other_packets_stay_when_the_same_is_filled_in_and_taken_back(
    desk: Desk, blank: SourceFacts, undo: QAction, redo: QAction
) -> None:
    own, follower = copied(desk, newspaper="工人日报", page="5"), copied(desk)
    desk.show_page("pick")
    deed = desk.current.set_facts([replace(blank, newspaper="工人日报", page="5")], LIBRARY)
    assert deed is not None
    desk.undoing.offer(deed)
    for command, newspaper in ((undo, ""), (redo, "工人日报"), (undo, "")):
        command.trigger()
        assert said_in(desk, own).newspaper == "工人日报"
        assert said_in(desk, follower).newspaper == newspaper


def test_typing_passes_through_the_own_words_of_other_packets_and_leaves_them(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    own, follower = copied(desk, page="1"), copied(desk)
    for page in ("1", "12", "123"):
        type_in(desk, "page", page)
        assert (said_in(desk, own).page, said_in(desk, follower).page) == ("1", page)
    undo.trigger()
    assert (said_in(desk, own).page, said_in(desk, follower).page) == ("1", "")


def test_a_step_of_a_citation_is_shown_at_once(
    desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    shown: list[str] = []
    desk.current.changed.connect(lambda packet: shown.append(packet.passages[0].citation.page))
    type_in(desk, "page", "7")
    undo.trigger()
    assert shown == ["7", ""]


def restore(window: MainWindow) -> str:
    """Go back to the version before; what is said of it."""
    told: list[str] = []
    window.actions_by_id["versions"].trigger()
    sheet = next(each for each in window.findChildren(VersionSheet) if each.isVisible())
    sheet.message.connect(told.append)
    sheet.restore_button.click()
    return told[-1]


def test_a_version_that_is_restored_says_what_was_set_right_since_or_what_it_said(
    window: MainWindow, desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    desk.current.set_facts([replace(blank, newspaper="工人曰报", page="1")], LIBRARY)
    title = open_packet(desk).title
    desk.current.keep_version(Reason.EXPORTED)
    assert desk.current.flush()
    desk.current.set_facts([replace(blank, newspaper="工人日报", page="1")], LIBRARY)
    desk.current.edit("改题名", later := replace(open_packet(desk), title="后来的题名"))
    assert "出处仍是现在的" in restore(window)
    assert (open_packet(desk).title, said(desk).newspaper) == (title, "工人日报")
    undo.trigger()
    assert (open_packet(desk).title, said(desk).newspaper) == (title, "工人曰报")
    undo.trigger()
    assert open_packet(desk) == later
    assert record(desk, blank.source_id).newspaper == "工人日报"


def test_a_version_is_restored_with_its_citation_where_nothing_else_differs(
    window: MainWindow, desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    for name, value in (("newspaper", "工人日报"), ("page", "3")):
        type_in(desk, name, value)
    desk.current.keep_version(Reason.EXPORTED)
    assert desk.current.flush()
    for name, value in (("newspaper", "人民日报"), ("page", "99")):
        type_in(desk, name, value)
    assert "出处仍是" not in restore(window)
    assert (said(desk).newspaper, said(desk).page) == ("工人日报", "3")
    undo.trigger()
    assert (said(desk).newspaper, said(desk).page) == ("人民日报", "99")


def test_a_version_is_restored_in_one_step_where_its_citation_was_filled_in_since(
    window: MainWindow, desk: Desk, blank: SourceFacts, undo: QAction
) -> None:
    desk.current.keep_version(Reason.EXPORTED)
    assert desk.current.flush()
    type_in(desk, "newspaper", "工人日报")
    desk.current.edit("改题名", later := replace(open_packet(desk), title="后来的题名"))
    assert "出处仍是" not in restore(window)
    assert said(desk).newspaper == "工人日报"
    undo.trigger()
    assert open_packet(desk) == later


def test_the_line_at_the_bottom_tells_of_other_passages_that_follow(
    window: MainWindow, desk: Desk, blank: SourceFacts
) -> None:
    article_id = open_packet(desk).passages[0].article_id
    other = next(
        each.id
        for each in desk.library.articles()
        if each.source_id == blank.source_id and each.id != article_id
    )
    passage = PassageItem(Passage(other, 0, 2, "选段"), id=new_id())
    desk.current.edit("添选段", edits.append(open_packet(desk), passage))
    type_in(desk, "page", "6")
    assert window.status.currentMessage() == "这份学习包里同一来源的 2 段一起填了。"
    assert desk.current.flush()
