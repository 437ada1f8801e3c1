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
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from studydesk.errors import (
    FileUnreadable,
    ProgramGone,
    SourceDamaged,
    SourceEncrypted,
    SourceRefused,
    SourceScanned,
    SourceTooComplex,
    reason_of,
)
from studydesk.paths import is_program_there
from studydesk.sources.readers.columns import PageLine
from studydesk.sources.readers.legibility import refuse_bad_layer
from studydesk.sources.readers.reader import Reading
from studydesk.sources.readers.running_heads import Page, is_larger, running_heads
from studydesk.sources.recovery.signs import INNER_STOP

SECONDS = 15  # of the processor; twice as many of the clock
SUBTITLE_SIZE = 1.15
LONGEST_TITLE = 40
# Bullets of Word and WPS, which PDF files name by their place in Symbol or Wingdings.
BULLET = re.compile("^(\\s*)[\uf06c\uf06e\uf075\uf076\uf09f\uf0a7\uf0b7\uf0d8\uf0fc]\\s*(?=\\S)")
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
    pages = [Page(height, [PageLine(*line) for line in lines]) for height, lines in answer["pages"]]
    text = "\n".join(join_pages(pages)).strip("\n")
    if len(answer["pictures"]) > len(pages) / 2:
        raise SourceScanned(name)
    refuse_bad_layer(text, name)
    return Reading(text, pictures=tuple(answer["pictures"]))


def ask_pdfium(data: bytes, name: str) -> dict[str, Any]:
    """What the process that runs PDFium answers; a process that the system ended means a file
    that asks for too much. Raises SourceTooComplex, and where there is no such process, ProgramGone
    or FileUnreadable.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [*reader_command(), str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
            process_group=0 if sys.platform != "win32" else None,  # Ctrl-C is for us to answer
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise SourceTooComplex(name) from error
    except OSError as error:
        if not is_program_there():
            raise ProgramGone from error
        raise FileUnreadable(Path(name), reason_of(error)) from error
    if done.returncode < 0 or (done.returncode and sys.platform == "win32"):
        raise SourceTooComplex(name)
    if done.returncode:
        if not is_program_there():
            raise ProgramGone
        raise RuntimeError(done.stderr.decode("utf-8", errors="replace"))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def reader_command() -> list[str]:
    """How this program starts the process that reads; frozen, there is no Python but itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "read-pdf"]
    # -P: nothing is imported from the folder that the program happens to be started in.
    return [sys.executable, "-P", "-m", "studydesk.sources.readers.pdf_text"]


# --- pages to text ---------------------------------------------------------------------------


def join_pages(pages: Sequence[Page]) -> Iterator[str]:
    """The lines of all pages without running heads, an empty line where the layout sets one
    apart, then the running heads.
    """
    sizes = [line.bottom - line.top for page in pages for line in page.lines]
    usual = median(sizes) if sizes else 0.0
    heads: list[str] = []
    for page, running in zip(pages, running_heads(pages, usual), strict=True):
        heads.extend(f"<!-- {line.text} -->" for line in page.lines if id(line) in running)
        body = [line for line in page.lines if id(line) not in running]
        for above, line in zip((None, *body), body, strict=False):
            mark = mark_of(line, above, usual)
            yield (
                ("\n" if line.apart and line is not body[0] else "")
                + mark
                + BULLET.sub(r"\1● ", line.text)
            )
    if heads:
        yield from ("", *heads)


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
