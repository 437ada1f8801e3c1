"""Pages whose articles stand in many pieces, with heads far from their text: composed at random.

Harder than `shuffled_pages`: articles braided through each other by every column break, a head at
the end of a paragraph of another article and its text farther down, a title of two printed lines
in the middle of a sentence or at the end of the page, names behind the next piece, no title but a
pull quote that stands twice.
"""

from pathlib import Path
from random import Random

from tests.sources.recovery.composed_pages import Block, Composed, quote_from
from tests.sources.recovery.recovery_scorer import DATA
from tests.sources.recovery.shuffled_pages import (
    FOLDERS,
    Damage,
    Piece,
    Pieces,
    clean_articles,
    cut,
    head_of,
    inset,
    make_article,
    nothing,
    print_page,
    whole,
)

FRESH = (*FOLDERS, DATA / "fresh" / "gold")
MOST_STRANDS = 5


def strands(random: Random, pieces: Pieces) -> list[Pieces]:
    """An article in two to five pieces, cut inside paragraphs and between them."""
    parts: list[Pieces] = []
    rest = pieces
    for left in range(random.randint(2, MOST_STRANDS) - 1, 0, -1):
        share = 1 / (left + 1)
        begin, rest = cut(random, rest, 0.5 * share, 1.5 * share)
        if not rest:
            return [*parts, begin]
        parts.append(begin)
        if len(rest) < 3:
            break
    return [*parts, rest]


def braid(random: Random, articles: list[Pieces]) -> Pieces:
    """The pieces of some articles in turn, those of each in order."""
    waiting = [strands(random, pieces) for pieces in articles]
    page: Pieces = []
    last = -1
    while any(waiting):
        others = [at for at, parts in enumerate(waiting) if parts and at != last]
        last = random.choice(others) if others else last
        page += waiting[last].pop(0)
    return page


def braided(random: Random, articles: list[Pieces]) -> Pieces:
    """Two articles piece by piece, and one behind them."""
    return [*braid(random, articles[:2]), *nothing(random, articles[2:])]


def all_braided(random: Random, articles: list[Pieces]) -> Pieces:
    """Three articles piece by piece."""
    return braid(random, articles)


def head_above(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's head inside another article, between paragraphs or in one; its text behind."""
    head, rest = head_of(articles[1])
    begin, end = cut(random, articles[0])
    return [*begin, *head, *end, *rest, *nothing(random, articles[2:])]


def title_of(pieces: Pieces) -> tuple[Piece, Pieces]:
    """The title of an article, and everything else."""
    title = next(piece for piece in pieces if piece.block and piece.block.kind == "title")
    return title, [piece for piece in pieces if piece is not title]


def in_two(random: Random, title: Piece) -> Pieces:
    """A title on one line or on two."""
    text, words = title.text, title.text.split()
    if len(words) == 2:
        return [Piece(title.block, word) for word in words]
    if len(text) < 12 or random.random() < 0.3:
        return [title]
    at = len(text) // 2 + random.randint(-2, 2)
    return [Piece(title.block, text[:at]), Piece(title.block, text[at:])]


def title_last(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's title, on one or two lines, is the last thing on the page."""
    at = random.randrange(len(articles) - 1)
    title, articles[at] = title_of(articles[at])
    return [*nothing(random, articles), *in_two(random, title)]


def title_inside(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's title, on one or two lines, inside a sentence of another."""
    title, rest = title_of(articles[0])
    begin, end = cut(random, articles[1])
    page = [*begin, *in_two(random, title), *end]
    both = [*rest, *page] if random.random() < 0.5 else [*page, *rest]
    return [*both, *nothing(random, articles[2:])]


def names_apart(random: Random, articles: list[Pieces]) -> Pieces:
    """Title and names of an article in two places of the article that it is braided with."""
    head, rest = head_of(articles[1])
    begin, end = cut(random, articles[0], 0.1, 0.5)
    middle, last = cut(random, end, 0.2, 0.7)
    return [*begin, *head[:-1], *middle, head[-1], *rest, *last, *nothing(random, articles[2:])]


def untitled(random: Random, articles: list[Pieces]) -> Pieces:
    """An article's title is lost; its pull quote stands before another one, often twice."""
    title, articles[1] = title_of(articles[1])
    assert title.block
    title.block.text = ""
    blocks = [piece.block for piece in articles[1] if piece.block]
    try:
        quote = Block("pullquote", quote_from(random, blocks))
    except IndexError:
        return nothing(random, articles)
    piece = Piece(quote, quote.text)
    articles[1].append(piece)
    rest = [other for other in articles[1] if other is not piece]
    page = [piece, *articles[0], *rest]
    if random.random() < 0.6:
        begin, end = cut(random, articles[2])
        return [*page, *begin, Piece(None, quote.text), *end]
    return [*page, *nothing(random, articles[2:])]


def label_inside(random: Random, articles: list[Pieces]) -> Pieces:
    """The column label of an article stands inside another one, before it."""
    label = Block("column", "一线思考")
    begin, end = cut(random, articles[0])
    first = articles[1][0].block
    if first and first.kind == "column":
        first.text = ""
        articles[1] = articles[1][1:]
    page = [*begin, Piece(label, label.text), *end, *nothing(random, articles[1:])]
    articles[1].append(Piece(label, label.text))
    return page


def unsigned(random: Random, articles: list[Pieces]) -> Pieces:
    """Some articles have no affiliation, and two are braided or one is set inside another."""
    for pieces in articles:
        if random.random() < 0.5:
            last = pieces.pop()
            assert last.block
            last.block.text = ""
    return random.choice((braided, inset))(random, articles)


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        braided,
        all_braided,
        head_above,
        title_last,
        title_inside,
        names_apart,
        untitled,
        label_inside,
        unsigned,
    )
}


def compose(
    seed: int, damage: str, form: str, name: str = "", folders: tuple[Path, ...] = FRESH
) -> Composed:
    """A page of three articles, the same for the same seed, damage and form."""
    random = Random(f"{seed} {damage} {form}")
    known = {article["title"]: article for article in clean_articles(folders)}
    chosen = random.sample(list(known.values()), 3)
    articles = [make_article(random, clean) for clean in chosen]
    all_pieces = [whole(blocks) for blocks in articles]
    pieces = DAMAGES[damage](random, all_pieces)
    for blocks, made in zip(articles, all_pieces, strict=True):
        ids = set(map(id, blocks))
        blocks += [p.block for p in made if p.block and id(p.block) not in ids]
    return print_page(random, articles, pieces, form, name or f"{seed:03}")
