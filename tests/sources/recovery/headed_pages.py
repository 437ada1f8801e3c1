"""Pages whose heads are set as daily papers set them, in order and out of it, with their truth.

The articles are those of the corpora, the heads `written_heads`. Each article of a page is set in
a manner of its own: `MANNERS` by what they are called.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.sources.recovery.composed_pages import (
    FORMS,
    GIVEN,
    SURNAMES,
    WORKPLACES,
    Block,
    Composed,
    break_of,
    gold_article,
)
from tests.sources.recovery.recovery_scorer import DATA
from tests.sources.recovery.scattered_pages import FRESH
from tests.sources.recovery.shuffled_pages import clean_articles, in_reading_order
from tests.sources.recovery.written_heads import HEADS, Head

FOLDERS = (*FRESH, *(DATA / name / "gold" for name in ("second", "third", "sixth")))
COLUMNS = ("观察与思考", "工运论坛", "一家之言", "调查与研究")
POSTS = ("某某大学教授", "某市总工会法律工作部部长", "某某学院副研究员")
CAPTIONS = ("图为职工在车间里学习。王敏 摄", "图/受访者提供", "本版图片由受访者提供")
NARROWEST, WIDEST = 18, 30

Row = list[tuple[Block | None, str]]
Rows = list[Row]
Names = Callable[[Random], tuple[list[Block], Row]]
Manner = Callable[[Random, Head, list[Block]], tuple[list[Block], Rows]]


def bodies() -> dict[str, list[dict[str, Any]]]:
    """The text of articles by their titles."""
    return {article["title"]: article["blocks"] for article in clean_articles(FOLDERS)}


# --- names -----------------------------------------------------------------------------------


def name_of(random: Random) -> str:
    return random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2))))


def alone(random: Random) -> tuple[list[Block], Row]:
    """王敏, or 王敏 李伟; at times with a mark in front."""
    names = " ".join(name_of(random) for _ in range(random.choice((1, 1, 2))))
    author = Block("author", names)
    mark = random.choice(("", "", "□", "■", "●"))
    return [author], [*([(None, mark)] if mark else []), (author, names)]


def labelled(random: Random) -> tuple[list[Block], Row]:
    """作者：王敏, 文/王敏."""
    said, name = random.choice(("作者：", "文/", "作者 ", "撰文 ")), name_of(random)
    credit, author = Block("credit", said.strip("：/ ")), Block("author", name)
    return [author, credit], [(credit, said.strip()), (author, name)] if said[-1] == " " else [
        (credit, f"{said}{name}"[: len(said) - 1]),
        (None, said[-1]),
        (author, name),
    ]


def posted(random: Random) -> tuple[list[Block], Row]:
    """某某大学教授 王敏."""
    post, author = Block("affiliation", random.choice(POSTS)), Block("author", name_of(random))
    return [author, post], [(post, post.text), (author, author.text)]


def reported(random: Random) -> tuple[list[Block], Row]:
    """本报记者 王敏 通讯员 李伟."""
    credit, other = Block("credit", "本报记者"), Block("credit", "通讯员")
    first, second = name_of(random), name_of(random)
    author = Block("author", f"{first} {second}")
    row: Row = [(credit, "本报记者"), (author, first), (other, "通讯员"), (author, second)]
    return [author, credit, other], row


NAMES: tuple[Names, ...] = (alone, alone, labelled, posted, reported)


# --- heads -----------------------------------------------------------------------------------


def lines_of(head: Head, random: Random, *, broken: bool) -> tuple[Block, Rows]:
    """The title on one line or on its lines."""
    space = random.choice(("", " ")) if len(head.lines) == 2 and not broken else ""
    title = Block("title", space.join(head.lines))
    parts = head.lines if broken else (title.text,)
    return title, [[(title, part)] for part in parts]


def over(*kinds: str, broken: bool = False, names: str = "below") -> Manner:
    """A head of these parts from top to bottom; the title is broken where it is said."""

    def manner(random: Random, head: Head, body: list[Block]) -> tuple[list[Block], Rows]:
        title, rows_of_title = lines_of(head, random, broken=broken)
        authors, row = random.choice(NAMES)(random)
        blocks: list[Block] = []
        rows: Rows = []
        for kind in kinds:
            texts = {
                "kicker": head.kicker,
                "subtitle": head.deck,
                "bare": head.deck[2:],
                "column": random.choice(COLUMNS),
            }
            if kind == "title":
                blocks.append(title)
                rows += rows_of_title
            elif kind == "short":
                block = Block("title", head.short)
                blocks.append(block)
                rows.append([(block, block.text)])
            elif kind == "names":
                blocks += authors
                rows.append(row)
            elif kind == "caption":
                rows.append([(None, random.choice(CAPTIONS))])
            else:
                block = Block("subtitle" if kind == "bare" else kind, texts[kind])
                blocks.append(block)
                rows.append([(block, block.text)])
        for block in body:
            rows.append([(block, block.text)])
        return [*blocks, *body], rows

    return manner


def stray(place: str, *, broken: bool = False) -> Manner:
    """A head without its title, and that elsewhere in or behind the text."""

    def manner(random: Random, head: Head, body: list[Block]) -> tuple[list[Block], Rows]:
        title, rows_of_title = lines_of(head, random, broken=broken)
        authors, row = random.choice(NAMES)(random)
        rows: Rows = [[(block, block.text)] for block in body]
        texts = [at for at, block in enumerate(body) if block.kind == "paragraph"]
        if place == "behind":
            rows += rows_of_title
        elif place == "between":
            at = random.choice(texts[1:])
            rows[at:at] = rows_of_title
        else:
            long = [at for at in texts if len(body[at].text) > 80] or texts
            at = random.choice(long)
            cut = break_of(random, body[at].text)
            halves = body[at].text[:cut], body[at].text[cut:]
            rows[at : at + 1] = [[(body[at], halves[0])], *rows_of_title, [(body[at], halves[1])]]
        return [title, *authors, *body], [row, *rows]

    return manner


MANNERS: dict[str, Manner] = {
    "title, names": over("title", "names"),
    "column, title, names": over("column", "title", "names"),
    "kicker, title, names": over("kicker", "title", "names"),
    "title, deck, names": over("title", "subtitle", "names"),
    "kicker, title, deck, names": over("kicker", "title", "subtitle", "names"),
    "column, title, deck, names": over("column", "title", "subtitle", "names"),
    "title, names, deck": over("title", "names", "subtitle"),
    "title, bare deck, names": over("title", "bare", "names"),
    "lines, names": over("title", "names", broken=True),
    "kicker, lines, names": over("kicker", "title", "names", broken=True),
    "lines, deck, names": over("title", "subtitle", "names", broken=True),
    "column, lines, names": over("column", "title", "names", broken=True),
    "kicker, lines, deck, names": over("kicker", "title", "subtitle", "names", broken=True),
    "names, title": over("names", "title"),
    "names, lines": over("names", "title", broken=True),
    "names, title, deck": over("names", "title", "subtitle"),
    "short, names": over("short", "names"),
    "kicker, short, names": over("kicker", "short", "names"),
    "short, deck, names": over("short", "subtitle", "names"),
    "column, short, names": over("column", "short", "names"),
    "caption, title, names": over("caption", "title", "names"),
    "caption, lines, names": over("caption", "title", "names", broken=True),
    "title, names, caption": over("title", "names", "caption"),
    "title, caption, names": over("title", "caption", "names"),
    "title between": stray("between"),
    "lines between": stray("between", broken=True),
    "title inside": stray("inside"),
    "lines inside": stray("inside", broken=True),
    "title behind": stray("behind"),
    "lines behind": stray("behind", broken=True),
}


# --- printing --------------------------------------------------------------------------------


class Printed:
    """A page as it grows: its text, and where blocks and furniture came to stand on it."""

    def __init__(self, width: int, between: str) -> None:
        self.width, self.between = width, between
        self.raw = ""
        self.furniture: list[dict[str, Any]] = []

    def row(self, row: Row) -> None:
        """One printed line, or the lines of a paragraph."""
        block, text = row[0]
        wide = self.width and len(row) == 1 and block and block.kind in ("paragraph", "affiliation")
        for at in range(0, len(text), self.width) if wide else (0,):
            self.raw += self.between if self.raw else ""
            if wide:
                self.put(block, text[at : at + self.width])
        if wide:
            return
        for at, (block, text) in enumerate(row):
            close = at and (text in ("：", "/") or row[at - 1][1] in ("：", "/"))
            self.raw += " " if at and not close else ""
            self.put(block, text)

    def put(self, block: Block | None, text: str) -> None:
        span = [len(self.raw), len(self.raw) + len(text)]
        self.raw += text
        if block is None:
            self.furniture.append({"text": text, "spans": [span], "why": "label"})
        else:
            block.spans.append(span)


def compose(seed: int, manners: tuple[str, ...], name: str = "") -> Composed:
    """A page with an article in each of these manners, the same for the same seed and manners."""
    random = Random(f"{seed} {manners}")
    texts = bodies()
    width, between = random.choice(
        ((0, "\n\n"), (0, "\n"), (random.randint(NARROWEST, WIDEST), "\n"))
    )
    page = Printed(width, between)
    name = name or f"{seed:03}"
    golds = []
    for number, (manner, head) in enumerate(
        zip(manners, random.sample(HEADS, len(manners)), strict=True), 1
    ):
        body = [Block(block["type"], block["text"]) for block in texts[head.of]]
        blocks, rows = MANNERS[manner](random, head, body)
        if not any(block.kind == "affiliation" for block in blocks) and random.random() < 0.8:
            workplace = random.choice(FORMS).format(random.choice(WORKPLACES))
            last = Block("affiliation", f"（{workplace}）")
            blocks, rows = [*blocks, last], [*rows, [(last, last.text)]]
        for row in rows:
            page.row(row)
        golds.append((f"{name}-{number}", blocks))
    articles = []
    for key, blocks in golds:
        for block in blocks:
            block.spans = in_reading_order(block, page.raw)
        gold = gold_article(key, blocks)
        subtitle = next((block.text for block in blocks if block.kind == "subtitle"), None)
        articles.append({**gold, "subtitle": subtitle})
    gold = {"source": f"{name}.txt", "articles": articles, "furniture": page.furniture}
    return Composed(name, page.raw, gold)
