"""Blocks made of whole units."""

from collections.abc import Sequence

from studydesk.domain.article import Block, BlockKind, Span
from studydesk.domain.cleaning import clean
from studydesk.sources.recovery.units import Unit


def block_of(raw: str, kind: BlockKind, units: Sequence[Unit], level: int = 0) -> Block:
    """One block made of whole units."""
    spans = join_spans(raw, [span for unit in units for span in unit.spans])
    return Block(kind, clean(raw, spans, kind), spans, level)


def join_spans(raw: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans with only white space between them put together."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end <= span.start and not raw[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
