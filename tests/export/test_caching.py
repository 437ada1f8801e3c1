"""What a cache keeps and what it forgets."""

from studydesk.export.caching import BoundedCache


def test_what_was_kept_is_there() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    cache.keep("a", 1, 4)
    assert (cache.get("a"), cache.get("b")) == (1, None)


def test_what_was_used_longest_ago_makes_room() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    for key in "abc":
        cache.keep(key, 0, 3)
    cache.get("a")
    cache.keep("d", 0, 3)
    assert [key for key in "abcd" if cache.get(key) is not None] == ["a", "c", "d"]


def test_what_is_larger_than_the_cache_is_not_kept() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    cache.keep("a", 0, 11)
    cache.keep("b", 0, 10)
    assert (cache.get("a"), cache.get("b")) == (None, 0)


def test_a_value_that_is_kept_again_counts_once() -> None:
    cache: BoundedCache[str, int] = BoundedCache(10)
    for value in range(5):
        cache.keep("a", value, 6)
    assert cache.get("a") == 4
