"""Where lines end: greedy, a line at a time, 先挤进后推出; and what a line costs."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from studydesk.typeset.classes import MARKS
from studydesk.typeset.galley import TOLERANCE, Galley
from studydesk.typeset.words import ENDS_BADLY, IN_WORD

_REACH = 4.0
"""How far beyond the measure, in em, a line that will be squeezed may reach."""
_LOOSEST_RESCUE = 0.15
"""Em at each place by which a line may be stretched to save the next from one lone 汉字."""

_SHORTEST_RESCUE = 4.0
"""Em by which a ragged line may end earlier for that."""

_NEAR = 2.0
"""Em by which a ragged line may end earlier, so that the next begins with no dash or ellipsis."""

_FAR = 7.0
"""Em by which a line of a heading may end earlier, so that it ends between words."""

_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""Of the measure that the lines of a heading may fill, so that the last is not a word alone."""

_Chooser = Callable[[Galley, int, float], int]


def best_breaks(galley: Galley, measure: float) -> list[int]:
    """Where lines end when each is the best it can be, one after the other."""
    breaks = _breaks(galley, measure, _best_break)
    _rescue_lone_character(galley, breaks, measure, lambda gaps: _LOOSEST_RESCUE * gaps)
    return breaks


def full_breaks(galley: Galley, measure: float) -> list[int]:
    """Where lines end when each is as full as it can be without squeezing."""
    breaks = _breaks(galley, measure, _fullest_break)
    _rescue_lone_character(galley, breaks, measure, lambda _: _SHORTEST_RESCUE)
    return breaks


def word_breaks(galley: Galley, measure: float, words: Sequence[float]) -> list[int]:
    """Like `full_breaks`, where a line rather ends a little earlier than within a word, or after
    one that leads on to the next, or leaves a last line shorter than a quarter; `words` are the
    costs of an end before each cell.
    """

    def badness(end: int) -> int:
        return (words[end] >= ENDS_BADLY) + (words[end] >= IN_WORD)

    def choose(galley: Galley, start: int, measure: float) -> int:
        fullest = _fullest_break(galley, start, measure)
        if fullest == len(galley):
            return fullest
        least = galley.positions[fullest] - min(_FAR, measure / 3)
        ends = range(fullest, start, -1)
        near = (n for n in ends if galley.breakable[n] and galley.positions[n] >= least)
        return min(near, key=badness, default=fullest)

    breaks = _breaks(galley, measure, choose)
    for share in _SHARES:
        shorter = _breaks(galley, share * measure, choose)
        if len(breaks) > 1 and galley.width(shorter[-2], len(galley)) >= measure / 4:
            breaks = shorter if len(shorter) == len(breaks) else breaks
            break
    _rescue_lone_character(galley, breaks, measure, lambda _: _SHORTEST_RESCUE)
    return breaks


def fewest_breaks(galley: Galley, measure: float) -> list[int]:
    """Like `full_breaks`, whatever becomes of the last line."""
    return _breaks(galley, measure, _fullest_break)


def _breaks(galley: Galley, measure: float, choose: _Chooser) -> list[int]:
    breaks: list[int] = []
    start = 0
    while start < len(galley):
        start = choose(galley, start, measure)
        breaks.append(start)
    return breaks


def _best_break(galley: Galley, start: int, measure: float) -> int:
    """The end that costs least: from the farthest that can be squeezed in to the fullest that
    needs no squeezing.
    """
    best, least = 0, float("inf")
    for end in legal_ends(galley, start, measure):
        visible = galley.visible_end(start, end)
        missing = galley.missing(start, visible, measure)
        cost = line_cost(galley, start, end, visible, missing)
        if cost < least:
            best, least = end, cost
        if missing >= -TOLERANCE:
            break
    return best or _forced_break(galley, start, measure)


def _fullest_break(galley: Galley, start: int, measure: float) -> int:
    """The farthest end, or one before it where the next line would begin with a dash, or go on
    with a date that has room on it.
    """
    fitting = (
        end
        for end in legal_ends(galley, start, measure)
        if galley.missing(start, galley.visible_end(start, end), measure) >= -TOLERANCE
    )
    fullest = next(fitting, 0)
    if 0 < fullest < len(galley) and galley.joints[fullest - 1].penalty:
        earlier = next(fitting, 0)
        is_near = galley.positions[fullest] - galley.positions[earlier] <= _NEAR
        if is_near and earlier and not galley.joints[earlier - 1].penalty:
            return earlier
    if 0 < fullest < len(galley) and _tears_date(galley, fullest):
        return _before_date(galley, start, fullest, measure)
    return fullest or _forced_break(galley, start, measure)


def _before_date(galley: Galley, start: int, end: int, measure: float) -> int:
    """The end before the date that goes on at this one, and before the newspaper of that day, where
    the next line has room for them.
    """
    apart = [
        galley.breakable[at] and not galley.joints[at - 1].in_date for at in range(len(galley))
    ]
    begin = next((at for at in range(end, start + 1, -1) if apart[at]), end)
    whole = next((at for at in range(end + 1, len(galley)) if apart[at]), len(galley))
    ends = (_before_name(galley, start, begin), begin)
    return next((at for at in ends if galley.width(at, whole) <= measure), end)


def _tears_date(galley: Galley, end: int) -> bool:
    """Whether a line that ends here would part a date, or take it from its newspaper."""
    is_named = galley.cells[end - 1].text == "》" and galley.cells[end].shape.number
    return galley.joints[end - 1].in_date or is_named


def _before_name(galley: Galley, start: int, end: int) -> int:
    """The end before a name in 《》, if one ends here that is short."""
    texts = [cell.text for cell in galley.cells[start:end]]
    if texts[-1:] != ["》"] or "《" not in texts:
        return end
    before = end - 1 - texts[::-1].index("《")
    is_short = galley.width(before, end) <= _FAR
    return before if is_short and before > start and galley.breakable[before] else end


def legal_ends(galley: Galley, start: int, measure: float) -> Iterator[int]:
    """Where a line may end, the farthest that could be squeezed in first."""
    farthest = bisect_right(galley.positions, galley.positions[start] + measure + _REACH)
    breakable = galley.breakable
    return (end for end in range(min(farthest, len(galley)), start, -1) if breakable[end])


def line_cost(galley: Galley, start: int, end: int, visible: int, missing: float) -> float:
    """How ugly a line would be: 0 set solid, rising steeply as it is squeezed or stretched;
    infinite where it cannot be squeezed so far. `visible` is its end without typed spaces, and
    `missing` what it lacks to the measure, in em.
    """
    if missing < -TOLERANCE:
        room = galley.squeeze(start, visible)
        if room + TOLERANCE < -missing:
            return float("inf")
        ratio = -missing / room
        return 12 * ratio**3 + 3 * ratio
    if end == len(galley):
        return 0.0
    loose = max(0.0, missing - 0.6 * galley.stretch(start, visible)) / max(1, visible - start - 1)
    return 6 * (loose / 0.03) ** 2 + missing / 2 + galley.joints[end - 1].penalty


def _forced_break(galley: Galley, start: int, measure: float) -> int:
    """Where nothing may break, such as thirty marks in a row: as many cells as fit."""
    end = start + 1
    while end < len(galley) and galley.missing(start, end + 1, measure) >= -TOLERANCE:
        end += 1
    return end


def _rescue_lone_character(
    galley: Galley, breaks: list[int], measure: float, allowed: Callable[[int], float]
) -> None:
    """A last line with a single 汉字 (孤字成行) is squeezed into the line before it, or gets one
    more cell from there, where with so many gaps as much may be missing.
    """
    if len(breaks) < 2 or not is_lone(galley, breaks[-2]):
        return
    start = breaks[-3] if len(breaks) > 2 else 0
    whole = galley.visible_end(start, len(galley))
    if -galley.missing(start, whole, measure) <= galley.squeeze(start, whole):
        del breaks[-2]
        return
    earlier = (end for end in range(breaks[-2] - 1, start + 1, -1) if galley.breakable[end])
    end = next(earlier, breaks[-2])
    visible = galley.visible_end(start, end)
    missing = galley.missing(start, visible, measure)
    if 0 <= missing <= allowed(visible - start - 1):
        breaks[-2] = end


def is_lone(galley: Galley, start: int) -> bool:
    """Whether from here on a single 汉字 is left, marks not counted, nor those of notes."""
    if galley.positions[-1] - galley.positions[start] > 4:
        return False
    others = [
        cell
        for cell in galley.cells[start:]
        if cell.shape.kind not in MARKS and not cell.look.raised
    ]
    return len(others) == 1 and len(others[0].text) == 1
