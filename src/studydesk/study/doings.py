"""What a text tells that is done: a deed and its reason, what goes by a name of its own, and what
for.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.reasons import reasoned
from studydesk.study.sentences import Clause, Sentence, balanced, beside, clauses, political
from studydesk.study.vocabulary import any_of

_MEASURE = re.compile(any_of("measure"))
_ABSTRACT = re.compile(
    "[^，]{0,2}(?:支持|鼓励|倡导|探索|听取|加大|扩大|提升|提高|营造|引导|完善|落实|加强|优化|深化|强化|推动|推进|促进|弘扬|激发|增强|健全|构建|创新|加快|发挥|培育|保障|维护)"
)
_HANDLED = re.compile(
    "(?<![要是不才])(?:把(?![握关手控柄守])|(?<![即必终])将(?![来近要会军领在]))(?=[^，把将]{2,18}?"
    "(?:改|换|分成|分为|列|折[算成合]|换算|写[进入成在]|贴|放[到在进]|排[到在进]|搬|移|延|提前|推[到迟]|压缩|压[到缩]|降[到至为]|升[到至为]|增[到至为加]|扩|合[并成]|拆|拉[到回近]|连|接[到进]|交[给到还]|递|送[到进]|请[进到]"
    "|摆[到在上]|公开|公布|纳入|作为|做[成进]|编[成入进]|录|画|定[为在成]|设[在到]|装|留[给在]|用[到在]|算[到进]|立|挂|记[在到进]|嵌|融|延伸|前移|下沉|转[为化成到]|变[成为]|变|建[在到]|开[到在进]|讲[到给]|谈进|理[成出]|拿[到出]|亮|晒|归|集中|收[进到]|打[包散]|带[到进]))[^，]{5,}"
)
"""把…改成…: what is done with something, and leaves it in another place or shape."""
_AT_HAND = re.compile(any_of("at_hand"))
_FAR = re.compile(
    f"{any_of('policy')}|{any_of('weighty')}|[厂园街片校]区|体系|机制|规范|标准|规划|国家|政府|高校|院校|区域|行业|全省|全市|全区|全县|各级|各地|资金|经费|万元|亿|工资|薪|奖|考核|立法|条例"
    "|户|权|困难|救助|慰问|病|心理|罚"
)
_ILL_DONE = re.compile(
    "没有|未能|不再|取消|停[办了]|无法|[背练学记做干]得|弥补了|成功率|重点放|不肯|只是|仅仅|流于|形式|曾|拒|如果|若|假如|一旦|而不|不是|混|转嫁|推给|推到|压到|压给|丢|甩|扣|藏|瞒|当成|当作|看作|归咎|误|[会可]能?泄|不能|不该|难"
)
"""What is not done, or not well done: nobody is to follow it."""
_CHANGED = re.compile(
    "^[把将](?!.*(?:工会|合同|协商|申诉|反))[^，]{2,}?(?:改[成为在到]|换成|分[成为]|搬[到进]|移到|提前|画成|做成|编成|贴[到在]|摆[到在]|列成|拆成|合成|合并|变成|接到|写成)"
)
"""What puts something into another shape or place that can be seen."""
_LOFTY = re.compile(
    f"{any_of('weighty')}|精神|理念|意识|文化|体系|机制|改革|突出的?位置|工程|来抓|有机结合|有效衔接|重要|立法|法律"
)
"""What is only decided on paper, and nobody can look at."""
_OTHERS = re.compile("有的|有些|一些|个别|有人|常常|往往|毛病|不少|原先|过去|起初|以前")
_UNCLEAR = re.compile(
    "^(?:能|可|凡|据|照|按|利用|借助|依托|结合|围绕|建议|没|不|才|便|就|也|却|并|再|又)|[他她它我你您其此该那]|这(?!样)|某|[与和及、的]$|自己的(?:[也就都]|$)"
    "|(?:组织|邀请|安排|请)[^，]{0,12}(?:师傅|职工|工人|人|员|骨干|专家|律师)$|[？！]|\\d{3}|[一二三四五六七八九十百千万\\d]{2,}[件人次起户]"
)
_SHORTEST, _LONGEST = 8, 24
_GROUND = 70
"""Characters beside a deed in which the text tells how and why it is done."""
MOST = 2
"""Deeds of a passage: the first that tell most."""


def deeds(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody does or is to do with something, and whether a workshop could do it, too."""
    found = [find for at in range(len(parts)) for find in _of_sentence(parts, at)]
    yield from sorted(found, key=lambda find: -find.worth)[:MOST]


def _of_sentence(parts: Sequence[Sentence], at: int) -> Iterator[Find]:
    sentence, own = parts[at], beside(parts, at)
    beside_it = [part.text for part in own if part is not sentence]
    unfit = _OTHERS.search(sentence.text) or any(part.political for part in own)
    if (
        unfit
        or not sentence.whole
        or not sentence.paragraph
        or len(beside_it) < 2
        or sum(map(len, beside_it)) < _GROUND
    ):
        return
    for clause in clauses(sentence):
        handled = _HANDLED.search(clause.text)
        low = handled.start() if handled else 0
        words = clause.text[low:]
        at_hand = _at_hand(words)
        if (handled or at_hand) and _is_done(clause) and _can_be_asked(words):
            place = clause.start - sentence.start
            start = place + low
            find = within("deed", sentence, start, place + len(clause.text), 2.4)
            told = reasoned(parts, at, start, place + len(clause.text))
            find.more.update({"reason": "yes"} if handled and told else {})
            find.more.update({"near": "yes"} if at_hand else {})
            led_to = "".join(part.text for part in own if part.start < sentence.start)
            hard = _HARD.search(f"{led_to[-_LED_UP:]}{sentence.text[: place + low]}")
            proposed = _PROPOSED.search(sentence.text[: place + low + 1])
            find.more.update({"hard": "yes"} if handled and hard and not proposed else {})
            find.more.update(
                {"own": "yes"} if _CHANGED.search(words) and not _FAR.search(words) else {}
            )
            yield find
            return


_HARD = re.compile(
    "难(?![免怪道])|(?<![不哪])怕|愁|忘|漏|错|慢|累|困|乱|返工|误|费[时工]"
    "|不(?:懂|敢|愿|够|齐|清|住|便|识|着|见|会[用干做说写看])|[碰赶跟顾排接]不上|来不及|[听看记学]不[完会进下全]|没(?:人|有人|时间|空|听)"
)
"""What is hard for people, before somebody does something about it."""
_PROPOSED = re.compile("应当|应该|应(?=[把将])|需要|必须|可以|要(?=[把将])|建议|不妨")
_LED_UP = 80
"""Characters before a deed in which that is told."""


def _is_done(clause: Clause) -> bool:
    """Whether a clause tells of a deed, and is no part of something longer or only asked for."""
    before = clause.sentence.text[: clause.start - clause.sentence.start]
    return (
        clause.sentence.whole
        and balanced(clause.text)
        and "‘" not in clause.text
        and not clause.asked
        and clause.sentence.text[clause.end - clause.sentence.start] not in _GOES_ON
        and not _NOT_YET.search(before.rpartition("。")[2][-12:])
        and not _ILL_DONE.search(clause.text)
    )


_GOES_ON = "：—"
"""Behind a deed: what it is done with, or what it comes to, is still to be told."""
_NOT_YET = re.compile("(?:如果|若|要是|不能|不得|不应|没有|未|除非|即使|哪怕|有人|有的)[^；。]*$")


def _can_be_asked(words: str) -> bool:
    unfit = _ILL_DONE.search(words) or _UNCLEAR.search(words) or political(words)
    unfit = unfit or _LOFTY.search(words) or not balanced(words) or words[-1] in "’”"
    return not unfit and _SHORTEST <= len(words) <= _LONGEST


def _at_hand(words: str) -> bool:
    """Whether a workshop could do it, too: something concrete done with what it has."""
    begins = (_MEASURE.match(words) or _HANDLED.search(words)) and not _ABSTRACT.match(words)
    return bool(begins and _AT_HAND.search(words) and not _FAR.search(words))


_PRACTICE = any_of("practice")
_FOUNDED = re.compile(
    "(?:推出|设立|设了|发|做成|编成|汇成|整理成|汇编成|印成|建立|建起|建了|开设|开起|推行|实行|创建|组建|创新|办起|办了|开办|成立|试行|搭建|开通|总结出|实施|推广|探索|采用|采取|琢磨出|摸索出|创出|组织|发起|结成|签订|定下|(?:有|挂|设|开|建|办|立|摆|配)了?一?[个本张块间条份台处]"
    "|(?:做法|办法|法子|经验|路子)(?:就?是|叫))了?"
    f"[^，。；：“”]{{0,12}}(?:“(?P<name>[^“”]{{2,11}}{_PRACTICE})”|“(?P<other>[^“”]{{2,10}})”{_PRACTICE})"
    f"|(?:每[天周月班次][^，。；：“”]{{0,8}}|(?:做法|办法|法子)(?:就?是|叫))“(?P<done>[^“”，。！？]{{3,8}})”"
)
"""What is brought into being under a name of its own."""
_NO_DOING = re.compile(
    "大赛|计划|精神|主题|之星|之家|论坛|仪式|[大等动章状]奖|奖[杯章项金励]|杯|工程|战略|一网|一站"
)
_TELLS = 50


def named_doings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is founded under a name of its own, where its paragraph goes on to tell about it."""
    seen: set[str] = set()
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole:
            continue
        for founded in _FOUNDED.finditer(sentence.text):
            behind = [part.text for part in beside(parts, at) if part.start > sentence.start]
            told = len("".join((sentence.text[founded.end() :], *behind)))
            group = next(group for group, name in founded.groupdict().items() if name)
            name = founded[group]
            refused = _ILL_DONE.search(sentence.text[: founded.start(group)])
            in_a_row = sentence.text[founded.end(group) + 1 :].startswith(("“", "、“", "和“"))
            fits = (
                not in_a_row
                and not political(name)
                and not _NO_DOING.search(name)
                and balanced(name)
            )
            if told >= _TELLS and behind and fits and not refused and name not in seen:
                seen.add(name)
                yield within("named", sentence, *founded.span(group), 3.0)


_FOR = re.compile(
    "(?:^|(?<=[，。；]))为(?:了|(?=让|解决|破解|帮|方便|缓解|打通|减轻|防止|避免|摸清|留住|补上|缩短))"
    "(?P<words>[^，。；：“”]{5,18})，"
)
"""What is done for the sake of something."""


def purposes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What something is done for, where the paragraph goes on to tell what is done."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        aimed = _FOR.search(sentence.text)
        if not aimed or not sentence.whole or any(part.political for part in own):
            continue
        behind = "".join(part.text for part in own if part.start > sentence.start)
        told = len(sentence.text) - aimed.end() + len(behind)
        words = aimed["words"]
        unfit = _NOT_HARD_FOR.search(words) or re.search("[他她它我你其此该那这]", words)
        if told >= _TELLS and not unfit:
            yield within("purpose", sentence, *aimed.span("words"), 3.0)


_NOT_HARD_FOR = re.compile(f"{any_of('policy')}|{any_of('weighty')}|{any_of('disputed')}")


_WAY = re.compile(
    "(?:做法|办法|经验|法子|诀窍|秘诀|路子)就?是，?(?P<words>[^，。；：“”]{6,24})[，。；]"
)


def ways(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a text says that the way of doing something is: 厂里的做法是把奖金交给班组分."""
    for at, sentence in enumerate(parts):
        own, way = beside(parts, at), _WAY.search(sentence.text)
        if not way or not sentence.whole or any(part.political for part in own):
            continue
        words = way["words"]
        told = sum(map(len, (part.text for part in own))) - len(words)
        unfit = _ILL_DONE.search(words) or re.search("[他她它我你其此该]|[这那]", words)
        if told >= _TELLS and not unfit and not political(words) and balanced(words):
            find = within("deed", sentence, *way.span("words"), 2.9)
            find.more.update({"reason": "yes"} if reasoned(parts, at, *way.span("words")) else {})
            find.more.update({"near": "yes"} if not _FAR.search(words) else {})
            yield find
