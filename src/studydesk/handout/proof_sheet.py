"""审校单: every quotation with its source and what the check found, what else to look at, and
the signatures of those who wrote the packet, read it and let it go out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from studydesk.domain.article import count_characters
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.signing import signature_of
from studydesk.domain.vouching import Duty
from studydesk.handout import wording
from studydesk.handout.citation import prose
from studydesk.handout.model import Block, Paragraph, Run, Table
from studydesk.handout.paragraphs import label, one_line, paragraphs
from studydesk.handout.style import Role

_ROW, _SIGNATURE = 8.0, 11.0
"""Millimetres: a row that is read, and one that is signed."""

_SHOWN = 8
"""Characters of a passage at either end, to find it by."""
_MARKS = "，、；：。 "


class Found(NamedTuple):
    """A finding in words: how much it matters, where it is, what is to be looked at, and how it
    was settled; empty where it was not.
    """

    severity: str
    place: str
    told: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the program's own checks found: for each passage by its item the result in words,
    and each finding; the rules that were not asked; for each duty that somebody signed for, whether
    the packet is still as it was then; and what set wording the words were held against.
    """

    quotations: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Found, ...] = ()
    silenced: tuple[str, ...] = ()
    remarks: Mapping[Duty, str] = field(default_factory=dict)
    wordings: str = ""
    is_done: bool = False


UNCHECKED = Review()
"""Nothing was checked: the results are left to be written in."""


def proof_blocks(packet: Packet, review: Review) -> Iterator[Block]:
    """The proof sheet of a packet."""
    yield from paragraphs(Role.LABEL, one_line(packet.session.unit))
    yield Paragraph(Role.TITLE, (Run(wording.PROOF_SHEET),))
    yield from paragraphs(Role.MASTHEAD, "　".join(filter(None, _facts(packet))))
    yield from _quotations(packet, review)
    yield from _findings(review)
    yield from paragraphs(Role.BODY, review.wordings)
    if review.silenced:
        yield from paragraphs(Role.BODY, wording.SILENCED + "；".join(review.silenced) + "。")
    yield label(Role.HEADING_3, wording.TO_CHECK_HEADING)
    yield Table(
        (0.09, 0.65, 0.26),
        (wording.NUMBER, wording.TO_CHECK_WHAT, wording.TO_CHECK_RESULT),
        tuple((str(n), what, wording.CHECKED) for n, what in enumerate(wording.TO_CHECK, 1)),
        row_height=_ROW,
        roles=(Role.TABLE_NUMBER, Role.TABLE_CELL, Role.TABLE_NUMBER),
        keep_with_next=True,  # no page has nothing but signatures (GB/T 9704, 7.3.5)
    )
    yield label(Role.HEADING_3, wording.SIGNED_OFF)
    yield Table(
        (0.27, 0.18, 0.27, 0.28),  # a date finds room on one line
        wording.SIGNATURE_COLUMNS,
        tuple(_signature(packet, review, duty) for duty in Duty),
        row_height=_SIGNATURE,
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_CELL, Role.TABLE_CELL),
    )


def _facts(packet: Packet) -> Iterator[str]:
    day = packet.session.held_on
    yield one_line(packet.title)
    yield wording.chinese_date(day) if day else ""
    read = sum(count_characters(passage.printed) for passage in packet.passages)
    yield wording.packet_size(len(packet.passages), read, len(packet.questions))


def _quotations(packet: Packet, review: Review) -> Iterator[Block]:
    items = [item for item in packet.items if isinstance(item, PassageItem)]
    yield label(Role.HEADING_3, wording.QUOTATIONS_HEADING)
    if not items:
        yield Paragraph(Role.BODY, (Run(wording.NO_QUOTATIONS),))
        return
    rows = (
        (
            str(number),
            _ends(one_line(item.passage.printed)),
            one_line(prose(item.passage.citation)) or wording.NO_SOURCE,
            review.quotations.get(item.id, wording.CHECKED),
        )
        for number, item in enumerate(items, start=1)
    )
    yield Table(
        (0.09, 0.31, 0.34, 0.26),
        wording.QUOTATION_COLUMNS,
        tuple(rows),
        row_height=_ROW,
        roles=(Role.TABLE_NUMBER, Role.TABLE_CELL, Role.TABLE_CELL, Role.TABLE_CELL),
    )


def _findings(review: Review) -> Iterator[Block]:
    yield label(Role.HEADING_3, wording.FINDINGS_HEADING)
    if not review.findings:
        told = wording.NO_FINDINGS if review.is_done else wording.NOT_CHECKED
        yield Paragraph(Role.BODY, (Run(told),))
        return
    yield Table(
        (0.1, 0.18, 0.46, 0.26),
        wording.FINDING_COLUMNS,
        tuple(
            (found.severity, found.place, found.told, found.settled or wording.SETTLED)
            for found in review.findings
        ),
        row_height=_ROW,
        roles=(Role.TABLE_NUMBER, Role.TABLE_CELL, Role.TABLE_CELL, Role.TABLE_CELL),
    )


def _signature(packet: Packet, review: Review, duty: Duty) -> tuple[str, str, str, str]:
    """The row of one who signs: what was signed in the program, else empty to be written in."""
    who = f"{duty.value}（{wording.SIGNATURE_HINTS[duty]}）"
    signature = signature_of(packet, duty)
    if signature is None:
        return who, "", "", ""
    return who, signature.name, wording.chinese_date(signature.on), review.remarks.get(duty, "")


def _ends(text: str) -> str:
    """The first and last words of a passage; no mark stands beside what is left out."""
    if len(text) <= 2 * _SHOWN + 2:
        return text
    return f"{text[:_SHOWN].rstrip(_MARKS)}……{text[-_SHOWN:].lstrip(_MARKS)}"
