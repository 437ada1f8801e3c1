"""What makes a discussion question hard to answer or easy to answer with a slogan."""

import re
from collections.abc import Iterator

from studydesk.proof.finding import Match
from studydesk.proof.words import pattern

LONGEST_QUESTION = 60
"""Characters; more can hardly be kept in mind by ear."""

_OPENS_UP = re.compile("为什么|什么|哪|怎|如何|谁|多少|几|举例|例子|依据|请说|说说")
_YES_OR_NO = re.compile(r"是否应当|是否应该|应不应该|是不是|对不对|要不要|吗[？?]?\s*$")


def too_long(text: str) -> Iterator[Match]:
    """A question of more than 60 characters."""
    if len(text) > LONGEST_QUESTION:
        yield Match(LONGEST_QUESTION, len(text))


def yes_or_no(text: str) -> Iterator[Match]:
    """A question that a nod answers, and that asks for nothing more."""
    match = _YES_OR_NO.search(text)
    if match and not _OPENS_UP.search(text):
        yield Match(*match.span())


slogan = pattern(
    r"谈谈你?的?(?:学习)?(?:体会|认识|感想|心得)|如何进一步(?:全面)?(?:提升|加强|推动|推进)|有何重大意义",
    "",
)
