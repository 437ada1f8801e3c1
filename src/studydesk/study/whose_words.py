"""Whose words the sentences of a text are: its own, a workmate's or somebody else's.

Whoever speaks is no workmate, unless the text itself tells that: nothing shorter than a whole
sentence is taken out of what anybody else says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from studydesk.study.cuts import ENDS, lines, whole_sentences
from studydesk.study.people import (
    ASKS,
    LABEL,
    OVER,
    Company,
    company,
    is_name,
    names_another,
    names_in,
    speaks_in_turn,
)
from studydesk.study.vocabulary import any_of

SPEAKER = re.compile(any_of("speaker"))
_STATE = re.compile(f"{OVER.pattern}|{any_of('assembly')}")
"""A leader, somebody else with an office, or a meeting or paper that speaks for one."""
_ASSEMBLY = re.compile(any_of("assembly"))
_POLITICAL = re.compile(any_of("political"))
_SAYS = re.compile(
    "指出|强调|表示|认为|发问|[坦直]言|谈[到道]|叮嘱|嘱咐|勉励|寄语|感慨|写道|号召|指示|[问答笑喊叹应]道|(?<![说道问答讲喊言诉示出调为])：“"
    "|(?<![来听据小虽解演学述劝传难别])(?<!也就是)(?<!可以)(?<!应该)(?<!句话)(?<!比如)(?<!或者)"
    "说(?!明|法|对|服|到底|干就|话|教|理(?!想)|清|出|完|唱|了算|得[清过通上]|不[清上出定准过]|辞|客|词|一[分遍句]|什么|[、。；])|说(?=[：“])"
    "|(?<![的一按照条项些个类新理合化早其此这])(?:要求|提出|介绍|提醒|觉得|回忆|解释|主张|建议|补充|透露|宣布|告诉|呼吁)"
    "(?=[^，。、：“]{0,4}[，：“])"
    "|(?<![疑提学顾自反追设思理])(?:讲|问|答|喊|想)(?=(?:道|了|起来)?(?:：|，[^，。]*[要不是才就得没能该])|“)"
    "|看来，|的(?:话来?说|说法)，|载文称，|(?<=[法例》])规定，"
)
"""How somebody's words come in."""
_TO_THE_POINT = re.compile("[^，：。“]*：?")
"""The words of a sentence up to the first comma or colon."""
_HOLDS_OFFICE = re.compile(f"{any_of('title')}|{any_of('speaker')}")
_DEED = re.compile("(?<![讲说谈作])[了过着]|来到|走[进访]|为[^，]*[办送解]|^[^，]*是[^，]+$")
"""How the words about an office tell of what was done, and not of what was said."""
_HEARD = re.compile("[他她]|回答|报告|口号|公开信|来信")
"""What tells before a colon that somebody's words follow, besides a name."""
_QUOTED = re.compile("“[^”]*(?:”|$)")
_BY_PAPER = re.compile("(?:按照?|根据|依照)[^，]*$")
"""What is done as somebody asks for, who is not quoted."""
_LEAD = 40
"""Characters before a saying that tell who says it."""
COUNTED = re.compile(
    r"(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九十][是要、]|首先|其次|再次|最后|（[一二三四五六]）?|——(?=[^。]{4,}[。；])|[●■◆]|\d+[.．、])"
)
"""How an item of a row begins: it is whose the words before the row are."""
_LEADS_UP = re.compile(
    "[一二三四五六七八九十]是|第[一二三]|其[一二三]|首先|：$|期望|希望|[几一二两三四五六七八九十]点|寄语"
)
_ARGUES = re.compile(
    "同时，|此外|另外|因此|因而|所以|而且|并且|在此基础上|要|必须|应|是|不|才|只有|越|没有|坚持|努力|^一"
)
"""What tells, behind somebody's words without quotation marks, that they go on."""
_POINTS_BACK = re.compile(
    "(?:^|，)(?:说?这|以上|上面|话是)|这[样么](?:说|写|讲|勉励|叮嘱|要求)"
    "|期望|期待|希望|厚望|嘱托|教诲|指示|部署|一席话|番话|的话|名言|话音|如是说|告诉记者|[引摘]自"
)
"""How a sentence tells whose words stand before it: 这是…说的."""
_ANNOUNCES = re.compile("(?:：|—|写道。)\\s*$")
"""How a paragraph ends that leads up to what somebody is quoted with."""
_DASHED = re.compile("\\s*(?:——|—|－－|--)")
_SPEECH = re.compile("讲话|致辞|发言|谈话|观点|点评")
"""What a heading has of which the text below is somebody's."""
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
    voice: str = ""
    """Who spoke last in the paragraph: a mate, another, or another without quotation marks."""

    def next(self, start: int, text: str, behind: str, known: Company) -> "Whose":
        """The same of the sentence behind; what stands `behind` that may tell whose it is."""
        counted = bool(COUNTED.match(text))
        voice, office = _said(text, known)
        if text[-1:] in "”’" and not voice:
            voice, office = _said(f"“”{behind.partition('。')[0]}。", known)
            told = (
                _HEARD.search(behind)
                or _STATE.search(behind)
                or names_in(behind.partition("。")[0])
            )
            voice = voice or ("other" if self.voice != "mate" and text[:1] == "“" and told else "")
        office = office or bool(SPEAKER.search(text))
        bare = "“" not in text
        argues = _ARGUES.match if self.voice == "leader" else _ARGUES.search
        unmarked = self.voice in ("unmarked", "leader") and bool(argues(text))
        goes_on = (unmarked and (not voice or (voice == "mate" and bare))) or (
            self.voice == "other" and not voice and text[:1] == "“"
        )
        in_row = self.led and counted
        goes_on |= in_row
        touches = bool(_POLITICAL.search(text))
        guarded = counted and self.weighed
        others = voice in ("other", "unmarked", "leader")
        return Whose(
            start,
            others or office or goes_on,
            guarded,
            office or guarded or touches or (goes_on and self.political),
            self.led or bool((others or office) and _LEADS_UP.search(text)),
            self.weighed or (touches and not counted),
            "unmarked"
            if in_row
            else self.voice
            if goes_on and bare
            else voice or (self.voice if self.voice in ("mate", "other") else ""),
        )


def _said(text: str, known: Company) -> tuple[str, bool]:
    """Who says something in a text, a mate or another, if anybody; and whether by an office."""
    bare = _QUOTED.sub("“”", text)
    bare = re.sub("(?<=[说道问讲])。$", "：", bare) if "“" in bare else bare
    first = _TO_THE_POINT.match(bare)
    ahead = first[0] if first else ""
    colon = ahead.endswith("：")
    office = bool((_STATE if colon else _HOLDS_OFFICE).search(ahead))
    office = office and (colon or not _DEED.search(ahead)) and not _DASHED.match(bare)
    heard = colon and not _SAYS.search(ahead) and not known.has_workmate(ahead[:-1])
    others = office or (heard and bool(_HEARD.search(ahead) or names_in(ahead)))
    mates = somebody = False
    for says in _SAYS.finditer(bare):
        lead = re.split("[。！？；：“”]", bare[max(0, says.start() - _LEAD) : says.start()])[-1]
        if _BY_PAPER.match(lead):
            continue
        mate = known.has_workmate(lead)
        mates, others = mates or mate, others or not mate
        somebody |= not mate and bool(_HEARD.match(lead) or names_in(lead))
        office |= known.has_official(lead) or bool(_ASSEMBLY.search(lead))
    unmarked = (office or somebody) and "“" not in text
    other = "other" if not unmarked else "leader" if SPEAKER.search(text) else "unmarked"
    return (other if office or others or unmarked else "mate" if mates else ""), office


@lru_cache(maxsize=8)
def whose_words(text: str) -> Sequence[Whose]:
    """Whose the sentences of a text are, in their order."""
    known = company(_BLANKS.sub("", text))
    groups: list[tuple[str, list[Whose]]] = []
    last, speaking, quoted = Whose(0), False, ""
    for offset, line in lines(text):
        speaking = _speaks(line, known, speaking=speaking)
        if groups and not (last.led and last.protected and COUNTED.match(line)):
            last = Whose(offset, weighed=last.political and bool(COUNTED.match(line)))
        held = quoted == "open" or (quoted == "led" and line.lstrip().startswith("“"))
        held |= quoted == "announced"
        own: list[Whose] = []
        for low, high in whole_sentences(line):
            behind = _close(line[high : high + _SHORT])
            last = last.next(offset + low, _close(line[low:high]), behind, known)
            own.append(_with(last, protected=speaking or held, political=held))
        _point_back(own, line, offset)
        groups.append((line, own))
        quoted = _goes_on(line, quoted, led=bool(own) and own[-1].protected)
    return tuple(_signed(groups))


def _speaks(line: str, known: Company, *, speaking: bool) -> bool:
    """Whether somebody else than a workmate speaks from a line on, up to the next who does or the
    next heading.
    """
    label = LABEL.match(line)
    if ASKS.match(line):
        return False
    if not _ends(line):
        return bool(_SPEECH.search(line)) or names_another(line)
    if set_apart := _SET_APART.match(line):
        name = set_apart[1] or set_apart[2]
        return is_name(name) or bool(OVER.search(name))
    if label and speaks_in_turn(label[0]) and not _SAYS.search(label[0]):
        return not known.has_workmate(_close(label[0]).rstrip("："))
    return speaking


_SET_APART = re.compile("【([^】]{2,12})】|([一-龥]{2,3})[ \u3000]{2}")
"""Who speaks, before what is said: 【李明】."""


def _goes_on(line: str, quoted: str, *, led: bool) -> str:
    """How a paragraph leaves what somebody is quoted with: open, announced, or as it stands."""
    more = line.count("“") - line.count("”")
    if led and (more > 0 or (quoted == "open" and more == 0)):
        return "open"
    return "" if not led else "announced" if _ANNOUNCES.search(line) else "led"


def _point_back(own: list[Whose], line: str, offset: int) -> None:
    """Protect what stands before a sentence that tells whose words these are."""
    for place, one in reversed([*enumerate(own)]):
        text = _close(line[one.start - offset : one.start - offset + _BACK]).partition("。")[0]
        if _POINTS_BACK.search(text) and (one.protected or _STATE.search(text)):
            own[:place] = [_with(other, protected=True, political=True) for other in own[:place]]
            return


def _signed(groups: Sequence[tuple[str, list[Whose]]]) -> Iterator[Whose]:
    """The sentences, protected where somebody else than a workmate signs them below."""
    signed: tuple[bool, bool] = (False, False)
    found: list[Whose] = []
    for place, (line, own) in reversed([*enumerate(groups)]):
        text = _close(line)
        behind = _BEHIND_A_DASH.search(text)
        if not _ends(line) and len(text) <= _SHORT and not behind:
            signed = _signs(text, last=place == len(groups) - 1)
            found += reversed(own)
            continue
        protected, political = (
            (True, False) if behind and _signs(behind[0], last=False)[0] else signed
        )
        found += (_with(one, protected=protected, political=political) for one in reversed(own))
    return reversed(found)


_BEHIND_A_DASH = re.compile("(?<=[。”！？])(?:——|（)[^。！？]{2,30}$")


def _signs(text: str, *, last: bool) -> tuple[bool, bool]:
    """Whether a short line signs for somebody else than a workmate, and for a leader."""
    dashed = _DASHED.match(text)
    words = text[dashed.end() :].strip() if dashed else text.strip()
    leads = bool(SPEAKER.search(words))
    by = leads or OVER.search(words) or (dashed and is_name(words)) or names_another(words)
    signs = bool(by) and bool(dashed or last or words[:1] in "（(")
    return signs, signs and leads


def _with(one: Whose, *, protected: bool, political: bool) -> Whose:
    if not protected:
        return one
    return replace(one, protected=True, political=one.political or political)


def _ends(line: str) -> bool:
    return line.rstrip().rstrip("”’）")[-1:] in (*ENDS, "：", "；", "，")


_BLANKS = re.compile("(?<=[一-龥])[ \u3000]+(?=[一-龥])")
"""What stands between the characters of a name that is spaced out."""


def _close(text: str) -> str:
    return _BLANKS.sub("", text)


def political(text: str) -> bool:
    """Whether words touch what is not for a workshop to weigh, rank or doubt."""
    return bool(_POLITICAL.search(text) or SPEAKER.search(text) or _said(text, company(""))[1])
