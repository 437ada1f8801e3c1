"""What a reader of a file format hands over, and the bounds that all readers keep."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from studydesk.errors import SourceTooComplex

if TYPE_CHECKING:
    from lxml.etree import _Element

# A parsed element or attribute takes some 150 bytes: this bounds a tree to about 250 MB.
MOST_MARKS = 1_500_000

NOT_READ = "\ufffd"  # stands for what could not be read; recovery tells where


@dataclass(frozen=True, slots=True)
class Reading:
    """The text that a reader took from a file, one printed line or paragraph a line, and where
    it was published, as far as the file itself says so. `pictures` are the pages, from 1, that
    are but scanned pictures: what they say is not in the text; `unread` the names of what is
    kept whole inside the file and was not read: NOT_READ stands for it in the text.
    """

    text: str
    newspaper: str = ""
    published: date | None = None
    pictures: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()


Reader = Callable[[bytes, str], Reading]


def refuse_swarms(data: bytes, name: str, most: int = MOST_MARKS) -> None:
    """Raises SourceTooComplex where the markup in `data` would make a tree too large to hold."""
    if count_marks(data) > most:
        raise SourceTooComplex(name)


def count_marks(data: bytes) -> int:
    """How many elements and attributes the markup in `data` has, at most."""
    return data.count(b"<") + data.count(b"=")


def local_name(element: "_Element") -> str:
    """The name of an element without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
