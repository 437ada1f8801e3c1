"""What people called something they set up, between quotation marks: “喊停演练”."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from studydesk.study.find import Find, within
from studydesk.study.lists import SERIES
from studydesk.study.sentences import Sentence, political
from studydesk.study.vocabulary import any_of

_NO_NAME = re.compile(
    "十[三四五]五|[型式性化级器双军制]$|约束$|一带一路|卡脖子|重男轻女|失灵|之手$|治$|需要|问题|为什么|怎么|职业|精神$|经验$|光荣|伟大|创造|[家派雁军兵者度率工]$|先锋"
    "|[不没无别你我他]|承诺|关系|学校|大学|(?:工匠|职工|工人|能手|标兵|带头人|骨干|师)$"
)
_NAME = re.compile(r"“([\u4e00-\u9fff]{3,8})”")
_AT_WORK = re.compile(
    "骑手|司机|快递员|职工|工会|班组|工人|工友|师傅|徒弟|一线|车间|劳动者|培训|技能"
)
_MADE = re.compile(
    "(?:设立|开展|推行|建立|推出|试行|实行|创办|办起|开设|开通|采取|采用|组建|成立|发放|谈成|组成|选聘|形成|探索)(?:了|起)?"
    "(?:[^，。；“”不没]{0,4}[个项套张间份名]|的)?$"
    "|(?:办法|做法|法子)?[，]?(?:叫(?:作|做)?|称为|称之为|名为)$"
    "|[一两二三四五六七八九十百\\d](?:本|份|张|间|支|套|块|项|名|名兼职的)$"
)
_CALLED_SO = re.compile("”(?:工作法|制度|的(?:办法|做法|法子)|机制|行动)")
"""What stands before, or behind, the name of something that was set up."""


def names(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people called something they set up, between quotation marks, where the text goes on
    to tell of it: “喊停演练”.
    """
    if not _AT_WORK.search(text):
        return
    for at, sentence in enumerate(parts):
        told = list(takewhile(partial(_goes_on, sentence), parts[at + 1 : at + 3]))
        owned = "".join(part.text for part in parts[max(0, at - 3) : at + 1])
        at_a_works = _WORKS.search(owned) and not _BEYOND_WORKS.search(owned)
        if sentence.political or not sentence.whole or _wrong(parts, at):
            continue
        for match in _NAME.finditer(sentence.text):
            name, before = match[1], sentence.text[: match.start()]
            behind = sentence.text[match.end() :]
            apart = political(name) or _NO_NAME.search(name) or _MOCKED.search(before)
            if apart or _half_of_a_pair(name, sentence.text) or _COUNTED.fullmatch(name):
                continue
            if _PROPOSED.search(before) or not _explained(behind, told):
                continue
            made = _MADE.search(before) or _CALLED_SO.match(sentence.text, match.end() - 1)
            if made and behind[:1] not in tuple("一二三四五六七八九十"):
                find = within("name", sentence, *match.span(1), 3.15)
                find.more.update({"works": "yes"} if at_a_works else {})
                yield find


def _goes_on(sentence: Sentence, part: Sentence) -> bool:
    """Whether a sentence behind another goes on about the same, and not about a next item."""
    same = part.paragraph == sentence.paragraph
    return same and not (_NEXT.match(part.text) or any(s.match(part.text) for s in SERIES))


_NEXT = re.compile(any_of("measure") + "|[^，。“”]{0,8}“[^“”]{2,8}”")


def _explained(behind: str, told: Sequence[Sentence]) -> bool:
    """Whether what follows a name says what it means, or tells in several clauses what is done."""
    said = "".join((behind, *(part.text for part in told)))
    if _MEANS.match(said) or _ORIGIN.match(said):
        return not _ORIGIN.match(said)
    clauses = [one for one in re.split("[，；。：、]", said) if one]
    if not clauses or _FIGURES.search(clauses[0]):
        return False
    does = (one for one in clauses if _DOES.search(one) and not _FIGURES.search(one))
    return len(list(does)) >= _DEEDS


_MEANS = re.compile(
    "[^，。；“”]{0,6}(?:：(?!“)|——)|[^，。；“”]{0,8}[，。]?[^，。；“”]{0,6}?(?:即|就是(?!好|难)|是指|指的是|做法是|办法是|意思是)"
    "|[^，。；“”]{0,6}[，。]由[^，。；]{2,}"
)
"""What says right behind a name what it stands for, or who makes it up."""
_DOES = re.compile(
    "问(?!题)|办(?!公)|教(?![育师室])|[念写记讲贴送发拍传派改听摸选配填请定约调装试拿找练投交换登存领管护劝陪值签报评]|当[面场天班]|每[天周班次]"
)
_FIGURES = re.compile(
    r"\d{2,}|[百千万]+[人名]|[\d一二三四五六七八九十百千万两]+(?:场|万|余|多[条名人]|人次|份|集|[块]?元)|占|[^，]*(?:都说|称赞|点赞|欢迎|好评)"
)
_DEEDS = 2
"""Clauses that tell what is done, where nothing else says what a name means."""


def _wrong(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence, or what follows it, says that what it tells of was wrong."""
    return any(_CONDEMNED.search(part.text) for part in parts[at : at + 3])


def _half_of_a_pair(coined: str, text: str) -> bool:
    """Whether other quoted words are coined after it, as in “一阵子” and “一辈子”."""
    others = (other for other in re.findall("“([^“”]+)”", text) if other != coined)
    return any(len(other) == len(coined) and set(other) & set(coined) for other in others)


_CONDEMNED = re.compile(any_of("condemned"))
_MOCKED = re.compile(
    "(?:我[说管]|有人[说管]|这)[^，。“]{0,4}叫|(?:争当|争做|勇当|当好|做好?|成为|成了|变成|沦为|当成|所谓的?|等于|像|名字，?叫|戏称|笑称|人称|外号|玩笑|管[他她它]叫)[^，。“”]*$"
)
"""What stands before a word that is used with a smile, or as a call."""
_PROPOSED = re.compile("应当|应该|建议|可以|可探索|鼓励|不妨|(?<!需)要(?!求)|拟")
_WORKS = re.compile("公司|工厂|[一-龥]厂|车间|班组|集团|矿|工段")
_BEYOND_WORKS = re.compile(
    "[县乡镇市省区]总|[县乡镇市省](?:工会|里|委)|街道|园区|开发区|社区|全[县市省]"
)
"""Whose a practice is: only what a works has can be taken up by another."""
_ORIGIN = re.compile("[。，]?(?:这个)?(?:名字|名称|店名|屋名)(?:是|由|取|来|为)")
"""Where a name comes from, and not what it stands for."""
_COUNTED = re.compile("(?:[一二三四五六七八九两双][\u4e00-\u9fff]){2}")
"""一函两书: a name that says how many, and not of what."""
