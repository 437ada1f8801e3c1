"""Whose words the sentences of a text are: its own, a workmate's or somebody else's.

Whoever speaks is no workmate, unless the text itself tells that: nothing shorter than a whole
sentence is taken out of what anybody else says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from studydesk.study.bylines import (
    SIGNED_AT_THE_END,
    another_speaks,
    close,
    is_text,
    signs,
)
from studydesk.study.cuts import lines, whole_sentences
from studydesk.study.names import names_in
from studydesk.study.offices import SPEAKER, STATE
from studydesk.study.people import Company, company
from studydesk.study.vocabulary import any_of
from studydesk.study.who_says import HEARD, QUOTED, Voice, said

_POLITICAL = re.compile(any_of("political"))
COUNTED = re.compile(
    r"(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九十][是要、]|首先|其次|再次|最后|（[一二三四五六]）?|——(?=[^。]{4,}[。；])|[●■◆]|\d+[.．、])"
)
"""How an item of a row begins: it is whose the words before the row are."""
_LEADS_UP = re.compile(any_of("leads_up"))
_ARGUES = re.compile(any_of("argues"))
"""What tells, behind somebody's words without quotation marks, that they go on."""
_POINTS_BACK = re.compile(any_of("points_back"))
"""How a sentence tells whose words stand before it: 这是…说的."""
_ANNOUNCES = re.compile("(?:：|—|写道。)\\s*$")
"""How a paragraph ends that leads up to what somebody is quoted with."""
_BACK = 80
"""Characters of a sentence that tell whose words stand before it, at most."""
_SHORT = 40
"""Characters of a signature, at most."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a sentence is that begins at `start`: `protected` where no workmate says it; `guarded`
    when it counts what a sentence before it says that is not for a workshop to weigh; `political`
    where that, an office or the state is in it.
    """

    start: int
    protected: bool = False
    guarded: bool = False
    political: bool = False
    led: bool = False
    weighed: bool = False
    voice: Voice = ""
    """Who spoke last in the paragraph; `led`, where that leads up to a row of items."""

    def next(self, start: int, text: str, behind: str, known: Company) -> "Whose":
        """The same of the sentence behind; what stands `behind` that may tell whose it is."""
        voice, office = self._voice(text, behind, known)
        office = office or bool(SPEAKER.search(text))
        counted, touches = bool(COUNTED.match(text)), bool(_POLITICAL.search(text))
        in_row, guarded = self.led and counted, counted and self.weighed
        goes_on = in_row or self._goes_on(text, voice)
        another = office or voice in ("other", "unmarked", "leader")
        return Whose(
            start,
            protected=another or goes_on,
            guarded=guarded,
            political=office or guarded or touches or (goes_on and self.political),
            led=self.led or (another and bool(_LEADS_UP.search(text))),
            weighed=self.weighed or (touches and not counted),
            voice="unmarked" if in_row else self._last_voice(text, voice, goes_on=goes_on),
        )

    def _voice(self, text: str, behind: str, known: Company) -> tuple[Voice, bool]:
        """Who says a sentence, by what is in it or, of a quotation, by what stands behind."""
        voice, office = said(text, known)
        if voice or text[-1:] not in ("”", "’"):
            return voice, office
        told = behind.partition("。")[0]
        voice, office = said(f"“”{told}。", known)
        somebody = HEARD.search(behind) or STATE.search(behind) or names_in(told)
        if not voice and somebody and self.voice != "mate" and text[:1] == "“":
            voice = "other"
        return voice, office

    def _goes_on(self, text: str, voice: Voice) -> bool:
        """Whether somebody's words go on in a sentence."""
        if self.voice == "other":
            return not voice and text[:1] == "“"
        argues = _ARGUES.match if self.voice == "leader" else _ARGUES.search
        unmarked = self.voice in ("unmarked", "leader") and bool(argues(text))
        return unmarked and (not voice or (voice == "mate" and "“" not in text))

    def _last_voice(self, text: str, voice: Voice, *, goes_on: bool) -> Voice:
        if goes_on and "“" not in text:
            return self.voice
        return voice or (self.voice if self.voice in ("mate", "other") else "")


@lru_cache(maxsize=8)
def whose_words(text: str) -> Sequence[Whose]:
    """Whose the sentences of a text are, in their order."""
    known = company(close(text))
    groups: list[tuple[str, list[Whose]]] = []
    last, speaking, quoted = Whose(0), False, ""
    for offset, line in lines(text):
        speaking = another_speaks(line, known, speaking=speaking)
        if groups and not (last.led and last.protected and COUNTED.match(line)):
            last = Whose(offset, weighed=last.political and bool(COUNTED.match(line)))
        held = quoted == "open" or (quoted == "led" and line.lstrip().startswith("“"))
        held |= quoted == "announced"
        own: list[Whose] = []
        for low, high in whole_sentences(line):
            behind = close(line[high : high + _SHORT])
            last = last.next(offset + low, close(line[low:high]), behind, known)
            own.append(_with(last, protected=speaking or held, political=held))
        _point_back(own, line, offset)
        groups.append((line, own))
        quoted = _goes_on(line, quoted, led=bool(own) and own[-1].protected)
    return tuple(_signed(groups))


def _goes_on(line: str, quoted: str, *, led: bool) -> str:
    """How a paragraph leaves what somebody is quoted with: open, announced, or as it stands."""
    more = line.count("“") - line.count("”")
    if led and (more > 0 or (quoted == "open" and more == 0)):
        return "open"
    return "" if not led else "announced" if _ANNOUNCES.search(line) else "led"


def _point_back(own: list[Whose], line: str, offset: int) -> None:
    """Protect what stands before a sentence that tells whose words these are."""
    for place, one in reversed([*enumerate(own)]):
        text = close(line[one.start - offset : one.start - offset + _BACK]).partition("。")[0]
        if _POINTS_BACK.search(QUOTED.sub("“”", text)) and (one.protected or STATE.search(text)):
            own[:place] = [_with(other, protected=True, political=True) for other in own[:place]]
            return


def _signed(groups: Sequence[tuple[str, list[Whose]]]) -> Iterator[Whose]:
    """The sentences, protected where somebody else than a workmate signs them below: those of a
    paragraph at its end, or of all paragraphs up to the next short line.
    """
    signed = (False, False)
    found: list[Whose] = []
    for place, (line, own) in reversed([*enumerate(groups)]):
        text = close(line)
        at_its_end = SIGNED_AT_THE_END.search(text)
        if not is_text(line) and len(text) <= _SHORT and not at_its_end:
            signed = signs(text, last=place == len(groups) - 1)
            found += reversed(own)
            continue
        by_itself = at_its_end is not None and signs(at_its_end[0], last=True)[0]
        protected, political = (True, False) if by_itself else signed
        found += (_with(one, protected=protected, political=political) for one in reversed(own))
    return reversed(found)


def _with(one: Whose, *, protected: bool, political: bool) -> Whose:
    if not protected:
        return one
    return replace(one, protected=True, political=one.political or political)


def political(text: str) -> bool:
    """Whether words touch what is not for a workshop to weigh, rank or doubt."""
    return bool(_POLITICAL.search(text) or SPEAKER.search(text) or said(text, company(""))[1])
