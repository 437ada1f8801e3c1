"""What the styles and the numbering of a DOCX file say about its paragraphs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studydesk.errors import SourceTooComplex
from studydesk.sources.readers.numerals import written
from studydesk.sources.readers.reader import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_OUTLINE = 9
TITLE_STYLES = {"title", "标题", "文章标题", "大标题"}
SUBTITLE_STYLES = {"subtitle", "副标题"}
HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])")
LEVEL_SIGN = re.compile("%([1-9])")
LONGEST_CHAIN = 20
LONGEST_LABEL = 60  # of the nine numbers that Word shows at most, and what stands around them
DEEPEST_LEVEL = 8  # of the nine that a list has
FARTHEST = 100_000  # larger numbers are no numbers of paragraphs


def child(element: "_Element | None", *path: str) -> "_Element | None":
    """The first descendant along a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def attribute(element: "_Element | None", name: str = "val") -> str:
    """An attribute by its local name, or an empty string."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == name), "")


def number(element: "_Element | None", name: str = "val", default: int = 0) -> int:
    """An attribute as a whole number, or the default where it is none."""
    text = attribute(element, name)
    if not text:
        return default
    value = int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else default
    return value if -FARTHEST < value < FARTHEST else default


def is_on(element: "_Element | None") -> bool:
    """Whether a property that is either on or off is there and on."""
    return element is not None and attribute(element) not in {"0", "false", "off"}


@dataclass
class Style:
    """A style with what it says itself; None or empty where its base says it."""

    name: str
    base: str
    outline: int | None
    size: int
    hidden: bool
    align: str
    numbering: "_Element | None"


class Styles:
    """The styles of a document; sizes are in half points, 0 where nothing is said."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self.size = lru_cache(self._size)  # asked for every run
        self.default_size = 0
        for element in root if root is not None else ():
            if local_name(element) == "docDefaults":
                self.default_size = number(child(element, "rPrDefault", "rPr", "sz"))
            elif local_name(element) == "style":
                outline = child(element, "pPr", "outlineLvl")
                self._styles[attribute(element, "styleId")] = Style(
                    attribute(child(element, "name")).lower(),
                    attribute(child(element, "basedOn")),
                    number(outline, default=NO_OUTLINE) if outline is not None else None,
                    number(child(element, "rPr", "sz")),
                    is_on(child(element, "rPr", "vanish")),
                    attribute(child(element, "rPr", "vertAlign")),
                    child(element, "pPr", "numPr"),
                )

    def chain(self, style_id: str) -> Iterator[Style]:
        """A style and those it is based on, each once."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].base

    def name(self, style_id: str) -> str:
        """The name of a style in lower case."""
        return self._styles[style_id].name if style_id in self._styles else ""

    def _size(self, *style_ids: str) -> int:
        """The size that the first of these styles says, or the document's default."""
        styles = (style for style_id in style_ids for style in self.chain(style_id))
        return next((style.size for style in styles if style.size), self.default_size)

    def align(self, style_id: str) -> str:
        """How a style sets characters: superscript, subscript, or what else it says."""
        return next((style.align for style in self.chain(style_id) if style.align), "")

    def heading_level(self, style_id: str) -> int:
        """0 for body text, 1 for a title or a first heading, 2 for the next …"""
        for style in self.chain(style_id):
            if style.name in TITLE_STYLES:
                return 1
            if style.name in SUBTITLE_STYLES:
                return 2
            if found := HEADING_STYLE.fullmatch(style.name):
                return int(found[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline < NO_OUTLINE else 0
        return 0


@dataclass
class Level:
    """One level of a list: how it counts and what stands before the paragraph."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restarts_after: int | None = None


@dataclass
class AbstractList:
    """The levels that several lists share, and how far each has counted."""

    levels: dict[int, Level]
    style: str = ""
    counts: dict[int, int] = field(default_factory=dict)


class NumberedList(NamedTuple):
    """What a list has of its own: the levels that it shares, where it starts anew, and the levels
    that it sets in another way.
    """

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """The automatic numbers of a document, counted as its paragraphs are met in order."""

    def __init__(self, root: "_Element | None", styles: Styles, name: str) -> None:
        self._styles, self._name = styles, name
        self._abstract: dict[str, AbstractList] = {}
        self._lists: dict[str, NumberedList] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if local_name(element) == "abstractNum":
                self._abstract[attribute(element, "abstractNumId")] = AbstractList(
                    read_levels(element),
                    attribute(child(element, "numStyleLink")),
                )
            elif local_name(element) == "num":
                self._lists[attribute(element, "numId")] = read_list(element)

    def label(self, properties: "_Element | None", style_id: str) -> str:
        """The number that stands before the next paragraph, or an empty string. Raises
        SourceTooComplex where it would be longer than any is.
        """
        own = child(properties, "numPr")
        if own is None:
            in_styles = (style.numbering for style in self._styles.chain(style_id))
            own = next((each for each in in_styles if each is not None), None)
        list_id = attribute(child(own, "numId"))
        if list_id not in self._lists:
            return ""
        at = number(child(own, "ilvl"))
        abstract = self._resolve(self._lists[list_id].abstract)
        levels = (abstract.levels if abstract else {}) | self._lists[list_id].levels
        if abstract is None or at not in levels or not 0 <= at <= DEEPEST_LEVEL:
            return ""
        if len(levels[at].text) > LONGEST_LABEL:
            raise SourceTooComplex(self._name)
        self._count(abstract.counts, levels, list_id, at)
        return render(levels, abstract.counts, at)

    def _resolve(self, abstract_id: str) -> AbstractList | None:
        """The levels of a list, also where they stand in a list style."""
        abstract = self._abstract.get(abstract_id)
        if abstract is None or abstract.levels or not abstract.style:
            return abstract
        for style in self._styles.chain(abstract.style):
            target = self._lists.get(attribute(child(style.numbering, "numId")))
            if target:
                return self._abstract.get(target.abstract)
        return None

    def _count(
        self, counts: dict[int, int], levels: Mapping[int, Level], list_id: str, at: int
    ) -> None:
        starts = self._lists[list_id].starts
        for upper in range(at):
            if upper in levels:
                counts.setdefault(upper, levels[upper].start)
        if at in starts and (list_id, at) not in self._begun:
            counts[at] = starts[at]
        else:
            counts[at] = counts.get(at, levels[at].start - 1) + 1
        self._begun.add((list_id, at))
        for deeper in [level for level in counts if level > at]:
            limit = levels[deeper].restarts_after if deeper in levels else None
            if limit is None or (limit and at < limit):
                del counts[deeper]


def read_list(element: "_Element") -> NumberedList:
    """A list as the numbering part describes it."""
    overrides = [each for each in element if local_name(each) == "lvlOverride"]
    starts = {
        number(override, "ilvl"): number(child(override, "startOverride"), default=1)
        for override in overrides
        if child(override, "startOverride") is not None
    }
    levels = {at: level for override in overrides for at, level in read_levels(override).items()}
    return NumberedList(attribute(child(element, "abstractNumId")), starts, levels)


def read_levels(element: "_Element") -> dict[int, Level]:
    """The levels that are described in an element; a list has no more than nine."""
    levels = [level for level in element if local_name(level) == "lvl"][: DEEPEST_LEVEL + 1]
    return {number(level, "ilvl"): read_level(level) for level in levels}


def read_level(element: "_Element") -> Level:
    """A level as the numbering part describes it."""
    restart = child(element, "lvlRestart")
    return Level(
        number(child(element, "start"), default=1),
        attribute(child(element, "numFmt")) or "decimal",
        attribute(child(element, "lvlText")),
        attribute(child(element, "suff")) or "tab",
        is_on(child(element, "isLgl")),
        None if restart is None else number(restart),
    )


def render(levels: Mapping[int, Level], counts: Mapping[int, int], at: int) -> str:
    """The number of a level as it is printed; a bullet is always ●, for its own sign is often a
    character of a symbol font.
    """
    level = levels[at]
    if level.number_format == "bullet":
        return "● "

    def count(sign: re.Match[str]) -> str:
        other = int(sign[1]) - 1
        count_format = levels[other].number_format if other in levels else ""
        decimal = level.legal and count_format != "decimalZero"
        return written(counts.get(other, 1), "decimal" if decimal else count_format)

    label = LEVEL_SIGN.sub(count, level.text)
    return label + (" " if label and label[-1].isalnum() and level.suffix != "nothing" else "")


def alternative(element: "_Element") -> "_Element":
    """The one of several forms of the same content that is read: the first that has text."""
    forms = [each for each in element if local_name(each) in {"Choice", "Fallback"}]
    with_text = (each for each in forms if next(each.iter("{*}t", "{*}textpath"), None) is not None)
    return next(with_text, forms[0] if forms else element)
