"""Putting right what a rule found, one finding at a time, as its suggestion says."""

from studydesk.domain import edits
from studydesk.domain.own_words import own_words, with_words
from studydesk.domain.packet import Packet
from studydesk.errors import EditRefused
from studydesk.proof.finding import Finding


def can_mend(finding: Finding) -> bool:
    """Whether there is one thing that could stand in place of what was found."""
    return bool(finding.suggestion and finding.found)


def mend(packet: Packet, finding: Finding) -> Packet:
    """The packet with the suggestion in place of what was found. Where its field was edited
    since, the same words nearest to where they were are meant.

    Raises EditRefused("finding-gone") where they stand there no more, or nothing is suggested.
    """
    text = _text(packet, finding)
    start = _place(text, finding)
    if start < 0 or not can_mend(finding):
        raise EditRefused("finding-gone")
    better = text[:start] + finding.suggestion + text[start + len(finding.found) :]
    if not finding.item_id:
        return edits.rename(packet, better)
    item = packet.items[edits.position(packet, finding.item_id)]
    return edits.change(packet, with_words(item, finding.field, better))


def _text(packet: Packet, finding: Finding) -> str:
    if not finding.item_id:
        return packet.title if finding.field == "title" else ""
    for item in packet.items:
        if item.id == finding.item_id:
            texts = {words.field: words.text for words in own_words(item)}
            return texts.get(finding.field, "")
    return ""


def _place(text: str, finding: Finding) -> int:
    """Where the words that were found stand, the nearest to where they were; -1 for nowhere."""
    before = text.rfind(finding.found, 0, finding.start + len(finding.found))
    after = text.find(finding.found, finding.start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - finding.start), default=-1)
