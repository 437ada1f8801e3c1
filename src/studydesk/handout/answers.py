"""The space under a question to write in."""

from collections.abc import Iterator

from studydesk.domain.packet import AnswerSpace, Question
from studydesk.handout.model import AnswerBox, AnswerLines, Block
from studydesk.handout.paragraphs import lines
from studydesk.handout.style import MILLIMETRE, WRITING_PITCH, Preset, Role

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
            room = preset.page.text_height * _SHARES[question.space]
            room -= _height(question, preset)
            if question.space is AnswerSpace.PAGE and not has_own_page(question, preset):
                room *= _IN_COLUMN
            whole = max(1, int(room / WRITING_PITCH))
            yield AnswerBox(min(whole, most) if most else whole, question.id)


def _height(question: Question, preset: Preset) -> float:
    """Millimetres that a question takes at most, with its label and the space around it."""
    style, head = preset.style(Role.QUESTION), preset.style(Role.HEADING_3)
    a_line = preset.page.column_width * MILLIMETRE / style.size - 2
    count = 1 + sum(1 + (len(line) + 12) // a_line for line in lines(question.text))
    points = count * style.leading + head.leading + head.space_before + 2 * preset.table_gap
    return points / MILLIMETRE
