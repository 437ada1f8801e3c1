"""Putting right what a proof rule found: the user's words as it suggests, a passage that cuts a
sentence by the words of its article, a title that is not the article's.
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


OTHER_TITLE = "C08"
"""The rule of passages that are cited by another title than their article has."""


def can_mend(finding: Finding) -> bool:
    """Whether there is one way to put it right."""
    return finding.rule in {CUT_SENTENCE, OTHER_TITLE} or mending.can_mend(finding)


def mend(originals: Originals, packet: Packet, finding: Finding) -> Packet:
    """The packet with what was found put right. Raises EditRefused("finding-gone") where it is
    there no more, NotFound where the article of the passage is gone.
    """
    if finding.rule not in {CUT_SENTENCE, OTHER_TITLE}:
        return mending.mend(packet, finding)
    for item in packet.items:
        if item.id != finding.item_id or not isinstance(item, PassageItem):
            continue
        if finding.rule == OTHER_TITLE:
            cited = replace(item.passage.citation, title=finding.suggestion)
            mended = replace(item, passage=replace(item.passage, citation=cited))
            return edits.change(packet, mended)
        whole = made_whole(item.passage, originals.article(item.passage.article_id))
        if whole != item.passage:
            return edits.change(packet, replace(item, passage=whole))
    raise EditRefused("finding-gone")
