"""Small PDF files with Chinese text at given places."""

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from studydesk import paths

WIDTH, HEIGHT = 595, 842
FONT = "StudyDeskSerif-Regular"
BODY = (
    "手艺是练出来的也是传下来的师傅带徒弟一招一式都要讲明白讲不明白的就手把手地教企业要给师徒留出时间"
    "也要给他们应有的待遇班组里天天有人问老师傅的手感还值不值钱会看数据的年轻人算不算有手艺"
)


class Placed(NamedTuple):
    """Text whose first character stands at a place, in points from the upper left corner."""

    left: float
    top: float
    text: str
    size: float = 9


def column(left: float, top: float, rows: int, width: int = 12, begin: int = 0) -> list[Placed]:
    """Lines of running text below one another; `begin` is where in the running text."""
    text = BODY * (1 + (begin + rows * width) // len(BODY))
    cuts = range(begin, begin + rows * width, width)
    return [Placed(left, top + 14 * at, text[cut : cut + width]) for at, cut in enumerate(cuts)]


def pdf(*pages: Iterable[Placed], turned: int = 0) -> bytes:
    """A file with these pages, turned by so many degrees."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(paths.resources() / "fonts" / f"{FONT}.ttf")))
    data = BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT), invariant=True)
    for page in pages:
        for left, top, text, size in page:
            canvas.setFont(FONT, size)
            canvas.drawString(left, HEIGHT - top - size, text)
        if turned:
            canvas.setPageRotation(turned)
        canvas.showPage()
    canvas.save()
    return data.getvalue()
