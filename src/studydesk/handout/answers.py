"""The space under a question to write in."""

from collections.abc import Iterator

from studydesk.domain.packet import AnswerSpace, Question
from studydesk.handout.measures import height_of
from studydesk.handout.model import AnswerBox, AnswerLines, Block
from studydesk.handout.paragraphs import lines
from studydesk.handout.style import CELL_PADDING, MILLIMETRE, WRITING_PITCH, Preset, Role
from studydesk.handout.wording import question_tag

_SHARES = {AnswerSpace.THIRD: 1 / 3, AnswerSpace.HALF: 1 / 2, AnswerSpace.PAGE: 1.0}
"""Of the height of the text area, the question included: two halves share a page."""
_IN_COLUMN = 3 / 4
"""Of a whole column: so much finds room beside what stands across the page, too."""


def has_own_page(question: Question, preset: Preset) -> bool:
    """Whether a question and its answer have a page to themselves; on pages with columns they have
    most of a column, and others stand beside them.
    """
    return question.space is AnswerSpace.PAGE and preset.page.columns == 1


def answer_space(question: Question, preset: Preset) -> Iterator[Block]:
    """Lines, or a box: so many lines high, or as large a share of the page as was asked for."""
    most = preset.limits.answer_lines
    count = min(question.lines, most) if most else question.lines
    match question.space:
        case AnswerSpace.NONE:
            return
        case AnswerSpace.LINES if count > 0:
            yield AnswerLines(count, question.id)
        case AnswerSpace.BOX if count > 0:
            yield AnswerBox(count, question.id)
        case AnswerSpace.THIRD | AnswerSpace.HALF | AnswerSpace.PAGE:
            room = _room(question, preset, preset.page.text_height * _SHARES[question.space])
            whole = max(1, int(room / WRITING_PITCH))
            yield AnswerBox(min(whole, most) if most else whole, question.id)


def _room(question: Question, preset: Preset, share: float) -> float:
    """Millimetres that a question leaves of its share of a page to write in: at least a third of
    it, which a very long question has beyond its share.
    """
    if question.space is AnswerSpace.PAGE and not has_own_page(question, preset):
        share *= _IN_COLUMN
    return max(share / 3, share - _height(question, preset, share))


def _height(question: Question, preset: Preset, share: float) -> float:
    """Millimetres that a question takes with the space around it and around its answer, and its
    part of the heading that stands over those that share the page.
    """
    style, head = preset.style(Role.QUESTION), preset.style(Role.HEADING_3)
    texts = lines(f"1.{question_tag(question.kind)}{question.text}")
    width = preset.page.column_width
    text = sum(height_of(line, Role.QUESTION, preset, width) for line in texts)
    points = style.space_before + style.space_after + preset.table_gap
    heading = head.space_before + head.leading + head.space_after
    points += heading * share / preset.page.text_height
    return text + points / MILLIMETRE + CELL_PADDING
