"""What may be done about a problem instead of leaving the page as recovery has it.

Recovery guesses where text belongs that stood elsewhere on the page; here are its other guesses,
the likelier one first, as operations that can be undone like all tidying.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Source,
)
from studydesk.domain.cleaning import places
from studydesk.domain.ordinals import ordinal_of, ordinal_words
from studydesk.domain.stretches import whole_sentences
from studydesk.domain.tidied_articles import HEAD_KINDS, Place, place_of
from studydesk.domain.tidied_blocks import LONGEST_HEADING
from studydesk.domain.tidying import (
    ChangeKind,
    JoinBlocks,
    MoveBlocks,
    Replayed,
    SetAside,
    SplitBlock,
    Tidying,
    replay,
)


class Way(Enum):
    """What a guess makes of the text that is in doubt."""

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


def second_guesses(source: Source, recovery: Recovery, problem: Problem) -> tuple[Guess, ...]:
    """Those that fit the page; none where there is nothing to guess."""
    place = place_of(recovery, problem.span.start)
    finder = _FINDERS.get(problem.kind)
    if place is None or finder is None:
        return ()
    page = _Page(source, recovery, place)
    return tuple(
        guess._replace(left_behind=tuple(map(ordinal_words, page.torn_by(guess).values())))
        for guess in finder(page, problem)
        if not page.after(guess.operations).skipped
    )


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
                between = frozenset(map(_at, body[stood + 1 : place]))
                found[_at(block)] = _Continued(block.text, _at(body[stood]), between)
            reached = {each: last for each, last in reached.items() if each < series}
            reached[series] = number, place
    return found


class _Page:
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
        left = [block for each in after if each.id == home.id for block in _printed(each)]
        now, standing = _continued(left), set(map(_at, left))
        torn = {}
        for at, (text, last, between) in self._series.items():
            if at in standing and at not in moving and last in moving:
                here = now.get(at)
                if here is None or (here.last == last and not here.between <= between):
                    torn[at] = text
        return torn

    @cached_property
    def _series(self) -> Mapping[int, _Continued]:
        return _continued(_printed(self.place.article))

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
        number = bisect_right(self._in_print, at, key=lambda each: each[0]) - 1
        found = self._in_print[number][1] if number >= 0 else None
        return None if found is None or found.kind in HEAD_KINDS else found

    def bodies_beside(self) -> Iterator[str]:
        """The bodies of the other articles."""
        home = self.place.article
        return (each.body for each in self.recovery.articles if each is not home)


# --- text that stood elsewhere -------------------------------------------------------------


def _misplaced(page: _Page, problem: Problem) -> Iterator[Guess]:
    at, place, block = problem.span.start, page.place, page.place.block
    if block.kind in HEAD_KINDS:
        return
    before = page.printed_before(at)
    if at != _at(block):
        cut = SplitBlock(at)
        if before is not None:
            yield Guess(Way.BACK, (cut, MoveBlocks((at,), _at(before), after=True)), (at,))
        yield Guess(Way.APART, (cut,), (at,))
        return
    if _has_number_again(place):
        ats = (at, *map(_at, _doubled_below(page)))
        yield Guess(Way.ASIDE, tuple(map(SetAside, ats)), ats)
    body, run = _printed(place.article), _run(page)
    guesses = []
    if body[0] not in run:
        guesses.append(_moved(page, run, Way.FIRST, body[0]))
    if before is not None and before is not _before(place):
        guesses.append(_moved(page, run, Way.BACK, before))
    has_heading = any(each.kind is BlockKind.HEADING for each in (body[0], *run))
    yield from guesses if has_heading else guesses[::-1]


def _moved(page: _Page, moving: Sequence[Block], way: Way, to: Block) -> Guess:
    """The block and its run before (or behind) another; where that tears a series of ordinals,
    with all behind it up to the end of the series, unless the other one is among that.
    """
    place = page.place
    behind = [each for each in place.article.blocks[place.number :] if each.spans]
    while True:
        ats = tuple(map(_at, moving))
        guess = Guess(way, (MoveBlocks(ats, _at(to), after=way is Way.BACK),), ats)
        torn = page.torn_by(guess)
        last = max((n for n, each in enumerate(behind) if _at(each) in torn), default=-1)
        if last < len(moving) or to in behind[: last + 1]:
            return guess
        moving = behind[: last + 1]


def _before(place: Place) -> Block | None:
    return place.article.blocks[place.number - 1] if place.number else None


def _run(page: _Page) -> Sequence[Block]:
    """The block, and those behind it in the article that follow one another in print."""
    found: list[Block] = []
    for block in page.place.article.blocks[page.place.number :]:
        begins = [page.printed_before(span.start) for span in block.spans]
        if found and (block.kind in HEAD_KINDS or begins[:1] != found[-1:]):
            break
        found.append(block)
        if any(before is not block for before in begins[1:]):
            break
    return found


def _has_number_again(place: Place) -> bool:
    """Whether it is a heading with the number of one above it."""
    above = place.article.blocks[: place.number]
    number, point, _ = place.block.text.partition("、")
    return bool(point) and any(
        each.kind is place.block.kind is BlockKind.HEADING
        and each.text.startswith(f"{number}{point}")
        for each in above
    )


def _doubled_below(page: _Page) -> Iterator[Block]:
    """The paragraphs right below it that another article has, too."""
    place, others = page.place, list(page.bodies_beside())
    for block in place.article.blocks[place.number + 1 :]:
        if not block.spans or not any(block.text in body for body in others):
            return
        yield block


# --- what is cut, what lacks a title -------------------------------------------------------


def _cut(page: _Page, problem: Problem) -> Iterator[Guess]:
    raw, place = page.source.raw, page.place
    blocks = _printed(place.article)
    if place.block not in blocks or place.block.kind is BlockKind.HEADING:
        return
    number = blocks.index(place.block)
    misplaced = {
        p.span.start for p in page.recovery.problems if p.kind is ProblemKind.COLUMNS_MIXED
    }
    if problem.span == place.block.spans[0]:
        above = blocks[number - 1] if number else None
        if above is not None and _may_go_on(raw, above, place.block):
            yield Guess(Way.ONE_WITH_LAST, (JoinBlocks(_at(place.block)),))
        return
    following = blocks[number + 1 :]
    aside: tuple[SetAside, ...] = ()
    if following and following[0].kind is BlockKind.HEADING and _at(following[0]) in misplaced:
        aside = (SetAside(_at(following.pop(0))),)
    if not following or _at(following[0]) in misplaced:
        return
    if not _may_go_on(raw, place.block, following[0]):
        return
    if any(following[0].text in body for body in page.bodies_beside()):
        return
    way = Way.ONE_OVER_HEADING if aside else Way.ONE_WITH_NEXT
    yield Guess(way, (*aside, JoinBlocks(_at(following[0]))), tuple(each.at for each in aside))


def _may_go_on(raw: str, block: Block, behind: Block) -> bool:
    """Whether the text of a block may go on in another. Recovery has joined all that does where one
    is printed right behind the other.
    """
    if BlockKind.HEADING in (block.kind, behind.kind):
        return False
    end, start = block.spans[-1].end, _at(behind)
    return start < end or bool(raw[end:start].strip())


def _at(block: Block) -> int:
    return block.spans[0].start


def _printed(article: Article) -> list[Block]:
    return [block for block in article.body_blocks if block.spans]


def _untitled(page: _Page, _problem: Problem) -> Iterator[Guess]:
    first = next(iter(_printed(page.place.article)), None)
    if first is None or first.kind is BlockKind.HEADING:
        return
    _, end = whole_sentences(first.text, 0, 1)
    rest = first.text[end:]
    if end <= LONGEST_HEADING and rest.strip():
        at, stands = _at(first), places(page.source.raw, first)
        behind = stands[end + len(rest) - len(rest.lstrip())]
        title: tuple[Tidying, ...] = (SplitBlock(behind), ChangeKind(at, BlockKind.TITLE))
        if first.text[:end].endswith("。"):  # no title ends with a full stop
            stop = stands[end - 1]
            title = (SplitBlock(behind), SplitBlock(stop), SetAside(stop), title[1])
        yield Guess(Way.TITLE, title, (at,))


def _credited(page: _Page, problem: Problem) -> Iterator[Guess]:
    """Those who made the page go aside, out of the text around them."""
    if not problem.detail:
        return
    block, (start, end) = page.place.block, problem.span
    before: tuple[Tidying, ...] = () if start == _at(block) else (SplitBlock(start),)
    stands = places(page.source.raw, block)
    behind = next((at for at in stands[stands.index(start) :] if not start <= at < end), None)
    after: tuple[Tidying, ...] = () if behind is None else (SplitBlock(behind),)
    joined = (JoinBlocks(behind),) if before and behind is not None else ()
    yield Guess(Way.ASIDE, (*before, *after, SetAside(start), *joined), (start,))


_FINDERS: Mapping[ProblemKind, Callable[[_Page, Problem], Iterator[Guess]]] = {
    ProblemKind.AUTHOR_UNKNOWN: _credited,
    ProblemKind.COLUMNS_MIXED: _misplaced,
    ProblemKind.CHARACTER_MISSING: _cut,
    ProblemKind.TITLE_MISSING: _untitled,
}
