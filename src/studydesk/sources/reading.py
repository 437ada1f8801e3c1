"""Reading a file or a paste into a source; one reader for each file ending.

No file is larger than LARGEST (bytes), and none has more text than LONGEST (characters) or
MOST_LINES; what it may unfold to is bounded by its reader, and by `reader.MOST_MARKS`.
"""

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from studydesk.domain.article import Source
from studydesk.errors import (
    FileUnreadable,
    SourceEmpty,
    SourceFormatUnknown,
    SourceIsPacket,
    SourcePicture,
    SourceRefused,
    SourceTooLarge,
    SourceTooLong,
    SourceTooManyLines,
    reason_of,
)
from studydesk.sources.published import (
    guess_date,
    guess_newspaper,
    guess_page,
    kind_of_press,
    printed_page,
)
from studydesk.sources.readers.figures import on_the_line
from studydesk.sources.readers.markdown import read_markdown
from studydesk.sources.readers.pdf import read_pdf
from studydesk.sources.readers.reader import Reader, Reading
from studydesk.sources.readers.text import mark_controls, read_text
from studydesk.sources.readers.web import read_rich, read_web, read_web_archive
from studydesk.sources.readers.word import read_word

LARGEST = 20 * 1024 * 1024
LONGEST = 500_000
"""Characters: a newspaper of fifty pages, more than a megabyte. One article of that many still
opens in half a second; what is longer keeps the tidy desk waiting for seconds.
"""
MOST_LINES = 50_000
"""Lines with text: ten characters on each of as many as LONGEST. Each costs recovery its time."""

READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), read_text),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    **dict.fromkeys((".docx", ".docm", ".dotx"), read_word),
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt"), read_word),  # mostly to be refused by name
    ".pdf": read_pdf,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), read_web),
    **dict.fromkeys((".mht", ".mhtml"), read_web_archive),
}

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic")
_REFUSALS: Mapping[str, type[SourceRefused]] = {
    ".studypack": SourceIsPacket,
    **dict.fromkeys(_PICTURES, SourcePicture),
}
"""What is said of files that no reader takes, where more is known of them than that."""


class ReadFile(NamedTuple):
    """A file as a source, and what was not read: its pages, from 1, that are but pictures, and
    what it has inside under these names.
    """

    source: Source
    pictures: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()


def read_file(path: Path) -> Source:
    """The file as a source, see `read_pages`."""
    return read_pages(path).source


def read_pages(path: Path) -> ReadFile:
    """The file as a source, with newspaper, date and page where its name says them.

    Raises a SourceRefused (format, size, encoding, emptiness) or FileUnreadable.
    """
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise FileUnreadable(path, "not a regular file")
        if reader is None:
            raise _REFUSALS.get(suffix, SourceFormatUnknown)(path.name)
        if facts.st_size > LARGEST:
            raise SourceTooLarge(path.name, facts.st_size, LARGEST)
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise FileUnreadable(path, reason_of(error)) from error
    reading = reader(data, path.name)
    return ReadFile(source_of(reading, path.name, path.stem), reading.pictures, reading.unread)


def read_paste(text: str, name: str) -> Source:
    """Pasted text as a source called `name`. Raises a SourceRefused (size, length, emptiness)."""
    size = len(text.encode("utf-8", errors="surrogatepass"))
    if size > LARGEST:
        raise SourceTooLarge(name, size, LARGEST)
    return source_of(Reading(mark_controls(text)), name, "")


def read_paste_html(html: str, plain: str, name: str) -> Source:
    """Pasted text with its headings and lists, as Word, WPS and browsers put it on the clipboard;
    the plain text where it says anything else. Raises what `read_paste` raises.
    """
    if len(html) > LARGEST:
        return read_paste(plain, name)
    rich = read_rich(html, name)
    return read_paste(rich if says_the_same(rich, plain) else plain, name)


def says_the_same(rich: str, plain: str) -> bool:
    """Whether two texts have the same letters and figures in the same order, but for numbers of
    lists that only the rich one has.
    """
    unnumbered = re.sub(r"(?m)^[0-9A-Za-z一二三四五六七八九十百]{1,6}[.、]", "", rich)
    wanted, *offered = (
        "".join(filter(str.isalnum, on_the_line(text))) for text in (plain, rich, unnumbered)
    )
    return wanted in offered


def source_of(reading: Reading, name: str, label: str) -> Source:
    """A source from its text; where it was published by its own marks, or else by what its label
    (a file name without ending) says, but for a page that contradicts the running head. Raises
    SourceEmpty, SourceTooLong or SourceTooManyLines.
    """
    raw = reading.text
    if len(raw) > LONGEST:
        raise SourceTooLong(name, len(raw), LONGEST)
    lines = sum(not line.isspace() for line in raw.splitlines() if line)
    if lines > MOST_LINES:
        raise SourceTooManyLines(name, lines, MOST_LINES)
    if not any(character.isprintable() and not character.isspace() for character in raw):
        raise SourceEmpty(name)
    newspaper = reading.newspaper or guess_newspaper(label)
    published = reading.published or guess_date(label)
    page = guess_page(label)
    contradicted = page and printed_page(raw) not in ("", page)
    kind = kind_of_press(newspaper)
    return Source(name, raw, newspaper, published, "" if contradicted else page, kind)
