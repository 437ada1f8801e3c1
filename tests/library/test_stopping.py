"""Searches are stopped by who asked for them."""

import sqlite3
from contextlib import closing
from threading import Timer

import pytest

from studydesk.errors import Cancelled
from studydesk.library import Library, Stop

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_question_under_way_is_interrupted() -> None:
    stop = Stop()
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        Timer(0.05, stop.set).start()
        with pytest.raises(Cancelled), stop.watching(connection):
            connection.execute(ENDLESS).fetchone()


def test_what_is_asked_after_the_stop_is_not_begun(library: Library) -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        library.find("职工", stop=stop)


def test_a_mistake_of_ours_is_not_taken_for_a_stop() -> None:
    connection = sqlite3.connect(":memory:")
    with (
        closing(connection),
        pytest.raises(sqlite3.OperationalError),
        Stop().watching(connection),
    ):
        connection.execute("SELECT nothing")
