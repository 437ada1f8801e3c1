"""What a handout says once it is written: its contents, and the foot of each page."""

from tests.reading_back import bare

from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.contents import lay_out_with_contents
from studydesk.handout.model import HandoutDocument
from studydesk.handout.paper import Folio


def with_contents(document: HandoutDocument) -> HandoutDocument:
    """The document as it is written, with its contents where it has any."""
    return lay_out_with_contents(document, StripMaker(document.preset))[0]


def folio(document: HandoutDocument, number: int, of: int) -> str:
    """The foot of a page, without white space."""
    if document.cover and number == 1:
        return ""
    if document.preset.folio is Folio.OUTER_DASHES:
        return f"{bare(document.footer)}—{number}—"
    return bare(document.footer) + (f"第{number}页共{of}页" if of > 1 else "")
