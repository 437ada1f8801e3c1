"""Whatever is done to a page in whatever order, no passage changes silently."""

import random
from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import pairwise

from studydesk.domain.article import Article, BlockKind, Recovery, Source
from studydesk.domain.cleaning import body_places
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Emphasis, Passage
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    DropRepeat,
    JoinArticles,
    JoinBlocks,
    MoveArticle,
    MoveBlocks,
    SetAside,
    SplitArticle,
    SplitBlock,
    Supply,
    Tidying,
    replay,
)
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.services.checking import QuotationStatus, check
from studydesk.services.reattaching import Reattachment
from studydesk.services.tidying import tidied_page, tidy
from studydesk.sources.recovery.recover import recover


def random_operation(chance: random.Random, page: Recovery) -> Tidying:
    blocks = [block for article in page.articles for block in article.blocks if block.spans]
    one, other = chance.choice(blocks), chance.choice(blocks)
    at = chance.randrange(*one.spans[0])
    there = other.spans[0].start
    choices: list[Tidying] = [
        SplitBlock(at),
        JoinBlocks(at),
        MoveBlocks((at,), there, chance.random() < 0.5),
        MoveBlocks((at,), None),
        SplitArticle(at),
        JoinArticles(at, there),
        MoveArticle(at, there, chance.random() < 0.5),
        ChangeKind(at, chance.choice(list(BlockKind)), 1),
        SetAside(at),
        DropRepeat(at, at + chance.randrange(1, 200)),
        Correct(at, at + chance.randrange(1, 4), chance.choice(["", "工会", "。"])),
        Supply(at, BlockKind.TITLE, "题"),
    ]
    return chance.choice(choices)


def random_packet(chance: random.Random, source: Source, recovery: Recovery) -> Packet:
    """Three passages of every article, and three words that another has too."""
    items = []
    for article in recovery.articles:
        body, others = article.body, [a.body for a in recovery.articles if a is not article]
        places = range(len(body) - 3)
        shared = [at for at in places if any(body[at : at + 3] in other for other in others)]
        stretches = [*pairwise(sorted(chance.sample(places, 4)))]
        for start, end in [*stretches, *((at, at + 3) for at in chance.sample(shared, 3))]:
            passage = Passage.pick(article, source, start, end)
            items.append(PassageItem(passage.with_operation(Emphasis(0, 1))))
    return Packet("学习", items=tuple(items))


class OwnWords:
    """Where the passages of a packet are printed: they are cited from no article without these."""

    def __init__(self, source: Source, packet: Packet, articles: Sequence[Article]) -> None:
        self._raw, self._packet = source.raw, packet
        self._own = {item.id: self._printed(item, articles) for item in passages_of(packet)}

    def _printed(self, item: PassageItem, articles: Sequence[Article]) -> set[int]:
        passage = item.passage
        home = next(article for article in articles if article.id == passage.article_id)
        return set(body_places(self._raw, home)[passage.start : passage.end])

    def check(self, packet: Packet, articles: Sequence[Article], asked: Collection[str]) -> None:
        """Every passage that nobody was asked about has its words, or a copy in its article."""
        for old, new in zip(passages_of(self._packet), passages_of(packet), strict=True):
            if new.id in asked:
                assert new.passage.article_id == old.passage.article_id
                continue
            printed = self._printed(new, articles)
            if self._own[new.id].isdisjoint(printed):
                assert new.passage.article_id == old.passage.article_id
                self._own[new.id] = printed
            home = next(each for each in articles if each.id == new.passage.article_id)
            cited, now = new.passage.citation, (home.title, home.authors)
            assert cited == old.passage.citation or (cited.title, cited.authors) == now
        self._packet = packet


def passages_of(packet: Packet) -> list[PassageItem]:
    return [item for item in packet.items if isinstance(item, PassageItem)]


def test_a_thousand_random_edits_never_change_a_passage_silently(source: Source) -> None:
    chance = random.Random(3)
    source = Source("半版", source.raw[source.raw.index("热点思考") :])
    before = fresh = recover(source)
    packet = random_packet(chance, source, fresh)
    picks = [(passage.text, passage.operations) for passage in packet.passages]
    own = OwnWords(source, packet, fresh.articles)
    done: list[Tidying] = []
    for _ in range(1000):
        if len(done) > 8 or (done and chance.random() < 0.2):
            del done[chance.randrange(len(done)) :]
        done.append(random_operation(chance, before))
        after = replay(source, fresh, done).recovery
        reattachment = Reattachment(source, before.articles, after.articles, after.repeats)
        packet = reattachment.follow(packet)
        assert [(passage.text, passage.operations) for passage in packet.passages] == picks
        asked = {change.item_id for change in reattachment.changes}
        bodies = {article.id: article.body for article in after.articles}
        for item in packet.items:
            if isinstance(item, PassageItem) and item.id not in asked:
                now = item.passage
                assert bodies[now.article_id][now.start : now.end] == now.text
        own.check(packet, after.articles, asked)
        before = after
    reattachment = Reattachment(source, before.articles, fresh.articles)
    packet = reattachment.follow(packet)
    own.check(packet, fresh.articles, ())
    assert reattachment.changes == []


def test_random_edits_kept_one_by_one_keep_the_passages_too(desk: Library, source: Source) -> None:
    chance = random.Random(5)
    desk.save_packet(random_packet(chance, source, recover(source)))
    packet_id = desk.packets()[0].id
    texts = [passage.text for passage in desk.packet(packet_id).passages]
    done: list[Tidying] = []
    for _ in range(20):
        operation = random_operation(chance, tidied_page(desk, source.id).recovery)
        with suppress(EditRefused):
            asked = [c.item_id for c in tidy(desk, source.id, [*done, operation]).changed]
            done.append(operation)
            packet = desk.packet(packet_id)
            assert [passage.text for passage in packet.passages] == texts
            results = check(packet, desk.article, desk.source).quotations
            wrong = [r.item_id for r in results if r.status is not QuotationStatus.VERBATIM]
            assert set(wrong) <= set(asked)
    assert done
