"""Where an article goes on in the middle of a sentence, but not as it is printed."""

import re

from studydesk.domain.article import BlockKind, Recovery, Source
from studydesk.domain.cleaning import places
from studydesk.domain.tidied_articles import Place, place_of

_CLAUSE_END = re.compile("[。！？…：；][”’）》】」』]*$")
"""Nothing needs to follow in the same paragraph: a list may be led up to, or go on, in the next."""


def breaks_in(source: Source, recovery: Recovery, at: int) -> bool:
    """Whether the character at an offset stands behind half a sentence that is not printed right
    before it: at the beginning of a line, or behind what was moved, dropped or set aside.
    """
    place = place_of(recovery, at)
    if place is None or place.block.kind is not BlockKind.PARAGRAPH:
        return False
    stands = places(source.raw, place.block)
    number = stands.index(at) if at in stands else 0
    if number:
        return stands[number - 1] != at - 1 and _is_cut(place.block.text[:number])
    above = _above(place)
    return bool(above) and _is_cut(above)


def _above(place: Place) -> str:
    """The text of the paragraph right above a block, if one is there."""
    above = place.article.blocks[place.number - 1] if place.number else None
    return above.text if above and above.kind is BlockKind.PARAGRAPH else ""


def _is_cut(text: str) -> bool:
    return not _CLAUSE_END.search(text.rstrip())
