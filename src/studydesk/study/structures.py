"""What the text of a passage offers to ask about: lists, contrasts, headings, results and others.

Each finder yields the exact words that a question would be about, with their place. Here are
those that look at the outline of a passage.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from studydesk.study.contrasts import contrasts
from studydesk.study.find import Find, within
from studydesk.study.lists import DEMAND, SERIES, lists
from studydesk.study.outcomes import outcomes
from studydesk.study.phrasings import (
    answers,
    asked,
    cases,
    changes,
    definitions,
    names,
    quoted,
    then_and_now,
)
from studydesk.study.sentences import Sentence, clauses
from studydesk.study.vocabulary import any_of
from studydesk.study.voices import judgements, views, voices

_LAW_CASE = re.compile("“[^”]{4,20}(?<![提方议档预答图草])案”")
_MEASURE = re.compile(any_of("measure"))
_MEASURES = re.compile(f"(?:^|[，。；：要应可以])(?:{any_of('measure')})")
_LIFE = re.compile(any_of("life"))
_FAR = re.compile(any_of("far_from_life"))
_OF_DEPUTIES = re.compile(any_of("deputies"))
_LONGEST = 20
"""Characters of a heading that a question is about."""


def find_structures(passage_text: str, parts: Sequence[Sentence]) -> tuple[Find, ...]:
    """Everything a passage offers to ask about, in no particular order."""
    about_work = bool(_LIFE.search(passage_text))
    return tuple(
        replace(find, lived=about_work and not _FAR.search(find.setting or _around(find, parts)))
        for finder in _FINDERS
        for find in finder(passage_text, parts)
        if not _OF_DEPUTIES.search(find.setting + _around(find, parts))
    )


def _around(find: Find, parts: Sequence[Sentence]) -> str:
    return "".join(part.text for part in parts if part.paragraph == find.sentence.paragraph)


def _headings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The subheadings of a passage that stand over a section of several sentences."""
    for at, sentence in enumerate(parts):
        if sentence.paragraph or sentence.political:
            continue
        section: list[Sentence] = []
        for part in parts[at + 1 :]:
            if not part.paragraph:
                break
            section.append(part)
        low = numbered.end() if (numbered := _NUMBER.match(sentence.text)) else 0
        words = sentence.text[low:].rstrip()
        weighed = sum(part.political for part in section)
        if len(section) >= 3 and not weighed and 5 <= len(words) <= _LONGEST:
            setting = "".join(part.text for part in section)
            find = within("", sentence, low, low + len(words), 2.7)
            yield from _titled(find, "这一节", setting)


_QUESTION = re.compile("(?:为何|为什么|怎么|怎样|如何|何以|从何|什么|哪里|哪儿|谁来)")
_TURNED = re.compile("从[^，：]{1,10}(?:到|走向|转向|变)")
_LABEL = re.compile(
    "[一-龥]*(?:情况|建议|影响|挑战|困境|特征|路径|现状|成效|做法|启示|经验|原因|体现|问题)$"
)


def _titled(find: Find, part: str, setting: str) -> Iterator[Find]:
    """What a heading is, by its words: a question, a change, what should be or what is done."""
    words = find.words
    if _QUESTION.search(re.sub("“[^”]*”的", "", words)):
        kind = "title-question"
    elif _TURNED.search(words):
        kind = "title-turn"
    elif re.search(DEMAND, words) and not _LABEL.fullmatch(words):
        kind = "title-demand"
    elif (
        _MEASURE.match(words)
        and len(_MEASURES.findall(setting)) >= 3
        and not _LABEL.fullmatch(words)
    ):
        kind = "title-measure"
    else:
        return
    yield replace(find, structure=kind, more={"part": part}, setting=setting)


_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*")


def _topics(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a paragraph of several sentences says first, in a few words, and goes on to unfold."""
    for sentence in parts:
        own = [part for part in parts if part.paragraph == sentence.paragraph]
        numbered = [found.end() for series in SERIES if (found := series.match(sentence.text))]
        if sentence.number != 1 or not numbered or len(own) < 3 or len(sentence.text) > 34:
            continue
        if any(part.political for part in own) or not sentence.whole:
            continue
        for clause in clauses(sentence):
            cut = clause.start - sentence.start
            if clause.plain and 6 <= len(clause.text) <= 24 and cut >= max(numbered):
                find = within("", sentence, cut, cut + len(clause.text), 2.3)
                yield from _titled(find, "这一段", "".join(part.text for part in own))
            break


def _cases(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        case = _LAW_CASE.search(sentence.text)
        if case:
            yield within("law-case", sentence, case.start() + 1, case.end() - 1, 3.2)


_FINDERS: tuple[Callable[[str, Sequence[Sentence]], Iterator[Find]], ...] = (
    lists,
    _headings,
    _topics,
    _cases,
    changes,
    contrasts,
    asked,
    answers,
    outcomes,
    definitions,
    names,
    voices,
    views,
    judgements,
    then_and_now,
    cases,
    quoted,
)
