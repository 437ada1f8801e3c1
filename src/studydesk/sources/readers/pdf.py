"""PDF files with a text layer: one printed line a line, columns in reading order.

Running heads and page numbers stand together at the end of the text, so that sentences go on over
the page break, each a line like a comment of Markdown: <!-- 第4版 -->. Large lines get a Markdown
mark (# Title), which is how recovery knows a title in any source. PDFium reads in a process of its
own.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median
from typing import Any

from studydesk.errors import (
    SourceDamaged,
    SourceEncrypted,
    SourceRefused,
    SourceScanned,
    SourceTooComplex,
)
from studydesk.sources.readers.columns import PageLine
from studydesk.sources.readers.legibility import refuse_bad_layer
from studydesk.sources.readers.reader import Reading
from studydesk.sources.recovery.signs import INNER_STOP

SECONDS = 15  # of the processor; twice as many of the clock
MARGIN = 0.12  # of a page's height, above and below: where running heads stand
TITLE_SIZE = 1.45  # times the usual size at least
SUBTITLE_SIZE = 1.15
LONGEST_TITLE = 40
PAGE_NUMBER = re.compile(r"[\W_]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?[\W_]*")
# What a running head says of its issue: 2025年第11期, 2025年11月3日, 第4版, 星期一.
ISSUE = re.compile(
    "(?:19|20)[0-9]{2}年|第 ?[0-9]{1,3} ?[版期页]|[A-Z]?[0-9]{1,2} ?版|星期[一二三四五六日]"
)
DIGITS = re.compile("[0-9０-９]+|[一二三四五六七八九十〇]+")
REFUSALS: dict[object, type[SourceRefused]] = {
    "encrypted": SourceEncrypted,
    "damaged": SourceDamaged,
    "too-complex": SourceTooComplex,
}


def read_pdf(data: bytes, name: str) -> Reading:
    """The text layer of a PDF file. Raises a SourceRefused."""
    if b"%PDF-" not in data[:1024]:
        raise SourceDamaged(name)
    answer = ask_pdfium(data, name)
    if answer.get("wrong"):
        raise REFUSALS[answer["wrong"]](name)
    pages = [(height, [PageLine(*line) for line in lines]) for height, lines in answer["pages"]]
    text = "\n".join(join_pages(pages)).strip("\n")
    if len(answer["pictures"]) > len(pages) / 2:
        raise SourceScanned(name)
    refuse_bad_layer(text, name)
    return Reading(text, pictures=tuple(answer["pictures"]))


def ask_pdfium(data: bytes, name: str) -> dict[str, Any]:
    """What the process that runs PDFium answers; a process that the system ended means a file
    that asks for too much. Raises SourceTooComplex.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [*reader_command(), str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise SourceTooComplex(name) from error
    if done.returncode < 0 or (done.returncode and sys.platform == "win32"):
        raise SourceTooComplex(name)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", errors="replace"))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def reader_command() -> list[str]:
    """How this program starts the process that reads; frozen, there is no Python but itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "read-pdf"]
    # -P: nothing is imported from the folder that the program happens to be started in.
    return [sys.executable, "-P", "-m", "studydesk.sources.readers.pdf_text"]


# --- running heads ---------------------------------------------------------------------------


def join_pages(pages: list[tuple[float, list[PageLine]]]) -> Iterator[str]:
    """The lines of all pages without running heads, an empty line where the layout sets one
    apart, then the running heads.
    """
    sizes = [line.bottom - line.top for _, lines in pages for line in lines]
    usual = median(sizes) if sizes else 0.0
    margins = [
        [line for line in lines if in_margin(line, height) and not is_larger(line, usual)]
        for height, lines in pages
    ]
    shapes = Counter(chain.from_iterable({shape(line) for line in each} for each in margins))
    often = max(2, len(pages) // 3)
    heads: list[str] = []
    for (_, lines), margin in zip(pages, margins, strict=True):
        running = {
            id(line)
            for line in margin
            if shapes[shape(line)] >= often
            or PAGE_NUMBER.fullmatch(line.text)
            or (ISSUE.search(line.text) and stands_alone(line, lines))
        }
        heads.extend(f"<!-- {line.text} -->" for line in lines if id(line) in running)
        body = [line for line in lines if id(line) not in running]
        for above, line in zip((None, *body), body, strict=False):
            mark = mark_of(line, above, usual)
            yield ("\n" if line.apart and line is not body[0] else "") + mark + line.text
    if heads:
        yield from ("", *heads)


def stands_alone(line: PageLine, lines: Sequence[PageLine]) -> bool:
    """Whether a line is the first or the last row of its page, with white between it and the
    others.
    """
    least = 0.8 * (line.bottom - line.top)
    others = [each for each in lines if each.bottom <= line.top or each.top >= line.bottom]
    above = all(each.top - line.bottom >= least for each in others)
    return above or all(line.top - each.bottom >= least for each in others)


def is_larger(line: PageLine, usual: float) -> bool:
    """Whether a line is set in the size of titles."""
    return line.bottom - line.top >= TITLE_SIZE * usual


def mark_of(line: PageLine, above: PageLine | None, usual: float) -> str:
    """The mark of Markdown in front of a title, or of a line between its size and the usual one
    right under it.
    """
    if not is_title(line.text):
        return ""
    if is_larger(line, usual):
        return "# "
    size = line.bottom - line.top
    under = above is not None and is_larger(above, usual) and is_title(above.text)
    return "## " if under and size >= SUBTITLE_SIZE * usual else ""


def is_title(text: str) -> bool:
    """Whether a large line reads like a title and not like a pull quote."""
    return len(text) <= LONGEST_TITLE and not INNER_STOP.search(text)


def in_margin(line: PageLine, height: float) -> bool:
    """Whether a line stands at the head or at the foot of its page."""
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def shape(line: PageLine) -> str:
    """A line without what changes from page to page: its numbers and spaces."""
    return DIGITS.sub("0", "".join(line.text.split()))
