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
