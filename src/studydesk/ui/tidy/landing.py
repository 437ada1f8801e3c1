"""Where rows land that are sent to an article: where they fit, below its head, above what closes
it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from studydesk.domain.article import Block, BlockKind
from studydesk.domain.likely_places import place_of_ordinal
from studydesk.domain.ordinals import ordinal_of
from studydesk.domain.tidied_articles import HEAD_KINDS
from studydesk.ui.tidy.rows import Row
from studydesk.ui.tidy.words import shortened, shortened_end
from studydesk.ui.words.quotes import quoted

CLOSING = frozenset({BlockKind.AFFILIATION, BlockKind.CREDIT})
"""What may stand below the last paragraph of an article; nothing is moved behind it unasked."""


class Landing(NamedTuple):
    """The row that others go behind (or before), and the place in words."""

    anchor: Row
    after: bool
    told: str


def landing(there: Sequence[Row], moving: Sequence[Row], last: int | None) -> Landing:
    """Where rows go in an article: to their ordinal; else by the order of the page, if the article
    has that and begins before them; else behind the row that was moved there last (it begins at
    `last`); else to the end.
    """
    anchor, after = _place(there, moving, last)
    if after and anchor.kind in CLOSING and moving[0].kind not in CLOSING:
        place = there.index(anchor)
        while place and there[place].kind in CLOSING:
            place -= 1
        anchor = there[place]
    below = there[there.index(anchor) + 1 :]
    if after and all(row.kind in CLOSING for row in below):
        return Landing(anchor, after, "末尾")
    words = quoted(shortened_end(anchor.text) if after else shortened(anchor.text))
    return Landing(anchor, after, f"{words}{'之后' if after else '之前'}")


def _place(there: Sequence[Row], moving: Sequence[Row], last: int | None) -> tuple[Row, bool]:
    body = [row for row in there if row.kind not in HEAD_KINDS]
    if moving[0].kind in HEAD_KINDS or not body:
        return _in_print(there, moving[0])
    if (ordinal := ordinal_of(moving[0].text)) and moving[0].kind:
        blocks = [Block(row.kind or BlockKind.PARAGRAPH, row.text, row.spans) for row in body]
        if beside := place_of_ordinal(blocks, ordinal):
            return body[blocks.index(beside[0])], beside[1]
    reads_on = all(above.at < below.at for above, below in pairwise(body))
    head = [row.at for row in there if row.kind in HEAD_KINDS - CLOSING]
    if reads_on and moving[0].at > min((*head, body[0].at)):
        return _in_print(there, moving[0])
    moved = [row for row in body if row.at == last]
    if not moved and not reads_on:
        return _in_print(there, moving[0])
    return (moved or body)[-1], True


def _in_print(there: Sequence[Row], moving: Row) -> tuple[Row, bool]:
    """Behind the last row that is printed before it, or before the body."""
    before = [row for row in there if row.at < moving.at]
    # A title that is printed further down still comes before what is moved behind it.
    first = next((row for row in there if row.kind not in HEAD_KINDS), there[-1])
    anchor = before[-1] if before else first
    return anchor, bool(before) or anchor.kind in HEAD_KINDS
