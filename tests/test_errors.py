"""Errors carry data: whoever meets one can say what happened, and to what."""

import pickle
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studydesk import errors
from studydesk.errors import StudyDeskError

EXAMPLES: dict[object, object] = {
    str: "四版.txt",
    int: 3,
    Path: Path("学习台"),
    tuple[str, ...]: ("四版.txt",),
    datetime | None: datetime(2026, 11, 23, 8, 40, tzinfo=UTC),
}


def leaves(base: type[StudyDeskError] = StudyDeskError) -> list[type[StudyDeskError]]:
    """Every error that nothing else derives from."""
    derived = base.__subclasses__()
    return [leaf for error in derived for leaf in leaves(error)] if derived else [base]


def example(error: type[StudyDeskError]) -> StudyDeskError:
    if not is_dataclass(error):
        return error()
    return error(*(EXAMPLES[field.type] for field in fields(error)))


@pytest.mark.parametrize("error", leaves())
def test_every_error_is_caught_as_ours_with_its_data(error: type[StudyDeskError]) -> None:
    with pytest.raises(StudyDeskError) as caught:
        raise example(error)
    assert all(vars(caught.value).values())


@pytest.mark.parametrize("error", leaves())
def test_every_error_survives_being_copied(error: type[StudyDeskError]) -> None:
    again = pickle.loads(pickle.dumps(example(error)))
    assert type(again) is error
    assert vars(again) == vars(example(error))


def test_errors_have_no_sentences() -> None:
    """What a user reads is made in ui/words/messages.py."""
    assert not re.search("[\u4e00-\u9fff]", Path(errors.__file__).read_text("utf-8"))


def test_a_reason_of_the_system_is_told_in_the_same_words_everywhere() -> None:
    of_windows = OSError(2, "The system cannot find the file specified")
    assert errors.reason_of(of_windows) == "No such file or directory"
    assert errors.reason_of(OSError("no number")) == "no number"
    assert errors.reason_of(ValueError("embedded null byte")) == "embedded null byte"
