"""Rounds of kill -9 during editing, importing, exporting and migrating; prints what was found.

python tests/bench/bench_killing.py [--rounds 1000] [--seed N]
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in ("", "src")]


def main() -> None:
    """Kill, look, count; the first failure ends the run with its trace."""
    from tests.killing import AWAITED, LONGEST, WORK, kill_once, prepare

    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--rounds", type=int, default=1000, help="default: 1000")
    options.add_argument("--seed", type=int, default=time.time_ns(), help="default: the time")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    print(f"seed {chosen.seed}", flush=True)
    rounds: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        for kind in WORK:
            prepare(Path(name) / kind)
        for done in range(1, chosen.rounds + 1):
            kind = chance.choice(list(WORK))
            kept[kind] += kill_once(kind, Path(name) / kind, chance)
            rounds[kind] += 1
            if done % 100 == 0 or done == chosen.rounds:
                took = time.perf_counter() - began
                print(f"{done} rounds, {took:.0f} s, none lost or torn", flush=True)
    for kind in WORK:
        print(
            f"  {kind:8} {rounds[kind]:5} kills up to {LONGEST[kind]:.2f} s after up to"
            f" {AWAITED[kind]:2} steps,"
            f" {kept[kind]:7} acknowledged steps, all there"
        )


if __name__ == "__main__":
    main()
