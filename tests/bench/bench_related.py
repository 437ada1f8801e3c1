"""What it takes to find where else a library says a passage, or speaks of it.

    PYTHONPATH=src:. python tests/bench/bench_related.py [--articles 20000]

The articles are put together from the sentences of the seeds, so every passage has many relatives:
a library of real articles is kinder. Processor time is told, in milliseconds: other work on the
machine does not count.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.bench_search import pages

from studydesk.library import Library

PASSAGES = 60
LENGTH = 200
"""Characters of a passage."""


def measure(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def main() -> None:
    """Fill a library and tell the median and the slowest of twenty for passages and articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library") as library:
        for source, recovery in pages(count, chance):
            library.add(source, recovery)
        for what, length in (("passage", LENGTH), ("article", None)):
            taken = []
            for summary in chance.sample(library.articles(), min(count, PASSAGES)):
                text = library.article(summary.id).body[:length]
                taken.append(measure(partial(library.related, text, summary.id)))
            slow = statistics.quantiles(taken, n=20)[-1]
            print(f"{count} articles, {what}: {statistics.median(taken):.0f} ms, 95 %: {slow:.0f}")


if __name__ == "__main__":
    main()
