"""Markdown files: the text as it is printed, headings and lists with their marks.

Emphasis, links, notes and rows of tables become what they print; what the front matter says of
title, author, source and date are facts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import takewhile

from studydesk.sources.readers.numerals import circled
from studydesk.sources.readers.reader import Reading
from studydesk.sources.readers.text import HAN, decode
from studydesk.sources.readers.web_marks import first_date
from studydesk.sources.readers.web_signs import SETTERS
from studydesk.sources.readers.web_text import SENTENCE

KEY = "[A-Za-z_][A-Za-z0-9_-]*"
ITEM = r"[ \t]*-[ \t]+.*\r?\n"
FRONT = re.compile(
    rf"\s*---[ \t]*\r?\n(?P<facts>(?:{KEY}[ \t]*:.*\r?\n(?:{ITEM})*)+)---[ \t]*(?:\r?\n|$)"
)
FACT = re.compile(rf"({KEY})[ \t]*:[ \t]*(.*\r?\n(?:{ITEM})*)")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")
ADDRESS = re.compile(
    r"[（(<【]?\s*(?<![A-Za-z0-9.-])(?:[A-Za-z]+://[^\s（）()<>【】《》]*"
    r"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:/[^\s（）()<>【】《》]*)?)\s*[）)>】]?"
)
NAMED = re.compile("《([^《》]+)》")
ITEM_MARK = re.compile(r"^-[ \t]+(?:name[ \t]*:)?")
QUOTED = re.compile(r"^([\"'])(.*)\1$")
HEADING = re.compile(r"#[ \t]")
LIKE_HEADING = re.compile(r"#{1,6}\s")
HEAD_LINES = 6
MOST_FACTS = 40
TAKEN = {"title", "author", "source", "published", "date"}
ROW = re.compile(r"[ \t]*\|(?P<cells>.+)\|[ \t]*")
BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[ \t|:-]+")
QUOTE = re.compile(r"^(?:>[ \t]?)+")
NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:[ \t]*)?")
LINK = re.compile(
    r"(?<![!\\])\[([^\[\]^][^\[\]]{0,200})(?<!\\)\]"
    r"\((?=[!-'*-~]*[\s)]|[^()\s./:#]{0,100}[./:#])[^()\s]{0,2000}(?:[ \t]\"[^\"]{0,200}\")?\)"
)
"""What leads to an address: in Latin letters, or with a mark that parts its steps."""
_OPENS = r"(?=[^\s*，。；：、？！）])(?!__)"
"""Behind marks that stand before words; before a pause they are a blank to be filled in."""
EMPHASIS = re.compile(
    rf"(?<![*\w\\])(\*{{1,3}}){_OPENS}([^*]*[^\s*\\])\1|(?<!\\)(\*\*){_OPENS}([^*]*[^*\\])\*\*"
)
UNDERLINED = re.compile(rf"(?<![\w\\])(_{{1,2}}){_OPENS}([^_]*[^\s_\\])\1(?!\w)")
"""Within words they mark nothing: 第__题 and 第__题 are blanks."""
SCRIPT = re.compile(r"(?<!\\)<(su[pb])>([^<>]{1,40})</\1>", re.IGNORECASE)
ENTITY = re.compile("&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
BREAK = re.compile(r"(?<!\\)<br */?>", re.IGNORECASE)
CODE = "(?<![`\\\\])(?:`[^`]+`|``[^`]+``)(?!`)"
ESCAPED = re.compile(r"\\([*_\[\]()|\\`])")
"""Marks that are meant as they are; not those that would make a heading or a list of a line."""


def read_markdown(data: bytes, name: str) -> Reading:
    """The text of a Markdown file. Raises what `decode` raises."""
    text = decode(data, name)
    front = FRONT.match(text)
    said = FACT.findall(front["facts"] if front else "")
    facts = {key.lower(): plain(told) for key, told in said}
    body = "\n".join(printed_lines(text[front.end() :] if front else text))
    source = ADDRESS.sub("", facts.get("source", "")).strip()
    named = NAMED.search(source)
    published = first_date(facts.get("published", "")) or first_date(facts.get("date", ""))
    text = "\n".join((put_head(body, facts), *rest_of_facts(facts, body)))
    return Reading(text, named[1] if named else source.strip("《》"), published)


def rest_of_facts(facts: Mapping[str, str], body: str) -> Iterator[str]:
    """What front matter says besides and the text does not, in comments, as running heads are."""
    rest = ((key, told) for key, told in facts.items() if key not in TAKEN and HAN.search(told))
    few = len(facts) <= MOST_FACTS  # each that is looked for costs reading the text
    yield from (f"<!-- {key}: {told} -->" for key, told in rest if not (few and told in body))


def plain(told: str) -> str:
    """What front matter says of a fact, which may be a list, without quotes and links."""
    values = (" ".join(ITEM_MARK.sub("", line.strip()).split()) for line in told.splitlines())
    values = (QUOTED.sub(r"\2", value) for value in values)
    return " ".join(LINK.sub(r"\1", WIKI_LINK.sub(r"\1", value)) for value in values if value)


def put_head(body: str, facts: Mapping[str, str]) -> str:
    """A text under the title and the author that its front matter names, if it has none itself in
    the lines over its first sentence.
    """
    title, author = facts.get("title", ""), facts.get("author", "")
    lines = body.split("\n")
    head = list(takewhile(lambda line: HEADING.match(line) or not SENTENCE.search(line), lines))
    if title and not any(HEADING.match(line) for line in head) and title not in lines:
        lines, head = [f"# {title}", *lines], [f"# {title}", *head]
    if author and author not in "\n".join(lines[:HEAD_LINES]):
        at = next((at for at, line in enumerate(head, 1) if HEADING.match(line)), 0)
        lines.insert(at, author)
    return "\n".join(lines)


def printed_lines(text: str) -> Iterator[str]:
    """The lines of a text without the marks inside them; notes are numbered as they come."""
    numbers: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        label = numbers.setdefault(found[1], circled(len(numbers) + 1))
        return f"{label} " if found[2] else label

    for line in text.split("\n"):
        row = ROW.fullmatch(line.rstrip("\r"))
        if row and RULE.fullmatch(row["cells"]):
            continue
        if row:
            cells = BETWEEN_CELLS.split(outside_code(BREAK, lambda _: " ", row["cells"]))
            yield "\t".join(unmarked(cell).strip() for cell in cells)
        else:
            yield from lines_in(outside_code(NOTE, number, QUOTE.sub("", line)))


def lines_in(line: str) -> Iterator[str]:
    """The lines that a line with breaks prints; one that begins like a heading is none, unless it
    does so in the file.
    """
    first, *others = unmarked(outside_code(BREAK, lambda _: "\n", line)).split("\n")
    yield first if line.startswith("#") else as_text(first)
    yield from map(as_text, others)


def as_text(line: str) -> str:
    """A line that is no heading, with the mark that says so where it begins like one."""
    return f"\\{line}" if LIKE_HEADING.match(line) else line


def unmarked(line: str) -> str:
    """A line without the marks of emphasis and links in it, raised figures and entities made
    characters; what is code stays as it is.
    """
    line = outside_code(SCRIPT, lambda found: SETTERS[found[1].lower()](found[2]), line)
    line = outside_code(LINK, lambda found: found[1], line)
    line = outside_code(UNDERLINED, lambda found: found[2], line)
    line = outside_code(ENTITY, lambda found: character(found[0]), line)
    line = outside_code(EMPHASIS, lambda found: found[2] or found[4], line)
    return outside_code(ESCAPED, lambda found: found[1], line)


def character(entity: str) -> str:
    """What an entity stands for; a space for what would end the line."""
    text = unescape(entity)
    return text if len(f"{text}.".splitlines()) == 1 else " "


def outside_code(
    pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], line: str
) -> str:
    """A line with what fits a pattern replaced, except in code: between `these marks`."""
    either = re.compile(f"{CODE}|{pattern.pattern}", pattern.flags)
    return either.sub(lambda found: found[0] if found[0].startswith("`") else replace(found), line)
