"""An article set for reading: head and body as one document, and where the body is in it."""

from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from studydesk.domain.article import Article, Block, BlockKind, Source
from studydesk.domain.passage import Citation
from studydesk.handout.wording import chinese_date
from studydesk.ui import theme
from studydesk.ui.theme import GRID, Colours
from studydesk.ui.utf16 import Utf16Places, shown
from studydesk.ui.words.article_row import UNTITLED, time_aloud
from studydesk.ui.words.citation_words import part_names

SOURCE_LINK = "source"
"""The link in the head behind which the source's facts are filled in."""

MEASURE = 36
"""Characters in a line of the body."""

_LEADING = 1.8
_BOLD = frozenset({BlockKind.HEADING, BlockKind.QUESTION, BlockKind.SPEAKER})
_NOT_INDENTED = frozenset({BlockKind.HEADING, BlockKind.QUESTION})


@dataclass(frozen=True, slots=True)
class Looks:
    """What the reader is set in: pixels of the body type, and colours."""

    size: int
    colours: Colours


@dataclass(frozen=True, slots=True)
class _Spacing:
    """The room around one line of the document in pixels; the leading in heights of its type."""

    above: int = 0
    below: int = GRID
    indent: int = 0
    left: int = 0
    leading: float = 1.5


class ArticleDocument:
    """Writes an article into an empty QTextDocument. Between a place in `Article.body` and a
    position in the document there is exactly one way, either way.
    """

    def __init__(
        self,
        document: QTextDocument,
        article: Article,
        source: Source,
        looks: Looks,
        guess: Source | None = None,
    ) -> None:
        self._looks, self._guess = looks, guess
        self._places = Utf16Places(article.body)
        self.length = len(article.body)
        document.setDefaultFont(theme.reading_font(looks.size))
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()  # laid out once, and not with every line
        self._write_head(article, source)
        self._start = self._write_body(article)
        self._cursor.endEditBlock()

    def position(self, offset: int) -> int:
        """The document position before the character at `offset` of the body."""
        return self._start + self._places.units(offset)

    def offset(self, position: int) -> int:
        """The body offset at a document position; the head counts as the body's beginning."""
        units = min(max(0, position - self._start), self._places.units(self.length))
        return self._places.offset(units)

    def _write_head(self, article: Article, source: Source) -> None:
        size, colours = self._looks.size, self._looks.colours
        above = (*article.texts(BlockKind.COLUMN), *article.texts(BlockKind.KICKER))
        if above:
            self._line("　".join(above), _look(size - 3, colours.muted), _Spacing())
        ink = colours.text if article.title else colours.muted
        title = _look(round(size * 1.55), ink, bold=bool(article.title))
        self._line(article.title or UNTITLED, title, _Spacing(leading=1.4))
        for subtitle in article.texts(BlockKind.SUBTITLE):
            self._line(subtitle, _look(size, colours.muted), _Spacing())
        self._write_facts(article, source)
        for quote in article.texts(BlockKind.PULL_QUOTE):
            self._line(quote, _look(size - 2, colours.muted), _Spacing(left=2 * size))

    def _write_facts(self, article: Article, source: Source) -> None:
        """Authors, length, minutes, and the source as a link."""
        facts = (
            "、".join(article.authors) or article.affiliation,
            f"{article.length:,} 字",
            time_aloud(article.length),
        )
        look = _look(13, self._looks.colours.muted, ui=True)
        text = "".join(f"{fact} · " for fact in facts if fact)
        self._line(text, look, _Spacing(below=3 * GRID))
        self._link = self._cursor.position(), self._cursor.position()
        self._tell(self._cursor, source_state(article, source, self._guess))

    def tell_source(self, article: Article, source: Source, guess: Source | None) -> None:
        """Say otherwise in the head what is known of the source, and leave all else as it is."""
        cursor = QTextCursor(self._cursor.document())
        start, end = self._link
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._tell(cursor, source_state(article, source, guess))
        self._start += self._link[1] - end

    def _tell(self, cursor: QTextCursor, state: str) -> None:
        link = _look(13, self._looks.colours.accent, ui=True)
        link.setAnchor(True)
        link.setAnchorHref(SOURCE_LINK)
        cursor.insertText(shown(state), link)
        self._link = self._link[0], cursor.position()

    def _write_body(self, article: Article) -> int:
        """Write the blocks, one document block for each line; where the first one begins."""
        starts = [
            self._paragraph(block, line)
            for block in article.body_blocks
            for line in block.text.split("\n")
        ]
        return starts[0] if starts else self._cursor.position()

    def _paragraph(self, block: Block, text: str) -> int:
        size, colours = self._looks.size, self._looks.colours
        colour = colours.muted if block.kind is BlockKind.NOTE else colours.text
        heading = block.kind in _NOT_INDENTED
        return self._line(
            text,
            _look(size, colour, bold=block.kind in _BOLD),
            _Spacing(
                above=2 * GRID if heading else 0,
                indent=0 if heading else 2 * size,
                leading=_LEADING,
            ),
        )

    def _line(self, text: str, look: QTextCharFormat, spacing: _Spacing) -> int:
        """Write one block of the document; the position at which its text begins."""
        block = QTextBlockFormat()
        height = look.font().pixelSize() * spacing.leading
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTopMargin(spacing.above)
        block.setBottomMargin(spacing.below)
        block.setTextIndent(spacing.indent)
        block.setLeftMargin(spacing.left)
        if self._cursor.document().isEmpty():
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(look)
        else:
            self._cursor.insertBlock(block, look)
        start = self._cursor.position()
        self._cursor.insertText(shown(text), look)
        return start


def _issue(source: Source) -> str:
    """Newspaper, day and page, as far as they are known."""
    parts = (
        f"《{source.newspaper}》" if source.newspaper else "",
        chinese_date(source.published) if source.published else "",
        f"第{source.page}版" if source.page else "",
    )
    return "".join(parts)


def source_state(article: Article, source: Source, guess: Source | None = None) -> str:
    """Where the article was published, as far as it is known, and what is still missing; where
    nothing is, what a `guess` read in the page, to be confirmed.
    """
    known = _issue(source)
    citation = Citation.of(article, source)
    if not known:
        read = _issue(guess) if guess is not None else ""
        return f"出处待确认：{read}" if read else "出处待补"
    names = part_names(citation.kind)
    lacking = [names[part][0] for part in citation.missing]
    if not (citation.title or citation.authors):
        lacking.insert(0, "题名")
    return f"{known} 缺{'、'.join(lacking)}" if lacking else known


def _look(size: int, colour: str, *, bold: bool = False, ui: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    font = theme.ui_font() if ui else theme.reading_font(size)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    look.setFont(font)
    look.setForeground(QColor(colour))
    return look
