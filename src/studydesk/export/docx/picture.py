"""A picture in a DOCX: in line with the text, never floating, and with a description."""

from io import BytesIO

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from studydesk.export.docx.xml import element
from studydesk.handout.model import Picture

_NO_DISTANCE = ("distT", "distB", "distL", "distR")


def picture(file: Document, block: Picture, *, new_page: bool) -> BaseOxmlElement:
    """A paragraph that holds nothing but the picture; lines of Normal are as high as it needs."""
    width, height = Mm(block.width), Mm(block.height)
    inline = file.part.new_pic_inline(BytesIO(block.data), width, height)
    for side in _NO_DISTANCE:
        inline.set(side, "0")
    inline.docPr.set("descr", block.description)
    properties = element("pPr", element("keepNext"))
    if new_page:
        properties.append(element("pageBreakBefore"))
    properties.append(element("jc", val="center" if block.is_centred else "left"))
    return element("p", properties, element("r", element("drawing", inline)))
