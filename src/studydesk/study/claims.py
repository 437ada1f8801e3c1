"""Claims that the rest of their paragraph can bear out, of the text or of who speaks in it."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import COUNTS, JOINED, POINTS_AWAY, alone, general, stretches
from studydesk.study.find import Find, within
from studydesk.study.people import LABEL, workmate
from studydesk.study.reasons import abandoned, borne_out, only_asks, shown
from studydesk.study.sayings import BY_SOMEBODY, may_be_passed_on, spoken
from studydesk.study.sentences import Sentence, beside
from studydesk.study.whose_words import political

_JUDGES = re.compile(
    "离不开|取决于|归根|(?:^|[^，]{2})(?:[贵难重]|首先|关键|根子|要害)[，]?(?:就|还)?在(?!职|场|岗|线)"
    "|不(?:等于|决定|可能|必|只是|仅是|单是|光是|在于)|不是|(?<![可就只正也还都或总但])是(?!否)|在于|(?<![可])靠(?!近)"
    "|越[^，]*越|谁[^，]*，谁|比[^，]{2,8}(?:更|还|要紧|管用)|才(?:能|是|会|有|算|叫|可|谈)|没有[^，]*，[^，]*没有|最(?:怕|要紧|可贵|难|重要|管用|好|根本|有)"
)
"""What tells a judgement from what only happened."""
_SHORTEST, _LONGEST = 9, 28
_ASKS_FOR = re.compile(
    "建议|应当|应该|必须|不得|挂牌督办|坚持|推进|推动|加强|加快|健全|要求|规定|指出|介绍|提出|表示|[吗呢吧？]"
    "|(?:^|，)(?:工会|各级|我们|要(?!紧))"
)
_SOMEBODY = re.compile(
    "^(?:一[查问看想听]|首先|其次|再次|最后|第[一二三四五]|没想到|没料到|谁知)|之[一二三四五六七](?:[，是：]|$)|(?:组成部分|内容|方式|职责|体现|原因|见证|主阵地|象征|缩影|名片|基石|保障|必然|前提|途径|抓手|课题|难题|要求)$|(?:老(?!师傅|职工|工人|设备)|[小阿])[一-龥](?!师|板|年|组|人|路|事|时|区|微|问|家|小|手|了|的)|(?:(?<!老)师傅|徒弟|主席|班长|队长|书记|主任)"
    "|是[^，]*(?:人|工|员|厂|县|市|企业|公司|基地|单位|地方|方式|职工|故事|日子|出身)$|出身，|(?:了|过)(?:$|[^，的解])|^[前后]一|之一$|[是在靠]$"
    "|[“《]|年|上午|下午|晚上|那天|当天|早上|昨|今天|这次"
)
"""Who is told of, or what somebody or something is: news, and no claim."""
_WORN = re.compile("党|政治|工资|收入|奖金|老板|罚|病|死|伤")
_TURNS = re.compile("当然|不过|但|然而|可(?![以能见])|问题是|只是|其实")
_BEARERS = 2
"""Sentences that bear a claim out, at least: of its paragraph, if it is not one by itself."""
_TOLD, _NEAR = 70, 4
"""Characters beside a claim, in two sentences at least, that can bear it out."""


def claims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What judges in general, in a sentence or clause that needs no other to be understood."""
    for at, sentence in enumerate(parts):
        if len(sentence.text) <= _SAID_SHORTEST:
            continue
        own = beside(parts, at)
        behind = parts[at + 1].text if at + 1 < len(parts) else ""
        if not sentence.paragraph or not _borne_out(parts, at) or _TURNS.match(behind):
            continue
        for low, high in stretches(sentence):
            announces = sentence is parts[-1] and _ANNOUNCES.search(sentence.text[low:high])
            left = is_left(parts, at) or abandoned(own, own.index(sentence))
            if is_claim(sentence.text[low:high]) and not announces and not left:
                theirs = bool(BY_SOMEBODY.search(sentence.text[:low]))
                yield _claim(sentence, own, low, high, _answering(own), theirs=theirs)
        for low, high, who in spoken(parts, at):
            words = sentence.text[low:high]
            if may_be_passed_on(words, parts, at) and _is_said(words):
                name = "" if _NOBODY.search(who) else who
                yield _claim(sentence, own, low, high, name, theirs=True)


HONOURS = re.compile(
    "是[^，]*(?:制度|手段|力量|一环|平台|方向|杠杆|桥梁|途径|阵地|组成部分|环节|内容|载体|渠道|安排|因素|工程|基础|办法|平台|前沿|因素|重要力量|屏障)$"
)
LEAVES = re.compile(
    "(?:近年来?|近日|目前|当前|如今|去年|今年|截至|长期以来|多年来|受制于|与[^，]*相比|随着|聚焦|在[^，]*(?:中|下|时)，|然而|但|不过)"
)
"""How a text honours what it speaks of in its first words, and goes on to how things are."""
_ANNOUNCES = re.compile("破题|出路|破解之道|关键(?:就?在|是)|[三四五六两]道|下功夫")
"""How the last sentence of a passage leads on to one that is not in it."""


def is_left(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence only honours what it speaks of, and the next goes on to how things are."""
    following = parts[at + 1].text if at + 1 < len(parts) else ""
    return bool(HONOURS.search(parts[at].text.rstrip("。")) and LEAVES.match(following))


def _borne_out(parts: Sequence[Sentence], at: int) -> bool:
    """Whether two more sentences beside one, at least, tell enough to bear it out."""
    sentence = parts[at]
    near = [
        part
        for part in parts[max(0, at - _NEAR) : at + _NEAR + 1]
        if part is not sentence and part.paragraph and abs(part.paragraph - sentence.paragraph) < 2
    ]
    told = sum(len(part.text) for part in near)
    weighed = any(part.political for part in (*near, *beside(parts, at)))
    bears = borne_out("".join(part.text for part in near))
    own = beside(parts, at)
    alone = len(own) > 1 and len(own) - 1 < _BEARERS
    return (
        sentence.whole and not alone and len(near) > 1 and told >= _TOLD and bears and not weighed
    )


def _claim(
    sentence: Sentence, own: Sequence[Sentence], low: int, high: int, who: str, *, theirs: bool
) -> Find:
    """A claim with who makes it: what somebody says whom a question cannot name is not asked about
    as if the text said it.
    """
    outside = sentence in (own[0], own[-1])
    find = within("claim", sentence, low, high, 2.9 if outside else 2.6)
    place = own.index(sentence)
    find.more["who"] = who
    find.more["near"] = "后面" if not place else "前面" if sentence is own[-1] else "前后"
    find.more.update({"by": "yes"} if who or not theirs else {})
    find.more.update({} if only_asks(own[place + 1 :]) else shown(find.words))
    find.more.update({} if _MOST.search(find.words) else {"argued": "yes"})
    return find


_MOST = re.compile("最[^，]{1,8}的[^，]{0,4}[问题事关注]")
"""What is called the greatest of its kind can be shown by facts, and argued by few texts."""


def _answering(own: Sequence[Sentence]) -> str:
    """Who answers in a talk, where a paragraph is an answer."""
    answers = LABEL.match(own[0].text)
    told = "".join(part.text for part in own)
    return workmate(answers["label"], told) if answers else ""


_NOBODY = re.compile("[我你他她常又还就也所]")


def _is_said(words: str) -> bool:
    """Whether what somebody says judges, and can be understood alone."""
    heard = re.sub("[我咱]们?", "", words)
    joined = JOINED.match(heard) or POINTS_AWAY.search(heard) or COUNTS.search(words)
    plain = not (_ASKS_FOR.search(words) or _WORN.search(words) or political(words))
    return _SAID_SHORTEST <= len(words) <= _LONGEST and judges(words) and plain and not joined


def judges(words: str) -> bool:
    """Whether what somebody says is a judgement, and no report."""
    return bool(_JUDGES.search(words) or _SAID_JUDGES.search(words))


_SAID_JUDGES = re.compile(
    "，[^，]*(?:不能|不会|就|才|也|还是|反倒|倒是)|不能[^，]{1,4}$|不(?:是|如)|难"
)
_SAID_SHORTEST = 7


def is_claim(words: str) -> bool:
    """Whether words judge in general, and can be understood alone."""
    plain = _SHORTEST <= len(words) <= _LONGEST and alone(words) and general(words)
    judges = _JUDGES.search(words) and not (_ASKS_FOR.search(words) or political(words))
    return plain and bool(judges) and not happened(words)


def happened(words: str) -> bool:
    """Whether words tell of somebody, or of something that happened once, or of what is nobody's
    to talk over.
    """
    return bool(_SOMEBODY.search(words) or _WORN.search(words))
