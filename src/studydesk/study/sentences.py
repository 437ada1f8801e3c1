"""The sentences and clauses of a passage, and which of them may be asked about.

What anybody is quoted with but a workmate is protected: nothing shorter than the whole sentence
is ever taken out of it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studydesk.domain.article import Article
from studydesk.domain.paragraph_count import is_counted
from studydesk.domain.passage import Blank, Omission, Passage
from studydesk.study.cuts import CLOSING, ENDS, OPENING, full_width, lines, whole_sentences
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import Whose, whose_words

_WEAK_START = re.compile(any_of("weak_start"))
_WEAK_END = re.compile(any_of("weak_end") + "$")
_LEAD = re.compile(
    "(?:(?:同时|此外|另外|其次|首先|再次|最后|因此|然而|一方面|另一方面|例如|比如)，?"
    "|第[一二三四五六七八九十]+(?:，|(?=[是要]))|其[一二三四五六七八九]，?|[一二三四五六七八九]是要?|[一二三四五六七八九]要"
    "|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、"
    "|(?:各级)?工会(?:组织|干部)?(?:要(?![求素])|应当|应该|应(?![用对聘])|需要|需(?!求)|可以?)(?:充分|主动|积极|进一步)?"
    "|(?:还(?![款原是])|也(?!许)|就(?![业是地近])|更(?![新加换改])|需要|需(?!求)|应当|应该|应(?![用对聘])|要(?![素求么是点紧]))(?:要(?![素求])|应[当该]?|需要|需(?!求))?(?:进一步|充分|主动|积极|着力|不断|切实)?)+"
)
_ASKING = re.compile(
    "如何|怎样|怎么|是否|能否|可否|(?!时不时|动不动)(?P<either>[一-龥])[不没](?P=either)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, its text with HIDDEN for what is not on paper; `paragraph` and
    `number` count from 1, as they do in print; the paragraph of a line that is not counted, as a
    subheading, is 0. `whole` when it ends as sentences do, and nothing of it is left out or
    blanked. `protected` when no workmate says it, nor the text itself; `guarded` when it
    counts what a sentence before it says that is not for a workshop to weigh; `political` when
    it is by an office, or says anything that is not for a workshop to weigh, whether that is on
    paper or left out.
    """

    start: int
    end: int
    text: str
    paragraph: int
    number: int
    whole: bool = True
    protected: bool = False
    guarded: bool = False
    political: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence between its stops, connectives at its head left out."""

    start: int
    end: int
    text: str
    sentence: Sentence

    @property
    def plain(self) -> bool:
        """Whether it can stand on its own between quotation marks in a question."""
        return (
            self.sentence.whole
            and not self.sentence.protected
            and balanced(self.text)
            and "‘" not in self.text
            and not _WEAK_START.match(self.text)
            and not _WEAK_END.search(self.text)
            and not self.asked
        )

    @property
    def asked(self) -> bool:
        """Whether the text only asks for it, as in 如何培育人才，发挥好作用，需要思考."""
        said = self.sentence.text[: self.end - self.sentence.start].rpartition("；")[2]
        return bool(_ASKING.search(said)) or self.sentence.text.rstrip("”’）").endswith("？")


_SIGN = re.compile(".")
HIDDEN = "\ufffc"
"""Stands for a character that is left out or blanked: no pattern takes it for a word."""


def on_paper(passage: Passage) -> str:
    """The text of a passage, character for character, with HIDDEN for each that its operations
    leave out or blank; paragraphs stay apart.
    """
    text = passage.text
    for start, end in _gone(passage):
        text = text[:start] + _SIGN.sub(HIDDEN, text[start:end]) + text[end:]
    return text


def _gone(passage: Passage) -> list[tuple[int, int]]:
    return [(o.start, o.end) for o in passage.operations if isinstance(o, Omission | Blank)]


def sentences(passage: Passage, article: Article | None = None) -> tuple[Sentence, ...]:
    """The sentences of a passage, in order; its `article` tells whose they are."""
    found: list[Sentence] = []
    gone, seen = _gone(passage), on_paper(passage)
    left_out = [(o.start, o.end) for o in passage.operations if isinstance(o, Omission)]
    paragraphs = 0
    at, told = _told(passage, article)
    starts = [one.start for one in told]
    for offset, line in lines(passage.text):
        heads = _is_subheading(passage, offset, offset + len(line.rstrip()))
        is_text = is_counted(_printed(line, offset, left_out)) and not heads
        paragraphs += is_text and not any(start < offset <= end for start, end in left_out)
        paragraph = paragraphs if is_text else 0
        ends = [run.start() for run in _RUN_OF_STOPS.finditer(line)]
        for low, high in whole_sentences(line):
            text, number = line[low:high], bisect_left(ends, low) + 1
            start, end = offset + low, offset + high
            ended = text.rstrip("”’）")[-1:] in ENDS and not _CELLS.search(text)
            whole = ended and not any(a < end and start < b for a, b in gone)
            by = told[max(0, bisect_right(starts, at + start) - 1)]
            guards = (by.protected, by.guarded, by.political)
            found.append(Sentence(start, end, seen[start:end], paragraph, number, whole, *guards))
    return tuple(found)


def _told(passage: Passage, article: Article | None) -> tuple[int, Sequence[Whose]]:
    """Whose the sentences are of the text that tells most, and where the passage begins in it."""
    whole = full_width(article.body if article else "")
    at = (
        passage.start if whole.startswith(passage.text, passage.start) else whole.find(passage.text)
    )
    return (0, whose_words(passage.text)) if at < 0 else (at, whose_words(whole))


_CELLS = re.compile("[|｜][^|｜]*[|｜]")
"""What stands between the cells of a table's row: that is no sentence."""


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence, cut at its stops outside quotation marks and brackets."""
    depth, low = 0, 0
    for at, sign in enumerate(sentence.text):
        depth += (sign in OPENING) - (sign in CLOSING)
        if (sign in "，；：—" and depth <= 0) or (sign in ENDS and depth <= 0):
            yield from _clause(sentence, low, at)
            low = at + 1
    yield from _clause(sentence, low, len(sentence.text))


def _clause(sentence: Sentence, low: int, high: int) -> Iterator[Clause]:
    lead = _LEAD.match(sentence.text, low, high)
    if lead and high - lead.end() >= 4:
        low = lead.end()
    if sentence.text[low:high].strip("”’"):
        place = sentence.start + low
        yield Clause(place, place + high - low, sentence.text[low:high], sentence)


def searched(
    pattern: re.Pattern[str], parts: Sequence[Sentence]
) -> Iterator[tuple[int, Sentence, re.Match[str]]]:
    """The sentences that a workshop may weigh and that have what a pattern tells, with their
    place.
    """
    for at, sentence in enumerate(parts):
        found = pattern.search(sentence.text)
        if found and sentence.whole and not sentence.political:
            yield at, sentence, found


def beside(parts: Sequence[Sentence], at: int) -> Sequence[Sentence]:
    """The sentences of the paragraph that the one at a place stands in, as far as they are near to
    it, or its heading.
    """
    paragraph = parts[at].paragraph
    if not paragraph:
        return parts[at : at + 1]
    least, most = max(0, at - _NEAR), min(len(parts), at + _NEAR + 1)
    low = next((n + 1 for n in range(at, least - 1, -1) if parts[n].paragraph != paragraph), least)
    high = next((n for n in range(at, most) if parts[n].paragraph != paragraph), most)
    return parts[low:high]


def behind(parts: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The sentences behind the one at a place, in order."""
    return (parts[place] for place in range(at + 1, len(parts)))


def before(parts: Sequence[Sentence], start: int) -> Sequence[Sentence]:
    """The sentences that end where a text goes on at `start`, as far as they are near to it."""
    at = bisect_right(parts, start, key=lambda part: part.end)
    return parts[max(0, at - _NEAR) : at]


_NEAR = 20
"""Sentences on either side that are beside one: longer paragraphs have lost their ends."""


def _printed(line: str, offset: int, left_out: Sequence[tuple[int, int]]) -> str:
    """A line that begins at an offset, with …… for what is left out of it."""
    for start, end in reversed(left_out):
        low, high = max(0, start - offset), end - offset
        if low < len(line) and high > 0:
            line = f"{line[:low]}……{line[high:]}"
    return line


def _is_subheading(passage: Passage, start: int, end: int) -> bool:
    return any(head.start <= start and end <= head.end for head in passage.subheadings)


def stops(text: str) -> list[str]:
    """What ends sentences in a text, inside quotation marks too, as a reader counts them."""
    return _RUN_OF_STOPS.findall(text)


_RUN_OF_STOPS = re.compile(f"[{ENDS}]+")


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its other half."""
    return all(text.count(a) == text.count(b) for a, b in zip(OPENING, CLOSING, strict=True))
