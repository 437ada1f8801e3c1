"""Formulas of Word documents as one line of text: 1/3, 10⁴, √(a+b), ∑_(i=1)^n x."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studydesk.sources.readers.figures import lowered, raised
from studydesk.sources.readers.reader import NOT_READ, local_name
from studydesk.sources.readers.word_fields import symbol
from studydesk.sources.readers.word_styles import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

ONE_TERM = re.compile(r".|[\w.%]*|[(（][^()（）]*[)）]")
SPACES = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
UNPRINTED = {"del", "moveFrom", "delText", "delInstrText", "instrText"}
WITHOUT_WORDS = {"drawing", "pict", "object", "footnoteReference", "endnoteReference"}
PLAIN = {"oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "deg", "fName", "lim"}
PLAIN |= {"func", "box", "borderBox", "ins", "moveTo", "phant"}
OVERLINE, LOW_LINE = "\u0305", "\u0332"


def formula(element: "_Element") -> str:
    """The text of a part of a formula; a sign that something could not be read stands before what
    cannot be set in one line.
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
    """1/3, (a+b)/c."""
    return "/".join(one_term(argument(element, part)) for part in ("num", "den"))


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
    return argument(element, "e") + below(element) + above(element)


def scripts_before(element: "_Element") -> str:
    """¹⁴₆C: what stands raised and lowered before a term."""
    return above(element) + below(element) + argument(element, "e")


def large_operator(element: "_Element") -> str:
    """∑_(i=1)^n x: a sum, a product, an integral and what stands below and above it."""
    what = argument(element, "e")
    ends = below(element) + above(element)
    return sign(element, "chr", "∫") + ends + (" " if ends and what else "") + what


def limit(element: "_Element") -> str:
    """lim_(n→∞), max^x: a term with another one right under or over it."""
    mark = "_" if local_name(element) == "limLow" else "^"
    return f"{argument(element, 'e')}{mark}{one_term(argument(element, 'lim'))}"


def root(element: "_Element") -> str:
    """√2, ³√(a+b)."""
    degree = argument(element, "deg")
    return (raised(degree) or degree) + "√" + one_term(argument(element, "e"))


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
    "sym": lambda element: symbol(attribute(element, "char")),
}
