"""What a cache keeps and what it forgets."""

from hypothesis import given
from hypothesis import strategies as st

from studydesk.export.caching import BoundedCache, Numbers


def test_what_was_kept_is_there() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    cache.keep("a", 1, 4)
    assert (cache.get("a"), cache.get("b")) == (1, None)


def test_what_was_not_asked_for_makes_room() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    for key in "abcdef":
        cache.keep(key, 0, 2)
        cache.get("a")
    assert cache.get("a") == 0
    assert cache.get("b") is None
    assert cache.get("f") == 0


def test_what_is_larger_than_half_of_the_cache_is_not_kept() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    cache.keep("a", 0, 6)
    cache.keep("b", 0, 5)
    assert (cache.get("a"), cache.get("b")) == (None, 0)


def test_what_is_too_large_makes_nothing_go() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    for key in ("a", "b"):
        cache.keep(key, 0, 2)
    cache.keep("b", 1, 6)
    cache.keep("c", 0, 2)
    assert [cache.get(key) for key in "abc"] == [0, None, 0]


@given(st.lists(st.tuples(st.text("abcdefgh", max_size=1), st.integers(1, 4), st.booleans())))
def test_no_more_is_held_than_allowed(steps: list[tuple[str, int, bool]]) -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    sizes: dict[str, int] = {}
    for key, size, asked in steps:
        if asked:
            cache.get(key)
        else:
            cache.keep(key, size, size)
            sizes[key] = size
    held = [key for key in sizes if cache.get(key) is not None]
    assert sum(sizes[key] for key in held) <= 10


def test_a_value_that_is_kept_again_counts_once() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    cache.keep("b", 0, 1)
    for value in range(5):
        cache.keep("a", value, 4)
    assert (cache.get("a"), cache.get("b")) == (4, 0)


def test_equal_values_have_one_number_and_others_another() -> None:
    numbers: Numbers[tuple[int, ...]] = Numbers()
    first_of_two = (1,)
    first = numbers.of((1, 2))
    assert numbers.of((*first_of_two, 2)) == first != numbers.of((2, 1))


def test_a_number_is_never_given_twice() -> None:
    numbers: Numbers[int] = Numbers()
    given_out = [numbers.of(value) for value in range(5000)]
    assert len(set(given_out)) == 5000
