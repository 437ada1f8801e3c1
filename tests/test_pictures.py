"""The command that makes pictures of the window, as far as it makes none."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, str(Path(__file__).with_name("pictures.py")))


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("--help",), 0), ((), 2), (("folder",), 2), (("--out", "folder", "--sheet", "none"), 2)],
)
def test_no_word_is_taken_for_a_folder(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    done = subprocess.run((*COMMAND, *arguments), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == status
    assert b"--out" in done.stdout + done.stderr
    assert not any(tmp_path.iterdir())
