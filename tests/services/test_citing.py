import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from tests.older_libraries import make_older

from studydesk.domain import edits
from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, SourceKind, Span
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.library import Library, TrashKind, packets
from studydesk.library.database import FILE_NAME
from studydesk.services.citing import (
    Cited,
    SourceFacts,
    as_cited_now,
    as_on_record,
    cite,
    like_the_others,
    record_of,
)
from studydesk.services.following import Following, OwnWords, Said, changes, still_as_left
from studydesk.services.source_facts import keep_facts

KNOWN = Citation("题名", ("王敏",), "工人日报", date(2025, 11, 21), "5")


def cite_by(library: Library, packet: Packet, article_id: str, citation: Citation) -> Cited:
    """An article cited so, by what the library has on record."""
    return cite(packet, article_id, citation, record_of(library, article_id))


def two_articles_of_one_page(library: Library) -> tuple[Article, Article, Source]:
    source = Source("一版.txt", "甲文章的正文。\n乙文章的正文。")
    one, two = (
        Article(f"{source.id}-{n}", source.id, (Block(BlockKind.PARAGRAPH, text, (span,)),))
        for n, (text, span) in enumerate(
            zip(source.raw.split("\n"), (Span(0, 7), Span(8, 15)), strict=True), 1
        )
    )
    library.add(source, Recovery((one, two)))
    return one, two, source


def test_a_citation_set_right_reaches_the_packet_and_the_library(
    library: Library, packet: Packet
) -> None:
    article_id = packet.passages[0].article_id
    cited = cite_by(library, packet, article_id, KNOWN)
    assert cited.packet.passages[0].citation == KNOWN
    keep_facts(library, cited.facts[1])
    source = library.source(library.article(article_id).source_id)
    facts = (source.newspaper, source.published, source.page)
    assert facts == ("工人日报", date(2025, 11, 21), "5")


def test_a_kind_that_was_chosen_once_is_that_of_every_later_passage_of_the_source(
    library: Library,
) -> None:
    one, two, source = two_articles_of_one_page(library)
    packet = Packet("学习", items=(PassageItem(Passage.pick(one, source, 0, 7)),))
    online = replace(KNOWN, kind=SourceKind.ONLINE, seen=date(2026, 1, 2))
    keep_facts(library, cite_by(library, packet, one.id, online).facts[1])
    later = Passage.pick(two, library.source(source.id), 0, 7).citation
    assert (later.kind, later.seen) == (SourceKind.ONLINE, date(2026, 1, 2))


def test_what_was_on_record_before_can_be_put_back(library: Library, packet: Packet) -> None:
    before = library.sources()[0]
    facts = cite_by(library, packet, packet.passages[0].article_id, KNOWN).facts
    keep_facts(library, facts[1])
    keep_facts(library, facts[0])
    assert library.sources()[0] == before


def test_other_articles_of_the_page_keep_their_titles_and_share_the_rest(library: Library) -> None:
    one, two, source = two_articles_of_one_page(library)
    items = [PassageItem(Passage.pick(article, source, 0, 7)) for article in (one, two)]
    cited = cite_by(library, Packet("学习", items=tuple(items)), one.id, KNOWN).packet
    assert cited.passages[1].citation == replace(KNOWN, title="", authors=())


def test_facts_of_a_page_leave_two_titles_of_one_article_alone(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    passage = Passage.pick(one, source, 0, 3)
    own = replace(passage, citation=replace(passage.citation, title="我起的题名"))
    packet = Packet("学习", items=(PassageItem(passage), PassageItem(own)))
    facts = SourceFacts(source.id, "工人日报", date(2025, 11, 21), "5")
    cited = Following(((SourceFacts.of(source),), (facts,)))(Said(packet)).packet
    assert [each.citation.title for each in cited.passages] == ["", "我起的题名"]
    assert {each.citation.newspaper for each in cited.passages} == {"工人日报"}


def test_what_a_citation_lacks_comes_from_the_record_and_what_it_says_stays(
    library: Library,
) -> None:
    one, two, source = two_articles_of_one_page(library)
    passages = [Passage.pick(article, source, 0, 7) for article in (one, two)]
    own = replace(passages[1].citation, newspaper="我的报")
    lost = replace(passages[0], article_id="nowhere-1")
    every = (passages[0], replace(passages[1], citation=own), lost)
    packet = Packet("学习", items=tuple(PassageItem(each) for each in every))
    assert as_on_record(library, packet) == packet
    keep_facts(library, [SourceFacts(source.id, "工人日报", date(2025, 11, 21), "5")])
    cited = [each.citation for each in as_on_record(library, packet).passages]
    assert [each.newspaper for each in cited] == ["工人日报", "我的报", ""]
    assert [each.page for each in cited] == ["5", "5", ""]


def test_an_article_that_is_gone_is_cited_in_the_packet_alone(
    library: Library, packet: Packet
) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    lost = replace(item, passage=replace(item.passage, article_id="nowhere-1"))
    cited = cite_by(library, edits.change(packet, lost), "nowhere-1", KNOWN)
    assert cited.facts == ((), ())
    assert cited.packet.passages[0].citation == KNOWN
    assert library.sources()[0].page == "7"


def test_passages_from_elsewhere_are_left_alone(library: Library, packet: Packet) -> None:
    stranger = PassageItem(replace(packet.passages[0], article_id="elsewhere-1"))
    cited = cite_by(library, edits.append(packet, stranger), packet.passages[0].article_id, KNOWN)
    assert cited.packet.passages[-1] == stranger.passage


def test_a_title_set_right_takes_nothing_from_the_record(library: Library, packet: Packet) -> None:
    article_id = packet.passages[0].article_id
    source_id = library.article(article_id).source_id
    library.update_sources(
        [(source_id, "工人日报", date(2025, 11, 21), "5", SourceKind.NEWSPAPER, None)]
    )
    renamed = replace(packet.passages[0].citation, title="补上的题名")
    facts = cite_by(library, packet, article_id, renamed).facts
    assert facts[0] == facts[1] == (SourceFacts(source_id, "工人日报", date(2025, 11, 21), "5"),)


def kept_with(library: Library, article: Article, source: Source, said: Citation) -> Packet:
    """A packet of the library that cites an article so."""
    packet = cited_as(f"packet-{len(library.packets())}", article, source, said)
    library.save_packet(packet)
    return packet


def said_in(library: Library, packet: Packet) -> Citation:
    """What a packet of the library says by now."""
    return library.packet(packet.id).passages[0].citation


def test_every_packet_follows_what_is_on_record_forth_and_back(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    first = SourceFacts.of(source)
    wrong = replace(first, newspaper="工人曰报", published=date(2025, 11, 21), page="5")
    right = replace(wrong, newspaper="工人日报", page="6")
    packet = kept_with(library, one, source, Citation("题名", ("王敏",)))
    for facts in (wrong, right, wrong, first, right):
        keep_facts(library, [facts])
        said = said_in(library, packet)
        assert (said.newspaper, said.published, said.page) == (
            facts.newspaper,
            facts.published,
            facts.page,
        )
        assert (said.title, said.authors) == ("题名", ("王敏",))


def test_what_a_packet_says_otherwise_stays_and_the_rest_follows(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    packet = kept_with(library, one, source, Citation("题名", newspaper="我的报"))
    facts = SourceFacts(source.id, "工人日报", date(2025, 11, 21), "5")
    for each in (facts, replace(facts, newspaper="工人曰报", page="6")):
        keep_facts(library, [each])
        said = said_in(library, packet)
        assert (said.newspaper, said.page) == ("我的报", each.page)


def test_a_packet_in_the_trash_follows_and_so_does_one_whose_article_is_there(
    library: Library,
) -> None:
    one, _, source = two_articles_of_one_page(library)
    packet = kept_with(library, one, source, Citation("题名"))
    library.delete_article(one.id)
    library.delete_packet(packet.id)
    keep_facts(library, [replace(SourceFacts.of(source), newspaper="工人日报")])
    library.restore(TrashKind.PACKET, packet.id)
    assert said_in(library, packet).newspaper == "工人日报"


def test_to_follow_is_no_change_of_a_packet(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    packet = kept_with(library, one, source, Citation("题名"))
    library.save_packet(Packet("别的"))
    before = library.packets()
    keep_facts(library, [replace(SourceFacts.of(source), newspaper="工人日报")])
    assert library.packets() == before
    assert said_in(library, packet).newspaper == "工人日报"


def test_the_kind_of_a_source_holds_for_the_packet_and_its_next_passages(library: Library) -> None:
    one, two, source = two_articles_of_one_page(library)
    items = [PassageItem(Passage.pick(article, source, 0, 4)) for article in (one, two)]
    online = replace(KNOWN, kind=SourceKind.ONLINE, seen=date(2026, 1, 2))
    cited = cite_by(library, Packet("学习", items=tuple(items)), one.id, online)
    assert [passage.citation.kind for passage in cited.packet.passages] == [SourceKind.ONLINE] * 2
    assert cited.facts[1][0].newspaper == "工人日报"
    more = like_the_others(cited.packet, Passage.pick(one, source, 4, 7))
    assert (more.citation.kind, more.citation.seen) == (SourceKind.ONLINE, date(2026, 1, 2))
    fresh = Passage.pick(one, source, 4, 7)
    assert like_the_others(Packet("别的"), fresh) == fresh


def cited_as(packet_id: str, article: Article, source: Source, citation: Citation) -> Packet:
    passage = replace(Passage.pick(article, source, 0, 4), citation=citation)
    return Packet("学习", items=(PassageItem(passage),), id=packet_id)


@pytest.mark.parametrize("kind", [kind for kind in SourceKind if kind != "newspaper"])
def test_an_older_library_has_each_kind_on_record_that_its_packets_know(
    tmp_path: Path, kind: SourceKind
) -> None:
    known = replace(KNOWN, kind=kind, seen=date(2026, 1, 2))
    with Library.open(tmp_path / "l") as library:
        one, _, source = two_articles_of_one_page(library)
        outdated = replace(KNOWN, kind=SourceKind.ONLINE, seen=date(2025, 1, 2))
        library.save_packet(cited_as("first", one, source, outdated))
        library.save_packet(cited_as("then", one, source, known))
        library.save_packet(cited_as("last", one, source, KNOWN))  # where nobody chose a kind
    make_older(tmp_path / "l", 6)
    with Library.open(tmp_path / "l") as library:
        (now,) = library.sources()
        assert (now.kind, now.seen) == (kind, date(2026, 1, 2))


def test_a_damaged_packet_keeps_no_older_library_from_opening(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        one, _, source = two_articles_of_one_page(library)
        online = replace(KNOWN, kind=SourceKind.ONLINE)
        library.save_packet(cited_as("damaged", one, source, KNOWN))
        library.save_packet(cited_as("sound", one, source, online))
    with closing(sqlite3.connect(tmp_path / "l" / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE packet SET content = '{' WHERE id = 'damaged'")
    make_older(tmp_path / "l", 6)
    with Library.open(tmp_path / "l") as library:
        assert library.sources()[0].kind is SourceKind.ONLINE


def test_a_kind_that_only_the_packet_knows_reaches_the_record_with_any_other_change(
    library: Library,
) -> None:
    one, _, source = two_articles_of_one_page(library)
    online = replace(KNOWN, kind=SourceKind.ONLINE, page="http://a.cn", seen=date(2026, 1, 2))
    moved = replace(online, page="http://b.cn")
    _, (now,) = cite_by(library, cited_as("p", one, source, online), one.id, moved).facts
    assert (now.kind, now.page, now.seen) == (SourceKind.ONLINE, "http://b.cn", online.seen)


def test_a_title_set_right_where_no_kind_was_chosen_leaves_the_record_its_kind(
    library: Library,
) -> None:
    one, _, source = two_articles_of_one_page(library)
    keep_facts(library, [replace(SourceFacts.of(source), kind=SourceKind.ONLINE)])
    renamed = replace(KNOWN, title="补上的题名")
    _, (now,) = cite_by(library, cited_as("p", one, source, KNOWN), one.id, renamed).facts
    assert now.kind is SourceKind.ONLINE


def test_an_older_packet_leaves_the_kind_that_is_on_record(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    keep_facts(library, [replace(SourceFacts.of(source), kind=SourceKind.JOURNAL)])
    online = replace(KNOWN, kind=SourceKind.ONLINE)
    renamed = replace(online, title="补上的题名")
    _, (now,) = cite_by(library, cited_as("p", one, source, online), one.id, renamed).facts
    assert now.kind is SourceKind.JOURNAL


def test_a_source_set_back_to_a_newspaper_is_one_in_the_packet_too(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    first = SourceFacts.of(source)
    journal = replace(first, newspaper="中国工运", page="3", kind=SourceKind.JOURNAL)
    newspaper = replace(journal, newspaper="工人日报", kind=SourceKind.NEWSPAPER)
    packet = cited_as("p", one, source, Citation())
    for before, facts in pairwise((first, journal, newspaper, journal, first)):
        packet = Following(((before,), (facts,)))(Said(packet)).packet
        cited = packet.passages[0].citation
        assert (cited.newspaper, cited.page, cited.kind) == (
            facts.newspaper,
            facts.page,
            facts.kind,
        )


def test_a_packet_that_alone_takes_a_source_for_a_book_keeps_all_it_says(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    book = Citation("书名", kind=SourceKind.BOOK)
    packet = kept_with(library, one, source, book)
    keep_facts(library, [SourceFacts(source.id, "工人日报", date(2024, 1, 1), "7")])
    assert said_in(library, packet) == book


def test_own_words_that_come_to_be_on_record_stay_when_that_is_taken_back(library: Library) -> None:
    one, _, source = two_articles_of_one_page(library)
    own = kept_with(library, one, source, replace(KNOWN, newspaper="", page="1"))
    blank = kept_with(library, one, source, Citation("题名"))
    first, words = SourceFacts.of(source), dict[str, OwnWords]()
    for page in ("1", "12", ""):  # as it is typed, and taken back
        keep_facts(library, [replace(first, page=page)], words)
        assert (said_in(library, own).page, said_in(library, blank).page) == ("1", page)


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_packet_that_quotes_several_pages_has_no_own_words_but_what_it_said_before(
    library: Library, is_deleted: bool
) -> None:
    facts: list[SourceFacts] = []
    items: list[PassageItem] = []
    for number in range(3):
        source = Source(f"{number}.txt", f"第{number}页的文章。")
        text = Block(BlockKind.PARAGRAPH, source.raw, (Span(0, len(source.raw)),))
        article = Article(f"{source.id}-1", source.id, (text,))
        library.add(source, Recovery((article,)))
        facts.append(SourceFacts.of(source))
        items.append(PassageItem(Passage.pick(article, source, 0, 4)))
    library.save_packet(packet := Packet("学习", items=tuple(items)))
    if is_deleted:
        library.delete_packet(packet.id)
    own = dict[str, OwnWords]()
    keep_facts(library, [replace(each, newspaper="工人日报") for each in facts], own)
    keep_facts(library, facts, own)
    if is_deleted:
        library.restore(TrashKind.PACKET, packet.id)
    assert not own
    assert library.packet(packet.id) == packet


@pytest.mark.parametrize("is_its_step", [False, True])
def test_what_a_packet_says_by_the_step_itself_is_no_word_of_its_own(
    library: Library, is_its_step: bool
) -> None:
    one, _, source = two_articles_of_one_page(library)
    packet = kept_with(library, one, source, replace(KNOWN, page="1"))
    words = dict[str, OwnWords]()
    facts = replace(SourceFacts.of(source), page="1")
    keep_facts(library, [facts], words, 7, {packet.id} if is_its_step else ())
    own = frozenset({(7, packet.items[0].id, "page")})
    assert words == ({} if is_its_step else {packet.id: own})


def test_the_facts_of_a_source_go_back_as_a_whole_or_not_at_all() -> None:
    before = (SourceFacts("s", "", None, ""), SourceFacts("t", "", None, ""))
    after = tuple(replace(each, newspaper="工人日报", page="5") for each in before)
    later = replace(after[0], page="6")
    back = after, before
    assert still_as_left(back, after) == back
    assert still_as_left(back, (later, after[1])) == (after[1:], before[1:])


def test_a_step_has_only_the_sources_of_which_it_changes_something() -> None:
    before = (SourceFacts("s", "", None, ""), SourceFacts("t", "", None, ""))
    after = (before[0], replace(before[1], page="5"))
    assert changes((before, after)) == (before[1:], after[1:])


def test_a_packet_that_says_the_same_as_before_is_not_written_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _, source = two_articles_of_one_page(library)
    kept_with(library, one, source, KNOWN)
    written: list[Packet] = []
    monkeypatch.setattr(packets, "put", lambda _connection, packet: written.append(packet))
    keep_facts(library, [replace(SourceFacts.of(source), newspaper="中国工人")])
    assert written == []


def test_an_earlier_state_is_published_where_the_packet_says_now_or_else_the_record(
    library: Library,
) -> None:
    one, two, source = two_articles_of_one_page(library)
    keep_facts(library, [replace(SourceFacts.of(source), newspaper="工人日报", page="5")])
    wrong = replace(KNOWN, newspaper="工人曰报")
    items = [
        PassageItem(replace(Passage.pick(article, source, 0, 7), citation=wrong))
        for article in (one, two)
    ]
    now = cited_as("p", one, source, replace(KNOWN, newspaper="我的报", title="后来的题名"))
    earlier = as_cited_now(partial(record_of, library), now, Packet("先前", items=tuple(items)))
    assert [each.citation.newspaper for each in earlier.passages] == ["我的报", "工人日报"]
    assert {each.citation.title for each in earlier.passages} == {"题名"}


def test_states_that_have_equal_own_words_share_them_as_they_follow() -> None:
    before = SourceFacts("s", "", None, "3")
    passage = Passage("s-1", 0, 2, "选段", citation=Citation(newspaper="甲报", page="3"))
    items = (PassageItem(passage, id="own"),)
    follow = Following(((before,), (replace(before, newspaper="甲报"),)), 1)
    said = [Said(Packet(title, items=items), frozenset([(9, "own", "page")])) for title in "甲乙"]
    first, second = (follow(each).own for each in said)
    assert first == {(9, "own", "page"), (1, "own", "newspaper")}
    assert first is second
