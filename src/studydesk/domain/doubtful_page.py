"""A page with a doubt on it, and what a guess about that makes of the page."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from studydesk.domain.article import Article, Block, Recovery, Source
from studydesk.domain.ordinals import ordinal_of
from studydesk.domain.tidied_articles import HEAD_KINDS, Place
from studydesk.domain.tidying import Replayed, Tidying, replay


class Way(Enum):
    """What a guess makes of the text that is in doubt."""

    OTHER = auto()
    """A part of another article, where it fits there."""
    FIRST = auto()
    """The beginning of its article."""
    BACK = auto()
    """What follows on that which is printed before it."""
    APART = auto()
    """A paragraph of its own, where it is."""
    ASIDE = auto()
    """Nothing of an article, with the paragraphs below it that another article has, too."""
    ONE_WITH_NEXT = auto()
    """One paragraph with the one behind it."""
    ONE_OVER_HEADING = auto()
    """The same, where a heading stands between that is in doubt itself, which goes aside."""
    ONE_WITH_LAST = auto()
    """One paragraph with the one before it."""
    TITLE = auto()
    """Its first sentence is the title."""


class Guess(NamedTuple):
    """One of several ways, and the operations that go it, as one step. `moving` says where each
    block begins that gets another place or is set apart, `left_behind` which ordinals have the
    one before them no more then (二是).
    """

    way: Way
    operations: tuple[Tidying, ...]
    moving: tuple[int, ...] = ()
    left_behind: tuple[str, ...] = ()
    article_id: str = ""


def begin(block: Block) -> int:
    """Where a printed block begins in the raw text."""
    return block.spans[0].start


def printed(article: Article) -> list[Block]:
    """The blocks of a body that stand on the page."""
    return [block for block in article.body_blocks if block.spans]


def before_of(place: Place) -> Block | None:
    """The block before a place in its article."""
    return place.article.blocks[place.number - 1] if place.number else None


class _Continued(NamedTuple):
    """A block whose ordinal goes on from that of another one, and where what is between begins."""

    text: str
    last: int
    between: frozenset[int]


def _continued(body: Sequence[Block]) -> Mapping[int, _Continued]:
    found, reached = dict[int, _Continued](), dict[int, tuple[int, int]]()
    for place, block in enumerate(body):
        if ordinal := ordinal_of(block.text):
            series, number = ordinal
            last, stood = reached.get(series, (0, 0))
            if number > 1 and last == number - 1:
                between = frozenset(map(begin, body[stood + 1 : place]))
                found[begin(block)] = _Continued(block.text, begin(body[stood]), between)
            reached = {each: last for each, last in reached.items() if each < series}
            reached[series] = number, place
    return found


class DoubtfulPage:
    """A page, the place of the doubt, and what guesses make of the page: each is tried once."""

    def __init__(self, source: Source, recovery: Recovery, place: Place) -> None:
        self.source, self.recovery, self.place = source, recovery, place
        self._bare = replace(recovery, problems=())  # which need not follow
        self._after: dict[tuple[Tidying, ...], Replayed] = {}

    def after(self, operations: tuple[Tidying, ...]) -> Replayed:
        """The page after these operations, but for its problems."""
        if operations not in self._after:
            self._after[operations] = replay(self.source, self._bare, operations)
        return self._after[operations]

    def torn_by(self, guess: Guess) -> Mapping[int, str]:
        """The blocks of the article that stay where the one with the ordinal before theirs is moved
        away: where each begins, and its text. A block goes on as well from another one with that
        ordinal.
        """
        home, moving = self.place.article, frozenset(guess.moving)
        after = self.after(guess.operations).recovery.articles
        left = [block for each in after if each.id == home.id for block in printed(each)]
        now, standing = _continued(left), set(map(begin, left))
        torn = {}
        for at, (text, last, between) in self._series.items():
            if at in standing and at not in moving and last in moving:
                here = now.get(at)
                if here is None or (here.last == last and not here.between <= between):
                    torn[at] = text
        return torn

    @cached_property
    def _series(self) -> Mapping[int, _Continued]:
        return _continued(printed(self.place.article))

    @cached_property
    def _in_print(self) -> Sequence[tuple[int, Block]]:
        """Where each part of a block ends, in the order of the raw text."""
        blocks = (block for article in self.recovery.articles for block in article.blocks)
        return sorted(
            ((span.end, block) for block in blocks for span in block.spans),
            key=lambda each: each[0],
        )

    def printed_before(self, at: int) -> Block | None:
        """The block of a body that is printed before an offset, next to what begins there; none
        where that is the end of an article, or a head.
        """
        _, found = self._part_before(at)
        return None if found is None or found.kind in HEAD_KINDS else found

    def ending_before(self, at: int) -> Block | None:
        """The same where that block ends there and is another one: what is put behind it stands
        behind what is printed before it.
        """
        end, _ = self._part_before(at)
        found, home = self.printed_before(at), self.place.block
        inside = any(start < at < stop for start, stop in home.spans)
        if found is None or found is home or inside or found.spans[-1].end != end:
            return None
        return found

    def _part_before(self, at: int) -> tuple[int, Block | None]:
        """Where the part of a block that is printed before an offset ends, and the block."""
        number = bisect_right(self._in_print, at, key=lambda each: each[0]) - 1
        return self._in_print[number] if number >= 0 else (0, None)

    def reads_on(self, before: Block, behind: Block) -> bool:
        """Whether the page has the two characters beside each other elsewhere, where the text of
        one block would go on in another.
        """
        joint = before.text[-1] + behind.text[0]
        return joint.isalnum() and joint in self._words

    @cached_property
    def _words(self) -> str:
        return "".join(self.source.raw.split())

    def others(self) -> Iterator[Article]:
        """The other articles."""
        home = self.place.article
        return (each for each in self.recovery.articles if each is not home)

    def bodies_beside(self) -> Iterator[str]:
        """The bodies of the other articles."""
        return (each.body for each in self.others())
