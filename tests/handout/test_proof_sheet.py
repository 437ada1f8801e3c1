from datetime import date

import pytest

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.signing import sign
from studydesk.domain.vouching import Duty
from studydesk.export.pdf.layout import lay_out
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, Table
from studydesk.handout.presets import find_preset
from studydesk.handout.proof_sheet import UNCHECKED, Found, Review

PRESET = find_preset("普通讲义")


def tables(packet: Packet, review: Review = UNCHECKED) -> list[Table]:
    blocks = compose(packet, Edition.PROOF, PRESET, review).blocks
    return [block for block in blocks if isinstance(block, Table)]


def test_every_quotation_stands_with_its_source(packet: Packet) -> None:
    (row,) = tables(packet)[0].rows
    assert row[1] == "技术迭代加速，技……要当好桥梁纽带。"
    assert row[2] == "苏文帅《让技能跟上设备》，《工人日报》2025年11月3日第7版"


def test_no_mark_stands_beside_what_is_left_out_of_a_passage() -> None:
    text = "工会是个娘家人，下基层、听意见、办实事。，离现场越难办"
    packet = Packet("题", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    assert tables(packet)[0].rows[0][1] == "工会是个娘家人……离现场越难办"


def test_what_was_not_checked_is_left_to_be_ticked(packet: Packet) -> None:
    assert tables(packet)[0].rows[0][3] == "□无误　□有误"
    texts = compose(packet, Edition.PROOF, PRESET).texts()
    assert "印出本单时未作校对。" in texts


def test_what_the_checks_found_is_printed(packet: Packet) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    found = (
        Found("必改", "导读", "全会的名称请核对。", "保留：王芳 2026年11月20日，原件如此"),
        Found("留意", "思考题1", "一题问了两件事。"),
    )
    review = Review({item.id: "与原文逐字一致。"}, found, is_done=True)
    quotations, findings, *_ = tables(packet, review)
    assert quotations.rows[0][3] == "与原文逐字一致。"
    assert findings.rows == (
        tuple(found[0]),
        ("留意", "思考题1", "一题问了两件事。", "□已改　□不改"),
    )


def test_rules_that_were_not_asked_are_named(packet: Packet) -> None:
    review = Review(silenced=("全会的名称（P06）", "省略号（B02）"), is_done=True)
    texts = compose(packet, Edition.PROOF, PRESET, review).texts()
    assert "按设置未检查的规则：全会的名称（P06）；省略号（B02）。" in texts


def test_who_signed_stands_with_the_day_and_whether_it_was_changed_since(packet: Packet) -> None:
    signed = sign(packet, Duty.READ, "王芳", date(2026, 11, 20))
    review = Review(remarks={Duty.READ: "签后没有改动"}, is_done=True)
    assert tables(signed, review)[-1].rows == (
        ("编写（自校）", "", "", ""),
        ("审核（对读原报）", "王芳", "2026年11月20日", "签后没有改动"),
        ("签发（审定）", "", "", ""),
    )


def test_a_clean_check_is_told_too(packet: Packet) -> None:
    texts = compose(packet, Edition.PROOF, PRESET, Review(is_done=True)).texts()
    assert "已按程序的校对规则查过，未见提示；人工核对仍不可少。" in texts


def test_a_packet_without_passages_has_no_table_of_them() -> None:
    assert tables(Packet("题"))[0].header[1] == "核对事项"


def test_the_proof_sheet_of_an_empty_packet_begins_with_its_first_part() -> None:
    document = compose(Packet("题"), Edition.PROOF, find_preset("普通讲义"))
    words = [run.text for block in document.blocks for run in getattr(block, "runs", ())]
    assert words.index("一、引文核对") < words.index("没有选段。") < words.index("二、校对提示")


@pytest.mark.parametrize("preset", ["普通讲义", "公文式讲义"])
def test_signatures_never_stand_on_a_page_of_their_own(packet: Packet, preset: str) -> None:
    for count in range(18):
        found = (Found("留意", "思考题1", "一题问了两件事。"),) * count
        review = Review(findings=found, is_done=True)
        document = compose(packet, Edition.PROOF, find_preset(preset), review)
        *_, checked, signed = [block for block in document.blocks if isinstance(block, Table)]
        pages = [{strip.strip.block for strip in page.strips} for page in lay_out(document).pages]
        assert all(checked in page for page in pages if signed in page)
