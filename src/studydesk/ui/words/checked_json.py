"""The check of a packet as plain lists and dicts, for other programs: `studydesk check --json`."""

from studydesk.services.checking import Checked, Finding, QuotationResult
from studydesk.ui.words.finding_words import finding_sentence
from studydesk.ui.words.outcomes import quotation_sentence
from studydesk.ui.words.vouching_words import signature_sentence


def checked_json(checked: Checked) -> dict[str, object]:
    """Every result and finding with its sentence and who let it stand, what was not asked, and
    who signed.
    """
    return {
        "quotations": [
            {
                "item": result.item_id,
                "status": result.status,
                "moved": result.moved,
                "offset": result.offset,
                "expected": result.expected,
                "found": result.found,
                "sentence": quotation_sentence(result),
                "kept": _kept_json(checked, result),
            }
            for result in checked.quotations
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "item": finding.item_id,
                "field": finding.field,
                "start": finding.start,
                "end": finding.end,
                "found": finding.found,
                "suggestion": finding.suggestion,
                "sentence": finding_sentence(finding),
                "kept": _kept_json(checked, finding),
            }
            for finding in checked.findings
        ],
        "silenced": sorted(checked.silenced),
        "signatures": [
            {
                "duty": signature.duty,
                "name": signature.name,
                "on": signature.on.isoformat(),
                "sentence": signature_sentence(checked.packet, signature),
            }
            for signature in checked.packet.signatures
        ],
    }


def _kept_json(checked: Checked, found: Finding | QuotationResult) -> dict[str, str] | None:
    """Who let something stand, when and why; None where nobody did."""
    kept = checked.kept(found)
    if kept is None:
        return None
    return {
        "by": kept.by,
        "on": kept.on.isoformat() if kept.on else "",
        "reason": kept.reason,
    }
