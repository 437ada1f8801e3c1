"""Pages look as they did when somebody last looked at them; see `golden_pages.py`."""

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.export.golden_pages import OF_THE_SAMPLE, PAGES, pages, path_of

from studydesk.handout.presets import PRESETS

CELL = 10
"""Dots: smaller differences than such squares do not count, they are the renderer's."""
MOST = 40
"""Of 255: how much lighter or darker a square may be."""


def squares(page: Image.Image) -> Image.Image:
    return page.convert("L").resize((page.width // CELL, page.height // CELL), Image.Resampling.BOX)


@pytest.mark.parametrize("preset", PRESETS)
def test_pages_look_as_they_were_seen_last(preset: str) -> None:
    drawn = list(pages(preset))
    assert len(drawn) == PAGES + OF_THE_SAMPLE
    for number, page in enumerate(drawn, start=1):
        with Image.open(path_of(preset, number)) as golden:
            assert page.size == golden.size
            changed = ImageChops.difference(squares(page), squares(golden))
        assert max(changed.tobytes()) <= MOST, path_of(preset, number).name
        assert ImageStat.Stat(changed).mean[0] < 2, path_of(preset, number).name


def test_what_looks_different_is_told() -> None:
    one, other = (squares(next(pages(preset))) for preset in ("普通讲义", "公文式讲义"))
    assert ImageStat.Stat(ImageChops.difference(one, other)).mean[0] > 4
