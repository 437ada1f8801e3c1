"""Everything that must be right before a packet is printed: quotations and the user's words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from studydesk.domain.article import Article, Severity, Source
from studydesk.domain.packet import Packet
from studydesk.errors import NotFound
from studydesk.proof.finding import Finding
from studydesk.proof.quotation import QuotationResult, QuotationStatus, check_quotations

__all__ = ["Checked", "Finding", "QuotationResult", "QuotationStatus", "check"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Checked:
    """The quotation check of every passage, and what the proof rules found."""

    quotations: tuple[QuotationResult, ...]
    findings: tuple[Finding, ...]

    @property
    def verbatim(self) -> int:
        """How many passages agree with their sources."""
        return sum(result.status is QuotationStatus.VERBATIM for result in self.quotations)

    @property
    def must_be_settled(self) -> bool:
        """Whether a passage does not agree with its source, or a red finding is open."""
        return self.verbatim < len(self.quotations) or any(
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
    return Checked(quotations, proofread(packet))


def _or_none(find: Callable[[str], _T | None]) -> Callable[[str], _T | None]:
    def found(key: str) -> _T | None:
        try:
            return find(key)
        except NotFound:
            return None

    return found
