"""The sentences and clauses of a passage, and which of them may be asked about.

What a leader, the party's centre or a document is quoted with is protected: nothing shorter than
the whole sentence is ever taken out of it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studydesk.domain.paragraph_count import is_counted
from studydesk.domain.passage import Blank, Omission, Passage
from studydesk.study.people import LABEL, OFFICE, OVER, officials
from studydesk.study.vocabulary import any_of

_OPENING, _CLOSING = "“‘（《〔【(", "”’）》〕】)"
_ENDS = "。！？"
_SPEAKER = re.compile(any_of("speaker"))
_SAYS = re.compile("指出|强调|要求|提出|指示|宣示|号召|寄语|表示|认为|说")
_OTHERS = "的(?:[老小]\\w|徒弟|师傅|工友|工人|职工|班组?长)"
"""How somebody else comes in behind an office: 书记的徒弟 is no secretary."""
_LEADS = (
    "(?:指出|强调|表示|要求|提出|认为|坦言|介绍|谈到|叮嘱|嘱咐|勉励|寄语|感慨|回忆|觉得|写道|提醒"
    "|说(?![明法服])|讲(?![课台解义堂座])|[问答道](?=[：，])|：(?=“)|起初|一开始|最初)"
)
_LED = re.compile(
    f"{any_of('title')}(?:(?:(?!{_OTHERS})[^。；“”]){{0,24}}?|“[^”]*”[^。；“”]{{0,12}}?){_LEADS}"
    f"|{any_of('title')}(?:(?!{_OTHERS})[^。；“”]){{0,60}}：“"
    f"|{any_of('assembly')}[^。，；“”]{{0,6}}(?:指出|强调|要求|提出|认为|明确|指示)"
)
"""Somebody with an office, or a meeting or paper that speaks for one, says or thinks something."""
_BY_THE_SAME = re.compile(f"(?:^|[，“”])[^，。；“”]{{0,4}}[他她][^。；“”]{{0,24}}?{_LEADS}")
"""How the next sentence says that somebody who was told of says something."""
_GOES_ON = re.compile(
    "要|必须|坚持|坚决|只有|努力|[他她](?:还|又|进一步|特别)?(?:指出|强调|表示|要求|提出|认为|说)"
)
_GOES_ON_UNMARKED = re.compile("[^，。；：“]{2,10}(?:要(?![求素])|必须|应当|不能|不是)")
"""How a leader's words go on too where no quotation marks say where they end."""
_COUNTED = re.compile(
    "(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九十][是要、]|首先|其次|再次|最后|（[一二三四五六])"
)
_POLITICAL = re.compile(any_of("political"))
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
    blanked. `protected` when it is a leader's, the party's or a document's; `guarded` when it
    counts what a sentence before it says that is not for a workshop to weigh; `political` when it
    is either, or says anything that is not for a workshop to weigh, whether that is on paper or
    left out. `by_office` where somebody with an office speaks in its paragraph, named before the
    colon that this begins with.
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
    by_office: bool = False


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


def sentences(passage: Passage, article: str = "") -> tuple[Sentence, ...]:
    """The sentences of a passage, in order; whoever has an office in the text of its `article`
    speaks with it where it only gives the name, too.
    """
    found: list[Sentence] = []
    read = _with_offices(f"{article}\n{passage.text}")
    gone, seen = _gone(passage), on_paper(passage)
    left_out = [(o.start, o.end) for o in passage.operations if isinstance(o, Omission)]
    paragraphs = 0
    told = _Told()
    for offset, line in _lines(passage.text):
        heads = _is_subheading(passage, offset, offset + len(line.rstrip()))
        is_text = is_counted(_printed(line, offset, left_out)) and not heads
        paragraphs += is_text and not any(start < offset <= end for start, end in left_out)
        paragraph = paragraphs if is_text else 0
        if not _COUNTED.match(line):
            told = _Told()
        ends = [run.start() for run in _RUN_OF_STOPS.finditer(line)]
        label = LABEL.match(line)
        by_office = bool(label and OVER.search(read(label[0])))
        for low, high in _stretches(line):
            text, number = line[low:high], bisect_left(ends, low) + 1
            start, end = offset + low, offset + high
            said_by = line[high : high + 40] if text[-1:] in "”’" else ""
            told = told.after(read(text), read(said_by))
            whole = text.rstrip("”’）")[-1:] in _ENDS and not any(
                a < end and start < b for a, b in gone
            )
            guards = told.protected, told.guarded, told.political, by_office
            found.append(Sentence(start, end, seen[start:end], paragraph, number, whole, *guards))
    return tuple(found)


def _with_offices(text: str) -> Callable[[str], str]:
    """How words of a text read with an office for each name that it gives one."""
    names = sorted(officials(text), key=len, reverse=True)
    if not names:
        return str
    named = re.compile("|".join(names))
    return lambda words: named.sub(_ANY_OFFICE, words)


_ANY_OFFICE = "主席"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentences of a paragraph so far mean for the next one."""

    protected: bool = False
    guarded: bool = False
    political: bool = False
    quoting: bool = False
    led: bool = False
    weighed: bool = False
    unmarked: bool = False
    office: bool = False

    def after(self, text: str, said_by: str) -> "_Told":
        """The same with one more sentence; `protected`, `guarded` and `political` are of that one.
        What stands right behind quoted words may tell whose they are.
        """
        counted = bool(_COUNTED.match(text))
        by_title = bool(_LED.search(text) or _LED.search(said_by.partition("。")[0]))
        by_title |= self.office and bool(_BY_THE_SAME.search(text))
        leads = by_title or bool(_SPEAKER.search(text))
        goes_on = self.quoting and bool(_GOES_ON.match(text))
        goes_on |= self.unmarked and bool(_GOES_ON_UNMARKED.match(text))
        protected = leads or goes_on or (self.led and counted)
        touches = bool(_POLITICAL.search(text))
        guarded = counted and self.weighed
        return _Told(
            protected,
            guarded,
            protected or guarded or touches,
            protected and (self.quoting or bool(_SAYS.search(text))),
            self.led or leads,
            self.weighed or (touches and not counted),
            protected and "“" not in text and (by_title or self.unmarked),
            by_title or bool(OFFICE.search(text)),
        )


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence, cut at its stops outside quotation marks and brackets."""
    depth, low = 0, 0
    for at, sign in enumerate(sentence.text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if (sign in "，；：—" and depth <= 0) or (sign in _ENDS and depth <= 0):
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


_NEAR = 40
"""Sentences on either side that are beside one: longer paragraphs have lost their ends."""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def _printed(line: str, offset: int, left_out: Sequence[tuple[int, int]]) -> str:
    """A line that begins at an offset, with …… for what is left out of it."""
    for start, end in reversed(left_out):
        low, high = max(0, start - offset), end - offset
        if low < len(line) and high > 0:
            line = f"{line[:low]}……{line[high:]}"
    return line


def _is_subheading(passage: Passage, start: int, end: int) -> bool:
    return any(head.start <= start and end <= head.end for head in passage.subheadings)


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end; a stop inside quotation marks ends one
    only where the quotation ends with it.
    """
    depth, low = 0, 0
    for at, sign in enumerate(line):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        ends = sign in _ENDS or (sign in "”’" and line[at - 1 : at] in tuple(_ENDS))
        follows = line[at + 1 : at + 2]
        if ends and depth <= 0 and follows not in tuple("”’）"):
            yield low, at + 1
            low = at + 1
    if line[low:].strip():
        yield low, len(line)


def stops(text: str) -> list[str]:
    """What ends sentences in a text, inside quotation marks too, as a reader counts them."""
    return _RUN_OF_STOPS.findall(text)


_RUN_OF_STOPS = re.compile(f"[{_ENDS}]+")


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its other half."""
    return all(text.count(a) == text.count(b) for a, b in zip(_OPENING, _CLOSING, strict=True))


def political(text: str) -> bool:
    """Whether words touch what is not for a workshop to weigh, rank or doubt."""
    return bool(_POLITICAL.search(text) or _SPEAKER.search(text) or _LED.search(text))
