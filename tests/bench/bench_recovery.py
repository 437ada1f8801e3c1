"""How much processor time recovery takes for 1 MB of text, and against a plain walk over it.

    PYTHONPATH=src python tests/bench/bench_recovery.py [--bytes 1000000] [--rounds 3] [KIND …]

Each kind is so many bytes in UTF-8, real pages again and again, all pages of the tests joined to
one file, or what is hard about pages and nothing else. The plain walk normalises (NFKC) and looks
up the category of each character, line by line, in the same run; the best of the rounds counts.
Trust the ratios: seconds are those of this machine today. Last, each page of the tests by itself:
most of them stand in pieces, which are put together in seconds or parts of them however short.
"""

import argparse
import random
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import cycle
from pathlib import Path

from studydesk import paths
from studydesk.domain.article import Source
from studydesk.sources.recovery.recover import recover

SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = "敏伟芳娜强磊洋勇艳杰"
TESTED = Path(__file__).parents[1] / "data" / "recovery"
SINGLE = "pages one by one"

Text = Iterator[str]


def seeds(number: str = "") -> list[str]:
    """The pages that ship with StudyDesk, or one of them."""
    return [path.read_text("utf-8-sig") for path in sorted(paths.seeds().glob(f"{number}*.txt"))]


def tested() -> list[str]:
    """The pages that recovery is tested with, of all hands."""
    return [path.read_text("utf-8-sig") for path in sorted(TESTED.glob("*/pages/*.txt"))]


def paragraphs() -> list[str]:
    """The long paragraphs of those pages."""
    return [line for page in seeds() for line in page.split("\n") if len(line) > 60]


def wrapped() -> Text:
    """Prose in lines of eighteen characters."""
    for text in cycle(paragraphs()):
        yield from (text[at : at + 18] + "\n" for at in range(0, len(text), 18))


def broken_articles() -> Text:
    """Titles and names over paragraphs that break off, go on elsewhere, or end."""
    chance = random.Random(7)
    long = paragraphs()
    for _ in cycle("_"):
        here, there = chance.sample(long, 2)
        middle = len(here) // 2
        yield f"{there[:16].replace('。', '')}\n{name(chance)}\n{here}\n{here[:middle]}\n"
        yield f"{there[10:30].replace('。', '')}\n{name(chance)}\n{there}\n{here[middle:]}\n"


def open_paragraphs() -> Text:
    """Paragraphs that all break off, with titles between them."""
    for text in cycle(paragraphs()):
        yield f"{re.sub('[，。；：、]', '', text[:14])}\n{text[:50].rstrip('，。；：、？！”')}\n"


def name(chance: random.Random) -> str:
    """A name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))


def lines(make: Callable[[random.Random], str]) -> Text:
    """Lines made one by one."""
    chance = random.Random(7)
    for _ in cycle("_"):
        yield make(chance) + "\n"


def han(chance: random.Random, count: int) -> str:
    """Characters of no language."""
    return "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(count))


KINDS: Mapping[str, Callable[[], Text]] = {
    "pages": lambda: cycle(page + "\n\n" for page in seeds()),
    "tested pages": lambda: cycle(page + "\n\n" for page in (*tested(), *seeds())),
    "last page": lambda: cycle(page + "\n\n" for page in seeds("004")),
    "one line with spaces": lambda: cycle(" ".join(page.split("\n")) for page in seeds()),
    "one line": lambda: cycle("".join(page.split()) for page in seeds()),
    "wrapped prose": wrapped,
    "broken articles": broken_articles,
    "open paragraphs with titles": open_paragraphs,
    "questions": lambda: lines(lambda chance: han(chance, 9) + "？"),
    "names": lambda: lines(name),
    "characters on lines of their own": lambda: lines(lambda chance: chance.choice("工会职农")),
    "numbers": lambda: lines(lambda chance: str(chance.randrange(10_000))),
    "opening brackets": lambda: cycle("（"),
    "Latin words": lambda: lines(lambda chance: " ".join(["union"] * chance.randrange(1, 20))),
}


def made(kind: str, size: int) -> str:
    """So many bytes of a kind."""
    parts, length = [], 0
    for part in KINDS[kind]():
        parts.append(part)
        length += len(part.encode())
        if length >= size:
            break
    return "".join(parts).encode()[:size].decode(errors="ignore")


def walk(text: str) -> None:
    """What no reader of a page can do without."""
    for line in text.splitlines():
        for character in unicodedata.normalize("NFKC", line):
            unicodedata.category(character)


def walk_all(pages: list[str]) -> None:
    """The same for each page."""
    for page in pages:
        walk(page)


def recover_all(pages: list[str]) -> None:
    """Recovers each page by itself."""
    for page in pages:
        recover(Source("page", page))


def seconds(work: Callable[[], object]) -> float:
    """The processor time that something takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    """Make each kind, recover it, and print what it took."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join((*KINDS, SINGLE)))
    options.add_argument("--bytes", type=int, default=1_000_000, help="default: 1000000")
    options.add_argument("--rounds", type=int, default=3, help="default: 3")
    chosen = options.parse_args()
    for kind in chosen.kinds or (*KINDS, SINGLE):
        pages = tested() if kind == SINGLE else [made(kind, chosen.bytes)]
        megabytes = sum(len(page.encode()) for page in pages) / 1_000_000
        rounds = range(chosen.rounds)
        plain = min(seconds(partial(walk_all, pages)) for _ in rounds)
        ours = min(seconds(partial(recover_all, pages)) for _ in rounds)
        print(
            f"{kind:32} {sum(map(len, pages)):8} characters  plain {plain / megabytes:5.2f} s/MB"
            f"   StudyDesk {ours / megabytes:6.2f} s/MB   × {ours / plain:6.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
