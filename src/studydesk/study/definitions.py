"""Sentences in which a text says what a term means, for 名词解释: always whole, never reworded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studydesk.domain.passage import Passage
from studydesk.study.sentences import sentences

SHORTEST, LONGEST = 12, 160
"""Characters of a definition; less says nothing, more is a paragraph to read."""

_SAYS_LITTLE = re.compile(
    "组成部分|必然要求|重要(?:途径|抓手|保障|举措|任务|内容|支撑|体现|着力点)|关键|前提|重中之重|根本|目的|首要|当务之急"
)
_OPENINGS = (
    ("所谓", 3.0, "[，]?(?:就是指|是指|指的是|就是|即|是)"),
    ("", 3.0, "[，]?(?:就是指|是指|指的是|特指|泛指)"),
    ("", 2.0, "是[^。]{4,60}(?:表现为|特征是|特点是|包括)"),
    ("", 2.0, "[，]?(?:是一种|就是|是以|是由|即|主要包括|包括)"),
    (
        "",
        1.0,
        (
            "是[^，。]{2,40}(?:人才|劳动者|工人|组织|体系|机制|制度|模式|力量|精神|方式|过程|品质|平台|能力|活动|形态|素质|标志)"
            "[，；。]"
        ),
    ),
    ("", 1.0, "是[^。]{6,60}(?:作出|提出|部署)的[^，。]{0,6}(?:部署|决策|改革|战略|制度)[，；。]"),
)
_CALLED = ("(?:的|这种|这一)[^，。]{1,8}(?:被称为|称为|称之为|叫作|叫做|就是)", "[，。]")
"""What stands before and behind a term that a sentence gives a name to."""
_DEMONSTRATIVE = re.compile("^(?:这|该|此|其|它)")


@dataclass(frozen=True, slots=True)
class Definition:
    """A sentence that says what a term means; `worth` is higher the more plainly it does."""

    term: str
    text: str
    worth: float


def openings(term: str) -> tuple[str, ...]:
    """Words that a text with a definition of the term would have, most telling first."""
    return (f"{term}是指", f"所谓{term}", f"{term}就是", f"{term}是", f"称为{term}")


def definitions(term: str, text: str) -> Iterator[Definition]:
    """Every sentence of a text that says what a term means."""
    name = f"[“《]?{re.escape(term)}[”》]?"
    for sentence in sentences(Passage("", 0, len(text), text)):
        words = sentence.text.strip()
        if not (sentence.whole and SHORTEST <= len(words) <= LONGEST and term in words):
            continue
        for opening, worth, verb in _OPENINGS:
            match = re.match(f"(?:第[一二三四五六七八九]，)?{opening}{name}{verb}", words)
            if match:
                said = match[0]
                if said[-1] not in "，；。":
                    said += words[match.end() :].partition("，")[0]
                plain = worth - 2 * bool(_SAYS_LITTLE.search(said))
                if plain > 0 and not _DEMONSTRATIVE.match(words):
                    yield Definition(term, words, plain)
                break
        else:
            if re.search(name.join(_CALLED), words):
                yield Definition(term, words, 1.0)


def defined_terms(text: str) -> tuple[str, ...]:
    """The terms that a text itself says the meaning of in so many words, in its order."""
    return tuple(dict.fromkeys(match["term"] for match in _DEFINED.finditer(text)))


_DEFINED = re.compile(
    "(?:^|(?<=[。；！？\n]))(?:所谓)?[“《]?(?P<term>(?![这那该此其它我你他])[\u4e00-\u9fff]{2,14}?(?<![不只都]))[”》]?，?(?:是指|指的是|就是指|特指|泛指)",
    re.MULTILINE,
)


def known_terms(text: str, terms: frozenset[str]) -> tuple[str, ...]:
    """Those of the terms that a text has, longest first, none inside another, then by place."""
    found: list[str] = []
    left = text
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        if term in left:
            found.append(term)
            left = left.replace(term, "\n" * len(term))
    return tuple(sorted(found, key=text.index))
