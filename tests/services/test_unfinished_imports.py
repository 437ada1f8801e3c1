"""An import whose program was killed is told of at the next start."""

import subprocess
import sys
from pathlib import Path

import pytest

from studydesk.errors import DiskFull
from studydesk.library import Library, codec
from studydesk.services.backing_up import go_back
from studydesk.services.importing import import_files
from studydesk.services.unfinished_imports import (
    ImportRecord,
    UnfinishedImport,
    forget,
    unfinished,
    what_came,
)
from studydesk.ui.words.outcomes import unfinished_sentence

_KILLED_AT = """
import os, sys
from pathlib import Path
from studydesk.library import Library, codec
from studydesk.services.importing import import_files
from studydesk.services.unfinished_imports import ImportRecord

def progress(done, total):
    if done >= int(sys.argv[1]):
        os._exit(9)

with Library.open(Path(sys.argv[2])) as library:
    files = [Path(file) for file in sys.argv[3:]]
    import_files(library, files, progress, ImportRecord(library))
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
        (cut_off,) = unfinished(library)
        found = what_came(library, [cut_off])
        assert found == UnfinishedImport(seed_paths[:taken], seed_paths[taken:])
        assert len(library.sources()) == taken
        forget(library, [str(file) for file in seed_paths], [cut_off])
        assert unfinished(library) == []


def test_the_rest_can_be_imported_and_nothing_twice(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    killed_at(8, tmp_path / "库", seed_paths)
    with Library.open(tmp_path / "库") as library:
        found = what_came(library, unfinished(library))
        import_files(library, [*found.taken, *found.missing])
        assert len(library.sources()) == len(seed_paths)


def test_an_import_of_the_same_files_takes_them_off_the_record_once_it_is_told(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    with Library.open(tmp_path / "库") as library:
        ImportRecord(library).begin(seed_paths[:2])
        record = ImportRecord(library)
        import_files(library, seed_paths[:1], record=record)
        assert len(unfinished(library)) == 2
        record.close()
        left = what_came(library, unfinished(library))
        assert left == UnfinishedImport((), seed_paths[1:2])


def test_an_import_that_was_told_is_off_the_record(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    with Library.open(tmp_path / "库") as library:
        record = ImportRecord(library)
        import_files(library, seed_paths, record=record)
        assert unfinished(library)
        record.close()
        assert unfinished(library) == []


def test_what_is_left_to_be_imported_stays_on_record(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    with Library.open(tmp_path / "库") as library:
        record = ImportRecord(library)
        record.begin(seed_paths)
        record.close(seed_paths[3:])
        assert what_came(library, unfinished(library)) == UnfinishedImport((), seed_paths[3:])


def test_imports_that_wait_are_on_record_and_a_folder_until_it_is_looked_through(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    folder = seed_paths[0].parent
    with Library.open(tmp_path / "库") as library:
        records = []
        for files in (seed_paths[:2], [folder], seed_paths[4:]):
            records.append(ImportRecord(library))
            records[-1].begin(files)
        waiting = what_came(library, unfinished(library))
        assert waiting.missing == (*seed_paths[:2], folder, seed_paths[4])
        records[1].begin(seed_paths)
        records[1].close()
        assert what_came(library, unfinished(library)).missing == (seed_paths[4],)
        records[2].close()
        assert unfinished(library) == []


def test_where_an_import_is_asked_for_from_does_not_matter(
    tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / seed_paths[0].name
    page.write_bytes(seed_paths[0].read_bytes())
    (tmp_path / "夹").mkdir()
    with Library.open(tmp_path / "库") as library:
        monkeypatch.chdir(tmp_path / "夹")
        ImportRecord(library).begin([Path("..", page.name)])
        assert what_came(library, unfinished(library)).missing == (page,)
        monkeypatch.chdir(tmp_path)
        record = ImportRecord(library)
        import_files(library, [Path(page.name)], record=record)
        record.close()
        assert unfinished(library) == []


def test_a_record_says_whether_it_could_be_kept(
    tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "库") as library:
        record = ImportRecord(library)
        record.begin(seed_paths)
        assert record.is_kept
        monkeypatch.setattr(Library, "remember", fail)
        record.begin(seed_paths)
        assert not record.is_kept


def fail(library: Library, *_arguments: object) -> None:
    raise DiskFull(library.folder)


def test_many_files_are_struck_in_no_time_that_grows_with_their_square(tmp_path: Path) -> None:
    class Told(str):
        """A path that counts how often it is compared."""

        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Told.compared += 1
            return super().__eq__(other)

        __hash__ = str.__hash__

    with Library.open(tmp_path / "库") as library:
        files = [tmp_path / f"{number}.txt" for number in range(1_000)]
        ImportRecord(library).begin(files)
        forget(library, [Told(file) for file in files], unfinished(library))
        assert unfinished(library) == []
        assert Told.compared < 3 * len(files)


def test_an_import_of_nothing_is_on_no_record(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with Library.open(tmp_path / "库") as library:
        import_files(library, [tmp_path / "空"], record=ImportRecord(library))
        assert unfinished(library) == []


def test_what_is_written_of_an_import_grows_no_faster_than_its_files(tmp_path: Path) -> None:
    def written(library: Library, count: int) -> int:
        """Characters that the record of so many files writes."""
        sizes: list[int] = []

        def remember(key: str, value: object) -> None:
            sizes.append(len(codec.dump(value)))
            type(library).remember(library, key, value)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(library, "remember", remember)
            files = [Path(f"/报纸/{number:06}.txt") for number in range(count)]
            record = ImportRecord(library)
            record.begin(files)
            for begin in range(0, count, 10):
                record.note({file: [file.name] * 4 for file in files[begin : begin + 10]})
            record.close()
        return sum(sizes)

    with Library.open(tmp_path / "库") as library:
        assert written(library, 1_000) < 10.5 * written(library, 100)


def test_other_imports_leave_it_on_record_and_all_are_told_together(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    killed_at(4, tmp_path / "库", seed_paths[:3])
    with Library.open(tmp_path / "库") as library:
        record = ImportRecord(library)
        import_files(library, seed_paths[3:4], record=record)
        record.close()
        ImportRecord(library).begin(seed_paths[4:])
        assert what_came(library, unfinished(library)) == UnfinishedImport(
            seed_paths[:1], (*seed_paths[1:3], *seed_paths[4:])
        )


def test_what_is_kept_with_the_line_ends_of_another_system_is_told_as_taken(
    tmp_path: Path,
) -> None:
    text = "工会的事\n\n" + "大家的事大家商量着办。" * 20
    here, there = tmp_path / "甲.txt", tmp_path / "乙.txt"
    here.write_bytes(text.encode())
    there.write_bytes(text.replace("\n", "\r\n").encode())
    with Library.open(tmp_path / "库") as library:
        import_files(library, [here])
        import_files(library, [there], record=ImportRecord(library))
        assert what_came(library, unfinished(library)) == UnfinishedImport((there,), ())


def test_a_copy_that_was_made_during_an_import_tells_of_none(
    tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    with Library.open(tmp_path / "库") as library:
        import_files(library, seed_paths[:1], record=ImportRecord(library))
        backup = library.back_up()
    with go_back(tmp_path / "库", backup) as library:
        assert unfinished(library) == []


def test_both_kinds_of_files_are_named() -> None:
    told = unfinished_sentence(UnfinishedImport((Path("甲.txt"),), (Path("乙.txt"),)))
    assert all(part in told for part in ("1 项没有收进来：“乙.txt”", "“甲.txt”", "接着导入"))
    assert "一个不少" in unfinished_sentence(UnfinishedImport((Path("甲.txt"),), ()))
