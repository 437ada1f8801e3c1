"""Make what this system installs: python3 dev.py build. It comes to lie in dist/.

The program is frozen into a folder, looked over, and started to check itself; then come the
packages: .deb and .tar.xz on Linux, an installer and a .zip on Windows, a .dmg on macOS.
`--folder` stops before the packages; `--arm64` and `--amd64` say which processor a .deb is for
where that is not this one.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import debian
import icons
import licences
import macos
import windows

HERE = Path(__file__).resolve().parent
TOP = HERE.parent
WORK, OUT = TOP / "build", TOP / "dist"
MOST_BYTES = 180 * 10**6
SECONDS = 180
"""A check of itself takes ten seconds; one that waits for an answer is ended after so many."""

FORBIDDEN = re.compile(
    r".*(Qt6?(Quick|Qml|WebEngine|VirtualKeyboard|Designer)|opengl32sw|icuuc\.dll|mscms\.dll"
    r"|libX11\.so|libGL\.so|libfontconfig|libglib-2|libstdc\+\+|tests?/|\.pdb$).*"
)
"""What a folder must not hold: too large, the system's own, or of no use."""

REQUIRED = (
    "resources/fonts/StudyDeskSerif-Regular.ttf",
    "resources/sample.studypack",
    "resources/starter.json",
    "PySide6/**/qtbase_zh_CN.qm",
    "PySide6/**/platforms/*qoffscreen*",
    "PySide6/**/iconengines/*qsvgicon*",
    "jieba/dict.txt",
    "licences/LGPL-3.txt",
    "licences/sbom.json",
)
REQUIRED_ON_LINUX = (
    "PySide6/**/platforms/*qxcb*",
    "PySide6/**/platforms/*qwayland*",
    "PySide6/**/platforminputcontexts/*ibus*",
    "PySide6/**/platforminputcontexts/*compose*",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what the arguments ask for; the exit status."""
    asked = _parse(arguments)
    folder = freeze()
    faults = look_over(folder)
    if not faults:
        faults = check_itself(folder)
    for fault in faults:
        print(f"wrong: {fault}", file=sys.stderr)
    if faults:
        return 1
    print(f"{folder}: {size(folder) / 1e6:.0f} MB")
    if not asked.folder:
        packages = package(folder, asked.architecture)
        write_checksums(packages)
        for path in packages:
            print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


def version() -> str:
    """The version, which stands in studydesk/__init__.py and nowhere else."""
    text = (TOP / "src/studydesk/__init__.py").read_text("utf-8")
    found = re.search(r'(?m)^__version__ = "([^"]+)"$', text)
    if found is None:
        raise SystemExit("studydesk/__init__.py names no version")
    return found[1]


def freeze() -> Path:
    """The program with all it needs in a folder, or on macOS an application."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.rmtree(OUT, ignore_errors=True)
    WORK.mkdir()
    icons.make(TOP / "resources/icons/studydesk.svg", WORK)
    windows.write_version(WORK / "version.txt", version())
    licences.collect(TOP, WORK / "licences", version())
    recipe = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--workpath", str(WORK), "--distpath", str(OUT), str(HERE / "studydesk.spec")]
    environment = {**os.environ, "STUDYDESK_VERSION": version(), "PYTHONHASHSEED": "0"}
    subprocess.run([*recipe, *places], check=True, env=environment)
    folder = OUT / ("StudyDesk.app" if sys.platform == "darwin" else "studydesk")
    if shutil.which("dpkg"):
        licences.add_debian(inner(folder), inner(folder) / "licences")
    return folder


def inner(folder: Path) -> Path:
    """Where the program's own files are."""
    return folder / ("Contents/Resources" if folder.suffix == ".app" else "_internal")


def program(folder: Path) -> Path:
    """What is started to talk with: the one with standard streams."""
    if folder.suffix == ".app":
        return folder / "Contents/MacOS/studydesk"
    return folder / ("studydesk-console.exe" if sys.platform == "win32" else "studydesk")


def size(folder: Path) -> int:
    """Bytes of all files; what is linked counts once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def look_over(folder: Path) -> list[str]:
    """What is wrong with the files of a frozen folder."""
    faults = []
    if size(folder) > MOST_BYTES:
        faults.append(f"{size(folder)} bytes, more than {MOST_BYTES}")
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and FORBIDDEN.fullmatch(name) and "licences/" not in name:
            faults.append(f"must not be there: {name}")
    linux = REQUIRED_ON_LINUX if sys.platform == "linux" else ()
    wanted = (*REQUIRED, *linux)
    faults += [f"missing: {pattern}" for pattern in wanted if not any(folder.rglob(pattern))]
    return faults


def check_itself(folder: Path) -> list[str]:
    """Let the frozen program check itself; it must say the very same as the one of the source."""
    source = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    faults = []
    for command in ("--version", "self-check"):
        expected = _answer([sys.executable, "-m", "studydesk", command], source)
        found = _answer([str(program(folder)), command], dict(os.environ))
        if found != expected or found[0] != 0:
            faults.append(f"{command}: {found} instead of {expected}")
    return faults


def _answer(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        command,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout


def package(folder: Path, architecture: str) -> list[Path]:
    """What users of this system install or unpack, made from the frozen folder."""
    if sys.platform == "darwin":
        return [macos.make_image(folder, OUT, version())]
    if sys.platform == "win32":
        portable = shutil.make_archive(
            str(OUT / f"studydesk-{version()}-windows-portable"), "zip", OUT, folder.name
        )
        return [windows.make_installer(folder, OUT, WORK, version()), Path(portable)]
    archive = OUT / f"studydesk-{version()}-linux-{architecture}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=6) as tar:
        tar.add(folder, f"studydesk-{version()}", filter=debian.owned_by_root)
    return [debian.make_package(folder, OUT, WORK, version(), architecture), archive]


def write_checksums(packages: Sequence[Path]) -> None:
    """SHA-256 of every package, in the form that `sha256sum -c` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in packages]
    (OUT / "SHA256SUMS").write_text("".join(lines), "utf-8")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--folder", action="store_true", help="no packages")
    processors = parser.add_mutually_exclusive_group()
    for name in debian.ARCHITECTURES:
        processors.add_argument(
            f"--{name}", dest="architecture", action="store_const", const=name, help="for a .deb"
        )
    parser.set_defaults(architecture=debian.this_architecture())
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
