"""From bytes to text: no byte is dropped or guessed away; a few that are wrong are marked."""

import codecs
import re

from studydesk.errors import SourceBinary, SourceUndecodable
from studydesk.sources.readers.reader import Reading

# A byte order mark says how the bytes are meant; it is not part of the text, so the spans of a
# source count from the character after it.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The first bytes of kinds of files that are often given a text file's name.
BINARY_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"{\\rtf",
)

CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ud800-\udfff]")
END_OF_FILE = "\x1a"  # as programs of DOS end a text; it is no part of it
NOT_ASCII = re.compile(rb"[\x80-\xff]")
ASCII = bytes(range(0x80))
UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
BIG5 = "cp950"  # as Windows writes it
EVERYDAY = {  # the standard that holds them, and its first and last: level 1 of either
    "gb18030": ("gb2312", b"\xb0\xa1", b"\xd7\xf9"),
    BIG5: (BIG5, b"\xa4\x40", b"\xc6\x7e"),
}
FREQUENT = "，。、的一是在不了有和人我上大中来來这這个個为為国國时時们們会會"
CHINESE_PAGE = re.compile("[\t\n\r -~\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
HAN = re.compile("[\u4e00-\u9fff]")
NEIGHBOURS = (  # what their texts are mostly made of, and the least share of it
    ("cp932", re.compile("[\u3041-\u3096\u30a1-\u30fa]"), 0.3),  # Shift JIS, as Windows writes it
    ("euc_jp", re.compile("[\u3041-\u3096\u30a1-\u30fa]"), 0.3),
    ("cp949", re.compile("[\uac00-\ud7a3]"), 0.9),  # EUC-KR, as Windows writes it
)
WRONG = "\ufffd"
LEAST_WRONG, MOST_WRONG = 3, 200
"""One in so many characters may be wrong, and one in any case, which may be three bytes."""
ENOUGH = 60
"""Characters of a neighbour's script that are no chance any more."""


def read_text(data: bytes, name: str) -> Reading:
    """A file of text or Markdown, as it is. Raises what `decode` raises."""
    return Reading(decode(data, name))


def decode(data: bytes, name: str) -> str:
    """The text of a file, see `decode_strictly`, with a mark for each of a few wrong bytes: where
    these stand is told with the problems of the page.
    """
    try:
        return decode_strictly(data, name)
    except SourceUndecodable as refused:
        if text := with_few_wrong(data, refused.encoding):
            return text
        raise


def with_few_wrong(data: bytes, encoding: str) -> str:
    """The text of bytes in UTF-8 of which only a few are wrong, or an empty string: in encodings of
    two bytes each what follows a wrong one would read as other characters, and nobody could tell.
    """
    if encoding != "utf-8":
        return ""
    text = data.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    wrong = text.count(WRONG) - data.decode(errors="ignore").count(WRONG)
    controls = len(CONTROLS.findall(text))
    return mark_controls(text) if wrong and is_few(wrong + controls, len(text)) else ""


def is_few(wrong: int, length: int) -> bool:
    """Whether so many wrong characters in a text of a length may be marked."""
    return wrong <= min(LEAST_WRONG + length // MOST_WRONG, length // 2)


def mark_controls(text: str) -> str:
    """The text with the mark of what cannot be read for each code that is no character."""
    return NO_CHARACTERS.sub(WRONG, text)


def decode_strictly(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, GB18030 or Big5, with its line ends as they are, and a
    mark for each of a few control characters.

    Raises SourceBinary, or SourceUndecodable with the offset of the first wrong byte.
    """
    if data.startswith(BINARY_SIGNATURES):
        raise SourceBinary(name)
    mark, encoding = next(
        ((mark, encoding) for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)),
        (b"", ""),
    )
    encoding = encoding or guess_encoding(data)
    if not encoding:
        raise SourceBinary(name)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        controls = len(CONTROL_BYTES.findall(data))
        if not is_few(controls, len(data)) and "16" not in encoding:
            raise SourceBinary(name) from error
        raise SourceUndecodable(name, encoding, len(mark) + error.start) from error
    text = text.removesuffix(END_OF_FILE)
    if not is_few(len(CONTROLS.findall(text)), len(text)):
        raise SourceBinary(name)
    if not mark and encoding != "utf-8" and (meant := neighbouring_encoding(data)):
        raise SourceUndecodable(name, meant, len(data) - len(data.lstrip(ASCII)))
    if encoding in EVERYDAY and not mostly_everyday_characters(text, encoding):
        raise SourceUndecodable(name, encoding, len(data) - len(data.lstrip(ASCII)))
    return mark_controls(text)


def guess_encoding(data: bytes) -> str:
    """The encoding of bytes without a byte order mark, or an empty string for binary data."""
    utf16 = max(("utf-16-le", "utf-16-be"), key=lambda encoding: chinese_share(data, encoding))
    if b"\x00" in data and chinese_share(data, utf16) > 0.9:
        return utf16
    if not is_few(data.count(b"\x00"), len(data)):
        return ""
    if looks_like_utf8(data):
        return "utf-8"
    if chinese_share(data, utf16) > 0.9:
        return utf16
    return max(("gb18030", BIG5), key=lambda encoding: count_frequent(data, encoding))


def neighbouring_encoding(data: bytes) -> str:
    """The Japanese or Korean encoding that bytes are in beyond doubt, or an empty string.

    They pass as GB18030 and UTF-16, as nonsense. Chinese read as Japanese has no kana to speak
    of, and of a hundred characters read as Korean at most three in four are syllables.
    """
    sample = data[:20_000]
    for encoding, script, least in NEIGHBOURS:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        foreign = sum(character > "\x7f" and not character.isspace() for character in text)
        found = len(script.findall(text))
        if found >= max(ENOUGH, least * foreign):
            return encoding
    return ""


def count_frequent(data: bytes, encoding: str) -> int:
    """How many of the most frequent characters of Chinese are in bytes read as an encoding.

    Big5 passes as GB18030 and the other way round, but then these are nearly absent.
    """
    text = data.decode(encoding, errors="replace")
    wrong = text.count(WRONG)
    return 0 if wrong > LEAST_WRONG + len(text) // MOST_WRONG else sum(map(text.count, FREQUENT))


def looks_like_utf8(data: bytes) -> bool:
    """Whether at least nine in ten bytes beyond ASCII belong to well-formed sequences.

    Damaged UTF-8 must be named as such: its bytes often pass as GB18030, as other characters.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        foreign = len(NOT_ASCII.findall(data))
    else:
        return True
    return sum(len(found) for found in UTF8_SEQUENCE.findall(data)) > 0.9 * foreign


def chinese_share(data: bytes, encoding: str) -> float:
    """How much of the beginning, read as UTF-16, is what a Chinese page is made of."""
    if len(data) % 2:
        return 0.0
    sample = data[:4000].decode(encoding, errors="replace")
    return len(CHINESE_PAGE.findall(sample)) / max(1, len(sample))


def mostly_everyday_characters(text: str, encoding: str = "gb18030") -> bool:
    """Whether Han characters are mostly the everyday ones of their encoding, as on any page.

    Bytes of another encoding often pass as GB18030, but as rare characters.
    """
    plain, first, last = EVERYDAY[encoding]
    everyday = sum(
        bool(first <= character.encode(plain, errors="ignore") <= last)
        for character in HAN.findall(text[:20_000])
    )
    foreign = sum(character > "\x7f" and not character.isspace() for character in text[:20_000])
    return 5 * everyday >= 2 * foreign
