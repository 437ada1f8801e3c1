"""The part of a web page that is the article, and the lines beside it that are text, too."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from studydesk.sources.readers.reader import local_name
from studydesk.sources.readers.web_marks import is_mark_line
from studydesk.sources.readers.web_tables import BLOCKS, rows_of_data
from studydesk.sources.readers.web_text import (
    HEADING,
    SENTENCE,
    LinkLine,
    Writer,
    lines_of,
    remove,
    short_text,
    squeeze,
)
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.notices import DAY, is_office
from studydesk.sources.recovery.signs import AFFILIATION
from studydesk.sources.recovery.sites import is_of_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "dl", "table")
MAIN_IDS = {"js_content", "UCAP-CONTENT"}  # WeChat articles; the State Council's sites
# What says more than where it stands, and what the class of a paragraph may say as well.
FOREIGN = "comments?|pinglun|relat(?:ed|e|ion)|recommend|tuijian|advert"
WEAK = "hot|path|side|aside|share"
OTHER = "foot(?:er)?|copyright|sidebar|rank(?:ing)?|breadcrumb|crumbs?|nav|menu|toolbar"
SURROUNDINGS = re.compile(
    rf"(?:^|[\s_-])(?:(?P<foreign>{FOREIGN})|(?P<weak>{WEAK})|{OTHER})(?=$|[\s_-])", re.IGNORECASE
)
# What sites say in sentences of their own, and what everybody says.
OF_SITE = re.compile(
    "版权|转载|免责|声明|扫[一描码]|二维码|客户端|公众号|备案|许可证|浏览器|本网|本站|责编"
)
EVERYDAY = re.compile("投稿|举报|订阅|登录|注册|热线|信箱|关注|分享|点赞|点击|评论|回复|网友|编辑")
SITE_SHARE = 0.5  # of the sentences
SURROUNDING_SHARE = 0.3
MARKED_SHARE = 0.5
MAIN_SHARE = 0.8
PROSE_SHARE = 0.5
LONGEST_CLOSING = 200
LONGEST_LABEL = 24
LONGEST_BUTTON = 6
MOST_BESIDE = 4  # that are called surroundings one after the other, and are none


def article_lines(root: "HtmlElement", title: str) -> tuple[list[str], list[str]]:
    """The lines of the article on a page, and what else the page says: from the heading with its
    title, or a kicker right over that, to the end of the main part; only the main part where the
    title is nowhere over it.
    """
    weight = sentence_weights(root)
    surroundings = take_surroundings(root, weight)
    part = main_part(root, weight)
    heading = heading_of(root, title)
    writer = Writer()
    writer.write(next(root.iter("body"), root))
    writer.end_line()
    whole = (0, len(writer.lines))
    first, last = writer.places.get(part, whole)
    start, end = writer.places.get(part.getparent(), whole) if is_marked(part) else whole
    last = max(last, writer.places.get(end_of_article(part, weight), (0, 0))[1])
    if heading in writer.places and writer.places[heading][0] <= first:
        start = first = writer.places[kicker_over(heading)][0]
    inside = [link for link in writer.links if first < link.at <= last and is_worded(link)]
    beside = [link.text for link in inside if not is_among_lines(link, last)]
    beside += [line for within, lines in surroundings if is_inside(within, part) for line in lines]
    beside += [
        line
        for at, line in enumerate(writer.lines)
        if not first <= at < last
        and (is_text(line) or (start <= at < end and says_something(line)))
    ]
    lines = writer.lines[first:last]
    for link in reversed(inside):
        if is_among_lines(link, last):
            lines.insert(link.at - first, link.text)
    return lines, beside


def is_worded(link: LinkLine) -> bool:
    """Whether a line that is only links says more than buttons do."""
    return len(link.text) > LONGEST_BUTTON and says_something(link.text)


def is_among_lines(link: LinkLine, last: int) -> bool:
    """Whether a paragraph that is only links stands among the lines of the article, as what is
    sent with a notice does.
    """
    return link.paragraph and link.at < last


def is_text(line: str) -> bool:
    """Whether a line is text wherever it stands: a sentence, a document, a row of a table."""
    return bool(SENTENCE.search(line)) or "《" in line or "\t" in line or len(line) > LONGEST_LABEL


def says_something(line: str) -> bool:
    """Whether a line beside the article is none of those that stand beside every one."""
    text = squeeze(line)
    return len(text) > 1 and not is_mark_line(line) and not is_of_site(text)


def is_inside(element: "HtmlElement", whole: "HtmlElement") -> bool:
    """Whether an element is another one, or is in it."""
    return element is whole or any(each is whole for each in element.iterancestors())


def heading_of(root: "HtmlElement", title: str) -> "HtmlElement | None":
    """The element that shows the title of the page and nothing else."""
    wanted = squeeze(title)
    fitting = (
        element
        for element in root.iter(*sorted(BLOCKS))
        if wanted
        and not is_container(element)
        and squeeze(short_text(element, 2 * len(wanted) + 80)) == wanted
    )
    return next(fitting, None)


def kicker_over(heading: "HtmlElement") -> "HtmlElement":
    """The small heading right over a heading, or the heading itself."""
    before: HtmlElement | None = heading.getprevious()
    return before if before is not None and HEADING.fullmatch(local_name(before)) else heading


def take_surroundings(
    root: "HtmlElement", weight: dict["HtmlElement", int]
) -> list[tuple["HtmlElement", list[str]]]:
    """Take out what its class or id calls a comment, a list of recommendations, a footer …,
    unless much of the page's text is in it: the lines of each, and what it was in.
    """
    whole = weight.get(root, 0)
    taken: dict[HtmlElement, None] = {}
    for element in root.iter(*sorted(BLOCKS)):
        small = weight.get(element, 0) <= SURROUNDING_SHARE * whole
        named = bool(surroundings_named(element))
        if not (named and small) or local_name(element) == "body":
            continue
        inside = any(each in taken for each in element.iterancestors())
        of_article = is_of_article(element, weight)
        if not inside and not of_article:
            taken[element] = None
    lines = [(element.getparent(), lines_of(element)) for element in taken]
    for element in taken:
        element.tag = "template"
    remove(root, "template")
    return [(within, told) for within, told in lines if within is not None]


def surroundings_named(element: "HtmlElement") -> list[re.Match[str]]:
    """The words in the class and the id of an element, and its own name, that say it is no text."""
    own = name if (name := local_name(element)) in {"footer", "aside"} else ""
    called = f"{element.get('class') or ''} {element.get('id') or ''} {own}"
    return list(SURROUNDINGS.finditer(called))


def is_of_article(element: "HtmlElement", weight: dict["HtmlElement", int]) -> bool:
    """Whether what is called surroundings is text for all that: it closes the article, or has but
    a name that paragraphs have as well and is among such.
    """
    named = surroundings_named(element)
    if any(word["foreign"] for word in named):
        return False
    weak = all(word["weak"] for word in named)
    return closes_article(element) or (weak and is_among_paragraphs(element, weight))


def is_among_paragraphs(element: "HtmlElement", weight: dict["HtmlElement", int]) -> bool:
    """Whether prose stands between two paragraphs of prose, as parts of the article do."""
    beside = (
        next((each for each in islice(others, MOST_BESIDE) if not surroundings_named(each)), None)
        for others in (element.itersiblings(preceding=True), element.itersiblings())
    )
    return is_prose(element, weight) and all(
        each is not None and not is_container(each) and is_prose(each, weight) for each in beside
    )


def is_prose(element: "HtmlElement", weight: dict["HtmlElement", int]) -> bool:
    """Whether an element says mostly sentences, and nothing that sites may say of themselves."""
    own = share_said(EVERYDAY, "".join(element.itertext()))
    return says_sentences(element, weight) and own < 1


def says_sentences(element: "HtmlElement", weight: dict["HtmlElement", int]) -> bool:
    """Whether an element says mostly sentences, and not such as only sites say."""
    text = "".join(element.itertext())
    told = weight.get(element, 0) > PROSE_SHARE * len(squeeze(text))
    return told and share_said(OF_SITE, text) < SITE_SHARE


def share_said(words: re.Pattern[str], text: str) -> float:
    """In which share of the sentences of a text one of these words is, between 0 and 1."""
    sentences = [each for each in SENTENCE.split(text) if each.strip()]
    return sum(bool(words.search(each)) for each in sentences) / max(1, len(sentences))


def end_of_article(part: "HtmlElement", weight: dict["HtmlElement", int]) -> "HtmlElement":
    """The last part of an article whose main part this is: what goes on right below it as further
    pages do, in prose and in elements alike, or closes it: where its authors work, which office
    signs it, and when.
    """
    end = part
    if is_marked(part):
        return end
    alone = alone_in(part)
    alike = {("p", None), *((each.tag, each.get("class")) for each in alone)}
    for each in alone[-1].itersiblings():
        if closes_article(each):
            end = each
        elif next(each.iter(*HEADINGS), None) is not None:
            break
        elif weight.get(each, 0) or lines_of(each):
            goes_on = (each.tag, each.get("class")) in alike and says_sentences(each, weight)
            if not goes_on or next(each.iter(*LISTS), None) is not None:
                break
            end = each if is_prose(each, weight) else end
    return end


def alone_in(part: "HtmlElement") -> list["HtmlElement"]:
    """A part, and what has nothing else in it but that part, outwards."""
    alone = [part]
    while next(part.itersiblings(), None) is None and local_name(part) != "body":
        above = part.getparent()
        if above is None or local_name(above) == "body" or squeeze(above.text or ""):
            break
        part = above
        alone.append(part)
    return alone


def closes_article(element: "HtmlElement") -> bool:
    """Whether all lines of an element say where the authors work or who signs, and when."""
    if not short_text(element, LONGEST_CLOSING):
        return False
    lines = [line.strip() for line in lines_of(element)]
    return bool(lines) and all(
        AFFILIATION.match(line) or is_byline(line) or is_office(line) or DAY.fullmatch(line)
        for line in lines
    )


def main_part(root: "HtmlElement", weight: dict["HtmlElement", int]) -> "HtmlElement":
    """The part of a page that is the article: the one that is marked so, or down from the body,
    always into the part that has nearly all of the sentences.
    """
    part: HtmlElement = next(root.iter("body"), root)
    marked: list[HtmlElement] = [element for element in part.iter() if is_marked(element)]
    if marked and weight.get(marked[0], 0) >= MARKED_SHARE * weight.get(part, 0):
        return marked[0]
    while True:
        parts = [child for child in part if is_part(child)]
        heaviest = max(parts, key=lambda child: weight.get(child, 0), default=None)
        if heaviest is None or weight.get(heaviest, 0) < MAIN_SHARE * remaining(part, weight):
            return part
        part = heaviest


def is_marked(element: "HtmlElement") -> bool:
    """Whether a page itself says that an element is the article."""
    return (element.get("id") or "") in MAIN_IDS or element.get("itemprop") == "articleBody"


def remaining(part: "HtmlElement", weight: dict["HtmlElement", int]) -> int:
    """The weight of what is still in a part after its surroundings were taken out."""
    inside = sum(weight.get(child, 0) for child in part if local_name(child) != "a")
    return max(1, inside)


def is_part(element: "HtmlElement") -> bool:
    """Whether an element may hold the article: several lines, and not the rows of a table."""
    return local_name(element) in BLOCKS and holds_lines(element) and not rows_of_data(element)


def holds_lines(element: "HtmlElement") -> bool:
    """Whether an element holds several lines: other blocks, or text with line breaks."""
    return is_container(element) or sum(local_name(child) == "br" for child in element) > 1


def is_container(element: "HtmlElement") -> bool:
    """Whether an element holds other blocks."""
    return any(local_name(child) in BLOCKS for child in element)


def sentence_weights(root: "HtmlElement") -> dict["HtmlElement", int]:
    """For each element the characters of sentences in it, links apart: what navigation lacks."""
    weight: dict[HtmlElement, int] = {}
    for element in root.iter():
        name = local_name(element)
        own = (
            0
            if name == "a"
            else len(element.text or "") * bool(SENTENCE.search(element.text or ""))
        )
        weight[element] = weight.get(element, 0) + own
        parent = element.getparent()
        if parent is not None and SENTENCE.search(element.tail or ""):
            weight[parent] = weight.get(parent, 0) + len(element.tail or "")
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and local_name(element) != "a":
            weight[parent] = weight.get(parent, 0) + weight[element]
    return weight
