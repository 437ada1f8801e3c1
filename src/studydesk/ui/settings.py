"""The window's own choices, apart from any library: a typed table, kept in one small file."""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from studydesk.errors import DiskFull, FileUnwritable
from studydesk.files import write_file
from studydesk.ui.theme import MODES

SMALLEST_TYPE, LARGEST_TYPE = 13, 32
"""The reader's type size in pixels stays between these."""

MOST_LIBRARIES = 20
"""Folders of libraries that are known from the last times."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user has chosen, with the value that holds until then."""

    appearance: str = "follow"
    reading_size: int = 17
    library: str = ""
    toured: bool = False
    libraries: tuple[str, ...] = ()


_VALID: dict[str, Callable[[Any], bool]] = {
    "appearance": lambda value: value in MODES,
    "reading_size": lambda value: isinstance(value, int) and SMALLEST_TYPE <= value <= LARGEST_TYPE,
    "library": lambda value: isinstance(value, str),
    "toured": lambda value: isinstance(value, bool),
    "libraries": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
}


class Settings:
    """The choices and the file that keeps them; values that make no sense are left at default."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.choices = self._read()

    def keep(self, choices: Choices) -> None:
        """Take and keep these choices. A folder that cannot be written is no reason to stop
        working: the choices then hold until the window closes.
        """
        self.choices = choices
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._file, json.dumps(asdict(choices), ensure_ascii=False).encode())
        except (OSError, FileUnwritable, DiskFull) as error:
            logging.getLogger(__name__).info("choices were not kept: %s", error)

    def note_library(self, folder: Path, *, for_now: bool) -> None:
        """Know the folder of a library that was opened, and open it at the next start, too, if not
        `for_now`.
        """
        name = str(folder.absolute())
        known = (name, *(one for one in self.choices.libraries if one != name))[:MOST_LIBRARIES]
        library = self.choices.library if for_now else name
        self.keep(replace(self.choices, library=library, libraries=known))

    def knows(self, folder: Path) -> bool:
        """Whether a library was opened in a folder before."""
        return str(folder) in (self.choices.library, *self.choices.libraries)

    def _read(self) -> Choices:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):  # the first start, or a file that was damaged
            return Choices()
        if not isinstance(kept, dict):
            return Choices()
        names = {field.name for field in fields(Choices)}
        valid: dict[str, Any] = {n: v for n, v in kept.items() if n in names and _VALID[n](v)}
        valid["libraries"] = tuple(valid.get("libraries", ()))
        return Choices(**valid)
