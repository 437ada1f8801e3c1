"""Where a piece of a page fits in an article: at an ordinal that it lacks, at a cut sentence."""

from collections.abc import Sequence

from studydesk.domain.article import Block, BlockKind
from studydesk.domain.ordinals import Ordinal, ordinal_of

_ENDS = frozenset("。！？…：；”’）》】」』.!?")
"""What a sentence, or what leads in to others, may end with."""

Beside = tuple[Block, bool]
"""A block, and whether the piece goes behind it, or before it."""


def place_of_ordinal(body: Sequence[Block], ordinal: Ordinal) -> Beside | None:
    """Where a part with this ordinal fits: behind the part before it, or else before the part
    behind it; None where neither is there, or the ordinal is already.
    """
    found = [
        (at, each)
        for at, block in enumerate(body)
        if (each := ordinal_of(block.text)) and each.series <= ordinal.series
    ]
    same = {each.number: at for at, each in found if each.series == ordinal.series}
    if not body or ordinal.number in same:
        return None
    if (before := same.get(ordinal.number - 1)) is not None:
        next_part = next((at for at, _ in found if at > before), len(body))
        return body[next_part - 1], True
    behind = same.get(ordinal.number + 1)
    return None if behind is None or ordinal.number > 1 else (body[behind], False)


def cut_blocks(body: Sequence[Block]) -> list[Block]:
    """The paragraphs that end in the middle of a sentence."""
    return [
        block for block in body if block.kind is BlockKind.PARAGRAPH and block.text[-1] not in _ENDS
    ]
