"""A library is read while a window has it open."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.conftest import Page

from studydesk.domain.packet import Packet
from studydesk.errors import LibraryInUse, LibraryReadOnly
from studydesk.library import Library, read_beside
from studydesk.library.lock import HOLDER_NAME
from studydesk.services.starting import reading

_SEARCH = """
import sys
from pathlib import Path
from studydesk.services.starting import reading

with reading(Path(sys.argv[1])) as library:
    print(library.search("工匠").total)
"""


_HOLD = """
import sys, time
from pathlib import Path
from studydesk.domain.packet import Packet
from studydesk.library import Library

library = Library.open(Path(sys.argv[1]))
library.save_packet(Packet("写在最后", id="last"))
print("open", flush=True)
time.sleep(100)
"""


@pytest.fixture
def library(library: Library, page: Page) -> Library:
    """One with a page of two articles."""
    library.add(*page)
    return library


def test_another_program_finds_what_is_kept_and_what_is_kept_meanwhile(library: Library) -> None:
    library.save_packet(Packet("还在日志里"))
    program = [sys.executable, "-c", _SEARCH, str(library.folder)]
    found = subprocess.run(program, check=True, capture_output=True, timeout=60)
    assert int(found.stdout) == library.search("工匠").total > 0
    with reading(library.folder) as beside:
        before = beside.number(library.articles()[0].id)
        library.delete_article(library.articles()[0].id)
        assert before > 0
        assert len(beside.articles()) == len(library.articles())


def test_the_window_is_not_kept_from_writing_nor_from_closing(
    library: Library,
) -> None:
    with reading(library.folder) as beside:
        with beside._database.reading() as connection:
            assert connection.execute("SELECT count(*) FROM packet").fetchone() == (0,)
            library.save_packet(Packet("周五", id="one"))
            assert connection.execute("SELECT count(*) FROM packet").fetchone() == (0,)
        library.close()
    with Library.open(library.folder) as again:
        assert again.packet("one").title == "周五"


def test_a_library_that_is_closed_while_it_is_read_is_whole_in_its_one_file_afterwards(
    library: Library,
) -> None:
    with reading(library.folder) as beside:
        library.save_packet(Packet("写在最后", id="last"))
        library.close()
        assert beside.articles()
    assert not any(map(Path.exists, library._database.logs()))
    with Library.open(library.folder) as again:
        assert not again.was_cut_off
        assert again.packet("last").title == "写在最后"


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[tuple[LibraryInUse, subprocess.Popen[str]]]:
    """A library that another process has open, which wrote into it."""
    program = [sys.executable, "-c", _HOLD, str(tmp_path / "别处")]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "open\n"
            with pytest.raises(LibraryInUse) as found:
                Library.open(tmp_path / "别处")
            yield found.value, holder
        finally:
            holder.kill()


def test_that_who_had_it_open_died_is_known_also_where_it_was_read_just_then(
    taken: tuple[LibraryInUse, subprocess.Popen[str]],
) -> None:
    error, holder = taken
    with read_beside(error) as beside:
        assert beside.articles() == []
        holder.kill()
        holder.wait()
    with Library.open(error.folder) as again:
        assert again.was_cut_off
        assert again.packet("last").title == "写在最后"


def test_nothing_is_written_into_a_library_that_is_not_read(
    taken: tuple[LibraryInUse, subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    error, holder = taken
    (error.folder / HOLDER_NAME).unlink()
    holder.kill()
    holder.wait()
    before = {path.name: path.read_bytes() for path in error.folder.glob("library.db*")}
    monkeypatch.setattr("studydesk.library.beside._can_be_shared", lambda _path: False)
    with pytest.raises(LibraryInUse), read_beside(error):
        pass
    assert before == {path.name: path.read_bytes() for path in error.folder.glob("library.db*")}
    assert len(before) > 1


def test_a_library_that_stays_open_keeps_its_logs(library: Library) -> None:
    with reading(library.folder):
        library.save_packet(Packet("还在日志里"))
    assert any(map(Path.exists, library._database.logs()))


def test_nothing_can_be_changed_beside_a_window(library: Library) -> None:
    with (
        reading(library.folder) as beside,
        pytest.raises(LibraryReadOnly),
        beside._database.writing() as connection,
    ):
        connection.execute("DELETE FROM article")


@pytest.mark.parametrize("holder", [{"machine": "另一台"}, None])
def test_a_library_that_another_computer_has_is_not_read(
    library: Library, holder: dict[str, str] | None
) -> None:
    told = library.folder / HOLDER_NAME
    if holder is None:
        told.unlink()
    else:
        told.write_text(json.dumps({**json.loads(told.read_text("utf-8")), **holder}), "utf-8")
    with pytest.raises(LibraryInUse), reading(library.folder):
        pass


def test_a_library_that_keeps_the_older_journal_is_not_read(library: Library) -> None:
    """There, whoever reads keeps others from writing."""
    library._database._drop()
    with closing(sqlite3.connect(library._database.path)) as connection:
        assert connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    with pytest.raises(LibraryInUse), read_beside(LibraryInUse(library.folder)):
        pass
