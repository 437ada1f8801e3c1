"""An import of the command line that is stopped, or fails, and what stays on record of it."""

import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.sources.readers.pdf_pages import column
from tests.sources.readers.pdf_pages import pdf as pdf_of

from studydesk.cli import INTERRUPTED
from studydesk.errors import DiskFull
from studydesk.library import Library
from studydesk.services import importing
from studydesk.services.unfinished_imports import UnfinishedImport, unfinished, what_came
from studydesk.sources.readers import pdf

Run = Callable[..., SimpleNamespace]

pytestmark = pytest.mark.usefixtures("ctrl_c")


def on_record(folder: Path) -> UnfinishedImport:
    with Library.open(folder) as library:
        return what_came(library, unfinished(library))


def press_after(times: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is pressed as this step of an import was taken so many times."""
    step, taken = getattr(importing, name), [0]

    def pressed(*arguments: object) -> object:
        done = step(*arguments)
        taken[0] += 1
        if taken[0] == times:
            signal.raise_signal(signal.SIGINT)
        return done

    monkeypatch.setattr(importing, name, pressed)


def test_what_was_in_before_ctrl_c_is_told_and_what_was_not_stays_on_record(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    press_after(2, "_keep", monkeypatch)
    ran = run("import", *seed_paths, "--library", tmp_path / "库")
    assert ran.code == INTERRUPTED
    assert [line.split("：")[0] for line in ran.out.splitlines()] == [
        f"“{path.name}”" for path in seed_paths[:2]
    ]
    assert "3 项没有导入" in ran.err
    assert [path.name in ran.err for path in seed_paths] == [False] * 2 + [True] * 3
    assert on_record(tmp_path / "库") == UnfinishedImport((), seed_paths[2:])
    with Library.open(tmp_path / "库") as library:
        assert {source.name for source in library.sources()} == {p.name for p in seed_paths[:2]}


@pytest.mark.parametrize(("step", "times"), [("_read", 1), ("_read", 5), ("files_in", 1)])
def test_all_files_stay_on_record_where_ctrl_c_came_before_any_was_in(
    run: Run,
    tmp_path: Path,
    seed_paths: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    times: int,
) -> None:
    press_after(times, step, monkeypatch)
    ran = run("import", *seed_paths, "--library", tmp_path / "库")
    assert (ran.code, ran.out) == (INTERRUPTED, "")
    assert "5 项没有导入" in ran.err
    assert on_record(tmp_path / "库") == UnfinishedImport((), seed_paths)


def test_a_file_that_was_named_twice_and_is_in_once_is_told_as_that(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    press_after(1, "_keep", monkeypatch)
    twice = (seed_paths[0], *seed_paths[:2], seed_paths[1])
    ran = run("import", *twice, "--library", tmp_path / "库")
    assert ran.code == INTERRUPTED
    assert ran.out.startswith(f"“{seed_paths[0].name}”：导入")
    assert "1 项没有导入" in ran.err
    assert on_record(tmp_path / "库") == UnfinishedImport((), seed_paths[1:2])


@pytest.mark.parametrize(("step", "left"), [("_keep", 4), ("_read", 5)])
def test_what_could_not_be_put_on_record_is_not_said_to_be_there(
    run: Run,
    tmp_path: Path,
    seed_paths: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    left: int,
) -> None:
    def fail(library: Library, *_arguments: object) -> None:
        raise DiskFull(library.folder)

    press_after(1, step, monkeypatch)
    with Library.open(tmp_path / "库"):
        monkeypatch.setattr(Library, "remember", fail)
    ran = run("import", *seed_paths, "--library", tmp_path / "库")
    assert ran.code == INTERRUPTED
    assert f"{left} 项没有导入" in ran.err
    assert "没能记下" in ran.err
    assert "已经记下" not in ran.err


def test_ctrl_c_pressed_twice_ends_an_import_at_once_and_leaves_all_on_record(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_twice(*_arguments: object) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(importing, "_read", press_twice)
    ran = run("import", *seed_paths, "--library", tmp_path / "库")
    assert (ran.code, ran.err.count("已停下")) == (INTERRUPTED, 1)
    assert on_record(tmp_path / "库").missing == seed_paths


def test_ctrl_c_after_an_import_means_what_it_meant_before(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    run("import", seed_paths[0], "--library", tmp_path / "库")
    assert signal.getsignal(signal.SIGINT) is before


def test_nothing_is_on_record_of_an_import_that_was_told_to_its_end(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    press_after(2, "_keep", monkeypatch)
    run("import", *seed_paths, "--library", tmp_path / "库")
    ran = run("import", *seed_paths, tmp_path / "没有.txt", "--library", tmp_path / "库")
    assert ran.code == 1
    assert on_record(tmp_path / "库") == UnfinishedImport((), ())


def test_an_import_that_a_fault_of_ours_ends_stays_on_record(
    tmp_path: Path, run: Run, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(importing, "_read_all", fail)
    with pytest.raises(ZeroDivisionError):
        run("import", *seed_paths, "--library", tmp_path / "库")
    assert on_record(tmp_path / "库") == UnfinishedImport((), seed_paths)


def test_recover_tells_of_a_program_that_is_gone_and_goes_on(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "版面.pdf").write_bytes(pdf_of(column(40, 60, 3)))
    monkeypatch.setattr(pdf, "reader_command", lambda: ["/nowhere/studydesk", "read-pdf"])
    monkeypatch.setattr(pdf, "is_program_there", lambda: False)
    ran = run("recover", tmp_path / "版面.pdf", seed_paths[0])
    assert ran.code == 1
    assert "学习台" in ran.err
    assert ran.out.startswith(f"{seed_paths[0].name}：")
