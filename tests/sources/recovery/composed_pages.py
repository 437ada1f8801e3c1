"""Pages composed from clean articles, so that their truth is known: gold for the scorer.

A page is printed from the three gold pages' articles in a setting (wrapped at 14 to 40
characters, one line per paragraph, one line for all) with damage (columns broken, titles and
endings displaced, passages doubled, lines letterspaced) and with heads of many forms (kickers,
titles on two lines, icons before names, posts on the line of the name, pull quotes near and far,
credits, round-ups).
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

GOLD = Path(__file__).parents[2] / "data" / "recovery" / "gold"
BODY = ("paragraph", "heading")
SURNAMES, GIVEN = "王李张刘陈杨赵周吴徐孙马", "伟芳娜敏静丽强磊洋艳勇军杰娟涛"
FORMS = ("作者单位：{}", "作者为{}", "作者系{}")
KICKERS = (
    "在新征程上展现工会担当作为",
    "学习贯彻全国总工会有关会议精神",
    "聚焦产业工人队伍建设改革",
)
POSTS = ("某某大学教授", "某省社会科学院研究员", "某市总工会法律工作部部长")
WORKPLACES = ("某某大学马克思主义学院", "中共某市委党校", "某省总工会党组成员、副主席")


@dataclass
class Block:
    """A block of the truth; `printed` are the pieces of its text in the order of the page."""

    kind: str
    text: str
    spans: list[list[int]] = field(default_factory=list)
    doubled: tuple[str, "Block"] | None = None


@dataclass
class Composed:
    """A page's text and its gold."""

    name: str
    raw: str
    gold: dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """How a page is printed: the width lines are wrapped at (0: paragraphs are whole), what
    stands between lines, and which kinds of damage it has.
    """

    width: int = 0
    between: str = "\n\n"
    indented: bool = False
    damage: frozenset[str] = frozenset()


class Printer:
    """Writes pieces of blocks and remembers where each came to stand."""

    def __init__(self, random: Random, setting: Setting) -> None:
        self.random, self.setting = random, setting
        self.text = ""
        self.furniture: list[dict[str, Any]] = []

    def line(self, block: Block | None, text: str) -> None:
        """One printed line of a block (None: furniture)."""
        if self.text:
            self.text += self.setting.between
        self.put(block, text)

    def put(self, block: Block | None, text: str) -> None:
        start = len(self.text)
        self.text += text
        lead = len(text) - len(text.lstrip())
        span = [start + lead, start + len(text.rstrip())]
        if block is None:
            self.furniture.append({"text": text.strip(), "spans": [span], "why": "label"})
        else:
            block.spans.append(span)

    def paragraph(self, block: Block, text: str) -> None:
        """A paragraph or a part of one, wrapped at the width of the setting."""
        width = self.setting.width
        if not width or len(text) <= width:
            self.line(block, text)
            return
        first = width - 2 if self.setting.indented else width
        for at in [0, *range(first, len(text), width)]:
            row = text[at : first if at == 0 else at + width]
            if "letterspaced" in self.setting.damage and self.random.random() < 0.1:
                row = " ".join(row)
            self.line(block, row)


def clean_articles() -> list[dict[str, Any]]:
    """The complete articles of the gold pages, without what is doubled in them."""
    articles = []
    for path in sorted(GOLD.glob("*.json")):
        for article in json.loads(path.read_text("utf-8"))["articles"]:
            blocks = [b for b in article["blocks"] if b["type"] in BODY]
            whole = not any(b.get("partial_duplicates") or b.get("cut_end") for b in blocks)
            if article["kind"] == "article" and article["title"] and whole:
                articles.append({"title": article["title"], "blocks": blocks})
    return articles


def make_article(random: Random, clean: dict[str, Any], damage: frozenset[str]) -> list[Block]:
    """The truth of one article: its head and affiliation made up, its body from the gold."""
    names = [
        random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2))))
        for _ in range(random.choice((1, 1, 1, 2)))
    ]
    bracket = random.choice(("（{}）", "({})"))
    workplace = bracket.format(random.choice(FORMS).format(random.choice(WORKPLACES)))
    body = [Block(b["type"], b["text"]) for b in clean["blocks"]]
    blocks = [Block("title", clean["title"]), Block("author", " ".join(names)), *body]
    if "doubled" in damage:
        double(random, [block for block in body if block.kind == "paragraph"])
    if "posts" not in damage:
        blocks.append(Block("affiliation", workplace))
    else:
        blocks.insert(1, Block("affiliation", random.choice(POSTS)))
    if "kickers" in damage:
        blocks.insert(0, Block("kicker", random.choice(KICKERS)))
    if "quotes" in damage or "far" in damage:
        blocks.insert(0, Block("pullquote", quote_from(random, body)))
    if "credits" in damage:
        blocks.append(Block("credit", f"责任编辑：{names[0]}"))
    if random.random() < 0.5:
        blocks.insert(0, Block("column", random.choice(("热点思考", "前沿观察", "理论视野"))))
    return blocks


def quote_from(random: Random, body: list[Block]) -> str:
    """A sentence of the body, as papers print it large beside the text."""
    sentences = [
        sentence + "。"
        for block in body
        if block.kind == "paragraph"
        for sentence in block.text.split("。")[1:-1]
        if 40 <= len(sentence) <= 120 and not sentence.startswith(("第", "一", "二", "三", "其"))
    ]
    return random.choice(sentences)


def make_round_up(random: Random, clean: dict[str, Any]) -> list[Block]:
    """A digest of what several people said: paragraphs, each with its speaker under it."""
    said = [b for b in clean["blocks"] if b["type"] == "paragraph" and len(b["text"]) > 60][:4]
    blocks = [Block("column", "观点撷英"), Block("title", clean["title"])]
    for paragraph in said:
        name = random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2))))
        speaker = f"——{random.choice(POSTS)} {name}"
        blocks += [Block("paragraph", paragraph["text"]), Block("speaker", speaker)]
    return [*blocks, Block("credit", "（方圆整理）")]


def double(random: Random, paragraphs: list[Block]) -> None:
    """Copies the end of one long paragraph to the end of another."""
    long = [block for block in paragraphs if len(block.text) > 220]
    if len(long) < 2:
        return
    original, victim = random.sample(long, 2)
    copy = original.text[-random.randint(110, 180) :]
    victim.text += copy
    victim.doubled = (copy, original)


def compose(seed: int, setting: Setting, count: int = 3) -> Composed:
    """A page of `count` articles, the same for the same seed and setting."""
    random = Random(seed)
    printer = Printer(random, setting)
    articles = [
        make_article(random, clean, setting.damage)
        for clean in random.sample(clean_articles(), count)
    ]
    if "roundup" in setting.damage:
        articles[-1] = make_round_up(random, random.choice(clean_articles()))
    far = [block for blocks in articles for block in blocks if block.kind == "pullquote"]
    if "far" in setting.damage:
        for block in far:
            printer.paragraph(block, block.text)
    for blocks in articles:
        print_article(printer, blocks)
    name = f"page{seed:03}"
    gold = {
        "source": f"{name}.txt",
        "articles": [
            gold_article(f"{name}-{number}", blocks) for number, blocks in enumerate(articles, 1)
        ],
        "furniture": printer.furniture,
    }
    return Composed(name, printer.text, gold)


def print_article(printer: Printer, blocks: list[Block]) -> None:
    """One article, with the damage that the setting names."""
    random, damage = printer.random, printer.setting.damage
    title = next(block for block in blocks if block.kind == "title")
    rows = [block for block in blocks if block is not title or "titles" not in damage]
    if "far" in damage:
        rows = [block for block in rows if block.kind != "pullquote"]
    long = [b for b in rows if b.kind == "paragraph" and len(b.text) > 120]
    cut = random.choice(long) if "titles" in damage else None
    begin = rows.index(random.choice(long[len(long) // 2 :])) if "endings" in damage else 0
    if begin:
        block = rows[begin]
        at = break_of(random, block.text)
        ending = (block, block.text[at:])
        printer.paragraph(*ending)
        print_rows(printer, rows[begin + 1 :], None, title)
        print_rows(printer, rows[:begin], cut if cut in rows[:begin] else None, title)
        if cut and cut not in rows[:begin]:
            printer.line(title, title.text)
        printer.paragraph(block, block.text[:at])
        block.spans = order_spans(block, printer.text)
    else:
        print_rows(printer, rows, cut, title)


def order_spans(block: Block, raw: str) -> list[list[int]]:
    """The spans of a block whose end was printed first, in the order they read."""
    for turn in range(len(block.spans)):
        spans = block.spans[turn:] + block.spans[:turn]
        if squeeze("".join(raw[a:b] for a, b in spans)) == squeeze(block.text):
            return spans
    raise AssertionError


def print_rows(printer: Printer, rows: list[Block], cut: Block | None, title: Block) -> None:
    """Blocks in order; inside `cut` the title stands, set in mid-sentence."""
    random, damage = printer.random, printer.setting.damage
    for block in rows:
        if block is cut or (
            "columns" in damage and len(block.text) > 150 and random.random() < 0.4
        ):
            at = break_of(random, block.text)
            printer.paragraph(block, block.text[:at])
            if block is cut:
                printer.line(title, title.text)
            printer.paragraph(block, block.text[at:])
        elif block.kind == "author":
            print_byline(printer, block, rows)
        elif block.kind == "title" and "halves" in damage:
            for half in block.text.split():
                printer.line(block, half)
        elif block.kind == "affiliation" and "posts" in damage:
            continue
        elif block.kind == "pullquote":
            printer.line(None, "观点")
            printer.paragraph(block, block.text)
        elif block.kind == "affiliation" and "glued" in damage:
            printer.put(block, block.text)
        else:
            printer.paragraph(block, block.text)


def print_byline(printer: Printer, block: Block, rows: list[Block]) -> None:
    """The names, with an icon before them or with the post on their line where the page has so."""
    damage = printer.setting.damage
    names = print_names(printer, block)
    if "icons" in damage:
        printer.line(None, printer.random.choice("□■●"))
        printer.put(block, " " + names)
    elif "posts" in damage:
        post = next(row for row in rows if row.kind == "affiliation")
        printer.line(post, post.text)
        printer.put(block, " " + names)
    else:
        printer.line(block, names)


def print_names(printer: Printer, block: Block) -> str:
    """A byline as papers print it."""
    if "letterspaced" in printer.setting.damage:
        names = [" ".join(name) if len(name) == 2 else name for name in block.text.split()]
        return "　".join(names) if len(names) > 1 else names[0]
    return block.text


def break_of(random: Random, text: str) -> int:
    """A place in the middle of a text where a column may end: not at a sentence's end."""
    while True:
        at = random.randint(len(text) // 3, 2 * len(text) // 3)
        if "\u4e00" <= text[at - 1] <= "\u9fff" and "\u4e00" <= text[at] <= "\u9fff":
            return at


def gold_article(article_id: str, blocks: list[Block]) -> dict[str, Any]:
    """The truth of an article in the form of the gold files."""
    fields = {block.kind: block.text for block in blocks}
    rows = []
    for number, block in enumerate(blocks, 1):
        level = 1 if block.kind == "heading" else None
        row: dict[str, Any] = {
            "id": f"b{number}",
            "type": block.kind,
            "text": block.text,
            "level": level,
            "spans": block.spans,
            "duplicate_of": None,
        }
        rows.append(row)
    for row, block in zip(rows, blocks, strict=True):
        if block.doubled:
            copy, original = block.doubled
            number = next(at for at, other in enumerate(blocks, 1) if other is original)
            before = original.text.rindex(copy) + len(copy)
            row["partial_duplicates"] = [
                {
                    "spans": part(block.spans, len(copy), 0),
                    "of": f"{article_id}/b{number}",
                    "of_spans": part(original.spans, len(copy), len(original.text) - before),
                }
            ]
    return {
        "id": article_id,
        "title": fields.get("title"),
        "subtitle": None,
        "kicker": fields.get("kicker"),
        "column": fields.get("column"),
        "authors": fields.get("author", "").split(),
        "affiliation": fields["affiliation"].strip("（）()") if "affiliation" in fields else None,
        "pull_quotes": [block.text for block in blocks if block.kind == "pullquote"],
        "soft_breaks": [],
        "blocks": rows,
    }


def part(spans: list[list[int]], length: int, skipped: int) -> list[list[int]]:
    """The last `length` characters under spans, `skipped` ones before the end left out."""
    places = [at for start, end in spans for at in range(start, end)]
    wanted = places[len(places) - skipped - length : len(places) - skipped]
    return [[at, at + 1] for at in wanted]


def squeeze(text: str) -> str:
    return "".join(text.split())
