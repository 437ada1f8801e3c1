"""A passage that is taken out of a packet waits in the trash, with the place where it stood."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import EditorNote, Packet, PassageItem
from studydesk.domain.passage import Omission, Passage
from studydesk.errors import NotFound
from studydesk.library import Library, TrashKind, taken_out

FIRST = PassageItem(Passage("a-1", 0, 3, "生产力", operations=(Omission(0, 1),)), id="first")
SECOND = PassageItem(Passage("a-1", 5, 8, "夜校的灯亮了"), "选段二", id="second")
FRIDAY = Packet("周五学习", items=(FIRST, EditorNote("按", id="note"), SECOND), id="friday")


@pytest.fixture(autouse=True)
def _friday(library: Library) -> None:
    library.save_packet(FRIDAY)


def test_what_is_taken_out_is_in_the_trash_and_knows_its_packet(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["second"]))
    (gone,) = library.trashed()
    assert (gone.kind, gone.title) == (TrashKind.PASSAGE, SECOND.passage.text)
    assert gone.packet == "周五学习"


@pytest.mark.parametrize("key", ["first", "second"])
def test_it_goes_back_whole_to_where_it_stood(library: Library, key: str) -> None:
    left = edits.remove(FRIDAY, [key])
    library.save_packet(left)
    (gone,) = library.trashed()
    assert library.removed_passage(gone.id).back_in(left) == FRIDAY


def test_of_several_each_goes_back_before_what_stayed(library: Library) -> None:
    both = Packet("两段", items=(FIRST, SECOND, EditorNote("按", id="note")), id="both")
    library.save_packet(both)
    left = edits.remove(both, ["first", "second"])
    library.save_packet(left)
    for gone in reversed(library.trashed()):
        left = library.removed_passage(gone.id).back_in(left)
    assert set(left.items[:2]) == {FIRST, SECOND}


def test_where_what_it_stood_before_is_gone_it_comes_last(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["first"]))
    (gone,) = library.trashed()
    left = edits.remove(FRIDAY, ["first", "note"])
    back = library.removed_passage(gone.id).back_in(left)
    assert [item.id for item in back.items] == ["second", "first"]


def test_what_is_back_already_is_not_put_there_twice(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["first"]))
    (gone,) = library.trashed()
    assert library.removed_passage(gone.id).back_in(FRIDAY) == FRIDAY


def test_what_is_back_is_not_in_the_trash(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["first"]))
    library.save_packet(FRIDAY)
    assert library.trashed() == []


def test_other_edits_put_nothing_into_the_trash(library: Library) -> None:
    shorter = replace(SECOND, passage=replace(SECOND.passage, operations=(Omission(0, 1),)))
    library.save_packet(edits.rename(replace(FRIDAY, items=(shorter, FIRST)), "周六学习"))
    assert library.trashed() == []


def test_it_comes_and_goes_with_its_packet(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["first"]))
    library.delete_packet("friday")
    assert [thing.kind for thing in library.trashed()] == [TrashKind.PACKET]
    library.restore(TrashKind.PACKET, "friday")
    assert [thing.kind for thing in library.trashed()] == [TrashKind.PASSAGE]


def test_it_is_deleted_for_good_with_what_is_as_old(library: Library) -> None:
    library.save_packet(edits.remove(FRIDAY, ["first"]))
    (gone,) = library.trashed()
    assert library.empty_trash(gone.deleted_at) == 0
    assert library.empty_trash(datetime.now(UTC) + timedelta(minutes=1)) == 1
    assert library.trashed() == []
    with pytest.raises(NotFound):
        library.removed_passage(gone.id)


def test_what_was_put_in_and_is_out_again_before_it_was_saved_goes_there_once(
    library: Library,
) -> None:
    full = replace(FRIDAY, items=(*FRIDAY.items, third := PassageItem(SECOND.passage, id="third")))
    for _again in range(2):
        library.save_packet(FRIDAY, taken_out(full, FRIDAY))
        (gone,) = library.trashed()
    assert library.removed_passage(gone.id).item == third
    library.save_packet(full, taken_out(full, FRIDAY))
    assert library.trashed() == []
