"""Colours that can be read."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from studydesk.ui.theme import DARK, LIGHT, Colours, colours, palette_of

GROUNDS = ("window", "surface", "paper", "hover", "selected", "tint")


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    known = QColor(colour)
    red, green, blue = (linear(part) for part in (known.redF(), known.greenF(), known.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "red", "amber", "green"])
def test_every_text_colour_reaches_aa_on_every_ground(
    scheme: Colours, ground: str, ink: str
) -> None:
    known = asdict(scheme)
    assert contrast(known[ink], known[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_text_on_hits_and_on_the_accent_can_be_read(scheme: Colours) -> None:
    assert contrast(scheme.text, scheme.hit) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_a_palette_tells_which_colours_it_has(scheme: Colours) -> None:
    assert colours(palette_of(scheme)) is scheme
