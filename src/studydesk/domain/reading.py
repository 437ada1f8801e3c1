"""How long a text takes to read aloud."""

CHARACTERS_A_MINUTE = 200
"""Medium speed for a practised reader; ordinary readers manage 150 to 200."""


def reading_minutes(characters: int) -> int:
    """Whole minutes to read so many characters aloud, rounded up; 0 for nothing to read."""
    return -(-max(0, characters) // CHARACTERS_A_MINUTE)
