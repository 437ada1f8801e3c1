"""Quotations in the user's own words, looked up in the packet's passages and in its originals."""

from collections.abc import Iterator

from studydesk.domain.article import Severity
from studydesk.domain.packet import FacilitatorNote, Packet
from studydesk.proof.finding import Finding, Progress, unheard
from studydesk.proof.quoted import Quoted, nearest, pieces, quotations, stands_in
from studydesk.services.originals import Originals

_LOOKED_AT = 12
"""Articles that are read for one quotation."""


def look_up(
    originals: Originals, packet: Packet, progress: Progress = unheard
) -> tuple[Finding, ...]:
    """What the user quotes and no text of the originals says just so: Q11 where one says it
    otherwise, with its words; Q12 where none says anything like it. Nothing for what is verbatim,
    nor for what a facilitator may say and no text has.
    """
    passages = [passage.text for passage in packet.passages]
    spoken = {item.id for item in packet.items if isinstance(item, FacilitatorNote)}
    quotes = tuple(quotations(packet))
    found = []
    for done, quote in enumerate(quotes):
        progress(done, len(quotes))
        near = _nearest(originals, quote, passages)
        is_spoken = quote.item_id in spoken or quote.field in _SPOKEN
        if near != _VERBATIM and (near or quote.said or not is_spoken):
            found.append(_finding(quote, near))
    return tuple(found)


_SPOKEN = ("intent", "follow_ups")
"""Fields of a question with words for the facilitator to say."""
_VERBATIM = "\n"
_INSIDE = str.maketrans("“”", "‘’")
"""Marks of a quotation inside another one."""


def _nearest(originals: Originals, quote: Quoted, passages: list[str]) -> str:
    """The words that were meant, empty where none are found, or _VERBATIM."""
    near = ""
    for text in _texts(originals, quote, passages):
        if stands_in(quote.text, text):
            return _VERBATIM
        near = near or nearest(quote.text, text)
    return near


def _texts(originals: Originals, quote: Quoted, passages: list[str]) -> Iterator[str]:
    yield from passages
    read = set()
    for piece in pieces(quote.text):
        for article in originals.articles_with(piece, _LOOKED_AT):
            if article.id not in read:
                read.add(article.id)
                yield "\n".join(block.text for block in article.blocks)


def _finding(quote: Quoted, near: str) -> Finding:
    return Finding(
        "Q11" if near else "Q12",
        Severity.AMBER if near else Severity.GREY,
        quote.item_id,
        quote.field,
        quote.start,
        quote.end,
        quote.text,
        near.translate(_INSIDE),
    )
