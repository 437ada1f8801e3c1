"""What is sure to be the name of somebody (姓名)."""

import re
from collections.abc import Iterator

from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES
from studydesk.study.offices import OVER
from studydesk.study.vocabulary import any_of, usual_words

_FUNCTION = (
    "的地得了着过不是在就也都还又要会能说道问答讲听看想对把被给跟到这那他她它我你您个吗呢吧啊呀一"
)
"""What no given name has in it."""
_NO_SURNAME = "向和从由连应来那后过相都全对"
"""Surnames of few that begin a sentence in another sense nearly always: 向大家说."""
_NO_NAME = re.compile(
    "[员师匠者们傅手工]$|(?<!^.)[人家主]$|^(?:门卫|房东|商家|商户|车主|路人|农户)$"
)
_UNIT = re.compile(any_of("unit"))
LENGTHS = (2, 3, 4)
"""Characters of a name."""


def is_name(words: str) -> bool:
    """Whether words are sure to be a name: a surname, a given name of one or two characters, and
    no usual word.
    """
    family = 2 if words[:2] in COMPOUND_SURNAMES else 1
    given = words[family:]
    known = family == 2 or (words[:1] in SURNAMES and words[0] not in _NO_SURNAME)
    a_word = not NOT_NAMES.isdisjoint((words, words[:2])) or any(
        one in usual_words() for one in (words, words[:2])
    )
    a_word = a_word or bool(_UNIT.fullmatch(words[:2]))
    fits = known and 1 <= len(given) <= 2 and not set(given) & set(_FUNCTION)
    other = OVER.search(words) or _NO_NAME.search(words) or words[:1] in given
    return fits and not a_word and not other


def begins_with_name(words: str) -> bool:
    """Whether the first characters of words are sure to be a name."""
    return any(is_name(words[:size]) for size in LENGTHS if size <= len(words))


def names_in(words: str) -> bool:
    """Whether words begin with a name, or have one behind 的 or a post."""
    clause = words.rpartition("，")[2]
    return any(
        is_name(part[:size]) for part in (clause, clause.rpartition("的")[2]) for size in LENGTHS
    )


def ends_behind_a_post(words: str) -> bool:
    """Whether words end with a name that a post stands before: 某大学教授李明."""
    return any(is_name(words[-n:]) and words[-n - 1 : -n] in _POST_ENDS for n in (2, 3))


_POST_ENDS = tuple("员师长者家授人手问")


def names_at(text: str, at: int) -> Iterator[str]:
    """The names that can begin at a place of a text, and end before another word."""
    for size in LENGTHS:
        name, behind = text[at : at + size], text[at + size : at + size + 2]
        ends = not "一" <= behind[:1] <= "龥" or behind[0] in f"{_FUNCTION}来去走站坐笑拿擦和与及"
        if is_name(name) and (ends or behind in usual_words()):
            yield name
