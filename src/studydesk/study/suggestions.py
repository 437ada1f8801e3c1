"""Questions suggested for a passage: frames put to what its text offers, for a person to accept.

Every question is about exact words of the passage. Words of leaders, of the party's centre and
of documents are only asked about as a whole, and never to be weighed, ranked or doubted.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any
from zlib import crc32

from studydesk import paths
from studydesk.domain.packet import AnswerSpace, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.anchors import about_the_same, quotes, within_marks
from studydesk.study.find import Find
from studydesk.study.guards import (
    FROM_TEXT,
    accuses,
    counts_persons,
    forbids,
    is_decided_above,
    is_hard,
    is_personal,
    is_private,
    of_state,
    of_the_state,
    safe_kinds,
)
from studydesk.study.leads import BESIDE, leading, rank
from studydesk.study.list_items import NOUNS
from studydesk.study.punctuation import as_written, full_width
from studydesk.study.sentences import Sentence, on_paper, sentences, stops
from studydesk.study.structures import find_structures
from studydesk.study.whose_words import political

LONGEST = 40
"""Characters of a question; more can hardly be kept in mind by ear."""
_MORE = {"speech": 10, "contrast": 4, "view": 4, "interview": 6, "call": 4}
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
_NEGATIVE = re.compile("不(?![断同仅光])|没有|难[以点]|未(?!来)|防止|避免|并非|无法|切忌")
"""What says how things are not gives nothing to take hold of."""
_PLAIN = "文中哪几个字最要紧？"
"""What is asked behind a question instead of what would lead to those who are present."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """One wording of a question, see frames.toml."""

    structure: str
    kind: QuestionKind
    ask: str
    intent: str
    expected: str
    follow_ups: str
    topic: str = ""
    unless: str = ""
    needs: str = ""

    @property
    def stem(self) -> str:
        return _bare(self.ask.format_map(_ANY_LIST))

    def fits(self, find: Find) -> bool:
        if find.structure != self.structure or not re.search(self.topic, find.words):
            return False
        if self.unless and re.search(self.unless, find.more.get("keys", find.words)):
            return False
        if not all(need in find.more for need in self.needs.split()):
            return False
        asked = "".join((find.words, find.more.get("keys", "")))
        if is_private(asked):
            return False
        if "office" in find.more and self.kind is not QuestionKind.UNDERSTAND:
            return False
        if political(asked):
            return find.structure in _WHOLE
        if of_state(asked) and (
            self.kind is not QuestionKind.UNDERSTAND or self.structure in _TURNED_DOWN
        ):
            return False
        if self.kind in _BEYOND and (find.private or accuses(asked)):
            return False
        if self.kind is QuestionKind.ACT and _NEGATIVE.search(asked):
            return False
        if self.kind in _REVEALING and is_personal(find):
            return False
        return find.lived or (self.kind in FROM_TEXT and find.structure not in _NEAR)


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


_BEYOND: Sequence[QuestionKind] = (QuestionKind.CONNECT, QuestionKind.ACT, QuestionKind.REFLECT)
_REVEALING: Sequence[QuestionKind] = (QuestionKind.CONNECT, QuestionKind.REFLECT)
"""What would let people tell, where it is about earnings or health, how it is with themselves."""
_NEAR = {"definition"}
"""What is asked about only where a text tells of what workers live with."""
_TURNED_DOWN = {"view", "trouble", "at-first", "title-mistake"}
"""What is doubted, or goes wrong: nothing that the state stands by is asked about so."""
_WHOLE = {"leader", "demand"}
"""What is asked about as a text also where it is not for a workshop to weigh."""


def suggest(
    passage: Passage,
    asked: Collection[str] = (),
    kinds: Collection[QuestionKind] = tuple(QuestionKind),
    article: str = "",
) -> tuple[Suggestion, ...]:
    """Questions of these kinds for a passage, in their order, the best that it offers; none where
    its text offers nothing to ask about. No two have the same stem; none has that of a question
    that is `asked` already, nor is about words that such a one quotes. The text of its `article`
    tells who has an office.
    """
    if of_the_state(passage):
        return ()
    written = on_paper(passage)
    passage = replace(passage, text=full_width(passage.text))
    parts, read = sentences(passage, article), on_paper(passage)
    safe, counting = safe_kinds(passage.text, parts), _counting(passage, parts)
    taken = set(map(stem, asked))
    told = _asked_about(parts, asked)
    chosen: list[Suggestion] = []
    allowed = (f for f in find_structures(read, parts) if not forbids(f))
    found = sorted(_new(allowed, asked), key=lambda find: (-find.worth, find.start))
    finds = [(find, as_written(find, written, read)) for find in found]
    for turn in _turns(passage.text):
        free = [kind for kind in turn if kind in safe and kind in kinds]
        for find, as_it_is in finds:
            if find.sentence.start in told:
                continue
            offers = _candidates(
                [*_free(find, free, chosen)], find, as_it_is, taken, counting=counting
            )
            offer = next((o for o in offers if not about_the_same(o.question.text, asked)), None)
            if offer:
                taken.add(stem(offer.question.text))
                chosen.append(offer)
                break
    return tuple(sorted(chosen, key=lambda one: _ORDER.index(one.question.kind)))


def lead_on(
    passage: Passage, kind: QuestionKind, asked: Collection[str], article: str = ""
) -> list[Suggestion]:
    """Questions that lead on from the lists, measures, rules and statements of a passage, the best
    first, whether or not a question is about these words already; none has the stem of one that is
    `asked`. The text of its `article` tells who has an office.
    """
    if of_the_state(passage):
        return []
    written = on_paper(passage)
    passage = replace(passage, text=full_width(passage.text))
    parts, read = sentences(passage, article), on_paper(passage)
    if is_hard(passage.text) or kind not in safe_kinds(passage.text, parts):
        return []
    counting, taken = _counting(passage, parts), set(map(stem, asked))
    found = [
        replace(find, structure=structure)
        for find in _new(find_structures(read, parts), asked)
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
    counted = kind in _REVEALING and counts_persons(told)
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
        half = FROM_TEXT if kind in FROM_TEXT else _BEYOND
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
    fitting = _in_turn([f for f in _frames() if f.kind in kinds and f.fits(read)], read)
    for frame in sorted(fitting, key=lambda one: one.kind is QuestionKind.REFLECT):
        question = _question(frame, find, counting=counting)
        is_new = taken.isdisjoint((frame.stem, stem(question.text)))
        if len(question.text) <= _longest(find) and is_new:
            naming = partial(_naming, frame, find, counting=counting)
            yield Suggestion(question, find.structure, find.start, find.end, find.words, naming)


def _longest(find: Find) -> int:
    return LONGEST + _MORE.get(find.structure, 0)


def _in_turn(frames: Sequence[_Frame], find: Find) -> Sequence[_Frame]:
    """The frames, beginning with another for other sentences, so that not all passages are asked
    the same.
    """
    told = f"{find.words}{find.sentence.text}".encode("utf-8", "surrogatepass")
    turn = crc32(told) % len(frames) if frames else 0
    return (*frames[turn:], *frames[:turn])


def _naming(frame: _Frame, find: Find, passage: str, *, counting: str) -> Question:
    named = _question(frame, find, passage, counting=counting)
    if len(named.text) <= _longest(find) + _NAME:
        return named
    return replace(named, text=_question(frame, find, counting=counting).text)


def _question(frame: _Frame, find: Find, passage: str = "", *, counting: str) -> Question:
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


def stem(text: str) -> str:
    """What is left of a question without the words it quotes, and without who says them: two with
    the same are alike.
    """
    for wording, bare in _told_of_somebody():
        if wording.fullmatch(text):
            return bare
    return _bare(text)


def _bare(text: str) -> str:
    bare = re.sub("“[^”]*”|《[^》]*》|{[a-z]+}", "", text)
    bare = _PLACE.sub("", bare)
    bare = _HOW_MANY.sub("几点", bare).replace("没来的同事", "没来的工友")
    return re.sub(r"\W", "", bare)


_HOW_MANY = re.compile(f"[两一二三四五六七八九十]+[条点个项种处重](?:{NOUNS})?")
_ANY_LIST = defaultdict(
    str, count="三", counted="三点", which="哪一点", one="一点", part="这一节", mate="工友"
)
"""What a wording about a list is compared with others by."""
_PLACE = re.compile(r"文中|选段(?:[一二三四五六七八九十]+|\d+)?里?")
"""What says where the words stand, in as many ways as there are passages."""


@cache
def _told_of_somebody() -> Sequence[tuple[re.Pattern[str], str]]:
    """The wordings that name somebody or something outside quotation marks, with what is left of
    them without it.
    """
    named = (frame for frame in _frames() if re.search("{(?:who|verb|noun|asker)}", frame.ask))
    return [
        (re.compile(_SLOT.sub(_any_words, re.escape(frame.ask))), frame.stem) for frame in named
    ]


_SLOT = re.compile(r"\\{(\w+)\\}")


def _any_words(slot: re.Match[str]) -> str:
    return "[^”]*" if slot[1] in ("words", "last", "first") else "[^“”，。？]{0,12}"


@cache
def _frames() -> tuple[_Frame, ...]:
    file = paths.resources() / "questions" / "frames.toml"
    text = file.read_text("utf-8")
    for name, words in reversed(tomllib.loads(text)["words"].items()):
        text = text.replace(f"<{name}>", words)
    entries: list[dict[str, Any]] = tomllib.loads(text)["frame"]
    return tuple(_Frame(**{**entry, "kind": QuestionKind(entry["kind"])}) for entry in entries)
