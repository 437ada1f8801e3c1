"""诊断包: one file that tells a maintainer what is amiss, and nothing that a user reads or writes.

In it are versions, a few choices, how much a library has, and of the log what the program itself
wrote: no file names, no folders, no titles. A packet and the log as it is come along only where
the user asks for that.
"""

import importlib.metadata
import json
import platform
import re
import shutil
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from studydesk import __version__, paths
from studydesk.errors import StudyDeskError
from studydesk.files import write_file
from studydesk.library import Library, backups
from studydesk.services.packs import save_pack

_PARTS = ("PySide6-Essentials", "lxml", "pikepdf", "pypdfium2", "reportlab", "python-docx", "jieba")
"""What the program is made of and may be at fault."""

_CHOICES = ("appearance", "reading_size", "toured")
"""Choices of the window that say nothing of its user; the library's folder does."""

_RECORD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ ([A-Z]+) (.*)")
_PLACE = re.compile(r'  File "([^"]*)", line (\d+), in ([\w<>]+)', re.ASCII)
_OWN = re.compile(r"[A-Za-z ]*")
_RAISED = re.compile(
    r"(studydesk\.errors\.\w+|[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning))(?:: .*|)",
    re.ASCII,
)
_OF_THE_PROGRAM = re.compile(r"(?:studydesk|site-packages|lib/python[\d.]+|python\d+\.zip)/.*")
_BETWEEN = (
    "Traceback (most recent call last):",
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)


def write_diagnosis(
    path: Path,
    library: Library | None = None,
    *,
    about: Callable[[bool], str],
    screen: Mapping[str, object] | None = None,
    packet_id: str | None = None,
) -> Path:
    """Write the file; what it says of itself, with content or without, and of the `screen`, is the
    window's to tell. With a packet's id,
    that packet and the whole log are in it as well. Raises FileUnwritable, DiskFull or NotFound.
    """
    log = _log()
    with_content = library is not None and packet_id is not None
    facts = {
        "program": _program(),
        "choices": _choices(),
        "screen": dict(screen or {}),
        "library": _figures(library) if library else None,
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("说明.txt", about(with_content))
        package.writestr("facts.json", json.dumps(facts, ensure_ascii=False, indent=1))
        package.writestr("log.txt", "\n".join(without_content(log.splitlines())))
        if library is not None and packet_id is not None:
            package.writestr("log-whole.txt", log)
            package.writestr("packet.studypack", _packed(library, packet_id))
    write_file(path, file.getvalue())
    return path


def without_content(lines: Iterable[str]) -> Iterator[str]:
    """What a log says of the program: when and where it failed, and by which error. Whatever else
    stands in it may be a user's, and is left out.
    """
    of_the_program = False
    for line in lines:
        if record := _RECORD.fullmatch(line):
            own = _OWN.match(record[3])
            yield f"{record[1]} {record[2]} {own[0].strip() if own else ''}"
        elif place := _PLACE.match(line):
            file = place[1].replace("\\", "/")
            known = _OF_THE_PROGRAM.search(file)
            of_the_program = known is not None
            yield f'  File "{known[0] if known else "…"}", line {place[2]}, in {place[3]}'
            continue
        elif line.startswith("    ") and of_the_program:
            yield line
            continue
        elif line in _BETWEEN:
            yield line
        elif raised := _RAISED.fullmatch(line):
            yield raised[1]
        of_the_program = False


def details_of(error: Exception) -> str:
    """Where the program failed and what it runs on, to be handed on: nothing of a user's."""
    trace = "".join(traceback.format_exception(error)).splitlines()
    system = f"StudyDesk {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join((system, *without_content(trace)))


def _log() -> str:
    """The log, the older part first; empty where there is none."""
    texts = []
    for name in ("studydesk.log.1", "studydesk.log"):
        try:
            texts.append((paths.log_folder() / name).read_text("utf-8", "replace"))
        except OSError:  # nothing was written down yet, or it cannot be read
            continue
    return "".join(texts)


def _program() -> dict[str, object]:
    return {
        "version": __version__,
        "frozen": hasattr(sys, "_MEIPASS"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": platform.machine(),
        "parts": _versions(),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _versions() -> dict[str, str]:
    """The version of each part, as it is installed, or as the list says that a frozen program has
    beside it; what neither knows is left out.
    """
    try:
        listed = json.loads(paths.bill_of_materials().read_text("utf-8"))["components"]
        known = {_same(part["name"]): part["version"] for part in listed}
    except (OSError, ValueError, KeyError, TypeError):  # it is not frozen, or not whole
        known = {}
    for name in _PARTS:
        with suppress(importlib.metadata.PackageNotFoundError):
            known[_same(name)] = importlib.metadata.version(name)
    return {name: known[_same(name)] for name in _PARTS if _same(name) in known}


def _same(name: str) -> str:
    """The name of a package as all its spellings have it in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _choices() -> dict[str, object]:
    try:
        kept = json.loads((paths.settings_folder() / "window.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: kept[name] for name in _CHOICES if isinstance(kept.get(name), str | int)}


def _figures(library: Library) -> dict[str, object]:
    """How much there is of everything, or by which error that cannot be told."""
    try:
        return {
            **library.figures(),
            "was_cut_off": library.was_cut_off,
            "backups": [
                {"made_at": copy.made_at.isoformat(), "damaged": copy.damaged}
                for copy in backups(library.folder)
            ],
            "free_bytes": shutil.disk_usage(library.folder).free,
        }
    except (StudyDeskError, OSError) as error:
        return {"error": type(error).__name__}


def _packed(library: Library, packet_id: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "packet.studypack"
        save_pack(library, packet_id, file)
        return file.read_bytes()
