from pathlib import Path

import pytest

from studydesk import paths
from studydesk.errors import FileUnreadable, LibraryInUse, LibraryMissing
from studydesk.library import Library
from studydesk.services.checking import check
from studydesk.services.starting import open_existing, open_library


def test_a_new_library_has_the_five_pages_and_the_sample_packet(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        assert library.is_new
        assert len(library.sources()) == 5
        (summary,) = library.packets()
        checked = check(library.packet(summary.id), library.article)
        assert checked.verbatim == summary.passages >= 3


def test_every_passage_of_the_sample_packet_is_from_a_starter_page(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        starter = {path.name for path in paths.seeds().glob("*.txt")}
        assert {source.name for source in library.sources()} == starter


def test_opening_again_changes_nothing_that_the_user_did(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        library.delete_packet(library.packets()[0].id)
    with open_library(tmp_path / "新") as library:
        assert not library.is_new
        assert library.packets() == []


def test_a_first_start_that_was_cut_short_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(paths, "resources", lambda: tmp_path / "nowhere")
        with pytest.raises(FileUnreadable):
            open_library(tmp_path / "新")
    with open_library(tmp_path / "新") as library:
        assert (len(library.sources()), len(library.packets())) == (5, 1)


def test_a_library_made_by_an_import_stays_without_starter_content(tmp_path: Path) -> None:
    Library.open(tmp_path / "导入").close()
    with open_library(tmp_path / "导入") as library:
        assert library.sources() == []


def test_a_library_that_is_open_elsewhere_is_refused(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库"), pytest.raises(LibraryInUse):
        open_library(tmp_path / "库")


def test_no_library_is_made_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        open_existing(tmp_path / "库")
    assert not (tmp_path / "库").exists()
