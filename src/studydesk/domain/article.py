"""A source, the articles recovered from it, and what recovery found doubtful."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets, 0 ≤ start < end."""

    start: int
    end: int


class SourceKind(StrEnum):
    """What was published; its mark in GB/T 7714-2015 is N, J, EB/OL, M or Z."""

    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    ONLINE = "online"
    BOOK = "book"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """One imported file or paste: its raw text, never changed, and where it was published; what
    `newspaper`, `page` and `seen` are by its kind is told where it is cited.

    The id is made from the raw text, so that the same text is the same source everywhere.
    """

    name: str
    raw: str
    newspaper: str = ""
    published: date | None = None
    page: str = ""
    kind: SourceKind = SourceKind.NEWSPAPER
    seen: date | None = None

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits of the raw text's SHA-256."""
        return sha256(self.raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class BlockKind(StrEnum):
    """What a stretch of the page is."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    COLUMN = "column"
    AUTHOR = "author"
    AFFILIATION = "affiliation"
    PULL_QUOTE = "pullquote"
    CREDIT = "credit"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"
    SPEAKER = "speaker"


BODY_KINDS = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.NOTE,
        BlockKind.SPEAKER,
    }
)


_NAME = 40
"""Characters of a body by which an article without a title is known."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Characters that the user put right: what is printed under `span` of the raw text is
    `original`, what stands in its place from `start` of the block's text is `text`.
    """

    span: Span
    original: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article with the places in the raw text it came from, in reading order.

    The characters of `original` are those of its spans, apart from white space; those of `text`
    are the same but for `corrections`, which are in the order of the text. Only a block that
    the user supplied has no spans. `level` is 1 to 3 for headings and 0 for everything else.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...]
    level: int = 0
    corrections: tuple[Correction, ...] = ()

    @property
    def original(self) -> str:
        """The text as it is printed, without corrections."""
        text = self.text
        for fix in reversed(self.corrections):
            text = text[: fix.start] + fix.original + text[fix.start + len(fix.text) :]
        return text

    @property
    def supplied(self) -> bool:
        """Whether the user typed it, because the page lacks it."""
        return not self.spans


@dataclass(frozen=True, slots=True)
class Article:
    """A recovered article: an ordered list of blocks, its title and authors among them."""

    id: str
    source_id: str
    blocks: tuple[Block, ...]

    def texts(self, kind: BlockKind) -> tuple[str, ...]:
        """The texts of all blocks of one kind, in order."""
        return tuple(block.text for block in self.blocks if block.kind is kind)

    @property
    def title(self) -> str:
        """The title on one line, or an empty string where the page has none."""
        return " ".join(self.texts(BlockKind.TITLE))

    @property
    def column(self) -> str:
        """The column label (栏目), or an empty string."""
        return " ".join(self.texts(BlockKind.COLUMN))

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in the byline, one each; of a report without one those that it opens with:
        本报讯（记者 王敏）.
        """
        texts = self.texts(BlockKind.AUTHOR)
        named = tuple(name for text in texts for name in text.replace("、", " ").split())
        paragraphs = self.texts(BlockKind.PARAGRAPH) if not named else ()
        from studydesk.domain.reports import reporters  # its patterns would keep a start waiting

        return named or tuple(name for text in paragraphs[:1] for name in reporters(text))

    @property
    def affiliation(self) -> str:
        """Who the authors are, as printed, without the brackets around; several with a space."""
        return " ".join(map(without_brackets, self.texts(BlockKind.AFFILIATION)))

    @property
    def body_blocks(self) -> tuple[Block, ...]:
        """The blocks that a reader reads: headings, paragraphs, questions, answers and the like."""
        return tuple(block for block in self.blocks if block.kind in BODY_KINDS)

    @property
    def body(self) -> str:
        """The body as one text, a line feed between blocks; places of passages count in it."""
        return "\n".join(block.text for block in self.body_blocks)

    @property
    def name(self) -> str:
        """The title, or how the body begins where the page gave none."""
        return self.title or " ".join(self.body[:_NAME].split())

    @property
    def length(self) -> int:
        """Characters of the body, white space apart (字数)."""
        return count_characters(self.body)


def source_id_of(article_id: str) -> str:
    """The id of the source of an article, also of one that is gone: what the article's begins with,
    up to the first hyphen.
    """
    return article_id.partition("-")[0]


def without_brackets(text: str) -> str:
    """The text without the one pair of brackets around it; brackets inside stay."""
    return text[1:-1].strip() if text[:1] in "（(【" and text[-1:] in "）)】" else text


def count_characters(text: str) -> int:
    """Characters that are not white space: what 字数 means here."""
    return sum(map(len, text.split()))


class Severity(StrEnum):
    """How much a problem or a finding matters: red must be settled, amber looked at."""

    RED = "red"
    AMBER = "amber"
    GREY = "grey"


class ProblemKind(StrEnum):
    """What recovery found doubtful; the sentence for each is in `ui/words/messages.py`."""

    TITLE_MISSING = "title-missing"
    TITLE_UNCERTAIN = "title-uncertain"
    AUTHOR_UNKNOWN = "author-unknown"
    BODY_MISSING = "body-missing"
    END_MISSING = "end-missing"
    REPEATED = "repeated"
    COLUMNS_MIXED = "columns-mixed"
    ORDINAL_MISSING = "ordinal-missing"
    CHARACTER_MISSING = "character-missing"
    ILLEGIBLE = "illegible"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful at a place in the raw text; `detail` is a number or words to show."""

    kind: ProblemKind
    severity: Severity
    span: Span
    article_id: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What one source became. Articles and furniture together hold every character of the raw
    text that is not white space exactly once. `repeats` are those pieces of furniture that were
    set aside because the page has them twice.
    """

    articles: tuple[Article, ...]
    furniture: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    repeats: tuple[Span, ...] = ()


def spans_text(raw: str, spans: Iterable[Span]) -> str:
    """The raw text under the spans, joined."""
    return "".join(raw[start:end] for start, end in spans)
