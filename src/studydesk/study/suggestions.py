"""Questions suggested for a passage: frames put to what its text offers, for a person to accept.

Every question is about exact words of the passage. Words of leaders, of the party's centre and
of documents are only asked about as a whole, and never to be weighed, ranked or doubted.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from zlib import crc32

from studydesk.domain.article import Article
from studydesk.domain.packet import AnswerSpace, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.anchors import about_the_same, quotes, within_marks
from studydesk.study.authorship import by_a_leader
from studydesk.study.cuts import full_width
from studydesk.study.find import Find
from studydesk.study.frames import BEYOND, REVEALING, Frame, frames, stem
from studydesk.study.guards import (
    FROM_TEXT,
    counts_persons,
    forbids,
    is_decided_above,
    is_hard,
    is_personal,
    of_the_state,
    safe_kinds,
    to_retell,
    weighs,
)
from studydesk.study.leads import BESIDE, leading, rank
from studydesk.study.punctuation import as_written
from studydesk.study.sentences import Sentence, on_paper, sentences, stops
from studydesk.study.structures import find_structures

LONGEST = 40
"""Characters of a question; more can hardly be kept in mind by ear."""
_MORE = {"speech": 10, "contrast": 4, "view": 4, "interview": 6, "call": 4, "any-statement": 6}
"""Characters that a whole sentence may add, which is never shortened."""
_NAME = 5
"""Characters that the name of a passage may add."""
MOST = 3
"""Suggestions for one passage, no two of one kind."""

MINUTES: Mapping[QuestionKind, int] = {
    QuestionKind.UNDERSTAND: 4,
    QuestionKind.ANALYSE: 6,
    QuestionKind.CONNECT: 8,
    QuestionKind.ACT: 5,
    QuestionKind.REFLECT: 3,
}
"""A minute to think, some to talk, two to report; they fit the 60 minutes' plan."""

_ORDER = tuple(QuestionKind)
_OWN = re.compile("我们|你|身边|换成|这里|有没有人")
"""How a question, or what is asked behind it, leads to those who are present."""
_PLAIN = "文中哪几个字最要紧？"
"""What is asked behind a question instead of what would lead to those who are present."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question with the words of the passage that it is about, `start` to `end` of its text;
    `naming` writes it with the passage's name.
    """

    question: Question
    structure: str
    start: int
    end: int
    words: str
    naming: Callable[[str], Question] = field(compare=False, repr=False)
    """The question with 选段二 for the passage: in what is expected, and in its text, where that
    speaks of the passage and stays short enough to be heard.
    """


def suggest(
    passage: Passage,
    asked: Collection[str] = (),
    kinds: Collection[QuestionKind] = tuple(QuestionKind),
    article: Article | None = None,
) -> tuple[Suggestion, ...]:
    """Questions of these kinds for a passage, in their order, the best that it offers; none where
    its text offers nothing to ask about. No two have the same stem; none has that of a question
    that is `asked` already, nor is about words that such a one quotes. Its `article` tells whose
    the words are.
    """
    if of_the_state(passage, article):
        return ()
    written = on_paper(passage)
    passage = replace(passage, text=full_width(passage.text))
    parts, read = sentences(passage, article), on_paper(passage)
    led = by_a_leader(passage, article)
    safe, counting = safe_kinds(passage.text, parts, led=led), _counting(passage, parts)
    taken = set(map(stem, asked))
    told = _asked_about(parts, asked)
    chosen: list[Suggestion] = []
    allowed = (f for f in find_structures(read, parts, article) if not forbids(f))
    safe_ones = to_retell(allowed) if led else allowed
    found = sorted(_new(safe_ones, asked), key=lambda find: (-find.worth, find.start))
    finds = [(find, as_written(find, written, read)) for find in found]
    for turn in _turns(passage.text):
        free = [kind for kind in turn if kind in safe and kind in kinds]
        for find, as_it_is in finds:
            if find.sentence.start in told:
                continue
            offers = _candidates(
                [*_free(find, free, chosen)], find, as_it_is, taken, counting=counting
            )
            offers = (o for o in offers if not (led and weighs(o.question)))
            offer = next((o for o in offers if not about_the_same(o.question.text, asked)), None)
            if offer:
                taken.add(stem(offer.question.text))
                chosen.append(offer)
                break
    return tuple(sorted(chosen, key=lambda one: _ORDER.index(one.question.kind)))


def lead_on(
    passage: Passage, kind: QuestionKind, asked: Collection[str], article: Article | None = None
) -> list[Suggestion]:
    """Questions that lead on from the lists, measures, rules and statements of a passage, the best
    first, whether or not a question is about these words already; none has the stem of one that is
    `asked`. Its `article` tells whose the words are.
    """
    if of_the_state(passage, article):
        return []
    written = on_paper(passage)
    passage = replace(passage, text=full_width(passage.text))
    parts, read = sentences(passage, article), on_paper(passage)
    led = by_a_leader(passage, article)
    if is_hard(passage.text) or kind not in safe_kinds(passage.text, parts, led=led):
        return []
    counting, taken = _counting(passage, parts), set(map(stem, asked))
    found = [
        replace(find, structure=structure)
        for find in _new(find_structures(read, parts, article), asked)
        for structure in _leading(find, parts, kind)
    ]
    return [
        offer
        for find in sorted(found, key=lambda find: (rank(find.structure), -find.worth, find.start))
        for offer in _candidates(
            [kind], find, as_written(find, written, read), taken, counting=counting
        )
    ]


def _leading(find: Find, parts: Sequence[Sentence], kind: QuestionKind) -> Iterator[str]:
    """As what something leads on: from the sentences beside it only where all of them are for a
    workshop to choose among, none political, forbidding or of what is decided above it.
    """
    own = [part for part in parts if part.paragraph == find.sentence.paragraph]
    told = "".join(part.text for part in own)
    weighed = any(part.political for part in own)
    above = is_decided_above(told)
    counted = kind in REVEALING and counts_persons(told)
    for structure in () if weighed or forbids(find) else leading(find):
        if not (above or counted) or (structure not in BESIDE and kind is not QuestionKind.REFLECT):
            yield structure


def _asked_about(parts: Sequence[Sentence], asked: Collection[str]) -> set[int]:
    """Where the sentences begin that questions quote already, in whatever words they ask."""
    quoted = [words for text in asked for words in quotes(text) if len(words) >= _MUCH]
    return {
        part.start for part in parts if any(words in within_marks(part.text) for words in quoted)
    }


def _new(finds: Iterable[Find], asked: Collection[str]) -> Iterator[Find]:
    """Those that list nothing that a question asks for already, by whatever words it calls it."""
    found = list(finds)
    quoted = {words for text in asked for words in quotes(text)}
    told = {
        key
        for find in found
        if quoted & {within_marks(find.words), within_marks(find.more.get("first", find.words))}
        for key in _items(find)
    }
    for find in found:
        if told.isdisjoint(_items(find)):
            yield find


def _items(find: Find) -> set[str]:
    """How the items of a list begin; nothing for what is no list."""
    keys = find.more.get("keys", "").split("；")
    return {key[:_MUCH] for key in keys} if len(keys) > 1 else set()


_MUCH = 8
"""Characters of a quotation that is of one sentence, and no name that many have."""


def _turns(text: str) -> Sequence[Sequence[QuestionKind]]:
    """What is looked for one after the other. As one anchor leads beyond the text once, two
    passages in five lead to a deed before they lead to the own work.
    """
    onward: Sequence[Sequence[QuestionKind]] = ((QuestionKind.CONNECT,), (QuestionKind.ACT,))
    deeds_first = crc32(text.encode("utf-8", "surrogatepass")) % 5 < 2
    return (FROM_TEXT, *onward[:: -1 if deeds_first else 1], FROM_TEXT, (QuestionKind.REFLECT,))


def _counting(passage: Passage, parts: Sequence[Sentence]) -> str:
    """How a place names its paragraph, where there are several, and what is not counted as one."""
    if not any(part.paragraph > 1 for part in parts):
        return ""
    beside = [part.text.strip() for part in parts if not part.paragraph]
    dashed = any(text.startswith("——") for text in beside)
    headed = passage.subheadings or any(text.endswith("：") for text in beside)
    left_out = "和".join(("小标题",) * bool(headed) + ("破折号开头的行",) * dashed)
    return f"第{{}}段（{left_out}不算）" if left_out else "第{}段"


def _free(
    find: Find, kinds: Sequence[QuestionKind], chosen: Sequence[Suggestion]
) -> Iterator[QuestionKind]:
    """Those of the kinds that what was found may still be asked with."""
    structures = {one.structure for one in chosen if one.question.kind in FROM_TEXT}
    looked_at = any((find.start, find.end) == (one.start, one.end) for one in chosen)
    for kind in kinds if len(chosen) < MOST else ():
        half = FROM_TEXT if kind in FROM_TEXT else BEYOND
        again = half is FROM_TEXT and find.structure in structures
        asked = any(one.question.kind is kind or _same_words(find, one, half) for one in chosen)
        if not (asked or again or (looked_at and kind is QuestionKind.REFLECT)):
            yield kind


def _same_words(find: Find, other: Suggestion, halves: Collection[QuestionKind]) -> bool:
    """Whether there is a question of this half about the sentence already, or about words in it
    that these overlap.
    """
    if (find.start, find.end) == (other.start, other.end):
        return other.question.kind in halves
    overlaps = find.start < other.end and other.start < find.end
    together = find.sentence.start <= other.start < find.sentence.end
    return overlaps or (together and other.question.kind in halves)


def _candidates(
    kinds: Sequence[QuestionKind],
    read: Find,
    find: Find,
    taken: set[str],
    *,
    counting: str,
) -> Iterator[Suggestion]:
    fitting = _in_turn([f for f in frames() if f.kind in kinds and f.fits(read)], read)
    for frame in sorted(fitting, key=lambda one: one.kind is QuestionKind.REFLECT):
        question = _question(frame, find, counting=counting)
        is_new = taken.isdisjoint((frame.stem, stem(question.text)))
        if len(question.text) <= _longest(find) and is_new:
            naming = partial(_naming, frame, find, counting=counting)
            yield Suggestion(question, find.structure, find.start, find.end, find.words, naming)


def _longest(find: Find) -> int:
    return LONGEST + _MORE.get(find.structure, 0)


def _in_turn(frames: Sequence[Frame], find: Find) -> Sequence[Frame]:
    """The frames, beginning with another for other sentences, so that not all passages are asked
    the same.
    """
    told = f"{find.words}{find.sentence.text}".encode("utf-8", "surrogatepass")
    turn = crc32(told) % len(frames) if frames else 0
    return (*frames[turn:], *frames[:turn])


def _naming(frame: Frame, find: Find, passage: str, *, counting: str) -> Question:
    named = _question(frame, find, passage, counting=counting)
    if len(named.text) <= _longest(find) + _NAME:
        return named
    return replace(named, text=_question(frame, find, counting=counting).text)


def _question(frame: Frame, find: Find, passage: str = "", *, counting: str) -> Question:
    slots = {"mate": "工友", "words": find.words, **find.more}
    inner = {name: within_marks(words) for name, words in slots.items()}
    here, inside = (f"{passage}里",) * 2 if passage else ("文中", "选段里")
    text = frame.ask.format(here=here, inside=inside, **inner)
    if not re.search("{here}|{inside}", frame.ask):
        text = text.replace("“", f"{here if passage else ''}“", 1)
    follow_ups = frame.follow_ups.format(**inner)
    if (find.intimate or is_personal(find)) and _OWN.search(follow_ups):
        follow_ups = _PLAIN if frame.kind in FROM_TEXT else ""
    return Question(
        text,
        frame.kind,
        MINUTES[frame.kind],
        AnswerSpace.LINES,
        4,
        frame.intent.format(**inner),
        frame.expected.format(
            place=_place(find, passage, counting=counting),
            **{**slots, "words": inner["words"]},
        )
        + _listened_for(find, frame.kind),
        follow_ups,
    )


def _listened_for(find: Find, kind: QuestionKind) -> str:
    """What of the text an answer may have, where the question is what the text says."""
    told = find.more.get("gist", "")
    if kind not in FROM_TEXT or not told:
        return ""
    return f"原文字眼：{''.join(f'“{within_marks(words)}”' for words in told.split('；'))}。"


def _place(find: Find, passage: str, *, counting: str) -> str:
    """Where the words stand, as somebody finds them who counts the stops on paper."""
    sentence = find.sentence
    if not sentence.paragraph:
        return f"{passage or '选段'}的小标题"
    paragraph = counting.format(sentence.paragraph)
    into = find.start - sentence.start if find.start < sentence.end else 0
    before = sentence.text[: max(0, into)]
    return f"{passage or '选段'}{paragraph}第{sentence.number + len(stops(before))}句"
