"""What is noticed on finished pages: the words that the writer of pages and the window share."""

from dataclasses import dataclass
from enum import Enum, auto


class Fault(Enum):
    """What is wrong with a place on a page."""

    OVERFULL = auto()
    """More stands there than the line, the cell or the page holds."""
    ALONE = auto()
    """One line of a paragraph, or a heading, is alone on its page."""
    HALF_EMPTY = auto()
    """The last page is not half full."""


@dataclass(frozen=True, slots=True)
class PageNotice:
    """A fault and where it is: the page, from 1, and the left and top edge and the height in
    points, from the top left of the paper. Where a last page is not half full, `may_fit` tells
    whether drawing in could save it, and `lines` how many lines stand on it.
    """

    fault: Fault
    page: int
    left: float
    top: float
    height: float
    may_fit: bool = False
    lines: int = 0


class FontFault(Enum):
    """Why a font that a preset asks for is not used in a PDF."""

    NOT_INSTALLED = auto()
    FORBIDDEN = auto()
    """Its maker does not allow that it is embedded, or cut down to what is needed."""
    NOT_TRUETYPE = auto()
    """Its outlines are of another kind (CFF)."""
    VARIABLE = auto()
    """It holds all weights in one, of which none can be chosen."""
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class FontOffer:
    """A family of this computer, or one that was asked for, and why a PDF cannot be set in it."""

    family: str
    fault: FontFault | None = None


@dataclass(frozen=True, slots=True)
class FontUsed:
    """What some text of a PDF is set in: the family that was meant, and the name of the bundled
    face, or the family of this computer, that is used. A bundled face `stands_in` where a font of
    this computer was wanted.
    """

    meant: str
    used: str
    is_bundled: bool
    stands_in: bool = False
