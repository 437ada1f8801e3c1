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


def namesakes() -> Collection[str]:
    """The names of leaders that many others have, or that are a word: 李强, 万里."""
    return frozenset(row["姓名"] for row in _leaders() if row["与人重名"])


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
    named = (_bounded(row["姓名"]) for row in _leaders() if not row["与人重名"])
    called = (f"{row['姓名'][1:]}同志" for row in _leaders() if len(row["姓名"]) == _FULL)
    speaker = " ".join((lists["speaker"], *named, *called))
    return {**lists, "speaker": speaker, "speaker_body": lists["speaker"]}


_FULL = 3
"""Characters of a name whose given name alone tells who it is: 恩来同志."""
_GOES_ON = "在的说讲对会要和同就是与向到等为也还当常调"
"""What may stand behind any name, though it makes a usual word with its last character."""


def _bounded(name: str) -> str:
    """A regular expression for a leader's name: one of two characters neither as part of what a
    workmate is called nor where its last character begins a usual word: 小韩正在, 老陈毅然.
    """
    if len(name) == _FULL:
        return name
    begun = {word[1] for word in usual_words() if len(word) == 2 and word[0] == name[-1]}
    behind = "".join(sorted(begun - set(_GOES_ON)))
    mates = "".join(f"(?<!{mate})" for mate in _MATES)
    return f"{mates}{name}(?![{behind}])" if behind else f"{mates}{name}"


_MATES = ("[小老阿]", "[钳焊电车铣技职员]工", "工[人友]", "师傅", "徒弟", "司机", "骑手")
"""What stands right before the name of a workmate."""


@cache
def _leaders() -> Sequence[Mapping[str, str]]:
    with (paths.resources() / "questions" / "leaders.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
