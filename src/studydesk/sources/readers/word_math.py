"""Formulas and raised figures of Word documents as one line of text: 1/3, 10⁴, √(a+b)."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studydesk.sources.readers.reader import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
CAN_BE_RAISED = re.compile(r"[+\-−]|[+\-−]?(?:[0-9]+|n)")
ONE_TERM = re.compile(r"[\w.%]*|[(（][^()（）]*[)）]")
NOT_READ = "\ufffd"  # recovery tells where one stands
UNPRINTED = {"del", "moveFrom"}
PLAIN = {"oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "deg", "fName", "lim"}
PLAIN |= {"func", "box", "borderBox", "bar", "acc", "ins", "moveTo", "phant"}


def raised(text: str) -> str | None:
    """A number in raised figures: 4 is ⁴; None for what has no such form."""
    return text.translate(RAISED) if CAN_BE_RAISED.fullmatch(text) else None


def formula(element: "_Element") -> str:
    """The text of a part of a formula; a sign that something could not be read stands before what
    cannot be set in one line.
    """
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if name in FORMS:
        return FORMS[name](element)
    inside = "".join(formula(each) for each in element if local_name(each) not in UNPRINTED)
    told = name in PLAIN or name.endswith("Pr") or not inside
    return inside if told else NOT_READ + inside


def argument(element: "_Element", name: str) -> str:
    """The text of one argument of a form."""
    return "".join(formula(each) for each in element if local_name(each) == name)


def one_term(text: str) -> str:
    """A part of a formula, in brackets where it is more than one term."""
    return text if ONE_TERM.fullmatch(text) else f"({text})"


def fraction(element: "_Element") -> str:
    """1/3, (a+b)/c."""
    return "/".join(one_term(argument(element, part)) for part in ("num", "den"))


def power(element: "_Element") -> str:
    """10⁴, x^(n+1)."""
    exponent = argument(element, "sup")
    return argument(element, "e") + (raised(exponent) or f"^{one_term(exponent)}")


def root(element: "_Element") -> str:
    """√2, ³√(a+b)."""
    degree = argument(element, "deg")
    return (raised(degree) or degree) + "√" + one_term(argument(element, "e"))


def in_brackets(element: "_Element") -> str:
    """(a+b), |x|: what stands between two signs, which are round brackets unless it says others."""
    signs = {"begChr": "(", "endChr": ")", "sepChr": "|"}
    for each in element.iterfind("{*}dPr/*"):
        value = next((str(v) for k, v in each.items() if str(k).endswith("}val")), "")
        signs[local_name(each)] = value
    parts = [formula(each) for each in element if local_name(each) == "e"]
    return signs["begChr"] + signs["sepChr"].join(parts) + signs["endChr"]


FORMS: Mapping[str, Callable[["_Element"], str]] = {
    "f": fraction,
    "sSup": power,
    "rad": root,
    "d": in_brackets,
    "sSub": lambda element: argument(element, "e") + argument(element, "sub"),
}
