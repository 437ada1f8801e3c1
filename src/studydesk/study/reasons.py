"""Whether a text tells anything that can bear something out, or only what is to be done."""

import re
from collections.abc import Sequence

from studydesk.study.sentences import Sentence
from studydesk.study.vocabulary import any_of

_BORNE_OUT = re.compile(
    "因为|由于|之所以|所以|自然|都会|往往|反而|比如|例如|譬如|有的|有些|一些|许多|不少|某|曾|起初|后来|原来|[了过]。|说：|\\d"
    "|[一二两三四五六七八九十百几]+(?:名|位|个|家|次|年|天|分|条|项|种|件|步|成|起|台|回|遍|类)"
)
"""Signs of a reason, an example or a figure."""


_MEANT = re.compile(
    "才是|以后|将来|今后|未来|总有一天|^[^，]{1,6}是[^，]{1,6}(?:，[^，]{1,6}是[^，]{1,6}){2,}$"
)
"""How an aphorism or an outlook is worded: what it means can be told, and nothing bears it out."""
_DEMANDS = re.compile(
    "(?<![需主重总只首将快])要(?![素求点紧害义领么是])|应当|应该|必须|(?<![回适响反相对照供感顺])应(?![用对聘届付急])"
)
"""How words say what is to be done: that is carried out, and not borne out."""
_ASKS = re.compile(
    f"{_DEMANDS.pattern}|可以|(?<![不许认即便就])可(?![以见能是靠惜爱谓])|不妨|宜"
    f"|^(?:同时|并|再|还|因此|为此)?，?(?:建议|允许|坚持|选[好配]|{any_of('measure')})"
)
"""How a sentence says what is to be done."""
_REPORTS = re.compile("\\d\\d|了。|[今去]年|年来|某")
"""How it tells of what has been done."""
_TURNS = re.compile("然而|但|不过|可是|当前|目前|如今|现在|近年")
"""How a text goes on from what it honours to how things are."""


def shown(words: str) -> dict[str, str]:
    """Whether words state what a text can show, or only mean something, for a frame to go by;
    neither where they say what is to be done.
    """
    if _MEANT.search(words):
        return {"meant": "yes"}
    return {} if _DEMANDS.search(words) else {"evidence": "yes"}


_SHOWS = re.compile(
    "因为|由于|之所以|比如|例如|譬如|有的|某|[去今前]年|\\d|一[位名]|一家|说：|结果|后来|就能|就会|都会|往往|下来，|从此|自从|年来|少了|多了|降到|升到"
)
"""Signs of a reason or an example, which a mere number is not."""


def shows(told: str) -> bool:
    """Whether a text tells a reason or an example."""
    return bool(_SHOWS.search(told))


def borne_out(told: str) -> bool:
    """Whether a text tells a reason, an example or a figure that can bear something out."""
    return bool(_BORNE_OUT.search(told))


def reports(sentence: Sentence) -> bool:
    """Whether a sentence tells of what has been done, by a figure, a day or an end."""
    return bool(_REPORTS.search(sentence.text))


def only_asks(told: Sequence[Sentence]) -> bool:
    """Whether two sentences or more hardly say anything but what is to be done."""
    asking = [_ASKS.search(part.text) and not reports(part) for part in told]
    count = sum(map(bool, asking))
    return count > 1 and bool(asking[0]) and count * 3 >= len(told) * 2


def abandoned(own: Sequence[Sentence], place: int) -> bool:
    """Whether a paragraph leaves what the sentence at a place says, and goes on to how things are,
    before it has told anything that bears it out.
    """
    turn = next((n for n in range(place + 1, len(own)) if _TURNS.match(own[n].text)), None)
    beside = (*own[:place], *own[place + 1 : turn])
    return turn is not None and not borne_out("".join(part.text for part in beside))
