"""检查更新包: whether a package that the user has got is a later version for this computer, and
whole. Nothing is fetched, and nothing is installed here: the system does that.
"""

import hashlib
import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from studydesk import __version__
from studydesk.errors import FileUnreadable, UpdateRefused, reason_of
from studydesk.services.package_files import described, is_cut_off

CHECKSUMS = "SHA256SUMS"
"""The file beside a package that says what it is to be, as `sha256sum` writes it."""

_COPY = r"(?: ?\(\d+\))?"  # what a browser puts behind the name of a file that was there already
_PACKAGES = (
    ("linux", rf"studydesk_(?P<version>[\d.]+)_(?P<processor>\w+){_COPY}\.deb"),
    ("linux", rf"studydesk-(?P<version>[\d.]+)-linux-(?P<processor>\w+){_COPY}\.tar\.xz"),
    ("win32", rf"studydesk-(?P<version>[\d.]+)-windows-(?:setup{_COPY}\.exe|portable{_COPY}\.zip)"),
    ("darwin", rf"studydesk-(?P<version>[\d.]+)-macos-(?P<processor>\w+){_COPY}\.dmg"),
)
"""The names that packaging/ gives to packages, by system."""

_BEGINNINGS = {
    ".deb": b"!<arch>\ndebian-binary",
    ".xz": b"\xfd7zXZ\0",
    ".exe": b"MZ",
    ".zip": b"PK\x03\x04",
}
_SAME_PROCESSOR = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64"}
_UNPACKED = {".xz", ".zip"}
"""Endings of packages that are unpacked by hand."""


@dataclass(frozen=True, slots=True)
class Update:
    """A later version for this computer. It is `checked` where its checksum was there, and right;
    one that is `unpacked` is installed by unpacking it.
    """

    path: Path
    version: str
    checked: bool
    unpacked: bool


def look_at(path: Path) -> Update:
    """What a file would bring, whose checksum is looked for beside it. Raises UpdateRefused where
    it is of no use here or not whole, and FileUnreadable.
    """
    system, named = _named(path)
    if system != sys.platform:
        raise UpdateRefused(path.name, "system")
    processor = named.groupdict().get("processor")
    if processor is not None and _processor(processor) != _processor(platform.machine()):
        raise UpdateRefused(path.name, "processor")
    checked = _is_whole(path)
    version = _version(path, named["version"])
    if _numbers(version) <= _numbers(__version__):
        raise UpdateRefused(path.name, "older")
    return Update(path, version, checked, path.suffix in _UNPACKED)


def _version(path: Path, named: str) -> str:
    """The version that a package itself says it is, or else that of its name, which may have been
    changed.
    """
    inside = described(path) if path.suffix == ".deb" else {}
    if inside.get("Package", "studydesk") != "studydesk":
        raise UpdateRefused(path.name, "content")
    return inside.get("Version", named)


def _named(path: Path) -> tuple[str, re.Match[str]]:
    for system, pattern in _PACKAGES:
        if named := re.fullmatch(pattern, path.name):
            return system, named
    raise UpdateRefused(path.name, "kind")


def _processor(name: str) -> str:
    return _SAME_PROCESSOR.get(name, name)


def _numbers(version: str) -> tuple[int, ...]:
    """0.10.0 as numbers, which sort; what else follows, as in 0.10.0-1, tells no version."""
    plain = re.match(r"[\d.]*", version)
    return tuple(int(number) for number in (plain[0] if plain else "").split(".") if number)


def _is_whole(path: Path) -> bool:
    """Whether the checksum beside a package says what it is; False where there is none. Raises
    UpdateRefused where it says otherwise, or where it begins or ends as no such package does.
    """
    try:
        with path.open("rb") as file:
            begun = file.read(32).startswith(_BEGINNINGS.get(path.suffix, b""))
            file.seek(0)
            found = hashlib.file_digest(file, "sha256").hexdigest()
        is_cut = is_cut_off(path)
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    expected = _expected(path)
    if expected and found != expected:
        raise UpdateRefused(path.name, "damaged")
    if not begun or is_cut:
        raise UpdateRefused(path.name, "cut" if begun else "content")
    return bool(expected)


def _expected(path: Path) -> str:
    """The checksum that is written down for a package, "" where none is."""
    try:
        lines = path.with_name(CHECKSUMS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    name = re.sub(r" ?\(\d+\)(?=\.)", "", path.name)
    sums = (line.split(maxsplit=1) for line in lines)
    return next((s[0].lower() for s in sums if len(s) == 2 and s[1].lstrip("*") == name), "")
