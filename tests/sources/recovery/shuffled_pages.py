"""Pages whose articles stand in pieces: composed at random from clean articles, with their truth.

Where `composed_pages` damages one article after another, here pieces of several articles change
places: an article set inside the paragraph of another, two that break off into each other,
columns in the wrong order, openings far from their heads, endings that went to another page; and
pages pasted as one line, with and without spaces.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.sources.recovery.composed_pages import (
    BODY,
    FORMS,
    GIVEN,
    GOLD,
    SURNAMES,
    WORKPLACES,
    Block,
    Composed,
    break_of,
    gold_article,
    squeeze,
)

OWN = GOLD.parent / "own"
FOLDERS = (GOLD, OWN / "gold", OWN / "seeds")
COLUMNS = ("热点思考", "前沿观察", "理论视野", "工会论坛")
TURNS = ("（下转第{}版）", "（转{}版）", "下转第{}版", "（下转{}版）")
LEAST_BODY = 200
# How often a column ends where a paragraph does.
AT_PARAGRAPHS = 0.2


@dataclass
class Piece:
    """A printed stretch of a block (None: furniture)."""

    block: Block | None
    text: str


@dataclass(frozen=True)
class Print:
    """How pieces are printed: wrapped at a width (0: whole), and what stands between lines."""

    width: int = 0
    between: str = "\n\n"
    indented: bool = False
    uneven: bool = False


Pieces = list[Piece]
Damage = Callable[[Random, list[Pieces]], Pieces]


@cache
def clean_articles(folders: tuple[Path, ...] = FOLDERS) -> tuple[dict[str, Any], ...]:
    """The whole articles of gold pages: a title, headings and paragraphs."""
    articles = []
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            for article in json.loads(path.read_text("utf-8"))["articles"]:
                damaged = ("partial_duplicates", "cut_end", "cut_start", "gap_before", "uncertain")
                if any(block.get(mark) for block in article["blocks"] for mark in damaged):
                    continue
                blocks = [block for block in article["blocks"] if block["type"] in BODY]
                bodies = [b["text"] for b in blocks if b["type"] == "paragraph"]
                if article["title"] and sum(map(len, bodies)) >= LEAST_BODY and len(bodies) > 2:
                    articles.append({"title": article["title"], "blocks": blocks})
    return tuple(articles)


def make_article(random: Random, clean: dict[str, Any]) -> list[Block]:
    """The truth of one article; head and affiliation are made up."""
    names = [
        random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2))))
        for _ in range(random.choice((1, 1, 1, 2)))
    ]
    workplace = f"（{random.choice(FORMS).format(random.choice(WORKPLACES))}）"
    head = [Block("title", clean["title"]), Block("author", " ".join(names))]
    if random.random() < 0.3:
        head.insert(0, Block("column", random.choice(COLUMNS)))
    body = [Block(block["type"], block["text"]) for block in clean["blocks"]]
    return [*head, *body, Block("affiliation", workplace)]


def whole(blocks: list[Block]) -> Pieces:
    """An article as it is printed without damage."""
    return [Piece(block, block.text) for block in blocks]


# --- damage ----------------------------------------------------------------------------------


def cut(
    random: Random, pieces: Pieces, low: float = 0.2, high: float = 0.8
) -> tuple[Pieces, Pieces]:
    """An article in two, inside a long paragraph of its body or behind it."""
    long = [
        at
        for at, piece in enumerate(pieces)
        if piece.block and piece.block.kind == "paragraph" and len(piece.text) >= 60
    ]
    middle = [at for at in long if low * len(pieces) <= at <= high * len(pieces)] or long
    if not middle:
        return pieces, []
    at = random.choice(middle)
    if random.random() < AT_PARAGRAPHS:
        return pieces[: at + 1], pieces[at + 1 :]
    piece = pieces[at]
    place = break_of(random, piece.text)
    return (
        [*pieces[:at], Piece(piece.block, piece.text[:place])],
        [Piece(piece.block, piece.text[place:]), *pieces[at + 1 :]],
    )


def head_of(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """The head of an article, and the rest."""
    kinds = ("title", "author", "column")
    count = sum(bool(piece.block) and piece.block.kind in kinds for piece in pieces if piece.block)
    return pieces[:count], pieces[count:]


def nothing(_: Random, articles: list[Pieces]) -> Pieces:
    """One article after the other."""
    return [piece for pieces in articles for piece in pieces]


def broken(random: Random, articles: list[Pieces]) -> Pieces:
    """One article after the other, with columns that end inside paragraphs: all in order."""
    pieces = []
    for article in articles:
        begin, rest = cut(random, article, 0, 0.5)
        middle, end = cut(random, rest, 0.3)
        pieces += [*begin, *middle, *end]
    return pieces


def inset(random: Random, articles: list[Pieces]) -> Pieces:
    """The second article stands inside a paragraph of the first."""
    begin, end = cut(random, articles[0])
    return [*begin, *articles[1], *end, *nothing(random, articles[2:])]


def crossed(random: Random, articles: list[Pieces]) -> Pieces:
    """The first two articles break off into each other: first, second, first, second."""
    (a, b), (c, d) = cut(random, articles[0]), cut(random, articles[1])
    return [*a, *c, *b, *d, *nothing(random, articles[2:])]


def endings_changed(random: Random, articles: list[Pieces]) -> Pieces:
    """The endings of the first two articles have changed places."""
    (a, b), (c, d) = cut(random, articles[0]), cut(random, articles[1])
    return [*a, *d, *c, *b, *nothing(random, articles[2:])]


def ending_first(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's ending stands at the top of the page."""
    begin, end = cut(random, articles[0])
    return [*end, *begin, *nothing(random, articles[1:])]


def ending_last(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's ending stands at the bottom of the page."""
    begin, end = cut(random, articles[0])
    return [*begin, *nothing(random, articles[1:]), *end]


def head_inside(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's head stands inside a paragraph of its own body."""
    head, rest = head_of(articles[0])
    begin, end = cut(random, rest)
    return [*begin, *head, *end, *nothing(random, articles[1:])]


def head_in_other(random: Random, articles: list[Pieces]) -> Pieces:
    """The third page's pattern: an opening, another's ending, then the head and what follows."""
    head, rest = head_of(articles[0])
    (a, b), (c, d) = cut(random, rest, 0, 0.6), cut(random, articles[1])
    return [*a, *d, *head, *b, *c, *nothing(random, articles[2:])]


def opening_last(random: Random, articles: list[Pieces]) -> Pieces:
    """The opening of an article stands behind the others, without its head."""
    head, rest = head_of(articles[0])
    begin, end = cut(random, rest, 0, 0.6)
    return [*head, *end, *nothing(random, articles[1:]), *begin]


def title_elsewhere(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's title stands inside a sentence of another."""
    title = [p for p in articles[0] if p.block and p.block.kind == "title"]
    rest = [p for p in articles[0] if not (p.block and p.block.kind == "title")]
    begin, end = cut(random, articles[1])
    return [*rest, *begin, *title, *end, *nothing(random, articles[2:])]


def columns_swapped(random: Random, articles: list[Pieces]) -> Pieces:
    """Two columns of one article stand in the wrong order."""
    begin, rest = cut(random, articles[0], 0.1, 0.4)
    middle, end = cut(random, rest, 0.4, 0.8)
    return [*begin, *end, *middle, *nothing(random, articles[1:])]


def turned(random: Random, articles: list[Pieces]) -> Pieces:
    """An article goes on on another page; what is there is not on this one."""
    begin, end = cut(random, articles[0])
    for piece in end:
        if piece.block:
            piece.block.text = ""
    last = begin[-1]
    assert last.block
    last.block.text = last.text
    turn = Piece(None, random.choice(TURNS).format(random.randint(2, 8)))
    return [*begin, turn, *nothing(random, articles[1:])]


def doubled(random: Random, articles: list[Pieces]) -> Pieces:
    """The end of one long paragraph stands again at the end of another."""
    long = [p for p in articles[0] if p.block and p.block.kind == "paragraph" and len(p.text) > 150]
    if len(long) > 1:
        original, victim = random.sample(long, 2)
        assert original.block
        assert victim.block
        copy = original.text[-random.randint(110, 145) :]
        victim.text += copy
        victim.block.text += copy
        victim.block.doubled = (copy, original.block)
    return nothing(random, articles)


def no_affiliations(random: Random, articles: list[Pieces]) -> Pieces:
    """Articles that nothing closes; one is set inside another."""
    for pieces in articles:
        last = pieces.pop()
        assert last.block
        last.block.text = ""
    return random.choice((nothing, inset, ending_last))(random, articles)


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        nothing,
        broken,
        inset,
        crossed,
        endings_changed,
        ending_first,
        ending_last,
        head_inside,
        head_in_other,
        opening_last,
        title_elsewhere,
        columns_swapped,
        turned,
        doubled,
        no_affiliations,
    )
}
PRINTS: dict[str, Print] = {
    "paragraphs": Print(),
    "close": Print(between="\n"),
    "spaces": Print(between=" "),
    "solid": Print(between=""),
    "wrapped": Print(1, "\n"),
    "uneven": Print(1, "\n", uneven=True),
    "apart": Print(1, "\n\n"),
    "indented": Print(1, "\n", indented=True),
}


# --- printing --------------------------------------------------------------------------------


def compose(seed: int, damage: str, form: str, count: int = 3, name: str = "") -> Composed:
    """A page of `count` articles, the same for the same seed, damage and form."""
    random = Random(f"{seed} {damage} {form}")
    articles = [make_article(random, clean) for clean in random.sample(clean_articles(), count)]
    pieces = DAMAGES[damage](random, [whole(blocks) for blocks in articles])
    return print_page(random, articles, pieces, form, name or f"{seed:03}")


def print_page(
    random: Random, articles: list[list[Block]], pieces: Pieces, form: str, name: str
) -> Composed:
    """Pieces printed in one of the forms, with the truth about the articles that they are of."""
    layout = PRINTS[form]
    width = random.randint(14, 40) if layout.width else 0
    raw, furniture = "", []
    for piece in pieces:
        for row in rows_of(random, piece, width, layout):
            raw += layout.between if raw else ""
            lead = len(row) - len(row.lstrip())
            span = [len(raw) + lead, len(raw) + len(row)]
            raw += row
            if piece.block:
                piece.block.spans.append(span)
            else:
                furniture.append({"text": row, "spans": [span], "why": "turn"})
    for blocks in articles:
        blocks[:] = [block for block in blocks if block.text]
        for block in blocks:
            block.spans = in_reading_order(block, raw)
    golds = [gold_article(f"{name}-{n}", blocks) for n, blocks in enumerate(articles, 1)]
    return Composed(name, raw, {"source": f"{name}.txt", "articles": golds, "furniture": furniture})


def rows_of(random: Random, piece: Piece, width: int, layout: Print) -> list[str]:
    """The printed lines of a piece; those of an uneven column go around pictures."""
    text = piece.text
    begins = piece.block is not None and piece.block.text.startswith(text)
    is_body = piece.block is not None and piece.block.kind == "paragraph"
    rows, at = [], 0
    while at < len(text):
        lead = "\u3000\u3000" if layout.indented and is_body and begins and not at else ""
        room = (width or len(text)) - len(lead)
        if layout.uneven and width and random.random() < 0.3:
            room -= random.randint(1, 2)
        while width and at + room < len(text) and text[at + room] in "，。、；：？！”）":
            room -= 1
        rows.append(lead + text[at : at + room])
        at += room
    return rows


def in_reading_order(block: Block, raw: str) -> list[list[int]]:
    """The spans of a block whose end may have been printed before its beginning."""
    for turn in range(len(block.spans)):
        spans = block.spans[turn:] + block.spans[:turn]
        if squeeze("".join(raw[a:b] for a, b in spans)) == squeeze(block.text):
            return spans
    raise AssertionError(block)
