"""Quotations in the user's own words, looked up in the packet's passages and in its originals."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from studydesk.domain.article import Severity
from studydesk.domain.packet import FacilitatorNote, Packet, Term
from studydesk.errors import NotFound
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
    a leader's or a document's words in a text of somebody else; Q11 also for a definition that is
    nearly what its origin says. Nothing for what a facilitator may say and no text has.
    """
    passages = [
        _Text(each.text, each.citation.authors, each.citation.title, each.citation.newspaper)
        for each in packet.passages
    ]
    spoken = {item.id for item in packet.items if isinstance(item, FacilitatorNote)}
    quotes = tuple(quotations(packet))
    found = []
    for done, quote in enumerate(quotes):
        progress(done, len(quotes))
        verdict, words = _looked_up(originals, quote, passages)
        is_spoken = quote.item_id in spoken or quote.field in _SPOKEN
        if verdict in _RULES and not (is_spoken and _needs_no_source(quote, verdict)):
            found.append(_finding(quote, verdict, words))
    return (*found, *_defined_otherwise(originals, packet, passages))


_SPOKEN = ("intent", "follow_ups")
"""Fields of a question with words for the facilitator to say."""
_INSIDE = str.maketrans("“”", "‘’")
"""Marks of a quotation inside another one."""


class _Verdict(Enum):
    """What becomes of a quotation that is looked up."""

    VERBATIM = auto()
    SECOND_HAND = auto()
    OTHERWISE = auto()
    NOWHERE = auto()


_RULES = {
    _Verdict.SECOND_HAND: ("Q04", Severity.GREY),
    _Verdict.OTHERWISE: ("Q11", Severity.AMBER),
    _Verdict.NOWHERE: ("Q12", Severity.GREY),
}


class _LookedUp(NamedTuple):
    """The verdict, and the words that were meant where a text says it otherwise."""

    verdict: _Verdict
    words: str = ""


class _Text(NamedTuple):
    """What may be quoted, by whom it is, and where it was published."""

    text: str
    authors: tuple[str, ...]
    title: str
    newspaper: str

    def is_by(self, said: str) -> bool:
        """Whether words that say by whom a quotation is name this text, as far as it says whose
        it is: one of its authors, its title or its newspaper.
        """
        known = (*self.authors, f"《{self.title}》", f"《{self.newspaper.strip('《》')}》")
        return not said or not self.authors or any(name and name in said for name in known)


def _looked_up(originals: Originals, quote: Quoted, passages: list[_Text]) -> _LookedUp:
    found = _LookedUp(_Verdict.NOWHERE)
    for each in _texts(originals, quote, passages):
        if stands_in(quote.text, each.text):
            if each.is_by(quote.by):
                return _LookedUp(_Verdict.VERBATIM)
            found = _LookedUp(_Verdict.SECOND_HAND)
        elif found.verdict is _Verdict.NOWHERE and (words := nearest(quote.text, each.text)):
            found = _LookedUp(_Verdict.OTHERWISE, words)
    return found


def _needs_no_source(quote: Quoted, verdict: _Verdict) -> bool:
    """Whether a facilitator may say so: not what a text has otherwise, nor what somebody said who
    is nowhere found to.
    """
    made_up = verdict is _Verdict.NOWHERE and not quote.said
    return made_up or verdict is _Verdict.SECOND_HAND


def _texts(originals: Originals, quote: Quoted, passages: list[_Text]) -> Iterator[_Text]:
    yield from passages
    read = set()
    for piece in pieces(quote.text):
        for article in originals.articles_with(piece, _LOOKED_AT):
            if article.id not in read:
                read.add(article.id)
                text = "\n".join(block.text for block in article.blocks)
                newspaper = _newspaper(originals, article.source_id) if quote.by else ""
                yield _Text(text, article.authors, article.title, newspaper)


def _newspaper(originals: Originals, source_id: str) -> str:
    try:
        return originals.source(source_id).newspaper
    except NotFound:
        return ""  # deleted meanwhile


def _finding(quote: Quoted, verdict: _Verdict, words: str) -> Finding:
    rule, severity = _RULES[verdict]
    place = (quote.item_id, quote.field, quote.start, quote.end)
    return Finding(rule, severity, *place, quote.text, words.translate(_INSIDE))


def _defined_otherwise(
    originals: Originals, packet: Packet, passages: list[_Text]
) -> Iterator[Finding]:
    """Definitions that are not what the text that they name as their origin says, but nearly."""
    for item in packet.items:
        if not isinstance(item, Term) or not item.origin:
            continue
        said = Quoted(item.id, "definition", 0, len(item.definition), item.definition, said=False)
        named = [
            text.text
            for text in _texts(originals, said, passages)
            if text.title and f"《{text.title}》" in item.origin
        ]
        if any(stands_in(said.text, text) for text in named):
            continue
        meant = next(filter(None, (nearest(said.text, text) for text in named)), "")
        if meant:
            rule, severity = _RULES[_Verdict.OTHERWISE]
            yield Finding(
                rule, severity, said.item_id, said.field, said.start, said.end, said.text, meant
            )
