"""How a search is stopped by who asked for it, and by nobody else."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from studydesk.errors import Cancelled


class Stop:
    """Given to the searches of one question, and set when nobody wants their answers any more:
    those under way and those begun later raise Cancelled. Any thread may set it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._connections: set[sqlite3.Connection] = set()
        self._is_set = False

    def set(self) -> None:
        """Stop the searches."""
        with self._lock:
            self._is_set = True
            for connection in self._connections:
                connection.interrupt()

    @contextmanager
    def watching(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Let what this connection is asked in the block be stopped."""
        with self._lock:
            if self._is_set:
                raise Cancelled
            self._connections.add(connection)
        try:
            yield
        except sqlite3.OperationalError:  # an interrupted query fails in more ways than one
            if not self._is_set:
                raise
        finally:
            with self._lock:  # once it is out of here, it may serve a write
                self._connections.remove(connection)
        if self._is_set:
            raise Cancelled
