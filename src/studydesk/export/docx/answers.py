"""Lines to write on and boxes of a DOCX: empty paragraphs with rules around them.

Unlike rows of a table they stay with their question in every word processor, in columns too, and
whoever needs another line presses Enter in one.
"""

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.styles import ANSWER_BOX, ANSWER_LINE
from studydesk.export.docx.xml import element, twips, twips_of_millimetres
from studydesk.export.pdf.strips import stays_whole
from studydesk.handout.model import AnswerBox, AnswerLines
from studydesk.handout.style import CELL_PADDING, WRITING_PITCH, Preset


def answer_lines(
    block: AnswerLines, preset: Preset, *, new_page: bool
) -> Iterator[BaseOxmlElement]:
    """Lines with a rule under each. Where they are too many for one page, neither the first nor
    the last stands alone.
    """
    last = block.lines - 1
    whole = stays_whole(block.lines, preset)
    for at in range(block.lines):
        keeps = at < last and (whole or at in {0, last - 1})
        properties = [] if at < last else [element("spacing", after=twips(preset.table_gap))]
        if at % 2:  # paragraphs with the same rules and indents would share one rule
            properties.append(element("ind", right=1))
        yield _line(ANSWER_LINE, properties, keeps=keeps, new_page=new_page and not at)


def answer_box(block: AnswerBox, preset: Preset, *, new_page: bool) -> Iterator[BaseOxmlElement]:
    """Lines within one frame, on one page where one has room for them."""
    last = block.lines - 1
    fits = block.lines * WRITING_PITCH <= preset.page.text_height
    for at in range(block.lines):
        above = {} if at else {"before": twips_of_millimetres(CELL_PADDING)}
        below = {} if at < last else {"after": twips(preset.table_gap)}
        properties = [element("spacing", **above, **below)] if above or below else []
        keeps = fits and at < last
        yield _line(ANSWER_BOX, properties, keeps=keeps, new_page=new_page and not at)


def _line(
    style: str, properties: Iterable[BaseOxmlElement], *, keeps: bool, new_page: bool
) -> BaseOxmlElement:
    kept = [element("keepNext")] if keeps else []
    begins = [element("pageBreakBefore")] if new_page else []
    return element("p", element("pPr", element("pStyle", val=style), *kept, *begins, *properties))
