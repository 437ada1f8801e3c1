"""Authors whom only the bracket behind the last sentence names: （作者：王敏，某大学教授）."""

import re

from studydesk.domain.article import Block, BlockKind, Span
from studydesk.sources.recovery.lines import trim
from studydesk.sources.recovery.names import find_names, is_name, looks_like_name

OPENS, CLOSES = "（(【［[〔", "）)】］]〕"
WROTE = re.compile(
    r"\s*(?:本\s*文\s*)?(?:作\s*者|执\s*笔\s*人?|撰\s*文|课\s*题\s*组\s*(?:成\s*员|执\s*笔))(?:\s*[：:]\s*|\s+)"
)
# What parts the names from what is said of them.
THEN = re.compile(r"\s*[，,；;]\s*|\s*(?=(?:系|现?为|现任|单\s*位\s*[：:]))")


def signed_blocks(raw: str, bracket: Span, furniture: list[Span]) -> list[Block]:
    """The names in such a bracket as authors, in front of who they are; nothing where it names
    nobody.
    """
    start, end = bracket
    if raw[start] in OPENS and raw[end - 1] in CLOSES:
        start, end = start + 1, end - 1
    wrote = WROTE.match(raw, start, end)
    begin = wrote.end() if wrote else start
    then = THEN.search(raw, begin, end)
    stop = then.start() if then else end
    found = find_names(raw[begin:stop], looks_like_name if wrote else is_name)
    if not found or not (wrote or then):
        return []
    names = tuple(Span(begin + a, begin + b) for a, b in found)
    text = " ".join("".join(raw[a:b].split()) for a, b in names)
    blocks = [Block(BlockKind.AUTHOR, text, names)]
    said = [(BlockKind.CREDIT, Span(*wrote.span()))] if wrote else []
    said += [(BlockKind.AFFILIATION, Span(then.end(), end))] if then else []
    taken = list(names)
    for kind, place in said:
        span = trim(raw, place)
        if span.start < span.end:
            blocks.append(Block(kind, "".join(raw[slice(*span)].split()), (span,)))
            taken.append(span)
    furniture += gaps(raw, bracket, sorted(taken))
    return blocks


def gaps(raw: str, whole: Span, parts: list[Span]) -> list[Span]:
    """What stands of a stretch between and around its parts."""
    places = [whole.start, *(place for part in parts for place in part), whole.end]
    between = (trim(raw, Span(a, b)) for a, b in zip(places[::2], places[1::2], strict=True))
    return [span for span in between if span.start < span.end]
