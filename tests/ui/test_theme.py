"""Colours that can be read."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from studydesk import paths
from studydesk.ui.theme import (
    DARK,
    LIGHT,
    Appearance,
    Colours,
    colours,
    palette_of,
    sheet_of,
)

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
@pytest.mark.parametrize("ground", ["window", "surface", "paper", "hover", "tint"])
@pytest.mark.parametrize("edge", ["edge", "accent"])
def test_the_edge_of_a_field_or_an_empty_box_can_be_seen(
    scheme: Colours, ground: str, edge: str
) -> None:
    known = asdict(scheme)
    assert contrast(known[edge], known[ground]) >= 3


@pytest.mark.parametrize(("scheme", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_tick_of_a_box_stands_out_from_its_ground(scheme: Colours, name: str) -> None:
    drawing = (paths.resources() / "icons" / f"check-{name}.svg").read_text("utf-8")
    assert f'stroke="{scheme.on_accent}"' in drawing
    assert f"check-{name}.svg" in sheet_of(scheme)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_text_on_hits_and_on_the_accent_can_be_read(scheme: Colours) -> None:
    assert contrast(scheme.text, scheme.hit) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_a_palette_tells_which_colours_it_has(scheme: Colours) -> None:
    assert colours(palette_of(scheme)) is scheme


@pytest.mark.parametrize("system", [LIGHT, DARK])
def test_the_window_comes_up_in_the_colours_of_the_system(
    qapp: QApplication, appearance: Appearance, system: Colours
) -> None:
    qapp.setStyleSheet("")  # as nothing of ours has been put in place yet
    qapp.setPalette(palette_of(system))
    Appearance(qapp, "follow").deleteLater()
    assert colours(qapp.palette()) is system
    appearance.set_mode("light")
