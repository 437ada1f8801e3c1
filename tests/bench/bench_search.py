"""How fast search is, against LIKE, SQLite's own trigram index and tantivy on the same texts.

    PYTHONPATH=src:. python tests/bench/bench_search.py [--articles 100000] [--folder DIR]

Every query runs on all, one after the other, three times; the median counts. "the window" is the
time from a query in the search field until the list of what it finds is painted, with excerpts;
"StudyDesk" is the whole search with ranking, total and the excerpts of twenty articles. The others
count, and fetch twenty row numbers, LIKE as they come, trigram by its own ranking, and so tantivy
(where it is installed: the extra `bench`), which has the same pairs of characters as we; LIKE
takes seconds and runs once, on a few queries of each length. What the window and StudyDesk find is
compared with looking into every text. Trust the ratios: milliseconds are those of this machine
today; those of the processor (CPU) say what they would be if nothing else ran. A folder that is
named keeps library and index for the next time.
"""

import argparse
import importlib.util
import os
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
from studydesk.library.normal import normalise, query_terms

LENGTH = 1650
"""Characters of an article."""
MUTATION = 0.02
"""Share of characters exchanged for others, so that articles differ as real ones do."""
PAGE = 20
"""Articles of a source."""
SLOW_QUERIES = 3
"""Queries of each length that LIKE is asked."""
FEW = 2000
"""Articles up to which all that is found is compared, and not only how many they are."""

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
    there = path.exists()
    index = sqlite3.connect(path)
    if there:
        return index
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
        "1 character": [*"工人新的", *(piece(1) for _ in range(16))],
        "2 characters": common + [piece(2) for _ in range(22)],
        "3 characters": ["新质生", "高质量", *(piece(3) for _ in range(18))],
        "8 characters": [piece(8) for _ in range(20)],
        "two words": [f"{piece(2)} {piece(3)}" for _ in range(20)],
    }


def engines(
    library: Library,
    texts: sqlite3.Connection,
    index: sqlite3.Connection,
    index_folder: Path,
    typist: "Typist",
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

    compared: dict[str, Engine] = {
        "the window": typist.search,
        "StudyDesk": lambda query: library.search(query, limit=20).total,
        "trigram": trigram,
        "LIKE": like,
    }
    if importlib.util.find_spec("tantivy") is not None:
        from tests.bench.tantivy_index import open_index

        compared["tantivy"] = open_index(index_folder, texts)
    return compared


class Typist:
    """Puts queries into the search field of a list of articles, and waits for what it shows."""

    def __init__(self, library: Library) -> None:
        from PySide6.QtCore import QEventLoop

        from studydesk import app
        from studydesk.ui.jobs import Jobs
        from studydesk.ui.pick.article_browser import ArticleBrowser
        from studydesk.ui.theme import Appearance

        self._application = app.make_application()
        app.interrupt_little(self._application)
        self._appearance = Appearance(self._application, "light")
        self._wait = QEventLoop()
        self._jobs = Jobs()
        self._browser = ArticleBrowser(library, self._jobs)
        self._browser.listed.connect(self._take)
        self._browser.resize(320, 700)
        self._browser.show()
        self._browser.restore({})

    def prepare(self, query: str) -> None:
        """Search for all of a query but its last character, and wait for everything."""
        self._browser.search.setText(query[:-1])
        end = time.perf_counter() + 0.1
        while time.perf_counter() < end or self._jobs.busy:
            self._application.processEvents()
        self._application.processEvents()  # what came last is laid out a turn later

    def search(self, query: str) -> int:
        """Type the last character, and wait until the list is painted; how many it has then."""
        self._browser.search.setText(query)
        self._wait.exec()
        return len(self._browser.list.articles.rows)

    def _take(self, query: str) -> None:
        if query == self._browser.search.text().strip() and self._wait.isRunning():
            self._browser.repaint()
            self._wait.quit()


Looked = list[tuple[int, str, str]]
"""Number, title and body of every article in normal form."""


def is_exact(library: Library, everything: Looked, query: str) -> bool:
    """Whether a search finds what looking into every text finds."""
    terms = query_terms(query)
    if len(query) == 1:
        must = {number for number, title, _ in everything if query in title}
    else:
        must = {
            number
            for number, title, body in everything
            if all(term in title or term in body for term in terms)
        }
    if library.count(query) != len(must):
        return False
    found = library.find(query, limit=len(must) if len(must) < FEW else 1)
    return set(found.numbers) == must if len(must) < FEW else must.issuperset(found.numbers)


def compare(asked: list[str], compared: dict[str, Engine], typist: Typist) -> None:
    """Print one line for each engine: times, how often it found nothing, and the ratio."""
    times: dict[str, list[float]] = {name: [] for name in compared}
    works: dict[str, list[float]] = {name: [] for name in compared}
    empty = dict.fromkeys(compared, 0)
    for place, query in enumerate(asked):
        for name, engine in compared.items():
            if name == "LIKE" and place >= SLOW_QUERIES:
                continue
            took, busy, found = [], [], 0
            for _ in range(1 if name == "LIKE" else 3):
                typist.prepare(query)
                start, begun = time.perf_counter(), time.process_time()
                found = engine(query)
                took.append((time.perf_counter() - start) * 1000)
                busy.append((time.process_time() - begun) * 1000)
            times[name].append(statistics.median(took))
            works[name].append(statistics.median(busy))
            empty[name] += not found
    ours = statistics.median(times["StudyDesk"])
    for name, took in times.items():
        p95, worked = (sorted(each)[int(len(each) * 0.95)] for each in (took, works[name]))
        print(
            f"  {name:10} p50 {statistics.median(took):8.2f} ms   p95 {p95:8.2f}   "
            f"max {max(took):8.2f}   CPU p95 {worked:8.2f}   "
            f"× {statistics.median(took) / ours:6.2f}   "
            f"nothing found: {empty[name]} of {len(took)}",
            flush=True,
        )


def main() -> None:
    """Make a library, ask it and the others, print what they took."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--articles", type=int, default=2000, help="default: 2000")
    options.add_argument("--folder", type=Path, help="where library and index are kept")
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name)
        with Library.open(folder) as library:
            fill(library, chosen.articles)
            path = library.folder / FILE_NAME
            print(f"library: {path.stat().st_size / 2**20:.0f} MB")
            with closing(sqlite3.connect(path)) as texts:
                measure(library, texts, trigram_index(folder / "trigram.db", texts), folder)


def fill(library: Library, count: int) -> None:
    """Add so many articles, unless some are there."""
    if library.numbers():
        return
    start = time.perf_counter()
    for page in pages(count, random.Random(7)):
        library.add(*page)
    took = time.perf_counter() - start
    print(f"{count} articles of {LENGTH} characters, added in {took:.1f} s")


def measure(
    library: Library, texts: sqlite3.Connection, index: sqlite3.Connection, folder: Path
) -> None:
    """Compare all on queries of each length, and ours with looking into every text."""
    typist = Typist(library)
    compared = engines(library, texts, index, folder / "tantivy", typist)
    everything: Looked = texts.execute(
        "SELECT number, normal_title, normal_body FROM article_text"
    ).fetchall()
    for kind, asked in queries(texts, random.Random(11)).items():
        exact = sum(is_exact(library, everything, query) for query in asked)
        print(f"{kind}: exact {exact} of {len(asked)}")
        compare(asked, compared, typist)
    index.close()


if __name__ == "__main__":
    main()
