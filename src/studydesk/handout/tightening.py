"""Fit to pages: a preset drawn in step by step, as far as it allows, to save a page."""

from dataclasses import replace

from studydesk.handout.style import ParagraphStyle, Preset, Role

STEPS = 4
"""Steps from the preset as it is to the closest that it may be set."""

_LEAST_SPACES = 0.4
"""Of the spaces between blocks, at the last step."""

_LEAST_LEADING = 1.3
"""Characters: lines stand no closer, whatever a preset allows."""

_AS_THEY_ARE = {Role.TITLE, Role.FOOTER, Role.FOOTNOTE, Role.COVER_TITLE, Role.COVER_LINE}
_AS_THEY_ARE |= {Role.HEADER, Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_NUMBER}


def tightened(preset: Preset, step: int) -> Preset:
    """The preset with its spaces and lines drawn in by so many of the STEPS; what is more counts
    as the last. Lines come no closer than `preset.tightest` allows.
    """
    share = max(0, min(step, STEPS)) / STEPS
    if not share:
        return preset
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
