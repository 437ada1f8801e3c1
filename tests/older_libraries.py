"""Libraries as earlier versions of StudyDesk left them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from studydesk.library import schema
from studydesk.library.database import FILE_NAME


def make_older(folder: Path, version: int) -> None:
    """Turn the library in a folder, which nobody has open, into one of an earlier version: with
    its tables and what they hold, and a search index still to be made.
    """
    path, today = folder / FILE_NAME, folder / "today.db"
    path.rename(today)
    with closing(sqlite3.connect(path)) as old, old:
        for statement in (part for step in schema.MIGRATIONS[:version] for part in step):
            old.execute(statement)
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        old.execute(f"PRAGMA user_version = {version}")
        old.commit()
        old.execute("ATTACH ? AS today", (str(today),))
        tables = "SELECT name FROM main.sqlite_master WHERE type = 'table'"
        for (table,) in old.execute(tables).fetchall():
            if not table.startswith(("article_index", "normal_form", "sqlite_")):
                rows = old.execute(f"PRAGMA main.table_info ({table})").fetchall()
                names = ", ".join(row[1] for row in rows)
                old.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM today.{table}")
        old.commit()
        old.execute("DETACH today")
    today.unlink()
