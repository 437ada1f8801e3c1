"""A copy of the library once a day, so that a bad day costs one day at most."""

from datetime import date
from pathlib import Path

from studydesk.library import Library

_DAY = "backed up on"
"""Under this key a library remembers the day of its last copy, as in 2026-11-27."""


def back_up_daily(library: Library) -> Path | None:
    """Copy the library into its backup folder, unless that was done today already; a new one
    has nothing to lose yet. Raises DiskFull or FileUnwritable.
    """
    today = date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar
    if library.is_new or library.recall(_DAY, "") == today:
        return None
    copy = library.back_up()
    library.remember(_DAY, today)
    return copy
