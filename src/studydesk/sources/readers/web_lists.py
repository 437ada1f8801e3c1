"""The numbers in front of the items of lists, as a browser shows them (CSS Lists, HTML 4.4.5)."""

import re
from typing import TYPE_CHECKING

from studydesk.sources.readers.numerals import written
from studydesk.sources.readers.reader import local_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]{0,80})", re.IGNORECASE)
NUMBER = re.compile(r"\s*(-?[0-9]{1,4})\s*")
TYPES = {"1": "decimal", "A": "upper-alpha", "a": "lower-alpha", "I": "upper-roman"}
TYPES |= {"i": "lower-roman"}
CHINESE = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")
FORMATS = {
    **dict.fromkeys(CHINESE, "chineseCounting"),
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "simp-chinese-formal": "chineseLegalSimplified",
    "decimal-leading-zero": "decimalZero",
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    "upper-roman": "upperRoman",
    "lower-roman": "lowerRoman",
}
UNNUMBERED = {"none", "disc", "circle", "square"}


class ListNumbers:
    """Counts the items of the lists of a page in reading order."""

    def __init__(self) -> None:
        self._next: dict[HtmlElement, int] = {}

    def mark(self, item: "HtmlElement") -> str:
        """What stands in front of an item of a numbered list; nothing in front of others."""
        items = item.getparent()
        if items is None or local_name(item) != "li" or local_name(items) != "ol":
            return ""
        step = -1 if items.get("reversed") is not None else 1
        if items not in self._next:
            count = sum(local_name(each) == "li" for each in items) if step < 0 else 1
            self._next[items] = whole(items.get("start"), count)
        number = whole(item.get("value"), self._next[items])
        self._next[items] = number + step
        kind = kind_of(item) or kind_of(items) or "decimal"
        if kind in UNNUMBERED:
            return ""
        text = written(number, FORMATS.get(kind, "decimal"))
        return f"{text}、" if kind.startswith(("cjk", "simp", "trad")) else f"{text}."


def kind_of(element: "HtmlElement") -> str:
    """The style of numbers that an element asks for, or an empty string."""
    if asked := STYLE.search(element.get("style") or ""):
        words = asked[1].lower().split()
        return next((word for word in words if word in FORMATS or word in UNNUMBERED), "decimal")
    return TYPES.get(element.get("type") or "", "")


def whole(told: str | None, otherwise: int) -> int:
    """A number as an attribute tells it, or another one where it tells none."""
    found = NUMBER.fullmatch(told or "")
    return int(found[1]) if found else otherwise
