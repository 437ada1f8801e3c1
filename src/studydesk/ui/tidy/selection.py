"""Which characters of which rows a command of 整理 is about, and where to part them from others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from studydesk.domain.article import Span
from studydesk.domain.tidying import SplitBlock
from studydesk.errors import EditRefused
from studydesk.ui.tidy.rows import Row

_STOPS = "。！？"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters of a printed row from `first` to before `last`."""

    row: Row
    first: int
    last: int

    @property
    def at(self) -> int:
        """Where its first character that is no space stands in the raw text."""
        return _printed(self.row, self.first, self.last)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its characters as stretches of the raw text, in their order there."""
        found: list[Span] = []
        for at in sorted(set(self.row.places[self.first : self.last])):
            if found and found[-1].end == at:
                found[-1] = Span(found[-1].start, at + 1)
            else:
                found.append(Span(at, at + 1))
        return tuple(found)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the row is left beside it."""
        return not _cuts(self)

    @property
    def length(self) -> int:
        """Its characters, without spaces."""
        return len("".join(self.row.text[self.first : self.last].split()))


def whole(row: Row) -> Stretch:
    """All of a row."""
    return Stretch(row, 0, len(row.text))


def between(rows: Iterable[Row], start: int, end: int) -> Iterator[Stretch]:
    """What printed rows have of the raw text from one offset to before another."""
    for row in rows:
        if not any(span.start < end and start < span.end for span in row.spans):
            continue
        inside = [n for n, at in enumerate(row.places) if start <= at < end]
        runs: list[Span] = []
        for number in inside:
            if runs and runs[-1].end == number:
                runs[-1] = Span(runs[-1].start, number + 1)
            else:
                runs.append(Span(number, number + 1))
        yield from (Stretch(row, *run) for run in runs if row.text[slice(*run)].strip())


def widened(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches with what is left of their rows where that is not worth a row: signs only, or
    at the edge of several rows less than a sentence, as the mouse seldom hits the first character.
    """
    rows = [list(own) for _, own in groupby(stretches, key=attrgetter("row"))]
    found: list[Stretch] = []
    for each in (_widened(stretch, len(rows) > 1) for own in rows for stretch in own):
        if found and found[-1].row == each.row and each.first <= found[-1].last:
            found[-1] = replace(found[-1], last=max(found[-1].last, each.last))
        else:
            found.append(each)
    return found


def _widened(stretch: Stretch, several: bool) -> Stretch:
    row, first, last = stretch.row, stretch.first, stretch.last
    before, behind = row.text[:first], row.text[last:]
    if several:
        before = before[: max(map(before.rfind, _STOPS)) + 1]
        stops = [place for sign in _STOPS if (place := row.text.find(sign, last - 1)) >= 0]
        behind = row.text[min(stops) + 1 :] if stops else ""
    return replace(
        stretch,
        first=first if _has_words(before) else 0,
        last=last if _has_words(behind) else len(row.text),
    )


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def size_of(stretches: Iterable[Stretch]) -> str:
    """How much stretches are: whole rows by their number, the others by their characters."""
    stretches = tuple(stretches)
    parts = [each for each in stretches if not each.is_whole]
    rows = len(stretches) - len(parts)
    names = [f"{rows} 段"] if rows else []
    if parts:
        names.append(f"{'另外 ' if rows else ''}{sum(each.length for each in parts)} 字")
    return "、".join(names)


def cuts(stretches: Iterable[Stretch]) -> tuple[SplitBlock, ...]:
    """What makes each stretch a row of its own. Raises EditRefused where one begins or ends inside
    a correction, whose characters have no place of their own on the page.
    """
    stretches = tuple(stretches)
    if any(cuts_correction(each.row, each.first, each.last) for each in stretches):
        raise EditRefused("cuts-correction")
    return tuple(SplitBlock(at) for stretch in stretches for at in _cuts(stretch))


def cuts_correction(row: Row, *places: int) -> bool:
    """Whether one of these places in the text of a row lies inside a correction."""
    return any(
        fix.start < place < fix.start + len(fix.text) for fix in row.corrections for place in places
    )


def _cuts(stretch: Stretch) -> list[int]:
    row, first, last = stretch.row, stretch.first, stretch.last
    places = []
    if row.text[:first].strip():
        places.append(stretch.at)
    if row.text[last:].strip():
        places.append(_printed(row, last, len(row.text)))
    return places


def _printed(row: Row, first: int, last: int) -> int:
    pairs = zip(row.text[first:last], row.places[first:last], strict=True)
    return next(at for character, at in pairs if not character.isspace())
