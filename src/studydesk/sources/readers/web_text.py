"""The visible text of a web page as lines."""

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from studydesk.sources.readers.figures import on_the_line
from studydesk.sources.readers.reader import local_name
from studydesk.sources.readers.web_lists import ListNumbers
from studydesk.sources.readers.web_tables import (
    BLOCKS,
    cells_of,
    leads_away,
    rows_of_data,
    rows_under,
)
from studydesk.sources.recovery.bylines import is_byline, read_byline
from studydesk.sources.recovery.credits import is_credit
from studydesk.sources.recovery.names import is_told_name
from studydesk.sources.recovery.signs import AFFILIATION, STAFF

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "applet",
    "button", "select", "textarea", "input", "nav", "link", "meta", "canvas", "audio", "video",
    "del", "s", "strike",
)  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
SENTENCE = re.compile("[。！？；]")
WHITE = re.compile("[ \t\r\n\f\u00a0]+")
HEADING = re.compile("h([1-6])")
WORD_TITLE = re.compile(r"\bMsoTitle\b")
# What asks the reader to follow a WeChat account.
FOLLOW = re.compile("[^。，]{0,4}(?:点击|长按|扫码|戳)[^。]{0,16}(?:关注|蓝字|二维码)[^。]{0,8}")
LONGEST_HEADING = 40
MOST_INSIDE = 300  # elements in a title that an editor of web pages has cut into pieces
LINKS_ONLY = 0.75


def remove_unseen(root: "HtmlElement") -> None:
    """Take out of a tree what a reader of the page does not see as text."""
    for element in list(root.iter()):
        hidden = HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None
        if hidden and local_name(element) not in {"html", "body"}:
            element.tag = "template"
    remove(root, *UNSEEN)


def settle_wechat(root: "HtmlElement") -> None:
    """Take out of a WeChat article the row under its title and what asks to follow the account, and
    make short paragraphs in bold the headings that they are.
    """
    content = next((each for each in root.iter() if each.get("id") == "js_content"), None)
    cells = {each for row in rows_under(content) for each in row.iter()}
    for element in list(root.iter()):
        if element.get("id") == "meta_content":
            element.tag = "template"
    for element in list(content.iter("p", "section")) if content is not None else ():
        text = squeeze(short_text(element, LONGEST_HEADING))
        if not text:
            continue
        bold = "".join(squeeze("".join(each.itertext())) for each in element.iter("strong", "b"))
        if FOLLOW.fullmatch(text):
            element.tag = "template"
        elif element in cells or local_name(element) != "p":
            continue
        elif text == bold and not says_who(element):
            element.tag = "h2"
    remove(root, "template")


def says_who(element: "HtmlElement") -> bool:
    """Whether a line in bold is a sentence, or about who wrote, and no heading."""
    printed = " ".join("".join(element.itertext()).split())
    wrote = AFFILIATION.match(printed) or names_staff(printed) or is_credit(printed)
    return bool(wrote or SENTENCE.search(printed))


def names_staff(printed: str) -> bool:
    """Whether a line is a byline with a post and names that are such, or a post alone (本报讯)."""
    byline = read_byline(printed)
    names = ("".join(printed[start:end].split()) for start, end in byline.names)
    told = is_byline(printed) and all(map(is_told_name, names))
    return bool(byline.staff) and (told or bool(STAFF.fullmatch(printed)))


def remove(root: "HtmlElement", *names: str) -> None:
    """Take all elements of these names out of a tree, and leave the text behind them."""
    from lxml import etree

    etree.strip_elements(root, *names, with_tail=False)


def short_text(element: "HtmlElement", most: int) -> str:
    """The text of an element; empty where it is longer than `most` characters, or made of more
    elements than short texts are: what looks at every element must not read the page each time.
    """
    if next(islice(element.iter(), MOST_INSIDE, None), None) is not None:
        return ""
    text = "".join(element.itertext())
    return text if len(text) <= most else ""


def squeeze(text: str) -> str:
    """A text without white space, its figures on the line, to compare with another."""
    return on_the_line("".join(text.split()))


def lines_of(root: "HtmlElement", *, with_links: bool = False) -> list[str]:
    """The lines that a part of a page shows: one for each paragraph, heading and item, for each
    line of those that are broken, and for each row of a table, tabs between its cells, or each cell
    of one that sets out the page; lines that are only links are left out, or not.
    """
    writer = Writer(with_links=with_links)
    writer.write(root)
    writer.end_line()
    return writer.lines


class LinkLine(NamedTuple):
    """A line that is only links, before which line it stood, and whether it was a paragraph."""

    at: int
    text: str
    paragraph: bool


class Writer:
    """Takes down the text of elements, line by line; `places` says which lines are of which,
    `links` which lines stood where that are only links.
    """

    def __init__(self, *, with_links: bool = False) -> None:
        self.lines: list[str] = []
        self._with_links = with_links
        self.links: list[LinkLine] = []
        self.places: dict[HtmlElement, tuple[int, int]] = {}
        self._numbers = ListNumbers()
        self._rows: set[HtmlElement] = set()
        self._text: list[str] = []
        self._linked = 0
        self._in_link = 0
        self._mark = ""

    def write(self, element: "HtmlElement") -> None:
        """An element with everything in it."""
        name = local_name(element)
        if name == "table":
            self._rows.update(rows_of_data(element))
        if element in self._rows:
            self._write_row(element)
            return
        block = name in BLOCKS
        if block:
            self.end_line()
            self._mark = heading_mark(element, name) or self._numbers.mark(element) or self._mark
        first = len(self.lines)
        if name == "br":
            self.end_line(broken=True)
        self._in_link += name == "a"
        self._add(element.text, keep=name == "pre")
        for child in element:
            self.write(child)
            self._add(child.tail, keep=name == "pre")
        self._in_link -= name == "a"
        if block:
            self.end_line(paragraph=name == "p")
            self._mark = ""
        self.places[element] = (first, len(self.lines))

    def _write_row(self, row: "HtmlElement") -> None:
        """A row of a table as one line."""
        self.end_line()
        first = len(self.lines)
        self._text = ["\t".join(cells_of(row))]
        self._linked = len(squeeze(self._text[0])) if leads_away(row) else 0
        self.end_line()
        self.places.update((each, (first, len(self.lines))) for each in row.iter())

    def _add(self, text: str | None, *, keep: bool) -> None:
        if not text:
            return
        for number, line in enumerate(text.split("\n") if keep else [WHITE.sub(" ", text)]):
            if number:
                self.end_line(broken=True)
            self._text.append(line)
            self._linked += len(squeeze(line)) if self._in_link else 0

    def end_line(self, *, broken: bool = False, paragraph: bool = False) -> None:
        """The line ends here, and with it perhaps a paragraph; inside a broken heading the next
        line is one too.
        """
        text, linked = "".join(self._text).strip(" "), self._linked
        self._text, self._linked = [], 0
        length = len(squeeze(text))
        only_links = linked > LINKS_ONLY * length and not SENTENCE.search(text)
        if length and only_links and not self._with_links:
            self.links.append(LinkLine(len(self.lines), text, paragraph=paragraph))
        elif length:
            space = "" if self._mark.endswith("、") else " "
            self.lines.append(f"{self._mark}{space}{text.strip()}" if self._mark else text)
            self._mark = self._mark if broken or set(self._mark) == {"#"} else ""


def heading_mark(element: "HtmlElement", name: str) -> str:
    """The Markdown mark in front of a heading, also of a title from Word; else nothing."""
    if heading := HEADING.fullmatch(name):
        return "#" * int(heading[1])
    return "#" if WORD_TITLE.search(element.get("class") or "") else ""
