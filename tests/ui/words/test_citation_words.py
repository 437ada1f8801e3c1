"""The parts of a citation have names by the kind of source."""

from datetime import date

import pytest

from studydesk.domain.article import SourceKind
from studydesk.domain.missing import missing_facts
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.proof.rules import proofread
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import Asked
from studydesk.ui.words.citation_words import KINDS, filled, filled_in, part_name
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


def asked(*newspapers: str) -> Asked:
    day = date(2025, 6, 12)
    facts = [SourceFacts(n, n, day if n else None, "3" if n else "") for n in newspapers]
    return Asked.of(facts, [f"{name}.txt" for name in "甲乙丙丁"[: len(facts)]])


@pytest.mark.parametrize(
    ("newspapers", "told"),
    [
        (("日报", "", ""), "填入 3 个文件中空着的 2 个：乙.txt、丙.txt。已有或认出而不同的照记。"),
        (("", ""), "填入 2 个文件：甲.txt、乙.txt。"),
        (("", "", "", ""), "填入 4 个文件：甲.txt、乙.txt、丙.txt等。"),
        (("日报", "晚报"), "2 个文件都有出处了，不同的照记。"),
        (("日报", "日报"), "2 个文件的出处一样，一起改。"),
    ],
)
def test_the_files_that_are_filled_in_are_named(newspapers: tuple[str, ...], told: str) -> None:
    assert filled_in(asked(*newspapers)) == told


def test_no_more_files_are_said_to_be_filled_in_than_are() -> None:
    before = asked("日报", "", "")
    after = before.answered("晚报", None, "")
    assert [each.newspaper for each in after] == ["日报", "晚报", "晚报"]
    assert filled(before.facts, after) == "3 个来源中填写了 2 个的出处，其余没有改动。"
    assert filled(before.facts[1:], after[1:]) == "2 个来源的出处已填写。"
