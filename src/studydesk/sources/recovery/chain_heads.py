"""How the heads of a chain of pieces stand in it: in the place that they have on the page, over a
paragraph, as long as each other; and what that says, in log-odds (see `Evidence`).
"""

from collections.abc import Sequence

from studydesk.sources.recovery.pieces import Chain, Piece, quotes_ahead

# A head inside an article: in a sentence that goes on behind it, in one that goes on elsewhere,
# behind a whole sentence; one that could as well be a heading, and one as long as another.
HEAD_BETWEEN, HEAD_ASTRAY, HEAD_BEHIND = -1.5, -3.5, -8.5
HEADING_ASTRAY, HEADING_ASTRAY_ALIKE = -1.5, -0.4
# A pull quote over the head, a head in two places, a line behind text for a title.
QUOTE_AHEAD, HEADS_APART, HEADING_FOR_TITLE = -1.5, -0.5, -2.5


def is_in_place(chain: Chain, at: int) -> bool:
    """Whether a piece follows the one that it follows on the page, of the same draft."""
    return chain[at].home and chain[at - 1].number + 1 == chain[at].number


def stands_for_heading(chain: Chain, at: int, *, ends: bool) -> bool:
    """Whether a line stands over a paragraph, behind a title or a whole one."""
    piece = chain[at]
    over = bool(chain[at + 1].body) if at + 1 < len(chain) else not ends
    behind = piece.numbered or has_title(chain[:at])
    return behind and not chain[at - 1].open and (bool(piece.body) or over)


def has_title(chain: Chain) -> bool:
    """Whether what is behind these pieces may be a heading: they have a title or text."""
    return any(piece.body or piece.titled for piece in chain)


def are_alike(heading: Piece, other: Piece) -> bool:
    """Whether two headings are as long as each other, as those of one article are."""
    return abs(len(heading.head[0].text) - len(other.head[0].text)) <= 1


def order_of_heads(chain: Chain, places: Sequence[int], headings: frozenset[int]) -> float:
    """What it says that heads stand behind other pieces, headings among them."""
    value = 0.0
    settled = {at for at in headings if is_in_place(chain, at) and not chain[at - 1].open}
    for at in [at for at in places if at]:
        before, piece = chain[at - 1], chain[at]
        if at == 1 and quotes_ahead(chain):
            value += QUOTE_AHEAD
        elif at in headings:
            beside = any(are_alike(piece, chain[other]) for other in settled)
            astray = HEADING_ASTRAY_ALIKE if beside else HEADING_ASTRAY
            value += 0.0 if at in settled else astray
        elif not any(other.body for other in chain[:at]):
            value += 0.0 if before.number + 1 == piece.number else HEADS_APART
        elif piece.under_heading:
            value += HEADING_FOR_TITLE
        else:
            value += head_inside(before, piece)
    return value


def head_inside(before: Piece, piece: Piece) -> float:
    """What a head says that stands behind text of its article."""
    if not before.open:
        return HEAD_BETWEEN + HEAD_BETWEEN if piece.home else HEAD_BEHIND
    return HEAD_BETWEEN if before.number + 1 == piece.number else HEAD_ASTRAY
