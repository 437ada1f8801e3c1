"""The window's own choices."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from studydesk.ui.settings import Choices, Settings


def test_choices_are_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "新" / "window.json")
    settings.keep(replace(settings.choices, appearance="dark", reading_size=20))
    again = Settings(tmp_path / "新" / "window.json").choices
    assert (again.appearance, again.reading_size) == ("dark", 20)


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"appearance": "pink", "reading_size": 900, "library": 3, "new": 1}']
)
def test_what_makes_no_sense_is_left_at_default(tmp_path: Path, kept: str) -> None:
    (tmp_path / "window.json").write_text(kept, "utf-8")
    assert Settings(tmp_path / "window.json").choices == Choices()


def test_a_place_that_cannot_be_written_does_not_stop_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    settings = Settings(tmp_path / "file" / "window.json")
    settings.keep(replace(settings.choices, reading_size=20))
    assert settings.choices.reading_size == 20


def test_choices_are_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.keep(replace(settings.choices, reading_size=20))

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("os.fsync", full)
    settings.keep(replace(settings.choices, reading_size=24))
    assert Settings(tmp_path / "window.json").choices.reading_size == 20
    assert [file.name for file in tmp_path.iterdir()] == ["window.json"]
