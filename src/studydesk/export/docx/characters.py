"""Which characters of which family a finished DOCX holds, as its styles say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Characters = Mapping[tuple[str, bool], set[str]]
"""By family, and whether they are bold."""

_WITH_TEXT = ("document", "header", "footer", "footnotes")


def characters_of(file: Document) -> Characters:
    """Every character of body, heads, feet and notes, by the family of its style."""
    known = {style.get(qn("w:styleId")): style for style in file.styles.element.iter(qn("w:style"))}
    styles = {
        name: (
            _family(style) or _family(known.get(_value(style.find(qn("w:basedOn"))))),
            style.find(".//" + qn("w:b")) is not None,
        )
        for name, style in known.items()
    }
    usual = _family(file.styles.element)
    found: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for paragraph in _paragraphs(file):
        chosen = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        family, _ = styles.get(_value(chosen), ("", False))
        for run in paragraph.iter(qn("w:r")):
            look = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            own, is_bold = styles.get(_value(look), ("", False))
            is_bold = is_bold or run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
            text = "".join(each.text or "" for each in run.iter(qn("w:t")))
            found[own or family or usual, is_bold].update(text)
    return found


def _paragraphs(file: Document) -> Iterator[BaseOxmlElement]:
    for part in file.part.package.iter_parts():
        name = part.partname.filename.rstrip("0123456789").removesuffix(".xml")
        if name.rstrip("0123456789") in _WITH_TEXT:
            yield from parse_xml(part.blob).iter(qn("w:p"))


def _family(of: BaseOxmlElement | None) -> str:
    fonts = of.find(".//" + qn("w:rFonts")) if of is not None else None
    return fonts.get(qn("w:eastAsia"), "") if fonts is not None else ""


def _value(of: BaseOxmlElement | None) -> str:
    return of.get(qn("w:val"), "") if of is not None else ""
