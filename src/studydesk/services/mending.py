"""Putting right what a proof rule found: the user's words as it suggests, a passage that cuts a
sentence by the words of its article.
"""

from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.stretches import made_whole
from studydesk.errors import EditRefused
from studydesk.proof import mending
from studydesk.proof.finding import Finding
from studydesk.services.originals import Originals

CUT_SENTENCE = "Q13"
"""The rule of passages that begin or end within a sentence."""


def can_mend(finding: Finding) -> bool:
    """Whether there is one way to put it right."""
    return finding.rule == CUT_SENTENCE or mending.can_mend(finding)


def mend(originals: Originals, packet: Packet, finding: Finding) -> Packet:
    """The packet with what was found put right. Raises EditRefused("finding-gone") where it is
    there no more, NotFound where the article of the passage is gone.
    """
    if finding.rule != CUT_SENTENCE:
        return mending.mend(packet, finding)
    for item in packet.items:
        if item.id == finding.item_id and isinstance(item, PassageItem):
            whole = made_whole(item.passage, originals.article(item.passage.article_id))
            if whole != item.passage:
                return edits.change(packet, replace(item, passage=whole))
    raise EditRefused("finding-gone")
