"""The first start: a new library has the pages that ship with StudyDesk and a sample packet."""

from pathlib import Path

from studydesk import paths
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.packs import open_pack

_STARTER = "starter"
"""Under this key a library remembers that its starter content is not complete yet."""


def open_library(folder: Path) -> Library:
    """The library in a folder. A new one gets the starter pages and the sample packet; where
    that was cut short, it is done again. Raises what Library.open raises, and DiskFull.
    """
    library = Library.open(folder)
    try:
        if library.is_new or library.recall(_STARTER, "done") != "done":
            library.remember(_STARTER, "begun")
            import_files(library, sorted(paths.seeds().glob("*.txt")))
            open_pack(library, paths.resources() / "sample.studypack")
            library.remember(_STARTER, "done")
    except BaseException:
        library.close()
        raise
    return library
