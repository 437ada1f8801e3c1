"""A tidied page as rows: a line that names an article, then its blocks; the furniture last."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studydesk.domain.article import Article, Block, BlockKind, Correction, Problem, Recovery, Span
from studydesk.domain.cleaning import places
from studydesk.domain.tidied_articles import find
from studydesk.services.tidying import TidiedPage
from studydesk.ui.block_kinds import FURNITURE, KIND_NAMES
from studydesk.ui.words.article_row import UNTITLED

_LEVELS = ("", "", "二级", "三级")
"""Of a heading in the margin, which has room for four characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """A block, a piece of furniture (no kind), or the name of what follows (`is_name`).

    `places` says where each character of `text` stands in the raw text; it is empty for names
    and for what the user supplied. Of an article in the trash it `is_deleted`.
    """

    article_id: str
    text: str
    kind: BlockKind | None = None
    level: int = 0
    places: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_name: bool = False
    is_repeat: bool = False
    is_deleted: bool = False

    @property
    def at(self) -> int:
        """Where it begins in the raw text; only for printed rows."""
        return self.spans[0].start

    @property
    def is_printed(self) -> bool:
        """Whether it stands on the page, and so can be tidied."""
        return bool(self.spans)

    @property
    def is_furniture(self) -> bool:
        """Whether it belongs to no article."""
        return self.kind is None and not self.is_name

    @property
    def label(self) -> str:
        """What it is, for the margin."""
        if self.is_name:
            return ""
        if self.kind is None:
            return "重复" if self.is_repeat else "零件"
        return f"{_LEVELS[self.level]}标题" if self.level > 1 else KIND_NAMES[self.kind]


class Rows:
    """All rows of a page, and the way from an offset of the raw text to them. What stays as it was
    `before` is taken from there: to find the place of each character takes long.
    """

    def __init__(self, page: TidiedPage | None, before: "Rows | None" = None) -> None:
        self._raw = page.source.raw if page else ""
        self._of_blocks: dict[Block, Row] = {}
        known = before._of_blocks if before and before._raw == self._raw else {}
        self._rows = tuple(self._made(page, known)) if page else ()
        placed = sorted((span, n) for n, row in enumerate(self._rows) for span in row.spans)
        self._spans = [span for span, _ in placed]
        self._numbers = [number for _, number in placed]

    def _made(self, page: TidiedPage, known: Mapping[Block, Row]) -> Iterator[Row]:
        for number, article in enumerate(page.recovery.articles, 1):
            name = f"文章 {number} · {article_name(article)} · {article.length:,} 字"
            is_deleted = article.id in page.trashed
            name += " · 在回收站" if is_deleted else ""
            yield Row(article.id, name, is_name=True, is_deleted=is_deleted)
            for block in article.blocks:
                row = known.get(block)
                if row is None or row.article_id != article.id:
                    row = _row(self._raw, article, block)
                if row.is_deleted != is_deleted:
                    row = replace(row, is_deleted=is_deleted)
                self._of_blocks[block] = row
                yield row
        yield from _furniture(self._raw, page.recovery)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Row:
        return self._rows[number]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def number_at(self, at: int) -> int:
        """The row that holds the character at an offset, or else the one before it; -1 if none."""
        found = bisect_right(self._spans, Span(at, 1 << 62)) - 1
        return self._numbers[max(found, 0)] if self._numbers else -1

    def holds(self, number: int, at: int) -> bool:
        """Whether the character at an offset is in this row."""
        return any(start <= at < end for start, end in self._rows[number].spans)

    def in_order(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems by the row that they are in, those of furniture so last; where two begin at one
        place, the larger first, as what is done about it may be all.
        """

        def place(problem: Problem) -> tuple[int, int, int]:
            start, end = problem.span
            return self.number_at(start), start, -end

        return sorted(problems, key=place)

    def beside(self, chosen: Sequence[Row]) -> Row | None:
        """The row behind these in the article of the last one, or else the one before them."""
        home = [self._rows[n] for n in self.of_article(chosen[-1].article_id)]
        left = [row for row in home if row not in chosen]
        place = home.index(chosen[-1])
        behind = [row for row in left if home.index(row) > place]
        return next(iter(behind or left[::-1]), None)

    def of_article(self, article_id: str) -> list[int]:
        """The numbers of the printed rows of an article."""
        rows = enumerate(self._rows)
        return [n for n, row in rows if row.article_id == article_id and row.is_printed]


def article_name(article: Article) -> str:
    """The title of an article, or that it has none."""
    return article.title or UNTITLED


def row_at(raw: str, recovery: Recovery, at: int) -> Row:
    """The row of the block that holds the character at an offset. Raises EditRefused where none
    does.
    """
    place = find(recovery, at)
    return _row(raw, place.article, place.block)


def _row(raw: str, article: Article, block: Block) -> Row:
    return Row(
        article.id,
        block.text,
        block.kind,
        block.level,
        places(raw, block),
        block.spans,
        block.corrections,
    )


def _furniture(raw: str, recovery: Recovery) -> Iterator[Row]:
    if recovery.furniture:
        yield Row("", f"{FURNITURE} · {len(recovery.furniture)} 处，不属于任何文章", is_name=True)
    for span in recovery.furniture:
        text = " ".join(raw[slice(*span)].splitlines())
        if len(text) != span.end - span.start:  # a line end of two characters
            text = "".join(" " if c.isspace() else c for c in raw[slice(*span)])
        repeat = span in recovery.repeats
        yield Row("", text, places=tuple(range(*span)), spans=(span,), is_repeat=repeat)
