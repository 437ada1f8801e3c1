"""What packets say by their own words stays theirs, whatever is put on record and taken back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from tests.full_disk import disk_full

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import Packet, PassageItem, new_id
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.services.citing import SourceFacts, cite, record_of
from studydesk.services.source_facts import facts_of
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import LIBRARY, Deed
from studydesk.ui.jobs import Jobs
from studydesk.ui.packets.packet_shelf import PacketShelf


def added(library: Library, name: str = "一版.txt") -> Article:
    """An article of whose source nothing is on record."""
    source = Source(name, f"{name}的文章。")
    text = Block(BlockKind.PARAGRAPH, source.raw, (Span(0, len(source.raw)),))
    article = Article(f"{source.id}-1", source.id, (text,))
    library.add(source, Recovery((article,)))
    return article


@pytest.fixture
def article(library: Library) -> Article:
    return added(library)


@pytest.fixture
def current(qapp: QApplication, library: Library) -> Iterator[CurrentPacket]:
    current = CurrentPacket(library)
    yield current
    assert current.flush()


def kept(library: Library, article: Article, *newspapers: str) -> str:
    """A packet of the library with a passage for each of these, which it says by itself."""
    passage = Passage.pick(article, library.source(article.source_id), 0, 4)
    cited = (replace(passage.citation, newspaper=each) for each in newspapers)
    items = tuple(PassageItem(replace(passage, citation=each), id=new_id()) for each in cited)
    packet = Packet("一份", items=items, id=new_id())
    library.save_packet(packet)
    return packet.id


def opened(current: CurrentPacket, packet_id: str) -> Packet:
    current.open(current.read(packet_id))
    assert current.packet is not None
    return current.packet


def said(current: CurrentPacket) -> list[str]:
    """The newspapers of the packet that is open."""
    assert current.packet is not None
    return [each.citation.newspaper for each in current.packet.passages]


def kept_in(library: Library, packet_id: str) -> list[str]:
    return [each.citation.newspaper for each in library.packet(packet_id).passages]


def type_in(current: CurrentPacket, newspaper: str) -> None:
    """Type a newspaper, as the packet's editor has it."""
    assert current.packet is not None
    passage = current.packet.passages[0]
    citation = replace(passage.citation, newspaper=newspaper)
    known = current.on_record(passage.article_id)
    cited = cite(current.packet, passage.article_id, citation, known)
    current.edit("改出处", cited.packet, f"{passage.article_id}.{cited.parts}", cited.facts)


def retitle(current: CurrentPacket, title: str = "新题名") -> None:
    assert current.packet is not None
    current.edit("改题名", replace(current.packet, title=title))


def fill_in(current: CurrentPacket, article: Article, newspaper: str) -> Deed:
    """Put a newspaper on record, as 选材 does it."""
    known = current.on_record(article.id)
    assert known is not None
    deed = current.set_facts([replace(known, newspaper=newspaper)], LIBRARY)
    assert deed is not None
    return deed


def test_the_history_of_another_packet_keeps_its_own_words_though_the_disk_is_full(
    current: CurrentPacket, library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, own = kept(library, article, ""), kept(library, article, "甲报")
    opened(current, own)
    retitle(current)
    opened(current, first)
    with disk_full(monkeypatch):
        type_in(current, "甲报")
        current.history.undo()
    assert current.flush()
    assert kept_in(library, own) == ["甲报"]
    opened(current, own)
    assert said(current) == ["甲报"]
    current.history.undo()  # the title alone
    assert said(current) == ["甲报"]


def test_own_words_come_back_with_a_passage_that_was_taken_out_meanwhile(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    packet = opened(current, kept(library, article, "甲报", ""))
    current.edit("删选段", replace(packet, items=()))
    deed = fill_in(current, article, "甲报")
    deed.take_back()
    current.history.undo()
    assert said(current) == ["甲报", ""]


def test_a_copy_says_by_itself_what_its_packet_does(
    current: CurrentPacket, library: Library, article: Article, jobs: Jobs
) -> None:
    packet = opened(current, kept(library, article, "甲报"))
    deed = fill_in(current, article, "甲报")
    PacketShelf(library, current, jobs).duplicate(packet.id)
    assert current.packet is not None
    assert current.packet.id != packet.id
    deed.take_back()
    assert said(current) == ["甲报"]


def test_each_state_of_a_packet_has_its_own_words_alone(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    own, other = kept(library, article, "甲报"), kept(library, article, "")
    opened(current, own)
    type_in(current, "乙报")
    opened(current, other)
    type_in(current, "甲报")  # as the first packet said, but says no more
    assert current.flush()
    assert kept_in(library, own) == ["甲报"]
    current.history.undo()
    opened(current, own)
    assert said(current) == ["乙报"]
    current.history.undo()
    assert said(current) == ["甲报"]
    assert current.flush()
    assert facts_of(library, [article.source_id])[0].newspaper == ""


def test_a_packet_that_types_what_it_says_by_itself_elsewhere_takes_back_only_what_it_typed(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    packet = opened(current, kept(library, article, "", "甲报"))
    type_in(current, "甲报")
    assert said(current) == ["甲报", "甲报"]
    current.history.undo()
    assert current.flush()
    assert current.packet == library.packet(packet.id) == packet


def test_what_is_set_right_by_a_later_step_holds_for_own_words_that_were_the_same(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    own = kept(library, article, "工人曰报")
    opened(current, own)
    retitle(current)
    deeds = [fill_in(current, article, newspaper) for newspaper in ("工人曰报", "工人日报")]
    assert said(current) == ["工人日报"]
    for deed in reversed(deeds):
        deed.take_back()
        assert said(current) == ["工人曰报"]


def test_a_packet_opened_while_the_disk_is_full_follows_what_was_filled_in_before(
    current: CurrentPacket, library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = kept(library, article, ""), kept(library, article, "", "甲报")
    opened(current, first)
    with disk_full(monkeypatch):
        type_in(current, "甲报")
        opened(current, other)
        assert said(current) == ["甲报", "甲报"]
        retitle(current)
    assert current.flush()
    assert kept_in(library, other) == ["甲报", "甲报"]
    opened(current, first)
    current.history.undo()
    assert current.flush()
    assert kept_in(library, other) == ["", "甲报"]


def test_what_was_edited_while_the_disk_is_full_is_there_when_the_packet_is_opened_again(
    current: CurrentPacket, library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = kept(library, article, ""), kept(library, article, "")
    opened(current, first)
    with disk_full(monkeypatch):
        retitle(current)
        opened(current, other)
        type_in(current, "甲报")
        assert opened(current, first).title == "新题名"
        assert said(current) == ["甲报"]


def test_a_citation_is_taken_back_while_the_library_is_away(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    packet = kept(library, article, "")
    opened(current, packet)
    type_in(current, "甲报")
    assert current.flush()
    elsewhere = library.folder.rename(library.folder.with_name("elsewhere"))
    current.history.undo()
    elsewhere.rename(library.folder)
    assert said(current) == [""]
    assert current.flush()
    assert kept_in(library, packet) == [""]


def test_the_record_is_as_it_was_set_while_it_is_not_written(
    current: CurrentPacket, library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(current, kept(library, article, ""))
    with disk_full(monkeypatch):
        type_in(current, "甲报")
        known = current.on_record(article.id)
        assert known == SourceFacts(article.source_id, "甲报", None, "")
        assert record_of(library, article.id) != known


def test_it_is_told_that_some_of_what_was_filled_in_stays_and_known_where_all_of_it_does(
    current: CurrentPacket, library: Library, article: Article
) -> None:
    told: list[str] = []
    current.facts_stay.connect(lambda: told.append("stays"))
    blank = facts_of(library, [article.source_id, added(library, "二版.txt").source_id])
    deed = current.set_facts([replace(each, newspaper="甲报") for each in blank], LIBRARY)
    assert deed is not None
    fill_in(current, article, "乙报")
    assert not deed.changes_nothing("undo")
    deed.take_back()
    assert told == ["stays"]
    assert deed.changes_nothing("undo")
