"""检查更新包: what a file on the disk would bring."""

import hashlib
import platform
import sys
from pathlib import Path

import pytest

from studydesk.errors import FileUnreadable, UpdateRefused
from studydesk.services import updating
from studydesk.services.updating import CHECKSUMS, Update, look_at

DEB = b"!<arch>\ndebian-binary   1" + bytes(1000)


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
    path = package(tmp_path, "studydesk-1.0-linux-amd64.tar.xz", b"\xfd7zXZ\0" + bytes(100))
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
        look_at(package(tmp_path, name))
    assert refused.value.reason == reason


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
