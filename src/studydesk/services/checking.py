"""Everything that must be right before a packet is printed: quotations and the user's words."""

from collections.abc import Callable
from dataclasses import dataclass

from studydesk.domain.article import Article, Severity
from studydesk.domain.packet import Packet
from studydesk.errors import NotFound
from studydesk.proof.finding import Finding
from studydesk.proof.quotation import QuotationResult, QuotationStatus, check_quotations

__all__ = ["Checked", "Finding", "QuotationResult", "QuotationStatus", "check"]


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


def check(packet: Packet, article_of: Callable[[str], Article | None]) -> Checked:
    """Check a packet; `article_of` finds an article by id, and may return None or raise NotFound
    where it is gone.
    """
    from studydesk.proof.rules import proofread  # the window opens without it

    def found(article_id: str) -> Article | None:
        try:
            return article_of(article_id)
        except NotFound:
            return None

    return Checked(check_quotations(packet, found), proofread(packet))
