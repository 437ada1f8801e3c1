"""Libraries in places that are no quiet folder of one's own: drives that are unplugged, shares, and
computers that several people use.
"""

import errno
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studydesk.domain.packet import Packet
from studydesk.errors import (
    FileUnreadable,
    FileUnwritable,
    LibraryInUse,
    LibraryLost,
    LibraryReadOnly,
    StudyDeskError,
)
from studydesk.library import Library
from studydesk.library.database import told
from studydesk.ui.words import messages

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="these stand-ins for drives and users are Unix's"
)


def titles(library: Library) -> list[str]:
    return sorted(packet.title for packet in library.packets())


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    """As on a drive that is gone while its files are open: the system refuses every write."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_library_whose_drive_was_unplugged_is_told_and_goes_on_where_it_is_back(
    folder: Path, tmp_path: Path
) -> None:
    with Library.open(folder) as library:
        library.save_packet(Packet("周五", id="p"))
        folder.rename(tmp_path / "拔掉")
        with pytest.raises(LibraryLost):
            library.save_packet(Packet("周六", id="q"))
        with pytest.raises(LibraryLost):
            library.packets()
        with pytest.raises(LibraryLost):
            library.back_up()
        assert not folder.exists()
        (tmp_path / "拔掉").rename(folder)
        library.save_packet(Packet("周六", id="q"))
        assert titles(library) == ["周五", "周六"]


@pytest.mark.parametrize("code", [errno.EIO, errno.ESTALE, errno.EACCES, errno.EHOSTDOWN])
def test_a_drive_that_does_not_answer_is_gone_for_now(
    library: Library, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save_packet(Packet("周五", id="p"))

    def exists(path: Path) -> bool:
        raise OSError(code, os.strerror(code), path)

    with monkeypatch.context() as drive:
        drive.setattr(Path, "exists", exists)
        with pytest.raises(LibraryLost):
            library.save_packet(Packet("周六", id="q"))
    assert titles(library) == ["周五"]


def test_no_empty_library_is_made_in_place_of_one_that_is_gone(library: Library) -> None:
    library.save_packet(Packet("周五", id="p"))
    gone = [path for path in library.folder.iterdir() if path.name.startswith("library.db")]
    for path in gone:
        path.unlink()
    with pytest.raises(LibraryLost):
        library.save_packet(Packet("周六", id="q"))
    assert not any(path.exists() for path in gone)


def test_a_drive_that_refuses_is_told_and_the_next_attempt_begins_anew(library: Library) -> None:
    library.save_packet(Packet("周五", id="p"))
    with nothing_can_be_written(), pytest.raises(FileUnwritable) as refused:
        library.save_packet(Packet("周六", id="q"))
    assert "磁盘读写出错" in messages.sentence(refused.value)
    assert titles(library) == ["周五"]
    library.save_packet(Packet("周六", id="q"))
    assert titles(library) == ["周五", "周六"]


def test_a_library_that_is_there_and_cannot_be_read_is_not_told_as_unplugged(
    library: Library,
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    with pytest.raises(FileUnreadable) as refused, told(library.folder):
        raise error
    assert messages.sentence(refused.value).startswith("读不了“library.db”：磁盘读写出错")


@pytest.mark.parametrize("refusal", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_share_that_holds_no_locks_is_told_in_chinese(
    folder: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(refusal, os.strerror(refusal))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(FileUnwritable) as refused:
        Library.open(folder)
    told = messages.sentence(refused.value).replace(str(folder), "")
    assert not any(letter.isascii() and letter.isalpha() for letter in told)


@contextmanager
def user(number: int) -> Iterator[None]:
    """As another user of the computer, as far as files are concerned."""
    os.seteuid(number)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("mode", "refusal"), [(0o777, LibraryInUse), (0o755, LibraryReadOnly), (0o700, LibraryReadOnly)]
)
def test_two_users_of_a_computer_do_not_work_in_one_library_at_once(
    mode: int, refusal: type[StudyDeskError]
) -> None:
    if os.geteuid():
        pytest.skip("only root can be two users")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        folder = Path(name, "学习台")
        with user(65534), Library.open(folder) as library:
            library.save_packet(Packet("周五", id="p"))
            for path in (*folder.iterdir(), folder):
                path.chmod(mode)
            with user(0), user(65533), pytest.raises(refusal):
                Library.open(folder)
            os.seteuid(65534)
            assert titles(library) == ["周五"]
