"""Everything that must be right before a packet is printed: quotations and the user's words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from studydesk.domain.article import Article, Severity, Source
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Insertion
from studydesk.errors import NotFound
from studydesk.proof.finding import Finding, written
from studydesk.proof.quotation import QuotationResult, QuotationStatus, check_quotations
from studydesk.services.originals import Originals
from studydesk.services.quoting import look_up

__all__ = [
    "Checked",
    "Finding",
    "QuotationResult",
    "QuotationStatus",
    "check",
    "check_against",
    "missing_glyphs",
]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Checked:
    """The quotation check of every passage of a packet, and what the proof rules found in it."""

    packet: Packet
    quotations: tuple[QuotationResult, ...]
    findings: tuple[Finding, ...]

    @property
    def verbatim(self) -> int:
        """How many passages agree with their sources."""
        return sum(result.status is QuotationStatus.VERBATIM for result in self.quotations)

    @property
    def unproven(self) -> tuple[QuotationResult, ...]:
        """The passages that do not agree with their sources, or have none to be held against."""
        return tuple(r for r in self.quotations if r.status is not QuotationStatus.VERBATIM)

    @property
    def must_be_settled(self) -> bool:
        """Whether a passage does not agree with its source, or a red finding is open."""
        return bool(self.unproven) or any(
            finding.severity is Severity.RED for finding in self.findings
        )


def check(
    packet: Packet,
    article_of: Callable[[str], Article | None],
    source_of: Callable[[str], Source | None],
) -> Checked:
    """Check a packet; `article_of` and `source_of` find articles and sources by id, and may
    return None or raise NotFound where they are gone.
    """
    from studydesk.proof.rules import proofread  # the window opens without it

    quotations = check_quotations(packet, _or_none(article_of), _or_none(source_of))
    return Checked(packet, quotations, (*proofread(packet), *missing_glyphs(packet)))


def check_against(originals: Originals, packet: Packet) -> Checked:
    """All that is checked before a packet is shown as checked, exported or printed: its passages,
    the user's words, and what these quote, against the texts that can be had.
    """
    checked = check(packet, originals.article, originals.source)
    return replace(checked, findings=(*checked.findings, *look_up(originals, packet)))


def missing_glyphs(packet: Packet) -> tuple[Finding, ...]:
    """What a PDF of the packet has boxes for, because no bundled face has the character: red
    inside a passage, amber elsewhere, one finding for each item. A DOCX has every character.
    """
    from studydesk.export.fonts import missing_characters  # the window opens without it

    texts: dict[tuple[str, str], str] = {}
    for place, text in _printed(packet):
        texts[place] = texts.get(place, "") + text
    return tuple(
        Finding(
            "F01",
            Severity.RED if field == _PASSAGE else Severity.AMBER,
            item_id,
            field,
            0,
            0,
            found,
        )
        for (item_id, field), text in texts.items()
        if (found := missing_characters(text))
    )


_PASSAGE = "passage"


def _printed(packet: Packet) -> Iterator[tuple[tuple[str, str], str]]:
    """Item, field and text of whatever a handout may print; steps of an agenda are one field."""
    session = packet.session
    yield ("", "session"), session.unit + session.place + session.host
    for words in written(packet):
        yield (words.item_id, words.field.partition(".")[0]), words.text
    for item in packet.items:
        if isinstance(item, PassageItem):
            cited = item.passage.citation
            insertions = (o.text for o in item.passage.operations if isinstance(o, Insertion))
            yield (item.id, _PASSAGE), "".join((item.passage.text, *insertions))
            yield (
                (item.id, "citation"),
                "".join((cited.title, *cited.authors, cited.newspaper, cited.page)),
            )


def _or_none(find: Callable[[str], _T | None]) -> Callable[[str], _T | None]:
    def found(key: str) -> _T | None:
        try:
            return find(key)
        except NotFound:
            return None

    return found
