"""Pages whose columns change from one article to another between two printed lines: composed at
random, with their truth.

Unlike the pieces of `scattered_pages`, those here are cut from articles that are wrapped already:
the line before a cut and the one behind it are as full as all others, and nothing marks the place.
Heads are of many forms: labels, kickers, titles on several lines, icons, letterspaced names, pull
quotes under a label or far from their article.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.sources.recovery.composed_pages import KICKERS, Block, Composed, quote_from
from tests.sources.recovery.recovery_scorer import DATA
from tests.sources.recovery.scattered_pages import FRESH
from tests.sources.recovery.shuffled_pages import (
    Piece,
    Pieces,
    Print,
    clean_articles,
    make_article,
    print_page,
    rows_of,
)

ALL = (*FRESH, DATA / "second" / "gold", DATA / "third" / "gold")
# No piece has fewer lines than this, apart from the last of an article.
FEWEST_LINES = 4
LONGEST_ARTICLE = 1_400
NARROWEST, WIDEST = 14, 30
STOPS = "。，；：？！”、"


def short_articles() -> list[dict[str, Any]]:
    """The articles that pages are made of, by their titles."""
    short = {
        article["title"]: article
        for article in clean_articles(ALL)
        if sum(len(block["text"]) for block in article["blocks"]) <= LONGEST_ARTICLE
    }
    return list(short.values())


def rows(random: Random, pieces: Pieces, width: int, layout: Print) -> Pieces:
    """The printed lines of an article, each a piece of its own."""
    lines: Pieces = []
    for piece in pieces:
        block = piece.block
        if block and block.kind == "title":
            lines += title_rows(random, piece, width)
        elif block and block.kind == "author":
            lines.append(Piece(block, printed_names(random, block.text)))
        else:
            lines += [Piece(block, row) for row in rows_of(random, piece, width, layout)]
    return lines


def title_rows(random: Random, piece: Piece, width: int) -> Pieces:
    """A title on one line, or on two of nearly the same length where it has two halves or is
    wider than its column.
    """
    words = piece.text.split()
    if len(words) == 2 and random.random() < 0.7:
        return [Piece(piece.block, word) for word in words]
    if len(piece.text) <= width or random.random() < 0.3:
        return [piece]
    at = len(piece.text) // 2 + random.randint(-1, 1)
    halves = piece.text[:at].strip(), piece.text[at:].strip()
    return [Piece(piece.block, half) for half in halves]


def printed_names(random: Random, names: str) -> str:
    """A byline as papers print it: letterspaced, or with spaces only between names."""
    if random.random() < 0.6:
        return names
    return "　".join(" ".join(name) if len(name) == 2 else name for name in names.split())


# --- heads -----------------------------------------------------------------------------------


def plain(_: Random, articles: list[list[Block]]) -> None:
    """Title and names."""


def kickers(random: Random, articles: list[list[Block]]) -> None:
    """Some titles have a kicker over them."""
    for blocks, kicker in zip(articles, random.sample(KICKERS, 2), strict=False):
        at = next(at for at, block in enumerate(blocks) if block.kind == "title")
        blocks.insert(at, Block("kicker", kicker))


def quotes(random: Random, articles: list[list[Block]]) -> None:
    """Some articles open with a pull quote."""
    for blocks in articles[:2]:
        try:
            quote = quote_from(random, blocks)
        except IndexError:
            continue
        at = next(at for at, block in enumerate(blocks) if block.kind == "author") + 1
        blocks.insert(at, Block("pullquote", quote))


HEADS: dict[str, Callable[[Random, list[list[Block]]], None]] = {
    head.__name__: head for head in (plain, kickers, quotes)
}


# --- order -----------------------------------------------------------------------------------


def strands(random: Random, lines: Pieces) -> list[Pieces]:
    """An article in one to four pieces, cut between any two lines of its body."""
    last_of_head = max(
        at
        for at, line in enumerate(lines)
        if line.block and line.block.kind in ("title", "author", "pullquote")
    )
    free = range(last_of_head + 2 + FEWEST_LINES, len(lines) - FEWEST_LINES)
    cuts: list[int] = []
    for at in sorted(random.sample(free, min(len(free), random.randint(0, 3)))):
        if not cuts or at - cuts[-1] >= FEWEST_LINES:
            cuts.append(at)
    ends = [*cuts, len(lines)]
    return [lines[a:b] for a, b in zip([0, *cuts], ends, strict=True)]


def braid(random: Random, articles: list[Pieces]) -> Pieces:
    """The pieces of neighbouring articles in turn, those of each in order."""
    waiting = [strands(random, lines) for lines in articles]
    page: Pieces = []
    last = -1
    while any(waiting):
        begun = [at for at, parts in enumerate(waiting) if parts][:3]
        others = [at for at in begun if at != last] or begun
        last = random.choice(others)
        page += waiting[last].pop(0)
    return page


def compose(
    seed: int, head: str, form: str, *, indented: bool = False, count: int = 4, name: str = ""
) -> Composed:
    """A page of `count` articles, the same for the same seed and setting; `form` is how lines are
    set apart, one of the forms that keep paragraphs whole.
    """
    random = Random(f"{seed} {head} {form} {indented}")
    chosen = random.sample(short_articles(), count)
    articles = [make_article(random, clean) for clean in chosen]
    HEADS[head](random, articles)
    layout = Print(1, indented=indented)
    width = random.randint(NARROWEST, WIDEST)
    printed = [
        rows(random, [Piece(block, block.text) for block in blocks], width, layout)
        for blocks in articles
    ]
    return print_page(random, articles, braid(random, printed), form, name or f"{seed:03}")


# --- in order --------------------------------------------------------------------------------


def cut_short(blocks: list[Block]) -> None:
    """The end of the article is lost, in a sentence."""
    last = [block for block in blocks if block.kind == "paragraph"][-1]
    last.text = last.text[: max(30, len(last.text) // 2)].rstrip(STOPS)
    blocks[-1].text = ""


def without(kind: str) -> Callable[[list[Block]], None]:
    """The blocks of a kind are lost."""

    def lose(blocks: list[Block]) -> None:
        for block in blocks:
            if block.kind == kind:
                block.text = ""

    return lose


# After any of these it is looked into whether the page has its articles between full lines.
MISHAPS: dict[str, Callable[[list[Block]], None]] = {
    "cut short": cut_short,
    "untitled": without("title"),
    "nameless": without("author"),
}


def compose_in_order(
    seed: int, mishap: str, head: str = "plain", *, indented: bool = False, name: str = ""
) -> Composed:
    """A page of four articles, one behind the other, of which one met with a mishap."""
    random = Random(f"{seed} {mishap} {head} {indented}")
    articles = [make_article(random, clean) for clean in random.sample(short_articles(), 4)]
    HEADS[head](random, articles)
    MISHAPS[mishap](random.choice(articles))
    articles = [[block for block in blocks if block.text] for blocks in articles]
    width, layout = random.randint(NARROWEST, WIDEST), Print(1, indented=indented)
    lines = [
        line
        for blocks in articles
        for line in rows(random, [Piece(block, block.text) for block in blocks], width, layout)
    ]
    return print_page(random, articles, lines, "close", name or f"{seed:03}")


def write_pages(folder: Path, seeds: range) -> None:
    """Writes pages to look at."""
    for seed in seeds:
        (folder / f"{seed}.txt").write_text(compose(seed, "plain", "close").raw, "utf-8")
