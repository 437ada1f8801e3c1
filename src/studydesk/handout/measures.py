"""A page counted in characters and lines of its body text, and changed so that it holds others."""

from collections.abc import Callable, Iterator
from math import ceil, floor

from studydesk.handout.paper import LEAST_COLUMN, LEAST_MARGIN
from studydesk.handout.preset_text import Changes
from studydesk.handout.style import MILLIMETRE, Alignment, Breaking, LineEnd, Preset, Role

_NEARLY = 0.01
"""Of a character or a line, which rounding may have taken away."""

_HALF_TENTH = 0.0501
"""Of a millimetre."""

_FEWEST_LINES = 5

_SMALLEST = 10.5
"""Points: smaller type is lost on a worn copier."""

_LATIN = 0.6
"""Em: what a letter or a digit takes, at most on an average."""

_AS_THEY_ARE = {Role.HEADER, Role.FOOTER, Role.COVER_TITLE, Role.COVER_LINE}

Change = Callable[[Preset, float], Changes]
"""How a preset is changed so that it has so many of something, 1 for yes and 0 for no."""


def characters_of_line(preset: Preset) -> int:
    """How many characters of body text a full line of a column holds (每行字数)."""
    room = preset.page.column_width * MILLIMETRE / preset.style(Role.BODY).size
    return floor(room + _NEARLY)


def lines_of_page(preset: Preset) -> int:
    """How many lines of body text a full page or column holds (每页行数)."""
    room = preset.page.text_height * MILLIMETRE / preset.style(Role.BODY).leading
    return floor(room + _NEARLY)


def height_of(text: str, role: Role, preset: Preset, width: float) -> float:
    """Millimetres that a text takes in lines of this width in millimetres, counted by its
    characters: rather more than less.
    """
    style = preset.style(role)
    room = width * MILLIMETRE / style.size - style.left_indent - style.right_indent
    length = sum(_LATIN if character < "\u2000" else 1 for character in text)
    lines = 1 if length <= room else ceil(length / max(1, room - 1))
    return lines * style.leading / MILLIMETRE


def range_of_characters(preset: Preset) -> tuple[int, int]:
    """The fewest and the most characters that a line can be made to hold by other margins."""
    page, size = preset.page, preset.style(Role.BODY).size / MILLIMETRE
    width = page.column_width + (page.left + page.right - 2 * LEAST_MARGIN) / page.columns
    indented = max((each.indents + 1) * each.size for each in preset.styles.values()) / MILLIMETRE
    now, least = characters_of_line(preset), ceil(max(LEAST_COLUMN, indented) / size - _NEARLY)
    return min(now, least), max(now, floor(width / size + _NEARLY))


def range_of_lines(preset: Preset) -> tuple[int, int]:
    """The fewest and the most lines that a page can be made to hold: set solid, at the most."""
    now = lines_of_page(preset)
    most = floor(preset.page.text_height * MILLIMETRE / preset.style(Role.BODY).size)
    return min(now, _FEWEST_LINES), max(now, most)


def with_characters(preset: Preset, count: float) -> Changes:
    """Other margins, so that a line holds so many characters; nothing where it does. What a line
    has room for besides stays, and both share the change as they are wide, so the text stands on
    the paper as it was designed: GB/T 9704 has 28 mm at the binding edge and 26 mm at the other.
    """
    now, page = characters_of_line(preset), preset.page
    if count == now:
        return {}
    size = preset.style(Role.BODY).size / MILLIMETRE
    most = page.width - count * size * page.columns - (page.columns - 1) * page.column_gap
    besides = max(0.0, page.column_width - now * size) * page.columns
    both = max(most - besides, min(most, 2 * LEAST_MARGIN))
    share = both / (page.left + page.right)
    left = _rounded(min(max(share * page.left, LEAST_MARGIN), both - LEAST_MARGIN), share)
    right, room = 100 * (both - left), floor(100 * (most - left) + _NEARLY)
    right = floor(right + _NEARLY) if share > 1 else ceil(right - _NEARLY)
    return {("page", "left"): left, ("page", "right"): min(right, room) / 100}


def _rounded(margin: float, share: float) -> float:
    """A margin in tenths of a millimetre, where it is that near to one that the way back, which
    makes it larger by the share, comes to the tenth it came from; or else in hundredths.
    """
    tenths = round(margin, 1)
    return tenths if abs(margin - tenths) < _HALF_TENTH * min(1, share) else round(margin, 2)


def with_lines(preset: Preset, count: float) -> Changes:
    """Another distance between lines of text, so that a page holds so many; nothing where it
    does.
    """
    if count == lines_of_page(preset):
        return {}
    leading = floor(preset.page.text_height * MILLIMETRE / count * 10_000) / 10_000
    return {("styles", role.value, "leading"): leading for role in _set_alike(preset)}


def with_size(preset: Preset, size: float) -> Changes:
    """Another size of text in points. All other type but that of covers and of the edges of the
    page follows in proportion, in half points and not below what copies well; lines are whole
    points apart.
    """
    body = preset.style(Role.BODY)
    share = size / body.size
    changes: dict[tuple[str, ...], float] = {}
    for role, style in preset.styles.items():
        if role in _AS_THEY_ARE:
            continue
        least = min(style.size, _SMALLEST)
        new = size if style.size == body.size else max(least, round(2 * share * style.size) / 2)
        changes["styles", role.value, "size"] = new
        changes["styles", role.value, "leading"] = float(
            max(ceil(new), round(share * style.leading))
        )
    return changes


def with_leading(preset: Preset, leading: float) -> Changes:
    """Lines of text so many points apart (行距)."""
    return {("styles", role.value, "leading"): leading for role in _set_alike(preset)}


def with_space_before(preset: Preset, lines: float) -> Changes:
    """So many lines of space above each paragraph of running text (段前)."""
    return _with_space(preset, "space_before", lines)


def with_space_after(preset: Preset, lines: float) -> Changes:
    """So many lines of space below each paragraph of running text (段后)."""
    return _with_space(preset, "space_after", lines)


def _with_space(preset: Preset, name: str, lines: float) -> Changes:
    space = round(lines * preset.style(Role.BODY).leading, 2)
    return {("styles", role.value, name): space for role in _RUNNING}


def with_even_lines(preset: Preset, wanted: float) -> Changes:
    """The lines of a paragraph broken all at once, as for a book, or one by one."""
    breaking = Breaking.TOTAL_FIT if wanted else Breaking.GREEDY
    return {("styles", role.value, "breaking"): breaking.value for role in _justified(preset)}


def with_hanging_marks(preset: Preset, wanted: float) -> Changes:
    """Marks at the end of a line outside of its edge where they find no room, or half as wide."""
    line_end = LineEnd.HANGING if wanted else LineEnd.HALF_WIDTH
    return {("styles", role.value, "line_end"): line_end.value for role in _justified(preset)}


def _justified(preset: Preset) -> Iterator[Role]:
    return (role for role, style in preset.styles.items() if style.alignment is Alignment.JUSTIFIED)


_RUNNING = (Role.BODY, Role.GUIDE, Role.PASSAGE)


def _set_alike(preset: Preset) -> list[Role]:
    """The styles that are as large as body text, with lines as far apart."""
    body = preset.style(Role.BODY)
    return [
        role
        for role, style in preset.styles.items()
        if (style.size, style.leading) == (body.size, body.leading)
    ]
