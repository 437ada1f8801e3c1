"""How fast search is, against LIKE and SQLite's own trigram index on the same texts.

    PYTHONPATH=src python tests/bench/bench_search.py [--articles 100000]

Every query runs on all three, one after the other, five times; the median counts. Ours is the
whole search with ranking, total and excerpts; the others count, and fetch twenty row numbers,
LIKE as they come and trigram by its own ranking. Trust the ratios: milliseconds are those of
this machine today.
"""

import argparse
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from studydesk import paths
from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.library import Library
from studydesk.library.database import FILE_NAME
from studydesk.library.normal import normalise

LENGTH = 1650
"""Characters of an article."""
MUTATION = 0.02
"""Share of characters exchanged for others, so that articles differ as real ones do."""
PAGE = 20
"""Articles of a source."""

Engine = Callable[[str], int]


def sentences() -> list[str]:
    """All sentences of the pages that ship with StudyDesk."""
    raw = "".join(path.read_text("utf-8-sig") for path in sorted(paths.seeds().glob("*.txt")))
    return [part for part in re.findall(r"[^。！？\n]+[。！？]", raw) if len(part) > 8]


def invented_articles(count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Titles and bodies put together from real sentences."""
    stock = sentences()
    letters = sorted(set("".join(stock)) - set(" \t\r\n"))
    for _ in range(count):
        body = ""
        while len(body) < LENGTH:
            body += chance.choice(stock)
        for place in chance.sample(range(len(body)), int(len(body) * MUTATION)):
            body = body[:place] + chance.choice(letters) + body[place + 1 :]
        start = chance.randrange(len(body) - 20)
        yield normalise(body[start : start + 20]).replace(" ", ""), body


def pages(count: int, chance: random.Random) -> Iterator[tuple[Source, Recovery]]:
    """The same as sources of twenty articles."""
    articles = invented_articles(count, chance)
    for first in range(0, count, PAGE):
        written = [next(articles) for _ in range(min(PAGE, count - first))]
        source = Source(f"{first}.txt", "\n".join(title + body for title, body in written))
        place, made = 0, []
        for number, (title, body) in enumerate(written, 1):
            middle, end = place + len(title), place + len(title) + len(body)
            blocks = (
                Block(BlockKind.TITLE, title, (Span(place, middle),)),
                Block(BlockKind.PARAGRAPH, body, (Span(middle, end),)),
            )
            made.append(Article(f"{source.id}-{number}", source.id, blocks))
            place = end + 1
        yield source, Recovery(tuple(made))


def trigram_index(path: Path, texts: sqlite3.Connection) -> sqlite3.Connection:
    """SQLite's trigram index over the same titles and bodies."""
    index = sqlite3.connect(path)
    index.execute("CREATE VIRTUAL TABLE t USING fts5(title, body, content='', tokenize='trigram')")
    index.executemany(
        "INSERT INTO t (rowid, title, body) VALUES (?, ?, ?)",
        texts.execute("SELECT number, title, body FROM article JOIN article_text USING (number)"),
    )
    index.commit()
    return index


def queries(texts: sqlite3.Connection, chance: random.Random) -> dict[str, list[str]]:
    """Pieces of the texts by length, pairs of them, and single characters."""
    count = texts.execute("SELECT count(*) FROM article").fetchone()[0]

    def piece(length: int) -> str:
        while True:
            row = chance.randrange(count) + 1
            body = texts.execute("SELECT body FROM article_text WHERE number = ?", (row,))
            found = normalise(body.fetchone()[0])
            start = chance.randrange(len(found) - length)
            if " " not in found[start : start + length]:
                return found[start : start + length]

    common = ["工会", "发展", "职工", "建设", "创新", "工匠", "产业", "服务"]
    return {
        "1 character": [piece(1) for _ in range(10)],
        "2 characters": common + [piece(2) for _ in range(20)],
        "4 characters": [piece(4) for _ in range(20)],
        "10 characters": [piece(10) for _ in range(20)],
        "two words": [f"{piece(2)} {piece(3)}" for _ in range(20)],
    }


def engines(
    library: Library, texts: sqlite3.Connection, index: sqlite3.Connection
) -> dict[str, Engine]:
    """What is compared: a query in, the number of articles found."""

    def like(query: str) -> int:
        words = query.split()
        where = " AND ".join(["(title LIKE ? OR body LIKE ?)"] * len(words))
        values = [f"%{word}%" for word in words for _ in "tb"]
        tables = "article JOIN article_text USING (number)"
        found = texts.execute(f"SELECT number FROM {tables} WHERE {where}", values).fetchall()
        return len(found)

    def trigram(query: str) -> int:
        phrases = " AND ".join(f'"{word}"' for word in query.split())
        sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 6, 1) LIMIT 20"
        index.execute(sql, [phrases]).fetchall()
        count = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", [phrases])
        return int(count.fetchone()[0])

    return {
        "StudyDesk": lambda query: library.search(query, limit=20).total,
        "LIKE": like,
        "trigram": trigram,
    }


def median_ms(engine: Engine, query: str) -> tuple[float, int]:
    """The median of five runs in milliseconds, and what was found."""
    times, found = [], 0
    for _ in range(5):
        start = time.perf_counter()
        found = engine(query)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), found


def compare(asked: list[str], compared: dict[str, Engine]) -> None:
    """Print one line for each engine: times, how often it found nothing, and the ratio."""
    times: dict[str, list[float]] = {name: [] for name in compared}
    empty = dict.fromkeys(compared, 0)
    for query in asked:
        for name, engine in compared.items():
            median, found = median_ms(engine, query)
            times[name].append(median)
            empty[name] += not found
    ours = statistics.median(times["StudyDesk"])
    for name, took in times.items():
        took.sort()
        p95 = took[int(len(took) * 0.95)]
        print(
            f"  {name:10} p50 {statistics.median(took):8.2f} ms   p95 {p95:8.2f}   "
            f"max {took[-1]:8.2f}   × {statistics.median(took) / ours:6.2f}   "
            f"nothing found: {empty[name]} of {len(asked)}"
        )


def main() -> None:
    """Make a library, ask it and the others, print what they took."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--articles", type=int, default=2000, help="default: 2000")
    options.add_argument("--folder", type=Path, help="where to make them; default: a temporary one")
    chosen = options.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        with Library.open(folder / "library") as library:
            start = time.perf_counter()
            for page in pages(chosen.articles, chance):
                library.add(*page)
            took = time.perf_counter() - start
            print(f"{chosen.articles} articles of {LENGTH} characters, added in {took:.1f} s")
            start = time.perf_counter()
            listed = len(library.articles())
            print(f"list of {listed}: {(time.perf_counter() - start) * 1000:.0f} ms")
            path = library.folder / FILE_NAME
            print(f"library: {path.stat().st_size / 2**20:.0f} MB")
            with closing(sqlite3.connect(path)) as texts:
                index = trigram_index(folder / "trigram.db", texts)
                compared = engines(library, texts, index)
                for kind, asked in queries(texts, chance).items():
                    print(kind)
                    compare(asked, compared)
                index.close()


if __name__ == "__main__":
    main()
