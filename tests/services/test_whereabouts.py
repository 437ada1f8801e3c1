"""A passage keeps to its own words, though the same words stand elsewhere on the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.test_tidying import kept, picked, stands

from studydesk.domain.article import ProblemKind, Source
from studydesk.domain.cleaning import body_places
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import (
    Correct,
    DropRepeat,
    MoveBlocks,
    SetAside,
    SplitBlock,
    Tidying,
)
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.tidying import tidied_page, tidy

WORDS = "以中国式现代化全面推进强国建设、民族复兴伟业"
"""The page has them in two articles."""


@pytest.fixture
def desk(tmp_path: Path, seed_paths: tuple[Path, ...]) -> Iterator[Library]:
    """A library with the page of two interleaved articles."""
    with Library.open(tmp_path / "资料库") as library:
        import_files(library, [next(path for path in seed_paths if "004" in path.name)])
        yield library


@pytest.fixture
def at(source: Source) -> int:
    """Where the words are printed that are picked."""
    return source.raw.index("以中国式")


@pytest.fixture
def passage(desk: Library) -> Passage:
    """The words as they were picked from the first article."""
    return picked(desk, WORDS)


CORRECTED, SET_ASIDE = "corrected", "set aside"


def change(what: str, at: int) -> Tidying:
    return SetAside(at) if what == SET_ASIDE else Correct(at + 2, at + 3, "某")


@pytest.mark.parametrize("what", [CORRECTED, SET_ASIDE])
def test_a_passage_does_not_go_to_an_article_that_has_the_same_words(
    desk: Library, source: Source, passage: Passage, at: int, what: str
) -> None:
    (asked,) = tidy(desk, source.id, [change(what, at)]).changed
    assert kept(desk) == passage == asked.before
    assert (asked.after is None) == (what == SET_ASIDE)
    tidy(desk, source.id, [])
    assert kept(desk) == passage


@pytest.mark.parametrize("what", [CORRECTED, SET_ASIDE])
def test_nor_does_it_go_there_with_a_later_step(
    desk: Library, source: Source, passage: Passage, at: int, what: str
) -> None:
    first = change(what, at)
    tidy(desk, source.id, [first])
    later = SplitBlock(source.raw.index("经费审查"))
    (asked,) = tidy(desk, source.id, [first, later]).changed
    assert kept(desk) == passage == asked.before
    tidy(desk, source.id, [])
    assert kept(desk) == passage


def test_what_is_asked_is_what_became_of_its_own_words(
    desk: Library, source: Source, passage: Passage, at: int
) -> None:
    first = change(CORRECTED, at)
    for steps in ([first], [first, SplitBlock(source.raw.index("经费审查"))]):
        (asked,) = tidy(desk, source.id, steps).changed
        assert asked.after is not None
        assert asked.after.article_id == passage.article_id
        assert asked.after.text == WORDS.replace("以中国", "以中某")


def test_a_passage_goes_where_its_own_words_are_moved(
    desk: Library, source: Source, passage: Passage, at: int
) -> None:
    away = MoveBlocks((at,), None)
    assert tidy(desk, source.id, [away]).changed == ()
    assert kept(desk).article_id != passage.article_id
    assert stands(desk, kept(desk))
    tidy(desk, source.id, [])
    assert kept(desk) == passage


def test_a_passage_does_not_go_to_the_same_words_in_its_own_article(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, "经审监督")
    article = desk.article(passage.article_id)
    assert article.body.count("经审监督") > 1
    at = body_places(source.raw, article)[passage.start]
    (asked,) = tidy(desk, source.id, [Correct(at, at + 1, "某")]).changed
    assert kept(desk) == passage == asked.before


def test_words_that_were_put_right_for_a_while_are_not_those_of_another_article(
    desk: Library, source: Source, at: int
) -> None:
    other = source.raw.index(WORDS, at + 1)
    wrong = Correct(other + 2, other + 3, "某")
    right = Correct(at + 2, at + 3, "某")
    tidy(desk, source.id, [right])
    passage = picked(desk, WORDS.replace("以中国", "以中某"))
    steps: list[Tidying] = []
    for step in (SplitBlock(source.raw.index("经费审查")), wrong):
        steps.append(step)
        assert len(tidy(desk, source.id, steps).changed) == 1
        assert kept(desk) == passage
    assert tidy(desk, source.id, [right]).changed == ()
    assert kept(desk) == passage


def doubled(desk: Library, source: Source) -> tuple[str, DropRepeat]:
    """A sentence of what an article has twice, and the step that drops its first copy."""
    problems = tidied_page(desk, source.id).recovery.problems
    first = next(problem.span for problem in problems if problem.kind is ProblemKind.REPEATED)
    text = "".join(source.raw[slice(*first)].split())
    return text[60:90], DropRepeat(*first)


def test_a_passage_of_a_dropped_copy_goes_to_the_other_in_its_article(
    desk: Library, source: Source
) -> None:
    words, drop = doubled(desk, source)
    passage = picked(desk, words)
    assert tidy(desk, source.id, [drop]).changed == ()
    assert kept(desk).article_id == passage.article_id
    assert stands(desk, kept(desk))


def test_a_passage_of_a_dropped_copy_is_asked_about_where_the_other_has_left_its_article(
    desk: Library, source: Source
) -> None:
    words, drop = doubled(desk, source)
    passage = picked(desk, words)
    second = source.raw.index(words, drop.end)
    (asked,) = tidy(desk, source.id, [MoveBlocks((second,), None), drop]).changed
    assert kept(desk) == passage == asked.before


def test_what_is_dropped_as_a_repeat_goes_to_no_words_that_only_begin_alike(
    desk: Library, source: Source, passage: Passage, at: int
) -> None:
    (asked,) = tidy(desk, source.id, [DropRepeat(at, at + len(WORDS) + 4)]).changed
    assert kept(desk) == passage == asked.before
