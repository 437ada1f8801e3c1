"""Pages: strips set one below the other, broken where the rules of the page allow.

A page may have columns: strips fill one after the other, and where they end, or something stands
across the page, the columns are of equal height.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, takewhile
from operator import attrgetter

from studydesk.export.pdf.strips import PlacedLine, Rule, Strip

_TOLERANCE = 0.01
_HALVINGS = 12
"""Steps towards the height at which columns balance; the last is less than a tenth of a line."""

_ROUNDING = 1e-6
"""Points by which sums of the same heights in another order may differ, and more."""

_DRAWN_IN = (0.8, 0.6)
"""To which share the spaces between blocks are drawn in, to save a page."""

_PERHAPS = 2.0
"""Of what drawing in saves by the sum: what is free at the ends of other pages may be used, too."""

Chain = Sequence[Strip]
"""Strips that stay together."""


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip and where its top and left edge stand, in points from those of the text area."""

    strip: Strip
    top: float
    repeated: bool = False
    left: float = 0.0


NOTES_APART = 20.0
"""Points between the text and its notes, where a short rule parts them."""


@dataclass(slots=True)
class Page:
    """What stands on one page, its notes from the foot of the text area upwards; `header`
    and `folio` are the lines outside of the text area, `edge_rules` the rules there; the spaces
    between blocks were drawn in to the share `spaces`.
    """

    strips: list[PlacedStrip] = field(default_factory=list)
    notes: list[Strip] = field(default_factory=list)
    header: tuple[PlacedLine, ...] = ()
    folio: tuple[PlacedLine, ...] = ()
    edge_rules: tuple[Rule, ...] = ()
    spaces: float = 1.0


def set_on_pages(
    strips: Iterable[Strip], height: float, columns: Sequence[float] = (0.0,), spill: float = 0.0
) -> list[Page]:
    """Pages as `paginate` fills them; but where no more than `spill` points run over onto the last
    page before one that is begun on purpose, or of all, the spaces between blocks are drawn in if
    that saves it.
    """
    parts: list[list[Strip]] = [[]]
    for strip in strips:
        if strip.begins_page and parts[-1]:
            parts.append([])
        parts[-1].append(strip)
    return [page for part in parts for page in _closed_up(part, height, columns, spill)]


def _closed_up(
    strips: Sequence[Strip], height: float, columns: Sequence[float], spill: float
) -> list[Page]:
    pages = paginate(strips, height, columns)
    spaces = [strip.space for strip in strips]
    saved = (1 - _DRAWN_IN[-1]) * sum(spaces)
    *before, last = (
        max((at.top + at.strip.height for at in page.strips), default=0.0) for page in pages
    )
    if not before or last > min(spill, _PERHAPS * saved + height - before[-1]) + _TOLERANCE:
        return pages
    for share in (*_DRAWN_IN, 1.0):  # 1 as it was
        for strip, space in zip(strips, spaces, strict=True):
            strip.space = share * space
        if share < 1 and len(fewer := paginate(strips, height, columns)) < len(pages):
            for page in fewer:
                page.spaces = share
            return fewer
    return pages


def paginate(
    strips: Iterable[Strip], height: float, columns: Sequence[float] = (0.0,)
) -> list[Page]:
    """Fill pages of this height; joined strips stay together unless no page could hold them.
    `columns` are the left edges of the columns.
    """
    if len(columns) > 1:
        return _ColumnPages(height, columns).filled(_chains(strips))
    pages = [Page()]
    bottom = 0.0
    for chain in _chains(strips):
        for piece in _pieces(chain, height):
            fits = _fits(piece, pages[-1], bottom, height)
            if pages[-1].strips and (piece[0].begins_page or not fits):
                pages.append(Page())
                bottom = 0.0
            placed, bottom = _set(piece, bottom, is_first=not pages[-1].strips)
            pages[-1].strips += placed
            pages[-1].notes += [note for strip in piece for note in strip.notes]
    return pages


def _pieces(chain: Chain, height: float) -> Iterator[Chain]:
    """A chain, cut where it is higher than a page: between its blocks, so that as much as can be
    stays together; a block that is higher itself into strips.
    """
    if len(chain) == 1 or _needed(chain) <= height + _TOLERANCE:
        yield chain
        return
    piece: list[Strip] = []
    for _, block in groupby(chain, attrgetter("number")):
        strips = list(block)
        if piece and _needed([*piece, *strips]) > height + _TOLERANCE:
            yield piece
            piece = []
        if _needed(strips) <= height + _TOLERANCE:
            piece += strips
        else:
            yield from ((strip,) for strip in strips)
    if piece:
        yield piece


def _needed(chain: Chain) -> float:
    """What strips take of a page that they begin, their notes included."""
    notes = sum(note.height for strip in chain for note in strip.notes)
    return _extent(chain, 0.0, is_first=True) + (notes + NOTES_APART if notes else 0.0)


def _fits(chain: Chain, page: Page, top: float, height: float) -> bool:
    """Whether strips that are set from this height on end above the notes of the page, theirs
    included.
    """
    notes = [*page.notes, *(note for strip in chain for note in strip.notes)]
    taken = sum(note.height for note in notes) + NOTES_APART if notes else 0.0
    return _extent(chain, top, is_first=not page.strips) <= height - taken + _TOLERANCE


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that stay on one page, in groups."""
    chain: list[Strip] = []
    for strip in strips:
        if strip.begins_page and chain:
            yield chain
            chain = []
        chain.append(strip)
        if not strip.joined:
            yield chain
            chain = []
    if chain:
        yield chain


def _set(chain: Chain, top: float, *, is_first: bool) -> tuple[list[PlacedStrip], float]:
    """Strips below each other from this height on, and where they end. At the top of a page or
    column no space is left, and the head of a table that goes on is repeated.
    """
    placed: list[PlacedStrip] = []
    if is_first:
        for head in chain[0].head:
            placed.append(PlacedStrip(head, top, repeated=True))
            top += head.height
    for strip in chain:
        top += strip.space if placed or not is_first else 0.0
        placed.append(PlacedStrip(strip, top))
        top += strip.height
    return placed, top


def _extent(chain: Chain, top: float, *, is_first: bool) -> float:
    """Where strips end that are set from this height on."""
    if is_first:
        for head in chain[0].head:
            top += head.height
    for place, strip in enumerate(chain):
        if not is_first or place or chain[0].head:
            top += strip.space
        top += strip.height
    return top


class _ColumnPages:
    """Pages with columns, filled from the top; `_bottom` is where the last of them is free."""

    def __init__(self, height: float, columns: Sequence[float]) -> None:
        self._height = height
        self._columns = columns
        self._pages = [Page()]
        self._bottom = 0.0

    def filled(self, chains: Iterable[Chain]) -> list[Page]:
        """All chains on pages."""
        waiting: list[Chain] = []
        for chain in chains:
            if chain[0].begins_page:
                self._fill_columns(waiting)
                waiting = []
                self._end_page()
            wide = list(takewhile(lambda strip: strip.spans, chain))
            if wide:
                self._fill_columns(waiting)
                waiting = []
                self._set_across(wide, chain[len(wide) :])
            if rest := chain[len(wide) :]:
                waiting += _pieces(rest, self._height)
        self._fill_columns(waiting)
        return self._pages

    def _end_page(self) -> None:
        if self._pages[-1].strips:
            self._pages.append(Page())
        self._bottom = 0.0

    def _set_across(self, wide: Chain, below: Chain) -> None:
        """Set strips across all columns, on one page with what is to stay with them."""
        is_first = not self._pages[-1].strips
        if self._end(wide, is_first=is_first) + _height_of(below) > self._height + _TOLERANCE:
            self._end_page()
        for strip in wide:
            is_first = not self._pages[-1].strips
            if not is_first and self._end((strip,), is_first=False) > self._height + _TOLERANCE:
                self._end_page()
                is_first = True
            placed, self._bottom = _set((strip,), self._bottom, is_first=is_first)
            self._pages[-1].strips += placed

    def _end(self, chain: Chain, *, is_first: bool) -> float:
        return _extent(chain, self._bottom, is_first=is_first)

    def _fill_columns(self, chains: Sequence[Chain]) -> None:
        """Fill the columns of this page and the next ones; those of the last are balanced."""
        while chains:
            space = chains[0][0].space if self._pages[-1].strips else 0.0
            room = self._height - self._bottom - space
            columns, rest = self._columns_of(chains, room)
            if not rest:
                room = self._balanced(chains, room)
                columns, _ = self._columns_of(chains, room)
            elif not any(columns):
                if self._pages[-1].strips:
                    self._end_page()
                    continue
                columns, rest = [_set(chains[0], 0.0, is_first=True)[0]], chains[1:]
            self._place(columns, self._bottom + space)
            chains = rest
            if rest:
                self._end_page()

    def _place(self, columns: Sequence[Sequence[PlacedStrip]], top: float) -> None:
        for left, column in zip(self._columns, columns, strict=False):
            for placed in column:
                self._pages[-1].strips.append(
                    PlacedStrip(placed.strip, top + placed.top, placed.repeated, left)
                )
                self._bottom = max(self._bottom, top + placed.top + placed.strip.height)

    def _balanced(self, chains: Sequence[Chain], room: float) -> float:
        """The least height at which the columns hold all chains."""
        firsts = [_extent(chain, 0.0, is_first=True) for chain in chains]
        ends = list(accumulate(_extent(chain, 0.0, is_first=False) for chain in chains))
        least = 0.0
        for _ in range(_HALVINGS):
            middle = (least + room) / 2
            if self._can_hold(firsts, ends, middle):
                room = middle
            else:
                least = middle
        return room + _ROUNDING

    def _can_hold(self, firsts: Sequence[float], ends: Sequence[float], height: float) -> bool:
        """Whether columns of this height hold chains that take `firsts` at the top of a column;
        `ends` are where they end one below the other.
        """
        number = 0
        for _ in self._columns:
            room = height + _TOLERANCE - firsts[number]
            if room >= 0:
                number = bisect_right(ends, ends[number] + room, lo=number + 1)
            if number == len(ends):
                return True
        return False

    def _columns_of(
        self, chains: Sequence[Chain], height: float
    ) -> tuple[list[list[PlacedStrip]], Sequence[Chain]]:
        """What the columns hold at this height, and what is left over."""
        columns: list[list[PlacedStrip]] = [[]]
        bottom = 0.0
        for number, chain in enumerate(chains):
            while _extent(chain, bottom, is_first=not columns[-1]) > height + _TOLERANCE:
                if len(columns) == len(self._columns):
                    return columns, chains[number:]
                columns.append([])
                bottom = 0.0
            placed, bottom = _set(chain, bottom, is_first=not columns[-1])
            columns[-1] += placed
        return columns, ()


def _height_of(chain: Chain) -> float:
    return sum(strip.space + strip.height for strip in chain)
