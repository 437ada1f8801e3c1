"""The user's own presets: files in a library's folder that are copied, shared and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from studydesk.errors import (
    FileUnreadable,
    LogoRefused,
    PresetDamaged,
    PresetTaken,
    PresetUnknown,
    StudyDeskError,
    reason_of,
)
from studydesk.files import cannot_write, write_file
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_file import read_preset
from studydesk.handout.preset_text import Changes, changed
from studydesk.handout.presets import PRESETS, preset_files
from studydesk.handout.style import Preset
from studydesk.services.handouts import safe_name, write_beside

FOLDER = "版式"
"""Where in the folder of a library its presets are."""

PUT_AWAY = "删掉的"
"""Where in that folder those are that are no longer wanted."""

LOGO = "标志"
"""What a picture is called whose own name cannot be kept."""


@dataclass(frozen=True, slots=True)
class LibraryPresets:
    """The presets to be had with a library: `by_name` the program's, then its own; `files` the
    texts of those, `own` where its own are. What is wrong with a file is told in `faults`, by its
    name; a preset whose logo alone cannot be had is used without.
    """

    by_name: Mapping[str, Preset]
    files: Mapping[str, str]
    own: Mapping[str, Path]
    faults: Mapping[str, StudyDeskError]


def read_presets(library: Path) -> LibraryPresets:
    """Read the presets of a library. A file that is damaged, or whose name is taken by the
    program or an earlier file, keeps no other from being read.
    """
    by_name, files = dict(PRESETS), dict(preset_files())
    own: dict[str, Path] = {}
    faults: dict[str, StudyDeskError] = {}
    for path in sorted((library / FOLDER).glob("*.toml")):
        try:
            text = _file_text(path)
            preset = _preset(text)
            if preset.name in by_name:
                raise PresetTaken(preset.name)
        except StudyDeskError as error:
            faults[path.name] = error
            continue
        try:
            preset = _with_logo(preset, path.parent)
        except LogoRefused as error:
            faults[path.name] = error
        by_name[preset.name], files[preset.name], own[preset.name] = preset, text, path
    return LibraryPresets(by_name, files, own, faults)


@lru_cache(maxsize=64)
def _preset(text: str) -> Preset:
    """What a file says: the form of a preset asks for all of them several times per change. Raises
    PresetDamaged.
    """
    return read_preset(text, PRESETS)


def _with_logo(preset: Preset, folder: Path) -> Preset:
    """The preset with the picture that it names. Raises LogoRefused."""
    if preset.logo is None:
        return preset
    picture, shape = _plain_picture(folder / preset.logo.file)
    return replace(preset, logo=replace(preset.logo, picture=picture, shape=shape))


def _plain_picture(path: Path) -> tuple[bytes, float]:
    from studydesk.export import logo  # few presets have one

    try:
        with path.open("rb") as file:
            data = file.read(logo.MOST_BYTES + 1)
    except OSError as error:
        raise LogoRefused(path.name, "missing") from error
    return logo.plain_picture(path.name, data)


def copy_preset(
    library: Path, name: str, new_name: str, changes: Changes = MappingProxyType({})
) -> Path:
    """A copy of a preset under a new name, changed or to be edited; its file. Raises
    PresetUnknown, PresetDamaged, PresetTaken, DiskFull or FileUnwritable.
    """
    return _keep(library, copied_text(library, name, new_name, changes))


def copied_text(
    library: Path, name: str, new_name: str, changes: Changes = MappingProxyType({})
) -> str:
    """The text of such a copy. Raises PresetUnknown or PresetDamaged."""
    return changed(_text(library, name), {**changes, ("name",): new_name.strip()})


def change_preset(library: Path, name: str, changes: Changes) -> str:
    """Change one of the library's own presets; its name, which may be among the changes. What was
    there stays if that makes no preset. Raises PresetUnknown, PresetDamaged, PresetTaken, DiskFull
    or FileUnwritable.
    """
    found = _with_own(library, name)
    return _replace(found, name, changed(found.files[name], changes))


def restore_preset(library: Path, name: str, text: str) -> str:
    """Give one of the library's own presets back the text that its file had; its name in that.
    Raises PresetUnknown, PresetDamaged, PresetTaken, DiskFull or FileUnwritable.
    """
    return _replace(_with_own(library, name), name, text)


def put_away_preset(library: Path, name: str) -> Path:
    """Take one of the library's own presets out of use: its file moves to a folder of its own,
    from where it can be put back; where it is then. Raises PresetUnknown, DiskFull or
    FileUnwritable.
    """
    path = _with_own(library, name).own[name]
    folder = path.parent / PUT_AWAY
    try:
        folder.mkdir(exist_ok=True)
        kept = write_beside(folder, path.stem, "toml", path.read_bytes())
        path.unlink()
    except OSError as error:
        raise cannot_write(path, error) from error
    return kept


def put_back_preset(library: Path, kept: Path) -> None:
    """Take a preset into use again that was put away there. Raises FileUnreadable, PresetDamaged,
    PresetTaken, DiskFull or FileUnwritable.
    """
    _keep(library, _file_text(kept))
    try:
        kept.unlink()
    except OSError as error:
        raise cannot_write(kept, error) from error


def _with_own(library: Path, name: str) -> LibraryPresets:
    """The presets of a library, one of its own by this name among them. Raises PresetUnknown."""
    found = read_presets(library)
    if name not in found.own:
        raise PresetUnknown(name, tuple(found.own))
    return found


def _replace(found: LibraryPresets, name: str, text: str) -> str:
    """Give the file of a preset another text, if that is a preset whose name no other has; its
    name.
    """
    new_name = _preset(text).name
    if new_name != name and new_name in found.by_name:
        raise PresetTaken(new_name)
    write_file(found.own[name], text.encode())
    return new_name


def font_offers() -> tuple[FontOffer, ...]:
    """The Chinese fonts of this computer that a preset may name, and which a PDF cannot have."""
    from studydesk.export.installed_fonts import offers  # looks through all the fonts there are

    return offers()


def keep_logo(library: Path, path: Path) -> str:
    """Put a picture beside the presets of a library; the name of its file there, which a preset
    may have as its logo. Raises LogoRefused, DiskFull or FileUnwritable.
    """
    picture, _ = _plain_picture(path)
    return write_beside(folder_of(library), safe_name(path.stem) or LOGO, "png", picture).name


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
    return _preset(text).name


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
    name = _preset(text).name
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
        raise FileUnreadable(path, reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise PresetDamaged("UTF-8") from error
