"""Lines from places on a page, whatever the layout: nothing is lost and nothing comes twice."""

from hypothesis import given
from hypothesis import strategies as st

from studydesk.sources.readers.columns import Glyph
from studydesk.sources.readers.downwards import read_page

PLACES = st.floats(0, 600)
SIZES = st.floats(4, 60)


@st.composite
def glyphs(draw: st.DrawFn) -> Glyph:
    left, top, size = draw(PLACES), draw(PLACES), draw(SIZES)
    text = draw(st.sampled_from("学习天地AB1，。"))
    return Glyph(text, left, top, left + size, top + size, draw(st.booleans()))


@given(st.lists(glyphs(), max_size=60))
def test_every_glyph_is_in_one_line(page: list[Glyph]) -> None:
    unlike = {(glyph.text, round(glyph.left), round(glyph.top)): glyph for glyph in page}
    apart = [glyph for glyph in unlike.values() if not shadowed(glyph, list(unlike.values()))]
    read = "".join("".join(line.text.split()) for line in read_page(apart))
    assert sorted(read) == sorted(glyph.text for glyph in apart)


def shadowed(glyph: Glyph, page: list[Glyph]) -> bool:
    """Whether the same character stands so near that it could be drawn for boldness."""
    return any(
        other is not glyph
        and other.text == glyph.text
        and abs(other.left - glyph.left) < 0.15 * glyph.em
        and abs(other.top - glyph.top) < 0.15 * glyph.em
        for other in page
    )


def test_an_empty_page_has_no_lines() -> None:
    assert read_page([]) == []


def test_marks_that_are_squeezed_into_one_another_keep_their_order() -> None:
    places = {"展": 0, "。": 10, "”": 15, "“": 17.5, "十": 27.5, "五": 37.5}
    line = [Glyph(text, left, 0, left + 10, 10) for text, left in places.items()]
    assert [each.text for each in read_page(line)] == ["展。”“十五"]
