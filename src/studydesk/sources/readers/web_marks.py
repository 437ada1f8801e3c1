"""What a web page says about itself: title, authors, date and newspaper, from its own marks.

Marks are those of Open Graph, of the Chinese guideline for government sites (ArticleTitle,
PubDate, ContentSource), of WeChat articles, and the printed line 来源：… under a title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from studydesk.sources.readers.reader import local_name
from studydesk.sources.readers.web_tables import BLOCKS
from studydesk.sources.readers.web_text import short_text, squeeze
from studydesk.sources.recovery.names import find_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TITLES = ("articletitle", "og:title", "twitter:title")
AUTHORS = ("article:author", "og:article:author", "author", "byline")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:release_date",
    "pubdate",
    "publishdate",
    "publish_date",
    "firstpublishedtime",
    "date",
)
SOURCES = ("contentsource", "source", "article:source")
DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
WECHAT_TIME = re.compile(r"\b(?:ct|create_?[tT]ime)\b\s*[=:]\s*[\"'](\d{10})[\"']")
CHINA = timedelta(hours=8)
SOURCE_LINE = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[日时分]))(?:文章|稿件|信息|新闻)?(?:来源|稿源)\\s*[：:]\\s*《?([\u4e00-\u9fffA-Za-z0-9·]{2,20})"
)
AUTHOR_LINE = re.compile(
    "(?:作者|撰文|文)\\s*[：:]\\s*([\u4e00-\u9fff·、，, \u3000]{2,30}?)"
    "(?=\\s*(?:来源|稿源|编辑|责编|责任|发布|时间|日期|字号|字体|浏览|点击|阅读"
    "|[^\u4e00-\u9fff·、，, \u3000]|$))"
)
LABEL = (
    "(?:发布|发表|更新|浏览|阅读|点击|信息|文章|稿件|新闻)?(?:时间|日期|来源|稿源|次数|量|于)"
    "|发布|发表|更新|浏览|阅读|点击|字号|字体|打印|分享到?|收藏|关闭|作者|撰文|星期[一二三四五六日]"
)
# What stands around a title besides: when it appeared, how often it was read, buttons.
MARK_LINE = re.compile(rf"(?:{LABEL}|原标题)\s*[：:]|{DATE.pattern}(?!.*，)")
SAYS_NOTHING = re.compile(rf"{LABEL}|微信|微博|次|大中小|[大中小](?![\u4e00-\u9fff])|[\W\d_]")
TOLD = re.compile("[，。！？；]")
"""What tells of a day, and does not say on which a page appeared."""
LONGEST_MARK_LINE = 80
LONGEST_LINE = 2 * LONGEST_MARK_LINE
MOST_PIECES = 100
TITLE_END = re.compile(r"\s*(?:[-_|—–－｜]+|\s-\s)\s*[^-_|—–－｜]{2,30}$")
PARTING = re.compile("[-_|—–－｜]+")
MOST_PARTS = 12
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page says about its article; empty where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    newspaper: str = ""
    published: date | None = None


def find_marks(root: "HtmlElement") -> Marks:
    """The marks of a page, before anything is taken out of it."""
    metas = dict(read_metas(root))
    lines = list(short_lines(root))
    return Marks(
        find_title(root, metas, lines),
        find_authors(root, metas, lines),
        find_newspaper(root, metas, lines),
        find_date(root, metas, lines),
    )


def is_mark_line(line: str) -> bool:
    """Whether a line over an article only says when and where it appeared."""
    short = len(line) <= LONGEST_MARK_LINE and not line.startswith("#")
    found = MARK_LINE.match(line.strip()) or SOURCE_LINE.search(line)
    return short and (bool(found) or only_labels(line))


def only_labels(line: str) -> bool:
    """Whether a line is labels and figures, and no figures alone."""
    return bool(re.search(LABEL, line)) and not SAYS_NOTHING.sub("", line)


def is_told(line: str, marks: Marks) -> bool:
    """Whether a line says nothing but facts that were taken from the page, and their labels."""
    rest = squeeze(line)
    for told in (*marks.authors, marks.newspaper, squeeze(marks.title)):
        rest = rest.replace(told, "") if told else rest
    day = DATE.search(line)
    if day and first_date(day[0]) == marks.published:
        rest = rest.replace(squeeze(day[0]) + "日", "").replace(squeeze(day[0]), "")
    return not SAYS_NOTHING.sub("", rest)


def read_metas(root: "HtmlElement") -> Iterator[tuple[str, str]]:
    """The meta elements with content, the first of each name last, so that it counts."""
    for meta in reversed(list(root.iter("meta"))):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "")[: 4 * LONGEST_TITLE].split())
        if key and content:
            yield key.strip().lower(), content


def short_lines(root: "HtmlElement") -> Iterator[str]:
    """The lines of the page that are short enough to be marks, in reading order; elements inside a
    line are parted by white space, as sites set them apart by their styles.
    """
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local_name(element)
        if name in BLOCKS or name == "br":
            yield from short_line(pieces)
            pieces.clear()
        seen = name not in {"script", "style", "title"}
        text = (element.text if seen else "") if event == "start" else element.tail
        if text and len(pieces) <= MOST_PIECES:
            pieces.append(text[: LONGEST_LINE + 1] if text.strip() else " ")
    yield from short_line(pieces)


def short_line(pieces: list[str]) -> Iterator[str]:
    """A line made of these pieces, where it is not too long, or too short to say anything."""
    line = " ".join(" ".join(pieces).split())
    if 2 <= len(line) <= LONGEST_LINE and len(pieces) <= MOST_PIECES:
        yield line


def by_id(root: "HtmlElement", *names: str) -> str:
    """The text of the first element with one of these ids."""
    found: list[HtmlElement] = root.xpath(f"//*[{' or '.join(f'@id={name!r}' for name in names)}]")
    return " ".join(short_text(found[0], LONGEST_TITLE).split()) if found else ""


def wechat_meta(root: "HtmlElement") -> Iterator["HtmlElement"]:
    """What stands in the row under the title of a WeChat article without being a button: who wrote
    it.
    """
    for row in root.xpath("//*[@id='meta_content']"):
        yield from row.iterfind(".//span[@class='rich_media_meta rich_media_meta_text']")


def find_title(root: "HtmlElement", metas: dict[str, str], lines: list[str]) -> str:
    """The title: the heading that the page's own marks confirm, or else what they say, as far as it
    stands on a line of the page before the name of its column and of the site.
    """
    named = next((metas[key] for key in TITLES if metas.get(key)), "")
    window = " ".join((root.findtext(".//title") or "")[: 4 * LONGEST_TITLE].split())
    known = squeeze(named) + "\n" + squeeze(window)
    headings = [
        " ".join(short_text(element, LONGEST_TITLE).split())
        for element in root.iter("h1", "h2", "h3")
    ]
    confirmed = [text for text in headings if len(text) >= 4 and squeeze(text) in known]
    title = by_id(root, "activity-name") or max(confirmed, key=len, default="") or named
    title = title or printed_title(window, lines)
    title = title or TITLE_END.sub("", window) or next(filter(None, headings), "")
    return title if len(title) <= LONGEST_TITLE else ""


def printed_title(window: str, lines: list[str]) -> str:
    """As much of the title of the window as is a line of the page; empty where none is."""
    printed = {squeeze(line) for line in lines}
    ends = [found.start() for found in islice(PARTING.finditer(window), MOST_PARTS)]
    starts = (window[:end].strip() for end in reversed(ends))
    return next((start for start in starts if len(start) >= 4 and squeeze(start) in printed), "")


def find_authors(root: "HtmlElement", metas: dict[str, str], lines: list[str]) -> tuple[str, ...]:
    """The authors, where what the page calls so are names of persons."""
    candidates = [by_id(root, "js_author_name", "js_author_name_text")]
    candidates += [short_text(each, LONGEST_MARK_LINE) for each in wechat_meta(root)]
    candidates += [found[1] for line in lines[:400] if (found := AUTHOR_LINE.search(line))]
    candidates += [metas[key] for key in AUTHORS if metas.get(key)]
    for candidate in candidates:
        if names := find_names(candidate.strip()):
            return tuple(squeeze(candidate.strip()[start:end]) for start, end in names)
    return ()


def find_newspaper(root: "HtmlElement", metas: dict[str, str], lines: list[str]) -> str:
    """Where the article was published: 来源, or the WeChat account."""
    named = next((metas[key] for key in SOURCES if metas.get(key)), "")
    if found := SOURCE_LINE.fullmatch(named):
        return found[1]
    if named and len(named) <= 20 and "/" not in named:
        return named.strip("《》")
    for line in lines:
        if found := SOURCE_LINE.search(line):
            return found[1]
    return by_id(root, "js_name")


def find_date(root: "HtmlElement", metas: dict[str, str], lines: list[str]) -> date | None:
    """The day of publication."""
    texts = [metas[key] for key in DATES if metas.get(key)]
    texts.append(by_id(root, "publish_time"))
    texts += [element.get("datetime") or "" for element in root.iter("time")]
    for text in texts:
        if day := first_date(text):
            return day
    for script in root.iter("script"):
        if found := WECHAT_TIME.search(script.text or ""):
            return (datetime.fromtimestamp(int(found[1]), UTC) + CHINA).date()
    short = (line for line in lines if len(line) <= LONGEST_MARK_LINE and not TOLD.search(line))
    return next((day for day in map(first_date, short) if day), None)


def first_date(text: str) -> date | None:
    """The first date in a text, or None."""
    for year, month, day in DATE.findall(text):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue  # digits that are no date
    return None
