"""What a packet lacks: words in a field, minutes of an agenda, parts of a source."""

import re
from collections.abc import Iterator
from itertools import islice

from studydesk.domain import question_names
from studydesk.domain.article import SourceKind
from studydesk.domain.naming import pointing_nowhere
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation
from studydesk.domain.passage_names import GONE, as_quoted


def empty_fields(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """The first field of each item that is needed and has no words."""
    for item in packet.items:
        empty = (field for field, text, kind in own_words(item) if kind.needed and not text.strip())
        for field in islice(empty, 1):  # the next one is told when this one is filled
            yield item.id, field, ""


def named_and_deleted(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Where the user's own words named a passage or a question that was deleted: 选段〔已删〕."""
    yield from (told for told in pointing_nowhere(packet) if GONE in told[-1])


def named_and_not_there(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """Where they name one by a number that none has."""
    yield from (told for told in pointing_nowhere(packet) if GONE not in told[-1])


def numbered_beside_a_blank(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """An empty question before one that the user's own words name by its number: it is printed
    with another.
    """
    blanks = [n for n, each in enumerate(packet.questions, 1) if not each.text.strip()]
    read = as_quoted(packet.passages)
    words = (words.text for item in packet.items for words in own_words(item))
    names = (name for text in words for name in question_names.names(text, read))
    if blanks and (name := next((one for one in names if one.highest >= blanks[0]), None)):
        yield packet.questions[blanks[0] - 1].id, "text", name.text


def agenda_length(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """An agenda whose minutes are not those of the session: planned/there are."""
    for agenda in packet.agendas:
        if agenda.minutes != packet.session.minutes:
            yield agenda.id, "steps", f"{agenda.minutes}/{packet.session.minutes}"


def citation_unknown(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A passage of which neither title nor author is known."""
    for item in packet.items:
        if isinstance(item, PassageItem):
            citation = item.passage.citation
            if not (citation.title or citation.authors):
                yield item.id, "citation", "title"


def citation_unlisted(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A name alone refers to nothing: 出处一览 has no entry for it."""
    for item in packet.items:
        if isinstance(item, PassageItem) and _is_unlisted(item.passage.citation):
            citation = item.passage.citation
            parts = (part for part in citation.missing if part != "newspaper")
            yield item.id, "citation", _told(citation, "work", *parts)


def citation_incomplete(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A passage whose source lacks a part, by name; that neither title nor author is known has a
    rule of its own.
    """
    for item in packet.items:
        if isinstance(item, PassageItem) and not _is_unlisted(item.passage.citation):
            citation = item.passage.citation
            if parts := citation.lacking if citation.authors else citation.missing:
                yield item.id, "citation", _told(citation, *parts)


def page_odd(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A page of a newspaper that is none, as 工人日报 or a date."""
    for item in packet.items:
        if isinstance(item, PassageItem) and item.passage.citation.has_odd_page:
            yield item.id, "citation", item.passage.citation.page


def label_of_date(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A label of a passage that is a date and nothing else."""
    for item in packet.items:
        if isinstance(item, PassageItem) and _DATE.fullmatch(item.label.strip()):
            yield item.id, "label", item.label.strip()


_DATE = re.compile(r"\d{4}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?|\d{8}|\d{1,2}月\d{1,2}日")


def _is_unlisted(citation: Citation) -> bool:
    named = citation.title.strip() or citation.newspaper.strip()
    return bool(citation.authors) and not named


def _told(citation: Citation, *parts: str) -> str:
    """Parts by their names; those of other kinds than newspapers have names of their own."""
    other = citation.kind is not SourceKind.NEWSPAPER
    return " ".join(f"{citation.kind}.{part}" if other else part for part in parts)
