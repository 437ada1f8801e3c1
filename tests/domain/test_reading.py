import pytest

from studydesk.domain.reading import reading_minutes


@pytest.mark.parametrize(
    ("characters", "minutes"), [(0, 0), (1, 1), (200, 1), (201, 2), (2200, 11), (-5, 0)]
)
def test_reading_aloud_takes_a_minute_for_every_200_characters_begun(
    characters: int, minutes: int
) -> None:
    assert reading_minutes(characters) == minutes
