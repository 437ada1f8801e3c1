"""Pages set downwards: their lines from right to left, of each tier from the top."""

from collections.abc import Iterator, Sequence

from studydesk.sources.readers.columns import (
    Glyph,
    PageLine,
    Run,
    cut_strips,
    gather_runs,
    read_columns,
)

TALL = 3  # times as high as it is wide: a line set downwards


def read_page(glyphs: Sequence[Glyph]) -> list[PageLine]:
    """The lines of a page in reading order. Raises TooScattered."""
    runs = gather_runs(glyphs)
    downwards = sum(len(run.text) for run in runs if is_downwards(run))
    if 2 * downwards > len(glyphs):
        return list(read_downwards(runs))
    return read_columns(runs)


def is_downwards(run: Run) -> bool:
    """Whether a run is a line set downwards."""
    return run.bottom - run.top >= TALL * (run.right - run.left)


def read_downwards(runs: Sequence[Run]) -> Iterator[PageLine]:
    """The lines of each tier from right to left, as high as they are wide, by which titles are
    told; one set in by two characters keeps its indent.
    """
    for tier in cut_strips(runs):
        top = min(run.top for run in tier)
        for run in sorted(tier, key=lambda run: (-run.right, run.top)):
            indent = "\u3000\u3000" if 1.5 <= (run.top - top) / run.em <= 2.6 else ""
            yield PageLine(indent + run.text, run.top, run.top + run.em, apart=False)
