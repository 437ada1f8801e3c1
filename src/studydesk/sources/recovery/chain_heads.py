"""How the heads of a chain of pieces stand in it: in the place that they have on the page, over a
paragraph, as long as each other.
"""

from studydesk.sources.recovery.pieces import Chain, Piece


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
