"""Search finds exactly what it says it finds, and shows where."""

from collections.abc import Callable, Iterator
from datetime import date
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Recovery, Source, SourceKind
from studydesk.errors import Cancelled
from studydesk.library import ArticleFilter, Library, SearchResult, Stop, search
from studydesk.library.excerpts import find_places
from studydesk.library.normal import forms_with, normalise, query_terms

MakePage = Callable[..., tuple[Source, Recovery]]

LETTERS = "工会职人 a1，“\n\u3000\u200bＡ㈠"
"""So few that queries hit, miss, and hit across breaks."""


def must_find(library: Library, query: str) -> set[str]:
    """The articles that a query has to find, by looking into every text."""
    terms = query_terms(query)
    titles_only = all(len(term) == 1 for term in terms)
    found = set()
    for summary in library.articles() if terms else ():
        title = normalise(summary.title)
        body = "" if titles_only else normalise(library.article(summary.id).body)
        if all(term in title or term in body for term in terms):
            found.add(summary.id)
    return found


def titles(result: SearchResult) -> list[str]:
    return [hit.article.title for hit in result.hits]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One library that every example adds a page to."""
    with Library.open(tmp_path_factory.mktemp("shelf")) as library:
        yield library


# --- what is found -------------------------------------------------------------------------


@given(
    articles=st.lists(st.tuples(*[st.text(LETTERS, max_size=14)] * 2), max_size=3),
    query=st.text(LETTERS, max_size=7),
)
def test_search_finds_what_looking_into_every_text_finds(
    shelf: Library, make_page: MakePage, articles: list[tuple[str, str]], query: str
) -> None:
    shelf.add(*make_page(*articles))
    result = shelf.search(query, limit=100_000)
    assert {hit.article.id for hit in result.hits} == must_find(shelf, query)
    assert result.total == len(result.hits)
    with pytest.MonkeyPatch.context() as patch:  # as if each query were a common one
        patch.setattr(search, "_MANY", -1)
        common = shelf.search(query, limit=100_000)
    assert {hit.article.id for hit in common.hits} == must_find(shelf, query)
    assert common.total == result.total


@given(
    query=st.text(LETTERS, min_size=1, max_size=4), place=st.integers(0, 9), size=st.integers(1, 9)
)
def test_hits_in_sight_are_those_of_the_whole_search(
    shelf: Library, query: str, place: int, size: int
) -> None:
    whole = shelf.search(query, limit=100)
    found = shelf.find(query, limit=100)
    assert found.total in (None, whole.total)
    assert shelf.count(query) == whole.total
    stretch = slice(place, place + size)
    assert shelf.hits(query, found.numbers[stretch]) == whole.hits[stretch]


def test_a_common_word_finds_first_what_has_it_in_the_title(
    library: Library, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MANY", -1)
    monkeypatch.setattr(search, "_POOL", 2)
    library.add(
        *make_page(("工会新篇", "一"), ("甲", "工会在此"), ("乙", "工会工会"), ("丙", "工会"))
    )
    result = library.search("工会", limit=2)
    assert result.total == 4
    assert titles(result)[0] == "工会新篇"


@given(title=st.text(max_size=8), character=st.characters())
def test_a_single_character_is_looked_up_in_whole_titles(title: str, character: str) -> None:
    normal = normalise(title)
    for term in query_terms(character):
        if len(term) == 1:
            assert any(form in title for form in forms_with(term)) == (term in normal)


@given(text=st.text(min_size=1, max_size=30), data=st.data())
def test_whatever_is_copied_from_an_article_finds_it(
    shelf: Library, make_page: MakePage, text: str, data: st.DataObject
) -> None:
    source, recovery = make_page(("题", text))
    shelf.add(source, recovery)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    result = shelf.search(text[start:end], ArticleFilter(source_id=source.id))
    assert {hit.article.id for hit in result.hits} == must_find(shelf, text[start:end]) & {
        recovery.articles[0].id
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("新质", {"甲"}),
        ("产业", {"甲"}),
        ("生产产业", set()),
        ("生产。产业", {"甲"}),
        ("新质生产", {"甲"}),
        ("职工 AI", {"乙"}),
        ("ａｉ赋能", {"乙"}),
        ("十五五”规划", {"乙"}),
        ("甲", {"甲"}),
        ("新", set()),
        ("新 产业", {"甲"}),
        ("职工 产业", set()),
        ("，。“", set()),
        ("", set()),
        ("产业 OR 职工", set()),
        ('"产业" NEAR(x) title:*', set()),
    ],
)
def test_a_query_finds(library: Library, make_page: MakePage, query: str, found: set[str]) -> None:
    library.add(*make_page(("甲", "新 质生产。产业"), ("乙", "职工用 AI 赋能\n“十五五”规划")))
    assert set(titles(library.search(query))) == found


def test_the_total_counts_what_the_limit_leaves_out(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(*[(f"第{number}篇", "职工" * number) for number in range(1, 131)]))
    result = library.search("职工", limit=5)
    assert (len(result.hits), result.total) == (5, 130)
    assert library.search("职工", limit=120).total == 130


def test_a_filter_narrows_hits_and_total(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(("甲", "职工"), ("乙", "职工"), name="一版.txt"))
    source, recovery = make_page(("丙", "职工"), name="二版.txt")
    library.add(source, recovery)
    result = library.search("职工", ArticleFilter(source_id=source.id))
    assert (titles(result), result.total) == (["丙"], 1)


# --- in which order ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("工匠", ("工匠精神", "长文" * 50), ("其他", "工匠" + "长文" * 50)),
        ("工匠", ("甲", "工匠，工匠，工匠" + "长文" * 50), ("乙", "工匠" + "长文" * 50)),
        ("工匠", ("甲", "工匠" + "长文" * 500), ("乙", "长文" * 500 + "工匠")),
        ("工匠 精神", ("甲", "工匠的精神" + "长文" * 99), ("乙", "工匠" + "长文" * 99 + "精神")),
    ],
)
def test_the_better_hit_comes_first(
    library: Library,
    make_page: MakePage,
    query: str,
    better: tuple[str, str],
    worse: tuple[str, str],
) -> None:
    library.add(*make_page(worse, better))
    assert titles(library.search(query)) == [better[0], worse[0]]


def test_a_rare_word_tells_more_than_a_common_one(library: Library, make_page: MakePage) -> None:
    common = [(f"第{number}篇", "职工") for number in range(20)]
    library.add(*make_page(*common, ("职工之家", "论经审工作"), ("经审制度", "论职工工作")))
    assert titles(library.search("职工 经审")) == ["经审制度", "职工之家"]


def test_of_equal_hits_the_newer_page_comes_first(library: Library, make_page: MakePage) -> None:
    for name, body, year in (("旧", "职工 甲", 2015), ("新", "职工 乙", 2025)):
        source, recovery = make_page((name, body))
        library.add(source, recovery)
        library.update_sources(
            [(source.id, "工人日报", date(year, 5, 1), "", SourceKind.NEWSPAPER, None)]
        )
    assert titles(library.search("职工")) == ["新", "旧"]


# --- what is shown -------------------------------------------------------------------------


@given(
    body=st.text(LETTERS + "。！", max_size=300),
    query=st.text(LETTERS, min_size=2, max_size=5),
)
def test_every_highlight_covers_a_word_of_the_query_and_nothing_else(
    shelf: Library, make_page: MakePage, body: str, query: str
) -> None:
    source, recovery = make_page(("题", body))
    shelf.add(source, recovery)
    for hit in shelf.search(query, ArticleFilter(source_id=source.id)).hits:
        text = recovery.articles[0].body
        for excerpt in hit.excerpts:
            assert text[excerpt.place :].startswith(excerpt.text)
            assert excerpt.highlights
            assert "\n" not in excerpt.text
            for start, end in excerpt.highlights:
                assert find_places(query, excerpt.text[start:end]) == ((0, end - start),)


def test_hits_are_counted_and_highlighted_in_title_and_body(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page(("论工匠", "工 匠与工匠精神。\n没有。\n数字工匠")))
    hit = library.search("工匠").hits[0]
    assert hit.title_highlights == ((1, 3),)
    assert hit.count == 4
    assert [(e.text, e.highlights, e.place) for e in hit.excerpts] == [
        ("工 匠与工匠精神。", ((0, 3), (4, 6)), 0),
        ("数字工匠", ((2, 4),), 14),
    ]


def test_a_hit_in_a_long_article_has_three_excerpts_apart(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page(("甲", ("职工在此。" + "别的话，" * 40) * 6)))
    shown = library.search("职工").hits[0].excerpts
    assert len(shown) == 3
    ends = [excerpt.place + len(excerpt.text) for excerpt in shown]
    assert all(end <= after.place for end, after in zip(ends, shown[1:], strict=False))


def test_the_first_excerpt_of_several_words_shows_them_together(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page(("甲", "职工。" * 70 + "别的话，" * 40 + "职工与企业")))
    assert any("职工与企业" in e.text for e in library.search("职工 企业").hits[0].excerpts)


def test_an_excerpt_begins_with_a_clause(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(("甲", "很长的前文" * 20 + "。工会要关心职工生活，" + "后文" * 60)))
    assert library.search("职工").hits[0].excerpts[0].text.startswith("工会要关心职工")


def test_words_side_by_side_are_two_places_and_words_that_overlap_are_one() -> None:
    assert find_places("工会 职工", "工会职工") == ((0, 2), (2, 4))
    assert find_places("工会 会员", "工会员") == ((0, 3),)


def test_no_excerpt_cuts_a_place_in_two(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(("甲", "职工" + "文" * 57 + "职工" + "文" * 99)))
    (excerpt,) = library.search("职工").hits[0].excerpts
    assert excerpt.highlights == ((0, 2), (59, 61))


# --- while typing --------------------------------------------------------------------------


def test_a_search_can_be_stopped_by_its_asker_only(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(*[(f"第{number}篇", "职工，" * 200) for number in range(200)]))
    stop, stopped = Stop(), []

    def search_until_stopped() -> None:
        try:
            while True:
                library.search("职工 职工，", stop=stop)
        except Cancelled as error:
            stopped.append(error)

    thread = Thread(target=search_until_stopped)
    thread.start()
    stop.set()
    assert library.search("职工").total == 200
    thread.join()
    assert len(stopped) == 1


def test_searches_run_in_many_threads_at_once(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(*[(f"第{number}篇", "职工" * 50) for number in range(50)]))
    totals: list[int] = []
    threads = [Thread(target=lambda: totals.append(library.search("职工").total)) for _ in "12345"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [50] * 5


def test_articles_are_found_and_read_at_once(library: Library, make_page: MakePage) -> None:
    library.add(*make_page(("甲", "职工一次"), ("职工", "职工多次，职工"), ("丙", "别的")))
    found = library.articles_with("职工", 9)
    assert [article.id for article in found] == [
        hit.article.id for hit in library.search("职工").hits
    ]
    assert found[0] == library.article(found[0].id)
    assert len(library.articles_with("职工", 1)) == 1
