"""The given scorer of recovery, loaded from the test data, and what it says about pages."""

import importlib.util
import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.sources.recovery.composed_pages import Composed

from studydesk.domain.article import Source
from studydesk.sources.exchange import recovery_json
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

DATA = Path(__file__).parents[2] / "data" / "recovery"
SEEDS = Path(__file__).parents[3] / "seeds"
Scores = dict[str, dict[str, Any]]


def load_scorer() -> ModuleType:
    """The scorer as a module; it is a script and no package holds it."""
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(gold: Path, pages: Path) -> Scores:
    """All figures of each page in a folder by its name, and their mean."""
    scorer = load_scorer()
    golds = scorer.load_gold(str(gold), str(pages))
    predictions = {}
    for page in golds:
        source = read_file(pages / page.doc["source"])
        predictions[page.name] = recovery_json(source, recover(source))
    rows, mean = scorer.score_all(golds, predictions)
    return {**rows, "mean": mean}


def score_composed(pages: Iterable[Composed], folder: Path) -> dict[str, Any]:
    """The mean of all figures over composed pages; their gold is verified first."""
    gold, sources = folder / "gold", folder / "sources"
    gold.mkdir()
    sources.mkdir()
    predictions = {}
    for page in pages:
        (gold / f"{page.name}.json").write_text(json.dumps(page.gold, ensure_ascii=False), "utf-8")
        (sources / f"{page.name}.txt").write_bytes(page.raw.encode())
        source = Source(f"{page.name}.txt", page.raw)
        predictions[page.name] = recovery_json(source, recover(source))
    scorer = load_scorer()
    lines, bad = scorer.verify(str(gold), str(sources))
    assert not bad, lines
    _, mean = scorer.score_all(scorer.load_gold(str(gold), str(sources)), predictions)
    return dict(mean)
