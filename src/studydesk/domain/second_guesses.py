"""What may be done about a problem instead of leaving the page as recovery has it.

Recovery guesses where text belongs that stood elsewhere on the page; here are its other guesses,
the likelier one first, as operations that can be undone like all tidying.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from studydesk.domain.article import (
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Source,
)
from studydesk.domain.cleaning import places
from studydesk.domain.doubtful_page import DoubtfulPage, Guess, Way, before_of, begin, printed
from studydesk.domain.likely_places import cut_blocks, place_of_ordinal
from studydesk.domain.ordinals import Ordinal, ordinal_of, ordinal_words
from studydesk.domain.stretches import whole_sentences
from studydesk.domain.tidied_articles import HEAD_KINDS, Place, place_of
from studydesk.domain.tidied_blocks import LONGEST_HEADING
from studydesk.domain.tidying import (
    ChangeKind,
    JoinBlocks,
    MoveBlocks,
    SetAside,
    SplitBlock,
    Tidying,
)


def second_guesses(source: Source, recovery: Recovery, problem: Problem) -> tuple[Guess, ...]:
    """Those that fit the page; none where there is nothing to guess."""
    place = place_of(recovery, problem.span.start)
    finder = _FINDERS.get(problem.kind)
    if place is None or finder is None:
        return ()
    page = DoubtfulPage(source, recovery, place)
    return tuple(
        guess._replace(left_behind=tuple(map(ordinal_words, page.torn_by(guess).values())))
        for guess in finder(page, problem)
        if not page.after(guess.operations).skipped
    )


# --- text of another article ---------------------------------------------------------------


def _of_another(page: DoubtfulPage, problem: Problem) -> Iterator[Guess]:
    """The text in doubt, with all that follows it in print, goes to the only other article that
    lacks the part with its ordinal, or whose sentence is cut as it begins inside of one.
    """
    at, is_torn = problem.span.start, problem.kind is ProblemKind.CHARACTER_MISSING
    cut: tuple[Tidying, ...] = ()
    if page.place.block not in printed(page.place.article):
        return
    if at != begin(page.place.block):
        cut, is_torn = (SplitBlock(at),), True
        after = page.after(cut)
        place = place_of(after.recovery, at)
        if after.skipped or place is None:
            return
        page = DoubtfulPage(page.source, after.recovery, place)
    run = (
        [*_above(page), *_run(page)] if problem.kind is ProblemKind.ORDINAL_MISSING else _run(page)
    )
    ordinal, ats = ordinal_of(page.place.block.text), tuple(map(begin, run))
    left = [block for block in printed(page.place.article) if block not in run]
    if ordinal and not (place_of_ordinal(left, ordinal) or _opens(left, run, ordinal)):
        fits = ((each.id, place_of_ordinal(printed(each), ordinal)) for each in page.others())
        found = [(article_id, *beside, False) for article_id, beside in fits if beside]
    elif is_torn and not ordinal:
        above = before_of(page.place)
        if cut and above and page.reads_on(above, run[0]):
            return
        ends = ((each.id, block) for each in page.others() for block in cut_blocks(printed(each)))
        found = [(key, block, True, True) for key, block in ends if page.reads_on(block, run[0])]
    else:
        return
    if len(found) == 1:
        ((article_id, to, behind, is_joined),) = found
        joined = (JoinBlocks(ats[0]),) if is_joined else ()
        operations = (*cut, MoveBlocks(ats, begin(to), after=behind), *joined)
        yield Guess(Way.OTHER, operations, ats, article_id=article_id)


def _opens(left: Sequence[Block], run: Sequence[Block], first: Ordinal) -> bool:
    """Whether a run begins with a first part, and what its article has besides goes on from it."""

    def numbers(blocks: Sequence[Block]) -> set[int]:
        found = filter(None, (ordinal_of(block.text) for block in blocks))
        return {each.number for each in found if each.series == first.series}

    return first.number == 1 and max(numbers(run)) + 1 in numbers(left)


def _above(page: DoubtfulPage) -> Sequence[Block]:
    """What stands above a block in its article, where it is printed there, too."""
    place, found = page.place, list[Block]()
    for block in printed(place.article):
        if block is place.block:
            break
        found.append(block)
    below = [*found[1:], place.block] if found else []
    follow = all(page.printed_before(begin(b)) is a for a, b in zip(found, below, strict=True))
    return found if follow else ()


# --- text that stood elsewhere -------------------------------------------------------------


def _misplaced(page: DoubtfulPage, problem: Problem) -> Iterator[Guess]:
    at, place, block = problem.span.start, page.place, page.place.block
    if block.kind in HEAD_KINDS:
        return
    yield from _of_another(page, problem)
    before = page.ending_before(at)
    if at != begin(block):
        cut = SplitBlock(at)
        if before is not None:
            yield Guess(Way.BACK, (cut, MoveBlocks((at,), begin(before), after=True)), (at,))
        yield Guess(Way.APART, (cut,), (at,))
        return
    if _has_number_again(place):
        ats = (at, *map(begin, _doubled_below(page)))
        if len(ats) > 1 or _says_the_title(place):
            yield Guess(Way.ASIDE, tuple(map(SetAside, ats)), ats)
    body, run = printed(place.article), _run(page)
    guesses = []
    if body[0] not in run and _may_open(run):
        guesses.append(_moved(page, run, Way.FIRST, body[0]))
    if before is not None and before is not before_of(place):
        guesses.append(_moved(page, run, Way.BACK, before))
    has_heading = any(each.kind is BlockKind.HEADING for each in (body[0], *run))
    yield from guesses if has_heading else guesses[::-1]


def _moved(page: DoubtfulPage, moving: Sequence[Block], way: Way, to: Block) -> Guess:
    """The block and its run before (or behind) another; where that tears a series of ordinals,
    with all behind it up to the end of the series, unless the other one is among that.
    """
    place = page.place
    behind = [each for each in place.article.blocks[place.number :] if each.spans]
    while True:
        ats = tuple(map(begin, moving))
        guess = Guess(way, (MoveBlocks(ats, begin(to), after=way is Way.BACK),), ats)
        torn = page.torn_by(guess)
        last = max((n for n, each in enumerate(behind) if begin(each) in torn), default=-1)
        if last < len(moving) or to in behind[: last + 1]:
            return guess
        moving = behind[: last + 1]


def _run(page: DoubtfulPage) -> Sequence[Block]:
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


def _may_open(run: Sequence[Block]) -> bool:
    """Whether an article may begin so: with its first part, or with what leads in to a part."""
    headings = [each for each in run if each.kind is BlockKind.HEADING]
    ordinals = [each for each in map(ordinal_of, (block.text for block in run)) if each]
    return bool(headings) and (not ordinals or ordinals[0].number == 1)


def _says_the_title(place: Place) -> bool:
    """Whether a heading has, but for its number, words of the title of its article."""
    words = place.block.text.partition("、")[2]
    return any(part in place.article.title for part in re.split("[，　 ]", words) if part)


def _has_number_again(place: Place) -> bool:
    """Whether it is a heading with the number of one above it."""
    above = place.article.blocks[: place.number]
    number, point, _ = place.block.text.partition("、")
    return bool(point) and any(
        each.kind is place.block.kind is BlockKind.HEADING
        and each.text.startswith(f"{number}{point}")
        for each in above
    )


def _doubled_below(page: DoubtfulPage) -> Iterator[Block]:
    """The paragraphs right below it that another article has, too."""
    place, others = page.place, list(page.bodies_beside())
    for block in place.article.blocks[place.number + 1 :]:
        if not block.spans or not any(block.text in body for body in others):
            return
        yield block


# --- what is cut, what lacks a title -------------------------------------------------------


def _cut(page: DoubtfulPage, problem: Problem) -> Iterator[Guess]:
    raw, place = page.source.raw, page.place
    blocks = printed(place.article)
    if place.block not in blocks or place.block.kind is BlockKind.HEADING:
        return
    number = blocks.index(place.block)
    misplaced = {
        p.span.start for p in page.recovery.problems if p.kind is ProblemKind.COLUMNS_MIXED
    }
    if problem.span == place.block.spans[0]:
        if not number:
            yield from _of_another(page, problem)
        above = blocks[number - 1] if number else None
        if above in cut_blocks(blocks) and _may_go_on(raw, above, place.block):
            yield Guess(Way.ONE_WITH_LAST, (JoinBlocks(begin(place.block)),))
        return
    following = blocks[number + 1 :]
    aside: tuple[SetAside, ...] = ()
    if following and following[0].kind is BlockKind.HEADING and begin(following[0]) in misplaced:
        aside = (SetAside(begin(following.pop(0))),)
    if not following or begin(following[0]) in misplaced:
        return
    if not _may_go_on(raw, place.block, following[0]):
        return
    if any(following[0].text in body for body in page.bodies_beside()):
        return
    way = Way.ONE_OVER_HEADING if aside else Way.ONE_WITH_NEXT
    yield Guess(way, (*aside, JoinBlocks(begin(following[0]))), tuple(each.at for each in aside))


def _may_go_on(raw: str, block: Block, behind: Block) -> bool:
    """Whether the text of a block may go on in another. Recovery has joined all that does where one
    is printed right behind the other.
    """
    if BlockKind.HEADING in (block.kind, behind.kind):
        return False
    end, start = block.spans[-1].end, begin(behind)
    return start < end or bool(raw[end:start].strip())


def _untitled(page: DoubtfulPage, _problem: Problem) -> Iterator[Guess]:
    first = next(iter(printed(page.place.article)), None)
    if first is None or first.kind is BlockKind.HEADING:
        return
    _, end = whole_sentences(first.text, 0, 1)
    rest = first.text[end:]
    if end <= LONGEST_HEADING and rest.strip():
        at, stands = begin(first), places(page.source.raw, first)
        behind = stands[end + len(rest) - len(rest.lstrip())]
        title: tuple[Tidying, ...] = (SplitBlock(behind), ChangeKind(at, BlockKind.TITLE))
        if first.text[:end].endswith("。"):  # no title ends with a full stop
            stop = stands[end - 1]
            title = (SplitBlock(behind), SplitBlock(stop), SetAside(stop), title[1])
        yield Guess(Way.TITLE, title, (at,))


def _credited(page: DoubtfulPage, problem: Problem) -> Iterator[Guess]:
    """Those who made the page go aside, out of the text around them."""
    if not problem.detail:
        return
    block, (start, end) = page.place.block, problem.span
    before: tuple[Tidying, ...] = () if start == begin(block) else (SplitBlock(start),)
    stands = places(page.source.raw, block)
    behind = next((at for at in stands[stands.index(start) :] if not start <= at < end), None)
    after: tuple[Tidying, ...] = () if behind is None else (SplitBlock(behind),)
    joined = (JoinBlocks(behind),) if before and behind is not None else ()
    yield Guess(Way.ASIDE, (*before, *after, SetAside(start), *joined), (start,))


_FINDERS: Mapping[ProblemKind, Callable[[DoubtfulPage, Problem], Iterator[Guess]]] = {
    ProblemKind.AUTHOR_UNKNOWN: _credited,
    ProblemKind.COLUMNS_MIXED: _misplaced,
    ProblemKind.CHARACTER_MISSING: _cut,
    ProblemKind.ORDINAL_MISSING: _of_another,
    ProblemKind.TITLE_MISSING: _untitled,
}
