"""诊断包: enough to find a fault, and nothing of what a user reads, writes or is called."""

import importlib.metadata
import json
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.older_libraries import make_older

from studydesk import __version__, paths
from studydesk.domain.packet import Guide, Packet
from studydesk.errors import FileUnwritable
from studydesk.library import Library
from studydesk.services.diagnosis import without_content, write_diagnosis
from studydesk.services.importing import import_files
from studydesk.ui.words.diagnosis_words import about_diagnosis

SECRETS = ("王敏", "周五班组", "张三", "导读里的话", "工匠", "home")


@pytest.fixture
def library(tmp_path: Path, seed_paths: tuple[Path, ...]) -> Iterator[Library]:
    """张三's library with a page and a packet."""
    with Library.open(tmp_path / "张三的资料库") as opened:
        import_files(opened, seed_paths[:1])
        opened.save_packet(Packet("周五班组学习", items=(Guide("导读里的话"),), id="friday"))
        yield opened


@pytest.fixture
def log() -> Path:
    """A log with faults that quote what the user has."""
    file = paths.log_folder() / "studydesk.log"
    file.parent.mkdir(parents=True)
    formatter = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(formatter)
    logger = logging.Logger("a log of the test")
    logger.addHandler(handler)
    logger.info("backup: %s", "/home/张三/资料库/backups/library.db")
    try:
        json.loads("“工匠”精神\n2026-01-01 王敏说：")
    except ValueError as error:
        logger.exception("a job failed", exc_info=error)
    try:
        raise ValueError("导读里的话\n  王敏\n    周五班组") from FileNotFoundError(
            "/home/张三/四版.txt"
        )
    except ValueError:
        logger.exception("unexpected")
    handler.close()
    return file


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {
            name: package.read(name).decode()
            for name in package.namelist()
            if not name.endswith(".studypack")
        }


def test_versions_choices_and_figures_are_told(library: Library, tmp_path: Path) -> None:
    window = paths.settings_folder() / "window.json"
    window.parent.mkdir(parents=True)
    window.write_text('{"appearance": "dark", "library": "/home/张三/资料库"}', "utf-8")
    facts = json.loads(
        parts(write_diagnosis(tmp_path / "包.zip", library, about=about_diagnosis))["facts.json"]
    )
    assert facts["program"]["version"] == __version__
    assert facts["program"]["parts"]["PySide6-Essentials"]
    assert facts["choices"] == {"appearance": "dark"}
    figures = facts["library"]
    assert (figures["packet"], figures["source"], figures["backups"]) == (1, 1, [])
    assert figures["article"] == len(library.articles())
    assert figures["journal_mode"] == "wal"


def test_nothing_of_what_a_user_has_or_is_called_is_in_it(
    library: Library, log: Path, tmp_path: Path
) -> None:
    all_of_it = "".join(
        parts(write_diagnosis(tmp_path / "包.zip", library, about=about_diagnosis)).values()
    )
    assert any(secret in log.read_text("utf-8") for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in all_of_it] == []


def test_where_the_program_failed_is_in_it(log: Path, tmp_path: Path) -> None:
    told = parts(write_diagnosis(tmp_path / "包.zip", about=about_diagnosis))["log.txt"]
    assert "ERROR a job failed" in told
    assert "in raw_decode" in told or "in decode" in told
    assert "json.decoder.JSONDecodeError" in told
    assert "FileNotFoundError" in told
    assert "The above exception was the direct cause" in told
    assert "INFO backup" in told


def test_lines_that_only_look_like_a_trace_do_not_get_in() -> None:
    lines = ["    王敏的一段话", "2026-11-21 10:00:00,123 ERROR 张三 failed", "工会Error: 话"]
    assert list(without_content(lines)) == ["2026-11-21 10:00:00 ERROR "]


def test_an_error_of_the_program_is_named_without_what_it_tells() -> None:
    lines = ["studydesk.errors.LibraryDamaged: /home/王敏/资料库", "studydesk.errors.Cancelled"]
    assert list(without_content(lines)) == [
        "studydesk.errors.LibraryDamaged",
        "studydesk.errors.Cancelled",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "During handling 张三的文章",
        "The above exception was 王敏的",
        "Traceback (most recent call last): 张三",
        "studydesk.errors.王敏",
        "王敏Error: 话",
        "Report王敏Error: 话",
        "ErrorReport of Zhang San",
        '  File "x.py", line 3, in 张三',
    ],
)
def test_nothing_of_a_line_that_begins_like_a_trace_gets_in(line: str) -> None:
    assert list(without_content([line])) == []


def test_what_a_user_ticks_comes_along(library: Library, log: Path, tmp_path: Path) -> None:
    path = write_diagnosis(tmp_path / "包.zip", library, about=about_diagnosis, packet_id="friday")
    with zipfile.ZipFile(path) as package:
        assert "packet.studypack" in package.namelist()
    told = parts(path)
    assert told["log-whole.txt"] == log.read_text("utf-8")
    assert "packet.studypack" in told["说明.txt"]


def test_an_older_library_or_none_is_no_obstacle(tmp_path: Path) -> None:
    Library.open(tmp_path / "库").close()
    make_older(tmp_path / "库", 1)
    with Library.open(tmp_path / "库") as library:
        assert parts(write_diagnosis(tmp_path / "包.zip", library, about=about_diagnosis))
    assert (
        json.loads(
            parts(write_diagnosis(tmp_path / "包.zip", about=about_diagnosis))["facts.json"]
        )["library"]
        is None
    )


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_diagnosis(tmp_path / "没有" / "包.zip", about=about_diagnosis)


def test_a_frozen_program_tells_the_versions_of_its_parts_by_the_list_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    components = [{"name": "pyside6_essentials", "version": "6.9.1"}, {"name": "qt", "version": ""}]
    (tmp_path / "licences").mkdir()
    bill = json.dumps({"components": components})
    (tmp_path / "licences" / "sbom.json").write_text(bill, "utf-8")
    monkeypatch.setattr(importlib.metadata, "version", unknown)
    monkeypatch.setattr(paths, "bill_of_materials", lambda: tmp_path / "licences" / "sbom.json")
    told = parts(write_diagnosis(tmp_path / "包.zip", about=about_diagnosis))["facts.json"]
    assert json.loads(told)["program"]["parts"] == {"PySide6-Essentials": "6.9.1"}
