"""The user's own presets: files in a library's folder that are copied, shared and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from studydesk.errors import (
    FileUnreadable,
    PresetDamaged,
    PresetTaken,
    PresetUnknown,
    StudyDeskError,
)
from studydesk.files import cannot_write, write_file
from studydesk.handout.preset_file import read_preset, renamed
from studydesk.handout.presets import PRESET_FILES, PRESETS
from studydesk.handout.style import Preset
from studydesk.services.handouts import safe_name, write_beside

FOLDER = "版式"
"""Where in the folder of a library its presets are."""


@dataclass(frozen=True, slots=True)
class LibraryPresets:
    """The presets to be had with a library: `by_name` the program's, then its own; `files` the
    texts of those. What is wrong with a file that cannot be used is told in `faults`, by its name.
    """

    by_name: Mapping[str, Preset]
    files: Mapping[str, str]
    faults: Mapping[str, StudyDeskError]


def read_presets(library: Path) -> LibraryPresets:
    """Read the presets of a library. A file that is damaged, or whose name is taken by the
    program or an earlier file, keeps no other from being read.
    """
    by_name, files = dict(PRESETS), dict(PRESET_FILES)
    faults: dict[str, StudyDeskError] = {}
    for path in sorted((library / FOLDER).glob("*.toml")):
        try:
            text = _file_text(path)
            preset = read_preset(text, PRESETS)
            if preset.name in by_name:
                raise PresetTaken(preset.name)
        except StudyDeskError as error:
            faults[path.name] = error
        else:
            by_name[preset.name], files[preset.name] = preset, text
    return LibraryPresets(by_name, files, faults)


def copy_preset(library: Path, name: str, new_name: str) -> Path:
    """A copy of a preset under a new name, to be edited; its file. Raises PresetUnknown,
    PresetDamaged, PresetTaken, DiskFull or FileUnwritable.
    """
    return _keep(library, renamed(_text(library, name), new_name.strip()))


def share_preset(library: Path, name: str, path: Path) -> None:
    """Write the file of a preset to be given to others. Raises PresetUnknown, DiskFull or
    FileUnwritable.
    """
    write_file(path, _text(library, name).encode())


def take_preset(library: Path, path: Path) -> str:
    """Take over a preset that somebody shared; its name. Raises FileUnreadable, PresetDamaged,
    PresetTaken, DiskFull or FileUnwritable.
    """
    text = _file_text(path)
    _keep(library, text)
    return read_preset(text, PRESETS).name


def folder_of(library: Path) -> Path:
    """Where a library keeps its presets; made where there is none. Raises DiskFull or
    FileUnwritable.
    """
    folder = library / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return folder


def _keep(library: Path, text: str) -> Path:
    """The new file of a preset whose name nobody has; names of files may be alike."""
    name = read_preset(text, PRESETS).name
    if name in read_presets(library).by_name:
        raise PresetTaken(name)
    return write_beside(folder_of(library), safe_name(name) or FOLDER, "toml", text.encode())


def _text(library: Path, name: str) -> str:
    try:
        return read_presets(library).files[name]
    except KeyError:
        raise PresetUnknown(name) from None


def _file_text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise PresetDamaged("UTF-8") from error
