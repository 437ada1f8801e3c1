"""What a DOCX keeps together on a page, as LibreOffice and Word understand it."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WrittenParagraph

from studydesk.export.docx.writer import write_docx
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    Edition,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import MILLIMETRE, Preset, Role

ORDINARY, COLUMNS = PRESETS["普通讲义"], PRESETS["两栏资料"]
_LINES = int(ORDINARY.page.text_height * MILLIMETRE / ORDINARY.style(Role.BODY).leading)
PARAGRAPH = Paragraph(Role.BODY, (Run("一"),))

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)


def lines_of(*blocks: Block, preset: Preset = ORDINARY) -> list[WrittenParagraph]:
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset, blocks)
    return list(docx.Document(BytesIO(write_docx(document))).paragraphs)


@every_preset
def test_a_question_and_the_lines_to_answer_on_stay_on_one_page(preset: Preset) -> None:
    asked = Paragraph(Role.QUESTION, (Run("问" * 300),))
    *before, last = lines_of(asked, AnswerLines(4), preset=preset)[:5]
    assert all(each.paragraph_format.keep_with_next for each in before)
    assert not last.paragraph_format.keep_with_next


@every_preset
def test_a_box_is_one_paragraph_that_stays_whole_with_its_question(preset: Preset) -> None:
    """Where LibreOffice keeps many together it leaves a heading alone, and in columns a page."""
    asked = Paragraph(Role.QUESTION, (Run("问" * 300),))
    question, box, *_ = lines_of(asked, AnswerBox(6), preset=preset)
    assert question.paragraph_format.keep_with_next
    assert box.paragraph_format.keep_together
    assert box.text.split("\n") == [" "] * 6, "LibreOffice makes lines of nothing lower"


def test_no_more_than_two_in_a_row_are_kept_with_the_next_in_columns() -> None:
    """Of more LibreOffice makes an empty page."""
    kept = [Paragraph(Role.FACILITATOR, (Run(text),), keep_with_next=True) for text in "甲乙丙丁"]
    written = lines_of(PARAGRAPH, *kept, PARAGRAPH, preset=COLUMNS)[1:5]
    keeps = [bool(each.paragraph_format.keep_with_next) for each in written]
    assert keeps == [True, True, False, True]


@pytest.mark.parametrize("space", [AnswerBox(2), AnswerLines(1)])
def test_room_to_answer_ends_the_row_of_what_is_kept_in_columns(space: Block) -> None:
    asked = Paragraph(Role.QUESTION, (Run("问"),))
    label = Paragraph(Role.FACILITATOR, (Run("提示"),), keep_with_next=True)
    written = lines_of(PARAGRAPH, asked, space, asked, space, label, PARAGRAPH, preset=COLUMNS)
    (told,) = [each for each in written if each.text == "提示"]
    assert told.paragraph_format.keep_with_next


@every_preset
def test_a_box_that_no_page_has_room_for_goes_on(preset: Preset) -> None:
    """Kept whole it would stand on a page more in LibreOffice."""
    assert not lines_of(AnswerBox(60), preset=preset)[0].paragraph_format.keep_together


def test_no_line_to_answer_on_ends_a_section() -> None:
    """LibreOffice drops an empty paragraph at the end of a section."""
    asked = Paragraph(Role.QUESTION, (Run("问"),))
    across = Paragraph(Role.HEADING_1, (Run("下一节"),))
    written = lines_of(asked, AnswerLines(2), across, preset=COLUMNS)
    ends = [each.style for each in written if each._p.find(".//" + qn("w:sectPr")) is not None]
    assert [style.name for style in ends if style] == ["Gap"]


def test_many_lines_to_answer_on_may_go_on_but_not_with_a_single_one() -> None:
    keeps = [bool(each.paragraph_format.keep_with_next) for each in lines_of(AnswerLines(20))]
    assert keeps == [True, *[False] * 17, True, False]


@pytest.mark.parametrize("block", [Table((1,), (), (("",),)), AnswerLines(3), PageBreak()])
def test_the_last_paragraph_is_kept_with_nothing(block: Block) -> None:
    """LibreOffice adds an empty page behind columns where it is."""
    for preset in (ORDINARY, COLUMNS):
        last = lines_of(PARAGRAPH, block, preset=preset)[-1]
        style = last.style.paragraph_format if last.style else None
        assert not last.paragraph_format.keep_with_next
        assert style is None or not style.keep_with_next


def test_a_break_begins_a_page_without_an_empty_line() -> None:
    words = [Paragraph(Role.BODY, (Run(text),)) for text in "甲乙"]
    first, second = lines_of(words[0], PageBreak(), words[1])
    assert not first.paragraph_format.page_break_before
    assert second.paragraph_format.page_break_before


@every_preset
def test_only_a_paragraph_of_an_eighth_of_a_page_is_kept_with_the_next(preset: Preset) -> None:
    style, page = preset.style(Role.PASSAGE), preset.page
    a_line = page.column_width * MILLIMETRE / style.size
    lines = page.text_height * MILLIMETRE / style.leading / 8
    short, long = (
        Paragraph(Role.PASSAGE, (Run("甲" * round(a_line * n)),), keep_with_next=True)
        for n in (max(3, lines) - 1.5, max(3, lines) + 1)
    )
    written = lines_of(short, long, preset=preset)
    assert [bool(each.paragraph_format.keep_with_next) for each in written[:2]] == [True, False]


@every_preset
@pytest.mark.parametrize("share", [0.2, 0.4, 0.6])
def test_a_paragraph_of_up_to_half_a_page_is_kept_with_its_source(
    preset: Preset, share: float
) -> None:
    style, page = preset.style(Role.PASSAGE), preset.page
    a_line = page.column_width * MILLIMETRE / style.size
    text = "甲" * round(a_line * share * page.text_height * MILLIMETRE / style.leading)
    told = Paragraph(Role.PASSAGE, (Run(text),), keep_with_next=True, number=2)
    source = Paragraph(Role.SOURCE_LINE, (Run("（摘自王敏的文章）"),))
    first = lines_of(told, source, PARAGRAPH, preset=preset)[0]
    assert bool(first.paragraph_format.keep_with_next) is (share < 0.5)


@pytest.mark.parametrize(
    ("before", "is_kept"),
    [(0, True), (_LINES - 9, True), (_LINES - 8, True), (_LINES - 5, False), (_LINES, True)],
    ids=["above", "at the foot", "taken along", "parted", "below"],
)
def test_a_passage_is_kept_with_its_source_where_the_pdf_has_them_on_one_page(
    before: int, *, is_kept: bool
) -> None:
    """LibreOffice would move all of one that is parted. Of eight lines the last two go along with
    the source where that has no room."""
    told = Paragraph(Role.PASSAGE, (Run("甲" * 35 * 8),), keep_with_next=True)
    source = Paragraph(Role.SOURCE_LINE, (Run("（摘自王敏的文章）"),))
    written = lines_of(*[PARAGRAPH] * before, told, source)[before]
    assert bool(written.paragraph_format.keep_with_next) is is_kept


@pytest.mark.parametrize("after", [(), (Paragraph(Role.HEADING_1, (Run("下一节"),)),)])
def test_columns_do_not_end_with_several_that_are_kept(after: tuple[Block, ...]) -> None:
    """LibreOffice does not balance them, and has an empty page where a file ends so."""
    heading = Paragraph(Role.HEADING_3, (Run("时间不够时"),))
    order = Paragraph(Role.FACILITATOR, (Run("按下列次序略去："),), keep_with_next=True)
    last = Paragraph(Role.FACILITATOR, (Run("1. 第2题。"),))
    written = lines_of(PARAGRAPH, heading, order, last, *after, preset=COLUMNS)
    assert not written[2].paragraph_format.keep_with_next
