"""Opening libraries; a new one has the pages that ship with StudyDesk, tidied, and a sample."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from studydesk import paths
from studydesk.domain.tidying import Tidying
from studydesk.errors import (
    FileUnreadable,
    LibraryAway,
    LibraryInUse,
    LibraryMissing,
    LibraryNotFolder,
    LibraryNowhere,
    reason_of,
)
from studydesk.library import Catalogue, Library, Stop, codec, is_gone, read_beside
from studydesk.library.lock import HOLDER_NAME, LOCK_NAME, TOLD_NAME
from studydesk.services.importing import Progress, import_files
from studydesk.services.packs import open_pack
from studydesk.services.tidying import fitting, tidy

_STARTER = "starter"
"""Under this key a library remembers that its starter content is not complete yet."""


@dataclass(frozen=True, slots=True)
class StarterPage:
    """What was done by hand to one of the pages that ship with StudyDesk."""

    source_id: str
    operations: tuple[Tidying, ...]


def starter_file() -> Path:
    """The file that says what was done by hand to the starter pages."""
    return paths.resources() / "starter.json"


def add_starter_pages(library: Library, progress: Progress = lambda _done, _total: None) -> None:
    """Import the starter pages and tidy them. Raises FileUnreadable where they are not there, and
    whatever else stopped one of them.
    """
    try:
        pages = codec.load(tuple[StarterPage, ...], starter_file().read_bytes())
    except OSError as error:
        raise FileUnreadable(starter_file(), reason_of(error)) from error
    for result in import_files(library, sorted(paths.seeds().glob("*.txt")), progress):
        if result.error is not None:
            raise result.error
    for page in pages:
        source = library.source(page.source_id)
        tidy(library, source.id, fitting(source, page.operations))


def open_library(
    folder: Path,
    progress: Progress = lambda _done, _total: None,
    copying: Progress = lambda _done, _total: None,
    stop: Stop | None = None,
) -> Library:
    """The library in a folder. A new one gets the starter pages and the sample packet, which
    takes seconds and is told in `progress`; where that was cut short, it is done again. That one
    of an earlier version is copied first is told in `copying`. Raises what `refuse_nowhere` and
    Library.open raise.
    """
    refuse_nowhere(folder)
    with ExitStack() as closed_if_it_fails:
        library = closed_if_it_fails.enter_context(
            Library.open(folder, {_STARTER: "begun"}, copying, stop)
        )
        if library.recall(_STARTER, "done") != "done":
            add_starter_pages(library, progress)
            open_pack(library, paths.resources() / "sample.studypack")
            library.remember(_STARTER, "done")
        closed_if_it_fails.pop_all()
    return library


def open_known(folder: Path, copying: Progress, stop: Stop) -> Library:
    """The library that was open in a folder last time; none is made in its place. Raises
    LibraryAway where it is not there, and what `open_library` raises.
    """
    if _is_away(folder):
        raise LibraryAway(folder)
    return open_library(folder, copying=copying, stop=stop)


def _is_away(folder: Path) -> bool:
    try:
        there = folder.is_file() or paths.has_library(folder)
        return not (there or is_gone(folder))  # whose copies are there is told as that
    except PermissionError:  # it is there, and opening it tells why it cannot be used
        return False
    except OSError:  # a drive that does not answer
        return True


def refuse_nowhere(folder: Path) -> None:
    """Raises LibraryNowhere where a library would be made in a folder that lies in none: what it
    lies on is a drive that is not plugged in, or its path is mistyped. Only the usual one may.
    """
    if folder != paths.default_library() and _lies_nowhere(folder):
        raise LibraryNowhere(folder)


def _lies_nowhere(folder: Path) -> bool:
    above = folder.absolute().parents
    try:
        if folder.exists():  # the root of a drive or of a share, too, which lies in nothing
            return False
        nearest = next((each for each in above if each.exists()), None)
    except OSError:  # opening it tells why it cannot be used
        return False
    return nearest is None or (nearest != above[0] and nearest.is_dir())


def open_or_make(folder: Path) -> Library:
    """The library in a folder, without the starter pages where it is new. Raises what
    `refuse_nowhere` and Library.open raise.
    """
    refuse_nowhere(folder)
    return Library.open(folder)


def usual_besides(folder: Path) -> Path | None:
    """The folder of the usual library, where there is one and it is another than this."""
    usual = paths.default_library()
    return usual if usual != folder and paths.has_library(usual) else None


def others_in(folder: Path) -> int:
    """How many other things a new library would lie among; 0 where a library is there already or
    was, and where nothing can be seen: opening it will tell why.
    """
    try:
        if paths.has_library(folder) or is_gone(folder):
            return 0
        return sum(
            path.name not in {LOCK_NAME, HOLDER_NAME, TOLD_NAME} for path in folder.iterdir()
        )
    except OSError:
        return 0


def open_existing(folder: Path) -> Library:
    """The library in a folder where there is one. Raises LibraryMissing where there is none, and
    what Library.open raises.
    """
    if folder.is_file():
        raise LibraryNotFolder(folder)
    if not (paths.has_library(folder) or is_gone(folder)):
        raise LibraryMissing(folder)
    return Library.open(folder)


@contextmanager
def reading(folder: Path) -> Iterator[Catalogue]:
    """What can be asked of the library in a folder where there is one, be it open in a window of
    this computer, too. Raises what `open_existing` raises.
    """
    with ExitStack() as closed:
        try:
            library: Catalogue = closed.enter_context(open_existing(folder))
        except LibraryInUse as taken:
            library = closed.enter_context(read_beside(taken))
        yield library
