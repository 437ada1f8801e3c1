"""The styles, settings and font table of a DOCX, built from a preset's style table alone."""

from collections.abc import Iterable, Iterator
from math import ceil, floor

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.export.docx.xml import TWIPS, eighths, element, twips, twips_of_millimetres
from studydesk.handout.style import (
    NUMBER_ROOM,
    NUMBER_SIZE,
    RULE,
    WRITING_PITCH,
    Alignment,
    ParagraphStyle,
    Preset,
    Role,
    Typeface,
)

STRONG = "Strong"
DOTTED = "DottedEmphasis"
RAISED = "FootnoteReference"
NUMBER = "ParagraphNumber"
GAP = "Gap"
ANSWER_LINE, ANSWER_BOX = "AnswerLine", "AnswerBox"
"""Ids of the styles that a preset does not list: bold, dots under characters, marks of notes,
numbers of paragraphs, the space around tables, which keeps two of them apart and ends a document
that ends with one, and places to write in.
"""

_BUILT_IN = {
    Role.TITLE: "Title",
    Role.HEADING_1: "heading 1",
    Role.HEADING_2: "heading 2",
    Role.HEADING_3: "heading 3",
    Role.BODY: "Body Text",
    Role.HEADER: "header",
    Role.FOOTER: "footer",
    Role.FOOTNOTE: "footnote text",
    Role.CONTENTS_HEAD: "TOC Heading",
    Role.CONTENTS_1: "toc 1",
    Role.CONTENTS_2: "toc 2",
    Role.CONTENTS_3: "toc 3",
}
"""Roles that every word processor knows, under the names that the file format gives them."""

_CONTENTS = {Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3}

_JUSTIFICATION = {
    Alignment.JUSTIFIED: "both",
    Alignment.LEFT: "left",
    Alignment.CENTRED: "center",
    Alignment.RIGHT: "right",
}


def style_id(role: Role) -> str:
    """The id of a role's style: its name without spaces."""
    return role.value.replace(" ", "")


def numbered_style_id(role: Role) -> str:
    """The id of the same style with a number before the first line."""
    return f"{style_id(role)}Numbered"


def fill_styles(root: BaseOxmlElement, preset: Preset) -> None:
    """Replaces every style of a document by those of the preset."""
    root[:] = [
        _defaults(preset.style(Role.BODY)),
        element(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=376,
        ),
        *_foundations(),
        *(_role_style(role, preset) for role in Role),
        *_marks(),
        *(_number_styles(preset) if preset.paragraph_numbers else ()),
        _gap_style(preset),
        *_answer_styles(preset),
    ]


def _defaults(body: ParagraphStyle) -> BaseOxmlElement:
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", *_type(body), language)),
        element("pPrDefault"),
    )


def _foundations() -> Iterator[BaseOxmlElement]:
    """What the four kinds of style rest on; the rules of Chinese lines stand in Normal.

    Lines do not snap to the page's grid: leading is exact, and LibreOffice would give two lines
    of the grid to whatever is a little higher than one.
    """
    rules = ("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN")
    normal = element(
        "pPr",
        element("widowControl"),
        *(element(rule) for rule in rules),
        element("snapToGrid", val=0),
        element("jc", val="both"),
    )
    yield _style("paragraph", "Normal", "Normal", normal, default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    margins = (element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    table = element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", *margins))
    yield _style("table", "TableNormal", "Normal Table", table, default=True)
    yield _style("numbering", "NoList", "No List", default=True)


def _role_style(role: Role, preset: Preset) -> BaseOxmlElement:
    name, style = _BUILT_IN.get(role, role.value), preset.style(role)
    number_at = preset.page.text_width if role in _CONTENTS else 0
    is_whole = bool(style.outline) or role is Role.SOURCE_LINE
    return _style(
        "paragraph",
        style_id(role),
        name,
        element("pPr", *_paragraph(style, number_at, is_whole=is_whole)),
        element("rPr", *_type(style)),
        custom=role not in _BUILT_IN,
    )


def _marks() -> Iterator[BaseOxmlElement]:
    bold = element("rPr", element("b"), element("bCs"))
    yield _style("character", STRONG, "Strong", bold)
    dots = element("rPr", element("em", val="dot"))  # below, in Chinese (ECMA-376-1, 17.18.24)
    yield _style("character", DOTTED, "Dotted Emphasis", dots, custom=True)
    raised = element("rPr", element("vertAlign", val="superscript"))
    yield _style("character", RAISED, "footnote reference", raised)


def _number_styles(preset: Preset) -> Iterator[BaseOxmlElement]:
    """段号: small and bold, in place of the indent of the first line; the style alone finds all of
    them, to hide them or take them out.
    """
    style = preset.style(Role.PASSAGE)
    room = max(style.first_indent, NUMBER_ROOM)
    stop = element("tab", val="left", pos=twips((style.left_indent + room) * style.size))
    properties = element(
        "pPr", element("tabs", stop), element("ind", firstLineChars=0, firstLine=0)
    )
    yield _style(
        "paragraph",
        numbered_style_id(Role.PASSAGE),
        f"{Role.PASSAGE.value} Numbered",
        properties,
        base=style_id(Role.PASSAGE),
        custom=True,
    )
    size = round(2 * NUMBER_SIZE * style.size)
    look = element(
        "rPr",
        _fonts(preset.style(Role.HEADING_3).typeface),
        element("b"),
        element("bCs"),
        element("sz", val=size),
        element("szCs", val=size),
    )
    yield _style("character", NUMBER, "Paragraph Number", look, custom=True)


def _gap_style(preset: Preset) -> BaseOxmlElement:
    height = element("spacing", line=twips(preset.table_gap), lineRule="exact")
    space = element("pPr", height)
    type_of_one_point = (
        _fonts(preset.style(Role.BODY).typeface),
        element("sz", val=2),
        element("szCs", val=2),
    )
    return _style("paragraph", GAP, GAP, space, element("rPr", *type_of_one_point), custom=True)


def _answer_styles(preset: Preset) -> Iterator[BaseOxmlElement]:
    """A line has a rule below and one that Enter puts between it and the next; a box is framed."""
    typeface = preset.style(Role.BODY).typeface
    pitch, rule = twips_of_millimetres(WRITING_PITCH), twips(RULE)
    box = ("top", "left", "bottom", "right")
    for identifier, name, sides, height in (
        (ANSWER_LINE, "Answer Line", ("bottom", "between"), pitch - rule),
        (ANSWER_BOX, "Answer Box", box, pitch),
    ):
        rules = (
            element(side, val="single", sz=eighths(RULE), space=0, color="auto") for side in sides
        )
        spacing = element("spacing", before=0, after=0, line=height, lineRule="exact")
        indents = [element("ind", left=rule, right=rule)] if sides is box else []
        properties = element("pPr", element("pBdr", *rules), spacing, *indents)
        type_of_body = element("rPr", _fonts(typeface))
        yield _style("paragraph", identifier, name, properties, type_of_body, custom=True)


def _style(
    kind: str,
    identifier: str,
    name: str,
    *properties: BaseOxmlElement,
    base: str = "",
    default: bool = False,
    custom: bool = False,
) -> BaseOxmlElement:
    base = base or {"paragraph": "Normal", "character": "DefaultParagraphFont"}.get(kind, "")
    children = [element("name", val=name)]
    if base and not default:
        children.append(element("basedOn", val=base))
    children += [element("uiPriority", val=1), element("qFormat"), *properties]
    attributes: dict[str, str | int] = {"type": kind}
    if default:
        attributes["default"] = 1
    if custom:
        attributes["customStyle"] = 1
    return element("style", *children, **attributes, styleId=identifier)


def spacing(style: ParagraphStyle, share: float = 1.0) -> BaseOxmlElement:
    """The distance of lines, and so much of the spaces above and below."""
    return element(
        "spacing",
        before=twips(share * style.space_before),
        after=twips(share * style.space_after),
        line=floor(style.leading * TWIPS),  # rounded up, the last line of a full page would not fit
        lineRule="exact",
    )


def _paragraph(
    style: ParagraphStyle, number_at: float, *, is_whole: bool
) -> Iterator[BaseOxmlElement]:
    """Paragraph properties in the order of the schema. Indents are given in characters, and in
    twips for programs that cannot count characters. Dots lead to a page number that ends so many
    millimetres from the left, if any. One that `is_whole` is not cut by the end of a page.
    """
    if style.keep_with_next:
        yield element("keepNext")
    if is_whole:
        yield element("keepLines")
    if style.rule_below:
        line = element("bottom", val="single", sz=eighths(style.rule_below), space=1, color="auto")
        yield element("pBdr", line)
    if number_at:
        end = twips_of_millimetres(number_at)
        yield element("tabs", element("tab", val="right", leader="dot", pos=end))
    yield spacing(style)
    indents: dict[str, str | int] = {}
    for name, characters in (
        ("left", style.left_indent),
        ("right", style.right_indent),
        ("hanging" if style.first_indent < 0 else "firstLine", abs(style.first_indent)),
    ):
        indents[f"{name}Chars"] = round(characters * 100)
        indents[name] = twips(characters * style.size)
    yield element("ind", **indents)
    yield element("jc", val=_JUSTIFICATION[style.alignment])
    if style.outline:
        yield element("outlineLvl", val=style.outline - 1)


def _type(style: ParagraphStyle) -> Iterator[BaseOxmlElement]:
    """Typeface and size. Sizes of a DOCX are half points: 15.75 pt is written as 16 pt, each
    character moved 0.25 pt closer to the next.
    """
    half_points = ceil(style.size * 2)
    yield _fonts(style.typeface)
    if closer := tracking(style):
        yield element("spacing", val=closer)
    yield element("sz", val=half_points)
    yield element("szCs", val=half_points)


def tracking(style: ParagraphStyle, closer: float = 0) -> int:
    """By how many twips, below 0, each character is moved closer to the next: to make up for the
    size in half points, and by so many em besides, or what a twip more is.
    """
    half_points = ceil(style.size * 2)
    return twips(style.size - half_points / 2) - ceil(closer * style.size * TWIPS)


def set_closer(runs: Iterable[BaseOxmlElement], style: ParagraphStyle, closer: float) -> None:
    """Let the characters of runs in this style stand closer by so many em."""
    if closer:
        for run in runs:
            run.rPr.append(element("spacing", val=tracking(style, closer)))


def _fonts(typeface: Typeface) -> BaseOxmlElement:
    """The families of a style; `hint` sets quotation marks and dashes in the Chinese one."""
    latin = typeface.latin
    return element(
        "rFonts", ascii=latin, hAnsi=latin, eastAsia=typeface.named, cs=latin, hint="eastAsia"
    )


_NEVER_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_NEVER_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞"
    "︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)


def fill_settings(
    root: BaseOxmlElement, *, two_sided: bool, mirrored: bool, fonts: bool = False
) -> None:
    """Replaces every setting of a document: Chinese, marks set close, forbidden line starts and
    ends, and the compatibility of current word processors. `two_sided` pages number outside;
    margins that are `mirrored` change sides on even pages; `fonts` come with the file.
    """
    root[:] = [
        element("zoom", percent=100),
        *([element("embedTrueTypeFonts"), element("saveSubsetFonts")] if fonts else []),
        *([element("mirrorMargins")] if mirrored else []),
        element("bordersDoNotSurroundHeader"),
        element("bordersDoNotSurroundFooter"),
        element("defaultTabStop", val=420),
        *([element("evenAndOddHeaders")] if two_sided else []),
        element("characterSpacingControl", val="compressPunctuation"),
        element("noLineBreaksAfter", lang="zh-CN", val=_NEVER_LAST),
        element("noLineBreaksBefore", lang="zh-CN", val=_NEVER_FIRST),
        parse_xml(_COMPATIBILITY),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]


_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = f"""
<w:compat {nsdecls("w")}>
  <w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>
  <w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>
  <w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/>
  <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_WORD}" w:val="1"/>
  <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_WORD}" w:val="1"/>
  <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_WORD}" w:val="1"/>
</w:compat>"""
