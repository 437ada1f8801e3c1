import pytest

from studydesk.domain.packet import Packet
from studydesk.export.pdf import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, PageBreak, Table
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import Preset

PRESET = find_preset("普通讲义")
every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)


def tables(packet: Packet, preset: Preset = PRESET) -> list[Table]:
    blocks = compose(packet, Edition.RECORD, preset).blocks
    return [block for block in blocks if isinstance(block, Table)]


def record(packet: Packet) -> dict[str, str]:
    return {row[0]: row[1] for row in tables(packet)[1].rows}


def test_the_sign_in_sheet_has_numbered_blank_rows(packet: Packet) -> None:
    sheet = tables(packet)[0]
    assert sheet.header == ("序号", "姓名", "部门/班组", "职务", "签名", "备注")
    assert [row[0] for row in sheet.rows] == [str(n) for n in range(1, len(sheet.rows) + 1)]
    assert not any(cell for row in sheet.rows for cell in row[1:])


@every_preset
def test_the_sign_in_sheet_has_room_for_a_team(packet: Packet, preset: Preset) -> None:
    assert 15 <= len(tables(packet, preset)[0].rows) <= 25


def test_the_record_is_filled_in_as_far_as_is_known(packet: Packet) -> None:
    known = record(packet)
    assert known["学习主题"] == "让技能跟上设备"
    assert known["时　　间"] == "2025年11月21日"
    assert known["主 持 人"] == "张建国"
    assert known["学习内容"] == "苏文帅《让技能跟上设备》，《工人日报》2025年11月3日第7版"
    assert known["发言要点"] == ""


def test_what_is_not_known_is_left_to_be_written(items: tuple[()]) -> None:
    blank = record(Packet("题"))
    assert blank["地　　点"] == blank["学习内容"] == ""


@every_preset
def test_either_sheet_fits_on_its_page(packet: Packet, preset: Preset) -> None:
    assert write_pdf(compose(packet, Edition.RECORD, preset)).page_count == 2


def test_the_record_begins_on_a_page_of_its_own(packet: Packet) -> None:
    blocks = compose(packet, Edition.RECORD, PRESET).blocks
    assert sum(isinstance(block, PageBreak) for block in blocks) == 1


def test_the_foot_counts_heads(packet: Packet) -> None:
    assert "应到＿＿人　实到＿＿人　请假＿＿人" in compose(packet, Edition.RECORD, PRESET).texts()
