"""Quotations in the user's own words, looked up in the packet's passages and in its originals."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

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
    otherwise, with its words; Q12 where none says anything like it; Q04 where it is verbatim, but
    a leader's or a document's words in a text of somebody else. Nothing for what a facilitator may
    say and no text has.
    """
    passages = [
        _Text(each.text, each.citation.authors, each.citation.title) for each in packet.passages
    ]
    spoken = {item.id for item in packet.items if isinstance(item, FacilitatorNote)}
    quotes = tuple(quotations(packet))
    found = []
    for done, quote in enumerate(quotes):
        progress(done, len(quotes))
        near = _nearest(originals, quote, passages)
        is_spoken = quote.item_id in spoken or quote.field in _SPOKEN
        if near == _SECOND_HAND and not is_spoken:
            found.append(replace(_finding(quote, ""), rule="Q04", severity=Severity.GREY))
        elif near not in (_VERBATIM, _SECOND_HAND) and (near or quote.said or not is_spoken):
            found.append(_finding(quote, near))
    return tuple(found)


_SPOKEN = ("intent", "follow_ups")
"""Fields of a question with words for the facilitator to say."""
_VERBATIM, _SECOND_HAND = "\n", "\n\n"
_INSIDE = str.maketrans("“”", "‘’")
"""Marks of a quotation inside another one."""


class _Text(NamedTuple):
    """What may be quoted, and by whom it is; a document is by its own title."""

    text: str
    authors: tuple[str, ...]
    title: str

    def is_by(self, speaker: str) -> bool:
        """Whether it is the words of a leader or a document, as far as it says."""
        known = (*self.authors, f"《{self.title}》")
        return not speaker or not self.authors or speaker in known


def _nearest(originals: Originals, quote: Quoted, passages: list[_Text]) -> str:
    """The words that were meant, empty where none are found, _VERBATIM, or _SECOND_HAND where
    the text is not by whom it says.
    """
    near = ""
    for each in _texts(originals, quote, passages):
        if stands_in(quote.text, each.text):
            if each.is_by(quote.speaker):
                return _VERBATIM
            near = _SECOND_HAND
        near = near or nearest(quote.text, each.text)
    return near


def _texts(originals: Originals, quote: Quoted, passages: list[_Text]) -> Iterator[_Text]:
    yield from passages
    read = set()
    for piece in pieces(quote.text):
        for article in originals.articles_with(piece, _LOOKED_AT):
            if article.id not in read:
                read.add(article.id)
                text = "\n".join(block.text for block in article.blocks)
                yield _Text(text, article.authors, article.title)


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
