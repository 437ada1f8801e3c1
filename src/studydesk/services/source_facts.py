"""Where sources were published: what can be guessed from their texts, and set for many at once."""

import re
import unicodedata
from collections.abc import Collection, Iterable, MutableMapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any

from studydesk.domain.article import Source, SourceKind
from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.following import NONE, Following, OwnWords, Said

_HEAD = 12
"""So many lines from the beginning and the end of a page may tell where it was printed."""
_SHORT = 40
"""Characters of a line that says nothing else."""
_WITH_CREDITS = 3 * _SHORT
"""Characters of one that also says who made the page."""
_WITHIN_DATE = re.compile(r"(?<=[年月]) +(?=\d)|(?<=\d) +(?=[年月日])")
"""Spaces that a PDF puts between figures and signs: 2026 年 4 月 27 日."""
_TRAIL = re.compile("[>＞›»]")
"""Between the places of a page on its site: 首页 > 工人日报 > 版面."""
_PAGE_IN_WORDS = re.compile("(?<![^\\W日报])(?<![(])第([一二三四五六七八])版(?!\\w)")
"""第七版 of a running head; not 相关报道见第七版, 劳动合同（第三版） or 第一版于2019年出版."""

_FACT = re.compile("<!-- [A-Za-z_][A-Za-z0-9_-]*: .*-->")
"""What the front matter of Markdown says besides, of which nothing was printed with the text."""
_WEEKDAY = re.compile("(?:星期|周)[一二三四五六日]")
_MADE_BY = re.compile(
    "(?:本版|本期|责任|值班|执行|见习|新闻){0,2}(?:编辑|[责美主]编|校对|检校|版式|组版|编审)"
    "\\s*[：:]\\s*[\u4e00-\u9fff]{1,4}"
    "|(?:新闻|读者|投稿|联系|编辑部){0,2}(?:热线|电话|传真|邮箱|信箱|E-?mail)"
    "\\s*[：:]\\s*[\\dA-Z_.@+-]+",
    re.IGNORECASE,
)
"""Who made the page, and how to reach them, in a running head."""
_FROM_ELSEWHERE = re.compile("[转原刊登]载|来源|转自|摘自|选自|讯|》\\s*[(（]")
"""A line that tells where a text was taken from, or sent from, and not what it is printed in."""
_ACCORDING_TO = re.compile("(?<![数证单])据")
"""Before a newspaper: 据, 根据, 本报据; not 数据."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts of some sources as they are asked for once: a value that all of them share, or
    else none; `differs` names the fields in which they are not alike. `names` are what the sources
    are called.
    """

    facts: tuple[SourceFacts, ...]
    newspaper: str
    published: date | None
    page: str
    differs: frozenset[str]
    names: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of the sources of which something is not known."""
        pairs = zip(self.names, self.facts, strict=False)
        return tuple(
            name for name, each in pairs if not (each.newspaper and each.published and each.page)
        )

    @property
    def kind(self) -> SourceKind:
        """The kind that all of them have, or else a newspaper."""
        kinds = {each.kind for each in self.facts}
        return kinds.pop() if len(kinds) == 1 else SourceKind.NEWSPAPER

    @classmethod
    def of(cls, facts: Sequence[SourceFacts], names: Sequence[str] = ()) -> "Asked":
        """What to ask about these sources: what one of them tells is no other's."""
        newspapers = {each.newspaper for each in facts}
        days = {each.published for each in facts}
        pages = {each.page for each in facts}
        told: dict[str, Collection[object]] = {
            "newspaper": newspapers,
            "published": days,
            "page": pages,
        }
        differs = frozenset(name for name, values in told.items() if len(values) > 1)
        return cls(
            tuple(facts),
            newspapers.pop() if len(newspapers) == 1 else "",
            days.pop() if len(days) == 1 else None,
            pages.pop() if len(pages) == 1 else "",
            differs,
            tuple(names),
        )

    def answered(
        self, newspaper: str, published: date | None, page: str, *, replaces: bool = False
    ) -> list[SourceFacts]:
        """The facts of each source by the user's answer. What one has and others do not stays,
        unless the answer `replaces` it; a field in which they differ and that was left empty
        stays as it is.
        """
        given = {"newspaper": newspaper, "published": published, "page": page}
        changed: dict[str, Any] = {
            name: value for name, value in given.items() if value or name not in self.differs
        }

        def stays(each: SourceFacts, name: str) -> bool:
            return name in self.differs and bool(getattr(each, name)) and not replaces

        return [
            replace(each, **{k: v for k, v in changed.items() if not stays(each, k)})
            for each in self.facts
        ]


def ask_about(library: Library, source_ids: Iterable[str]) -> Asked | None:
    """What is known of some sources, or else read from their texts; None where there is no source.

    Nothing is kept by that. Raises NotFound.
    """
    sources = [guessed(library.source(source_id)) for source_id in source_ids]
    facts = [SourceFacts.of(source) for source in sources]
    return Asked.of(facts, [source.name for source in sources]) if facts else None


def keep_facts(
    library: Library,
    facts: Iterable[SourceFacts],
    own: MutableMapping[str, OwnWords] | None = None,
    step: int = 0,
    known: Collection[str] = (),
) -> None:
    """Put the facts of many sources on record, all of them or none, as a step of this number; every
    packet follows. The own words of each are added to `own`, by its id, but of the packets that are
    `known` there: those may be saved as the step made them. Raises NotFound.
    """
    now = tuple(facts)
    follow = Following((facts_of(library, (each.source_id for each in now)), now), step)
    words = {} if own is None else own

    def follow_once(packet: Packet) -> Packet:
        followed = follow(Said(packet, words.get(packet.id, NONE)))
        if followed.own and packet.id not in known:
            words[packet.id] = followed.own
        return followed.packet

    library.update_sources(map(astuple, now), follow_once)


def facts_of(library: Library, source_ids: Iterable[str]) -> tuple[SourceFacts, ...]:
    """What is on record of some sources. Raises NotFound."""
    return tuple(SourceFacts(*facts) for facts in library.facts(source_ids))


def guessed(source: Source) -> Source:
    """A source with what is on record of it, and what is not as its text tells it; nothing is kept
    by that.
    """
    from studydesk.sources import published as said  # the window opens without it

    newspaper, published, page = source.newspaper, source.published, source.page
    for line in filter(_tells_issue, _edges(source.raw)):
        newspaper = newspaper or said.guess_newspaper(line)
        published = published or said.guess_date(line)
        page = page or said.guess_page(line)
    kind = source.kind if source.newspaper or not newspaper else said.kind_of_press(newspaper)
    return replace(source, newspaper=newspaper, published=published, page=page, kind=kind)


def printed_otherwise(source: Source) -> tuple[str, date | None]:
    """The newspaper and the date that a running head of a page tells, each only where it is not
    what is on record of the source; what is quoted from elsewhere is no running head, and a date
    with its weekday is one only on or beside a line with a newspaper or a page.
    """
    from studydesk.sources.published import guess_date, guess_newspaper, guess_page

    papers: list[str] = []
    days: list[date] = []
    edges = _edges(source.raw)
    heads = [_tells_issue(line) and _is_own(line) for line in edges]
    places = [
        head and bool(guess_newspaper(line) or guess_page(line))
        for head, line in zip(heads, edges, strict=True)
    ]
    for line, head, place, beside in zip(edges, heads, places, _beside(places), strict=True):
        if place or (head and beside and _WEEKDAY.search(line)):
            papers += [paper] if (paper := guess_newspaper(line)) else []
            days += [day] if (day := guess_date(line)) else []
    known = source.newspaper
    agrees = not known or any(known in paper or paper in known for paper in papers)
    other_paper = "" if agrees or not papers else papers[0]
    other_day = days[0] if source.published and days and source.published not in days else None
    return other_paper, other_day


def _is_own(line: str) -> bool:
    """Whether a line tells no newspaper but the one that it is printed in."""
    from studydesk.sources.published import guess_newspaper

    paper = guess_newspaper(line)
    end = line.find(paper) + len(paper)  # its name may be read with what stands before it
    cited = paper and _ACCORDING_TO.search(line, 0, end)
    return not (cited or _FROM_ELSEWHERE.search(line))


def _beside(lines: Sequence[bool]) -> list[bool]:
    """Whether the line before or after each is one of these."""
    around = zip([False, *lines], [*lines[1:], False], strict=False)
    return [before or after for before, after in around]


def _edges(raw: str) -> list[str]:
    """The lines at the edges of a page, with their figures as they are read."""
    printed = (line.strip() for line in raw.splitlines())
    lines = [line for line in printed if line and not _FACT.fullmatch(line)]
    edges = lines if len(lines) <= 2 * _HEAD else [*lines[:_HEAD], *lines[-_HEAD:]]
    return list(map(_in_figures, edges))


def _tells_issue(line: str) -> bool:
    """Whether a line is short, has a date or a page number, and no sentence, or is nothing but the
    name of a newspaper, which may stand in the page's place on its site.
    """
    from studydesk.sources.published import guess_date, guess_newspaper, guess_page

    if len(line) <= _SHORT and "。" not in line and (guess_date(line) or guess_page(line)):
        return True
    paper = guess_newspaper(line)
    return bool(paper) and paper in (each.strip().strip("《》") for each in _TRAIL.split(line))


def _in_figures(line: str) -> str:
    """A line with its date and page as they are read: ２０２６ 年 4 月 27 日 第七版 is
    2026年4月27日 第7版. Who made the page, and pages where an article goes on, or another
    stands, are left out.
    """
    from studydesk.sources.published import guess_date, guess_newspaper
    from studydesk.sources.recovery.signs import ELSEWHERE, ELSEWHERE_BARE, TURN

    if len(line) <= _WITH_CREDITS:
        line = _MADE_BY.sub(" ", line).strip()
    if len(line) > _SHORT:
        return line
    plain = _WITHIN_DATE.sub("", unicodedata.normalize("NFKC", line))
    for another in (TURN, ELSEWHERE, ELSEWHERE_BARE):
        plain = another.sub("", plain)
    rest = _PAGE_IN_WORDS.sub(" ", plain)
    if rest.strip() and not guess_date(rest) and not guess_newspaper(rest):
        return plain
    return _PAGE_IN_WORDS.sub(lambda found: f"第{' 一二三四五六七八'.index(found[1])}版", plain)
