"""Whatever is filled in, copied, taken back and done again in whatever packet: no packet ever says
a mixture of what was on record at different times.
"""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, SourceKind, Span
from studydesk.domain.packet import Packet, PassageItem, new_id
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.services.citing import ON_RECORD, SourceFacts, cite
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import DESK, LIBRARY, in_packet
from studydesk.ui.notice import Notice
from studydesk.ui.saving import Saving
from studydesk.ui.taking_back import TakingBack

OWN = "自己的报"
"""What one packet says by itself, whoever fills in the same."""

SOURCES = st.integers(0, 1)
NEWSPAPERS = st.sampled_from(["", "甲报", "乙报", OWN])
DAYS = st.sampled_from([None, date(2025, 11, 10), date(2025, 11, 11)])
PAGES = st.sampled_from(["", "6", "7"])
TYPED = st.one_of(
    NEWSPAPERS.map(lambda value: {"newspaper": value}),
    DAYS.map(lambda value: {"published": value}),
    PAGES.map(lambda value: {"page": value}),
    st.sampled_from(["newspaper", "online"]).map(lambda value: {"kind": SourceKind(value)}),
)


class CitationsWalk(RuleBasedStateMachine):
    """Two pages of two articles each, a packet that quotes all of them, one with own words, and
    copies of either.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.open(Path(self.folder.name) / "l")
        self.articles = [self.added(name) for name in ("一版.txt", "二版.txt")]
        self.sources = [each[0].source_id for each in self.articles]
        self.current = CurrentPacket(self.library)
        self.notice = Notice()
        self.undoing = TakingBack(self.notice)
        self.current.history_made.connect(self.undoing.know)
        self.current.facts_stay.connect(lambda: self.undoing.add("仍是现在的。"))
        self.told: list[str] = []
        self.undoing.said.connect(self.told.append)
        self.whole = {source_id: {self.record(source_id)} for source_id in self.sources}
        self.packets: list[str] = []
        self.own: set[tuple[str, str]] = set()  # packets and sources
        self.typed_over: set[tuple[str, str]] = set()
        self.set_right: set[str] = set()  # sources of which OWN was on record, and replaced
        self.page = "arrange"
        passages = [Passage.pick(a, self.library.source(a.source_id), 0, 7) for a in self.quoted()]
        items = tuple(PassageItem(each, id=new_id()) for each in passages)
        self.keep(Packet("有自己的话", items=tuple(map(with_own_words, items)), id=new_id()))
        self.own = {(self.packets[0], source_id) for source_id in self.sources}
        self.keep(Packet("甲包", items=items, id=new_id()))

    def added(self, name: str) -> list[Article]:
        source = Source(name, "甲文章的正文。\n乙文章的正文。")
        articles = [
            Article(f"{source.id}-{n}", source.id, (Block(BlockKind.PARAGRAPH, text, (span,)),))
            for n, (text, span) in enumerate(
                zip(source.raw.split("\n"), (Span(0, 7), Span(8, 15)), strict=True), 1
            )
        ]
        self.library.add(source, Recovery(tuple(articles)))
        return articles

    def quoted(self) -> list[Article]:
        return [article for articles in self.articles for article in articles]

    def record(self, source_id: str) -> SourceFacts:
        known = self.current.on_record(f"{source_id}-1")
        assert known is not None
        return known

    def settle(self) -> bool:
        """Let everything be written; whether it is."""
        return self.current.flush()

    @property
    def packet(self) -> Packet:
        assert self.current.packet is not None
        return self.current.packet

    def keep(self, packet: Packet) -> None:
        self.library.save_packet(packet)
        self.packets.append(packet.id)
        self.current.open(packet)
        self.stand()

    def stand(self) -> None:
        """Be where the user is: 选材 or 编排, with this packet."""
        here = [DESK, in_packet(self.packet.id), *([LIBRARY] if self.page == "pick" else [])]
        self.undoing.follow(self.current.history, here)

    def teardown(self) -> None:
        self.current.flush()
        self.notice.deleteLater()
        self.library.close()
        self.folder.cleanup()

    @rule(number=st.integers(0, 3))
    def open(self, number: int) -> None:
        self.current.open(self.current.read(self.packets[number % len(self.packets)]))
        self.stand()

    @rule(page=st.sampled_from(["pick", "arrange"]))
    def turn(self, page: str) -> None:
        self.page = page
        self.stand()

    @precondition(lambda self: len(self.packets) < 4)
    @rule()
    def copy(self) -> None:
        """As the menu of packets does it: of the packet as it is written by then."""
        packet = self.current.read(self.packet.id)
        items = tuple(replace(item, id=new_id()) for item in packet.items)
        copied = replace(packet, id=new_id(), items=items)
        self.current.know_copy(packet, copied)
        for known in (self.own, self.typed_over):
            known |= {(copied.id, source) for packet, source in known if packet == self.packet.id}
        self.keep(copied)

    @rule(source=SOURCES, typed=TYPED, article=st.integers(0, 1))
    def type(self, source: int, article: int, typed: dict[str, Any]) -> None:
        """As 编排 does it."""
        article_id = self.articles[source][article].id
        quoted = [p.citation for p in self.packet.passages if p.article_id == article_id]
        if not quoted:
            return
        if "newspaper" in typed:
            self.typed_over.add((self.packet.id, self.sources[source]))
        said, known = quoted[0], self.current.on_record(article_id)
        self.note_set_right([self.sources[source]], typed.get("newspaper", OWN))
        cited = cite(self.packet, article_id, replace(said, **typed), known)
        merge = f"{article_id}.{cited.parts}"
        self.current.edit("改出处", cited.packet, merge, cited.facts)
        self.set_whole()

    @rule(newspaper=NEWSPAPERS, day=DAYS, page=PAGES, sources=st.sampled_from([[0], [1], [0, 1]]))
    def fill_in(self, newspaper: str, day: date | None, page: str, sources: list[int]) -> None:
        """As 选材 does it."""
        self.note_set_right([self.sources[each] for each in sources], newspaper)
        facts = [
            replace(self.record(id_), newspaper=newspaper, published=day, page=page)
            for id_ in (self.sources[each] for each in sources)
        ]
        if deed := self.current.set_facts(facts, LIBRARY):
            self.undoing.offer(replace(deed, said=""))
        self.set_whole()

    def note_set_right(self, source_ids: list[str], newspaper: str) -> None:
        if newspaper != OWN:
            self.set_right |= {each for each in source_ids if self.record(each).newspaper == OWN}

    @rule()
    def take_out(self) -> None:
        self.current.edit("删选段", replace(self.packet, items=self.packet.items[1:]))

    @rule(title=st.sampled_from(["甲", "乙"]))
    def rename(self, title: str) -> None:
        self.current.edit("改题名", replace(self.packet, title=title))

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.undoing.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.undoing.redo()

    def set_whole(self) -> None:
        self.settle()
        for source_id, states in self.whole.items():
            states.add(self.record(source_id))

    @invariant()
    def the_record_is_a_state_that_was_set(self) -> None:
        self.settle()
        for source_id, states in self.whole.items():
            assert self.record(source_id) in states

    @invariant()
    def each_packet_says_what_is_on_record_or_its_own_words(self) -> None:
        for packet_id in self.packets if self.settle() else ():
            kept = self.library.packet(packet_id)
            assert packet_id != self.packet.id or self.packet == kept
            for passage in kept.passages:
                self.check(packet_id, passage)
        for passage in self.packet.passages:
            self.check(self.packet.id, passage)

    def check(self, packet_id: str, passage: Passage) -> None:
        known = self.record(passage.article_id.rpartition("-")[0])
        place = packet_id, known.source_id
        if place in self.own - self.typed_over and known.source_id not in self.set_right:
            assert passage.citation.newspaper == OWN
        for name in ON_RECORD:
            said = getattr(passage.citation, name)
            is_own = name == "newspaper" and place in self.own and said == OWN
            assert is_own or said == getattr(known, name)


class SlowDiskWalk(CitationsWalk):
    """The same where nothing is written but what is waited for."""

    def settle(self) -> bool:
        return False

    @rule()
    def write(self) -> None:
        assert self.current.flush()
        for packet_id in self.packets:
            for passage in self.library.packet(packet_id).passages:
                self.check(packet_id, passage)


def with_own_words(item: PassageItem) -> PassageItem:
    cited = replace(item.passage.citation, newspaper=OWN)
    return replace(item, passage=replace(item.passage, citation=cited))


@pytest.mark.unwatched("its steps follow one another without a turn of the event loop")
def test_every_packet_says_what_is_on_record_or_its_own_words(qapp: QApplication) -> None:
    run_state_machine_as_test(CitationsWalk, settings=settings(stateful_step_count=20))


@pytest.mark.unwatched("its steps follow one another without a turn of the event loop")
def test_every_packet_says_so_though_the_disk_is_slow(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Saving, "_start", lambda _self: None)
    run_state_machine_as_test(SlowDiskWalk, settings=settings(stateful_step_count=20))
