from collections.abc import Callable, Collection
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Item, Packet, PassageItem, SectionHeading, Session
from studydesk.domain.passage import Citation, Passage
from studydesk.domain.vouching import Kept
from studydesk.errors import EditRefused

Edit = Callable[[Packet], Packet]


def packet_of(ids: Collection[str]) -> Packet:
    return Packet("班组学习", items=tuple(Guide(f"导读{key}", id=key) for key in ids), id="p")


def order(packet: Packet) -> str:
    """The items as a word: one letter for each."""
    return "".join(item.id for item in packet.items)


some_letters = st.sets(st.sampled_from("abcdefg"))
any_place = st.integers(-2, 9)

any_edit: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda ids, to: lambda packet: edits.move(packet, ids, to), some_letters, any_place),
    st.builds(lambda ids: lambda packet: edits.remove(packet, ids), some_letters),
    st.builds(lambda at: lambda packet: edits.insert(packet, at, Guide("新")), any_place),
    st.builds(lambda title: lambda packet: edits.rename(packet, f"题{title}"), st.text()),
    st.just(lambda packet: edits.set_session(packet, Session("一车间", date(2026, 11, 27)))),
    st.just(lambda packet: edits.set_preset(packet, "公文式讲义")),
)


# --- moving --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moved", "to", "after"),
    [
        ("a", 3, "bcade"),
        ("e", 0, "eabcd"),
        ("bd", 0, "bdace"),
        ("bd", 5, "acebd"),
        ("ae", 2, "baecd"),
        ("c", 2, "abcde"),
        ("c", 3, "abcde"),
        ("abcde", 2, "abcde"),
        ("a", 99, "bcdea"),
        ("e", -9, "eabcd"),
        ("", 1, "abcde"),
    ],
)
def test_moved_items_stand_before_what_stood_at_the_place(moved: str, to: int, after: str) -> None:
    assert order(edits.move(packet_of("abcde"), moved, to)) == after


@given(some_letters, any_place)
def test_a_move_loses_and_doubles_nothing(moved: set[str], to: int) -> None:
    assert sorted(order(edits.move(packet_of("abcdefg"), moved, to))) == sorted("abcdefg")


@given(some_letters, any_place)
def test_a_move_keeps_the_order_of_those_moved_and_of_those_left(moved: set[str], to: int) -> None:
    after = order(edits.move(packet_of("abcdefg"), moved, to))
    assert [key for key in after if key in moved] == sorted(moved)
    assert [key for key in after if key not in moved] == sorted(set("abcdefg") - moved)


@given(st.sets(st.sampled_from("abcdefg"), min_size=1), any_place)
def test_moved_items_stand_together(moved: set[str], to: int) -> None:
    after = order(edits.move(packet_of("abcdefg"), moved, to))
    assert "".join(sorted(moved)) in after


# --- putting in and taking out -------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "after"), [(0, "xab"), (1, "axb"), (2, "abx"), (9, "abx"), (-1, "xab")]
)
def test_an_item_is_put_in_before_a_place(at: int, after: str) -> None:
    assert order(edits.insert(packet_of("ab"), at, Guide("新", id="x"))) == after


def test_appended_items_stand_at_the_end_in_their_order() -> None:
    assert order(edits.append(packet_of("ab"), Guide("", id="x"), Guide("", id="y"))) == "abxy"


@given(any_place, some_letters)
def test_taking_out_what_was_put_in_gives_the_packet_before(at: int, ids: set[str]) -> None:
    before = packet_of("hij")
    new = [Guide("新", id=key) for key in sorted(ids)]
    assert edits.remove(edits.insert(before, at, *new), ids) == before


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    assert edits.remove(packet_of("ab"), {"z"}) == packet_of("ab")


# --- changing ------------------------------------------------------------------------------


def test_a_changed_item_keeps_its_place() -> None:
    after = edits.change(packet_of("abc"), SectionHeading("二", id="b"))
    assert order(after) == "abc"
    assert after.items[1] == SectionHeading("二", id="b")


def test_an_item_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(EditRefused, match="no-such-item"):
        edits.change(packet_of("abc"), Guide("", id="z"))


def test_an_item_that_is_not_there_has_no_position() -> None:
    with pytest.raises(EditRefused, match="no-such-item"):
        edits.position(packet_of("abc"), "z")


def test_the_position_of_an_item_counts_from_nought() -> None:
    assert [edits.position(packet_of("abc"), key) for key in "abc"] == [0, 1, 2]


def test_a_title_loses_the_white_space_around_it() -> None:
    assert edits.rename(packet_of(""), "　周五学习 ").title == "周五学习"


@pytest.mark.parametrize("title", ["", " ", "\u3000\n"])
def test_an_empty_title_is_refused(title: str) -> None:
    with pytest.raises(EditRefused, match="empty-title"):
        edits.rename(packet_of(""), title)


def test_a_citation_is_replaced_in_every_passage_of_its_article_only() -> None:
    passages = [Passage(article, 0, 2, "学习") for article in ("s-1", "s-2", "s-1")]
    packet = Packet("题", items=tuple(PassageItem(passage) for passage in passages))
    after = edits.cite(packet, "s-1", Citation("匠心"))
    assert [passage.citation.title for passage in after.passages] == ["匠心", "", "匠心"]


# --- undo ----------------------------------------------------------------------------------


@given(st.lists(any_edit, max_size=6))
def test_no_edit_makes_a_packet_that_could_be_changed_later(steps: list[Edit]) -> None:
    """Undo goes back to packets as they were: nothing in them may be a list or the like."""
    packet = packet_of("abcdefg")
    for step in steps:
        packet = step(packet)
        assert isinstance(hash(packet), int)


@pytest.mark.parametrize("part", [Packet, Session, Passage, Citation, *get_args(Item)])
def test_no_part_of_a_packet_can_be_changed_in_place(part: type) -> None:
    assert is_dataclass(part)
    made = object.__new__(part)
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(part)[0].name, "")


@given(any_edit)
def test_an_edit_keeps_the_key_of_the_packet(step: Edit) -> None:
    assert step(packet_of("abcdefg")).id == "p"


# --- what is let stand ---------------------------------------------------------------------


def test_what_is_let_stand_is_let_stand_once_and_can_be_asked_again() -> None:
    first = Kept("P06", "a", "text", "二十四中全会", "王芳", date(2026, 11, 20))
    packet = edits.keep(packet_of("ab"), first)
    again = edits.keep(packet, replace(first, by="李强", reason="原文如此"))
    assert [kept.by for kept in again.kept] == ["李强"]
    assert edits.ask_again(again, first) == packet_of("ab")


def test_a_rule_that_was_silenced_can_be_heard_again() -> None:
    packet = edits.silence(edits.silence(packet_of(""), "W02"), "B01")
    assert edits.silence(packet, "W02").silenced == ("B01", "W02")
    assert edits.hear(packet, "B01").silenced == ("W02",)


@given(st.permutations("pqr"), st.sets(st.sampled_from("pqrg"), min_size=1), st.integers(0, 4))
def test_what_is_taken_out_and_put_back_has_only_moved(
    passages: list[str], taken: set[str], at: int
) -> None:
    texts = (PassageItem(Passage("a", 0, 1, key), id=key) for key in passages)
    packet = Packet("课", items=(*texts, Guide("选段一、三，和选段2里", id="g")))
    held = tuple(item for item in packet.items if item.id in taken)
    out = edits.remove(packet, taken)
    moved = edits.put_back(out, at, held, packet)
    before = next((item.id for item in out.items[at:]), "")
    to = edits.position(packet, before) if before else len(packet.items)
    assert moved == edits.move(packet, taken, to)


def test_what_was_written_anew_meanwhile_stays_as_it_was_written() -> None:
    passages = (PassageItem(Passage("a", 0, 1, key), id=key) for key in "pq")
    packet = Packet("课", items=(*passages, Guide("选段一里", id="g"), Guide("选段一", id="h")))
    out = edits.change(edits.remove(packet, {"p"}), Guide("改写：选段一里", id="g"))
    after = edits.put_back(out, 1, packet.items[:1], packet)
    assert [item.text for item in after.items if isinstance(item, Guide)] == [
        "改写：选段一里",
        "选段二",
    ]
