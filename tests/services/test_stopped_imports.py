"""An import that is stopped, by its user or the disk, and one with a page that cannot be kept."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.sources.readers.pdf_pages import column
from tests.sources.readers.pdf_pages import pdf as pdf_of

from studydesk.domain.article import Recovery, Source
from studydesk.errors import Cancelled, DiskFull, LibraryDamaged, ProgramGone
from studydesk.library import Library
from studydesk.services import importing
from studydesk.services.importing import Outcome, import_files
from studydesk.sources.readers import pdf

ADDED = Outcome.ADDED


def test_looking_through_a_folder_can_be_cancelled(library: Library, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    (tmp_path / "一.txt").touch()
    with pytest.raises(Cancelled):
        import_files(library, [tmp_path], cancel)


def test_a_program_that_is_gone_refuses_the_pages_that_need_it_and_the_others_go_on(
    library: Library,
    seed_paths: tuple[Path, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "版面.pdf").write_bytes(pdf_of(column(40, 60, 3)))
    monkeypatch.setattr(pdf, "reader_command", lambda: ["/nowhere/studydesk", "read-pdf"])
    monkeypatch.setattr(pdf, "is_program_there", lambda: False)
    results = import_files(library, [tmp_path / "版面.pdf", *seed_paths])
    assert [result.outcome for result in results] == [Outcome.REFUSED] + [ADDED] * len(seed_paths)
    assert isinstance(results[0].error, ProgramGone)


@pytest.mark.parametrize("last", [3, 5])
def test_nothing_is_kept_of_an_import_that_was_cancelled_before(
    library: Library, seed_paths: tuple[Path, ...], last: int
) -> None:
    before = library.sources()

    def cancel(done: int, total: int) -> None:
        assert total == 10
        if done == last:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(library, seed_paths, cancel)
    assert library.sources() == before


def test_what_was_kept_before_an_import_was_cancelled_is_told(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    def cancel(done: int, _total: int) -> None:
        if done == 7:
            raise Cancelled

    results = import_files(library, seed_paths, cancel)
    assert [result.outcome for result in results] == [Outcome.ADDED] * 2 + [Outcome.REFUSED] * 3
    assert all(isinstance(result.error, Cancelled) for result in results[2:])
    assert len(library.sources()) == 3


def test_a_disk_that_fills_up_midway_is_told_with_each_page_that_was_not_kept(
    library: Library, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    add, calls = library.add, count()

    def add_until_full(source: Source, recovery: Recovery, _ask: Callable[[], object]) -> bool:
        if next(calls):
            raise DiskFull(library.folder)
        return add(source, recovery)

    monkeypatch.setattr(library, "add", add_until_full)
    kept, *others = import_files(library, seed_paths[:3])
    assert kept.outcome is Outcome.ADDED
    assert [type(result.error) for result in others] == [DiskFull] * 2
    assert [result.name for result in others] == [path.name for path in seed_paths[1:3]]
    assert next(calls) == 2


def test_a_page_that_cannot_be_kept_is_told_and_the_others_go_on(
    library: Library, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    add = library.add

    def add_but_the_first(source: Source, recovery: Recovery, ask: Callable[[], object]) -> bool:
        if source.name == seed_paths[0].name:
            raise LibraryDamaged(library.folder)
        return add(source, recovery, ask)

    monkeypatch.setattr(library, "add", add_but_the_first)
    refused, *others = import_files(library, seed_paths[:3])
    assert isinstance(refused.error, LibraryDamaged)
    assert [result.outcome for result in others] == [ADDED] * 2


def test_of_many_files_some_are_kept_before_the_next_are_read(
    library: Library, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_AT_ONCE", 2)
    steps: list[tuple[int, int]] = []
    kept: list[int] = []

    def progress(done: int, total: int) -> None:
        if (done, total) not in steps:
            steps.append((done, total))
            kept.append(len(library.sources()))

    before = len(library.sources())
    results = import_files(library, seed_paths, progress)
    assert [result.outcome for result in results] == [ADDED] * 5
    assert [result.name for result in results] == [path.name for path in seed_paths]
    assert steps == [(0, 1), *((done, 10) for done in range(10))][-len(steps) :]
    assert [count - before for count in kept][-10:] == [0, 0, 0, 1, 2, 2, 2, 3, 4, 4]


@pytest.mark.parametrize("last", [4, 5, 6])
def test_what_was_kept_before_the_next_files_were_read_stays_where_that_is_cancelled(
    library: Library, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    monkeypatch.setattr(importing, "_AT_ONCE", 2)

    def cancel(done: int, _total: int) -> None:
        if done == last:
            raise Cancelled

    results = import_files(library, seed_paths, cancel)
    assert [result.outcome for result in results] == [ADDED] * 2 + [Outcome.REFUSED] * 3
    assert [result.name for result in results] == [path.name for path in seed_paths]
    assert all(isinstance(result.error, Cancelled) for result in results[2:])


def test_a_full_disk_is_told_also_where_the_rest_is_cancelled(
    library: Library, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(*_arguments: object) -> bool:
        raise DiskFull(library.folder)

    def cancel(done: int, _total: int) -> None:
        if done >= 8:
            raise Cancelled

    monkeypatch.setattr(importing, "_AT_ONCE", 2)
    monkeypatch.setattr(library, "add", add)
    results = import_files(library, seed_paths, cancel)
    assert [type(result.error) for result in results] == [DiskFull] * 5
