"""The words of the field as frozen dataclasses and pure functions; standard library only."""
