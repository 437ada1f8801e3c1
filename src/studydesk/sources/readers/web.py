"""Saved web pages (HTML, MHTML): the article on the page, a paragraph a line.

The text is the title, the byline and the main text; what surrounds them (navigation, lists of
links, forms, scripts) is not taken. Date and newspaper come from the page's own marks. Headings
become lines with Markdown marks. Nothing is ever loaded from the network.
"""

import codecs
import re
from typing import TYPE_CHECKING

from studydesk.errors import SourceEmpty, SourceTooComplex, SourceUndecodable
from studydesk.sources.readers.legibility import refuse_bad_layer
from studydesk.sources.readers.reader import Reading, refuse_swarms
from studydesk.sources.readers.text import decode, decode_strictly
from studydesk.sources.readers.web_archive import page_in
from studydesk.sources.readers.web_article import article_lines
from studydesk.sources.readers.web_marks import Marks, find_marks, is_mark_line, is_told
from studydesk.sources.readers.web_signs import settle_signs
from studydesk.sources.readers.web_text import (
    SENTENCE,
    lines_of,
    remove_unseen,
    settle_wechat,
    squeeze,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STRAY_CONTROLS = bytes(code for code in range(1, 32) if code not in b"\t\n\r\f")
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
FOR_CHINESE = {
    *("gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950"),
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be"),
}
EMBEDDED = re.compile(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]*")
HEAD_LINES = 8
EDITED = re.compile("[（(]?(?:责任|本期|执行)?(?:编辑|责编|编审|审核|校对|监制|来源)")
VALUE = rb"=\s*+(?:\"[^\"]*+\"|'[^']*+')"
TAG = re.compile(
    rb"<(?:(?P<raw>script|style)\b|[a-z])(?P<attributes>(?:[^>=]++|" + VALUE + rb"|=)*+)"
    rb"(?(raw)(?:(?<!/)>(?:[^<]++|<(?!/(?P=raw)))*+)?)",
    re.IGNORECASE,
)
"""A tag with its attributes; a script or a sheet of styles with all that is in it."""
FORMATTING = re.compile(
    rb"</?(?:font|span|b|i|u|em|strong|big|small)(?=[\s/>])(?:[^<>=]++|" + VALUE + rb"|=){0,60}+>",
    re.IGNORECASE,
)
BETWEEN_ATTRIBUTES = re.compile(VALUE + rb"|[\s/]")
MOST_ATTRIBUTES = 200  # of one element: what they take grows with their square
MOST_MARKS = 500_000  # a page of the largest news sites has some 20,000


def read_web(data: bytes, name: str) -> Reading:
    """The article of a saved page. Raises a SourceRefused."""
    return read_page(decode_page(data, name), name)


def read_web_archive(data: bytes, name: str) -> Reading:
    """The article of a page saved with all its files in one (MHTML, RFC 2557)."""
    return read_web(page_in(data, name), name)


def read_page(html: str, name: str) -> Reading:
    """The article on a page given as text."""
    try:
        root = parse(html, name)
        settle_signs(root)
        marks = find_marks(root)
        remove_unseen(root)
        settle_wechat(root)
        lines, beside = article_lines(root, marks.title)
    except RecursionError as error:
        raise SourceTooComplex(name) from error
    article = put_head(lines, marks)
    return Reading(
        "\n".join(with_rest(article, lines, beside, marks)), marks.newspaper, marks.published
    )


def with_rest(article: list[str], lines: list[str], beside: list[str], marks: Marks) -> list[str]:
    """The article, and under it in comments, as running heads are, what else the page says: the
    lines beside it, and those over it that say more than the facts taken from them.
    """
    known = set(map(bare, article))
    over = (line for line in lines if not is_told(line, marks))
    rest = dict.fromkeys(line for line in (*over, *beside) if bare(line) not in known)
    return [*article, "", *(f"<!-- {line} -->" for line in rest)] if rest else article


def read_rich(html: str, name: str) -> str:
    """All the text of pasted HTML, headings with Markdown marks; empty where it has none."""
    try:
        return "\n".join(rich_lines(html, name))
    except (SourceTooComplex, SourceEmpty):
        return ""  # the clipboard has the plain text too


def rich_lines(html: str, name: str, *, with_links: bool = False) -> list[str]:
    """All the lines of a page, headings with Markdown marks; those that are only links, or not.
    Raises SourceEmpty where there is no page, SourceTooComplex.
    """
    try:
        root = parse(html, name)
        settle_signs(root)
        remove_unseen(root)
        return lines_of(root, with_links=with_links)
    except RecursionError as error:
        raise SourceTooComplex(name) from error


def decode_page(data: bytes, name: str) -> str:
    """The text of a page by the evidence of its bytes, whatever encoding it declares; what it
    declares counts where that fails.
    """
    if b"\x00" not in data:
        data = data.translate(None, STRAY_CONTROLS)
    try:
        return decode_strictly(data, name)
    except SourceUndecodable:
        if text := decode_as_declared(data):
            refuse_bad_layer(text, name)
            return text
    return decode(data, name)


def decode_as_declared(data: bytes) -> str:
    """The text of a page in the encoding that it declares; empty where this is none for Chinese, or
    wrong.
    """
    declared = DECLARED.search(data[:4096])
    try:
        codec = codecs.lookup(declared[1].decode("ascii")) if declared else None
        return data.decode(codec.name) if codec and codec.name in FOR_CHINESE else ""
    except (LookupError, UnicodeError):
        return ""


def parse(html: str, name: str) -> "HtmlElement":
    """The tree of a page. Raises SourceEmpty where there is none, SourceTooComplex."""
    data = EMBEDDED.sub("", html).encode("utf-8", errors="replace")
    refuse_swarms(data, name, MOST_MARKS)
    refuse_attributes(data, name)
    # fonts that are never closed make pages of old sites deeper with each paragraph
    for markup in (data, FORMATTING.sub(b"", data)):
        root = whole_tree(markup, name)
        if root is not None:
            return root
    raise SourceTooComplex(name)


def whole_tree(data: bytes, name: str) -> "HtmlElement | None":
    """The tree of a page; None where it is too deep to hold all of it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: HtmlElement = document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise SourceEmpty(name) from error
    cut = any(each.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log)
    return None if cut else root


def refuse_attributes(data: bytes, name: str) -> None:
    """Raises SourceTooComplex where an element has more attributes than any page gives one, or
    all of them together are too many to hold.
    """
    total = 0
    for tag in TAG.finditer(data):
        count = len(BETWEEN_ATTRIBUTES.sub(b" ", tag["attributes"]).split())
        total += count
        if count > MOST_ATTRIBUTES or total > MOST_MARKS:
            raise SourceTooComplex(name)


def put_head(lines: list[str], marks: Marks) -> list[str]:
    """The lines of an article under its title and its authors, each of them once; lines that
    only say when and where it appeared are facts of the source and not text.
    """
    title = squeeze(marks.title)
    texts = (at for at, line in enumerate(lines) if SENTENCE.search(line) and bare(line) != title)
    opening = next(texts, HEAD_LINES)
    body = lines[opening:]
    head = [line for line in lines[:opening] if not is_mark_line(line) and not names(line, marks)]
    at = next((at for at, line in enumerate(head) if bare(line) == title), None)
    if at is not None:
        kickers = [line for line in head[:at] if line.startswith("#")]
        head = [*kickers, f"# {head[at].lstrip('# ')}", *head[at + 1 :]]
    elif title and title not in map(bare, body):
        head.insert(0, f"# {marks.title}")
    signed = (line for line in body[-3:] if not EDITED.match(line))
    around = squeeze("".join((*head, *signed)))
    if marks.authors and not all(name in around for name in marks.authors):
        below = next((at for at, line in enumerate(head, 1) if bare(line) == title), 0)
        head.insert(below, " ".join(marks.authors))
    return [*head, *body]


def bare(line: str) -> str:
    """A line without its Markdown mark and white space."""
    return squeeze(line.lstrip("# "))


def names(line: str, marks: Marks) -> bool:
    """Whether a line has the authors and the newspaper, and nothing else."""
    rest = squeeze(line)
    for name in (*marks.authors, marks.newspaper):
        rest = rest.replace(name, "") if name else rest
    return not rest
