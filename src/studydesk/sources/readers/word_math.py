"""Formulas of Word documents as one line of text: 1/3, 10⁴, √(a+b), ∑_(i=1)^n x.

A sign that no document holds stands around forms whose figures are not of the number beside them;
`parted` makes it a space between figures, so 3½ is 3 1/2.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studydesk.sources.readers.figures import lowered, raised
from studydesk.sources.readers.reader import NOT_READ, local_name
from studydesk.sources.readers.word_fields import symbol
from studydesk.sources.readers.word_styles import alternative, attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

APART = "\x1f"  # XML holds no such character
BETWEEN_FIGURES = re.compile(f"(?<=[0-9]){APART}+(?=[0-9⁰¹²³⁴-⁹₀-₉])")
ONE_TERM = re.compile(r".|[\w.%]*|[(（][^()（）]*[)）]")
SPACES = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
UNPRINTED = {"del", "moveFrom", "delText", "delInstrText", "instrText"}
WITHOUT_WORDS = {"drawing", "pict", "object", "footnoteReference", "endnoteReference"}
PLAIN = {"oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "deg", "fName", "lim"}
PLAIN |= {"func", "box", "borderBox", "ins", "moveTo", "phant"}
NO_BASE = {"f", "rad", "nary", "sSup", "sSubSup"}  # of what is raised beside it, without brackets
OVERLINE, LOW_LINE = "\u0305", "\u0332"


def formula(element: "_Element") -> str:
    """The text of a part of a formula, to be parted; a sign that something could not be read stands
    before what cannot be set in one line.
    """
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if name in SPACES:
        return SPACES[name]
    if name in FORMS:
        return FORMS[name](element)
    inside = "".join(formula(each) for each in element if local_name(each) not in UNPRINTED)
    lost = name in WITHOUT_WORDS or (inside and name not in PLAIN and not name.endswith("Pr"))
    return NOT_READ + inside if lost else inside


def parted(text: str) -> str:
    """A text in which formulas stand, with a space where one parts two figures."""
    return BETWEEN_FIGURES.sub(" ", text).replace(APART, "")


def argument(element: "_Element", name: str) -> str:
    """The text of one argument of a form."""
    return "".join(formula(each) for each in element if local_name(each) == name)


def sign(element: "_Element", name: str, otherwise: str) -> str:
    """What a form says about itself, such as the sign it is set with; a form that says nothing has
    another one, and one that says so by no value has none.
    """
    own = child(element, f"{local_name(element)}Pr", name)
    return otherwise if own is None else attribute(own)


def one_term(text: str) -> str:
    """A part of a formula, in brackets where it is more than one term."""
    return text if ONE_TERM.fullmatch(text) else f"({text})"


def fraction(element: "_Element") -> str:
    """1/3, (a+b)/c; a mark before what stands over another without a line between them."""
    above, below = (argument(element, part) for part in ("num", "den"))
    if sign(element, "type", "bar") == "noBar":
        return f"{NOT_READ}{above} {below}"
    return f"{APART}{one_term(above)}/{one_term(below)}{APART}"


def above(element: "_Element") -> str:
    """What stands raised beside a term: ⁴, ^(n+1); nothing where nothing does."""
    text = argument(element, "sup")
    return text and (raised(text) or f"^{one_term(text)}")


def below(element: "_Element") -> str:
    """What stands lowered beside a term: ₂, _(i=1), _i; nothing where nothing does."""
    text = argument(element, "sub")
    return text and (lowered(text) or f"_{one_term(text)}")


def with_scripts(element: "_Element") -> str:
    """10⁴, x^(n+1), H₂."""
    base = argument(element, "e")
    parts = (local_name(part) for each in element if local_name(each) == "e" for part in each)
    base = f"({base})" if any(part in NO_BASE for part in parts) else base
    return base + below(element) + above(element)


def scripts_before(element: "_Element") -> str:
    """¹⁴₆C: what stands raised and lowered before a term."""
    return APART + above(element) + below(element) + argument(element, "e")


def large_operator(element: "_Element") -> str:
    """∑_(i=1)^n x: a sum, a product, an integral and what stands below and above it."""
    what = argument(element, "e")
    ends = below(element) + above(element)
    return sign(element, "chr", "∫") + ends + (" " if ends and what else "") + what


def limit(element: "_Element") -> str:
    """lim_(n→∞), max^x: a term with another one right under or over it."""
    mark = "_" if local_name(element) == "limLow" else "^"
    end = argument(element, "lim")
    return argument(element, "e") + (mark + one_term(end) if end else "")


def root(element: "_Element") -> str:
    """√2, ³√(a+b)."""
    degree = argument(element, "deg")
    return f"{APART}{raised(degree) or degree}√{one_term(argument(element, 'e'))}{APART}"


def accented(element: "_Element") -> str:
    """â, (a+b)̂: a term under an accent, which is a roof unless it says another."""
    return under(argument(element, "e"), sign(element, "chr", "\u0302"))


def barred(element: "_Element") -> str:
    """x̅, (a+b)̅: a term under or over a line."""
    at_top = sign(element, "pos", "bot") == "top"
    return under(argument(element, "e"), OVERLINE if at_top else LOW_LINE)


def under(text: str, mark: str) -> str:
    """A term with a combining character behind it, in brackets where it is longer than one."""
    return f"({text}){mark}" if mark and len(text) > 1 else text + mark


def grouped(element: "_Element") -> str:
    """⏟(a+b), →(加热): a term beside a long sign, which is a brace below unless it says another."""
    text = argument(element, "e")
    return sign(element, "chr", "⏟") + (f"({text})" if text else "")


def in_brackets(element: "_Element") -> str:
    """(a+b), |x|: what stands between two signs, which are round brackets unless it says others."""
    between = sign(element, "sepChr", "|")
    inside = between.join(formula(each) for each in element if local_name(each) == "e")
    return sign(element, "begChr", "(") + inside + sign(element, "endChr", ")")


FORMS: Mapping[str, Callable[["_Element"], str]] = {
    "f": fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup"), with_scripts),
    "sPre": scripts_before,
    "nary": large_operator,
    **dict.fromkeys(("limLow", "limUpp"), limit),
    "rad": root,
    "acc": accented,
    "bar": barred,
    "groupChr": grouped,
    "d": in_brackets,
    "AlternateContent": lambda element: "".join(map(formula, alternative(element))),
    "sym": lambda element: symbol(attribute(element, "char")),
}
