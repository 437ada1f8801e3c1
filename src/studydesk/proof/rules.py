"""Every proof rule, and proofreading: rules look at the user's own words only."""

from collections.abc import Iterator, Mapping

from studydesk.domain.packet import Packet
from studydesk.proof.finding import (
    Finding,
    PacketRule,
    Progress,
    WordRule,
    Words,
    unheard,
    written,
)
from studydesk.proof.packet_rules import PACKET_RULES
from studydesk.proof.quoted import words_of_others
from studydesk.proof.word_rules import QUESTION_RULES, UNQUOTED_RULES, WORD_RULES

RULES: dict[str, WordRule | PacketRule] = {
    rule.id: rule for rule in (*WORD_RULES, *UNQUOTED_RULES, *QUESTION_RULES, *PACKET_RULES)
}
"""Every rule by its id that looks at the packet alone."""

BEYOND: Mapping[str, str] = {
    "C08": "the title that an article has: other_title in facts.py",
    "F01": "the faces of the preset: missing_glyphs in services/checking.py",
    "N07": "who an article says its author is: other_identity in facts.py",
    "P20": "the bank of set wording: look_for in phrase_bank.py",
    "P21": "the bank of set wording: look_for in phrase_bank.py",
    "Q04": "texts of the library: look_up in services/quoting.py",
    "Q11": "texts of the library: look_up in services/quoting.py",
    "Q12": "texts of the library: look_up in services/quoting.py",
    "Q16": "what recovery found doubtful: in_doubt in doubts.py",
}
"""Rules that hold the user's words against more than the packet: what that is, and where."""


def proofread(packet: Packet, progress: Progress = unheard) -> tuple[Finding, ...]:
    """Everything the rules find in a packet, in the order of its items. Nothing is changed, and
    the text of a passage is looked at for one thing only: whether it says 今年 of another year.
    """
    found = [*_in_words(packet, progress), *_in_packet(packet)]
    order = {item.id: place for place, item in enumerate(packet.items)}
    return tuple(sorted(found, key=lambda finding: order.get(finding.item_id, -1)))


def _in_words(packet: Packet, progress: Progress) -> Iterator[Finding]:
    question_ids = {question.id for question in packet.questions}
    fields = tuple(written(packet))
    for done, field in enumerate(fields):
        progress(done, len(fields))
        asked = field.item_id in question_ids and field.field == "text"
        for rule in (*WORD_RULES, *(QUESTION_RULES if asked else ())):
            if field.is_title or not rule.titles_only:
                yield from _found(rule, field)
        others = words_of_others(field.text)
        for rule in UNQUOTED_RULES:
            for finding in _found(rule, field):
                if not any(s <= finding.start and finding.end <= e for s, e in others):
                    yield finding


def _found(rule: WordRule, field: Words) -> Iterator[Finding]:
    for start, end, suggestion in rule.look(field.text):
        found = field.text[start:end]
        yield Finding(
            rule.id, rule.severity, field.item_id, field.field, start, end, found, suggestion
        )


def _in_packet(packet: Packet) -> Iterator[Finding]:
    for rule in PACKET_RULES:
        for item_id, field, found in rule.look(packet):
            yield Finding(rule.id, rule.severity, item_id, field, 0, 0, found)
