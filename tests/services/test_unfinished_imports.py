"""An import whose program was killed is told of at the next start."""

import subprocess
import sys
from pathlib import Path

import pytest

from studydesk.errors import Cancelled
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.unfinished_imports import UnfinishedImport, take_unfinished
from studydesk.ui.words.outcomes import unfinished_sentence

_KILLED_AT = """
import os, sys
from pathlib import Path
from studydesk.library import Library
from studydesk.services.importing import import_files

def progress(done, total):
    if done >= int(sys.argv[1]):
        os._exit(9)

import_files(Library.open(Path(sys.argv[2])), [Path(file) for file in sys.argv[3:]], progress)
"""


def killed_at(step: int, folder: Path, files: tuple[Path, ...]) -> None:
    """An import of these files is killed at a step: each is read, then each is kept."""
    program = [sys.executable, "-c", _KILLED_AT, str(step), str(folder), *map(str, files)]
    assert subprocess.run(program, check=False, timeout=60).returncode == 9


@pytest.mark.parametrize(("step", "taken"), [(1, 0), (5, 0), (7, 2)])
def test_files_that_were_kept_before_a_kill_are_told_apart_from_the_others_once(
    tmp_path: Path, seed_paths: tuple[Path, ...], step: int, taken: int
) -> None:
    killed_at(step, tmp_path / "库", seed_paths)
    with Library.open(tmp_path / "库") as library:
        found = take_unfinished(library)
        assert found == UnfinishedImport(seed_paths[:taken], seed_paths[taken:])
        assert len(library.sources()) == taken
        assert take_unfinished(library) is None


def test_the_rest_can_be_imported_and_nothing_twice(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    killed_at(8, tmp_path / "库", seed_paths)
    with Library.open(tmp_path / "库") as library:
        found = take_unfinished(library)
        assert found is not None
        import_files(library, [*found.taken, *found.missing])
        assert len(library.sources()) == len(seed_paths)
        assert take_unfinished(library) is None


def test_an_import_that_ended_is_not_told_of_be_it_cancelled(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    def cancel(done: int, _total: int) -> None:
        if done == 3:
            raise Cancelled

    with Library.open(tmp_path / "库") as library:
        with pytest.raises(Cancelled):
            import_files(library, seed_paths, cancel)
        assert take_unfinished(library) is None
        import_files(library, seed_paths)
        assert take_unfinished(library) is None


def test_both_kinds_of_files_are_named() -> None:
    told = unfinished_sentence(UnfinishedImport((Path("甲.txt"),), (Path("乙.txt"),)))
    assert all(part in told for part in ("1 个文件没有收进来：“乙.txt”", "“甲.txt”", "接着导入"))
    assert "一个不少" in unfinished_sentence(UnfinishedImport((Path("甲.txt"),), ()))
