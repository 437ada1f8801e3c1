"""How far a file is: told while it is made, so that it can be shown, and stopped at once."""

from collections.abc import Callable

Share = Callable[[float], None]
"""Told how much of a file is made, from 0 to 1; what it raises stops the making."""


def unheard(_made: float) -> None:
    """Nobody waits."""


def part(share: Share, begin: float, end: float) -> Share:
    """A share of the file as a part of the whole that never goes back: some parts are gone
    through more than once.
    """
    most = begin

    def tell(made: float) -> None:
        nonlocal most
        most = max(most, begin + (end - begin) * made)
        share(most)

    return tell
