"""Where resources and user data are: from a source checkout, installed, and frozen."""

import os
import sys
from pathlib import Path

LIBRARY_FILE = "library.db"
"""The database in the folder of a library."""

_PACKAGE = Path(__file__).resolve().parent
_PROGRAM = Path(sys.executable if getattr(sys, "frozen", False) else __file__)


def _as_it_is() -> tuple[int, int] | None:
    """What tells the file of the program from another in its place; None where it is gone."""
    try:
        facts = _PROGRAM.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns


_STARTED_AS = _as_it_is()


def is_program_there() -> bool:
    """Whether the program is still the one that was started: it may have been removed, moved or
    updated under its open window, and finds nothing more of itself then.
    """
    return _as_it_is() == _STARTED_AS is not None and resources().is_dir()


def _shipped(name: str) -> Path:
    """A folder that ships with the program: beside the frozen program, inside the installed
    package, or at the top of a source checkout.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    homes = [Path(frozen)] if frozen else [_PACKAGE, _PACKAGE.parents[1]]
    return next((home / name for home in homes if (home / name).is_dir()), homes[-1] / name)


def resources() -> Path:
    """Icons, fonts, the phrase bank, the sample packet and the help."""
    return _shipped("resources")


def seeds() -> Path:
    """The pages that the starter library is made from."""
    return _shipped("seeds")


def bill_of_materials() -> Path:
    """The list of all that the frozen program is made of, with versions (CycloneDX); it is not
    there elsewhere.
    """
    return _shipped("licences") / "sbom.json"


def default_library() -> Path:
    """The folder that a library is kept in unless the user chooses another: 文稿/学习台."""
    from platformdirs import user_documents_path  # 40 ms that most commands do without

    return user_documents_path() / "学习台"


def font_folders() -> tuple[Path, ...]:
    """Where the fonts of this computer are, those of the user first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return (local, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
    if sys.platform == "darwin":
        system = Path("/System/Library")
        downloaded = (system / "AssetsV2").glob("com_apple_MobileAsset_Font*")
        return (home / "Library/Fonts", Path("/Library/Fonts"), system / "Fonts", *downloaded)
    local = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share")) / "fonts"
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return (local, home / ".fonts", *shared)


def settings_folder() -> Path:
    """Where the window keeps its own choices, apart from any library."""
    from platformdirs import user_config_path

    return user_config_path("StudyDesk", appauthor=False)


def log_folder() -> Path:
    """Where faults of the program are written down."""
    from platformdirs import user_log_path

    return user_log_path("StudyDesk", appauthor=False)


def cache_folder() -> Path:
    """Where what can be made again is kept, such as the segmenter's prepared dictionary."""
    from platformdirs import user_cache_path

    return user_cache_path("StudyDesk", appauthor=False)


def has_library(folder: Path) -> bool:
    """Whether the database of a library is in a folder; not where that is away, or only its copies
    are left.
    """
    try:
        return (folder / LIBRARY_FILE).exists()
    except PermissionError:  # it is there, and opening it tells why it cannot be used
        return True
    except OSError:  # a drive that does not answer
        return False
