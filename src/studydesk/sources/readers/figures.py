"""Raised and lowered figures as characters of their own: 10⁴ is not 104, CO₂ is not CO2."""

import re

RAISED = str.maketrans("0123456789+-−()=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾⁼ⁿ")
LOWERED = str.maketrans("0123456789+-−()=", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎₌")
ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾⁼ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₍₎₌", "0123456789+-()=n0123456789+-()=")
CAN_BE_RAISED = re.compile(r"[+\-−]|[+\-−]?(?:[0-9]+|n)")
CAN_BE_LOWERED = re.compile(r"[+\-−]|[+\-−]?[0-9]+")
FIGURES = re.compile("[0-9]+")
WITHOUT_WORDS = re.compile("[ -~\\s，、–—−]*")  # Latin letters may stand behind a number: 2a


def raised(text: str) -> str | None:
    """A number in raised figures: 4 is ⁴; None for what has no such form."""
    return text.translate(RAISED) if CAN_BE_RAISED.fullmatch(text) else None


def lowered(text: str) -> str | None:
    """A number in lowered figures: 2 is ₂; None for what has no such form."""
    return text.translate(LOWERED) if CAN_BE_LOWERED.fullmatch(text) else None


def set_raised(text: str) -> str:
    """Text that is printed raised: what can be is, and no figure joins a number before it."""
    words = text.strip()
    return text.replace(words, raised(words) or set_apart(words, RAISED)) if words else text


def set_lowered(text: str) -> str:
    """Text that is printed lowered: what can be is, and no figure joins a number before it."""
    words = text.strip()
    return text.replace(words, lowered(words) or set_apart(words, LOWERED)) if words else text


def set_apart(text: str, figures: dict[int, int]) -> str:
    """Text in other figures where it begins with one: 2019 and a raised 1,2 are 2019¹,²; words as
    they are: no date in them is a number that is set apart.
    """
    if not FIGURES.match(text) or has_words(text):
        return text
    return FIGURES.sub(lambda found: found[0].translate(figures), text)


def has_words(text: str) -> bool:
    """Whether a text says words, and not only numbers, signs and Latin letters."""
    return not WITHOUT_WORDS.fullmatch(text)


def on_the_line(text: str) -> str:
    """A text with its raised and lowered figures as plain ones, to compare with another."""
    return text.translate(ON_THE_LINE)
