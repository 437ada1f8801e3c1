"""Where sources were published, as the window has it: on record at once, on the disk soon."""

from collections import deque
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from studydesk.domain.packet import Packet
from studydesk.errors import LibraryError
from studydesk.library import Library
from studydesk.services.citing import FactsChange, SourceFacts, record_of
from studydesk.services.following import (
    NONE,
    Following,
    OwnWords,
    Said,
    changes,
    still_as_left,
)
from studydesk.services.source_facts import facts_of, keep_facts


class _Step(NamedTuple):
    """A change that waits to be written, and the ids of the packets that follow it in the window:
    what those say by then may be by the step itself.
    """

    following: Following
    known: set[str]


class SourceRecord:
    """What the library has on record of its sources, and what of that is not written yet."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._facts: dict[str, SourceFacts] = {}  # that wait to be written
        self._last: dict[str, SourceFacts] = {}  # as they were read last, or put on record since
        self._steps: deque[_Step] = deque()  # which write them
        self._own: dict[str, OwnWords] = {}  # of each packet as it is now, by its id

    def of(self, source_ids: Iterable[str]) -> tuple[SourceFacts, ...]:
        """What is on record of some sources; as it was known last, where the library is away: a
        step that raises is taken back halfway. Raises NotFound, or what keeps it from being known.
        """
        ids = tuple(source_ids)
        unread = [each for each in ids if each not in self._facts]
        try:
            read = facts_of(self._library, unread) if unread else ()
        except LibraryError:
            if not self._last.keys() >= set(unread):
                raise
            read = ()
        self._last |= {each.source_id: each for each in read}
        return tuple(self._last[each] for each in ids)

    def can_put(self, step: FactsChange) -> bool:
        """Whether a step may put some of its facts on record, as far as that is known unread."""
        known = (self._last.get(each.source_id) for each in step[0])
        return bool(still_as_left(changes(step), filter(None, known))[0])

    def of_article(self, article_id: str) -> SourceFacts | None:
        """What is on record of the source of an article; None where the article is gone."""
        known = record_of(self._library, article_id)
        return known and self._facts.get(known.source_id, known)

    def own_words(self, packet_id: str) -> OwnWords:
        """What a packet says by its own words, though it is on record."""
        return self._own.get(packet_id, NONE)

    def keep_own_words(self, packet_id: str, own: OwnWords) -> None:
        """These are a packet's own words from now on."""
        self._own[packet_id] = own

    def put(self, step: Following, known: Collection[str]) -> Callable[[], None]:
        """Change the record, beside the packets that are in hand; what writes all that waits."""
        self._facts |= {each.source_id: each for each in step.change[1]}
        self._last |= self._facts
        self._steps.append(_Step(step, set(known)))
        return self._write

    def _write(self) -> None:
        """Write each step after the one before it; one that could not be written is the first the
        next time.
        """
        while self._steps:
            step, known = self._steps[0]
            keep_facts(self._library, step.change[1], self._own, step.number, known)
            self._steps.popleft()

    @property
    def waits(self) -> bool:
        """Whether there is something that is not written yet."""
        return bool(self._steps)

    def caught_up(self, packet: Packet) -> Packet:
        """A packet of the library as what waits to be written makes it; from now on it follows in
        the window.
        """
        said = Said(packet, self.own_words(packet.id))
        for following, known in tuple(self._steps):
            said = said if packet.id in known else following(said)
            known.add(packet.id)
        self.keep_own_words(packet.id, said.own)
        return said.packet

    def written(self) -> bool:
        """All that waited is written; whether there was anything."""
        had, self._facts = bool(self._facts), {}
        return had
