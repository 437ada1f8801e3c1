"""What a library keeps: sources, articles, tags, packets, and where the window was."""

from collections import Counter
from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.article import (
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
    SourceKind,
    Span,
)
from studydesk.domain.packet import Guide, Packet, PassageItem, Question, Session
from studydesk.domain.passage import Passage
from studydesk.errors import NotFound
from studydesk.library import ArticleFilter, Facet, Library, Picked

Page = tuple[Source, Recovery]
MakePage = Callable[..., Page]


def packet_of(page: Page, title: str = "周五学习") -> Packet:
    source, recovery = page
    passage = Passage.pick(recovery.articles[0], source, 0, 6)
    items = (Guide("导读"), PassageItem(passage, id="选段"), Question("怎样理解？"))
    return Packet(title, Session("一分会", date(2025, 11, 7)), items)


# --- sources and articles ------------------------------------------------------------------


def test_what_is_added_is_there(library: Library, page: Page) -> None:
    source, recovery = page
    assert library.add(source, recovery)
    assert library.sources() == [source]
    assert library.source(source.id) == source
    assert tuple(library.article(article.id) for article in recovery.articles) == recovery.articles


def test_a_source_that_is_there_is_not_added_again(library: Library, page: Page) -> None:
    source, recovery = page
    library.add(source, recovery)
    assert not library.add(replace(source, name="另一份.txt", newspaper=""), recovery)
    assert library.sources() == [source]
    assert len(library.articles()) == 2


def test_a_source_that_came_with_some_articles_gets_the_others(
    library: Library, page: Page
) -> None:
    source, recovery = page
    assert library.add(source, Recovery(recovery.articles[1:]))
    assert library.add(source, recovery)
    assert {summary.id for summary in library.articles()} == {a.id for a in recovery.articles}
    assert not library.add(source, recovery)


def test_another_recovery_of_a_page_adds_only_what_no_article_covers(
    library: Library, page: Page
) -> None:
    source, (first, second) = page[0], page[1].articles
    library.add(source, Recovery((replace(second, id=first.id),)))
    library.add(source, Recovery((first, second)))
    kept = [library.article(summary.id) for summary in library.articles()]
    assert [article.blocks for article in kept] == [first.blocks, second.blocks]
    assert len({article.id for article in kept}) == 2


def test_an_article_that_its_source_does_not_say_is_not_kept(library: Library, page: Page) -> None:
    source, recovery = page
    first = recovery.articles[0]
    block = replace(first.blocks[-1], text="别的话。")
    forged = replace(first, blocks=(*first.blocks[:-1], block))
    with pytest.raises(ValueError, match=first.id):
        library.add(source, Recovery((forged,)))
    assert library.sources() == []


@given(raw=st.text(st.characters(), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_raw_text_comes_back_as_it_was(library: Library, raw: str) -> None:
    source = Source("粘贴", raw)
    library.add(source, Recovery(()))
    assert library.source(source.id).raw == raw


@given(title=st.text(st.characters()), body=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_article_comes_back_as_it_was(
    library: Library, make_page: MakePage, title: str, body: str
) -> None:
    source, recovery = make_page((title, body))
    library.add(source, recovery)
    assert library.article(recovery.articles[0].id) == recovery.articles[0]


def test_the_list_shows_what_there_is_to_know(library: Library, page: Page) -> None:
    source, recovery = page
    first = recovery.articles[0]
    doubt = Problem(ProblemKind.REPEATED, Severity.AMBER, Span(3, 9), first.id, "2")
    library.add(source, replace(recovery, problems=(doubt,)))
    library.save_packet(packet_of(page))
    library.set_tags(first.id, ["服务", "职工 之家", "服务", " "])
    summary = library.articles()[0]
    assert astuple(summary) == (
        first.id,
        "工会服务生态圈",
        "理论",
        ("王敏", "杜宇"),
        source.id,
        "一版.txt",
        "工人日报",
        date(2025, 11, 3),
        "7",
        10,
        ("服务", "职工 之家"),
        1,
        1,
        "新质生产力。 职工之家",
    )
    assert library.problems(first.id) == (doubt,)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ArticleFilter(), 2),
        (ArticleFilter(column="理论"), 2),
        (ArticleFilter(column="理"), 0),
        (ArticleFilter(author="杜宇"), 2),
        (ArticleFilter(author="杜"), 0),
        (ArticleFilter(tag="精神"), 1),
        (ArticleFilter(column="理论", author="王敏", tag="精神"), 1),
        (ArticleFilter(source_id="?"), 0),
    ],
)
def test_a_filter_lists_what_fits_all_of_it(
    library: Library, page: Page, wanted: ArticleFilter, found: int
) -> None:
    library.add(*page)
    library.set_tags(page[1].articles[1].id, ["精神"])
    assert len(library.articles(wanted)) == found


def test_facets_count_what_each_filter_would_list(library: Library, page: Page) -> None:
    library.add(*page)
    library.set_tags(page[1].articles[1].id, ["精神"])
    facets = library.facets()
    assert facets.sources == (Facet(page[0].id, "工人日报 2025-11-03 第7版", 2),)
    assert facets.columns == (Facet("理论", "理论", 2),)
    assert set(facets.authors) == {Facet("王敏", "王敏", 2), Facet("杜宇", "杜宇", 2)}
    assert facets.tags == (Facet("精神", "精神", 1),)


def test_a_source_is_called_by_where_it_was_printed(library: Library, page: Page) -> None:
    library.add(*page)
    library.update_sources(
        [(page[0].id, "中国工人", date(2026, 11, 18), "3", SourceKind.NEWSPAPER, None)]
    )
    assert library.facets().sources[0].name == "中国工人 2026-11-18 第3版"
    library.update_sources([(page[0].id, "中国工人", None, "", SourceKind.NEWSPAPER, None)])
    assert library.facets().sources[0].name == "中国工人"
    library.update_sources([(page[0].id, "中国工运", None, "3：12-15", SourceKind.JOURNAL, None)])
    assert library.facets().sources[0].name == "中国工运 3：12-15"
    library.update_sources(
        [(page[0].id, "新华网", None, "https://a.cn/1", SourceKind.ONLINE, None)]
    )
    assert library.facets().sources[0].name == "新华网"


def test_where_a_source_was_published_can_be_set(library: Library, page: Page) -> None:
    library.add(*page)
    library.update_sources([(page[0].id, "中国工人", None, "", SourceKind.NEWSPAPER, None)])
    expected = replace(page[0], newspaper="中国工人", published=None, page="")
    assert library.source(page[0].id) == expected


@pytest.mark.parametrize(
    "ask",
    [
        lambda library: library.source("无"),
        lambda library: library.article("无"),
        lambda library: library.packet("无"),
        lambda library: library.delete_packet("无"),
        lambda library: library.set_tags("无", ["标签"]),
        lambda library: library.update_sources([("无", "", None, "", SourceKind.NEWSPAPER, None)]),
    ],
)
def test_what_is_not_there_is_not_found(library: Library, ask: Callable[[Library], object]) -> None:
    with pytest.raises(NotFound):
        ask(library)


# --- packets -------------------------------------------------------------------------------


def test_a_saved_packet_comes_back(library: Library, page: Page) -> None:
    packet = packet_of(page)
    library.save_packet(packet)
    assert library.packet(packet.id) == packet


def test_saving_again_replaces_the_earlier_state(library: Library, page: Page) -> None:
    packet = packet_of(page)
    library.save_packet(packet)
    library.save_packet(edits.remove(packet, {"选段"}))
    (summary,) = library.packets()
    assert (summary.passages, summary.questions) == (0, 1)
    assert library.picked(page[1].articles[0].id) == []


def test_packets_are_listed_by_their_last_change(library: Library, page: Page) -> None:
    first, second = packet_of(page, "一"), packet_of(page, "二")
    for packet in (first, second, edits.rename(first, "甲")):
        library.save_packet(packet)
    summaries = library.packets()
    assert [summary.title for summary in summaries] == ["甲", "二"]
    assert summaries[0].held_on == date(2025, 11, 7)
    assert abs((datetime.now(UTC) - summaries[0].changed_at).total_seconds()) < 600


def test_a_deleted_packet_is_gone_and_can_be_saved_again(library: Library, page: Page) -> None:
    packet = packet_of(page)
    library.save_packet(packet)
    assert library.delete_packet(packet.id) == packet
    assert library.packets() == []
    assert library.picked(page[1].articles[0].id) == []
    library.save_packet(packet)
    assert library.packet(packet.id) == packet


def test_passages_of_an_article_are_known_by_packet_and_place(library: Library, page: Page) -> None:
    packet = packet_of(page)
    library.save_packet(packet)
    expected = Picked(packet.id, "周五学习", "选段", 0, 6, packet.passages[0].text)
    assert library.picked(page[1].articles[0].id) == [expected]


def test_the_packets_that_quote_a_source_are_known_whichever_its_article(
    library: Library, page: Page
) -> None:
    packet = packet_of(page)
    (item,) = (each for each in packet.items if isinstance(each, PassageItem))
    gone = replace(item.passage, article_id=f"{page[0].id}-99")
    library.save_packet(packet)
    library.save_packet(Packet("另一份", items=(replace(item, passage=gone),), id="other"))
    library.save_packet(Packet("没有引它", id="none"))
    assert library.citing(page[0].id) == [("other", "另一份"), (packet.id, "周五学习")]


# --- where the window was, and the next start ----------------------------------------------


@pytest.mark.parametrize("value", ["第7版", 3, True, None, [1, 2], {"页": {"宽": [1.5, "\ud800"]}}])
def test_what_is_remembered_is_recalled(library: Library, value: object) -> None:
    library.remember("窗口", 0)
    library.remember("窗口", value)
    assert library.recall("窗口", value) == value


def test_what_was_never_remembered_is_the_default(library: Library) -> None:
    assert library.recall("窗口", "选材") == "选材"


def test_what_has_another_type_than_the_default_counts_as_none(library: Library) -> None:
    library.remember("窗口", "选材")
    assert library.recall("窗口", [640, 480]) == [640, 480]


def test_what_is_remembered_under_keys_that_begin_so_is_amended_as_one(library: Library) -> None:
    for key, value in {"导入/一": [1], "导入/二": [2], "导入/三": "别的", "导入": [4]}.items():
        library.remember(key, value)
    library.remember("导入号", [5])
    assert library.recall_all("导入/", list) == {"导入/一": [1], "导入/二": [2]}
    library.amend_all("导入/", list, lambda kept: {"导入/二": [*kept["导入/二"], 3], "导入/四": []})
    assert library.recall_all("导入", list) == {
        "导入": [4],
        "导入/二": [2, 3],
        "导入/四": [],
        "导入号": [5],
    }
    assert library.recall("导入/三", "") == "别的"
    assert library.keys_under("导入/") == ["导入/三", "导入/二", "导入/四"]


def test_everything_is_there_after_the_next_start(folder: Path, page: Page) -> None:
    packet = packet_of(page)
    with Library.open(folder) as library:
        assert library.is_new
        library.add(*page)
        library.save_packet(packet)
        library.remember("文章", "甲")
        articles, packets = library.articles(), library.packets()
    with Library.open(folder) as library:
        assert not library.is_new
        assert (library.articles(), library.packets()) == (articles, packets)
        assert library.packet(packet.id) == packet
        assert library.search("新质生产力").total == 1
        assert library.recall("文章", "") == "甲"


def test_the_list_by_numbers_is_the_list(library: Library, page: Page) -> None:
    library.add(*page)
    numbers = library.numbers()
    known = library.summaries(numbers)
    assert [known[number] for number in numbers] == library.articles()
    assert [library.number(article.id) for article in library.articles()] == list(numbers)
    assert library.number("nowhere") == 0


def test_sources_are_listed_with_what_they_have_the_last_first(
    library: Library, page: Page, make_page: MakePage
) -> None:
    library.add(*page)
    library.add(*make_page(("另一篇", "正文")))
    listed = [(source.id, source.articles) for source in library.source_summaries()]
    counted = Counter(article.source_id for article in library.articles())
    assert listed == list(reversed(counted.items()))
    problems = sum(article.problems for article in library.articles())
    assert sum(source.problems for source in library.source_summaries()) == problems


def test_the_tags_of_one_article_and_of_all_are_known(library: Library, page: Page) -> None:
    library.add(*page)
    first, second = library.articles()
    library.set_tags(first.id, ["乙", "甲"])
    library.set_tags(second.id, ["甲"])
    assert library.tags_of(first.id) == library.articles()[0].tags
    assert library.tags() == sorted(("甲", "乙"))


def test_rules_that_a_unit_does_not_want_are_kept(folder: Path) -> None:
    with Library.open(folder) as library:
        for rule in ("W02", "B01", "W02"):
            library.silence_rule(rule, silenced=True)
        library.silence_rule("B01", silenced=False)
    with Library.open(folder) as library:
        assert library.silenced_rules() == {"W02"}


def test_what_is_made_of_a_value_is_made_once_until_the_value_is_another(library: Library) -> None:
    asked: list[object] = []

    def make(value: object) -> tuple[object]:
        asked.append(value)
        return (value,)

    assert library.recall_as("rows", make) is library.recall_as("rows", make)
    library.remember("rows", [1])
    library.remember("others", [2])
    assert library.recall_as("rows", make) is library.recall_as("rows", make)
    assert asked == [None, [1]]
