"""What tidying does to blocks: their limits, their kinds, their characters.

What does not fit the page raises EditRefused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studydesk.domain.article import Article, Block, BlockKind, Correction, Recovery, Source, Span
from studydesk.domain.cleaning import clean, corrected
from studydesk.domain.tidied_articles import find, new_id, place_of, put
from studydesk.errors import EditRefused

LONGEST_HEADING = 40
"""Characters, two lines at most, that a heading and a text have together to be a heading."""


def split(raw: str, recovery: Recovery, at: int) -> Recovery:
    """The page with the block or piece of furniture at `at` in two."""
    place = place_of(recovery, at)
    if place is None:
        return _split_furniture(raw, recovery, at)
    _, _, _, block = place
    holder = next(n for n, (start, end) in enumerate(block.spans) if start <= at < end)
    start, end = block.spans[holder]
    before = [*block.spans[:holder], *_trimmed(raw, start, at)]
    behind = [*_trimmed(raw, at, end), *block.spans[holder + 1 :]]
    if not before or not behind:
        raise EditRefused("nothing-to-split")
    halves = [
        _made(raw, block.kind, spans, block.level, _inside(block.corrections, spans))
        for spans in (before, behind)
    ]
    if sum(len(half.corrections) for half in halves) < len(block.corrections):
        raise EditRefused("cuts-correction")
    return put(recovery, place, *halves)


def _split_furniture(raw: str, recovery: Recovery, at: int) -> Recovery:
    span = _furniture(recovery, at)
    halves = [*_trimmed(raw, span.start, at), *_trimmed(raw, at, span.end)]
    if len(halves) < 2:
        raise EditRefused("nothing-to-split")
    return _without_furniture(recovery, span, *halves)


def _furniture(recovery: Recovery, at: int) -> Span:
    for span in recovery.furniture:
        if span.start <= at < span.end:
            return span
    raise EditRefused("no-such-block")


def _without_furniture(recovery: Recovery, old: Span, *new: Span) -> Recovery:
    """The page with other pieces of furniture, or none, in the place of one."""
    furniture = sorted([*(span for span in recovery.furniture if span != old), *new])
    repeats = [span for span in recovery.repeats if span != old]
    if old in recovery.repeats:
        repeats.extend(new)
    return replace(recovery, furniture=tuple(furniture), repeats=tuple(sorted(repeats)))


def _inside(fixes: Iterable[Correction], spans: Iterable[Span]) -> list[Correction]:
    """The corrections of what stands inside one of these spans."""
    spans = tuple(spans)
    return [
        fix
        for fix in fixes
        if any(start <= fix.span.start and fix.span.end <= end for start, end in spans)
    ]


def join(raw: str, recovery: Recovery, at: int) -> Recovery:
    """The page with the block at `at` at the end of the one before it, as part of it. A heading
    that a text makes longer than headings are becomes a paragraph.
    """
    place = find(recovery, at)
    blocks = place.article.blocks
    earlier = [n for n in range(place.number) if blocks[n].spans]
    if not earlier:
        raise EditRefused("no-block-before")
    first, second = blocks[earlier[-1]], place.block
    spans = list(first.spans)
    for span in second.spans:
        gap = raw[spans[-1].end : span.start] if spans[-1].end <= span.start else "-"
        if gap.strip():
            spans.append(span)
        else:
            spans[-1] = Span(spans[-1].start, span.end)
    kind, level = first.kind, first.level
    too_long = len(first.text) + len(second.text) > LONGEST_HEADING
    if kind is BlockKind.HEADING and second.kind is not kind and too_long:
        kind, level = BlockKind.PARAGRAPH, 0
    joined = _made(raw, kind, spans, level, (*first.corrections, *second.corrections))
    recovery = put(recovery, place)
    return put(recovery, find(recovery, first.spans[0].start), joined)


def change_kind(
    source: Source, recovery: Recovery, at: int, kind: BlockKind, level: int
) -> Recovery:
    """The page with the block or piece of furniture at `at` as a block of a kind."""
    level = min(max(level, 1), 3) if kind is BlockKind.HEADING else 0
    place = place_of(recovery, at)
    if place is not None:
        block = place.block
        if (block.kind, block.level) == (kind, level):
            raise EditRefused("nothing-changed")
        changed = _made(source.raw, kind, block.spans, level, block.corrections)
        return put(recovery, place, changed)
    span = _furniture(recovery, at)
    recovery = _without_furniture(recovery, span)
    return _taken_in(source, recovery, _made(source.raw, kind, (span,), level, ()))


def _taken_in(source: Source, recovery: Recovery, block: Block) -> Recovery:
    """The page with a new block behind the one that it follows in the raw text."""
    here = block.spans[0].start
    known = [span for a in recovery.articles for other in a.blocks for span in other.spans]
    if not known:
        article = Article(new_id(source, recovery, here), source.id, (block,))
        return replace(recovery, articles=(article,))
    before = [span for span in known if span.end <= here]
    place = find(recovery, max(before or [min(known)]).start)
    return put(recovery, place, *((place.block, block) if before else (block, place.block)))


def drop(raw: str, recovery: Recovery, start: int, end: int) -> Recovery:
    """The page with the characters of a range in furniture, as a repeat."""
    dropped: list[Span] = []
    articles = []
    for article in recovery.articles:
        kept: list[Block] = []
        for block in article.blocks:
            inside = [s for low, high in block.spans for s in _cut(raw, low, high, start, end)]
            if not inside:
                kept.append(block)
                continue
            dropped.extend(inside)
            kept.extend(_rest(raw, block, start, end))
        articles.append(replace(article, blocks=tuple(kept)))
    if not dropped:
        raise EditRefused("no-such-block")
    return replace(
        recovery,
        articles=tuple(articles),
        furniture=tuple(sorted([*recovery.furniture, *dropped])),
        repeats=tuple(sorted([*recovery.repeats, *dropped])),
    )


def _rest(raw: str, block: Block, start: int, end: int) -> list[Block]:
    """What is left of a block, if anything, without the range."""
    spans = [
        span
        for low, high in block.spans
        for span in (*_cut(raw, low, high, low, start), *_cut(raw, low, high, end, high))
    ]
    cut = [fix for fix in block.corrections if fix.span.start < end and start < fix.span.end]
    if any(fix.span.start < start or end < fix.span.end for fix in cut):
        raise EditRefused("cuts-correction")
    fixes = [fix for fix in block.corrections if fix not in cut]
    return [_made(raw, block.kind, spans, block.level, fixes)] if spans else []


def _cut(raw: str, low: int, high: int, start: int, end: int) -> tuple[Span, ...]:
    """What two ranges have in common, if that is more than white space."""
    return _trimmed(raw, max(low, start), min(high, end))


def correct(raw: str, recovery: Recovery, start: int, end: int, text: str) -> Recovery:
    """The page with another text in the place of what a range has."""
    found = _trimmed(raw, start, end)
    if not found:
        raise EditRefused("nothing-to-correct")
    (span,) = found
    place = find(recovery, span.start)
    block = place.block
    if not any(low <= span.start and span.end <= high for low, high in block.spans):
        raise EditRefused("correction-outside-block")
    others = [f for f in block.corrections if not _covers(span, f.span)]
    if any(fix.span.start < span.end and span.start < fix.span.end for fix in others):
        raise EditRefused("cuts-correction")
    plain = corrected(raw, block, others)
    text = " ".join(text.split())
    changed = corrected(raw, plain, (*others, Correction(span, "", text, 0)))
    if changed.text == plain.text:
        changed = plain
    if not changed.text.strip():
        raise EditRefused("empty-block")
    if changed == block:
        raise EditRefused("nothing-changed")
    return put(recovery, place, changed)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _made(
    raw: str, kind: BlockKind, spans: Sequence[Span], level: int, fixes: Iterable[Correction]
) -> Block:
    return corrected(raw, Block(kind, clean(raw, spans, kind), tuple(spans), level), fixes)


def _trimmed(raw: str, start: int, end: int) -> tuple[Span, ...]:
    """A range of the raw text without white space around it; nothing where that is all."""
    start, end = max(0, start), max(0, end)
    printed = raw[start:end].strip()
    start += len(raw[start:end]) - len(raw[start:end].lstrip())
    return (Span(start, start + len(printed)),) if printed else ()
