"""Nothing that was acknowledged is lost, and no file is torn, when the process is killed."""

import random
from pathlib import Path

import pytest
from tests.killing import WORK, kill_once, prepare


@pytest.mark.parametrize("kind", WORK)
def test_what_was_acknowledged_outlives_a_kill_at_any_moment(tmp_path: Path, kind: str) -> None:
    prepare(tmp_path / "资料库")
    chance = random.Random()
    for _ in range(3):
        kill_once(kind, tmp_path / "资料库", chance)
