"""Word files (DOCX, also as WPS writes them): the text as it is printed, a paragraph a line.

Headings become lines with Markdown marks (# Title), which is how recovery knows them in any
source; numbers that Word counts itself become text. Changes count as accepted; what is deleted
or hidden is left out, and so are page headers, comments and tables of contents. Text boxes and
notes follow the paragraph that they belong to.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studydesk.errors import SourceTooComplex
from studydesk.sources.readers.figures import set_lowered, set_raised
from studydesk.sources.readers.numerals import circled
from studydesk.sources.readers.reader import Reading, local_name
from studydesk.sources.readers.word_fields import is_left_out, printed, symbol
from studydesk.sources.readers.word_inserts import Inserts
from studydesk.sources.readers.word_math import formula, parted
from studydesk.sources.readers.word_package import Package
from studydesk.sources.readers.word_styles import (
    NO_OUTLINE,
    Numbering,
    Styles,
    alternative,
    attribute,
    child,
    is_on,
    number,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

DELETED = {"del", "moveFrom", "delText", "delInstrText"}
PROPERTIES = {"pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"}
UNPRINTED = {"rubyPr", "fldData", "softHyphen", "annotationRef", "footnoteRef", "endnoteRef"}
LEFT_OUT = DELETED | PROPERTIES | UNPRINTED
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SCRIPTS = {"superscript": set_raised, "subscript": set_lowered}
LARGER = 1.25  # a display line is at least this much larger than the body
LONGEST_DISPLAY = 60
DEEPEST_FIELD = 64
LONGEST_NAME = 20  # of a field, with which its instruction begins
MARK = re.compile("#+ ")


def read_word(data: bytes, name: str) -> Reading:
    """The text of a DOCX file. Raises a SourceRefused."""
    package = Package(data, name)
    try:
        story = Story(package)
        return Reading("\n".join(story.lines()), unread=story.inserts.unread)
    except RecursionError as error:
        raise SourceTooComplex(name) from error


@dataclass
class Field:
    """A field that has begun: its instruction, then its result."""

    ends: bool = True
    instruction: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    has_result: bool = False
    name: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether nothing of it is read; a field without an end would swallow all that follows."""
        return self.ends and is_left_out(self.name)

    def instruct(self, text: str) -> None:
        """Add to the instruction."""
        self.instruction.append(text)
        self.name = (self.name + text).lstrip()[:LONGEST_NAME]


@dataclass
class Paragraph:
    """A paragraph as it is gathered: its text, and the text boxes that hang on it."""

    text: list[str] = field(default_factory=list)
    boxes: list["_Element"] = field(default_factory=list)
    sizes: set[int] = field(default_factory=set)


class Story:
    """The main text of a document, taken down paragraph by paragraph."""

    def __init__(self, package: Package) -> None:
        self._package, self._name = package, package.name
        self._root = package.document
        self.inserts = Inserts(package)
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles, package.name)
        self._notes = {
            "footnoteReference": notes_of(package.part("footnotes")),
            "endnoteReference": notes_of(package.part("endnotes")),
        }
        self._labels: dict[_Element, str] = {}
        self._cited: deque[tuple[str, _Element]] = deque()
        self._in_note = False
        self._fields: list[Field] = []
        self._paragraph = Paragraph()
        self._style = ""
        self._set: Callable[[str], str] | None = None
        self._endless = endless_fields(self._root)
        self._body_size = usual_size(self._root, self._styles)
        self._readers: Mapping[str, Callable[[_Element], None]] = {
            "r": self._run,
            "t": self._text,
            "sym": lambda sign: self._add(symbol(attribute(sign, "char"))),
            "ruby": self._ruby,
            "oMath": lambda each: self._add(formula(each)),
            "AlternateContent": lambda forms: self._inline(alternative(forms)),
            "txbxContent": self._hang,
            "textpath": lambda letters: self._add(attribute(letters, "string")),
            "relIds": self._diagram,
            "object": self._object,
            "chart": lambda chart: self._mark(chart, "图表"),
            "subDoc": lambda document: self._mark(document, "子文档"),
            "footnoteReference": self._cite,
            "endnoteReference": self._cite,
            "fldSimple": self._simple_field,
            "fldChar": self._field_character,
            "instrText": self._instruct,
        }

    def lines(self) -> Iterator[str]:
        """The lines of the text, empty paragraphs as empty lines."""
        yield from self._blocks(self._root)
        if self._paragraph.text:  # the mark of the last paragraph was deleted
            yield from self._close(child(self._root, "body", "p"))

    # --- blocks --------------------------------------------------------------------------------

    def _blocks(self, parent: Iterable["_Element"]) -> Iterator[str]:
        for element in parent:
            name = local_name(element)
            if name == "p":
                yield from self._take(element)
            elif name == "tr":
                yield from self._row(element)
            elif name == "AlternateContent":
                yield from self._blocks(alternative(element))
            elif name == "subDoc":
                yield self.inserts.mark(element, "子文档")
            elif name == "altChunk":
                yield from self.inserts.lines(element)
            elif name not in LEFT_OUT:
                yield from self._blocks(element)

    def _row(self, row: "_Element") -> Iterator[str]:
        """A row of a table as one line, tabs between its cells; cell by cell where one of them has
        more than a line, for it sets out the page.
        """
        if child(row, "trPr", "del") is not None:
            return
        cells = [list(self._blocks([each])) for each in row if local_name(each) not in LEFT_OUT]
        if len(cells) > 1 and all(len(cell) < 2 for cell in cells):
            yield "\t".join(bare(line) for cell in cells for line in cell or [""])
        else:
            yield from (line for cell in cells for line in cell)

    def _take(self, element: "_Element") -> Iterator[str]:
        """A paragraph and its text boxes; nothing yet where its mark is deleted, moved away or
        hidden: it goes on.
        """
        self._style = attribute(child(element, "pPr", "pStyle"))
        self._inline(element)
        for begun in self._fields:  # a field may run over several paragraphs
            if not begun.is_left_out:
                self._paragraph.text.extend(begun.result)
            begun.result = []
        mark = child(element, "pPr", "rPr")
        gone = any(child(mark, name) is not None for name in ("del", "moveFrom"))
        if not gone and not is_on(child(mark, "vanish")):
            yield from self._close(element)

    def _close(self, element: "_Element | None") -> Iterator[str]:
        paragraph, self._paragraph = self._paragraph, Paragraph()
        properties = child(element, "pPr")
        text = parted("".join(paragraph.text))
        label = self._numbering.label(properties, self._style)  # an empty paragraph counts, too
        if text.strip():
            mark = "#" * min(6, self._level(properties, paragraph, len(text)))
            for line in (label + text).split("\n"):
                yield f"{mark} {line.strip()}" if mark and line.strip() else line
        elif not paragraph.boxes:
            yield ""
        for box in paragraph.boxes:
            yield from self._blocks(box)
        if not self._in_note:  # a note that a note cites comes after it
            yield from self._notes_cited()

    def _notes_cited(self) -> Iterator[str]:
        self._in_note = True
        while self._cited:
            yield from self._note(*self._cited.popleft())
        self._in_note = False

    def _note(self, label: str, note: "_Element") -> Iterator[str]:
        """The lines of a note, its number before the first of them."""
        lines = [line for line in self._blocks(note) if line.strip()]
        if lines:
            yield from (f"{label} {lines[0].strip()}", *lines[1:])

    def _level(self, properties: "_Element | None", paragraph: Paragraph, length: int) -> int:
        """The level of a heading, by its outline, its style or its size; 0 for body text."""
        outline = child(properties, "outlineLvl")
        if outline is not None and number(outline, default=NO_OUTLINE) < NO_OUTLINE:
            return number(outline) + 1
        if level := self._styles.heading_level(self._style):
            return level
        large = min(paragraph.sizes, default=0) >= LARGER * self._body_size > 0
        return int(large and length <= LONGEST_DISPLAY)

    # --- inside a paragraph --------------------------------------------------------------------

    def _inline(self, element: "_Element") -> None:
        for each in element:
            name = local_name(each)
            if name in SIGNS:
                self._add(SIGNS[name])
            elif name in self._readers:
                self._readers[name](each)
            elif name and name not in LEFT_OUT:
                self._inline(each)

    def _run(self, run: "_Element") -> None:
        properties = child(run, "rPr")
        run_style = attribute(child(properties, "rStyle"))
        hidden = child(properties, "vanish")
        if is_on(hidden) or (
            hidden is None and any(style.hidden for style in self._styles.chain(run_style))
        ):
            return
        before = len(self._paragraph.text)
        align = attribute(child(properties, "vertAlign")) or self._styles.align(run_style)
        self._set = SCRIPTS.get(align)
        self._inline(run)
        self._set = None
        if any(text.strip() for text in self._paragraph.text[before:]):
            size = number(child(properties, "sz")) or self._styles.size(run_style, self._style)
            self._paragraph.sizes.add(size)

    def _text(self, element: "_Element") -> None:
        """A raised number keeps its place in raised figures: 10⁴ is not 104."""
        text = element.text or ""
        self._add(self._set(text) if self._set else text)

    def _add(self, text: str) -> None:
        text = text.replace("\u00a0", " ") if text.isspace() else text
        if self._fields:
            self._fields[-1].result.append(text)
        else:
            self._paragraph.text.append(text)

    def _hang(self, box: "_Element | None") -> None:
        if box is not None:
            self._paragraph.boxes.append(box)

    def _diagram(self, drawing: "_Element") -> None:
        self._hang(self._package.related(self._package.relation(drawing, "dm")))

    def _mark(self, element: "_Element", otherwise: str) -> None:
        self._add(self.inserts.mark(element, otherwise))

    def _object(self, element: "_Element") -> None:
        self._inline(element)
        self._add(self.inserts.mark_object(element))

    def _cite(self, reference: "_Element") -> None:
        note = self._notes[local_name(reference)].get(attribute(reference, "id"))
        if note is None:
            return
        if note not in self._labels:
            self._labels[note] = circled(len(self._labels) + 1)
            self._cited.append((self._labels[note], note))
        self._add(self._labels[note])

    def _ruby(self, element: "_Element") -> None:
        for part in ("rubyBase", "rt"):
            inside = child(element, part)
            if inside is not None:
                self._add("（" if part == "rt" else "")
                self._inline(inside)
                self._add("）" if part == "rt" else "")

    # --- fields --------------------------------------------------------------------------------

    def _simple_field(self, element: "_Element") -> None:
        self._begin_field(attribute(element, "instr"))
        self._inline(element)
        self._end_field()

    def _instruct(self, element: "_Element") -> None:
        if self._fields:
            self._fields[-1].instruct(element.text or "")

    def _field_character(self, element: "_Element") -> None:
        match attribute(element, "fldCharType"):
            case "begin":
                self._begin_field("", ends=element not in self._endless)
            case "separate" if self._fields:
                self._fields[-1].has_result = True
            case "end" if self._fields:
                self._end_field()

    def _begin_field(self, instruction: str, *, ends: bool = True) -> None:
        if len(self._fields) >= DEEPEST_FIELD:
            raise SourceTooComplex(self._name)
        self._fields.append(Field(ends))
        self._fields[-1].instruct(instruction)

    def _end_field(self) -> None:
        """The innermost field becomes text: its result, or what its instruction prints."""
        ended = self._fields.pop()
        if ended.is_left_out:
            return
        text = "".join(ended.result) or printed("".join(ended.instruction))
        if self._fields and not self._fields[-1].has_result:
            self._fields[-1].instruct(text)  # a field inside the instruction of another
        else:
            self._add(text)


def bare(line: str) -> str:
    """A line without its mark of Markdown, white space around it and tabs inside."""
    mark = MARK.match(line)
    return " ".join(line[mark.end() if mark else 0 :].split("\t")).strip()


def notes_of(root: "_Element | None") -> dict[str, "_Element"]:
    """The notes of a part by their id, without the separators above them."""
    return {
        attribute(note, "id"): note
        for note in (root if root is not None else ())
        if attribute(note, "type") in {"", "normal"}
    }


def endless_fields(root: "_Element") -> set["_Element"]:
    """The beginnings of fields whose end is missing or was deleted."""
    left_out: dict[_Element | None, bool] = {None: False}

    def is_gone(element: "_Element | None") -> bool:
        if element is not None and element not in left_out:
            left_out[element] = local_name(element) in LEFT_OUT or is_gone(element.getparent())
        return left_out[element]

    begun: list[_Element] = []
    for sign in root.iter("{*}fldChar"):
        match attribute(sign, "fldCharType"):
            case "begin" if not is_gone(sign.getparent()):
                begun.append(sign)
            case "end" if begun and not is_gone(sign.getparent()):
                begun.pop()
    return set(begun)


def usual_size(root: "_Element", styles: Styles) -> int:
    """The size of most characters of the text, in half points; 0 where nothing is said."""
    characters: Counter[int] = Counter()
    for paragraph in root.iter("{*}p"):
        style = attribute(child(paragraph, "pPr", "pStyle"))
        for run in paragraph.iterchildren("{*}r"):
            properties = child(run, "rPr")
            size = number(child(properties, "sz")) or styles.size(
                attribute(child(properties, "rStyle")), style
            )
            characters[size] += sum(len(text.text or "") for text in run.iterchildren("{*}t"))
    return characters.most_common(1)[0][0] if characters else 0
