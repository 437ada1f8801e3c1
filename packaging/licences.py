"""The licence of everything that is shipped, and the list of it all (SBOM, CycloneDX 1.5)."""

import json
import platform
import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

LICENCE_FILE = re.compile(r"(?i)(.*/)?(licen[cs]e|copying|notice)[^/]*|.*\.dist-info/licenses/.*")
LGPL = ("GPL-3.txt", "LGPL-3.txt")
"""Qt and PySide6 come without the text of their licence: LGPL version 3, which refers to GPL 3."""

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
    for name in LGPL:
        shutil.copy(Path(__file__).parent / "licences" / name, folder)
    shutil.copy(_python_licence(), folder / "Python.txt")
    libraries = shipped(top / "pyproject.toml")
    for library in libraries:
        _copy_licences(library, folder)
    listed = [_component(library) for library in libraries]
    python = {"type": "platform", "name": "Python", "version": platform.python_version()}
    listed.append({**python, "licenses": [{"license": {"id": "PSF-2.0"}}]})
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "StudyDesk", "version": version}},
        "components": listed,
    }
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
