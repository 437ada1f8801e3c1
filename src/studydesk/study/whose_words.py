"""Whose words the sentences of a text are: its own, a workmate's or somebody else's.

Whoever speaks is no workmate, unless the text itself tells that: nothing shorter than a whole
sentence is taken out of what anybody else says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from studydesk.study.cuts import ENDS, lines, whole_sentences
from studydesk.study.people import ASKS, LABEL, OFFICE, OVER, Company, company, speaks_in_turn
from studydesk.study.vocabulary import any_of

SPEAKER = re.compile(any_of("speaker"))
_SAYS = re.compile(
    "指出|强调|表示|认为|[坦直]言|谈[到道]|叮嘱|嘱咐|勉励|寄语|感慨|写道|号召|指示|[问答笑喊叹应]道|(?<![说道问答讲喊言诉示出调为])：“"
    "|(?<![来听据小虽解演学述劝传难别])(?<!也就是)(?<!可以)(?<!应该)(?<!句话)(?<!比如)(?<!或者)"
    "说(?!明|法|对|服|到底|干就|话|教|理(?!想)|清|出|完|唱|了算|得[清过通上]|不[清上出定准过]|辞|客|词|一[分遍]|什么|[、。；])|说(?=[：“])"
    "|(?<![的一按照条项些个类新理合化早其此这])(?:要求|提出|介绍|提醒|觉得|回忆|解释|主张|建议|补充|透露|宣布|告诉)"
    "(?=[^，。、：“]{0,4}[，：“])"
    "|(?<![疑提学顾自反追设思理])(?:讲|问|答|喊|想)(?=(?:道|了|起来)?(?:：|，[^，。]*[要不是才就得没能该])|“)"
)
"""How somebody's words come in."""
_ABOVE = re.compile(
    f"(?:{OFFICE.pattern}[^。；“”]{{0,24}}|{any_of('assembly')}[^，。；“”]{{0,6}})"
    "(?:要求|提出|明确|指示|介绍|提醒|觉得|回忆|讲(?![课台解义堂座])|起初|一开始|最初)"
)
"""How those of an office, and of a paper that speaks for one, come in besides."""
_STATE = re.compile(f"{OVER.pattern}|{any_of('speaker')}|{any_of('assembly')}")
"""A leader, somebody else with an office, or a meeting or paper that speaks for one."""
_BEFORE_COLON = re.compile("[^。；：]{0,40}(?=：)")
"""What tells, without a verb of saying, whose words follow: 市长语重心长：…."""
_SPEECH = re.compile("讲话|致辞|发言|谈话")
"""What a heading has of which the text below is somebody's speech."""
_QUOTED = re.compile("“[^”]*(?:”|$)")
_ASSEMBLY = re.compile(any_of("assembly"))
_BY_PAPER = re.compile("(?:按照?|根据|依照)[^，]*$")
"""What is done as somebody asks for, who is not quoted."""
_LEAD = 40
"""Characters before a saying that tell who says it."""
_MORE = re.compile("要|必须|坚持|坚决|只有|努力")
_BESIDES = re.compile(
    "(?:与此)?同时，|因此|因而|此外|另外|所以|而且|并且|在此基础上|不仅如此|换句话说|也就是说"
)
_MORE_UNMARKED = re.compile("[^，。；：“]{2,10}(?:要(?![求素])|必须|应当|不能|不是)")
"""How what somebody says goes on behind the sentence that tells who says it, and how where no
quotation marks tell its end.
"""
COUNTED = re.compile(
    "(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九十][是要、]|首先|其次|再次|最后|（[一二三四五六])"
)
"""How an item of a row begins: it is whose the words before the row are."""
_COUNTS = re.compile("[一二三四五六七八九十]是|第[一二三]|其[一二三]|首先|：$")
_POLITICAL = re.compile(any_of("political"))
_POINTS_BACK = re.compile(
    "(?:^|，)(?:说?这|以上|上面)(?:，?正?就?是|句|番|段|些)?[^，。]*(?:话|讲|论述|指示|嘱托|教导|说|求)|这样(?:说|写|讲|勉励|叮嘱|要求)"
    "|期望|期待|希望|厚望|嘱托|教诲|指示|部署|这番|一席话|的话|话音|如是说|这么说|[引摘]自"
)
"""How a sentence tells whose words stand before it: 这是…说的."""
_ANNOUNCES = re.compile("(?:：|—|写道。)\\s*$")
"""How a paragraph ends that leads up to what somebody is quoted with."""
_DASHED = re.compile("\\s*(?:——|—|－－|--)")
_TELLS = re.compile("[进到走来抓当为做建让把在]")
"""What a heading has, and no signature."""
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
    unmarked: bool = False

    def next(self, start: int, text: str, behind: str, known: Company) -> "Whose":
        """The same of the sentence behind; what stands `behind` that may tell whose it is."""
        counted = bool(COUNTED.match(text))
        others, office = _said(text, known)
        if text[-1:] in "”’":
            by, by_office = _said(f"“”{behind.partition('。')[0]}。", known)
            others, office = others or by, office or by_office
        office = office or bool(SPEAKER.search(text))
        goes_on = bool(self.protected and _MORE.match(text)) or (self.led and counted)
        goes_on |= self.unmarked and bool(_MORE_UNMARKED.match(text))
        goes_on |= self.protected and self.political and bool(_BESIDES.match(text))
        touches = bool(_POLITICAL.search(text))
        guarded = counted and self.weighed
        return Whose(
            start,
            others or office or goes_on,
            guarded,
            office or guarded or touches or (goes_on and self.political),
            self.led or office or bool(others and _COUNTS.search(text)),
            self.weighed or (touches and not counted),
            (others or self.unmarked) and "“" not in text and not SPEAKER.search(text),
        )


def _said(text: str, known: Company) -> tuple[bool, bool]:
    """Whether somebody else than a workmate says something in a text, and by an office."""
    bare = _QUOTED.sub("“”", text)
    bare = re.sub("(?<=[说道问讲])。$", "：", bare) if "“" in bare else bare
    ahead = _BEFORE_COLON.match(bare)
    office = others = bool(_ABOVE.search(bare) or (ahead and _STATE.search(ahead[0])))
    for says in _SAYS.finditer(bare):
        lead = re.split("[。！？；“”]", bare[max(0, says.start() - _LEAD) : says.start()])[-1]
        if _BY_PAPER.match(lead):
            continue
        others |= not known.has_workmate(lead)
        office |= known.has_official(lead) or bool(_ASSEMBLY.search(lead))
    return others, office


@lru_cache(maxsize=8)
def whose_words(text: str) -> Sequence[Whose]:
    """Whose the sentences of a text are, in their order."""
    known = company(_BLANKS.sub("", text))
    groups: list[tuple[str, list[Whose]]] = []
    last, speaking, quoted = Whose(0), False, ""
    for offset, line in lines(text):
        label = LABEL.match(line)
        if ASKS.match(line) or not _ends(line):
            speaking = bool(_SPEECH.search(line) and _STATE.search(line))
        elif label and speaks_in_turn(label[0]):
            speaking = not known.has_workmate(_close(label[0]).rstrip("："))
        if groups and not (last.protected and COUNTED.match(line)):
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
    return tuple(_signed(groups, known))


def _goes_on(line: str, quoted: str, *, led: bool) -> str:
    """How a paragraph leaves what somebody is quoted with: open, announced, or as it stands."""
    more = line.count("“") - line.count("”")
    if led and (more > 0 or (quoted == "open" and more == 0)):
        return "open"
    return "" if not led else "announced" if _ANNOUNCES.search(line) else "led"


def _point_back(own: list[Whose], line: str, offset: int) -> None:
    """Protect what stands before a sentence that tells whose words these are."""
    for place, one in reversed([*enumerate(own)]):
        text = _close(line[one.start - offset : one.start - offset + _BACK])
        if _POINTS_BACK.search(text.partition("。")[0]) and (
            one.protected or _STATE.search(text.partition("。")[0])
        ):
            own[:place] = [_with(other, protected=True, political=True) for other in own[:place]]
            return


def _signed(groups: Sequence[tuple[str, list[Whose]]], known: Company) -> Iterator[Whose]:
    """The sentences, protected where somebody else than a workmate signs them below."""
    signed: tuple[bool, bool] = (False, False)
    found: list[Whose] = []
    for place, (line, own) in reversed([*enumerate(groups)]):
        text = _close(line)
        if not _ends(line) and len(text) <= _SHORT:
            signed = _signs(text, known, last=place == len(groups) - 1)
            found += reversed(own)
            continue
        protected, political = signed
        found += (_with(one, protected=protected, political=political) for one in reversed(own))
    return reversed(found)


def _signs(text: str, known: Company, *, last: bool) -> tuple[bool, bool]:
    """Whether a short line signs for somebody else than a workmate, and for a leader."""
    dashed = _DASHED.match(text)
    words = text[dashed.end() :].strip() if dashed else text.strip()
    leads = bool(SPEAKER.search(words))
    by = leads or OVER.search(words) or (dashed and known.has_name(words))
    signs = bool(by) and bool(dashed or (last and not _TELLS.search(words)) or words[:1] in "（(")
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
