"""The licence of everything that is shipped, and the list of it all (SBOM, CycloneDX 1.5)."""

import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

LICENCE_FILE = re.compile(r"(?i)(.*/)?(licen[cs]e|copying|notice)[^/]*|.*\.dist-info/licenses/.*")
TEXTS = ("GPL-3.txt", "LGPL-3.txt", "jieba.txt")
"""Qt and PySide6 come without the text of their licence, LGPL version 3, which refers to GPL 3;
jieba comes without its own.
"""

RESOURCES = {
    "LXGW WenKai": ("OFL-1.1", "fonts/StudyDeskKai-OFL.txt"),
    "Noto Sans SC": ("OFL-1.1", "fonts/StudyDeskSans-OFL.txt"),
    "Noto Serif SC": ("OFL-1.1", "fonts/StudyDeskSerif-OFL.txt"),
    "Lucide": ("ISC", "icons/LICENSE"),
}
"""What lies in resources and is not ours: its licence, and where that stands there."""

OF_DEBIAN = {
    "libbz2": "bzip2-1.0.6",
    "libexpat": "MIT",
    "libffi": "MIT",
    "liblzma": "LicenseRef-public-domain",
    "libsqlite3": "blessing",
    "libuuid": "BSD-3-Clause",
    "libxcb-": "MIT",
    "libzstd": "BSD-3-Clause",
    "zlib": "Zlib",
}
"""Licences of what PyInstaller takes from the Debian it runs on, by how a package's name begins."""

DOCUMENTS = Path("/usr/share/doc")
"""Where Debian keeps the licence of each package; slimmed systems have thrown them away."""

UNNAMED = {
    "jieba": "MIT",
    "PySide6_Addons": "LGPL-3.0-only",
    "PySide6_Essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
}
"""Where a package does not say it in one word, or offers a choice, what it is taken under."""


def collect(top: Path, folder: Path, version: str) -> None:
    """Write the licences of the program, of Python and of every library into a folder, and
    sbom.json beside them.
    """
    folder.mkdir(parents=True)
    shutil.copy(top / "LICENSE", folder / "StudyDesk.txt")
    for name in TEXTS:
        shutil.copy(Path(__file__).parent / "licences" / name, folder)
    for name, (_licence, place) in RESOURCES.items():
        shutil.copy(top / "resources" / place, folder / f"{name}.txt")
    shutil.copy(_python_licence(), folder / "Python.txt")
    libraries = shipped(top / "pyproject.toml")
    for library in libraries:
        _copy_licences(library, folder)
    listed = [_component(library) for library in libraries]
    for name, (told, _place) in RESOURCES.items():
        listed.append({"type": "data", "name": name, "licenses": [{"expression": told}]})
    python = {"type": "platform", "name": "Python", "version": platform.python_version()}
    listed.append({**python, "licenses": [{"expression": "PSF-2.0"}]})
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "StudyDesk", "version": version}},
        "components": listed,
    }
    _write(bill, folder)


def add_debian(files: Path, folder: Path) -> None:
    """Add to the list, and to the licences in `folder`, the packages of this Debian, or of a system
    made of it, that a frozen folder took libraries from. Raises LookupError where nobody has looked
    at the licence of one, or it is not on this machine.
    """
    bill = json.loads((folder / "sbom.json").read_text("utf-8"))
    system = platform.freedesktop_os_release()["ID"]
    for package, version in _packages(files):
        told = next((text for name, text in OF_DEBIAN.items() if package.startswith(name)), None)
        if told is None:
            raise LookupError(
                f"{package} {version} of {system} would be shipped, and its licence is not known: "
                f"read {DOCUMENTS / package / 'copyright'}, then add it to OF_DEBIAN in licences.py"
            )
        own = DOCUMENTS / package / "copyright"
        if not own.is_file():
            raise LookupError(f"{package} would be shipped, and {own} is not there: reinstall it")
        shutil.copy(own, folder / f"{package}.txt")
        purl = f"pkg:deb/{system}/{package}@{version}"
        component = {"type": "library", "name": package, "version": version, "purl": purl}
        bill["components"].append({**component, "licenses": [{"expression": told}]})
    _write(bill, folder)


def _packages(files: Path) -> list[tuple[str, str]]:
    """The packages of this Debian that have libraries of the same names as those in a folder, with
    their versions; Python's own is listed by itself.
    """
    taken = (path for path in files.glob("lib*.so*") if not path.is_symlink())
    patterns = [f"*/{path.name}" for path in taken if not path.name.startswith("libpython")]
    names = {line.partition(":")[0] for line in _tell("dpkg", "-S", *patterns)}
    versions = "${Package}\t${Version}\n"
    told = _tell("dpkg-query", "-W", "-f", versions, *sorted(names)) if names else []
    return [(name, version) for name, version in (line.split("\t") for line in told)]


def _tell(*command: str) -> list[str]:
    """What a command writes, by line; dpkg says by its status that some files are nobody's."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()


def _write(bill: dict[str, object], folder: Path) -> None:
    text = json.dumps(bill, ensure_ascii=False, indent=1)
    (folder / "sbom.json").write_text(f"{text}\n", "utf-8")


def shipped(project: Path) -> list[metadata.Distribution]:
    """The libraries that StudyDesk needs, and those that they need, by name; of the latter those
    that are there, for the others belong to other systems.
    """
    declared = tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"]
    found = {library.name: library for library in map(metadata.distribution, names(declared))}
    waiting = list(found.values())
    while waiting:
        for name in names(waiting.pop().requires or ()):
            for library in metadata.distributions(name=name):
                if library.name not in found:
                    found[library.name] = library
                    waiting.append(library)
    return sorted(found.values(), key=lambda library: library.name.lower())


def names(requirements: Iterable[str]) -> list[str]:
    """The names that requirements begin with, without those of extras."""
    return [re.split(r"[^\w.-]", line)[0] for line in requirements if "extra ==" not in line]


def licence(library: metadata.Distribution) -> str:
    """Under what a library is shipped. Raises LookupError where it does not say."""
    fields = library.metadata.json
    told = str(fields.get("license_expression") or fields.get("license") or "")
    name = UNNAMED.get(library.name) or told.strip().partition("\n")[0]
    if not name:
        raise LookupError(f"{library.name} names no licence")
    return name


def _copy_licences(library: metadata.Distribution, folder: Path) -> None:
    own = folder / library.name
    for file in library.files or ():
        if LICENCE_FILE.fullmatch(file.as_posix()) and file.suffix not in {".py", ".pyc"}:
            target = own / file.name if "licenses" not in file.parts else own / _within(file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(str(file.locate())), target)


def _within(file: metadata.PackagePath) -> Path:
    return Path(*file.parts[file.parts.index("licenses") + 1 :])


def _component(library: metadata.Distribution) -> dict[str, object]:
    return {
        "type": "library",
        "name": library.name,
        "version": library.version,
        "purl": f"pkg:pypi/{library.name.lower().replace('_', '-')}@{library.version}",
        "licenses": [{"expression": licence(library)}],
    }


def _python_licence() -> Path:
    places = [
        Path(sysconfig.get_path("stdlib")),
        Path(sys.base_prefix),
        Path(sys.base_prefix) / "lib",
    ]
    names = ("LICENSE.txt", "LICENSE")
    found = (place / name for place in places for name in names if (place / name).is_file())
    return next(found)
