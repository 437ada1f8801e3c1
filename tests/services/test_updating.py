"""检查更新包: what a file on the disk would bring."""

import hashlib
import io
import lzma
import platform
import sys
import tarfile
import zipfile
from pathlib import Path
from random import Random

import pytest

from studydesk.errors import FileUnreadable, UpdateRefused
from studydesk.services import updating
from studydesk.services.package_files import described
from studydesk.services.updating import CHECKSUMS, Update, look_at


def deb(version: str, package: str = "studydesk") -> bytes:
    """A Debian package with nothing in it but what it says of itself."""
    control, packed = f"Package: {package}\nVersion: {version}\n".encode(), io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as archive:
        entry = tarfile.TarInfo("./control")
        entry.size = len(control)
        archive.addfile(entry, io.BytesIO(control))
    members = {"debian-binary": b"2.0\n", "control.tar.xz": packed.getvalue(), "data.tar.xz": b"12"}
    made = b"!<arch>\n"
    for name, data in members.items():
        head = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n"
        made += head.encode() + data + b"\n" * (len(data) % 2)
    return made


DEB = deb("0.10.0")


@pytest.fixture(autouse=True)
def _linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(updating, "__version__", "0.9.1")


def package(folder: Path, name: str, data: bytes = DEB, checksum: str | None = None) -> Path:
    path = folder / name
    path.write_bytes(data)
    if checksum is not None:
        (folder / CHECKSUMS).write_text(f"{'0' * 64}  other.deb\n{checksum}  {name}\n", "utf-8")
    return path


def test_a_later_package_with_its_checksum_is_told(tmp_path: Path) -> None:
    right = hashlib.sha256(DEB).hexdigest()
    path = package(tmp_path, "studydesk_0.10.0_amd64.deb", checksum=right)
    assert look_at(path) == Update(path, "0.10.0", checked=True, unpacked=False)


def test_without_a_checksum_it_is_told_that_nothing_was_checked(tmp_path: Path) -> None:
    assert not look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb")).checked


def test_a_browsers_second_copy_is_known(tmp_path: Path) -> None:
    right = hashlib.sha256(DEB).hexdigest()
    package(tmp_path, "studydesk_0.10.0_amd64.deb", checksum=right)
    assert look_at(package(tmp_path, "studydesk_0.10.0_amd64 (1).deb")).checked


def test_a_package_to_unpack_is_told_as_that(tmp_path: Path) -> None:
    path = package(tmp_path, "studydesk-1.0-linux-amd64.tar.xz", lzma.compress(bytes(100)))
    assert look_at(path).unpacked


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("工人日报.docx", "kind"),
        ("studydesk.deb", "kind"),
        ("studydesk_0.9.1_amd64.deb", "older"),
        ("studydesk_0.9_amd64.deb", "older"),
        ("studydesk_0.10.0_arm64.deb", "processor"),
        ("studydesk-0.10.0-windows-setup.exe", "system"),
        ("studydesk-0.10.0-macos-arm64.dmg", "system"),
    ],
)
def test_what_is_of_no_use_here_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UpdateRefused) as refused:
        look_at(package(tmp_path, name, deb("0.9")))
    assert refused.value.reason == reason


@pytest.mark.parametrize(("inside", "reason"), [("0.9.1", "older"), ("0.9.0-1", "older")])
def test_a_package_under_the_name_of_a_later_one_is_seen_through(
    tmp_path: Path, inside: str, reason: str
) -> None:
    with pytest.raises(UpdateRefused) as refused:
        look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb", deb(inside)))
    assert refused.value.reason == reason


def test_the_version_is_the_one_that_the_package_itself_tells(tmp_path: Path) -> None:
    found = look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb", deb("0.11.0")))
    assert found.version == "0.11.0"


def test_a_package_that_is_damaged_inside_tells_nothing_of_itself(tmp_path: Path) -> None:
    described_at_length = Random(1).randbytes(40_000).hex()
    whole = deb(f"0.10.0\nDescription: {described_at_length}")
    at = whole.index(b"data.tar.xz") - 2_000
    damaged = whole[:at] + bytes(255 - byte for byte in whole[at : at + 8]) + whole[at + 8 :]
    assert described(package(tmp_path, "studydesk_0.10.0_amd64.deb", whole))["Version"] == "0.10.0"
    assert described(package(tmp_path, "studydesk_0.10.0_amd64.deb", damaged)) == {}


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("studydesk.exe", "x" * 100)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "system", "data"),
    [
        ("studydesk_0.10.0_amd64.deb", "linux", DEB),
        ("studydesk-0.10.0-linux-amd64.tar.xz", "linux", lzma.compress(bytes(100))),
        ("studydesk-0.10.0-windows-portable.zip", "win32", zipped()),
        ("studydesk-0.10.0-macos-x86_64.dmg", "darwin", b"data" + b"koly" + bytes(508)),
    ],
)
def test_a_package_that_breaks_off_is_told_without_a_checksum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, system: str, data: bytes
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert look_at(package(tmp_path, name, data)).version == "0.10.0"
    for length in (len(data) - 1, len(data) // 2):
        with pytest.raises(UpdateRefused) as refused:
            look_at(package(tmp_path, name, data[:length]))
        assert refused.value.reason == "cut"


@pytest.mark.parametrize("data", [b"<html>404</html>", deb("0.10.0", "another"), b""])
def test_something_else_under_the_name_of_a_package_is_told_as_that(
    tmp_path: Path, data: bytes
) -> None:
    with pytest.raises(UpdateRefused) as refused:
        look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb", data))
    assert refused.value.reason == "content"


@pytest.mark.parametrize("data", [DEB[:-1], b"<html>404</html>"])
def test_what_is_not_whole_is_refused(tmp_path: Path, data: bytes) -> None:
    right = hashlib.sha256(DEB).hexdigest()
    with pytest.raises(UpdateRefused) as refused:
        look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb", data, checksum=right))
    assert refused.value.reason == "damaged"


def test_a_page_that_says_not_found_is_no_package_even_without_a_checksum(tmp_path: Path) -> None:
    with pytest.raises(UpdateRefused):
        look_at(package(tmp_path, "studydesk_0.10.0_amd64.deb", b"<html>404</html>"))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "studydesk_0.10.0_amd64.deb").mkdir()
    with pytest.raises(FileUnreadable):
        look_at(tmp_path / "studydesk_0.10.0_amd64.deb")
