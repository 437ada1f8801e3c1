"""The words that suggested questions go by: political, private, far from a workshop's life…

They stand in resources/questions/words.toml, a list for each purpose, leaders in leaders.csv there.
"""

import csv
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from studydesk import paths


def any_of(name: str) -> str:
    """A regular expression for any word of a list; where several fit, the first of them."""
    return f"(?:{'|'.join(_lists()[name].split())})"


@cache
def leaders() -> Collection[str]:
    """The names of leaders that hardly anybody else has."""
    return frozenset(row["姓名"] for row in _leaders() if not row["与人重名"])


@cache
def usual_words() -> Collection[str]:
    """The usual words of Chinese, no names among them."""
    file = paths.resources() / "phrases" / "words.txt"
    lines = file.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _lists() -> Mapping[str, str]:
    file = paths.resources() / "questions" / "words.toml"
    lists: dict[str, str] = tomllib.loads(file.read_text("utf-8"))
    named = [name for name in sorted(leaders()) if len(name) == _FULL]
    called = (f"{name[1:]}同志" for name in named)
    speaker = " ".join((lists["speaker"], *named, *called))
    return {**lists, "speaker": speaker, "speaker_body": lists["speaker"]}


_FULL = 3
"""Characters of a name that is no part of other words, as 韩正 is of 小韩正在检修, and whose given
name alone tells who it is: 恩来同志.
"""


@cache
def _leaders() -> Sequence[Mapping[str, str]]:
    with (paths.resources() / "questions" / "leaders.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
