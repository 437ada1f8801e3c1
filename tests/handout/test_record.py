from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from studydesk.domain.edits import append, set_parts
from studydesk.domain.packet import Packet, Question
from studydesk.domain.parts import Part
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, PageBreak, Paragraph, Table
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import Limits, Preset, Role

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


# --- sheets that are chosen ------------------------------------------------------------------

SHEETS = (Part.SIGN_IN, Part.RECORD, Part.GROUPS, Part.REFLECTION, Part.FEEDBACK)


@every_preset
def test_every_sheet_fits_on_its_page(packet: Packet, preset: Preset) -> None:
    questions = [Question("文中说的“技能断层”，在我们班组是哪台设备、哪道工序？") for _ in range(8)]
    long = set_parts(append(packet, *questions), SHEETS)
    assert write_pdf(compose(long, Edition.RECORD, preset)).page_count == len(SHEETS)


@pytest.mark.parametrize("part", SHEETS)
def test_a_sheet_is_printed_only_where_it_was_chosen(packet: Packet, part: Part) -> None:
    titles = [
        block.text
        for block in compose(set_parts(packet, {part}), Edition.RECORD, PRESET).blocks
        if isinstance(block, Paragraph) and block.role is Role.TITLE
    ]
    assert [part.value in title for title in titles] == [True]


def test_a_group_has_the_questions_before_it(packet: Packet) -> None:
    topics = tables(set_parts(packet, {Part.GROUPS, Part.QUESTIONS}))[1]
    assert [row[0] for row in topics.rows[:2]] == ["1. 文中指的是什么？", "2. 谁牵头、哪天完成？"]
    assert not any(cell for row in topics.rows for cell in row[1:])


@every_preset
def test_every_question_of_a_group_has_a_row_to_write_in(packet: Packet, preset: Preset) -> None:
    texts = [f"{number}：" + "这道工序为什么总在夜班出差错？" * 3 for number in range(1, 13)]
    asked = replace(packet, items=tuple(map(Question, texts)))
    groups = set_parts(asked, {Part.GROUPS, Part.QUESTIONS})
    document = compose(groups, Edition.RECORD, replace(preset, limits=Limits()))
    *_, topics = (block for block in document.blocks if isinstance(block, Table))
    assert [row[0] for row in topics.rows] == [f"{n}. {text}" for n, text in enumerate(texts, 1)]
    assert min(topics.heights) >= 18


@every_preset
def test_long_facts_leave_every_sheet_on_its_page(packet: Packet, preset: Preset) -> None:
    session = replace(
        packet.session,
        unit="某某特大型装备制造集团有限责任公司第一机械加工事业部数控车间工会委员会",
        place="一号会议室（综合楼三层东侧，远程分会场：ZOOM 123 456 789）",
    )
    title = "新时代产业工人队伍建设改革学习资料：从“大国工匠”到“八级工”——技能人才成长通道（第12期）"
    items = (*packet.items, *(Question("文中说的“技能断层”，在我们班组是哪道工序？"),) * 8)
    long = replace(packet, title=title, session=session, items=items)
    for part in SHEETS:
        made = write_pdf(compose(set_parts(long, {part}), Edition.RECORD, preset))
        assert made.page_count <= (2 if part is Part.GROUPS else 1), part


def test_feedback_asks_for_no_name(packet: Packet) -> None:
    texts = "".join(compose(set_parts(packet, {Part.FEEDBACK}), Edition.RECORD, PRESET).texts())
    assert "不记名" in texts
    assert "姓" not in texts


def test_names_stand_on_the_sheet_to_sign_and_nowhere_else(packet: Packet) -> None:
    names = [f"职工{number}" for number in range(60)]
    document = compose(packet, Edition.RECORD, PRESET, names=names)
    sheet, *others = [block for block in document.blocks if isinstance(block, Table)]
    assert [row[1] for row in sheet.rows] == [*names, "", ""]
    assert "应到 60 人　实到＿＿人　请假＿＿人" in document.texts()
    assert not any("职工" in cell for table in others for row in table.rows for cell in row)
    assert write_pdf(document).page_count == 4


@every_preset
def test_no_page_of_the_sheet_to_sign_is_without_a_name(packet: Packet, preset: Preset) -> None:
    signed = set_parts(packet, {Part.SIGN_IN})
    for count in (17, 20, 21, 22, 23, 24, 48, 49, 50):
        names = [f"职工{number}" for number in range(count)]
        made = write_pdf(compose(signed, Edition.RECORD, preset, names=names))
        with PdfDocument(made.data) as file:
            texts = [page.get_textpage().get_text_range() for page in file]
        assert all("职工" in text for text in texts), count


def test_the_record_counts_the_heads_of_the_sheet_to_sign(packet: Packet) -> None:
    document = compose(packet, Edition.RECORD, PRESET, names=["钱志权", "李梅"])
    cells = [
        cell
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    assert "应到 2 人　实到＿＿人　请假＿＿人" in cells


def test_a_few_names_leave_the_page_full(packet: Packet) -> None:
    blank = tables(packet)[0]
    document = compose(packet, Edition.RECORD, PRESET, names=["钱志权"])
    sheet = next(block for block in document.blocks if isinstance(block, Table))
    assert len(sheet.rows) == len(blank.rows)
    assert sheet.rows[0][:2] == ("1", "钱志权")
