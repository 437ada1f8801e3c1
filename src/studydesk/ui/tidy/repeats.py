"""What 去掉这一处 takes of a passage that a page has twice: whole sentences, and what it leaves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studydesk.domain.article import Problem, ProblemKind, Recovery, Severity, Source, Span
from studydesk.domain.joints import breaks_in
from studydesk.domain.stretches import sentences_within
from studydesk.ui.tidy.rows import Row, Rows
from studydesk.ui.tidy.words import shortened, shortened_end

_STOPS = frozenset("，。、；：！？”’）》")

_SENTENCE_END = re.compile("[。！？…][”’）》】」』]*$")

_CUT = frozenset({ProblemKind.CHARACTER_MISSING, ProblemKind.END_MISSING})


class Repeat(NamedTuple):
    """The rows that have a doubled passage, what is dropped of them, in words the passage (`whole`)
    and the stops behind it that are dropped with it (`more`), and where the characters stand that
    are left of it, half a sentence.
    """

    rows: tuple[Row, ...]
    dropped: Span
    whole: str
    more: str
    left: tuple[int, ...]

    @property
    def gone(self) -> str:
        """The words that are dropped."""
        return words_in(self.rows, [self.dropped])

    @property
    def beheads(self) -> bool:
        """Whether a paragraph, or a sentence, loses its beginning, and the rest stays."""
        return any(_beheads(row, self.dropped) for row in self.rows)

    @property
    def joint(self) -> str:
        """What half a sentence that is left goes on from, or leads on to."""
        first, last = self.left[0], self.left[-1]
        if last < self.dropped.start:
            row = next(row for row in self.rows if first in row.places)
            return f"，接在“{shortened_end(row.text[: row.places.index(first)])}”后面"
        if first >= self.dropped.end:
            row = next(row for row in self.rows if last in row.places)
            return f"，后面接着“{shortened(row.text[row.places.index(last) + 1 :])}”"
        return ""


def _beheads(row: Row, dropped: Span) -> bool:
    going = [n for n, at in enumerate(row.places) if dropped.start <= at < dropped.end]
    if not going or not row.text[going[-1] + 1 :].strip():
        return False
    before, gone = row.text[: going[0]].strip(), row.text[: going[-1] + 1].strip()
    begins = bool(_SENTENCE_END.search(before))
    return not before or (begins and not _SENTENCE_END.search(gone))


def copies(raw: str, problems: Iterable[Problem], problem: Problem) -> list[Problem]:
    """The places of what a page has twice, as its doubts tell; the one that is given is of them."""

    def words(each: Problem) -> str:
        return "".join(raw[slice(*each.span)].split())

    repeats = (each for each in problems if each.kind is problem.kind)
    return [each for each in repeats if words(each) == words(problem)]


def likelier_dropped(source: Source, recovery: Recovery, problem: Problem) -> tuple[Problem, str]:
    """Of the copies of what a page has twice the one that breaks off, or else breaks in on half a
    sentence, if only one does, and how; else the one that is given.
    """
    there = copies(source.raw, recovery.problems, problem)
    cut = {each.span.end for each in recovery.problems if each.kind in _CUT}
    broken = [each for each in there if each.span.end in cut]
    if len(broken) == 1:
        return broken[0], "另一处在半句断开"
    astray = [each for each in there if breaks_in(source, recovery, each.span.start)]
    if len(astray) == 1:
        return astray[0], "另一处插在半句中间"
    return problem, ""


def dropped_of(
    source: Source, recovery: Recovery, rows: Rows, problem: Problem
) -> tuple[Problem, Repeat, str] | None:
    """What is to be dropped of what a page has twice, here, or at the other place where only that
    breaks off, or only this is the beginning of a text, and why there. What begins two texts is no
    damage unless it is long: then None.
    """
    dropped, why = likelier_dropped(source, recovery, problem)
    repeat = repeat_at(rows, dropped)
    if repeat.beheads:
        others = copies(source.raw, recovery.problems, problem)
        found = ((each, repeat_at(rows, each)) for each in others)
        whole = [(each, there) for each, there in found if not there.beheads]
        if not whole and problem.severity is Severity.GREY:
            return None
        if whole and whole[0][0] != dropped:
            why = "这一处是开头，去掉就不成段"
        dropped, repeat = (whole or [(dropped, repeat)])[0]
    return dropped, repeat, why


def repeat_at(rows: Iterable[Row], problem: Problem) -> Repeat:
    """What is to be dropped of a doubled passage so that no sentence is cut and no row begins with
    a stop.
    """
    start, end = problem.span
    near = (row for row in rows if any(a < end and start < b for a, b in row.spans))
    held = [row for row in near if any(start <= at < end for at in row.places)]
    for row in held:
        start, end = _whole(row, start, end)
    more = words_in(held, [Span(max(start, problem.span.end), end)])
    left = tuple(at for at in _printed(held, problem.span) if at not in range(start, end))
    whole = words_in(held, [problem.span])
    return Repeat(tuple(held), Span(start, end), whole, more, left)


def told_of_repeat(repeat: Repeat) -> str:
    """How many characters are dropped, and which of them are none of the passage."""
    if not repeat.more:
        return f"{len(repeat.gone)} 字"
    return f"{len(repeat.whole)} 字和后面的“{repeat.more}”，共 {len(repeat.gone)} 字"


def words_in(rows: Iterable[Row], spans: Sequence[Span]) -> str:
    """The characters of rows that stand in stretches of the raw text, without spaces."""
    chosen = {at for span in spans for at in range(*span)}
    places = (zip(row.text, row.places, strict=True) for row in rows)
    return "".join(sign for row in places for sign, at in row if at in chosen and sign.strip())


def _printed(rows: Iterable[Row], span: Span) -> Iterator[int]:
    for row in rows:
        signs = zip(row.text, row.places, strict=True)
        yield from (at for sign, at in signs if at in range(*span) and sign.strip())


def _goes_on_with_a_stop(row: Row, at: int) -> bool:
    """Whether a stop is printed right behind what comes before it in a row: what was moved away
    may stand between.
    """
    if row.text[at : at + 1] not in _STOPS:
        return False
    return row.places[at] == row.places[at - 1] + 1


def _whole(row: Row, start: int, end: int) -> tuple[int, int]:
    """The stretch with those of its limits that are in this row set to limits of sentences."""
    inside = [n for n, at in enumerate(row.places) if start <= at < end]
    if inside != list(range(inside[0], inside[-1] + 1)):
        return start, end
    first, last = sentences_within(row.text, inside[0], inside[-1] + 1)
    while first == 0 and _goes_on_with_a_stop(row, last):  # no row begins with a stop
        last += 1
    if start == row.places[inside[0]]:
        start = row.places[first]
    if end == row.places[inside[-1]] + 1:
        end = row.places[last - 1] + 1
    return start, end
