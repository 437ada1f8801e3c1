"""What browsers show by the place of words or by signs of their own, made characters: 10⁴ is not
104, 汉（hàn） not 汉hàn, and <q> is set in quotation marks.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from studydesk.sources.readers.figures import has_words, set_lowered, set_raised
from studydesk.sources.readers.reader import local_name
from studydesk.sources.readers.web_tables import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ALIGNED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
SETTERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("sup", "super"), set_raised),
    "sub": set_lowered,
}
PLACED = {"sup", "sub", "span", "font", "a"}
QUOTES = ("“”", "‘’")
QUOTED = re.compile(r"\s*(?:“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\")\s*")
MOST_PIECES = 4
LONGEST_NUMBER = 4


def settle_signs(root: "HtmlElement") -> None:
    """Make raised and lowered figures, readings and quotations of a page characters."""
    from lxml import etree

    etree.strip_elements(root, "rp", with_tail=False)
    set_scripts(root)
    for element in root.iter("a"):
        parts = (element.tail or "")[:1].isdigit() and begins_line(element)
        if parts and is_number_of_note(element):
            element.tail = f" {element.tail}"
    for element in root.iter("rt"):
        put_between(element, "（）")
    for element in root.iter("q"):
        if QUOTED.fullmatch("".join(element.itertext())):
            continue
        depth = sum(1 for _ in element.iterancestors("q"))
        put_between(element, QUOTES[depth % 2])


def set_scripts(root: "HtmlElement") -> None:
    """Set what is raised or lowered on a page in figures of that kind, unless it says words."""
    setters: dict[HtmlElement, Callable[[str], str]] = {}
    for element in root.iter():
        parent = element.getparent()
        around = setters.get(parent) if parent is not None else None
        own = own_setter(element) if around is not str else None
        if own and not around and has_words("".join(element.itertext())):
            own = str  # which leaves all in it as it is
        setter = own or around
        if setter:
            setters[element] = setter
            element.text = setter(element.text) if element.text else None
        if around and element.tail:
            element.tail = around(element.tail)


def own_setter(element: "HtmlElement") -> Callable[[str], str] | None:
    """How an element sets its text by its name, or by its style."""
    name = local_name(element)
    if name not in PLACED:
        return None
    aligned = ALIGNED.search(element.get("style") or "")
    return SETTERS.get(aligned[1].lower() if aligned else name)


def begins_line(element: "HtmlElement") -> bool:
    """Whether nothing is printed before an element on its line."""
    parent = element.getparent()
    while parent is not None:
        for before in element.itersiblings(preceding=True):
            if (before.tail or "").strip():
                return False
            if local_name(before) == "br" or local_name(before) in BLOCKS:
                return True
            if any(text.strip() for text in before.itertext()):
                return False
        if (parent.text or "").strip():
            return False
        if local_name(parent) in BLOCKS:
            return True
        element, parent = parent, parent.getparent()
    return True


def is_number_of_note(element: "HtmlElement") -> bool:
    """Whether a link leads to another place of the page and says but a number."""
    if not (element.get("href") or "").startswith("#"):
        return False
    start = "".join(islice(element.itertext(), MOST_PIECES)).strip()
    return bool(start) and start[-1].isdigit() and len(start) <= LONGEST_NUMBER


def put_between(element: "HtmlElement", signs: str) -> None:
    """Put an element's text between two signs, if it has any."""
    if not any(text.strip() for text in element.itertext()):
        return
    element.text = signs[0] + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + signs[1]
    else:
        element.text += signs[1]
