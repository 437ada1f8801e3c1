"""Changes to the file of a preset that leave all else in it as it was written, comments too."""

from collections.abc import Mapping

from studydesk.errors import PresetDamaged

Place = tuple[str, ...]
"""Where in a file a value stands, such as ("page", "left")."""

Changes = Mapping[Place, str | float | bool | None]
"""New values; None takes out what is there."""


def changed(text: str, changes: Changes) -> str:
    """The file with other values. Raises PresetDamaged where it cannot be read, or one cannot be
    written.
    """
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
