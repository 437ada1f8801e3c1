"""The parts of a citation have names by the kind of source."""

from datetime import date

import pytest

from studydesk.domain.article import SourceKind
from studydesk.domain.missing import missing_facts
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.proof.rules import proofread
from studydesk.ui.words.citation_words import KINDS, part_name
from studydesk.ui.words.finding_words import finding_sentence


def packet(citation: Citation) -> Packet:
    return Packet(
        "学习", items=(PassageItem(Passage("a", 0, 2, "原文", citation=citation), id="p"),)
    )


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        (SourceKind.NEWSPAPER, "缺报名、日期、版次。"),
        (SourceKind.JOURNAL, "缺刊名、日期、期号和页码。"),
        (SourceKind.ONLINE, "缺日期、网址。"),
        (SourceKind.BOOK, "缺出版社、日期。"),
        (SourceKind.DOCUMENT, "缺日期。"),
    ],
)
def test_only_what_a_kind_needs_is_missing(kind: SourceKind, lacking: str) -> None:
    bare = packet(Citation("题名", kind=kind))
    (finding,) = proofread(bare)
    assert finding_sentence(finding).endswith(lacking)
    (fact,) = (fact for fact in missing_facts(bare) if fact.item_id)
    assert fact.kind is kind


def test_a_document_with_its_day_is_complete() -> None:
    whole = Citation("意见", ("某部",), published=date(2025, 1, 2), kind=SourceKind.DOCUMENT)
    assert whole.complete
    assert not proofread(packet(whole))


def test_every_kind_and_part_has_a_name() -> None:
    assert set(KINDS) == set(SourceKind)
    assert part_name("page") == "版次"
    assert part_name("book.newspaper") == "出版社"
