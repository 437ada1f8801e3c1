"""Fit to pages: a preset drawn in step by step, as far as it allows, to save a page."""

from dataclasses import replace

from studydesk.handout.style import ParagraphStyle, Preset, Role

STEPS = 4
"""Steps from the preset as it is to the closest that it may be set."""

_LEAST_SPACES = 0.4
"""Of the spaces between blocks, at the last step."""

_LEAST_LEADING = 1.3
"""Characters: lines stand no closer, whatever a preset allows."""

_MOST_MADE = 16
_MADE: dict[tuple[int, int], tuple[Preset, Preset]] = {}
"""Presets, by identity, and what they become."""

_ON_COVERS = {Role.COVER_TITLE, Role.COVER_LINE}
_AS_THEY_ARE = {Role.TITLE, Role.FOOTER, Role.FOOTNOTE, *_ON_COVERS}
_AS_THEY_ARE |= {Role.HEADER, Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_NUMBER}


def tightened(preset: Preset, step: int) -> Preset:
    """The preset with its spaces and lines drawn in by so many of the STEPS; what is more counts
    as the last. Lines come no closer than `preset.tightest` allows. The same preset becomes the
    same one, so that what was set in it can be used again.
    """
    step = max(0, min(step, STEPS))
    if not step:
        return preset
    known = _MADE.get((id(preset), step))
    if known is None or known[0] is not preset:
        if len(_MADE) >= _MOST_MADE:
            _MADE.clear()
        known = _MADE[id(preset), step] = preset, _tightened(preset, step / STEPS)
    return known[1]


def with_spaces(preset: Preset, share: float) -> Preset:
    """The preset with so much of its spaces between blocks; lines stay as they are, and a cover."""
    if share == 1:
        return preset
    return replace(
        preset,
        styles={
            role: style if role in _ON_COVERS else _closer(style, share, 1)
            for role, style in preset.styles.items()
        },
        table_space=share * preset.table_space,
    )


def _tightened(preset: Preset, share: float) -> Preset:
    spaces = 1 - share * (1 - _LEAST_SPACES)
    lines = 1 - share * (1 - preset.tightest)
    return replace(
        preset,
        styles={
            role: style if role in _AS_THEY_ARE else _closer(style, spaces, lines)
            for role, style in preset.styles.items()
        },
        tightest=preset.tightest / lines,
    )


def _closer(style: ParagraphStyle, spaces: float, lines: float) -> ParagraphStyle:
    least = min(style.leading, _LEAST_LEADING * style.size)
    return replace(
        style,
        leading=max(least, lines * style.leading),
        space_before=spaces * style.space_before,
        space_after=spaces * style.space_after,
    )
