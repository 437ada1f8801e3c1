"""What people say in a text, a whole sentence of it, where the text beside it tells why."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.claims import judges
from studydesk.study.contrasts import COUNTS
from studydesk.study.find import Find, within
from studydesk.study.people import LABEL, workmate
from studydesk.study.sayings import near_to_one, spoken
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_SHORTEST, _LONGEST = 10, 34
_GROUND = 50
"""Characters of the paragraph beside what somebody says, that tell what it is about."""
_UNFIT = re.compile(
    f"{any_of('accusing')}|{any_of('private')}|{any_of('disputed')}"
    "|^(?:[这那它他她其此该您你各对]|今天|刚才|同志|师傅|老师|谢|请|走|来|好[，啊吧]|行|记[着住]|放心|别|快|听|看|喂|哎|没错|是的|我想，)"
    "|^(?:而|但|可(?![以能见靠贵])|所以|因[为此]|也|还|不过|后来|结果|反正|是(?!否)|于是|同时|其实|比如|例如|建议|希望|另外|首先|第[一二三])"
    "|^[小老阿](?!师傅|百姓|人|手)[一-龥](?!师|板|年|组|人|路|事|时|区|微|问|家|小|手)|[这那](?:件|回|次|一件)事|前年|当年"
    "|[说问]，|，说|[跟对]我|告诉我|[还正]在|已经|曾|[…—“]|^不[就也]是.*吗|^(?!.*(?:不也|不就|还不|什么|怎|哪)).*？$"
)
"""What needs the sentence before it, or is only called out to somebody."""
_SAYS = re.compile(
    "不|没|才|[却再越比像怕难最值]|就[是会能有怕该得]|也[能是得会]|更|胜|宁|只[有要能]|什么|怎|[吗？]|得(?!到|出|了)"
)
"""What tells that somebody means something by it, and does not only report."""
_HEEDED = re.compile(
    "[^，。]{0,10}[到了住听看][^，。]{0,2}这[^，。]{0,2}话(?!题)"
    "|这[^，。]{0,2}话[^，。]{0,6}(?:应验|触动|提醒了|惊醒|点醒)"
)
"""How a text goes on to what came of it."""


def speeches(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A sentence of what somebody says, between quotation marks or behind the own name: the first
    that a paragraph has, and tells of.
    """
    told: set[int] = set()
    for at, sentence in enumerate(parts):
        if len(sentence.text) <= _SHORTEST:
            continue
        own = beside(parts, at)
        near = "".join(part.text for part in own)
        weighed = sentence.protected or any(p.political for p in own) or _HARDSHIP.search(near)
        whole = sentence.whole and sentence.paragraph and not weighed
        if not whole or own[0].start in told:
            continue
        offers = (*spoken(parts, at), *_behind_a_colon(sentence), *_in_turn(sentence, own))
        for low, high, who in offers:
            words = sentence.text[low:high]
            beside_it = len(near) - len(words)
            if _can_be_asked(words) and beside_it >= _GROUND and not near_to_one(parts, at):
                told.add(own[0].start)
                find = within("speech", sentence, low, high, 2.1)
                behind = parts[at + 1].text if at + 1 < len(parts) else ""
                find.more.update({"who": who, "named": "yes"} if who else {"nameless": "yes"})
                find.more.update({"heeded": "yes"} if _HEEDED.match(behind) else {})
                yield find
                break


_HARDSHIP = re.compile(any_of("hardship"))


def _behind_a_colon(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The last whole sentence of what stands behind a colon and between quotation marks, where
    no paper says it.
    """
    for quote in _QUOTED.finditer(sentence.text):
        if not _WRITTEN.search(quote["lead"]):
            said = quote["said"]
            start = max(map(said[:-1].rfind, "。！？")) + 1
            yield quote.start("said") + start, quote.end("said") - (said[-1] != "？"), ""


_QUOTED = re.compile("(?P<lead>[^。！？“”]{2,40})：“(?P<said>[^“”]{6,160}[。！？])”")
_WRITTEN = re.compile(
    "规定|《|第[一二三四五六七八九十百]+条|文件|通知|标语|口号|写着|印着|诗|古人|古语|俗话|老话|歌"
)


def _can_be_asked(words: str) -> bool:
    """Whether somebody means something by these words that can be told from beside them."""
    plain = balanced(words) and not _UNFIT.search(words) and not political(words)
    return _SHORTEST <= len(words) <= _LONGEST and plain and bool(_SAYS.search(words))


def _in_turn(sentence: Sentence, own: Sequence[Sentence]) -> Iterator[tuple[int, int, str]]:
    """A whole sentence of somebody who speaks in turn, with the name that stands before it all; of
    a workmate also where that is not sure to be one.
    """
    label = LABEL.match(own[0].text)
    if label is None:
        return
    told = "".join(part.text for part in own)
    low = label.end() if sentence is own[0] else 0
    words = sentence.text[low:].rstrip("。！")
    if (judges(words) or _STANCE.match(words)) and not COUNTS.search(words):
        yield low, low + len(words), workmate(label["label"], told)


_STANCE = re.compile("我[^，]{0,4}(?:不太?赞成|不太?同意|更(?:愿意|看重|在意)|最(?:怕|看重|难忘))")
