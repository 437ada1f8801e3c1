"""Lines to write on and boxes of a DOCX: paragraphs without words, with rules around them.

Unlike rows of a table they stay with their question in every word processor, in columns too, and
whoever needs another line presses Enter in one.
"""

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.styles import ANSWER_BOX, ANSWER_LINE
from studydesk.export.docx.xml import element, text_element, twips, twips_of_millimetres
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


def answer_box(block: AnswerBox, preset: Preset, *, new_page: bool) -> BaseOxmlElement:
    """Lines within one frame, on one page where one has room for them: kept together LibreOffice
    makes more pages of others. They are one paragraph: of several that are kept together in
    columns it leaves a page empty below. The spaces are there because it makes lower lines of
    nothing at all.
    """
    begins = [element("pageBreakBefore")] if new_page else []
    above, below = twips_of_millimetres(CELL_PADDING), twips(preset.table_gap)
    spacing = element("spacing", before=above, after=below)
    style = element("pStyle", val=ANSWER_BOX)
    lines = [text_element("t", " ")]
    for _ in range(block.lines - 1):
        lines += [element("br"), text_element("t", " ")]
    fits = block.lines * WRITING_PITCH <= preset.page.text_height
    kept = [element("keepLines")] if fits else []
    properties = element("pPr", style, *kept, *begins, spacing)
    return element("p", properties, element("r", *lines))


def _line(
    style: str, properties: Iterable[BaseOxmlElement], *, keeps: bool, new_page: bool
) -> BaseOxmlElement:
    kept = [element("keepNext")] if keeps else []
    begins = [element("pageBreakBefore")] if new_page else []
    return element("p", element("pPr", element("pStyle", val=style), *kept, *begins, *properties))
