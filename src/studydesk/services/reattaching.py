"""Passages follow their text when the articles they were picked from are tidied.

A passage is never changed without its user: where its own words still stand on the page, as they
were, it gets its new place there; where not, its text stays as it is, and the user is asked.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain, groupby

from studydesk.domain import edits
from studydesk.domain.article import Article, Recovery, Source, Span
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import (
    CONTEXT,
    Citation,
    Operation,
    Passage,
    moved,
    reach,
    subheadings,
)
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.services.nearest_words import nearest
from studydesk.services.whereabouts import Whereabouts, alikeness


@dataclass(frozen=True, slots=True)
class Change:
    """A passage whose text the page no longer has, and what stands there now: `after` is None
    where nothing does. It is told at every step until the text is back or another accepted.
    """

    packet_id: str
    packet_title: str
    item_id: str
    before: Passage
    after: Passage | None


@dataclass(frozen=True, slots=True)
class Recited:
    """Passages of a packet that are cited otherwise, as their words stand in another article, or
    that has another head: how many, and the last title they are cited by.
    """

    packet_title: str
    count: int
    title: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A packet with the new text of a passage, and the operations on it that had to go."""

    packet: Packet
    dropped: tuple[Operation, ...]


Strayed = dict[tuple[str, str], frozenset[int]]
"""Passages that went to another copy of their words as theirs was dropped: where those that they
were picked from are printed, by the id of the item and the text.
"""


class Reattachment:
    """One change of a page's articles, followed through packets; asks on the way. `repeats` and
    `earlier` are what `Whereabouts` says; passages in `strayed` go home once they can, and those
    that stray now are put into it. What says `nearly` the same as a passage is offered, where it
    is not known what has become of its characters.
    """

    def __init__(
        self,
        source: Source,
        before: Sequence[Article],
        after: Sequence[Article],
        repeats: Sequence[Span] = (),
        earlier: Callable[[], Iterable[Recovery]] = tuple,
        strayed: Strayed | None = None,
        *,
        nearly: bool = True,
    ) -> None:
        self._source = source
        self._nearly = nearly
        self._strayed: Strayed = {} if strayed is None else strayed
        self._words = Whereabouts(source.raw, before, after, repeats, earlier)
        self._after = after
        self._ids = {article.id for article in (*before, *after)}
        self._id_start = f"{source.id}-"  # of every article of the page, those that are gone too
        self._places: dict[tuple[str, Passage], Passage | None] = {}
        self.changes: list[Change] = []
        self.recited: list[Recited] = []

    def follow(self, packet: Packet) -> Packet:
        """The packet with every passage of the page where its text is now."""
        for item in self._from_here(packet):
            if self._placed(item) is None:
                gone, now = self._cited_anew(item.passage), self._now_there(item.passage)
                self.changes.append(Change(packet.id, packet.title, item.id, gone, now))
        placed = self.place(packet)
        pairs = zip(packet.passages, placed.passages, strict=True)
        anew = [now.citation.title for was, now in pairs if now.citation != was.citation]
        if anew:
            self.recited.append(Recited(packet.title, len(anew), anew[-1]))
        return placed

    def place(self, packet: Packet) -> Packet:
        """The same, without asking; for any state of a packet, at any time."""
        for item in self._from_here(packet):
            placed = self._placed(item) or self._cited_anew(item.passage)
            if placed != item.passage:
                packet = edits.change(packet, replace(item, passage=placed))
        return packet

    def _from_here(self, packet: Packet) -> list[PassageItem]:
        return [
            item
            for item in packet.items
            if isinstance(item, PassageItem) and self._is_from_here(item.passage.article_id)
        ]

    def _is_from_here(self, article_id: str) -> bool:
        return article_id in self._ids or article_id.startswith(self._id_start)

    def _placed(self, item: PassageItem) -> Passage | None:
        """See `_place`; the many states of one packet have their passages in common."""
        key = item.id, item.passage
        if key not in self._places:
            self._places[key] = self._place(*key)
        return self._places[key]

    def _place(self, item_id: str, passage: Passage) -> Passage | None:
        """The passage where its words are, of several places at the one whose surroundings are
        most like those that it was picked from.
        """
        key = item_id, passage.text
        now = self._words.now(passage, self._strayed.get(key, frozenset()))
        own = self._words.own(passage)
        if now and all(own.isdisjoint(place.printed) for place in now):
            self._strayed.setdefault(key, own)
        found = [self._at(passage, article, start) for article, start, _ in now]
        return max(found, key=lambda other: _likeness(passage, other), default=None)

    def _at(self, passage: Passage, article: Article, start: int) -> Passage:
        body, end = article.body, start + len(passage.text)
        return replace(
            passage,
            article_id=article.id,
            start=start,
            end=end,
            before=body[max(0, start - CONTEXT) : start],
            after=body[end : end + CONTEXT],
            citation=self._citation(passage, article),
            subheadings=subheadings(article, start, end),
        )

    def _citation(self, passage: Passage, article: Article) -> Citation:
        """The citation, which follows title and authors as long as it has them from the article."""
        cited, known = passage.citation, self._words.known(passage.article_id)
        if all((cited.title, cited.authors) != (old.title, old.authors) for old in known):
            return cited
        return replace(cited, title=article.title, authors=article.authors)

    def _cited_anew(self, passage: Passage) -> Passage:
        """A passage whose text is gone, cited as its article is now: it follows again later."""
        home = next((each for each in self._after if each.id == passage.article_id), None)
        return replace(passage, citation=self._citation(passage, home)) if home else passage

    def _now_there(self, passage: Passage) -> Passage | None:
        """What has become of the characters of a passage, from the first that is left to the last
        where most of them stand together; where these are not known for sure, what is nearly as
        the passage.
        """
        own = self._words.own(passage)
        if not own:
            return self._nearest(passage)
        found = [(each, left) for each in self._after for left in self._together(each, own)]
        if not found:
            return None
        home, left = max(found, key=lambda each: len(each[1]))
        return self._picked(passage, home, left[0], left[-1] + 1)

    def _together(self, article: Article, own: Collection[int]) -> list[list[int]]:
        """Where characters stand in an article, those of neighbouring paragraphs together: what
        came between two of them is no part of a passage.
        """
        held, start, places = [], 0, self._words.places(article)
        for block in article.body_blocks:
            end = start + len(block.text)
            held.append([n for n in range(start, end) if places[n] in own])
            start = end + 1
        return [list(chain(*near)) for has_some, near in groupby(held, bool) if has_some]

    def _nearest(self, passage: Passage) -> Passage | None:
        """In its own article before any other, which asks for better proof."""
        if not self._nearly:
            return None
        for article in sorted(self._after, key=lambda each: each.id != passage.article_id):
            found = nearest(passage.text, passage.start, article.body)
            if found and (article.id == passage.article_id or found.known >= CONTEXT):
                return self._picked(passage, article, found.start, found.end)
        return None

    def _picked(self, passage: Passage, article: Article, start: int, end: int) -> Passage:
        picked = Passage.pick(article, self._source, start, end)
        return replace(picked, citation=self._citation(passage, article))


def _likeness(one: Passage, other: Passage) -> tuple[int, bool, int]:
    alike = alikeness((one.before, one.after), (other.before, other.after))
    return alike, one.article_id == other.article_id, -abs(one.start - other.start)


def accept(library: Library, packet: Packet, change: Change) -> Accepted:
    """The packet with the new text of a passage, to which its printed code leads from now on.
    Raises what `with_new_text` raises.
    """
    accepted = with_new_text(packet, change)
    library.keep_codes(packet, accepted.packet)
    return accepted


def with_new_text(packet: Packet, change: Change) -> Accepted:
    """The packet with the new text of a passage. Operations stay on the words they were on, as
    far as these have not changed. Raises EditRefused where the passage is not what the user was
    asked about, or has no new text.
    """
    item = packet.items[edits.position(packet, change.item_id)]
    if change.after is None or not isinstance(item, PassageItem) or item.passage != change.before:
        raise EditRefused("passage-changed")
    carried: list[Operation] = []
    dropped: list[Operation] = []
    matcher = SequenceMatcher(None, change.before.text, change.after.text, autojunk=False)
    same = [(match.a, match.b, match.size) for match in matcher.get_matching_blocks()]
    for operation in change.before.operations:
        moved = _carried(operation, same)
        (dropped if moved is None else carried).append(moved or operation)
    passage = replace(change.after, operations=tuple(carried))
    return Accepted(edits.change(packet, replace(item, passage=passage)), tuple(dropped))


def _carried(operation: Operation, same: Sequence[tuple[int, int, int]]) -> Operation | None:
    """The operation on the same words of the new text; None where they are not all there."""
    first, last = reach(operation)
    for old, new, size in same:
        if size and old <= first and last <= old + size:
            return moved(operation, new - old)
    return None
