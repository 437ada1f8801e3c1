"""Raw text into lines: where each stands in the raw text, and the marks on it set apart."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from studydesk.domain.article import Span
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.chapters import lists_of_chapters
from studydesk.sources.recovery.controls import are_controls
from studydesk.sources.recovery.facts import rows_of_facts
from studydesk.sources.recovery.fields import fields_after_first
from studydesk.sources.recovery.names import is_name
from studydesk.sources.recovery.notices import rows_of_signatures
from studydesk.sources.recovery.participants import rows_of_participants
from studydesk.sources.recovery.recurring import recurring_rows
from studydesk.sources.recovery.rows import LINE, LINE_END, Row, rows_of, rows_of_tables
from studydesk.sources.recovery.run_in import RunInHeads
from studydesk.sources.recovery.sealed import cut_sealed, is_affiliation
from studydesk.sources.recovery.sites import holds, lines_of_sites

ASCII = re.compile("[!-~]")
TYPED_INDENT = re.compile(r"\s*(?:\u3000{2}|[ \u00a0]{2}|\t)")
LETTERSPACED = re.compile(r"(?:(?<!\S)\S[ \t\u3000]+){3,}\S(?!\S)")
# Rules and rows of ornaments, format characters that have no width, and comments of Markdown, by
# which readers set apart the running heads of a page.
ORNAMENT = re.compile(
    r"[\s*\-=_~—–·•.■□●◆★☆#|>\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+"
    r"|<!--[^\r\n]*-->"
)

# Which lines are whole though they end no sentence, and what they look like says nothing.
ROWS = (rows_of_signatures, rows_of_participants, rows_of_facts)
NOT_OF_ARTICLES = (signs.ADVERTISEMENT, signs.PICTURE, signs.ELSEWHERE)
# A short line in brackets from end to end: （未完待续）.
REMARK = re.compile("[（(][^（）()]{1,12}[）)]")
# Characters below a line in which a byline is looked for.
BELOW = 80
KEYWORDS = re.compile("关键[词字][：:]|[【\\[［〔]关键[词字][】\\]］〕]")
# As the readers write it in front of the items of lists.
BULLET = "● "
LIST_MARKS = ("- ", "* ", "+ ")
PAGE_NUMBER = re.compile(r"[—–－-]+\s*\d{1,4}\s*[—–－-]+")
# The icon □ read as a character, close to the name behind it: 口江 帆.
MISREAD_ICON = "口"
# Close to a clause a star marks a note, and is printed with that.
STARRED = re.compile("[★☆✦](?=\\S)(?=.*[，；])")
# A page of which more stands behind > is quoted as a whole.
QUOTED_SHARE = 0.2
# A page pasted as one line: longer than any paragraph, or with sentences set apart by spaces.
FLAT_LENGTH, MOSTLY_FLAT = 400, 0.5
FLAT_GAP = re.compile(
    f"(?<=[{signs.HAN}，。、；：？！”’）》…)])"
    f"(?:[ \t\u3000]+(?=[{signs.HAN}“‘（《(#—□■●○◆◇▲])|\u3000{{2,}}(?=\\d))"
)
# The number of the page behind its date, at the beginning: 江淮日报 2025年9月8日 理论 A6 …
FLAT_FOLIO = re.compile(
    "[^。！？\r\n]{0,40}?\\d{4}[^。！？\r\n]{0,30}?[ \u3000][A-Z]?\\d{1,2}[ \t\u3000]+"
    f"(?=[{signs.HAN}])(?![年月日期版号])"
)
# What could be the label of a column, more than one space before a title that is twice as long.
LABEL_AHEAD = re.compile(
    f"[ \t]*([{signs.HAN}]{{2,4}})(?:[ \t\u3000]{{2,}}|\u3000)(?=[^\\s。；][^。；\r\n]{{7,}}$)"
)
# The label of a box that explains something on the line of its title: 知识窗 什么是集体合同; where
# nothing but a space parts them, the title is clearly longer (小知识 大学问).
ASIDE_AHEAD = re.compile(
    f"[ \t\u3000]*(?:{signs.ASIDE.pattern})"
    "(?:(?<=[】〕］\\]」』|丨])[ \t\u3000]*|[ \t\u3000]+(?=[^\\s]{6}))"
    "(?P<title>[^\\s。；，：][^。；：\r\n]{3,})$"
)
SPACED_NAME = re.compile(
    "(?:(?<=\\S\\S[ \t\u3000])|(?<=[□■●○◆◇▲][ \t\u3000]))"
    f"((?:[{signs.HAN}][ \t\u3000]+){{1,2}}[{signs.HAN}])"
    "[ \t\u3000]+(?=\\S\\S)"
)
ICONS = tuple("□■●○◆◇▲")
# Another name in a gap, or what those named ahead of it did.
NEXT_NAME = re.compile(f"[{signs.HAN}]{{2,4}}[ \t\u3000]")
DID = re.compile(f"{signs.DID}[ \t\u3000]")
CLOSED_GAP = re.compile("[。？！][”’）]*[ \t\u3000]+(?=\\S)")
INNER_INDENT = re.compile("[。？！][”’）)]*\u3000{2}(?=\\S)")
ELIDED_GAP = re.compile(r"(?:\.{3}|…+)[ \t\u3000]+(?=\S)")
RUN_IN_ORDINAL = re.compile(
    f"(?<=[。？！”])(?=(?:第{signs.NUMERAL}|其{signs.NUMERAL}|首先|其次|再次|最后)，|{signs.NUMERAL}是)"
)


class Line(NamedTuple):
    """A stretch of one line of the page; a bracket with the authors may run over several.

    `text` is without white space, `width` its width in Han characters; `closed` says that a
    sentence or a lead-in ends with it. `gap` counts the empty lines above, `level` the # in front;
    `icon` says that a symbol stood in front, `sealed` that it says by itself what it is,
    `spaced` that it is letterspaced, `indented` that it is set in by typed spaces, `quoted` that
    it stands behind the > of Markdown, `unsure` that its end is only likely, `listed` that it is an
    item of a list, or lists the key words, `row` that it is whole by itself: a row of a table, of
    the signature or the facts of a notice, of those who take part in a talk.
    """

    start: int
    end: int
    text: str
    width: float
    closed: bool
    gap: int = 0
    level: int = 0
    icon: bool = False
    sealed: bool = False
    spaced: bool = False
    indented: bool = False
    quoted: bool = False
    unsure: bool = False
    listed: bool = False
    row: bool = False


class Piece(NamedTuple):
    """A stretch of the raw text that is one line; `unsure` that its end is only likely."""

    start: int
    end: int
    sealed: bool = False
    unsure: bool = False


def read_lines(raw: str, ask: Callable[[], object] = lambda: None) -> tuple[list[Line], list[Span]]:
    """All lines of a page from top to bottom, and the marks and ornaments that are furniture.
    `ask` may raise Cancelled.
    """
    lines: list[Line] = []
    furniture: list[Span] = []
    last_end, last_place = 0, len(raw.rstrip())
    printed = rows_of(raw)
    rows = rows_of_tables(raw).union(*(whole(printed) for whole in ROWS))
    of_site = sorted({*lines_of_sites(printed), *recurring_rows(printed)})
    contents = lists_of_chapters(printed)
    for piece in pieces(raw, printed):
        ask()
        sealed = piece.sealed
        start, end = trim(raw, piece)
        if start == end:
            continue
        row = not sealed and piece.start in rows
        if ORNAMENT.fullmatch(raw, start, end) or piece.start in contents:
            furniture.append(Span(start, end))
            continue
        at_end = end == last_place
        of_page = holds(of_site, start) or (sealed and are_controls(raw[start:end]))
        if of_page or is_of_no_article(raw, Span(start, end), lines, is_last=at_end):
            furniture.append(Span(start, end))
            last_end = end  # the lines above and below may be of one sentence
            continue
        indented = start > piece.start and bool(TYPED_INDENT.fullmatch(raw, piece.start, start))
        level, icon, quoted, listed = 0, False, False, False
        if strong := not sealed and signs.STRONG.fullmatch(raw, start, end):
            furniture += (Span(start, start + 2), Span(end - 2, end))
            start, end = strong.span(1)
        while not sealed and (mark := find_mark(raw, start, end)):
            furniture.append(Span(start, start + len(mark.rstrip())))
            level, icon = level + mark.count("#"), icon or "#" not in mark
            quoted, listed = quoted or mark[0] == ">", listed or mark in LIST_MARKS
            start += len(mark)
        text = "".join(raw[start:end].split())
        listed = listed or bool(KEYWORDS.match(text))
        lines.append(
            Line(
                start,
                end,
                text,
                width=width_of(text),
                closed=listed or row or ends_sentence(text, lines),
                gap=max(0, len(LINE_END.findall(raw, last_end, start)) - 1) if lines else 0,
                level=level,
                icon=icon,
                sealed=sealed,
                spaced=len(text) < end - start and bool(LETTERSPACED.search(raw, start, end)),
                indented=indented,
                quoted=quoted,
                unsure=piece.unsure,
                listed=listed,
                row=row,
            )
        )
        last_end = end
    return seen_together(raw, lines), furniture


def seen_together(raw: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with what only those beside them tell: items of a list, and that a page is quoted
    as a whole.
    """
    lines = [
        line._replace(listed=True, closed=True) if is_item(raw, lines, at) else line
        for at, line in enumerate(lines)
    ]
    if sum(line.quoted for line in lines) > QUOTED_SHARE * len(lines):
        lines = [line._replace(quoted=False) for line in lines]
    return lines


def is_of_no_article(raw: str, place: Span, lines: Sequence[Line], *, is_last: bool) -> bool:
    """Whether a line behind these is a notice, or leads to what stands elsewhere. The first one
    over a byline is a title, and within a sentence nothing leads anywhere.
    """
    if any(sign.fullmatch(raw, *place) for sign in NOT_OF_ARTICLES):
        is_worded = raw.startswith(signs.ON_ADVERTISING, place.start)
        return bool(lines) or not (is_worded and is_over_byline(raw, place.end))
    elsewhere = signs.ELSEWHERE_LAST if is_last else signs.ELSEWHERE_BARE
    return (not lines or lines[-1].closed) and bool(elsewhere.fullmatch(raw, *place))


def is_item(raw: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands behind the bullet of a list, as the one above or below it does."""
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return has_bullet(raw, lines[at]) and any(has_bullet(raw, line) for line in beside)


def has_bullet(raw: str, line: Line) -> bool:
    """Whether a bullet and a space stand in front of a line."""
    return line.icon and raw[max(0, line.start - len(BULLET)) : line.start] == BULLET


def ends_sentence(text: str, lines: Sequence[Line]) -> bool:
    """Whether a sentence or a lead-in ends with a line, or ended above it and the line only closes
    a quotation or a bracket, or is in brackets.
    """
    if signs.CLOSING.fullmatch(text) or REMARK.fullmatch(text):
        return bool(lines) and lines[-1].closed
    return not text[-1].isalpha() and bool(signs.SENTENCE_END.search(text))


def is_over_byline(raw: str, end: int) -> bool:
    """Whether a byline stands below what ends here, which then is a title."""
    below = LINE.match(raw[end : end + BELOW].lstrip())
    return below is not None and is_byline(below[0])


def width_of(text: str) -> float:
    """The width of a text without white space, in Han characters."""
    return len(text) - len(ASCII.findall(text)) / 2


def trim(raw: str, piece: Span | Piece) -> Span:
    """The piece without white space at its ends; empty when there is nothing else."""
    start, end = piece.start, piece.end
    while start < end and raw[start].isspace():
        start += 1
    while start < end and raw[end - 1].isspace():
        end -= 1
    return Span(start, end)


def find_mark(raw: str, start: int, end: int) -> str:
    """The Markdown mark or the icon at the head of a line, with the space after it; the rules
    around the number of a page and the star of a note are none.
    """
    if PAGE_NUMBER.fullmatch(raw, start, end) or STARRED.match(raw, start, end):
        return ""
    found = signs.MARKDOWN.match(raw, start, end)
    if not found and end - start <= 60:
        found = signs.ICON.match(raw, start, end)
        found = None if found and signs.SENTENCE_END.search(raw[start:end]) else found
    if not found and raw[start] == MISREAD_ICON and is_name("".join(raw[start + 1 : end].split())):
        return MISREAD_ICON
    return found[0] if found and found.end() < end else ""


def pieces(raw: str, rows: Sequence[Row]) -> Iterator[Piece]:
    """The page, which has these rows, cut at line ends, before and after the brackets about the
    authors, and where a page pasted as one line shows its former lines. Together they hold the
    whole text.
    """
    printed = [Span(*line.span()) for line in LINE.finditer(raw)]
    starts = [line.start for line in printed]
    flat = flat_lines(raw, printed)
    solid = solid_lines(raw, printed, flat)
    heads = RunInHeads(raw) if solid else None
    begins = True
    for start, end, sealed in cut_sealed(raw, rows):
        if sealed:
            begins = is_affiliation(raw[start:end])
            yield Piece(start, end, sealed=True)
            continue
        for line in LINE.finditer(raw, start, end):
            at = bisect_right(starts, line.start()) - 1
            if heads and at in solid:
                first = begins or line.start() == starts[at]
                yield from solid_pieces(raw, heads if first else None, Span(*line.span()))
                continue
            cuts = [line.start(), *inner_cuts(raw, *line.span(), flat=flat[at]), line.end()]
            yield from (Piece(a, b) for a, b in pairwise(cuts))


def solid_lines(raw: str, printed: Sequence[Span], flat: Sequence[bool]) -> frozenset[int]:
    """The lines that were several, with nothing left where they ended: each longer than two
    paragraphs, and all together most of the page.
    """
    long = [
        at
        for at, line in enumerate(printed)
        if not flat[at] and line.end - line.start >= 2 * FLAT_LENGTH
    ]
    enough = sum(printed[at].end - printed[at].start for at in long) >= 0.8 * len(raw)
    return frozenset(long if enough else ())


def solid_pieces(raw: str, heads: RunInHeads | None, line: Span) -> Iterator[Piece]:
    """A line without spaces cut behind the title and the names that run into its text, where
    some are likely, and before ordinals.
    """
    head = heads.find(*line) if heads else None
    text = line.start
    if head:
        yield Piece(*head.title, unsure=not head.sure)
        text = head.title.end
        for name in head.names:
            yield Piece(text, name.end)
            text = name.end
    cuts = [text, *(found.start() for found in RUN_IN_ORDINAL.finditer(raw, text, line.end))]
    yield from (Piece(a, b) for a, b in pairwise([*cuts, line.end]))


def flat_lines(raw: str, printed: Sequence[Span]) -> list[bool]:
    """Which lines were several lines: the long ones, and where those are most of the page, all that
    say something.
    """
    flat = [is_flat(raw, line) for line in printed]
    length = sum(line.end - line.start for line, long in zip(printed, flat, strict=True) if long)
    if length < MOSTLY_FLAT * len(raw):
        return flat
    return [bool(signs.CLAUSE.search(raw, *line)) for line in printed]


def is_flat(raw: str, line: Span) -> bool:
    """Whether a line was several lines, with spaces left where they ended: in a long one any
    space behind a sentence tells it, in a shorter one the two that set a paragraph in.
    """
    gap = CLOSED_GAP if line.end - line.start >= FLAT_LENGTH else INNER_INDENT
    return bool(gap.search(raw, *line))


def inner_cuts(raw: str, start: int, end: int, *, flat: bool) -> list[int]:
    """Where a line that was several lines is to be cut; nothing for ordinary lines."""
    elided = [found.end() for found in ELIDED_GAP.finditer(raw, start, end)]
    if len(elided) > 1 and (end - start) / len(elided) < 25:
        return elided
    if fields := fields_after_first(raw, start, end):
        return fields
    label = LABEL_AHEAD.match(raw[start:end])
    if label and signs.COLUMN_END.search(label[1]):
        return [start + label.end()]
    aside = ASIDE_AHEAD.match(raw[start:end])
    if aside:
        return [start + aside.start("title")]
    if flat:
        gaps = (found.span() for found in FLAT_GAP.finditer(raw, start, end))
        cuts = {stop for begin, stop in gaps if is_gap(raw, begin, stop)}
        folio = FLAT_FOLIO.match(raw, start, end) if not raw[:start].strip() else None
        return sorted(cuts.union(spaced_names(raw, start, end), [folio.end()] if folio else []))
    return []


def spaced_names(raw: str, start: int, end: int) -> Iterator[int]:
    """Where the letterspaced names among words that are not begin, but behind an icon or what their
    owners are, and the words behind them, but other names and what they did.
    """
    for found in SPACED_NAME.finditer(raw, start, end):
        if not is_name("".join(found[1].split())):
            continue
        ahead = raw[max(start, found.start() - 2) : found.start()].strip()
        if ahead not in ICONS and not is_before_name(raw, found.start()):
            yield found.start()
        if not (NEXT_NAME.match(raw, found.end()) and is_before_name(raw, found.start())):
            yield found.end()


def is_before_name(raw: str, at: int) -> bool:
    """Whether words stand before a place that a name follows: 通讯员 or 校对."""
    before = max(0, at - 8)
    words = raw[before:at].rstrip()
    return any(sign.search(words) for sign in (signs.STAFF_BEFORE, signs.EDITOR_BEFORE))


def is_gap(raw: str, start: int, end: int) -> bool:
    """Whether the space between two words parts lines, and does not letterspace one of them."""
    if raw[start - 2 : start - 1] in ("（", "(") and raw[end + 1 : end + 2] in ("）", ")"):
        return False  # a letterspaced name of two characters: （余　田）
    alone_before = raw[start - 2 : start - 1].isspace()
    alone_after = raw[end + 1 : end + 2].isspace() and raw[end] not in "□■●○◆◇▲"
    before_more = is_before_name(raw, start) or signs.EDITORS_APART.match(raw, max(0, start - 3))
    return not (alone_before or alone_after or before_more or DID.match(raw, end))
