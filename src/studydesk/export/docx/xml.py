"""WordprocessingML elements made by name. Children are given in the order of the schema."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from studydesk.handout.style import MILLIMETRE

TWIPS = 20
"""A point in twentieths of a point, the unit of lengths in a document."""


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`<w:tag w:name="value" …>` around the children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def text_element(tag: str, text: str) -> BaseOxmlElement:
    """`<w:tag xml:space="preserve">text</w:tag>`: white space at either end is kept."""
    made = element(tag)
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def twips(points: float) -> int:
    """Points as whole twips."""
    return round(points * TWIPS)


def twips_of_millimetres(millimetres: float) -> int:
    """Millimetres as whole twips."""
    return twips(millimetres * MILLIMETRE)


def eighths(points: float) -> int:
    """Points as eighths of a point, the unit of ruled lines."""
    return round(points * 8)
