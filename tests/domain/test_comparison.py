from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.comparison import Change, Pair, Piece, common_start, pair_items, pieces
from studydesk.domain.packet import Guide, Item

GONE, CAME = Change.DELETED, Change.INSERTED


def guides(keys: str) -> list[Item]:
    return [Guide(f"第{key}", id=key) for key in keys]


def told(before: str, after: str) -> list[tuple[str, str, bool]]:
    pairs = pair_items(guides(before), guides(after))
    return [
        (pair.before.id if pair.before else "", pair.after.id if pair.after else "", pair.moved)
        for pair in pairs
    ]


@given(
    st.text("己已、，“”0123 ab学习工会", max_size=40),
    st.text("己已、，“”0123 ab学习工会", max_size=40),
)
def test_a_comparison_loses_and_invents_no_character(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.change is not CAME) == before
    assert "".join(piece.text for piece in found if piece.change is not GONE) == after
    assert all(piece.text for piece in found)


def test_a_changed_character_is_struck_out_and_put_in_where_it_stands() -> None:
    assert pieces("自己的事，自己办。", "自已的事，自己办。") == (
        Piece("自"),
        Piece("己", GONE),
        Piece("已", CAME),
        Piece("的事，自己办。"),
    )


def test_a_number_is_changed_as_a_whole() -> None:
    assert pieces("共280万个", "共208万个")[1:3] == (Piece("280", GONE), Piece("208", CAME))


def test_a_rewritten_phrase_is_one_change() -> None:
    assert [piece.change for piece in pieces("怎样练好手艺？", "如何练成本领？")] == [
        *(GONE, CAME, Change.SAME)
    ]


def test_a_text_that_is_as_it_was_is_one_piece() -> None:
    assert pieces("学习", "学习") == (Piece("学习"),)
    assert pieces("", "") == ()


def test_items_are_matched_by_their_ids() -> None:
    assert list(pair_items([Guide("旧", id="a")], [Guide("新", id="a")])) == [
        Pair(Guide("旧", id="a"), Guide("新", id="a"))
    ]


def test_what_is_gone_stands_where_it_was_and_what_came_where_it_is() -> None:
    assert told("abc", "axc") == [
        ("a", "a", False),
        ("b", "", False),
        ("", "x", False),
        ("c", "c", False),
    ]


def test_only_what_was_moved_is_said_to_be() -> None:
    assert told("abcd", "bcda") == [
        ("b", "b", False),
        ("c", "c", False),
        ("d", "d", False),
        ("a", "a", True),
    ]


@given(
    st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("uvw"))
)
def test_every_item_of_both_states_is_told_once(
    order: list[str], lost: set[str], new: set[str]
) -> None:
    after = "".join(key for key in (*order, *sorted(new)) if key not in lost)
    found = told("abcdef", after)
    assert "".join(there for _, there, _ in found if there) == after
    assert sorted(here for here, _, _ in found if here) == list("abcdef")


@given(st.text("甲乙"), st.text("甲乙"))
def test_two_texts_are_the_same_as_far_as_their_common_start_and_no_further(
    one: str, other: str
) -> None:
    size = common_start(one, other)
    assert one[:size] == other[:size]
    assert one[size : size + 1] != other[size : size + 1] or one == other
