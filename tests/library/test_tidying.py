"""What tidying leaves in a library: operations in order, articles anew, tags where they were."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.older_libraries import make_older

from studydesk.domain.article import (
    Article,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
)
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    JoinArticles,
    SetAside,
    SplitArticle,
    Supply,
    Tidying,
    replay,
)
from studydesk.errors import EditRefused, NotFound
from studydesk.library import Library, database

Page = tuple[Source, Recovery]


def place(source: Source, words: str) -> int:
    return source.raw.index(words)


def tidy(library: Library, page: Page, *operations: Tidying) -> Recovery:
    recovery = replay(*page, operations).recovery
    library.tidy(page[0].id, operations, recovery)
    return recovery


@pytest.fixture(autouse=True)
def _added(library: Library, page: Page) -> None:
    library.add(*page)


def test_a_source_that_nobody_tidied_has_no_operations(library: Library, page: Page) -> None:
    assert library.operations(page[0].id) == ()


def test_operations_come_back_in_order(library: Library, page: Page) -> None:
    source, _ = page
    at = place(source, "新质")
    operations: tuple[Tidying, ...] = (
        Correct(at, at + 2, "新型"),
        SplitArticle(at),
        Supply(at, BlockKind.TITLE, "题"),
    )
    tidy(library, page, *operations)
    assert library.operations(source.id) == operations
    tidy(library, page, *operations[:2])
    assert library.operations(source.id) == operations[:2]


def test_articles_and_problems_are_those_of_the_tidied_page(library: Library, page: Page) -> None:
    source, recovery = page
    recovery = replay(source, recovery, [SplitArticle(place(source, "职工之家"))]).recovery
    first = recovery.articles[0]
    span = first.blocks[0].spans[0]
    problem = Problem(ProblemKind.END_MISSING, Severity.RED, span, first.id)
    library.tidy(source.id, [], replace(recovery, problems=(problem,)))
    assert tuple(library.articles_of(source.id)) == recovery.articles
    assert [summary.title for summary in library.articles()] == ["工会服务生态圈", "", "工匠精神"]
    assert library.problems(first.id) == (problem,)
    library.tidy(source.id, [], recovery)
    assert library.problems(first.id) == ()


def test_search_finds_what_is_corrected_and_not_what_was_printed(
    library: Library, page: Page
) -> None:
    at = place(page[0], "新质")
    tidy(library, page, Correct(at, at + 2, "先进"))
    assert library.search("新质").total == 0
    assert library.search("先进生产力").total == 1
    tidy(library, page)
    assert library.search("新质").total == 1
    assert library.search("先进生产力").total == 0


def test_the_search_index_stays_sound(library: Library, page: Page) -> None:
    for _ in range(3):
        tidy(library, page, JoinArticles(place(page[0], "数字"), place(page[0], "新质")))
        tidy(library, page)
    with closing(sqlite3.connect(library.folder / database.FILE_NAME)) as connection:
        connection.execute("INSERT INTO article_index (article_index) VALUES ('integrity-check')")
        (rows,) = connection.execute("SELECT count(*) FROM article_text").fetchone()
    assert rows == 2


def test_tags_stay_with_an_article(library: Library, page: Page) -> None:
    key = page[1].articles[0].id
    library.set_tags(key, ["已读"])
    tidy(library, page, ChangeKind(place(page[0], "职工之家"), BlockKind.HEADING, 1))
    assert library.articles()[0].tags == ("已读",)


def test_tags_of_a_joined_article_come_back_when_it_does(library: Library, page: Page) -> None:
    key = page[1].articles[1].id
    library.set_tags(key, ["已读"])
    tidy(library, page, JoinArticles(place(page[0], "数字"), place(page[0], "新质")))
    assert [facet.value for facet in library.facets().tags] == []
    tidy(library, page)
    assert [summary.tags for summary in library.articles()] == [(), ("已读",)]


def test_a_page_tidied_later_stays_where_it_was_in_the_list(library: Library, page: Page) -> None:
    other = replace(page[0], raw=page[0].raw + "完")
    library.add(other, Recovery((Article(f"{other.id}-1", other.id, page[1].articles[0].blocks),)))
    tidy(library, page, SplitArticle(place(page[0], "职工之家")))
    assert [summary.source_id for summary in library.articles()] == [page[0].id] * 3 + [other.id]


def test_packets_that_quote_the_page_follow_in_the_same_step(library: Library, page: Page) -> None:
    source, recovery = page
    passage = Passage.pick(recovery.articles[0], source, 0, 6)
    library.save_packet(Packet("甲", items=(PassageItem(passage, id="i"),), id="quotes"))
    library.save_packet(Packet("乙", id="does not"))
    asked: list[str] = []

    def follow(packet: Packet) -> Packet:
        asked.append(packet.id)
        return replace(packet, title="甲，改")

    changed = library.tidy(source.id, [], recovery, follow)
    assert asked == ["quotes"]
    assert changed == [library.packet("quotes")]
    assert library.packet("quotes").title == "甲，改"


def test_nothing_is_kept_where_a_packet_cannot_follow(library: Library, page: Page) -> None:
    source, recovery = page
    passage = Passage.pick(recovery.articles[0], source, 0, 6)
    library.save_packet(Packet("甲", items=(PassageItem(passage, id="i"),)))

    def follow(packet: Packet) -> Packet:
        raise KeyError(packet.id)

    with pytest.raises(KeyError):
        library.tidy(source.id, [Correct(0, 1, "新")], recovery, follow)
    assert library.operations(source.id) == ()
    assert tuple(library.articles_of(source.id)) == recovery.articles


def test_a_page_that_lost_a_character_or_doubled_one_is_not_kept(
    library: Library, page: Page
) -> None:
    source, recovery = page
    first, second = recovery.articles
    block = first.blocks[0]
    invented = replace(first, blocks=(replace(block, text=f"{block.text}新"), *first.blocks[1:]))
    for wrong in (
        Recovery((first,)),
        Recovery((second,)),
        Recovery((first, second), furniture=(block.spans[0],)),
        Recovery((invented, second)),
    ):
        with pytest.raises(ValueError, match="source"):
            library.tidy(source.id, [Correct(0, 1, "新")], wrong)
    assert library.operations(source.id) == ()
    assert tuple(library.articles_of(source.id)) == recovery.articles


def test_a_page_that_is_not_there_is_not_tidied(library: Library) -> None:
    with pytest.raises(NotFound):
        library.tidy("nobody", [], Recovery(()))


def test_a_library_from_before_tidying_can_be_tidied(tmp_path: Path, page: Page) -> None:
    with Library.open(tmp_path / "旧") as old:
        old.add(*page)
        old.set_tags(page[1].articles[0].id, ["已读"])
    make_older(tmp_path / "旧", 1)
    with Library.open(tmp_path / "旧") as library:
        assert tuple(library.articles_of(page[0].id)) == page[1].articles
        tidy(library, page, SplitArticle(place(page[0], "职工之家")))
        assert [summary.tags for summary in library.articles()] == [("已读",), (), ()]
        assert library.search("职工之家").total == 1


def test_a_step_can_be_taken_back_though_no_article_is_left(library: Library, page: Page) -> None:
    source, recovery = page
    all_blocks = [block.spans[0].start for article in recovery.articles for block in article.blocks]
    library.delete_articles([recovery.articles[0].id])
    steps = [SetAside(at) for at in all_blocks]
    tidy(library, page, *steps)
    assert library.ids_of([source.id]) == []
    tidy(library, page, *steps[:1])
    assert library.operations(source.id) == tuple(steps[:1])


def test_a_page_whose_articles_are_all_in_the_trash_is_not_tidied(
    library: Library, page: Page
) -> None:
    source, _ = page
    ids = library.ids_of([source.id])
    library.delete_articles(ids)
    assert library.is_deleted(source.id)
    with pytest.raises(EditRefused):
        tidy(library, page, Correct(place(source, "新质"), place(source, "新质") + 2, "新型"))
    assert library.ids_of([source.id]) == []
    assert library.operations(source.id) == ()
    assert {each.id for each in library.trashed()} == set(ids)
