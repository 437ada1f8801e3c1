"""Once a day a copy of the library and a look into its trash; and the way back to a copy."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from studydesk.library import Library, Stop, restore
from studydesk.library.backups import remove_unfinished
from studydesk.services.starting import open_library
from studydesk.services.unfinished_imports import forget_all

_DAY = "backed up on"
"""Under this key a library remembers the day of its last copy, as in 2026-11-27."""


KEPT_DAYS = 30
"""Days that something stays in the trash, at least."""


def back_up_daily(
    library: Library,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Stop | None = None,
) -> Path | None:
    """Copy the library into its backup folder, then empty its trash of what is old, unless that
    was done today already; a new one has nothing to lose yet. Raises LibraryDamaged, with all
    as it was, LibraryLost, DiskFull or FileUnwritable, or Cancelled where `stop` was set: then it
    is done at the next start.
    """
    today = date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar
    last = library.recall(_DAY, "")
    if library.is_new or last == today:
        remove_unfinished(library.folder)
        return None
    copy = library.back_up(progress, stop)
    # Days are believed once there was a copy on them: a clock may be wrong for one of them.
    believed = datetime.fromisoformat(min(last or today, today))
    library.empty_trash(believed.astimezone(UTC) - timedelta(days=KEPT_DAYS))
    library.remember(_DAY, today)
    return copy


def go_back(
    folder: Path,
    backup: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Stop | None = None,
) -> Library:
    """The library in a folder as it was when a backup was made; what it is now is backed up
    before. Nobody may have it open. Raises what `restore` and `open_library` raise.
    """
    restore(folder, backup, progress, stop)
    with ExitStack() as closed_if_it_fails:
        library = closed_if_it_fails.enter_context(open_library(folder))
        forget_all(library)
        closed_if_it_fails.pop_all()
    return library
