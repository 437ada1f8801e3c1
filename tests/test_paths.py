"""Where the program finds its own files."""

from pathlib import Path

import pytest

from studydesk import paths
from studydesk.ui.words import messages


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "studydesk"
    program.write_bytes(b"the first")
    monkeypatch.setattr(paths, "_PROGRAM", program)
    monkeypatch.setattr(paths, "_STARTED_AS", paths._as_it_is())
    return program


def test_the_program_is_there_until_another_takes_its_place(program: Path) -> None:
    assert paths.is_program_there()
    program.write_bytes(b"of a later version")
    assert not paths.is_program_there()
    program.unlink()
    assert not paths.is_program_there()


def test_a_fault_of_a_program_that_is_gone_is_told_as_that(program: Path) -> None:
    fault = ImportError("No module named studydesk.export.docx")
    assert "差错" in messages.sentence(fault)
    program.unlink()
    assert "重新打开学习台" in messages.sentence(fault)
