"""Lines of one form, each over its own paragraph: the first is a heading as the next ones are."""

import re

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.title_joints import is_whole_title

# Headings of as few characters are of one form where they have as many.
FEW_CHARACTERS = 6
# How the first of several headings counts what is under it, and what the second has there: 第一步,
# 步骤一, 1.报告.
COUNTS = re.compile(f"(?P<ahead>[{signs.HAN}【]{{0,3}}?)(?P<number>[一1１])(?P<what>[^\\d]).")
SECOND = {"一": "二", "1": "2", "１": "２"}
ENDS_QUESTION = ("？", "?")


def begins_alike(title: str, first: str, second: str) -> bool:
    """Whether a line under a title is of one form with the next heading, and no second half of the
    title, as what asks or counts may be: 骑手送餐路上受了伤／到底算不算工伤？
    """
    plain = len(first) == len(second) <= FEW_CHARACTERS and not first.endswith(ENDS_QUESTION)
    return are_alike(first, second) and (plain or is_whole_title(title, first))


def are_alike(first: str, second: str) -> bool:
    """Whether two headings are of one form: both ask, both count (第一步：…, 第二步：…), or they
    have as many characters, which are few (案情回放, 律师分析).
    """
    if first.endswith(ENDS_QUESTION) and second.endswith(ENDS_QUESTION):
        return True
    if len(first) == len(second) <= FEW_CHARACTERS:
        return True
    counts = COUNTS.match(first)
    return counts is not None and second.startswith(
        counts["ahead"] + SECOND[counts["number"]] + counts["what"]
    )


def difference_of(one: str, other: str) -> int | None:
    """How many characters one of two headings is longer than the other, clause by clause; None
    where one has more clauses, or only one asks.
    """
    first, second = signs.CLAUSE.split(one), signs.CLAUSE.split(other)
    asks = {text.endswith(ENDS_QUESTION) for text in (one, other)}
    if len(first) != len(second) or len(asks) > 1:
        return None
    return sum(abs(len(a) - len(b)) for a, b in zip(first, second, strict=True))
