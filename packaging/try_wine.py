"""Build for Windows, test, install, use and remove under Wine: python packaging/try_wine.py PYTHON.

PYTHON is a Windows Python of 64 bits, a folder or a .zip, as its "embeddable package" is laid out.
Wants Wine 10 (older ones end in Qt's PDF library), mingw-w64, NSIS, Xvfb and xdotool. It shows
what Windows will do, and is for trying only: what is published is built on Windows.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PureWindowsPath

import build
import windows
from try_deb import fingerprints, screen, see_handouts, timed, wait_for_window

TOP = Path(__file__).resolve().parents[1]
PROGRAMS = ("wine", "x86_64-w64-mingw32-gcc", "makensis", "Xvfb", "xdotool", "git")
SECONDS = 3600
"""Whatever takes longer hangs."""

CHECKOUT, PYTHON, LIBRARY = "studydesk", "python", "学习台 库"
"""Folders on drive C:."""

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\StudyDesk"
KIND = r"HKCU\Software\Classes\.studypack"
OFFER = r"HKCU\Software\Classes\Applications\studydesk.exe"

CONVERTERS = (
    "UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE", "ucnv_cbFromUWriteUChars",
    "ucnv_cbToUWriteUChars", "ucnv_close", "ucnv_countAvailable", "ucnv_fromUCountPending",
    "ucnv_fromUnicode", "ucnv_getAvailableName", "ucnv_getFromUCallBack", "ucnv_getMaxCharSize",
    "ucnv_getName", "ucnv_getStandardName", "ucnv_getToUCallBack", "ucnv_open", "ucnv_reset",
    "ucnv_setFromUCallBack", "ucnv_setToUCallBack", "ucnv_toUCountPending", "ucnv_toUnicode",
)  # fmt: skip
"""What Qt takes from icuuc.dll, which Windows 10 has and Wine has not. With converters that cannot
be opened Qt does with its own. A folder in which this stand-in is found is refused by build.py.
"""


class Wine:
    """A Windows in a folder, with a drive C:."""

    def __init__(self, folder: Path, display: str) -> None:
        self.drive = folder / "drive_c"
        self.environment = {
            "HOME": str(folder.parent),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "DISPLAY": display,
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mshtml=;winedbg.exe=",  # no window may wait for an answer
        }

    def command(self, *command: object) -> list[str]:
        """What runs a program; a path on the drive is given as Windows writes it."""
        return ["wine", *(self.name(part) for part in command)]

    def name(self, part: object) -> str:
        """A path on the drive as Windows writes it; anything else as text."""
        if isinstance(part, Path) and part.is_relative_to(self.drive):
            return str(PureWindowsPath("C:/", part.relative_to(self.drive)))
        return str(part)

    def run(
        self, *command: object, folder: Path | None = None, variables: Mapping[str, str] = {}
    ) -> None:
        """Run a program to its end. Raises CalledProcessError or TimeoutExpired."""
        subprocess.run(
            self.command(*command),
            cwd=folder or self.drive,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )

    def has(self, key: str) -> bool:
        """Whether the registry has a key."""
        query = self.command("reg", "query", key)
        return not subprocess.run(
            query, env=self.environment, capture_output=True, check=False
        ).returncode

    def make(self, python: Path) -> None:
        """Set up the drive: Windows' own, Python with every pinned package, and the checkout."""
        self.run("wineboot", "--init", folder=Path.cwd())
        stand_in(self.drive / "windows/system32/icuuc.dll")
        home = self.drive / PYTHON
        unpack(python, home)
        install_packages(home)
        copy_checkout(self.drive / CHECKOUT)

    def python(self, *arguments: object) -> None:
        """Run Python in the checkout."""
        checkout = self.drive / CHECKOUT
        variables = {"PYTHONPATH": self.name(checkout / "src")}
        program = self.drive / PYTHON / "python.exe"
        self.run(program, *arguments, folder=checkout, variables=variables)


def stand_in(library: Path) -> None:
    """Make the library that Wine lacks; each of its functions answers nothing."""
    source = "".join(
        f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in CONVERTERS
    )
    compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-s", "-x", "c", "-", "-o", str(library))
    subprocess.run(compiler, input=source, encoding="ascii", check=True)


def unpack(python: Path, home: Path) -> None:
    """Lay Python out in a folder, without the file that keeps it from its own packages."""
    if python.is_dir():
        shutil.copytree(python, home)
    else:
        with zipfile.ZipFile(python) as archive:
            archive.extractall(home)
    for closed in home.glob("python*._pth"):
        closed.unlink()


def install_packages(home: Path) -> None:
    """Install every pinned package, as Windows has it, checked by its hash."""
    (library,) = home.glob("python3[0-9]*.dll")
    version = library.stem.removeprefix("python3")
    system = (
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
        "--python-version",
        f"3.{version}",
    )
    kinds = [part for abi in (f"cp3{version}", "abi3", "none") for part in ("--abi", abi)]
    place = ("--target", home / "Lib/site-packages", "--no-compile", "--only-binary=:all:")
    install = ("install", "-q", "--no-deps", *place, *system, *kinds)
    others, to_build = pins_for_windows((TOP / "constraints.txt").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "others.txt").write_text(others, "utf-8")
        (folder / "to-build.txt").write_text(to_build, "utf-8")
        _pip(*install, "--require-hashes", "-r", folder / "others.txt")
        build_wheel = ("wheel", "-q", "--no-deps", "--no-build-isolation", "--require-hashes")
        _pip(*build_wheel, "-w", folder, "-r", folder / "to-build.txt")
        _pip(*install, *folder.glob("*.whl"))


def _pip(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "pip", *map(str, arguments)], check=True)


def pins_for_windows(pins: str) -> tuple[str, str]:
    """The pins that hold on Windows: those with a wheel, and those that are built here."""
    entries = re.findall(r"(?m)^[a-z](?:.*\\\n)*.*\n", pins)
    here = [entry.replace(" ; sys_platform == 'win32'", "") for entry in entries]
    to_build = [entry for entry in here if entry.startswith("jieba==")]
    return "".join(entry for entry in here if entry not in to_build), "".join(to_build)


def copy_checkout(target: Path) -> None:
    """Copy what the repository keeps, as it stands here."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=TOP, capture_output=True, encoding="utf-8", check=True
    )
    for name in filter(None, listing.stdout.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TOP / name, target / name)


def make_installer(wine: Wine) -> Path:
    """Freeze the program, look it over, let it check itself, and package it; the installer is one
    of 64 bits, as Wine's 32 need packages of another architecture.
    """
    wine.python("packaging/build.py", "--folder")
    out, work = (wine.drive / CHECKOUT / name for name in ("dist", "build"))
    folder, version = out / "studydesk", build.version()
    return windows.make_installer(folder, out, work, version, ["-XTarget amd64-unicode"])


def use(wine: Wine, setup: Path) -> None:
    """Install, check, open and close the window, remove; what a user keeps must stay."""
    with timed("installed"):
        wine.run(setup, "/S")
    (program,) = wine.drive.rglob("Programs/StudyDesk/studydesk.exe")
    assert wine.has(UNINSTALL), "not listed among the programs"
    assert wine.has(KIND), "no file type"
    assert wine.has(OFFER), "not offered to open other files with"
    with timed("checked itself"):
        wine.run(program.with_stem("studydesk-console"), "self-check")
    handouts = wine.drive / "讲义"
    with timed("made the handouts of the sample packet"):
        wine.run(program.with_stem("studydesk-console"), "demo", "--out", handouts)
    see_handouts(handouts)
    library = wine.drive / LIBRARY
    show(wine, wine.command(program, "--library", library))
    kept = fingerprints(library)
    assert kept, "no library"
    with timed("removed"):
        wine.run(program.with_name("uninstall.exe"), "/S", f"_?={wine.name(program.parent)}")
    assert not wine.has(UNINSTALL), "still listed among the programs"
    assert not wine.has(KIND), "the file type is left"
    assert not wine.has(OFFER), "still offered to open other files with"
    left = [path.name for path in program.parent.rglob("*") if path.is_file()]
    assert left == ["uninstall.exe"], f"left behind: {left}"  # which goes where nobody waits for it
    assert fingerprints(library) == kept, "the library has changed"


def show(wine: Wine, command: list[str]) -> None:
    """Open the window, and close it by its key once it shows the packet of a new library."""
    display = wine.environment["DISPLAY"]
    with subprocess.Popen(command, env=wine.environment, stdin=subprocess.DEVNULL) as program:
        try:
            with timed("the window"):
                window = wait_for_window(display, " · 学习台", program)
            keys = ["xdotool", "windowfocus", "--sync", window, "key", "ctrl+q"]
            subprocess.run(keys, env=wine.environment, check=True)
            assert program.wait(SECONDS) == 0
        finally:
            program.kill()


def main(arguments: Sequence[str] | None = None) -> int:
    """Try what the arguments name; the exit status."""
    asked = _parse(arguments)
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="studydesk-windows-") as folder:
        wine = Wine(Path(folder, "prefix"), asked.display)
        with screen(asked.display):
            with timed("a Windows"):
                wine.make(asked.python)
            if asked.tests:
                with timed("tested"):
                    wine.python("-m", "pytest", "-n", "0", "--onscreen", *asked.tests)
            with timed("built"):
                setup = make_installer(wine)
            use(wine, setup)
            subprocess.run(["wineserver", "--kill"], env=wine.environment, check=False)
    print("built, installed, used and removed; the library was kept")
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", type=Path)
    parser.add_argument("tests", nargs="*", help="for pytest, such as tests/ui")
    parser.add_argument("--display", default=":95", help="a number that no screen has")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
