"""The Debian package: the frozen folder in /opt, and what a desktop needs to know of it."""

import gzip
import platform
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

LINUX = Path(__file__).parent / "linux"
IMPORTING = "zz-studydesk-import.desktop"
"""The entry that offers the program for pages, whose name comes after those of other programs."""
TOP = Path(__file__).parents[1]

ARCHITECTURES = {"amd64": "x86_64", "arm64": "aarch64"}
"""Debian's names of the processors, and what the machines call themselves."""

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Debian's package of every library that is taken from the system."""

RECOMMENDED = ("fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei", "libcups2t64 | libcups2")
"""A Chinese face for the words of the window, and printers."""

_SYSTEM = re.compile(r"(lib(c|m|dl|rt|pthread|util|resolv)|ld-linux.*)\.so\.\d+|libcups\.so\.2")
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_GLIBC = re.compile(rb"GLIBC_2\.([0-9]+)")


def this_architecture() -> str:
    """Debian's name of the processor that this machine has; other systems' count as amd64."""
    machine = platform.machine().lower()
    return next((name for name, real in ARCHITECTURES.items() if real == machine), "amd64")


def make_package(folder: Path, out: Path, work: Path, version: str, architecture: str) -> Path:
    """The .deb of a frozen folder."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "opt/studydesk", symlinks=True)
    _lay_out(root, work)
    control = _control(root, version, architecture)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(control, "utf-8")
    package = out / f"studydesk_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def _lay_out(root: Path, work: Path) -> None:
    """Put command, menu entry, file type and icons where desktops look for them."""
    share = root / "usr/share"
    drawing = TOP / "resources/icons/studydesk.svg"
    hicolor = share / "icons/hicolor"
    places = {
        LINUX / "studydesk.desktop": share / "applications/studydesk.desktop",
        LINUX / IMPORTING: share / "applications" / IMPORTING,
        LINUX / "studydesk.xml": share / "mime/packages/studydesk.xml",
        TOP / "LICENSE": share / "doc/studydesk/copyright",
        drawing: hicolor / "scalable/apps/studydesk.svg",
    }
    for size in (48, 128, 256):
        picture = work / f"studydesk-{size}.png"
        places[picture] = hicolor / f"{size}x{size}/apps/studydesk.png"
    for source, target in places.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    kind = hicolor / "scalable/mimetypes/application-x-studypack.svg"
    kind.parent.mkdir(parents=True)
    shutil.copy(drawing, kind)
    changes = (TOP / "CHANGELOG.md").read_bytes()
    packed = gzip.compress(changes, mtime=0)
    (share / "doc/studydesk/changelog.gz").write_bytes(packed)
    command = root / "usr/bin/studydesk"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/studydesk/studydesk")
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)


def _control(root: Path, version: str, architecture: str) -> str:
    folder = root / "opt/studydesk"
    text = (LINUX / "control.txt").read_text("utf-8")
    kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    return text.format(
        version=version,
        architecture=architecture,
        size=kilobytes,
        depends=", ".join(depends(folder)),
        recommends=", ".join(RECOMMENDED),
    )


def depends(folder: Path) -> list[str]:
    """The packages that a frozen folder needs of the system. Raises LookupError where it needs a
    library that no package is known for.
    """
    shipped = {path.name for path in folder.rglob("*.so*")}
    needed: set[str] = set()
    glibc = 0
    for file in programs(folder):
        told = subprocess.run(
            ["readelf", "-d", str(file)], capture_output=True, text=True, check=True
        ).stdout
        needed.update(_NEEDED.findall(told))
        glibc = max([glibc, *(int(minor) for minor in _GLIBC.findall(file.read_bytes()))])
    foreign = {name for name in needed - shipped if not _SYSTEM.fullmatch(name)}
    if unknown := foreign - PACKAGES.keys():
        raise LookupError(f"no package is known for {', '.join(sorted(unknown))}")
    return [f"libc6 (>= 2.{glibc})", *sorted({PACKAGES[name] for name in foreign})]


def programs(folder: Path) -> Iterator[Path]:
    """Every program and library of a folder."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def owned_by_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry of an archive that tells nothing of who made it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
