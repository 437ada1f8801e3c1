"""A disk that is full for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from studydesk.errors import DiskFull
from studydesk.library.database import Database


@contextmanager
def disk_full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Meanwhile nothing can be written."""

    @contextmanager
    def full(self: Database) -> Iterator[None]:
        raise DiskFull(self.path)
        yield

    with monkeypatch.context() as patched:
        patched.setattr(Database, "writing", full)
        yield
