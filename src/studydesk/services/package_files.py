"""What can be seen of a package of the program without installing it: whether its file ends as such
a file does, and which version a Debian package says it is.
"""

import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_AR = b"!<arch>\n"
_HEADER = 60
_SIZE = slice(48, 58)
_MAGIC = slice(58, 60)
"""Where a member of an ar archive says how many bytes it has, and the mark at its head's end."""
_LARGEST_CONTROL = 4_000_000
"""Bytes of the member that describes a package: those of ours have a few thousand."""
_UNREADABLE = (
    *(tarfile.TarError, KeyError, EOFError, ValueError),
    *(zlib.error, lzma.LZMAError),
)
_FIELD = re.compile(r"^(Package|Version):[ \t]*(\S+)[ \t]*$", re.MULTILINE)
_KOLY = 512
"""Bytes of the trailer of a disk image."""


def is_cut_off(path: Path) -> bool:
    """Whether the file of a package breaks off, as far as its kind tells. Raises OSError."""
    with path.open("rb") as file:
        match path.suffix:
            case ".deb":
                return not _is_whole_ar(file)
            case ".xz":
                return _end(file, 1024).rstrip(b"\0")[-2:] != b"YZ"
            case ".zip":
                return not zipfile.is_zipfile(file)
            case ".dmg":
                return not _end(file, _KOLY).startswith(b"koly")
    return False


def described(path: Path) -> dict[str, str]:
    """Package and Version as a Debian package itself has them; empty where it cannot be read, as
    one that is packed in a way of which Python knows nothing. Raises OSError.
    """
    with path.open("rb") as file:
        for name, size in _members(file):
            if not name.startswith("control.tar") or size > _LARGEST_CONTROL:
                continue
            try:
                with tarfile.open(fileobj=io.BytesIO(file.read(size))) as packed:
                    control = packed.extractfile("./control")
                    told = control.read(_LARGEST_CONTROL).decode() if control is not None else ""
            except _UNREADABLE:
                return {}
            return dict(_FIELD.findall(told))
    return {}


def _is_whole_ar(file: BinaryIO) -> bool:
    """Whether the members of an ar archive end where the file does, the data of a package too."""
    names, end = [], len(_AR)
    for name, size in _members(file):
        names.append(name)
        end = file.tell() + size
    length = file.seek(0, io.SEEK_END)
    has_data = any(name.startswith("data.tar") for name in names)
    return has_data and end <= length <= end + 1  # members begin at even places


def _members(file: BinaryIO) -> Iterator[tuple[str, int]]:
    """The name and the size of each member of an ar archive, with the file where its bytes begin;
    none behind what is no head of a member.
    """
    file.seek(0)
    place = len(_AR) if file.read(len(_AR)) == _AR else None
    while place is not None:
        file.seek(place)
        head = file.read(_HEADER)
        if head[_MAGIC] != b"`\n" or not head[_SIZE].strip().isdigit():
            return
        size = int(head[_SIZE])
        yield head[:16].decode("ascii", "replace").strip().rstrip("/"), size
        place += _HEADER + size + size % 2


def _end(file: BinaryIO, size: int) -> bytes:
    """The last bytes of a file, so many or all."""
    length = file.seek(0, io.SEEK_END)
    file.seek(max(0, length - size))
    return file.read()
