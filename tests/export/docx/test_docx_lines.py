"""Lines of titles, of the contents and of sources in a DOCX."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph as Written

from studydesk.export.docx.lines import Lines, cell_lines
from studydesk.export.docx.writer import write_docx
from studydesk.handout.model import Block, Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Alignment, ParagraphStyle, Role

LONG = "深入学习贯彻习近平总书记关于工人阶级和工会工作的重要论述推动产业工人队伍建设改革走深走实"
SOURCE = f"（摘自阿卜杜拉·买买提、欧阳某某《{LONG}》，《工人日报》2025年4月29日第1版）"


def written(*blocks: Block, front: int | None = None, name: str = "普通讲义") -> list[Written]:
    preset = replace(PRESETS[name], contents_over=0)
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset, blocks, front=front)
    return list(docx.Document(BytesIO(write_docx(document))).paragraphs)


def test_a_title_breaks_between_words_by_a_break_that_is_no_character() -> None:
    title, *_ = written(Paragraph(Role.TITLE, (Run(LONG),)))
    assert title.text.split("\n") == [
        "深入学习贯彻习近平总书记",
        "关于工人阶级和工会工作的重要论述",
        "推动产业工人队伍建设改革走深走实",
    ]


def test_marks_that_choose_a_picture_are_no_characters_of_a_line() -> None:
    title, *_ = written(Paragraph(Role.TITLE, (Run("⚙\ufe0f⚡\ufe0f☎\ufe0f" + LONG),)))
    plain, *_ = written(Paragraph(Role.TITLE, (Run("⚙⚡☎" + LONG),)))
    assert title.text.replace("\ufe0f", "") == plain.text
    assert "\n" in plain.text


def test_facts_in_the_middle_break_between_words() -> None:
    facts = (
        "某某集团有限公司第三生产基地第一机械制造分公司总装车间第二会议室　主持人：欧阳某某　90分钟"
    )
    line, *_ = written(Paragraph(Role.MASTHEAD, (Run(facts),)))
    assert line.text.split("\n")[1] == "主持人：欧阳某某　90分钟"


def test_a_title_that_has_room_only_when_squeezed_ends_no_line_in_a_particle() -> None:
    told = "“建设班组”，产业工人队伍的集体协商职工基层"
    title, *_ = written(Paragraph(Role.TITLE, (Run(told),)), name="口袋本 A5")
    assert title.text.split("\n") == ["“建设班组”，", "产业工人队伍的集体协商职工基层"]


def test_a_short_title_has_no_break() -> None:
    title, *_ = written(Paragraph(Role.TITLE, (Run("集体协商"),)))
    assert title.text == "集体协商"


def test_a_page_number_stands_free_of_a_long_line_of_the_contents() -> None:
    paragraphs = written(Paragraph(Role.HEADING_1, (Run(LONG),)), front=0)
    line = next(each for each in paragraphs if "\t" in each.text)
    text, _, number = line.text.partition("\t")
    assert (text.replace("\n", ""), text.count("\n"), number) == (LONG, 1, "2")


def test_lines_of_a_source_begin_below_one_another() -> None:
    source, *_ = written(Paragraph(Role.SOURCE_LINE, (Run(SOURCE),)))
    layout = source.paragraph_format
    assert source.text.replace("\n", "") == SOURCE
    assert layout.alignment is WD_ALIGN_PARAGRAPH.LEFT
    assert layout.left_indent is not None
    assert layout.left_indent.pt > 80


def test_a_heading_ends_its_lines_between_words() -> None:
    heading, *_ = written(Paragraph(Role.HEADING_1, (Run("一、" + LONG),)))
    first, second = heading.text.split("\n")
    assert first.endswith("关于工人阶级")
    assert second.startswith("和工会工作的重要论述")


def test_a_source_that_has_room_without_its_indent_is_one_line() -> None:
    told = "（摘自杜宇《加大培育力度 打造高素质数字人才队伍》，《中国工运》）"
    source, *_ = written(Paragraph(Role.SOURCE_LINE, (Run(told),)), name="口袋本 A5")
    assert source.text == told
    assert source.paragraph_format.left_indent == 0
    assert source.paragraph_format.alignment is None
    assert source.runs[0]._r.xpath("w:rPr/w:spacing/@w:val") == ["-4"]


def test_a_source_that_has_room_only_when_squeezed_leaves_no_few_characters() -> None:
    told = "（摘自杜宇《加大培育力度》，《中国》，《工运》，《工会》，《工人》）"
    source, *_ = written(Paragraph(Role.SOURCE_LINE, (Run(told),)), name="口袋本 A5")
    assert min(map(len, source.text.split("\n"))) > 8


def test_a_source_of_one_line_stands_right() -> None:
    source, *_ = written(Paragraph(Role.SOURCE_LINE, (Run("（摘自《工人日报》）"),)))
    assert source.paragraph_format.alignment is None
    assert source.paragraph_format.left_indent is None, "as its style has it"


def test_lines_that_are_too_wide_unsqueezed_are_left_to_the_word_processor() -> None:
    facts = "（《职工》），（《工会》），" * 6
    line, *_ = written(Paragraph(Role.MASTHEAD, (Run(facts),)), name="口袋本 A5")
    assert line.text == facts


CELL = PRESETS["普通讲义"].style(Role.TABLE_CELL)


def test_a_cell_keeps_a_number_with_what_it_counts() -> None:
    told, _ = cell_lines("全组轮流领读一遍约用30分钟", CELL, 10.4 * CELL.size)
    assert "30分钟" in told.split("\n")[1]


def test_a_line_of_a_cell_has_room_where_no_mark_is_squeezed() -> None:
    told = cell_lines("工会30分、领读）", CELL, 8 * CELL.size)
    assert told == ("工会30分、\n领读）", 0), "broken, its characters need not stand closer"


@pytest.mark.parametrize(
    ("text", "style", "width"),
    [
        ("全组轮流领读一遍再说一说", CELL, 6 * CELL.size),
        ("全组领读，约30分钟", replace(CELL, alignment=Alignment.CENTRED), 6 * CELL.size),
        ("全组领读，约\u200b30分钟，再说", CELL, 6 * CELL.size),
    ],
)
def test_other_cells_are_left_to_the_word_processor(
    text: str, style: ParagraphStyle, width: float
) -> None:
    assert cell_lines(text, style, width)[0] == text


@pytest.mark.parametrize(
    ("begins", "cut"),
    [((), ["甲乙", "丙丁"]), ((1,), ["甲\n乙", "丙丁"]), ((2, 3), ["甲乙", "\n丙\n丁"])],
)
def test_runs_are_cut_where_lines_begin(begins: tuple[int, ...], cut: list[str]) -> None:
    runs = Lines(begins, 0).cut((Run("甲乙", bold=True), Run("丙丁")))
    assert [run.text for run in runs] == cut
    assert [run.bold for run in runs] == [True, False]


def test_the_number_of_a_centred_paragraph_is_none_of_its_lines() -> None:
    plain = PRESETS["普通讲义"]
    styles = {
        **plain.styles,
        Role.PASSAGE: replace(plain.style(Role.PASSAGE), alignment=Alignment.CENTRED),
    }
    block = Paragraph(Role.PASSAGE, (Run("班组的同志们，"),), number=1)
    document = HandoutDocument("讲义", Edition.PARTICIPANT, replace(plain, styles=styles), (block,))
    (paragraph,) = docx.Document(BytesIO(write_docx(document))).paragraphs
    assert "\n" not in paragraph.text
