from dataclasses import replace

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.library import Library
from studydesk.services.checking import QuotationStatus, check


def nothing(_id: str) -> None:
    return None


def test_a_clean_packet_has_nothing_to_settle(library: Library, packet: Packet) -> None:
    checked = check(packet, library.article, library.source)
    assert (checked.verbatim, checked.findings, checked.must_be_settled) == (1, (), False)


def test_an_article_that_the_library_lost_is_no_error(library: Library, packet: Packet) -> None:
    lost = edits.cite(packet, "other", packet.passages[0].citation)
    elsewhere = replace(lost.passages[0], article_id="nowhere-1")
    packet = Packet("学习", items=(PassageItem(elsewhere),))
    checked = check(packet, library.article, library.source)
    assert checked.quotations[0].status is QuotationStatus.SOURCE_MISSING
    assert checked.must_be_settled


def test_a_red_finding_must_be_settled_and_a_grey_one_need_not() -> None:
    red = Packet("学习", items=(Guide("二十四中全会"),))
    grey = Packet("学习", items=(Guide("设备..."),))
    assert check(red, nothing, nothing).must_be_settled
    assert not check(grey, nothing, nothing).must_be_settled
    assert len(check(grey, nothing, nothing).findings) == 1
