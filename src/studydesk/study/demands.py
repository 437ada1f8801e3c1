"""What a meeting or a notice asks for, and what is to be done in a case: ……的，要……."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import led_in
from studydesk.study.find import Find, within
from studydesk.study.people import LABEL
from studydesk.study.provisions import lays_down
from studydesk.study.reasons import only_asks
from studydesk.study.sentences import Sentence, balanced, beside, clauses, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_ASKS = re.compile(
    "(?:^|(?<=[。；]))(?P<words>(?:会议|通知|方案|倡议书?)(?:还|同时|特别)?(?:指出|强调|要求|明确|提出|规定))，(?P<told>.+)$"
)
_WEIGHED = re.compile(f"{any_of('political')}|{any_of('speaker')}|{any_of('statecraft')}")
_LEAST = 3
"""Demands, parted by semicolons, that make a row to be told one by one."""


def demands(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The sentence in which a meeting or a notice asks for several things; of it only that it
    does is quoted, and nothing of what it asks for is shortened.
    """
    if _WEIGHED.search(text):
        return
    for sentence in parts:
        asks = _ASKS.match(sentence.text)
        if asks and sentence.whole and sentence.paragraph:
            several = asks["told"].count("；") + 1
            if several >= _LEAST and balanced(asks["told"]):
                yield within("demand", sentence, *asks.span("words"), 2.9)


_CALLS = re.compile(
    "(?<![就快都主需重])要(?![紧素求么点害是])(?!.*了。$)|(?<![回适响反相对照供感顺])应(?:当|该)?(?![用对聘届付])|必须|需要|关键(?:是|在)|首先(?:要|是|得|该)|重在|贵在"
    "|第[一二三四五]步是"
)
"""How the first sentence of a paragraph says what is to be done, or was set about."""
_COUNTED = re.compile("[其第][一二三四五六](?!步)|[一二三四五六][是要、]|（|首先，|其次|再次|最后")
"""How an item of a row begins: headings know those."""
_LED_UP_TO = re.compile(
    "(?:要?(?:改变|解决|破解|扭转)|针对|面对|与此同时|为此|因此|对[^，]+(?:来说|而言)|[^，]*应当看到|在[^，]*方面|就[^，]*而言|(?:我们的)?第[一二三四五]步是|关键(?:是|在于?))[^，。]{0,14}?(?:，|(?<=步是)|(?<=关键是)|(?<=关键在)|(?<=关键在于))"
)
"""What only leads up to it."""
_UNFOLDED = 60
"""Characters behind such a sentence, in two more at least, that tell how."""


def calls(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the first sentence of a paragraph says is to be done, where the rest tells how."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        if sentence is not own[0] or len(own) <= _FEW or not sentence.paragraph:
            continue
        weighed = any(part.political for part in own) or not sentence.whole
        told = sum(len(part.text) for part in own[1:])
        if weighed or told < _UNFOLDED or _COUNTED.match(sentence.text):
            continue
        label = LABEL.match(sentence.text)
        low = led_in(sentence.text, label.end() if label else 0, len(sentence.text) - 1)
        if not _CALLS.search(sentence.text, low):
            continue
        while led := _LED_UP_TO.match(sentence.text, low):
            low = led.end()
        clause = next((c for c in clauses(sentence) if c.start - sentence.start >= low), None)
        low = clause.start - sentence.start if clause else low
        words = sentence.text[low:].rstrip("。")
        unfit = _WEIGHED.search(words) or _NO_CALL.search(words) or not balanced(words)
        if _SHORTEST <= len(words) <= _LONGEST and not unfit:
            find = within("call", sentence, low, low + len(words), 2.0)
            find.more.update({"asks": "yes"} if only_asks(own[1:]) else {})
            yield find


_FEW = 2
"""Sentences of a paragraph that tell too little behind the first."""
_SHORTEST, _LONGEST = 6, 26
_NO_CALL = re.compile(
    f"{any_of('disputed')}|{any_of('private')}|[：？；]|^(?:对|是|没错|是的)，|^(?:并?不|没有|过去|以前|从前)|不(?:需|必|用)|[说谈讲]起|^[^，]{{0,4}}(?:[这那它他她其此该你您])"
)


_CASE = re.compile(
    "(?:(?:^|(?<=[，。；：]))(?P<any>对于?|凡是?|遇到|碰到)|(?:^|(?<=[。；：]))|(?:^|(?<=[，。；：]))(?:明确|规定|约定))(?P<words>(?:[^，。；：“”]|“[^“”]{1,6}”){4,22})的(?P<noun>[^，。；：“”的]{0,4})，"
    "(?=(?:用人单位|单位|企业|车间|班组|工会|平台|监护人员?)?"
    "(?:可以?(?![见是能])|要(?!求)|应当?(?!该说)|须|必须|由|给予|一律|先(?![进后])|都(?!是)|均|每[人次月年]|当[天场]|立即|马上|按|实行|享受|再次|免))"
)
_IF = re.compile(
    "(?:^|(?<=[，。；：]))(?:凡是?|一旦|如果|遇到|发现)(?P<words>[^，。；：“”]{3,17}[^，。；：“”的])，"
    "(?=[^，。；：“”]{0,8}(?:要(?!求)|应当?|须|必须|立即|马上|先|一律|当天|当场|清零|可以))"
)
"""一旦有人晕倒，监护人员要立即呼救."""
_NO_CASE = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|[他她我你您它其此该这那是说]|^对|^给|^掌握|^涉及[^，]{{1,4}}$|做得好|表现突出|面广|有的|有些|一些|不少|许多|很多|所|类似|同样|不要|应当|应该|必须|^[把让使被在从当]"
    "|党|[A-Za-z]"
)
_PEOPLE = re.compile(
    "(?:[一-龥]{0,2}(?:职工|会员|员工|工人|劳动者|代表|子女|单位|企业|班组|师傅|徒弟|骑手|驾驶员|学徒|工会))"
)


def _tells_one(kind: re.Pattern[str], case: re.Match[str]) -> bool:
    """Whether words tell of something that happens, and not of a thing by its name."""
    if kind is _IF:
        return not _A_THING.search(case["words"])
    return bool(case["any"] or not case["noun"] or _PEOPLE.fullmatch(case["noun"]))


_A_THING = re.compile("的[一-龥]{1,4}$")
"""What names something, and tells of nothing that happens."""


def cases(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A case that a text says what is to be done in: 作业中断超过30分钟的，再次进入前要重新检测."""
    found = (
        (one, sentence, case) for one in (_CASE, _IF) for _, sentence, case in searched(one, parts)
    )
    laid_down = lays_down(text)
    for kind, sentence, case in found:
        words, noun = case["words"], (case["noun"] if kind is _CASE else "") or "情形"
        unfit = _NO_CASE.search(words) or political(words) or not balanced(words)
        if sentence.paragraph and _tells_one(kind, case) and not unfit:
            party = kind is _CASE and case["noun"] and case["any"] not in ("遇到", "碰到")
            high = case.end("noun") if party else case.end("words")
            find = within("case", sentence, case.start("words"), high, 2.6)
            find.more.update({"party": "yes"} if party else {"happens": "yes", "noun": noun})
            find.more["rule" if laid_down else "advice"] = "yes"
            yield find
            return
