"""The user's own presets: files in a library's folder that are copied, shared and taken back."""

from pathlib import Path

from studydesk.errors import FileUnreadable, PresetDamaged, PresetTaken, PresetUnknown
from studydesk.files import cannot_write, write_file, write_new_file
from studydesk.handout import presets
from studydesk.handout.preset_file import read_preset, renamed
from studydesk.handout.style import Preset
from studydesk.services.handouts import safe_name

FOLDER = "版式"
"""Where in the folder of a library its presets are."""


def load(library: Path) -> dict[str, PresetDamaged]:
    """Have the presets of this library at hand, and no other's; what is wrong with the files that
    cannot be used, by file name.
    """
    damaged: dict[str, PresetDamaged] = {}
    own: list[Preset] = []
    for path in _files(library):
        try:
            own.append(_read(path))
        except PresetDamaged as error:
            damaged[path.name] = error
    presets.adopt(own)
    return damaged


def copy_preset(library: Path, name: str, new_name: str) -> Path:
    """A copy of a preset under a new name, to be edited; its file. Raises PresetUnknown,
    PresetTaken, DiskFull or FileUnwritable.
    """
    return _keep(library, renamed(_text(library, name), new_name.strip()))


def share_preset(library: Path, name: str, path: Path) -> None:
    """Write the file of a preset to be given to others. Raises PresetUnknown, DiskFull or
    FileUnwritable.
    """
    write_file(path, _text(library, name).encode())


def take_preset(library: Path, path: Path) -> str:
    """Take over a preset that somebody shared; its name. Raises FileUnreadable, PresetDamaged or
    PresetTaken.
    """
    return _read(_keep(library, _file_text(path))).name


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
    name = read_preset(text, presets.SHIPPED).name
    load(library)
    path = folder_of(library) / f"{safe_name(name) or FOLDER}.toml"
    if name in presets.PRESETS or not write_new_file(path, text.encode()):
        raise PresetTaken(name)
    load(library)
    return path


def _text(library: Path, name: str) -> str:
    if name in presets.SHIPPED_FILES:
        return presets.SHIPPED_FILES[name]
    for path in _files(library):
        text = _file_text(path)
        try:
            found = read_preset(text, presets.SHIPPED).name
        except PresetDamaged:  # told when it was loaded
            continue
        if found == name:
            return text
    raise PresetUnknown(name)


def _files(library: Path) -> list[Path]:
    return sorted((library / FOLDER).glob("*.toml"))


def _read(path: Path) -> Preset:
    return read_preset(_file_text(path), presets.SHIPPED)


def _file_text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise PresetDamaged("UTF-8") from error
