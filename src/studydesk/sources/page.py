"""The page as one text for questions about all of it: does this joint occur elsewhere?"""

from collections.abc import Sequence

from studydesk.sources.paragraphs import Unit

NEARBY = 30_000


class Page:
    """All units of a page, and their text with a line feed between units."""

    def __init__(self, raw: str, units: Sequence[Unit]) -> None:
        self.raw = raw
        self.units = units
        self.text = "\n".join(unit.text for unit in units)
        self._starts: dict[int, int] = {}
        at = 0
        for unit in units:
            self._starts[id(unit)] = at
            at += len(unit.text) + 1

    def joint(self, left: Unit, right: Unit) -> int:
        """How well the end of one unit and the beginning of another read together: the length
        of the longest string over the joint, up to three characters each side, that the page
        has elsewhere; 0 when not even the two characters at the joint stand together.
        """
        near = self._starts[id(left)]
        low, high = max(0, near - NEARBY), near + NEARBY
        best = 0
        for before, after in ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3)):
            if len(left.text) < before or len(right.text) < after:
                continue
            over = left.text[-before:] + right.text[:after]
            if self.text.find(over, low, high) >= 0:
                best = max(best, before + after)
        return best
