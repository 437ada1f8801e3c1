"""What a text sets out to reach and then says how: 要让好办法留下来，不能只靠一纸通知."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import POINTS_AWAY, led_in
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, political, stops
from studydesk.study.vocabulary import any_of

_WISHED = "要想|要(?![求素是不么紧点说看问约想])|想要?(?!来)|若要|为了?(?![此止何什期])"
_VERB = f"{any_of('measure')}|防住?|管住|留住|治|改变|摸清|消除|缓解|减轻|守住|让|使|真正"
_MUST = (
    "[^，。；：“”]{0,8}?(?:要(?!求|素|点)|需要?(?!求)|得(?!到|了|以|知|出)|必须|应当?|不能|不妨"
    "|可以|离不开|关键|重在|贵在|首先|先|不光|不只|仅靠|光靠|只靠)"
)
_AIM = re.compile(
    f"(?:(?:{_WISHED})(?P<wished>[^，。；：？！]{{4,18}})|(?P<named>(?:{_VERB})[^，。；：？！]{{3,16}}))，(?={_MUST})"
)
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|{any_of('weighty')}|{any_of('private')}"
    "|[他她我你您咱它其此该]|[这那]|不能|不是|、[^，]*、|市长|上述|并非|不是|过程|方面$|[\\d]|[时后前中下]$|的$"
)
_TOLD = 45
"""Characters behind an aim, in its paragraph, that tell how it is reached."""
_SEVERAL = 2
"""Sentences or stretches between semicolons that make ways to choose among."""


def aims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first aim of a paragraph that the rest of it tells the way to."""
    seen: set[int] = set()
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        weighed = any(part.political for part in own)
        if not sentence.whole or not sentence.paragraph or weighed or sentence.paragraph in seen:
            continue
        aim = _AIM.match(sentence.text, led_in(sentence.text, 0, len(sentence.text)))
        if aim is None:
            continue
        group = "wished" if aim["wished"] else "named"
        words = aim[group]
        behind = [sentence.text[aim.end() :], *(p.text for p in own if p.start > sentence.start)]
        away = POINTS_AWAY.search(words) or _UNFIT.search(words) or political(words)
        if len("".join(behind)) >= _TOLD and balanced(words) and not away:
            seen.add(sentence.paragraph)
            find = within("aim", sentence, *aim.span(group), 2.95)
            ways = len(stops("".join(behind))) + "".join(behind).count("；") - 1
            find.more.update({"several": "yes"} if ways >= _SEVERAL else {})
            yield find
