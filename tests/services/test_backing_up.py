"""One copy of the library a day."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from studydesk.domain.packet import Packet
from studydesk.library import Library, trash
from studydesk.services import backing_up
from studydesk.services.backing_up import KEPT_DAYS, back_up_daily


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


def test_what_a_cut_off_copy_left_goes_where_none_is_needed_any_more(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库"):
        pass
    with Library.open(tmp_path / "库") as library:
        copy = back_up_daily(library)
        assert copy is not None
        for left in ("unfinished.db", "unfinished.db-journal"):
            (copy.parent / left).write_bytes(b"cut off")
        assert back_up_daily(library) is None
        assert list(copy.parent.iterdir()) == [copy]


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


def days_from_now(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let the clock be so many days on."""
    shown = datetime.now(UTC) + timedelta(days=days)

    class Clock(datetime):
        @classmethod
        def now(cls, _zone: object = None) -> "Clock":
            return cls.fromisoformat(shown.isoformat())

    class Calendar(date):
        @classmethod
        def today(cls) -> "Calendar":
            return cls.fromisoformat(shown.astimezone().date().isoformat())

    monkeypatch.setattr(backing_up, "date", Calendar)
    monkeypatch.setattr(backing_up, "datetime", Clock)
    monkeypatch.setattr(trash, "datetime", Clock)


@pytest.mark.parametrize(
    ("deleted", "copied", "left"),
    [
        (0, (1, KEPT_DAYS - 1), True),
        (0, (1, KEPT_DAYS + 2, KEPT_DAYS + 3), False),
        (0, (1, 3000, 2), True),  # a day on which the clock was years ahead
        (-6000, (-6000, 1), True),  # it was years behind when something was deleted
    ],
)
def test_the_trash_keeps_everything_for_its_days_whatever_the_clock_says_on_one_of_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    deleted: int,
    copied: tuple[int, ...],
    left: bool,
) -> None:
    Library.open(tmp_path / "库").close()
    with Library.open(tmp_path / "库") as library:
        library.save_packet(Packet("周五", id="friday"))
        days_from_now(monkeypatch, deleted)
        library.delete_packet("friday")
        for day in copied:
            days_from_now(monkeypatch, day)
            assert back_up_daily(library) is not None
        assert bool(library.trashed()) is left


def test_a_new_library_has_nothing_to_lose(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库") as library:
        assert back_up_daily(library) is None


def test_a_library_that_a_fault_met_on_the_way_back_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_library: Library) -> None:
        raise ZeroDivisionError

    with Library.open(tmp_path / "库") as library:
        backup = library.back_up()
    monkeypatch.setattr(backing_up, "forget_all", fail)
    with pytest.raises(ZeroDivisionError):
        backing_up.go_back(tmp_path / "库", backup)
    Library.open(tmp_path / "库").close()
