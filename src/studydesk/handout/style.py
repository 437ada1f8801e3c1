"""The one style table: every size, space and typeface of a preset, in points and millimetres."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated

from studydesk.domain.parts import Part
from studydesk.handout.paper import Folio, Page, Within

MILLIMETRE = 72 / 25.4
"""Points of a millimetre."""

_HALF_A4 = 148.5
"""Millimetres: the width of half a sheet of A4 on its side."""

WRITING_PITCH = 9.0
"""Millimetres between two lines to write on, by hand."""

RULE = 0.5
"""Points: the thickness of every ruled line; a thinner one is lost on a worn copier."""

NUMBER_SIZE, NUMBER_ROOM = 0.75, 2.0
"""段号: its size, and the least indent that it stands in, in em of the paragraph's type."""

CELL_PADDING = 1.5
"""Millimetres between the rules of a table and its text; cells stand in the middle of a row."""


_TypeSize = Annotated[float, Within(5, 200)]
_Leading = Annotated[float, Within(5, 400)]
_Indent = Annotated[float, Within(0, 40)]
_FirstIndent = Annotated[float, Within(-40, 40)]
_Space = Annotated[float, Within(0, 1000)]
_Rule = Annotated[float, Within(0, 20)]
_Most = Annotated[int, Within(0, 1000)]


class Role(StrEnum):
    """The named styles of a handout; the value is the style's name in a DOCX."""

    LABEL = "Label"
    TITLE = "Title"
    MASTHEAD = "Masthead"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    BODY = "Body Text"
    GUIDE = "Guide"
    PASSAGE = "Passage"
    PASSAGE_HEADING = "Passage Heading"
    SOURCE_LINE = "Source Line"
    NOTE = "Editor Note"
    TERM = "Term"
    QUESTION = "Question"
    FACILITATOR = "Facilitator"
    ACTION = "Action"
    REFERENCE = "Reference"
    TABLE_HEAD = "Table Head"
    TABLE_CELL = "Table Cell"
    TABLE_NUMBER = "Table Number"
    HEADER = "Header"
    FOOTER = "Footer"
    FOOTNOTE = "footnote text"
    COVER_TITLE = "Cover Title"
    COVER_LINE = "Cover Line"
    CONTENTS_HEAD = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_3 = "toc 3"


class Face(StrEnum):
    """The bundled typefaces; the value is the file's stem in resources/fonts."""

    SERIF = "StudyDeskSerif-Regular"
    SERIF_BOLD = "StudyDeskSerif-Bold"
    SANS_BOLD = "StudyDeskSans-Bold"
    KAI = "StudyDeskKai-Regular"


@dataclass(frozen=True, slots=True)
class Typeface:
    """What a style is set in: the families named in a DOCX, `latin` for letters and figures, and
    the bundled face used in a PDF (`bold` where a run asks for bold). Where the family of a font
    of this computer is `installed`, both use that. A PDF is set in the first of the `others` that
    this computer has, and in the bundled faces where it has none.
    """

    family: str
    face: Face
    bold: Face
    latin: str = "Times New Roman"
    installed: str = ""
    others: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The Chinese family that a DOCX names."""
        return self.installed or self.family

    @property
    def wanted(self) -> tuple[str, ...]:
        """The families of this computer to set a PDF in, the first that it has."""
        return (self.installed, *self.others) if self.installed else self.others

    @property
    def plain(self) -> "Typeface":
        """The same without any font of this computer."""
        return replace(self, installed="", others=())


class FontUse(StrEnum):
    """What a font of the computer may be chosen for; the value is its name in a preset file."""

    TITLE = "题名"
    HEADING = "标题"
    BODY = "正文"
    PASSAGE = "选段"
    NOTE = "导读和注"
    EDGE = "页眉页脚"

    @property
    def roles(self) -> frozenset[Role]:
        """The styles that are set in it."""
        return _ROLES_OF_USE[self]


_ROLES_OF_USE: Mapping[FontUse, frozenset[Role]] = {
    FontUse.TITLE: frozenset({Role.TITLE, Role.COVER_TITLE}),
    FontUse.HEADING: frozenset(
        {Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.TABLE_HEAD}
        | {Role.CONTENTS_HEAD, Role.CONTENTS_1}
    ),
    FontUse.BODY: frozenset(
        {Role.BODY, Role.TERM, Role.QUESTION, Role.TABLE_CELL, Role.TABLE_NUMBER}
        | {Role.REFERENCE, Role.FOOTNOTE, Role.CONTENTS_2, Role.CONTENTS_3}
    ),
    FontUse.PASSAGE: frozenset({Role.PASSAGE, Role.PASSAGE_HEADING}),
    FontUse.NOTE: frozenset(
        {Role.LABEL, Role.MASTHEAD, Role.GUIDE, Role.SOURCE_LINE, Role.NOTE}
        | {Role.FACILITATOR, Role.ACTION, Role.COVER_LINE}
    ),
    FontUse.EDGE: frozenset({Role.HEADER, Role.FOOTER}),
}


class Alignment(StrEnum):
    """Where the lines of a paragraph stand."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTRED = "centred"
    RIGHT = "right"


class Breaking(StrEnum):
    """How the line ends of a justified paragraph are chosen: one after the other, or all at once
    for the evenest lines, as for a book.
    """

    GREEDY = "greedy"
    TOTAL_FIT = "total-fit"


class LineEnd(StrEnum):
    """What becomes of a mark at the end of a justified line: half as wide, or outside of the edge
    where 、，。 find no room (行尾悬挂).
    """

    HALF_WIDTH = "half-width"
    HANGING = "hanging"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a role is set. Size, leading and spaces in points; indents in characters of `size`.
    Below 0, `first_indent` reaches out to the left, no farther than `left_indent` (悬挂缩进).

    `leading` is the exact distance between baselines. `outline` is the level in the document
    outline, 1 to 4, or 0 for none. `rule_below` is the thickness of a line across the text area
    at the foot of the paragraph, before `space_after`, in points, or 0 for none. Where the page
    has columns, a paragraph that `spans` stands across all of them.
    """

    typeface: Typeface
    size: _TypeSize
    leading: _Leading
    first_indent: _FirstIndent = 0
    left_indent: _Indent = 0
    right_indent: _Indent = 0
    alignment: Alignment = Alignment.JUSTIFIED
    space_before: _Space = 0
    space_after: _Space = 0
    keep_with_next: bool = False
    outline: Annotated[int, Within(0, 4)] = 0
    rule_below: _Rule = 0
    breaking: Breaking = Breaking.GREEDY
    line_end: LineEnd = LineEnd.HALF_WIDTH
    spans: bool = False

    @property
    def indents(self) -> float:
        """Characters that the line with most indent loses at both sides."""
        return self.left_indent + max(0, self.first_indent) + self.right_indent


class Numbering(StrEnum):
    """How section headings are numbered, the first and the second level."""

    CHINESE = "一、（一）"
    ARABIC = "1. 1.1"
    NONE = "none"


class Sources(StrEnum):
    """Where it stands which text a passage is taken from."""

    LINE = "line"
    """Below the passage."""
    FOOTNOTE = "footnote"
    """At the foot of the page; on pages with columns below the passage, too."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a packet is printed at most: the first passages, the first questions, lines to
    answer on; 0 where there is no limit. Without `sections`, section headings are left out.
    """

    passages: _Most = 0
    questions: _Most = 0
    answer_lines: _Most = 0
    sections: bool = True


@dataclass(frozen=True, slots=True)
class Logo:
    """标志: a picture at the head of the handout, by the name of its file beside the preset's, and
    its height in millimetres. `picture` is a PNG of `shape` times that width, once it was read.
    """

    file: str
    height: Annotated[float, Within(3, 60)] = 12.0
    description: str = ""
    picture: bytes = b""
    shape: float = 1.0


@dataclass(frozen=True, slots=True)
class Preset:
    """版式: a named page design; data, no behaviour.

    `parts` are printed where the packet does not say otherwise; contents only over
    `contents_over` pages. `forms` is the preset that sheets to fill in are set in, if another;
    `typefaces` are those its styles may be set in, by name: bundled faces, the same everywhere, or
    with `installed_fonts` what this computer has of the designs that are meant. To save a page,
    lines may be drawn in to `tightest` of their leading. `table_space` lines of text are left above
    and below a table, and below lines or a box to write in. `footer` stands before the page number,
    `header` at the head of every page but a cover, and but the first one without
    `header_on_first`; both may name facts of the session. Even pages have `header_even` instead,
    if there is one; the first page has no number without `folio_on_first`. `fonts` are the
    families of the computer that are wanted for some uses; with `embed_fonts` a DOCX carries its
    bundled faces. With
    `paragraph_numbers` the paragraphs of a passage that has several are numbered (段号); with
    `passage_codes` the source line of each ends with the code that leads back to it.
    """

    name: str
    page: Page
    folio: Folio
    styles: Mapping[Role, ParagraphStyle]
    purpose: str = ""
    parts: frozenset[Part] = frozenset()
    contents_over: _Most = 6
    limits: Limits = Limits()
    forms: "Preset | None" = None
    sources: Sources = Sources.LINE
    typefaces: Mapping[str, Typeface] = field(default_factory=dict)
    tightest: Annotated[float, Within(0.5, 1)] = 1.0
    table_space: Annotated[float, Within(0, 3)] = 0.5
    footer: str = ""
    header: str = ""
    header_even: str = ""
    header_on_first: bool = True
    folio_on_first: bool = True
    numbering: Numbering = Numbering.CHINESE
    logo: Logo | None = None
    installed_fonts: bool = False
    embed_fonts: bool = False
    fonts: Mapping[FontUse, str] = field(default_factory=dict)
    paragraph_numbers: bool = False
    passage_codes: bool = False

    @property
    def is_card(self) -> bool:
        """Whether a few passages are printed on half a sheet of A4 each, for several groups."""
        return bool(self.limits.passages) and self.page.width <= _HALF_A4

    @property
    def is_two_sided(self) -> bool:
        """Whether pages are made for print on both sides: odd and even ones differ."""
        return self.page.mirrored or self.folio.is_outside or bool(self.header_even)

    def style(self, role: Role) -> ParagraphStyle:
        """The style of a role; every preset has one for each."""
        return self.styles[role]

    @property
    def table_gap(self) -> float:
        """Points above and below a table, and below lines or a box to write in."""
        return self.table_space * self.style(Role.BODY).leading
