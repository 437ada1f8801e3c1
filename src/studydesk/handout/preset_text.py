"""Changes to the file of a preset that leave all else in it as it was written, comments too."""

import re
from collections.abc import Mapping

from studydesk.errors import PresetDamaged

_TABLE = re.compile(r"^\[", re.MULTILINE)

Place = tuple[str, ...]
"""Where in a file a value stands, such as ("page", "left")."""

Changes = Mapping[Place, str | float | bool | None]
"""New values; None takes out what is there."""


def changed(text: str, changes: Changes) -> str:
    """The file with other values. Raises PresetDamaged where it cannot be read, or one cannot be
    written.
    """
    if changes.keys() == {("name",)} and (table := _TABLE.search(text)):
        head, tables = text[: table.start()], text[table.start() :]
        try:  # the tables, which are nearly all of it and take their time to be read, have no name
            return _changed(head, changes) + tables
        except PresetDamaged:  # what seemed to begin a table was part of a value
            return _changed(text, changes)
    return _changed(text, changes)


def _changed(text: str, changes: Changes) -> str:
    import tomlkit  # only those who change a preset wait for it
    from tomlkit.exceptions import TOMLKitError

    try:
        file = tomlkit.parse(text)
        for (*tables, name), value in changes.items():
            table = file
            for step in tables:
                table = table.setdefault(step, tomlkit.table())
            if value is None:
                table.pop(name, None)
            else:
                table[name] = value
        return tomlkit.dumps(file)
    except (TOMLKitError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise PresetDamaged("TOML") from error
