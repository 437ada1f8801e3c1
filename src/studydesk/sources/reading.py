"""Reading a file or a paste into a source; one reader for each file ending.

No file is larger than LARGEST (bytes), and none has more text than LONGEST (characters) or
MOST_LINES; what it may unfold to is bounded by its reader, and by `reader.MOST_MARKS`.
"""

import re
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from studydesk.domain.article import Source, count_characters
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
from studydesk.sources.readers.markdown import read_markdown
from studydesk.sources.readers.pdf import read_pdf
from studydesk.sources.readers.reader import Reader, Reading
from studydesk.sources.readers.text import read_text
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
    """A file as a source, and its pages, from 1, that are but pictures and so were not read."""

    source: Source
    pictures: tuple[int, ...] = ()


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
    return ReadFile(source_of(reading, path.name, path.stem), reading.pictures)


def read_paste(text: str, name: str) -> Source:
    """Pasted text as a source called `name`. Raises a SourceRefused (size, length, emptiness)."""
    size = len(text.encode("utf-8", errors="surrogatepass"))
    if size > LARGEST:
        raise SourceTooLarge(name, size, LARGEST)
    return source_of(Reading(text), name, "")


def read_paste_html(html: str, plain: str, name: str) -> Source:
    """Pasted text with its headings and lists, as Word, WPS and browsers put it on the clipboard;
    the plain text where that has more in it. Raises what `read_paste` raises.
    """
    if len(html) > LARGEST:
        return read_paste(plain, name)
    rich = read_rich(html, name)
    return read_paste(rich if count_characters(rich) >= count_characters(plain) else plain, name)


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
    return Source(name, raw, newspaper, published, "" if contradicted else page)


# Names of papers end in one of these; 简报, 汇报, 通报, 海报 are no papers and are not guessed.
NEWSPAPER = re.compile(
    "(?<![\u4e00-\u9fff])《?([\u4e00-\u9fff]{1,8}"
    "(?:日|晚|早|晨|午|时|商|工人|保障|青年|妇女|农民|都市|教育|法治|文摘)报|南方工报|劳动报)"
    "(?![\u4e00-\u9fff])"
)
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./年]?)(\d{1,2})([-_./月]?)(\d{1,2})(?!\d)")
PAGE = re.compile("(?<![0-9A-Za-z])第? ?([A-Z]?)0*([1-9][0-9]?) ?版(?![面权本式])")
OF_OTHERS = re.compile(
    r"(?:(?:今日|本期|共)[共计出刊印推版为\s]{0,4}|[\d对四八]\s*开|\d[大小]?张)\s*\d+\s*版"
    r"|(?<![\d./_年月-])[A-Z]?\d{1,2}\s*[-—–~～至、，,]\s*[A-Z]?\d{1,2}\s*版|(?:下转|[上紧]接)\s*第?\s*[A-Z]?\d+\s*版"
    r"|(?:导读|详见)(?:\S*版(?=\s+(?:本版|第))|(?:(?!本版|\d{4}年).)*版)"
)
"""How many pages there are today, several at once, and where they lead to."""
EDGE = 12
"""So many lines from the beginning of a page may be its running head."""
LONGEST_RUNNING_HEAD = 40


def guess_newspaper(label: str) -> str:
    """The newspaper's name in a file name, or an empty string."""
    found = NEWSPAPER.search(label)
    return found[1] if found else ""


def guess_date(label: str) -> date | None:
    """The date in a file name (2025-11-03, 20251103, 2025年11月3日), or None if unclear."""
    days = set()
    for year, first, month, second, day in DATE.findall(label):
        if bool(first) != bool(second) or (not first and len(month + day) != 4):
            continue
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue  # digits that are no date, such as a serial number
    return days.pop() if len(days) == 1 else None


def guess_page(label: str) -> str:
    """The page that a file name or a line claims for itself (07版 gives 7, A03版 gives A3), or an
    empty string: not how many there are today, nor where it leads to, nor one of several.
    """
    pages = {letter + number for letter, number in PAGE.findall(OF_OTHERS.sub(" ", label))}
    return pages.pop() if len(pages) == 1 else ""


def printed_page(raw: str) -> str:
    """The page that a running head says beside the date, or an empty string."""
    lines = (line.strip() for line in raw.split("\n", EDGE)[:EDGE])
    heads = (line for line in lines if len(line) <= LONGEST_RUNNING_HEAD and guess_date(line))
    return next(filter(None, map(guess_page, heads)), "")
