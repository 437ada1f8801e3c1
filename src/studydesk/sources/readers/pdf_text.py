"""The text layer of a PDF file, read by PDFium in a process of its own.

`python -m studydesk.sources.readers.pdf_text SECONDS`, or `studydesk read-pdf SECONDS`, takes the
file on standard input and answers on standard output, in JSON, with its pages or with what is
wrong. What would bring PDFium down, or keep it busy for ever, ends this process and not the
program.
"""

import ctypes
import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from studydesk.sources.readers.columns import Glyph, PageLine, TooScattered
from studydesk.sources.readers.compatibility import map_back
from studydesk.sources.readers.downwards import read_page
from studydesk.sources.readers.pdf_scripts import Character, set_scripts

if TYPE_CHECKING:
    import pypdfium2

MEMORY = 480 * 1024 * 1024  # bytes of address space
MOST_CHARACTERS = 4_000_000
FEWEST_CHARACTERS = 20  # fewer over a picture are the mark of a scanning program
UNREADABLE = "\ufffd"
NO_CHARACTERS = {0, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)}
WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD


def main(seconds: str) -> int:
    """Answer for the file on standard input, within so many seconds of the processor."""
    bound_resources(int(seconds))
    data = sys.stdin.buffer.read()
    try:
        answer = read_pages(data)
    except (MemoryError, TooScattered):
        answer = {"wrong": "too-complex"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


def bound_resources(seconds: int) -> None:
    """Let the system end this process before it takes too much; Windows knows no such bounds."""
    if sys.platform != "win32":
        import resource

        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds)):
            resource.setrlimit(kind, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_pages(data: bytes) -> dict[str, object]:
    """The pages, each with its height and its lines, and which of them are but pictures, from 1; or
    the key of what is wrong.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"wrong": "encrypted" if error.err_code == WRONG_PASSWORD else "damaged"}
    pages: list[tuple[float, list[PageLine]]] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return {"wrong": "damaged"}
        glyphs = with_scripts(list(read_glyphs(page)))
        characters += len(glyphs)
        if characters > MOST_CHARACTERS:
            return {"wrong": "too-complex"}
        if len(glyphs) < FEWEST_CHARACTERS and has_pictures(page):
            pictures.append(number + 1)
        pages.append((page.get_height(), read_page(glyphs)))
        page.close()
    return {"pages": pages, "pictures": pictures}


def has_pictures(page: "pypdfium2.PdfPage") -> bool:
    """Whether a page shows any picture."""
    import pypdfium2

    raw: Any = pypdfium2.raw
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def with_scripts(glyphs: list[tuple[Glyph, float]]) -> list[Glyph]:
    """The characters of a page with their boxes, of each of which the line is known: figures that
    are raised or lowered as such.
    """
    page = [Character(each.text, each.left, each.right, line, each.em) for each, line in glyphs]
    pairs = zip(glyphs, set_scripts(page), strict=True)
    return [each if each.text == text else replace(each, text=text) for (each, _), text in pairs]


def read_glyphs(page: "pypdfium2.PdfPage") -> Iterator[tuple[Glyph, float]]:
    """The characters of a page with their boxes and how far down their lines are, in the order of
    the file.
    """
    import pypdfium2

    raw: Any = pypdfium2.raw  # made by a generator, without types
    text_page = page.get_textpage()
    frame = Box(*page.get_bbox())
    turned = page.get_rotation() // 90
    rectangle = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(raw.FPDFText_CountChars(text_page)):
        unmapped = raw.FPDFText_HasUnicodeMapError(text_page, index) == 1
        code = raw.FPDFText_GetUnicode(text_page, index)
        ends_line = raw.FPDFText_IsHyphen(text_page, index) == 1  # for which PDFium has own codes
        text = "-" if ends_line else character(code, unmapped=unmapped)
        if not text.strip():
            spaced = spaced or bool(text)
        elif raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(rectangle)):
            box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            glyph = place(text, turn(box, frame, turned), spaced=spaced)
            line = glyph.bottom
            if raw.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y)):
                line = turn(Box(x.value, y.value, x.value, y.value), frame, turned).top
            yield glyph, line
            spaced = False
    text_page.close()


def character(code: int, *, unmapped: bool) -> str:
    """The character of a code; U+FFFD where the file does not say which one it shows."""
    if unmapped or code in NO_CHARACTERS or code >= sys.maxunicode:
        return UNREADABLE
    text = map_back(chr(code))
    return "" if unicodedata.category(text[0]) in {"Cc", "Cf"} and not text.isspace() else text


class Box(NamedTuple):
    """A rectangle in the coordinates of a page, which begin at its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def turn(box: Box, frame: Box, quarters: int) -> Box:
    """A box as it is seen on a page that is turned clockwise, from the upper left corner of its
    frame: `top` is then the smaller of the two heights.
    """
    west, east = box.left - frame.left, box.right - frame.left
    north, south = frame.top - box.top, frame.top - box.bottom
    width, height = frame.right - frame.left, frame.top - frame.bottom
    match quarters:
        case 1:
            west, north, east, south = height - south, west, height - north, east
        case 2:
            west, north, east, south = width - east, height - south, width - west, height - north
        case 3:
            west, north, east, south = north, width - east, south, width - west
    return Box(west, south, east, north)


def place(text: str, box: Box, *, spaced: bool) -> Glyph:
    """A glyph one em high about the middle of its box. An em is the width of a Chinese character;
    the box of a Latin one is some 1.2 em high.
    """
    width, height = max(box.right - box.left, 0.1), max(box.bottom - box.top, 0.1)
    square = text > "\u2e80" and height / 2 < width < 1.3 * height
    half = (width if square else height / 1.2) / 2
    middle = (box.top + box.bottom) / 2
    return Glyph(text, box.left, middle - half, box.right, middle + half, spaced)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
