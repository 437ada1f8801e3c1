"""Questions suggested for a passage: frames put to what its text offers, for a person to accept.

Every question is about exact words of the passage. Words of leaders, of the party's centre and
of documents are only asked about as a whole, and never to be weighed, ranked or doubted.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any
from zlib import crc32

from studydesk import paths
from studydesk.domain.packet import AnswerSpace, Packet, PassageItem, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.grounds import exemplifies
from studydesk.study.list_items import NOUNS
from studydesk.study.sentences import Sentence, political, sentences
from studydesk.study.structures import find_structures
from studydesk.study.vocabulary import any_of

LONGEST = 45
"""Characters of a question; more can hardly be kept in mind by ear."""
_NAME = 4
"""Characters that the name of a passage may add."""
EACH_KIND = 1
"""Suggestions of one kind for one passage."""

MINUTES: Mapping[QuestionKind, int] = {
    QuestionKind.UNDERSTAND: 4,
    QuestionKind.ANALYSE: 6,
    QuestionKind.CONNECT: 8,
    QuestionKind.ACT: 5,
    QuestionKind.REFLECT: 3,
}
"""A minute to think, some to talk, two to report; they fit the 60 minutes' plan."""

_ORDER = tuple(QuestionKind)
_OUT_OF_REACH = re.compile(any_of("out_of_reach"))
_PRIVATE = re.compile(any_of("private"))
_STATECRAFT = re.compile(any_of("statecraft"))
_SPEAKER = re.compile(any_of("speaker"))
_LIFE = re.compile(any_of("life"))
_POLICY = re.compile(any_of("policy"))
_GRADED = {"problem", "outcome", "list-problems"}
"""Structures that say how something does."""
_HERE = re.compile("班组|岗位|工友|我们这里|我们用得上|徒弟")
_FAR_FROM_LIFE = re.compile(any_of("far_from_life"))


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

    @property
    def stem(self) -> str:
        return stem(self.ask.format_map(_ANY_LIST))

    def _answers_itself(self, find: Find) -> bool:
        """Whether it asks for the items of a list, and names all or all but one."""
        named = "{last}" in self.ask or "哪几点" in self.ask
        return find.more.get("count") == "两" and named

    def fits(self, find: Find) -> bool:
        if find.structure != self.structure or not re.search(self.topic, find.words):
            return False
        if self.topic and find.structure in _DEEDS and find.words.startswith("把"):
            return False  # what such a clause is about stands behind 把, and may be anything
        if self.unless and re.search(self.unless, find.more.get("keys", find.words)):
            return False
        if self._answers_itself(find) or (find.ground is None and "{ground}" in self.expected):
            return False
        if ("{keys}" if "contents" in find.more else "{contents}") in self.expected:
            return False  # what is asked about items, depends on what the text says of each
        quoted = (words for name, words in find.more.items() if name not in _IN_THE_KEY)
        asked = "".join((find.words, *quoted))
        if _PRIVATE.search(asked + find.sentence.text * (find.structure == "problem")):
            return False
        said = find.sentence.text + asked
        if self.kind in _FROM_TEXT and _HERE.search(self.ask) and not _LIFE.search(said):
            return False
        if find.structure in _GRADED and _POLICY.search(asked):
            return False
        if find.structure in _OF_THE_TEXT and self.kind in _FROM_TEXT:
            return find.structure == "leader" or self.kind is _FROM_TEXT[0] or not political(asked)
        lived = find.structure in _LIVED or _LIFE.search(said)
        far = _FAR_FROM_LIFE.search(said) or not lived
        wide = self.kind is QuestionKind.ACT and _OUT_OF_REACH.search(asked)
        return not far and not political(asked) and not (wide and find.structure not in _CHOSEN)


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


_FROM_TEXT = (QuestionKind.UNDERSTAND, QuestionKind.ANALYSE)
_IN_THE_KEY = ("contents", "points")
"""What of a find is only told to who leads the talk."""
_OF_THE_TEXT = {
    "list-headings",
    "list-doings",
    "list-measures",
    "list-actors",
    "list-points",
    "list-problems",
    "document",
    "leader",
    "law-case",
    "turn",
    "asked",
    "topic",
    "claim",
    "contrast",
    "outcome",
}
"""Structures that are asked about as a text, whatever their subject."""
_DEEDS = {"measure", "doable"}
"""Structures whose topic is looked for in their words."""
_LIVED = {"at-work", "tryable", "practice", "practicable", "lived"}
"""Structures that are found only in what workers live with."""
_CHOSEN = {"list-reach", "law-case", "practicable"}
"""Structures whose actions may rest on more than a group can do itself, as it is to choose."""


def suggest(passage: Passage, used: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Questions for a passage in the order of their kinds, best first within a kind; none where
    its text offers nothing to ask about. No two have the same stem, nor one of `used`.
    """
    if _of_the_state(passage):
        return ()
    parts = sentences(passage)
    several = any(part.paragraph > 1 for part in parts)
    political_text = sum(part.political for part in parts) * 3 > len(parts)
    found = find_structures(passage.text, parts)
    finds = sorted(found, key=lambda find: (-find.worth, find.start))
    taken = set(used)
    chosen: list[Suggestion] = []
    for kind in (_ORDER[3], _ORDER[2], _ORDER[1], _ORDER[0], _ORDER[4]):  # the scarce ones first
        if political_text and kind not in _FROM_TEXT:
            continue
        count = 0
        for suggestion in _candidates(kind, finds, taken, several=several):
            if count == EACH_KIND or stem(suggestion.question.text) in taken:
                continue
            if any(_same_words(suggestion, other) for other in chosen):
                continue
            taken.add(stem(suggestion.question.text))
            chosen.append(suggestion)
            count += 1
    return tuple(sorted(chosen, key=lambda one: _ORDER.index(one.question.kind)))


def _of_the_state(passage: Passage) -> bool:
    """Whether a passage is about what only the state does, or a leader's own text."""
    by = "".join((passage.citation.title, *passage.citation.authors))
    return bool(_STATECRAFT.search(passage.text) or _SPEAKER.search(by))


def _same_words(one: Suggestion, other: Suggestion) -> bool:
    """Whether two are about the same words. A list is more than its first words; and what is to
    be done about words is a step further than what they say, but not than what is done already.
    """
    if one.structure.startswith("list-") or other.structure.startswith("list-"):
        return False
    acts = [each.question.kind is QuestionKind.ACT for each in (one, other)]
    if acts[0] != acts[1] and not {one.structure, other.structure} & _LIVED:
        return False
    if (one.structure == "lived") != (other.structure == "lived"):
        return False  # what a claim rests on in the text, and where it is met in life
    return one.words == other.words or (one.start < other.end and other.start < one.end)


def _candidates(
    kind: QuestionKind, finds: Sequence[Find], taken: Collection[str], *, several: bool
) -> Iterator[Suggestion]:
    for find in finds:
        for frame in _in_turn([f for f in _frames() if f.kind is kind and f.fits(find)], find):
            question = _question(frame, find, several=several)
            if len(question.text) <= LONGEST and frame.stem not in taken:
                naming = partial(_naming, frame, find, several=several)
                said = (find.structure, find.start, find.end, find.words)
                yield Suggestion(question, *said, naming)
                break


def _in_turn(frames: Sequence[_Frame], find: Find) -> Iterator[_Frame]:
    """The frames that may come first, beginning with another for other sentences, so that not
    all passages are asked the same; then the rest. Where the best is for a topic, those of the
    same topic may.
    """
    first = [one for one in frames if not frames[0].topic or one.topic == frames[0].topic]
    turn = crc32(f"{find.words}{find.sentence.text}".encode()) % len(first) if first else 0
    yield from (*first[turn:], *first[:turn])
    yield from (one for one in frames if one not in first)


def _naming(frame: _Frame, find: Find, passage: str, *, several: bool) -> Question:
    named = _question(frame, find, passage, several=several)
    if len(named.text) <= LONGEST + _NAME:
        return named
    return replace(named, text=_question(frame, find, several=several).text)


def _question(frame: _Frame, find: Find, passage: str = "", *, several: bool) -> Question:
    slots = {"words": find.words, **find.more}
    inner = {
        name: words if name == "document" else words.replace("“", "‘").replace("”", "’")
        for name, words in slots.items()
    }
    here, inside = (passage, f"{passage}里") if passage else ("文中", "文中")
    both = frame.kind is QuestionKind.ANALYSE and "两栏" in frame.ask
    return Question(
        frame.ask.format(here=here, inside=inside, **inner),
        frame.kind,
        MINUTES[frame.kind],
        AnswerSpace.BOX if both else AnswerSpace.LINES,
        4,
        frame.intent.format(**inner),
        frame.expected.format(
            place=_place(find.sentence, passage, several=several),
            ground=_ground(find, passage, several=several),
            **slots,
        ),
        frame.follow_ups.format(**inner),
    )


def _ground(find: Find, passage: str, *, several: bool) -> str:
    """Where a good answer finds its reason: in a sentence only where that is beyond doubt."""
    if find.ground and exemplifies(find.ground, find.sentence):
        return _place(find.ground, passage, several=several)
    return "它前后的几句"


def _place(sentence: Sentence, passage: str, *, several: bool) -> str:
    paragraph = f"第{sentence.paragraph}段" if several else ""
    return f"{passage or '选段'}{paragraph}第{sentence.number}句"


def stem(text: str) -> str:
    """What is left of a question without the words it quotes: two with the same are alike."""
    bare = re.sub("“[^”]*”|《[^》]*》|{[a-z]+}", "", text)
    bare = _PLACE.sub("", bare)
    bare = _HOW_MANY.sub("几点", bare)
    return re.sub(r"\W", "", bare)


_HOW_MANY = re.compile(f"[两一二三四五六七八九十]+(?:[条点]|[个项种处重](?:{NOUNS})?)")
_ANY_LIST = defaultdict(str, count="三", counted="三点")
"""What a wording about a list is compared with others by."""
_PLACE = re.compile(r"文中|选段(?:[一二三四五六七八九十]+|\d+)?里?")
"""What says where the words stand, in as many ways as there are passages."""


def stems(packet: Packet) -> frozenset[str]:
    """The stems of the questions that a packet has."""
    return frozenset(stem(question.text) for question in packet.questions)


def place_for(packet: Packet, passage_id: str, kind: QuestionKind | None) -> int:
    """Where a question about a passage goes in: behind it and behind the questions that follow
    it, as far as their kinds come earlier or are the same; without a kind, right behind it.
    """
    items = packet.items
    here = next(
        (n for n, i in enumerate(items) if isinstance(i, PassageItem) and i.id == passage_id),
        len(items) - 1,
    )
    at = here + 1
    for number in range(at, len(items) if kind else at):
        item = items[number]
        if isinstance(item, PassageItem):
            break
        if kind and isinstance(item, Question) and _ORDER.index(item.kind) <= _ORDER.index(kind):
            at = number + 1
    return at


@cache
def _frames() -> tuple[_Frame, ...]:
    file = paths.resources() / "questions" / "frames.toml"
    entries: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["frame"]
    for entry in entries:
        for key in {"topic", "unless"} & entry.keys():
            entry[key] = re.sub(r"{([a-z_]+)}", lambda found: any_of(found[1]), entry[key])
    return tuple(_Frame(**{**entry, "kind": QuestionKind(entry["kind"])}) for entry in entries)
