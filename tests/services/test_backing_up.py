"""One copy of the library a day."""

from pathlib import Path

from studydesk.domain.packet import Packet
from studydesk.library import Library
from studydesk.services.backing_up import back_up_daily


def test_an_older_library_is_copied_once_a_day(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五", id="friday"))
    with Library.open(tmp_path / "库") as library:
        copy = back_up_daily(library)
        assert copy is not None
        assert back_up_daily(library) is None
    folder = tmp_path / "从备份恢复"
    folder.mkdir()
    copy.rename(folder / "library.db")
    with Library.open(folder) as restored:
        assert restored.packet("friday").title == "周五"


def test_a_library_that_failed_to_be_copied_is_tried_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库"):
        pass
    with Library.open(tmp_path / "库") as library:
        library.remember("backed up on", "2020-01-01")
        assert back_up_daily(library) is not None


def test_a_clock_that_was_set_back_keeps_no_copy_from_being_made(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库"):
        pass
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五", id="friday"))
        library.delete_packet("friday")
        library.remember("backed up on", "2099-01-01")
        assert back_up_daily(library) is not None
        assert [gone.title for gone in library.trashed()] == ["周五"]


def test_a_new_library_has_nothing_to_lose(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库") as library:
        assert back_up_daily(library) is None
