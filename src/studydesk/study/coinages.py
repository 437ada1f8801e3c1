"""What a text puts between quotation marks to make a saying of it: “要什么办什么”."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, beside, political
from studydesk.study.vocabulary import any_of

_QUOTED = re.compile("“(?P<words>[^“”。！？：；‘’]{3,13}[^“”。！？：；‘’，、])”")
_A_SAYING = re.compile("[、，]|什么[^，]*什么|[一三四五六七八]不|即|小事|公里")
"""What says something, and is no name."""
_OF_SOMEBODY = re.compile(
    "[说问道讲喊答念叫写：]，?$|[他她][^，。]*$|题为|口号|主题为?|标题|热线|微信|名为|叫作|称为|获|评为|荣誉"
)
_A_NAME = re.compile(
    "活动|行动|计划|工程|项目|大赛|比赛|系列|案|称号|战略|倡议|建设|新篇章|栏目|的?(?:向|变成|转[向变为])|平台|课题|奖|牌子|一题|一项|[“（]"
)
_UNFIT = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('accusing')}"
    "|[A-Za-z\\d+＋—]|[你我他她您它]|[劳资][弱强]|强国|工匠|精神|劳模|体系|产业|行动|计划|之家|中心|学院|枢纽|案|[吗呢吧？]|工资|坚持|构建|统筹|追求|一带|光荣|伟大|没有|今天|哪|怎|身边|以前|椅子|得$|建$|受益|共赢|不到|力量|收入|睡眠|前途|知道|达成|时间"
)
_TELLS = 50
"""Characters beside it that tell what is meant."""


def coinages(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A saying of the text itself, the first, where its paragraph tells what is meant by it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        if any(part.political for part in own) or not sentence.whole or not sentence.paragraph:
            continue
        for quote in _QUOTED.finditer(sentence.text):
            words = quote["words"]
            before, behind = sentence.text[: quote.start()], sentence.text[quote.end() :]
            fits = _A_SAYING.search(words) and not (_UNFIT.search(words) or political(words))
            theirs = _OF_SOMEBODY.search(before) or _A_NAME.match(behind)
            if fits and not theirs and told - len(words) >= _TELLS:
                yield within("coinage", sentence, *quote.span("words"), 2.7)
                return


_TERM = re.compile("“(?P<words>[^“”，。！？：；‘’…A-Za-z\\d]{2,8})”")
_NO_TERM = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}"
    "|奖|杯|主题|活动|精神|规划|时期|先锋|标兵|能手|工匠|文明|五[一四]|之[家星]|最美|[吗呢吧呀啊]$|^[我你他她它]|^[好是对行]$|^十"
)
_NICKNAME = re.compile(
    "(?:人称|誉为|绰号|外号|[叫称喊][他她]|[大们](?:都|家)?[叫称喊]|评为|荣获|获得?|题为|名为|写着)"
    "[^，。]{0,6}$"
)
"""How what is between quotation marks is somebody's name, a title or what stands on a board."""
_SPOKEN = re.compile("[说问道讲喊答念写：]，?$")
_NUMERALS = re.compile("[一二两三四五六七八九]")
_MEANT = re.compile("[^，。；：“”]{0,4}：|(?:办法|做法|规矩|制度|工作法|管理法|机制)[。，]")
_MEANT_BELOW = re.compile("说的是|指的是|意思是|就是说|也就是")
"""How a text goes on to what is meant."""
_UNFOLDS = 40
"""Characters behind a word that tell what is meant by it."""


def coined(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A word that a text puts between quotation marks, the first, where it goes on to tell what
    is meant.
    """
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        if any(part.political for part in own) or not sentence.whole or not sentence.paragraph:
            continue
        after = "".join(part.text for part in own if part.start > sentence.start)
        for quote in _TERM.finditer(sentence.text):
            words = quote["words"]
            before, behind = sentence.text[: quote.start()], sentence.text[quote.end() :]
            theirs = _SPOKEN.search(before) or _NICKNAME.search(before) or _A_NAME.match(behind)
            unfit = _NO_TERM.search(words) or political(words) or theirs
            told = f"{behind}{after}"
            meant = _MEANT.match(behind) or _MEANT_BELOW.search(told) or words in told
            meant = meant or _is_counted_out(words, told)
            if meant and not unfit and len(told) >= _UNFOLDS:
                yield within("coined", sentence, *quote.span("words"), 2.65)
                return


def quoted(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A word that a text puts between quotation marks to make its own of it, the first, where its
    paragraph says enough to tell what it stands for.
    """
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        weighed = any(part.political for part in own)
        if weighed or not sentence.whole or not sentence.paragraph or told < _AROUND:
            continue
        quotes = list(_TERM.finditer(sentence.text))
        for quote in quotes if len(quotes) < _MANY else ():
            words = quote["words"]
            before, behind = sentence.text[: quote.start()], sentence.text[quote.end() :]
            theirs = _SPOKEN.search(before) or _NICKNAME.search(before) or _A_NAME.match(behind)
            theirs = theirs or _BY_NAME.search(before)
            in_a_row = before.endswith(("”", "”、", "”和")) or behind.startswith(
                ("“", "、“", "和“")
            )
            unfit = _NO_TERM.search(words) or political(words) or _NO_WORD.search(words)
            if not (theirs or in_a_row or unfit):
                yield within("quoted", sentence, *quote.span("words"), 2.2)
                return


_AROUND, _MANY = 70, 2
"""Characters of a paragraph that a word can be understood from, and words in one sentence that are
a row of names.
"""
_BY_NAME = re.compile("外号|绰号|人称|笔名|网名|小名|(?:评选|评出|命名|授予|颁发)[^，。]{0,4}$")
_NO_WORD = re.compile(
    "^[二三四五六七八九十]|[男女]|[不没了是有要能会请让把被别我你们含]|怎|什么|哪|收到|中心$|公司$|协会$|大厦|号$|[杯赛会展]$|通知|方案|班$|[一二三四五六七八九十]+[五年]"
)


def _is_counted_out(words: str, told: str) -> bool:
    """Whether a text goes on to tell all of “三看一拉”: 一看…、二看…, 最后…拉一拉."""
    counted = _NUMERALS.sub("", words)
    return counted != words and all(sign in told for sign in counted)
