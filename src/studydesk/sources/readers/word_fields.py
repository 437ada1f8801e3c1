"""Fields of Word documents that have no result of their own: circled numbers, fractions, ruby."""

import re
import unicodedata

from studydesk.sources.readers.numerals import FORMATS, circled
from studydesk.sources.readers.reader import NOT_READ

NUMBER = re.compile("[0-9]{1,3}")
LEFT_OUT = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
EQUATION = re.compile(r"\s*eq\b", re.IGNORECASE)
SYMBOL = re.compile(r"\s*symbol\s+(0x[0-9a-f]{1,5}|[0-9]{1,6})\b", re.IGNORECASE)
# A switch of the EQ field, with the measures that may follow it: \o \ac \s \up 9 \* jc2 …
SWITCH = re.compile(r"\\\*\s*\S+|\\[a-zA-Z]+\s?\d*")
CIRCLES = "○〇◯Ｏ"
ARGUMENTS_END = re.compile(r"[，,;；]")


def is_left_out(instruction: str) -> bool:
    """Whether a field only repeats what stands elsewhere: a table of contents, an index."""
    return bool(LEFT_OUT.match(instruction))


def printed(instruction: str) -> str:
    """What a field prints that has no result: the text of an equation or a symbol, else nothing."""
    if EQUATION.match(instruction):
        return equation(EQUATION.sub("", instruction, count=1))
    if found := SYMBOL.match(instruction):
        code = int(found[1], 16 if found[1][:2] in {"0x", "0X"} else 10)
        return chr(code) if 0x20 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    return ""


def equation(instruction: str) -> str:
    r"""The text of an EQ field: \o\ac(○,1) is ①, \f(1,2) is 1/2, a phonetic guide 拼（pīn）."""
    switches = "".join(SWITCH.findall(instruction)).lower()
    parts = [part.strip() for part in ARGUMENTS_END.split(arguments(instruction)) if part.strip()]
    match parts:
        case [circle, inner] if circle in CIRCLES:
            return in_circle(inner)
        case [numerator, denominator] if r"\f" in switches:
            return f"{numerator}/{denominator}"
        case [guide, base] if r"\up" in switches:
            return f"{base}（{guide}）"
    return "".join(parts)


def arguments(instruction: str) -> str:
    """What stands in the brackets of an EQ field, without switches and brackets."""
    inside = instruction.partition("(")[2] or instruction.partition("（")[2]
    return re.sub("[()（）]", "", SWITCH.sub("", inside))


def in_circle(inner: str) -> str:
    """A number or a Chinese numeral in a circle; anything else in brackets."""
    plain = unicodedata.normalize("NFKC", inner)
    if NUMBER.fullmatch(plain):
        return circled(int(plain))
    ideographs = {FORMATS["chineseCounting"](n): n for n in range(1, 11)}
    if plain in ideographs:
        return FORMATS["ideographEnclosedCircle"](ideographs[plain])
    return f"（{inner}）"


def symbol(code: str) -> str:
    """The character of a symbol font; a sign that one could not be read where there is none."""
    try:
        value = int(code, 16)
    except ValueError:
        return NOT_READ
    return chr(value) if 0x20 < value < 0xD800 or 0xE000 <= value < 0xFFFE else NOT_READ
