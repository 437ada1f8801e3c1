"""Whose words the sentences of a text are: a leader's, some office's, or the text's own.

Whoever speaks goes on to do so: within a paragraph, over quotations that go on in the next, and
behind a name with a colon until another speaks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from studydesk.domain.passage import Passage
from studydesk.study.cuts import lines, whole_sentences
from studydesk.study.people import ASKS, LABEL, OFFICE, OVER, called
from studydesk.study.vocabulary import any_of

SPEAKER = re.compile(any_of("speaker"))
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
COUNTED = re.compile(
    "(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九十][是要、]|首先|其次|再次|最后|（[一二三四五六])"
)
"""How an item of a row begins: it is whose the words before the row are."""
_POLITICAL = re.compile(any_of("political"))
_REMEMBERED = 3
"""Sentences in which 他 may still be the one with an office who was told of."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences of a paragraph so far mean for the next one."""

    protected: bool = False
    guarded: bool = False
    political: bool = False
    quoting: bool = False
    led: bool = False
    weighed: bool = False
    unmarked: bool = False
    office: int = 0

    def after(self, text: str, said_by: str) -> "Told":
        """The same with one more sentence; `protected`, `guarded` and `political` are of that one.
        What stands right behind quoted words may tell whose they are.
        """
        counted = bool(COUNTED.match(text))
        by_title = bool(_LED.search(text) or _LED.search(said_by.partition("。")[0]))
        by_title |= bool(self.office and _BY_THE_SAME.search(text))
        leads = by_title or bool(SPEAKER.search(text))
        goes_on = self.quoting and bool(_GOES_ON.match(text))
        goes_on |= self.unmarked and bool(_GOES_ON_UNMARKED.match(text))
        protected = leads or goes_on or (self.led and counted)
        touches = bool(_POLITICAL.search(text))
        guarded = counted and self.weighed
        return Told(
            protected,
            guarded,
            protected or guarded or touches,
            protected and (self.quoting or bool(_SAYS.search(text))),
            self.led or leads,
            self.weighed or (touches and not counted),
            protected and "“" not in text and (by_title or self.unmarked),
            _REMEMBERED if by_title or OFFICE.search(text) else max(0, self.office - 1),
        )


NOBODY = Told()
"""What a paragraph begins with: nobody has spoken in it yet."""


@dataclass(frozen=True, slots=True)
class Held:
    """What goes on from one paragraph to the next: `office` where somebody with one speaks, named
    before a colon; `quoted` where the paragraph is what a leader is quoted with.
    """

    office: bool = False
    quoted: bool = False
    opened: bool = False
    announced: bool = False
    said: bool = False

    def at(self, line: str, read: Callable[[str], str]) -> "Held":
        """The same for the next paragraph; `read` tells who has an office."""
        label, office = LABEL.match(line), self.office
        if ASKS.match(line):
            office = False
        elif label and (OVER.search(read(label[0])) or called(label["label"])):
            office = bool(OVER.search(read(label[0])))
        quoted = self.opened or self.announced or (self.said and line.lstrip().startswith("“"))
        return Held(office, quoted, opened=self.opened)

    def after(self, line: str, *, protected: bool) -> "Held":
        """The same behind this paragraph, whose last sentence is `protected` or not."""
        more = line.count("“") - line.count("”")
        opened = protected and (more > 0 or (self.opened and more == 0))
        ends = line.rstrip()
        return Held(
            self.office,
            opened=opened,
            announced=protected and ends.endswith("："),
            said=protected and ends.endswith("”"),
        )


def speaking_before(
    passage: Passage, article: str, read: Callable[[str], str]
) -> tuple[Held, Told]:
    """Who speaks in an article when a passage of it begins, and in the paragraph where it does."""
    held, told = Held(), NOBODY
    at = passage.start or max(0, article.find(passage.text))
    led = article[max(0, at - _LED_UP) : at]
    for offset, line in lines(led):
        if offset and not COUNTED.match(line):
            told = NOBODY
        held = held.at(line, read)
        for low, high in whole_sentences(line):
            told = told.after(read(line[low:high]), "")
        if led.endswith("\n") or offset + len(line) < len(led.rstrip("\n")):
            held = held.after(line, protected=told.protected or held.quoted)
    if not led or led.endswith("\n"):
        return held, NOBODY
    return held, told


_LED_UP = 4_000
"""Characters before a passage that are read for who speaks."""


def political(text: str) -> bool:
    """Whether words touch what is not for a workshop to weigh, rank or doubt."""
    return bool(_POLITICAL.search(text) or SPEAKER.search(text) or _LED.search(text))
