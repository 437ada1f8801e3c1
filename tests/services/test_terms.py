"""The lists of terms that a library keeps: pinned, hidden, discovered."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studydesk.library import Library
from studydesk.services.importing import import_paste
from studydesk.services.terms import (
    TermLists,
    discover,
    hide,
    keep_lists,
    pin,
    term_lists,
    worth_looking,
)

FRAMES = (
    "去年{0}搬进了新楼，大家高兴。",
    "车间门口新添了{0}，工人爱去。",
    "有人问{0}怎么办才好？",
    "今天{0}里坐满了人。",
    "老李说{0}帮了大忙，应当多办。",
    "缺了{0}，夜班就难熬。",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "资料库") as library:
        yield library


def silent(_done: int, _total: int) -> None:
    pass


def test_lists_are_empty_at_first_and_stay_as_they_are_kept(library: Library) -> None:
    assert term_lists(library) == TermLists()
    kept = keep_lists(library, [" 产改 ", "产改", ""], ["工会"]).after
    assert kept == term_lists(library) == TermLists(("产改",), ("工会",))


def test_to_pin_a_hidden_term_shows_it_again_and_the_other_way_round(library: Library) -> None:
    hide(library, "产改")
    assert pin(library, "产改").after == TermLists(("产改",))
    assert hide(library, "产改").after == TermLists((), ("产改",))


def test_a_term_that_is_both_is_pinned(library: Library) -> None:
    assert keep_lists(library, ["产改"], ["产改"]).after == TermLists(("产改",))


def test_what_is_found_in_the_articles_is_kept_with_the_lists(library: Library) -> None:
    pin(library, "产改")
    much_else = "，".join(chr(code) * 2 for code in range(0x5000, 0x5400))
    import_paste(library, f"杂字\n\n李一\n\n{much_else}。\n")
    for number, frame in enumerate(FRAMES):
        import_paste(library, f"题目{number}\n\n王敏\n\n{frame.format('职工驿站')}\n")
    assert worth_looking(library)
    assert discover(library, silent).discovered == ("职工驿站",)
    assert term_lists(library).pinned == ("产改",)
    assert term_lists(library).offered == ("职工驿站",)
    assert not worth_looking(library)
    hide(library, "职工驿站")
    assert term_lists(library).offered == ()


def test_of_terms_that_are_pinned_at_once_none_is_lost(library: Library) -> None:
    terms = [f"名词{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        changes = list(threads.map(lambda term: pin(library, term), terms))
    assert set(term_lists(library).pinned) == set(terms)
    assert {len(change.before.pinned) for change in changes} == set(range(40))


@pytest.mark.parametrize("broken", [[], 3, {"pinned": 3, "hidden": [3, "工会"], "of_articles": ""}])
def test_lists_that_another_program_wrote_do_no_harm(library: Library, broken: object) -> None:
    library.remember("terms", broken)
    assert set(term_lists(library).hidden) <= {"工会"}
