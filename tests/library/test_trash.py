"""What is deleted goes into the trash, whole, and comes back as it was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.library.conftest import Page
from tests.library.test_tidying import place, tidy
from tests.older_libraries import make_older

from studydesk.domain.article import Problem, ProblemKind, Recovery, Severity
from studydesk.domain.packet import Guide, Packet
from studydesk.domain.tidying import Correct, JoinArticles, MoveBlocks, SplitArticle, replay
from studydesk.errors import Cancelled, EditRefused, NotFound
from studydesk.library import Library, TrashKind, arriving, articles, schema

FRIDAY = Packet("周五", items=(Guide("为什么学"),), id="friday")


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=1)


def test_a_deleted_packet_is_in_the_trash_and_comes_back_as_it_was(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.delete_packet("friday")
    assert library.packets() == []
    (thing,) = library.trashed()
    assert (thing.kind, thing.id, thing.title) == (TrashKind.PACKET, "friday", "周五")
    library.restore(thing.kind, thing.id)
    assert library.packet("friday") == FRIDAY
    assert library.trashed() == []


def test_what_is_back_already_is_not_put_back_over_later_edits(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.delete_packet("friday")
    library.restore(TrashKind.PACKET, "friday")
    library.save_packet(replace(FRIDAY, title="又改了"))
    assert library.restore(TrashKind.PACKET, "friday") == "friday"
    assert library.packet("friday").title == "又改了"


def test_saving_a_packet_takes_nothing_out_of_the_trash(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.delete_packet("friday")
    library.save_packet(replace(FRIDAY, title="旧的"))
    back = library.restore(TrashKind.PACKET, "friday")
    assert (library.packet(back), library.trashed()) == (replace(FRIDAY, id=back), [])
    assert library.packet("friday").title == "旧的"


def test_a_deleted_article_is_nowhere_and_comes_back_to_its_place(
    library: Library, page: Page
) -> None:
    source, recovery = page
    first = recovery.articles[0]
    library.add(source, recovery)
    library.set_tags(first.id, ["已读"])
    before = (library.articles(), library.facets())
    library.delete_article(first.id)
    assert [summary.id for summary in library.articles()] == [recovery.articles[1].id]
    assert library.search("新质生产力").total == 0
    assert library.source(source.id) == source
    with pytest.raises(NotFound):
        library.article(first.id)
    library.restore(TrashKind.ARTICLE, first.id)
    after = (library.articles(), library.facets())
    assert after == before
    assert library.search("新质生产力").total == 1


def test_problems_come_back_with_their_article(library: Library, page: Page) -> None:
    source, recovery = page
    first, second = recovery.articles
    problems = tuple(
        Problem(ProblemKind.TITLE_MISSING, Severity.AMBER, article.blocks[0].spans[0], article.id)
        for article in (first, second)
    )
    library.add(source, Recovery((first, second), problems=problems))
    library.delete_article(first.id)
    assert library.problems(first.id) == ()
    library.restore(TrashKind.ARTICLE, first.id)
    assert (library.problems(first.id), library.problems(second.id)) == (
        problems[:1],
        problems[1:],
    )


def test_a_page_that_is_imported_again_brings_its_deleted_article_back(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[0].id)
    library.add(*page)
    assert tuple(library.articles_of(page[0].id)) == page[1].articles
    assert library.trashed() == []


def test_a_corrected_article_comes_back_corrected_when_its_page_is_imported_again(
    library: Library, page: Page
) -> None:
    library.add(*page)
    at = place(page[0], "新质")
    tidied = tidy(library, page, Correct(at, at + 2, "先进"))
    library.delete_article(tidied.articles[0].id)
    assert library.add(*page)
    assert tuple(library.articles_of(page[0].id)) == tidied.articles


def test_an_article_whose_text_another_has_stays_in_the_trash_and_says_so(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[0].id)
    with library._database.writing() as connection:
        connection.execute("CREATE TEMP TABLE earlier AS SELECT * FROM trash")
        arriving.add(connection, *page)
        tidied = replay(*page, [SplitArticle(place(page[0], "职工之家"))]).recovery
        articles.replace_all(connection, page[0].id, tidied)
        connection.execute("INSERT INTO trash SELECT * FROM earlier")
    with pytest.raises(EditRefused):
        library.restore(TrashKind.ARTICLE, page[1].articles[0].id)
    assert [thing.id for thing in library.trashed()] == [page[1].articles[0].id]
    assert tuple(library.articles_of(page[0].id)) == tidied.articles


def test_an_article_stays_in_the_trash_while_another_of_its_page_is_tidied(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[1].id)
    tidy(library, page, SplitArticle(place(page[0], "职工之家")))
    assert page[1].articles[1].id not in {summary.id for summary in library.articles()}
    assert [thing.id for thing in library.trashed()] == [page[1].articles[1].id]


def test_an_article_that_tidying_changes_stays_in_the_trash_and_comes_back_as_it_is_by_then(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[0].id)
    tidied = tidy(library, page, SplitArticle(place(page[0], "职工之家")))
    assert {each.id for each in library.trashed()} == {each.id for each in tidied.articles[:2]}
    assert library.articles_of(page[0].id) == [tidied.articles[2]]
    library.restore_all(TrashKind.ARTICLE, [each.id for each in tidied.articles[:2]])
    assert tuple(library.articles_of(page[0].id)) == tidied.articles


def test_an_article_is_in_the_trash_as_it_was_once_its_tidying_is_taken_back(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[0].id)
    tidy(library, page, SplitArticle(place(page[0], "职工之家")))
    tidy(library, page)
    assert library.articles_in_trash(page[0].id) == [page[1].articles[0]]
    assert library.articles_of(page[0].id) == [page[1].articles[1]]


def test_a_part_of_an_article_stays_in_the_trash_while_another_is_tidied(
    library: Library, page: Page
) -> None:
    library.add(*page)
    split = SplitArticle(place(page[0], "职工之家"))
    part = tidy(library, page, split).articles[1]
    library.delete_article(part.id)
    at = place(page[0], "数字")
    tidied = tidy(library, page, split, Correct(at, at + 2, "先进"))
    assert library.articles_of(page[0].id) == [tidied.articles[0], tidied.articles[2]]
    library.delete_articles([tidied.articles[0].id, tidied.articles[2].id])
    assert library.is_deleted(page[0].id)


def test_an_article_joined_with_one_of_the_library_is_out_of_the_trash(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[1].id)
    first, second = (each.blocks[0].spans[0].start for each in page[1].articles)
    tidied = tidy(library, page, JoinArticles(second, first))
    assert library.trashed() == []
    assert tuple(library.articles_of(page[0].id)) == tidied.articles


@pytest.mark.parametrize("block", [0, -1], ids=["joined", "moved"])
def test_an_article_is_back_in_the_trash_whole_once_a_step_is_taken_back(
    library: Library, page: Page, block: int
) -> None:
    library.add(*page)
    one, other = page[1].articles
    library.delete_article(other.id)
    at, to = other.blocks[block].spans[0].start, one.blocks[block].spans[0].start
    tidy(library, page, MoveBlocks((at,), to, after=True) if block else JoinArticles(at, to))
    library.tidy(page[0].id, (), page[1], trashed={other.id})
    assert library.articles_in_trash(page[0].id) == [other]
    assert library.articles_of(page[0].id) == [one]


def test_an_article_that_is_tidied_in_the_trash_is_no_younger_there(
    library: Library, page: Page
) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[0].id)
    (before,) = library.trashed()
    tidy(library, page, SplitArticle(place(page[0], "职工之家")))
    assert {each.deleted_at for each in library.trashed()} == {before.deleted_at}


def test_the_trash_tells_which_articles_of_a_page_it_has(library: Library, page: Page) -> None:
    library.add(*page)
    library.delete_article(page[1].articles[1].id)
    assert library.ids_in_trash(page[0].id) == {page[1].articles[1].id}


def test_it_is_told_which_of_some_articles_are_there_and_whether_the_trash_has_one(
    library: Library, page: Page
) -> None:
    library.add(*page)
    left, gone = (article.id for article in page[1].articles[:2])
    library.delete_article(gone)
    assert library.known_articles([gone, "nowhere", left]) == [left]
    assert (library.has_any([gone, left]), library.has_any([gone])) == (True, False)
    assert (library.has_any([], [page[0].id]), library.has_any([], ["no"])) == (True, False)
    assert (library.trash_has_any([left, gone]), library.trash_has_any([left])) == (True, False)


def test_the_trash_is_emptied_of_what_is_old_and_of_nothing_else(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.delete_packet("friday")
    assert library.empty_trash(datetime.now(UTC) - timedelta(days=30)) == 0
    assert library.empty_trash(soon()) == 1
    with pytest.raises(NotFound):
        library.restore(TrashKind.PACKET, "friday")


@pytest.mark.parametrize("version", range(1, schema.current_version()))
def test_a_library_of_every_earlier_version_gets_a_trash_and_loses_nothing(
    folder: Path, page: Page, version: int
) -> None:
    with Library.open(folder) as library:
        library.add(*page)
        library.set_tags(page[1].articles[0].id, ["已读"])
        library.save_packet(FRIDAY)
        before = (library.articles(), library.packets(), library.packet("friday"))
    make_older(folder, version)
    with Library.open(folder) as library:
        assert (library.articles(), library.packets(), library.packet("friday")) == before
        assert library.search("新质生产力").total == 1
        library.delete_article(page[1].articles[0].id)
        assert len(library.trashed()) == 1


def test_an_article_without_a_title_is_known_by_how_it_begins(library: Library, page: Page) -> None:
    source, recovery = page
    first = recovery.articles[0]
    untitled = replace(first, blocks=first.body_blocks)
    library.add(source, Recovery((untitled,)))
    library.delete_article(untitled.id)
    (thing,) = library.trashed()
    assert thing.title == " ".join(first.body.split())


def test_nothing_comes_back_where_one_stops_on_the_way(library: Library) -> None:
    for key in ("monday", "friday"):
        library.save_packet(replace(FRIDAY, id=key))
        library.delete_packet(key)

    def stop(done: int, total: int) -> None:
        assert total == 2
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        library.restore_all(TrashKind.PACKET, ["monday", "friday"], stop)
    assert (library.packets(), len(library.trashed())) == ([], 2)
